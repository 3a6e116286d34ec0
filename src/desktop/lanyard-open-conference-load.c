/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loads a conference from the store: its programme, what was chosen for it and
 * what was decided, which pages are told of all at once. Main thread. */

#include "config.h"

#include "lanyard-open-conference-private.h"

static void
take_programme (LanyardOpenConference *self,
                LanyardProgramme      *programme)
{
  LanyardConference *conference = lanyard_programme_get_conference (programme);

  g_set_object (&self->programme, programme);
  g_clear_pointer (&self->own_zone, lanyard_zone_unref);
  self->own_zone = lanyard_zone_new (lanyard_conference_get_zone (conference));
}

/* A request for programme, choices and decisions: the store answers in the order
 * in which it is asked. Counted, one a request. */
typedef struct
{
  LanyardOpenConference *self; /* owned */
  LanyardProgramme *programme; /* owned, nullable: what has arrived */
  GHashTable *choices;         /* owned, nullable: likewise */
  guint n_changes;             /* as it was when the decisions were asked for */
  guint n_chosen;              /* and when the choices were */
} Load;

static void
load_clear (Load *load)
{
  g_clear_object (&load->self);
  g_clear_object (&load->programme);
  g_clear_pointer (&load->choices, g_hash_table_unref);
}

static void
load_unref (Load *load)
{
  g_rc_box_release_full (load, (GDestroyNotify) load_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_unref)

static Load *
load_new (LanyardOpenConference *self)
{
  Load *load = g_rc_box_new0 (Load);

  load->self = g_object_ref (self);
  load->n_changes = self->n_changes;
  load->n_chosen = self->n_chosen;
  return load;
}

static gboolean
is_of_same_conference (LanyardProgramme *before,
                       LanyardProgramme *programme)
{
  return before != NULL &&
         g_strcmp0 (lanyard_conference_get_uuid (lanyard_programme_get_conference (before)),
                    lanyard_conference_get_uuid (lanyard_programme_get_conference (programme))) == 0;
}

static void
decisions_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardDecisions) decisions =
      lanyard_store_load_decisions_finish (LANYARD_STORE (source), result, &error);
  LanyardOpenConference *self = load->self;
  g_autoptr (LanyardProgramme) before = self->programme != NULL ? g_object_ref (self->programme) : NULL;
  gboolean is_another;

  if (load->programme == NULL || load->choices == NULL)
    return;
  if (decisions == NULL)
    {
      lanyard_open_conference_report (self, error);
      return;
    }

  is_another = !is_of_same_conference (before, load->programme);
  take_programme (self, load->programme);
  lanyard_open_conference_review_history (self, is_another ? NULL : before);
  if (!is_another && lanyard_open_conference_is_outdated (self, load->n_changes))
    {
      lanyard_decisions_unref (decisions);
      decisions = lanyard_decisions_ref (self->decisions);
    }

  g_object_freeze_notify (G_OBJECT (self));
  lanyard_open_conference_take_decisions (self, decisions);
  if (is_another || lanyard_open_conference_may_take_choices (self, self->uuid, load->n_chosen))
    lanyard_open_conference_take_choices (self, load->choices);
  lanyard_open_conference_notify_programme (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Whoever lists the conferences sees that this one was removed, and says so. */
static gboolean
was_removed (LanyardOpenConference *self,
             const GError          *error)
{
  return g_error_matches (error, LANYARD_STORE_ERROR, LANYARD_STORE_ERROR_NOT_FOUND) &&
         g_strcmp0 (self->uuid, lanyard_open_conference_get_shown_uuid (self)) == 0;
}

static void
outline_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (GError) error = NULL;

  load->programme = lanyard_store_load_outline_finish (LANYARD_STORE (source), result, &error);
  if (load->programme == NULL && !was_removed (load->self, error))
    lanyard_open_conference_report (load->self, error);
}

static void
choices_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (GError) error = NULL;

  load->choices = lanyard_store_list_choices_finish (LANYARD_STORE (source), result, &error);
  if (load->choices == NULL && load->programme != NULL)
    lanyard_open_conference_report (load->self, error);
}

/* All are asked for at once, so that at the start all are there as soon as
 * the main loop runs. */
void
lanyard_open_conference_start_load (LanyardOpenConference *self)
{
  Load *load = load_new (self);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  lanyard_store_load_outline_async (self->store, self->uuid, self->loading, outline_loaded_cb,
                                    g_rc_box_acquire (load));
  lanyard_store_list_choices_async (self->store, self->uuid, self->loading, choices_listed_cb,
                                    g_rc_box_acquire (load));
  lanyard_store_load_decisions_async (self->store, self->uuid, self->loading, decisions_loaded_cb, load);
}
