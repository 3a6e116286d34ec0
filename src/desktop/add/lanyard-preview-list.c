/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an address gives, before it is added: name, dates, place, how much
 * there is, what could not be read, and from where; where the programme is also
 * to be had in other formats, one of them can be chosen. Part of the dialog that
 * adds a conference. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-remarks-label.h"
#include "../zone/lanyard-zone-row.h"
#include "lanyard-preview-list.h"
#include "sync/lanyard-import.h"

struct _LanyardPreviewList
{
  AdwBin parent_instance;
  GPtrArray *offers;   /* owned, nullable: those that are in feeds, of LanyardOffer */
  gboolean is_filling; /* whether what is selected is not somebody's choice */

  GtkLabel *title;
  GtkWidget *known;
  AdwActionRow *dates;
  AdwActionRow *place;
  AdwActionRow *sessions;
  AdwActionRow *talks;
  AdwComboRow *feeds;
  LanyardZoneRow *zone;
  AdwActionRow *address;
  GtkLabel *remarks;
};

enum
{
  SIGNAL_FEED_CHOSEN,
  SIGNAL_ZONE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  g_autofree char *text = count > 0 ? g_strdup_printf ("%u", count) : NULL;

  set_value (row, text);
}

/* --- the formats ------------------------------------------------------------- */

static gboolean
is_only_one_of_kind (GPtrArray          *offers,
                     const LanyardOffer *offer)
{
  guint n = 0;

  for (guint i = 0; i < offers->len; i++)
    n += ((const LanyardOffer *) g_ptr_array_index (offers, i))->kind == offer->kind;
  return n == 1;
}

/* The end of an address, with the folder that it is in. */
static const char *
get_end (const char *url)
{
  const char *end = strrchr (url, '/');

  if (end == NULL)
    return url;
  while (end > url && end[-1] != '/')
    end--;
  return end;
}

/* Of two in one format the ends of their addresses tell which is which. */
static char *
dup_label (GPtrArray          *offers,
           const LanyardOffer *offer)
{
  const char *name = lanyard_offer_kind_get_name (offer->kind);

  if (is_only_one_of_kind (offers, offer))
    return g_strdup (name);
  /* Translators: a format, such as “iCalendar”, and where it is */
  return g_strdup_printf (_("%1$s (%2$s)"), name, get_end (offer->url));
}

/* What nobody but Lanyard has thought of is no choice. */
static GPtrArray *
list_choices (LanyardPreview *preview)
{
  GPtrArray *choices = lanyard_offers_new ();

  for (guint i = 0; i < preview->offers->len; i++)
    {
      LanyardOffer *offer = g_ptr_array_index (preview->offers, i);

      if (offer->source != LANYARD_OFFER_GUESSED || g_str_equal (offer->url, preview->feed->url))
        g_ptr_array_add (choices, lanyard_offer_ref (offer));
    }
  if (lanyard_offers_find (choices, preview->feed->url) == NULL)
    g_ptr_array_set_size (choices, 0);
  return choices;
}

static void
fill_feeds (LanyardPreviewList *self,
            LanyardPreview     *preview)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  self->offers = list_choices (preview);
  for (guint i = 0; i < self->offers->len; i++)
    {
      const LanyardOffer *offer = g_ptr_array_index (self->offers, i);
      g_autofree char *label = dup_label (self->offers, offer);

      gtk_string_list_append (labels, label);
      if (g_str_equal (offer->url, preview->feed->url))
        selected = i;
    }

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->feeds, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->feeds, selected);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->feeds), self->offers->len > 1);
}

static void
selected_cb (LanyardPreviewList *self)
{
  guint selected = adw_combo_row_get_selected (self->feeds);

  g_assert (LANYARD_IS_PREVIEW_LIST (self));

  if (self->is_filling || self->offers == NULL || selected >= self->offers->len)
    return;
  g_signal_emit (self, signals[SIGNAL_FEED_CHOSEN], 0,
                 ((const LanyardOffer *) g_ptr_array_index (self->offers, selected))->url);
}

/* --- the zone ---------------------------------------------------------------- */

/* Only asked for where the feed does not say it. */
static void
show_zone (LanyardPreviewList *self,
           LanyardPreview     *preview,
           gint64              now)
{
  const LanyardConferenceFields *fields =
      lanyard_conference_get_fields (lanyard_programme_get_conference (preview->programme));
  g_autoptr (LanyardZone) zone = lanyard_zone_new (fields->zone);
  gboolean is_asked = zone != NULL && lanyard_import_lacks_zone (preview->programme);

  if (is_asked)
    lanyard_zone_row_set_zone (self->zone, zone, fields->start != LANYARD_NO_TIME ? fields->start : now, now);
  gtk_widget_set_visible (GTK_WIDGET (self->zone), is_asked);
}

static void
zone_chosen_cb (LanyardPreviewList *self,
                LanyardZone        *zone)
{
  g_assert (LANYARD_IS_PREVIEW_LIST (self));

  g_signal_emit (self, signals[SIGNAL_ZONE_CHOSEN], 0, lanyard_zone_get_id (zone));
}

/* --- the widget -------------------------------------------------------------- */

static void
lanyard_preview_list_dispose (GObject *object)
{
  LanyardPreviewList *self = LANYARD_PREVIEW_LIST (object);

  self->is_filling = TRUE;
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_PREVIEW_LIST);

  G_OBJECT_CLASS (lanyard_preview_list_parent_class)->dispose (object);
}

static void
lanyard_preview_list_class_init (LanyardPreviewListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_preview_list_dispose;

  /**
   * LanyardPreviewList::feed-chosen:
   * @self: the list
   * @feed: the address of a feed
   *
   * The programme is wanted from another feed.
   */
  signals[SIGNAL_FEED_CHOSEN] = g_signal_new ("feed-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LanyardPreviewList::zone-chosen:
   * @self: the list
   * @zone: a zone, by its name
   *
   * The times of the programme, which names no zone, are those of another one.
   */
  signals[SIGNAL_ZONE_CHOSEN] = g_signal_new ("zone-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LANYARD_TYPE_ZONE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/add/lanyard-preview-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, known);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, dates);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, place);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, sessions);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, talks);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, feeds);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, address);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreviewList, remarks);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_chosen_cb);
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
 * @now: what time it is, UTC seconds
 *
 * Shows what an address gives.
 */
void
lanyard_preview_list_set_preview (LanyardPreviewList *self,
                                  LanyardPreview     *preview,
                                  gint64              now)
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
  fill_feeds (self, preview);
  show_zone (self, preview, now);
  lanyard_remarks_label_show (self->remarks, programme, preview->zone != NULL);
  set_value (self->address, preview->feed->url);
}
