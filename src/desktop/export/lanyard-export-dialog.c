/* SPDX-License-Identifier: GPL-3.0-or-later */

/* As what a plan, a microconference or a talk is saved. Opened by the window's
 * action. Main thread. */

#include "config.h"

#include "lanyard-alarm.h"
#include "lanyard-export-dialog.h"

struct _LanyardExportDialog
{
  AdwDialog parent_instance;
  LanyardOutgoing *outgoing; /* owned */
  GSettings *settings;       /* owned */

  AdwWindowTitle *title;
  GtkWidget *save_button;
  AdwComboRow *format_row;
  GtkStringList *formats;
  GtkWidget *calendar_group;
  AdwComboRow *alarm_row;
  AdwSwitchRow *zones_row;
  GtkWidget *pages_group;
  AdwComboRow *paper_row;
  AdwSwitchRow *grid_row;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardExportDialog, lanyard_export_dialog, ADW_TYPE_DIALOG)

static void
format_chosen_cb (LanyardExportDialog *self)
{
  guint format = adw_combo_row_get_selected (self->format_row);

  g_assert (LANYARD_IS_EXPORT_DIALOG (self));

  gtk_widget_set_visible (self->calendar_group, format == LANYARD_SAVING_CALENDAR);
  gtk_widget_set_visible (self->pages_group, format == LANYARD_SAVING_PDF);
}

static void
cancel_cb (LanyardExportDialog *self)
{
  g_assert (LANYARD_IS_EXPORT_DIALOG (self));

  adw_dialog_close (ADW_DIALOG (self));
}

/* Who thinks better of it while choosing a place is back in the dialog, which may
 * have been closed while the file was written. */
static void
saved_cb (const char *sentence,
          gpointer    user_data)
{
  g_autoptr (LanyardExportDialog) self = user_data;

  if (sentence == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, sentence);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (LanyardExportDialog *self)
{
  const LanyardSavingSettings settings = {
    .format = adw_combo_row_get_selected (self->format_row),
    .alarm = g_settings_get_int (self->settings, "calendar-alarm"),
    .has_zones = adw_switch_row_get_active (self->zones_row),
    .paper = adw_combo_row_get_selected (self->paper_row),
    .is_grid = adw_switch_row_get_active (self->grid_row),
  };

  g_assert (LANYARD_IS_EXPORT_DIALOG (self));

  lanyard_saving_begin (self->outgoing, &settings, gtk_widget_get_root (GTK_WIDGET (self)), saved_cb,
                        g_object_ref (self));
}

static void
lanyard_export_dialog_dispose (GObject *object)
{
  LanyardExportDialog *self = LANYARD_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->outgoing);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lanyard_export_dialog_parent_class)->dispose (object);
}

static void
lanyard_export_dialog_class_init (LanyardExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_export_dialog_dispose;

  /**
   * LanyardExportDialog::saved:
   * @self: the dialog
   * @sentence: what became of it
   *
   * It was saved, or could not be.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", LANYARD_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/export/lanyard-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, calendar_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, alarm_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, zones_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, pages_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardExportDialog, grid_row);
  gtk_widget_class_bind_template_callback (widget_class, format_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
lanyard_export_dialog_init (LanyardExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_export_dialog_new:
 * @outgoing: what is saved
 * @settings: the program's settings
 *
 * Makes a dialog that saves it.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_export_dialog_new (LanyardOutgoing *outgoing,
                           GSettings       *settings)
{
  LanyardExportDialog *self;

  g_return_val_if_fail (LANYARD_IS_OUTGOING (outgoing), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_EXPORT_DIALOG, NULL);
  self->outgoing = g_object_ref (outgoing);
  self->settings = g_object_ref (settings);
  adw_window_title_set_subtitle (self->title, lanyard_outgoing_get_title (outgoing));
  lanyard_alarm_bind (self->alarm_row, settings);
  /* Several conferences are a calendar or a list on paper, and nothing else. */
  if (lanyard_outgoing_get_extracts (outgoing)->len > 1)
    {
      gtk_string_list_splice (self->formats, LANYARD_SAVING_PDF + 1,
                              g_list_model_get_n_items (G_LIST_MODEL (self->formats)) - LANYARD_SAVING_PDF - 1, NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->grid_row), FALSE);
    }
  adw_switch_row_set_active (self->grid_row, lanyard_outgoing_is_day_grid (outgoing));
  return ADW_DIALOG (self);
}
