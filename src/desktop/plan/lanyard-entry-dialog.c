/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what an own entry is to be, a new one or one that is there: title, kind,
 * time in any zone, place, people, note. What was asked is done as one edit,
 * which can be undone. Opened by the page of the plan. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../zone/lanyard-zone-row.h"
#include "lanyard-entry-dialog.h"
#include "lanyard-plan-edits.h"
#include "lanyard-plan-phrases.h"
#include "lanyard-typed-time.h"
#include "time/lanyard-time-format.h"

/* One comes before a conference, and leaves after it. */
#define DAYS_AROUND 7

struct _LanyardEntryDialog
{
  AdwDialog parent_instance;
  LanyardOpenConference *open; /* owned */
  LanyardOwnEntry *entry;      /* owned, NULL of a new one */
  guint first_day;             /* of the days to choose from */
  gboolean filling;            /* while the rows are told what is so */

  AdwEntryRow *title_row;
  AdwComboRow *kind_row;
  AdwPreferencesGroup *time_group;
  AdwComboRow *day_row;
  AdwEntryRow *start_row;
  AdwEntryRow *end_row;
  LanyardZoneRow *zone_row;
  AdwEntryRow *place_row;
  AdwEntryRow *people_row;
  GtkTextView *note;
  AdwPreferencesGroup *remove_group;
  GtkButton *save_button;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardEntryDialog, lanyard_entry_dialog, ADW_TYPE_DIALOG)

/* In which the times are stated. */
static LanyardZone *
get_zone (LanyardEntryDialog *self)
{
  return lanyard_zone_row_get_zone (self->zone_row);
}

static gint64
instant_of (LanyardEntryDialog *self,
            guint               day,
            int                 minutes)
{
  GDate date;

  day += (guint) (minutes / (24 * 60));
  minutes %= 24 * 60;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return lanyard_zone_resolve (get_zone (self), g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date),
                               minutes / 60, minutes % 60, 0);
}

static void
set_invalid (AdwEntryRow *row,
             gboolean     invalid)
{
  if (invalid)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* An end that is not after the start is on the next day. */
static gboolean
read_times (LanyardEntryDialog *self,
            gint64             *start,
            gint64             *end)
{
  guint day = self->first_day + adw_combo_row_get_selected (self->day_row);
  int from;
  int until;
  gboolean has_start = lanyard_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->start_row)), &from);
  gboolean has_end = lanyard_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->end_row)), &until);

  set_invalid (self->start_row, !has_start);
  set_invalid (self->end_row, !has_end);
  if (!has_start || !has_end)
    return FALSE;
  *start = instant_of (self, day, from);
  *end = instant_of (self, day, until);
  if (*end <= *start)
    *end = instant_of (self, day + 1, until);
  return TRUE;
}

/* What was understood, also in the zone of the plan where that is another. */
static void
describe_times (LanyardEntryDialog *self,
                gboolean            valid,
                gint64              start,
                gint64              end)
{
  LanyardZone *shown = lanyard_open_conference_get_zone (self->open);
  g_autofree char *range = NULL;
  g_autofree char *duration = NULL;
  g_autofree char *city = NULL;
  g_autofree char *text = NULL;

  if (!valid)
    {
      adw_preferences_group_set_description (self->time_group, _("Times are written as 9:30 or 14:00."));
      return;
    }
  range = lanyard_format_time_range (shown, start, end);
  duration = lanyard_format_duration (end - start);
  city = lanyard_zone_dup_city (shown);
  if (lanyard_zone_equal (shown, get_zone (self)))
    /* Translators: a time and how long that is: "10:00–10:30, 30 min" */
    text = g_strdup_printf (_("%1$s, %2$s"), range, duration);
  else
    /* Translators: a time, in which city's zone, and how long that is: "10:00–10:30 in Prague, 30 min" */
    text = g_strdup_printf (_("%1$s in %2$s, %3$s"), range, city, duration);
  adw_preferences_group_set_description (self->time_group, text);
}

static gboolean
has_title (LanyardEntryDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));

  return *title != '\0';
}

static void
changed_cb (LanyardEntryDialog *self)
{
  gint64 start = 0;
  gint64 end = 0;
  gboolean valid;

  g_assert (LANYARD_IS_ENTRY_DIALOG (self));

  if (self->filling)
    return;
  valid = read_times (self, &start, &end);
  describe_times (self, valid, start, end);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), valid && has_title (self));
}

static void
set_zone (LanyardEntryDialog *self,
          LanyardZone        *zone)
{
  gint64 now = lanyard_open_conference_get_now (self->open);

  lanyard_zone_row_set_zone (self->zone_row, zone, now, now);
}

static void
cancel_cb (LanyardEntryDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static char *
dup_text (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static char *
dup_note (LanyardEntryDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start;
  GtkTextIter end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static void
save_cb (LanyardEntryDialog *self)
{
  LanyardOwnEntryFields fields = { 0 };
  g_autoptr (LanyardEntryDialog) kept = g_object_ref (self);
  g_autoptr (LanyardOwnEntry) entry = NULL;
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *place = dup_text (self->place_row);
  g_autofree char *people = dup_text (self->people_row);
  g_autofree char *note = dup_note (self);

  g_assert (LANYARD_IS_ENTRY_DIALOG (self));

  if (title == NULL || !read_times (self, &fields.start, &fields.end))
    return;
  fields.uuid = self->entry != NULL ? lanyard_item_get_key (LANYARD_ITEM (self->entry)) : NULL;
  fields.kind = adw_combo_row_get_selected (self->kind_row);
  fields.title = title;
  fields.zone = lanyard_zone_get_id (get_zone (self));
  fields.place = place;
  fields.people = people;
  fields.note = note;
  entry = lanyard_own_entry_new (&fields);
  lanyard_own_entry_put (entry, GTK_WIDGET (self), self->open);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, entry);
}

static void
remove_cb (LanyardEntryDialog *self)
{
  g_assert (LANYARD_IS_ENTRY_DIALOG (self));

  lanyard_own_entry_remove (self->entry, GTK_WIDGET (self), self->open);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
fill_kinds (LanyardEntryDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint kind = 0; kind < LANYARD_N_OWN_KINDS; kind++)
    gtk_string_list_append (kinds, lanyard_phrase_own_kind (kind));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

/* The conference's days and those around it, with that of @start among them. */
static void
fill_days (LanyardEntryDialog *self,
           gint64              start)
{
  g_autoptr (GtkStringList) days = gtk_string_list_new (NULL);
  guint chosen = lanyard_zone_get_day (get_zone (self), start);
  gint64 first;
  gint64 last;
  guint last_day;

  lanyard_open_conference_get_span (self->open, &first, &last);
  self->first_day = MIN (lanyard_zone_get_day (get_zone (self), first) - DAYS_AROUND, chosen);
  last_day = MAX (lanyard_zone_get_day (get_zone (self), last) + DAYS_AROUND, chosen);
  for (guint day = self->first_day; day <= last_day; day++)
    {
      g_autofree char *name = lanyard_format_day (day, LANYARD_DAY_LONG);

      gtk_string_list_append (days, name);
    }
  adw_combo_row_set_model (self->day_row, G_LIST_MODEL (days));
  adw_combo_row_set_selected (self->day_row, chosen - self->first_day);
}

static void
fill_times (LanyardEntryDialog *self,
            gint64              start,
            gint64              end)
{
  g_autofree char *from = lanyard_format_time (get_zone (self), start);
  g_autofree char *until = lanyard_format_time (get_zone (self), end);

  fill_days (self, start);
  gtk_editable_set_text (GTK_EDITABLE (self->start_row), from);
  gtk_editable_set_text (GTK_EDITABLE (self->end_row), until);
}

static void
fill_entry (LanyardEntryDialog *self)
{
  const LanyardOwnEntryFields *fields = lanyard_own_entry_get_fields (self->entry);

  adw_dialog_set_title (ADW_DIALOG (self), _("Entry"));
  gtk_button_set_label (self->save_button, _("_Save"));
  gtk_widget_set_visible (GTK_WIDGET (self->remove_group), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), fields->title);
  adw_combo_row_set_selected (self->kind_row, fields->kind);
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), fields->place != NULL ? fields->place : "");
  gtk_editable_set_text (GTK_EDITABLE (self->people_row), fields->people != NULL ? fields->people : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), fields->note != NULL ? fields->note : "", -1);
}

static void
lanyard_entry_dialog_dispose (GObject *object)
{
  LanyardEntryDialog *self = LANYARD_ENTRY_DIALOG (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ENTRY_DIALOG);
  g_clear_object (&self->entry);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_entry_dialog_parent_class)->dispose (object);
}

static void
lanyard_entry_dialog_class_init (LanyardEntryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_entry_dialog_dispose;

  /**
   * LanyardEntryDialog::saved:
   * @self: the dialog, closed
   * @entry: the entry
   *
   * An entry was added or changed.
   */
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, LANYARD_TYPE_OWN_ENTRY);

  g_type_ensure (LANYARD_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/plan/lanyard-entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, time_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, end_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, zone_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, people_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, note);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, remove_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
lanyard_entry_dialog_init (LanyardEntryDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
}

/**
 * lanyard_entry_dialog_new:
 * @open: the conference to whose plan the entry is added
 * @start: when it might begin, UTC seconds
 * @end: when it might end, UTC seconds
 *
 * Makes a dialog that adds an own entry.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_entry_dialog_new (LanyardOpenConference *open,
                          gint64                 start,
                          gint64                 end)
{
  LanyardEntryDialog *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (start < end, NULL);

  self = g_object_new (LANYARD_TYPE_ENTRY_DIALOG, NULL);
  self->open = g_object_ref (open);
  set_zone (self, lanyard_open_conference_get_zone (open));
  fill_times (self, start, end);
  self->filling = FALSE;
  changed_cb (self);
  return ADW_DIALOG (self);
}

/**
 * lanyard_entry_dialog_new_of:
 * @open: the conference in whose plan the entry is
 * @entry: the entry
 *
 * Makes a dialog that changes or removes an own entry.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_entry_dialog_new_of (LanyardOpenConference *open,
                             LanyardOwnEntry       *entry)
{
  LanyardEntryDialog *self;
  g_autoptr (LanyardZone) zone = NULL;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (LANYARD_IS_OWN_ENTRY (entry), NULL);

  self = g_object_new (LANYARD_TYPE_ENTRY_DIALOG, NULL);
  self->open = g_object_ref (open);
  self->entry = g_object_ref (entry);
  if (lanyard_own_entry_get_fields (entry)->zone != NULL)
    zone = lanyard_zone_new (lanyard_own_entry_get_fields (entry)->zone);
  set_zone (self, zone != NULL ? zone : lanyard_open_conference_get_zone (open));
  fill_entry (self);
  fill_times (self, lanyard_item_get_start (LANYARD_ITEM (entry)), lanyard_item_get_end (LANYARD_ITEM (entry)));
  self->filling = FALSE;
  changed_cb (self);
  return ADW_DIALOG (self);
}
