/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that come into the window: they are read, and stored and shown if they
 * are a programme. Before that it is asked in which zone their times are, where
 * they do not say so. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "add/lanyard-zone-question.h"
#include "lanyard-window-private.h"
#include "sync/lanyard-import.h"
#include "widgets/lanyard-toast.h"

typedef struct
{
  LanyardWindow *window;       /* owned */
  LanyardImportSource *source; /* owned */
  char *zone;                  /* owned, nullable: what somebody says */
  LanyardProgramme *programme; /* owned, NULL until it is read */
} Import;

static Import *
import_new (LanyardWindow       *window,
            LanyardImportSource *source,
            const char          *zone)
{
  Import *self = g_new0 (Import, 1);

  self->window = g_object_ref (window);
  self->source = lanyard_import_source_ref (source);
  self->zone = g_strdup (zone);
  return self;
}

static void
import_free (Import *self)
{
  g_clear_object (&self->programme);
  g_free (self->zone);
  lanyard_import_source_unref (self->source);
  g_object_unref (self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static void import_source (LanyardWindow       *self,
                           LanyardImportSource *source,
                           const char          *zone);

static void
forget_import (LanyardWindow *self)
{
  g_clear_handle_id (&self->import_toast_source, g_source_remove);
  g_clear_object (&self->import);
  if (self->import_toast != NULL)
    adw_toast_dismiss (self->import_toast);
  g_clear_object (&self->import_toast);
}

/* One that was cancelled has been forgotten, perhaps for another one. */
static void
end_with_failure (LanyardWindow *self,
                  const GError  *error)
{
  AdwDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  forget_import (self);
  dialog = adw_alert_dialog_new (_("Could Not Open the Schedule"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Tells once what the reading had to skip or to repair: one thing in passing,
 * several in a dialog. The zone has been asked for. */
static void
say_what_was_remarked (LanyardWindow    *self,
                       LanyardProgramme *programme)
{
  LanyardRemarks remarks = *lanyard_programme_get_remarks (programme);
  g_auto (GStrv) sentences = NULL;
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  remarks.counts[LANYARD_REMARK_NO_ZONE] = 0;
  sentences = lanyard_remarks_dup_sentences (&remarks);
  if (g_strv_length (sentences) == 0)
    return;
  if (g_strv_length (sentences) == 1)
    {
      lanyard_window_say (self, sentences[0]);
      return;
    }
  body = g_strjoinv ("\n\n", sentences);
  dialog = adw_alert_dialog_new (_("Not Everything Could Be Read"), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  LanyardWindow *self = import->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardImport) done = lanyard_import_save_finish (result, &error);

  if (self->open == NULL)
    return;
  if (done == NULL)
    {
      end_with_failure (self, error);
      return;
    }
  forget_import (self);
  lanyard_open_conference_load (self->open, done->uuid);
  say_what_was_remarked (self, done->programme);
}

static void
answered_cb (LanyardWindow       *self,
             LanyardZone         *zone,
             LanyardZoneQuestion *question)
{
  g_assert (LANYARD_IS_WINDOW (self));

  g_clear_weak_pointer (&self->import_question);
  import_source (self, lanyard_zone_question_get_source (question), lanyard_zone_get_id (zone));
}

/* Without a better guess, the conference may be where this computer is. */
static void
ask_for_zone (Import     *import,
              const char *proposal)
{
  LanyardWindow *self = import->window;
  g_autoptr (LanyardZone) zone = proposal != NULL ? lanyard_zone_new (proposal) : NULL;
  AdwDialog *dialog;

  if (zone == NULL)
    zone = lanyard_zone_new_local ();
  dialog = lanyard_zone_question_new (import->source, lanyard_programme_get_conference (import->programme), zone,
                                      lanyard_open_conference_get_now (self->open));
  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->import_question, dialog);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
zone_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  LanyardWindow *self = import->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *zone = lanyard_import_find_zone_finish (result, &error);

  if (self->open == NULL)
    return;
  if (error != NULL)
    {
      end_with_failure (self, error);
      return;
    }
  forget_import (self);
  ask_for_zone (import, zone);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Import) import = user_data;
  LanyardWindow *self = import->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme = lanyard_import_read_finish (result, &error);
  LanyardStore *store;

  if (self->open == NULL)
    return;
  if (programme == NULL)
    {
      end_with_failure (self, error);
      return;
    }
  store = lanyard_open_conference_get_store (self->open);
  g_set_object (&import->programme, programme);
  if (import->zone == NULL && lanyard_import_lacks_zone (programme))
    lanyard_import_find_zone_async (store, programme, self->import, zone_found_cb, g_steal_pointer (&import));
  else
    lanyard_import_save_async (store, programme, lanyard_open_conference_get_now (self->open), self->import, saved_cb,
                               g_steal_pointer (&import));
}

static void
show_import_toast (gpointer user_data)
{
  LanyardWindow *self = LANYARD_WINDOW (user_data);

  self->import_toast_source = 0;
  self->import_toast = lanyard_toast_new_offer (_("Reading the schedule…"), _("_Cancel"), "win.cancel-import", NULL);
  adw_toast_set_timeout (self->import_toast, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->import_toast));
}

static void
withdraw_question (LanyardWindow *self)
{
  AdwDialog *dialog = self->import_question;

  g_clear_weak_pointer (&self->import_question);
  if (dialog != NULL)
    adw_dialog_force_close (dialog);
}

static void
import_source (LanyardWindow       *self,
               LanyardImportSource *source,
               const char          *zone)
{
  lanyard_window_end_import (self);
  withdraw_question (self);
  self->import = g_cancellable_new ();
  self->import_toast_source = g_timeout_add_once (1000, show_import_toast, self);
  lanyard_import_read_async (source, zone, self->import, read_cb, import_new (self, source, zone));
}

/* Private: ends the import under way, if there is one. */
void
lanyard_window_end_import (LanyardWindow *self)
{
  g_cancellable_cancel (self->import);
  forget_import (self);
}

/**
 * lanyard_window_add_files:
 * @self: a window
 * @files: (element-type GFile): the documents of one conference
 *
 * Reads files and shows the conference that is in them. One import runs at a
 * time: another one ends the first, and what was asked about that.
 */
void
lanyard_window_add_files (LanyardWindow *self,
                          GPtrArray     *files)
{
  g_autoptr (LanyardImportSource) source = NULL;

  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (files != NULL && files->len > 0);

  source = lanyard_import_source_new (files);
  import_source (self, source, NULL);
}
