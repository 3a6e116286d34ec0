/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conference itself: when and where it is, who holds it, what its
 * programme has, and where that comes from. What is not known is left out.
 * Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-link-button.h"
#include "../widgets/lanyard-person-row.h"
#include "../widgets/lanyard-rich-text-view.h"
#include "../widgets/lanyard-text-side.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-conference-counts.h"
#include "lanyard-conference-page.h"
#include "lanyard-conference-source.h"
#include "lanyard-listed-links.h"
#include "time/lanyard-time-format.h"

struct _LanyardConferencePage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned */
  LanyardStanding *standing;   /* owned */

  GtkLabel *heading;
  GtkLabel *dates;
  GtkWidget *mark;
  GtkLabel *mark_label;
  GtkLabel *mark_message;
  AdwWrapBox *links;
  LanyardRichTextView *description;
  GtkListBox *places;
  GtkWidget *people_group;
  GtkListBox *people;
  GtkListBox *counts;
  LanyardListedLinks *listed;
  LanyardConferenceSource *source;
  LanyardZoneButton *zone;
};

G_DEFINE_FINAL_TYPE (LanyardConferencePage, lanyard_conference_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_known (const char *text)
{
  return text != NULL && *text != '\0';
}

static GtkWidget *
add_fact (GtkListBox *list,
          const char *title,
          const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (list, row);
  return row;
}

/* A mark such as "Cancelled" stands above everything. */
static void
show_mark (LanyardConferencePage         *self,
           const LanyardConferenceFields *fields)
{
  gboolean has_label = is_known (fields->label);
  gboolean has_message = is_known (fields->label_message);

  gtk_label_set_label (self->mark_label, has_label ? fields->label : _("Cancelled"));
  gtk_label_set_label (self->mark_message, has_message ? fields->label_message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->mark_message), has_message);
  gtk_widget_set_visible (self->mark, has_label || has_message || fields->is_cancelled);
  if (fields->is_cancelled)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark_label), "error");
}

static void
add_link (LanyardConferencePage *self,
          LanyardLink           *link)
{
  adw_wrap_box_append (self->links, lanyard_link_button_new (link));
}

static void
show_links (LanyardConferencePage         *self,
            const LanyardConferenceFields *fields)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->links))) != NULL)
    adw_wrap_box_remove (self->links, button);
  if (is_known (fields->url))
    {
      g_autoptr (LanyardLink) website = lanyard_link_new (fields->url, _("Website"), LANYARD_LINK_WEB, NULL, 0);

      add_link (self, website);
    }
  for (guint i = 0; fields->links != NULL && i < fields->links->len; i++)
    add_link (self, g_ptr_array_index (fields->links, i));
  gtk_widget_set_visible (GTK_WIDGET (self->links), gtk_widget_get_first_child (GTK_WIDGET (self->links)) != NULL);
}

static char *
dup_instant (LanyardZone *zone,
             gint64       instant)
{
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (zone, instant), LANYARD_DAY_FULL);
  g_autofree char *time = lanyard_format_time (zone, instant);

  /* Translators: a day, then a time: "Monday 5 October 2026, 09:00" */
  return g_strdup_printf (C_("day and time", "%1$s, %2$s"), day, time);
}

static void
add_dates (LanyardConferencePage         *self,
           const LanyardConferenceFields *fields,
           LanyardZone                   *zone)
{
  g_autofree char *start = dup_instant (zone, fields->start);
  g_autofree char *end = dup_instant (zone, fields->end);
  g_autofree char *name = lanyard_format_zone (zone, fields->start);
  g_autofree char *value = NULL;

  /* Translators: when a conference begins and ends, each with day and time on a line of its own */
  value = g_strdup_printf (C_("days and times", "%1$s –\n%2$s"), start, end);
  add_fact (self->places, name, value);
}

/* In the conference's zone and in that of this computer. */
static void
show_dates (LanyardConferencePage         *self,
            const LanyardConferenceFields *fields)
{
  LanyardZone *own = lanyard_open_conference_get_own_zone (self->open);
  LanyardZone *here = lanyard_open_conference_get_local_zone (self->open);

  if (fields->start == LANYARD_NO_TIME || fields->end == LANYARD_NO_TIME)
    return;
  if (own != NULL)
    add_dates (self, fields, own);
  if (own != NULL && !lanyard_zone_equal (own, here))
    {
      g_autofree char *difference = lanyard_format_zone_difference (own, here, fields->start);

      add_dates (self, fields, here);
      add_fact (self->places, _("Difference"), difference);
    }
}

/* The address in one line, for feeds break it as an envelope would. */
static char *
dup_address (const LanyardConferenceFields *fields)
{
  g_auto (GStrv) lines = g_strsplit_set (fields->address != NULL ? fields->address : "", "\r\n", -1);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (parts, lines[i]);
  known = g_strv_builder_end (parts);
  return g_strjoinv (", ", known);
}

/* Looked up on the web when somebody presses it, not before. */
static GtkWidget *
make_map_button (const LanyardConferenceFields *fields,
                 const char                    *address)
{
  g_autofree char *place = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *url = NULL;
  g_autoptr (LanyardLink) link = NULL;
  GtkWidget *button;

  /* The building's name may be unknown to maps; its street is not. */
  place = g_strdup (is_known (address) ? address : fields->venue);
  escaped = g_uri_escape_string (place, NULL, FALSE);
  url = g_strconcat ("https://www.openstreetmap.org/search?query=", escaped, NULL);
  link = lanyard_link_new (url, _("Map"), LANYARD_LINK_WEB, NULL, 0);
  button = lanyard_link_button_new (link);
  /* A word that short gains nothing by being cut. */
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (button))), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
show_place (LanyardConferencePage         *self,
            const LanyardConferenceFields *fields)
{
  g_autofree char *address = dup_address (fields);
  g_autofree char *place = NULL;
  GtkWidget *row;

  if (!is_known (fields->venue) && !is_known (address))
    return;
  if (is_known (fields->venue) && is_known (address))
    place = g_strjoin ("\n", fields->venue, address, NULL);
  else
    place = g_strdup (is_known (address) ? address : fields->venue);
  row = add_fact (self->places, _("Place"), place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_map_button (fields, address));
}

static void
show_people (LanyardConferencePage         *self,
             const LanyardConferenceFields *fields)
{
  guint n_chairs = fields->chairs != NULL ? fields->chairs->len : 0;

  gtk_list_box_remove_all (self->people);
  if (is_known (fields->organizer))
    add_fact (self->people, _("Held By"), fields->organizer);
  for (guint i = 0; i < n_chairs; i++)
    gtk_list_box_append (self->people, lanyard_person_row_new (g_ptr_array_index (fields->chairs, i)));
  gtk_widget_set_visible (self->people_group, n_chairs > 0 || is_known (fields->organizer));
}

static void
show_counts (LanyardConferencePage *self)
{
  if (lanyard_open_conference_get_plan (self->open) != NULL)
    lanyard_conference_counts_show (self->counts, self->open);
}

static void
refill (LanyardConferencePage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const LanyardConferenceFields *fields;
  g_autofree char *dates = NULL;

  g_assert (LANYARD_IS_CONFERENCE_PAGE (self));

  if (programme == NULL)
    return;
  fields = lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
  dates = lanyard_phrase_dates (lanyard_programme_get_conference (programme));
  gtk_label_set_label (self->heading, fields->title);
  gtk_label_set_label (self->dates, dates);
  show_mark (self, fields);
  show_links (self, fields);
  lanyard_rich_text_view_set_source (self->description, fields->description, fields->description_format, fields->url);
  gtk_list_box_remove_all (self->places);
  show_dates (self, fields);
  show_place (self, fields);
  if (is_known (fields->language))
    add_fact (self->places, _("Language"), fields->language);
  show_people (self, fields);
  show_counts (self);
  lanyard_listed_links_show (self->listed, self->open, lanyard_standing_get_sync (self->standing));
}

static void
lanyard_conference_page_dispose (GObject *object)
{
  LanyardConferencePage *self = LANYARD_CONFERENCE_PAGE (object);

  g_clear_object (&self->open);
  g_clear_object (&self->standing);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CONFERENCE_PAGE);

  G_OBJECT_CLASS (lanyard_conference_page_parent_class)->dispose (object);
}

static void
lanyard_conference_page_class_init (LanyardConferencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_conference_page_dispose;

  g_type_ensure (LANYARD_TYPE_CONFERENCE_SOURCE);
  g_type_ensure (LANYARD_TYPE_LISTED_LINKS);
  g_type_ensure (LANYARD_TYPE_RICH_TEXT_VIEW);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/conference/lanyard-conference-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, heading);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, dates);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, mark);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, mark_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, mark_message);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, links);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, description);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, places);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, people_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, people);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, counts);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, listed);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, source);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferencePage, zone);
}

static void
lanyard_conference_page_init (LanyardConferencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_text_side_follow (GTK_WIDGET (self));
}

/**
 * lanyard_conference_page_new:
 * @open: the conference it shows
 * @standing: how that stands to its server
 *
 * Makes the page.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_conference_page_new (LanyardOpenConference *open,
                             LanyardStanding       *standing)
{
  LanyardConferencePage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (LANYARD_IS_STANDING (standing), NULL);

  self = g_object_new (LANYARD_TYPE_CONFERENCE_PAGE, NULL);
  self->open = g_object_ref (open);
  self->standing = g_object_ref (standing);
  lanyard_zone_button_set_open (self->zone, open);
  lanyard_conference_source_set_standing (self->source, open, standing);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  refill (self);
  return GTK_WIDGET (self);
}
