/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which calendar file is kept, and how long before an entry calendars call.
 * Part of the preferences. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-alarm.h"
#include "lanyard-calendar-group.h"

struct _LanyardCalendarGroup
{
  AdwPreferencesGroup parent_instance;
  GSettings *settings; /* owned */

  AdwActionRow *file_row;
  GtkWidget *clear_button;
  AdwComboRow *alarm_row;
};

G_DEFINE_FINAL_TYPE (LanyardCalendarGroup, lanyard_calendar_group, ADW_TYPE_PREFERENCES_GROUP)

static void
show_file (LanyardCalendarGroup *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "calendar-file");
  g_autofree char *shown = *path != '\0' ? g_filename_display_name (path) : g_strdup (_("None"));
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  g_assert (LANYARD_IS_CALENDAR_GROUP (self));

  adw_action_row_set_subtitle (self->file_row, escaped);
  gtk_widget_set_visible (self->clear_button, *path != '\0');
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardCalendarGroup) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL && self->settings != NULL)
    g_settings_set_string (self->settings, "calendar-file", path);
}

static void
choose_cb (LanyardCalendarGroup *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_assert (LANYARD_IS_CALENDAR_GROUP (self));

  gtk_file_dialog_set_title (dialog, _("Keep a Calendar File"));
  gtk_file_dialog_set_initial_name (dialog, "lanyard.ics");
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file_chosen_cb,
                        g_object_ref (self));
}

static void
clear_cb (LanyardCalendarGroup *self)
{
  g_assert (LANYARD_IS_CALENDAR_GROUP (self));

  g_settings_reset (self->settings, "calendar-file");
}

static void
lanyard_calendar_group_dispose (GObject *object)
{
  LanyardCalendarGroup *self = LANYARD_CALENDAR_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CALENDAR_GROUP);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lanyard_calendar_group_parent_class)->dispose (object);
}

static void
lanyard_calendar_group_class_init (LanyardCalendarGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_calendar_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/export/lanyard-calendar-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardCalendarGroup, file_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCalendarGroup, clear_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardCalendarGroup, alarm_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
lanyard_calendar_group_init (LanyardCalendarGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_calendar_group_set_settings:
 * @self: a group
 * @settings: the program's settings
 *
 * Says what it sets, once.
 */
void
lanyard_calendar_group_set_settings (LanyardCalendarGroup *self,
                                     GSettings            *settings)
{
  g_return_if_fail (LANYARD_IS_CALENDAR_GROUP (self));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  lanyard_alarm_bind (self->alarm_row, settings);
  g_signal_connect_object (settings, "changed::calendar-file", G_CALLBACK (show_file), self, G_CONNECT_SWAPPED);
  show_file (self);
}
