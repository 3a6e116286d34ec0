/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where talks can be watched, live or later, and talked about. Outlines leave
 * the links of talks out, so that they are read when Now & Next is first shown
 * and with each new programme. Main thread. */

#include "config.h"

#include "lanyard-now-links.h"

struct _LanyardNowLinks
{
  GObject parent_instance;
  LanyardOpenConference *open; /* owned */
  char *uuid;                  /* owned, nullable: of the conference whose links they are */
  GHashTable *talks;           /* owned, nullable until read: key of a talk -> GPtrArray of LanyardLink */
  GCancellable *reading;       /* owned, nullable: ends the reading under way */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardNowLinks, lanyard_now_links, G_TYPE_OBJECT)

/* Without links a page is poorer, but not wrong: a failure shows none. */
static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardNowLinks) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) talks = lanyard_store_list_talk_links_finish (LANYARD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (talks == NULL)
    talks = g_hash_table_new (g_str_hash, g_str_equal);
  g_clear_pointer (&self->talks, g_hash_table_unref);
  self->talks = g_steal_pointer (&talks);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The links of a programme that was refreshed are worth showing until the new
 * ones are read; those of another conference are not, for its talks may have
 * the same keys. */
static void
read_links (LanyardNowLinks *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const char *uuid = NULL;

  g_assert (LANYARD_IS_NOW_LINKS (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (programme != NULL)
    uuid = lanyard_conference_get_uuid (lanyard_programme_get_conference (programme));
  if (g_set_str (&self->uuid, uuid))
    g_clear_pointer (&self->talks, g_hash_table_unref);
  if (uuid == NULL)
    return;
  self->reading = g_cancellable_new ();
  lanyard_store_list_talk_links_async (lanyard_open_conference_get_store (self->open), uuid, self->reading, listed_cb,
                                       g_object_ref (self));
}

static GPtrArray *
get_links (LanyardNowLinks *self,
           LanyardItem     *item)
{
  if (self->talks == NULL || lanyard_item_get_kind (item) != LANYARD_KIND_TALK)
    return NULL;
  return g_hash_table_lookup (self->talks, lanyard_item_get_key (item));
}

static gboolean
is_live (const LanyardLink *link)
{
  switch (link->kind)
    {
    case LANYARD_LINK_STREAM:
    case LANYARD_LINK_CHAT:
    case LANYARD_LINK_PAD: return TRUE;
    case LANYARD_LINK_WEB:
    case LANYARD_LINK_FILE:
    case LANYARD_LINK_SLIDES:
    case LANYARD_LINK_FEEDBACK:
    case LANYARD_LINK_RECORDING: return FALSE;
    default: g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_recording (const LanyardLink *link)
{
  return link->kind == LANYARD_LINK_RECORDING;
}

static gboolean
has_address (GPtrArray  *links,
             const char *url)
{
  for (guint i = 0; i < links->len; i++)
    if (g_str_equal (((const LanyardLink *) g_ptr_array_index (links, i))->url, url))
      return TRUE;
  return FALSE;
}

/* A talk and its session may name the same chat. */
static void
add_links (GPtrArray *found,
           GPtrArray *links,
           gboolean (*is_wanted) (const LanyardLink *link))
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      LanyardLink *link = g_ptr_array_index (links, i);

      if (is_wanted (link) && !has_address (found, link->url))
        g_ptr_array_add (found, lanyard_link_ref (link));
    }
}

static void
lanyard_now_links_dispose (GObject *object)
{
  LanyardNowLinks *self = LANYARD_NOW_LINKS (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->talks, g_hash_table_unref);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_now_links_parent_class)->dispose (object);
}

static void
lanyard_now_links_class_init (LanyardNowLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_now_links_dispose;

  /**
   * LanyardNowLinks::changed:
   * @self: the links
   *
   * They were read, or read anew.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_now_links_init (LanyardNowLinks *self)
{
}

/**
 * lanyard_now_links_new:
 * @open: the conference whose links to read
 *
 * Begins to read.
 *
 * Returns: (transfer full): links
 */
LanyardNowLinks *
lanyard_now_links_new (LanyardOpenConference *open)
{
  LanyardNowLinks *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_NOW_LINKS, NULL);
  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (read_links), self, G_CONNECT_SWAPPED);
  read_links (self);
  return self;
}

/**
 * lanyard_now_links_is_ready:
 * @self: links
 *
 * Gets whether they were read.
 *
 * Returns: %FALSE until "changed" comes for the first time
 */
gboolean
lanyard_now_links_is_ready (LanyardNowLinks *self)
{
  g_return_val_if_fail (LANYARD_IS_NOW_LINKS (self), FALSE);

  return self->talks != NULL;
}

/**
 * lanyard_now_links_has_recording:
 * @self: links
 * @item: an item
 *
 * Says whether a talk was recorded, as far as is known.
 *
 * Returns: %TRUE if it was
 */
gboolean
lanyard_now_links_has_recording (LanyardNowLinks *self,
                                 LanyardItem     *item)
{
  GPtrArray *links;

  g_return_val_if_fail (LANYARD_IS_NOW_LINKS (self), FALSE);

  links = get_links (self, item);
  for (guint i = 0; links != NULL && i < links->len; i++)
    if (is_recording (g_ptr_array_index (links, i)))
      return TRUE;
  return FALSE;
}

/**
 * lanyard_now_links_dup_recordings:
 * @self: links
 * @item: an item
 *
 * Gets the recordings of a talk.
 *
 * Returns: (transfer full) (element-type LanyardLink): the links
 */
GPtrArray *
lanyard_now_links_dup_recordings (LanyardNowLinks *self,
                                  LanyardItem     *item)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);

  add_links (found, get_links (self, item), is_recording);
  return found;
}

/**
 * lanyard_now_links_dup_live:
 * @self: links
 * @item: an item
 *
 * Gets where one can take part in an item from afar: its streams, chats and
 * shared notes, then those of its session.
 *
 * Returns: (transfer full) (element-type LanyardLink): the links
 */
GPtrArray *
lanyard_now_links_dup_live (LanyardNowLinks *self,
                            LanyardItem     *item)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);
  LanyardSession *session = lanyard_item_get_session (item);

  add_links (found, get_links (self, item), is_live);
  if (session != NULL)
    add_links (found, lanyard_session_get_fields (session)->links, is_live);
  return found;
}
