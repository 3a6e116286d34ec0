/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an address gives, before it is added: name, dates, place, how much
 * there is, and from where. Part of the dialog that adds a conference. */

#include "config.h"

#include "../lanyard-phrases.h"
#include "lanyard-preview-list.h"

struct _LanyardPreviewList
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkWidget *known;
  AdwActionRow *dates;
  AdwActionRow *place;
  AdwActionRow *sessions;
  AdwActionRow *talks;
  AdwActionRow *address;
};

G_DEFINE_FINAL_TYPE (LanyardPreviewList, lanyard_preview_list, ADW_TYPE_BIN)

/* A row without a value says nothing. */
static void
set_value (AdwActionRow *row,
           const char   *value)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (row, value != NULL ? value : "");
  gtk_widget_set_visible (GTK_WIDGET (row), value != NULL && *value != '\0');
}

static void
set_count (AdwActionRow *row,
           guint         count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  set_value (row, text);
}

static void
lanyard_preview_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_PREVIEW_LIST);

  G_OBJECT_CLASS (lanyard_preview_list_parent_class)->dispose (object);
}

static void
lanyard_preview_list_class_init (LanyardPreviewListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_preview_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/add/lanyard-preview-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, known);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, dates);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, place);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, sessions);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, talks);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, address);
}

static void
lanyard_preview_list_init (LanyardPreviewList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_preview_list_set_preview:
 * @self: a list
 * @preview: what to show
 *
 * Shows what an address gives.
 */
void
lanyard_preview_list_set_preview (LanyardPreviewList *self,
                                  LanyardPreview     *preview)
{
  LanyardProgramme *programme;
  LanyardConference *conference;
  g_autofree char *dates = NULL;

  g_return_if_fail (LANYARD_IS_PREVIEW_LIST (self));
  g_return_if_fail (preview != NULL);

  programme = preview->programme;
  conference = lanyard_programme_get_conference (programme);
  dates = lanyard_phrase_dates (conference);
  gtk_label_set_label (self->title, lanyard_conference_get_title (conference));
  gtk_widget_set_visible (self->known, preview->uuid != NULL);
  set_value (self->dates, dates);
  set_value (self->place, lanyard_conference_get_fields (conference)->venue);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sessions), lanyard_phrase_sessions (programme));
  set_count (self->sessions, lanyard_programme_get_sessions (programme)->len);
  set_count (self->talks, lanyard_programme_get_talks (programme)->len);
  set_value (self->address, preview->feed->url);
}
