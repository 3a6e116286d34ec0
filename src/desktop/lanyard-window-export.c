/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the window that take something out of Lanyard, or show what
 * somebody else took out of theirs; and the calendar file that is kept. Their
 * targets are subjects, as lanyard_outgoing_load_async() takes them. */

#include "config.h"

#include <glib/gi18n.h>

#include "export/lanyard-export-dialog.h"
#include "export/lanyard-printing.h"
#include "export/lanyard-saving.h"
#include "export/lanyard-share-dialog.h"
#include "export/lanyard-their-plan-dialog.h"
#include "lanyard-window-private.h"

/* Takes what was fetched. */
typedef void (*OutgoingFunc) (LanyardWindow   *self,
                              LanyardOutgoing *outgoing);

typedef struct
{
  LanyardWindow *window; /* owned */
  OutgoingFunc func;
} Waiting;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Waiting *waiting = user_data;
  g_autoptr (LanyardWindow) self = waiting->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardOutgoing) outgoing = lanyard_outgoing_load_finish (result, &error);

  if (self->open == NULL)
    return;
  if (outgoing != NULL)
    waiting->func (self, outgoing);
  else
    lanyard_window_say (self, error->message);
}

static void
load (LanyardWindow *self,
      const char    *subject,
      OutgoingFunc   func)
{
  Waiting *waiting;

  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  waiting = g_new0 (Waiting, 1);
  waiting->window = g_object_ref (self);
  waiting->func = func;
  lanyard_outgoing_load_async (self->open, subject, loaded_cb, waiting);
}

static void
present_export (LanyardWindow   *self,
                LanyardOutgoing *outgoing)
{
  AdwDialog *dialog = lanyard_export_dialog_new (outgoing, self->settings);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (lanyard_window_say), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
present_share (LanyardWindow   *self,
               LanyardOutgoing *outgoing)
{
  adw_dialog_present (lanyard_share_dialog_new (outgoing), GTK_WIDGET (self));
}

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            LanyardWindow           *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || self->open == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: %s is the system's reason */
  sentence = g_strdup_printf (_("This could not be printed: %s"), error->message);
  lanyard_window_say (self, sentence);
}

static void
print (LanyardWindow   *self,
       LanyardOutgoing *outgoing)
{
  g_autoptr (GtkPrintOperation) operation = lanyard_printing_new (outgoing);

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/* The plan is what is shown of it: that of one conference, or of all. */
static const char *
get_subject (LanyardWindow *self,
             GVariant      *target)
{
  const char *subject = g_variant_get_string (target, NULL);

  if (g_str_equal (subject, LANYARD_OUTGOING_PLAN) && g_settings_get_boolean (self->settings, "plan-all-conferences"))
    return LANYARD_OUTGOING_PLANS;
  return subject;
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  load (self, get_subject (self, target), present_export);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  load (self, get_subject (self, target), print);
}

static void
share_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *target)
{
  load (LANYARD_WINDOW (widget), g_variant_get_string (target, NULL), present_share);
}

static void
copy (LanyardWindow   *self,
      LanyardOutgoing *outgoing)
{
  g_autofree char *sentence = NULL;

  lanyard_saving_copy (outgoing, gtk_widget_get_clipboard (GTK_WIDGET (self)));
  /* Translators: what was copied to the clipboard; %s is its title */
  sentence = g_strdup_printf (_("Copied “%s”"), lanyard_outgoing_get_title (outgoing));
  lanyard_window_say (self, sentence);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  load (LANYARD_WINDOW (widget), g_variant_get_string (target, NULL), copy);
}

static void
add_all_to_calendar_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *target)
{
  load (LANYARD_WINDOW (widget), g_variant_get_string (target, NULL), lanyard_window_add_to_calendar);
}

/* Of one thing, a talk's, a break's or a session's kind and its key. */
static void
add_to_calendar_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *target)
{
  g_autofree char *subject = NULL;
  const char *key;
  guint kind;

  g_variant_get (target, "(u&s)", &kind, &key);
  subject = lanyard_outgoing_dup_subject (kind, key);
  load (LANYARD_WINDOW (widget), subject, lanyard_window_add_to_calendar);
}

static void
open_plan_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (lanyard_open_conference_get_programme (self->open) != NULL)
    adw_dialog_present (lanyard_their_plan_dialog_new (self->open), widget);
}

static void
calendar_failed_cb (LanyardWindow *self,
                    const GError  *error)
{
  g_assert (LANYARD_IS_WINDOW (self));

  if (self->open != NULL)
    lanyard_window_say (self, error->message);
}

static void
follow_calendar_settings (LanyardWindow *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "calendar-file");
  const LanyardIcalSettings settings = {
    .name = _("Lanyard"),
    .alarm = g_settings_get_int (self->settings, "calendar-alarm"),
  };

  g_assert (LANYARD_IS_WINDOW (self));

  if (self->calendar == NULL && *path != '\0')
    {
      self->calendar = lanyard_living_calendar_new (lanyard_open_conference_get_store (self->open));
      g_signal_connect_object (self->calendar, "failed", G_CALLBACK (calendar_failed_cb), self, G_CONNECT_SWAPPED);
    }
  if (self->calendar != NULL)
    lanyard_living_calendar_keep (self->calendar, *path != '\0' ? path : NULL, &settings);
}

/* Private: keeps the calendar file from now on, if there is to be one. */
void
lanyard_window_keep_calendar (LanyardWindow *self)
{
  g_signal_connect_object (self->settings, "changed::calendar-file", G_CALLBACK (follow_calendar_settings), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::calendar-alarm", G_CALLBACK (follow_calendar_settings), self,
                           G_CONNECT_SWAPPED);
  follow_calendar_settings (self);
}

/* Private: "win.export", "win.print", "win.share", "win.copy" and
 * "win.add-all-to-calendar" take a subject. */
void
lanyard_window_install_export_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "win.print", "s", print_action);
  gtk_widget_class_install_action (widget_class, "win.share", "s", share_action);
  gtk_widget_class_install_action (widget_class, "win.copy", "s", copy_action);
  gtk_widget_class_install_action (widget_class, "win.add-to-calendar", "(us)", add_to_calendar_action);
  gtk_widget_class_install_action (widget_class, "win.add-all-to-calendar", "s", add_all_to_calendar_action);
  gtk_widget_class_install_action (widget_class, "win.open-plan", NULL, open_plan_action);
}
