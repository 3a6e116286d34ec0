/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What refreshes found to be different in the conference that is open, kept in
 * step with the store: the sidebar shows how much of it nobody has seen, the
 * Updates page shows all. It is asked for after the first frame. Main thread. */

#include "config.h"

#include "lanyard-history.h"

struct _LanyardHistory
{
  GObject parent_instance;
  LanyardOpenConference *open; /* owned */
  GCancellable *listing;       /* owned, nullable: ends the request under way */
  char *uuid;                  /* owned, nullable: whose changes these are */
  GPtrArray *changes;          /* owned, nullable until listed, of LanyardChange */
  guint n_unseen;
  guint later;                 /* id of the source that asks, 0 for none */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardHistory, lanyard_history, G_TYPE_OBJECT)

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  return lanyard_change_compare (*(LanyardChange **) a, *(LanyardChange **) b);
}

static void
take_changes (LanyardHistory *self,
              GPtrArray      *changes)
{
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = changes;
  self->n_unseen = 0;
  if (changes != NULL)
    g_ptr_array_sort (changes, compare_changes);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    self->n_unseen += !lanyard_change_get_fields (changes->pdata[i])->is_seen;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A conference that went away meanwhile has nothing to tell, and whatever else
 * keeps the store from answering keeps it from showing the programme, too,
 * which is said there. */
static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardHistory) self = user_data;
  g_autoptr (GPtrArray) changes = lanyard_store_list_changes_finish (LANYARD_STORE (source), result, NULL);

  if (changes != NULL)
    take_changes (self, g_steal_pointer (&changes));
}

static gboolean
list_cb (gpointer user_data)
{
  LanyardHistory *self = LANYARD_HISTORY (user_data);

  self->later = 0;
  self->listing = g_cancellable_new ();
  lanyard_store_list_changes_async (lanyard_open_conference_get_store (self->open), self->uuid, LANYARD_NO_TIME,
                                    self->listing, listed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop (LanyardHistory *self)
{
  g_clear_handle_id (&self->later, g_source_remove);
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

static void
list_later (LanyardHistory *self)
{
  stop (self);
  self->later = g_idle_add_full (G_PRIORITY_LOW, list_cb, self, NULL);
}

static void
programme_changed_cb (LanyardHistory *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const char *uuid = NULL;

  if (programme != NULL)
    uuid = lanyard_conference_get_uuid (lanyard_programme_get_conference (programme));
  if (!g_set_str (&self->uuid, uuid))
    return;

  stop (self);
  take_changes (self, NULL);
  if (uuid != NULL)
    list_later (self);
}

static void
changes_changed_cb (LanyardHistory *self,
                    const char     *uuid)
{
  if (g_strcmp0 (self->uuid, uuid) == 0)
    list_later (self);
}

static void
lanyard_history_dispose (GObject *object)
{
  LanyardHistory *self = LANYARD_HISTORY (object);

  stop (self);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_history_parent_class)->dispose (object);
}

static void
lanyard_history_class_init (LanyardHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_history_dispose;

  /**
   * LanyardHistory::changed:
   * @self: the history
   *
   * Changes were listed, noticed or seen, or are those of another conference.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_history_init (LanyardHistory *self)
{
}

/**
 * lanyard_history_new:
 * @open: the conference
 *
 * Makes a history that follows what is open.
 *
 * Returns: (transfer full): a history
 */
LanyardHistory *
lanyard_history_new (LanyardOpenConference *open)
{
  LanyardHistory *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_HISTORY, NULL);
  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lanyard_open_conference_get_store (open), "changes-changed",
                           G_CALLBACK (changes_changed_cb), self, G_CONNECT_SWAPPED);
  programme_changed_cb (self);
  return self;
}

/**
 * lanyard_history_get_open:
 * @self: a history
 *
 * Gets the conference whose history it is.
 *
 * Returns: (transfer none): the conference
 */
LanyardOpenConference *
lanyard_history_get_open (LanyardHistory *self)
{
  g_return_val_if_fail (LANYARD_IS_HISTORY (self), NULL);

  return self->open;
}

/**
 * lanyard_history_get_changes:
 * @self: a history
 *
 * Gets all changes: the newest refresh first, in it what is mine first.
 *
 * Returns: (transfer none) (nullable) (element-type LanyardChange): the
 *   changes, %NULL until they are listed
 */
GPtrArray *
lanyard_history_get_changes (LanyardHistory *self)
{
  g_return_val_if_fail (LANYARD_IS_HISTORY (self), NULL);

  return self->changes;
}

/**
 * lanyard_history_get_n_unseen:
 * @self: a history
 *
 * Gets how many changes nobody has seen.
 *
 * Returns: a number, 0 until they are listed
 */
guint
lanyard_history_get_n_unseen (LanyardHistory *self)
{
  g_return_val_if_fail (LANYARD_IS_HISTORY (self), 0);

  return self->n_unseen;
}

/**
 * lanyard_history_see:
 * @self: a history
 *
 * Says that somebody has seen all changes that are listed. Those that a refresh
 * has noticed since then stay unseen.
 */
void
lanyard_history_see (LanyardHistory *self)
{
  gint64 last_id = 0;

  g_return_if_fail (LANYARD_IS_HISTORY (self));

  if (self->n_unseen == 0)
    return;
  for (guint i = 0; i < self->changes->len; i++)
    last_id = MAX (last_id, lanyard_change_get_fields (self->changes->pdata[i])->id);
  lanyard_store_see_changes_async (lanyard_open_conference_get_store (self->open), self->uuid, last_id,
                                   NULL, NULL, NULL);
}
