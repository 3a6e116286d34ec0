/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks in which zone the times of files are that name none, before anything is
 * stored. The window asks it when files are added; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../zone/lanyard-zone-row.h"
#include "lanyard-zone-question.h"

struct _LanyardZoneQuestion
{
  AdwAlertDialog parent_instance;
  LanyardImportSource *source; /* owned */

  LanyardZoneRow *zone;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardZoneQuestion, lanyard_zone_question, ADW_TYPE_ALERT_DIALOG)

static void
lanyard_zone_question_response (AdwAlertDialog *dialog,
                                const char     *response)
{
  LanyardZoneQuestion *self = LANYARD_ZONE_QUESTION (dialog);

  if (g_str_equal (response, "add"))
    g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, lanyard_zone_row_get_zone (self->zone));
}

static void
lanyard_zone_question_dispose (GObject *object)
{
  LanyardZoneQuestion *self = LANYARD_ZONE_QUESTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ZONE_QUESTION);
  g_clear_pointer (&self->source, lanyard_import_source_unref);

  G_OBJECT_CLASS (lanyard_zone_question_parent_class)->dispose (object);
}

static void
lanyard_zone_question_class_init (LanyardZoneQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_zone_question_dispose;
  ADW_ALERT_DIALOG_CLASS (klass)->response = lanyard_zone_question_response;

  /**
   * LanyardZoneQuestion::answered:
   * @self: the dialog, which closes
   * @zone: the zone
   *
   * Somebody said in which zone the times are.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, lanyard_zone_get_type ());

  g_type_ensure (LANYARD_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/add/lanyard-zone-question.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneQuestion, zone);
}

static void
lanyard_zone_question_init (LanyardZoneQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_zone_question_new:
 * @source: the files
 * @conference: the conference, as the files have it
 * @proposal: the zone that is likely
 * @now: what time it is, UTC seconds
 *
 * Makes a dialog that asks for the zone of a conference. Whoever opens it
 * connects to #LanyardZoneQuestion::answered.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_zone_question_new (LanyardImportSource *source,
                           LanyardConference   *conference,
                           LanyardZone         *proposal,
                           gint64               now)
{
  const LanyardConferenceFields *fields;
  LanyardZoneQuestion *self;
  g_autofree char *body = NULL;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (LANYARD_IS_CONFERENCE (conference), NULL);
  g_return_val_if_fail (proposal != NULL, NULL);

  fields = lanyard_conference_get_fields (conference);
  /* Translators: %s is a conference's title */
  body = g_strdup_printf (_("The schedule of “%s” names no time zone. Choose the zone of the place where it is held."),
                          fields->title);
  self = g_object_new (LANYARD_TYPE_ZONE_QUESTION, NULL);
  self->source = lanyard_import_source_ref (source);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), body);
  lanyard_zone_row_set_zone (self->zone, proposal, fields->start != LANYARD_NO_TIME ? fields->start : now, now);
  return ADW_DIALOG (self);
}

/**
 * lanyard_zone_question_get_source:
 * @self: a dialog
 *
 * Gets the files that are asked about.
 *
 * Returns: (transfer none): they
 */
LanyardImportSource *
lanyard_zone_question_get_source (LanyardZoneQuestion *self)
{
  g_return_val_if_fail (LANYARD_IS_ZONE_QUESTION (self), NULL);

  return self->source;
}
