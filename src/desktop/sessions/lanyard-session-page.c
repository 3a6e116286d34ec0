/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One session: what it is about, who leads it, when and where it meets, its
 * talks and breaks in order, and a star for all of it. The page keeps the
 * session's key and finds the session anew in each programme. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-item-row.h"
#include "../widgets/lanyard-link-button.h"
#include "../widgets/lanyard-person-row.h"
#include "../widgets/lanyard-rich-text-view.h"
#include "../widgets/lanyard-star-button.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-session-page.h"
#include "time/lanyard-time-format.h"

struct _LanyardSessionPage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned */
  char *key;                   /* owned */
  LanyardSession *session;     /* owned, nullable once it has vanished */
  GPtrArray *rows;             /* owned, of GtkWidget: what refill added to groups */

  LanyardZoneButton *zone;
  GtkLabel *heading;
  GtkLabel *when;
  GtkLabel *talks;
  AdwWrapBox *buttons;
  GtkButton *star_all;
  AdwButtonContent *star_all_content;
  LanyardRichTextView *description;
  AdwPreferencesGroup *leads_group;
  AdwPreferencesGroup *meetings_group;
  AdwPreferencesGroup *programme_group;
  GtkListBox *items;
  AdwPreferencesGroup *minutes_group;
  LanyardRichTextView *minutes;
};

enum
{
  SIGNAL_ITEM_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSessionPage, lanyard_session_page, ADW_TYPE_NAVIGATION_PAGE)

static void
add_row (LanyardSessionPage  *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  GtkAccessible *list;

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);

  /* The group makes the list itself; not every libadwaita names it. */
  list = GTK_ACCESSIBLE (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX));
  gtk_accessible_reset_relation (list, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_group_get_title (group), -1);
}

static void
remove_rows (LanyardSessionPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      if (group != NULL)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
      else
        adw_wrap_box_remove (self->buttons, row);
    }
  g_ptr_array_set_size (self->rows, 0);
  gtk_list_box_remove_all (self->items);
}

static void
name_rows (LanyardSessionPage *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->items)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
      g_autofree char *label = NULL;

      if (!LANYARD_IS_ITEM_ROW (child))
        continue;
      label = lanyard_item_dup_accessible_label (self->open, lanyard_item_row_get_item (LANYARD_ITEM_ROW (child)));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}

static void
show_plan (LanyardSessionPage *self)
{
  LanyardLevel level;
  g_autofree char *talks = NULL;

  if (self->session == NULL || lanyard_open_conference_get_plan (self->open) == NULL)
    return;

  level = lanyard_open_conference_get_level (self->open, LANYARD_KIND_SESSION, self->key);
  talks = lanyard_phrase_session_talks (self->open, self->session);
  gtk_label_set_label (self->talks, talks);
  adw_button_content_set_icon_name (self->star_all_content, lanyard_star_icon_name (level));
  adw_button_content_set_label (self->star_all_content,
                                level == LANYARD_LEVEL_NONE ? _("Star All") : _("Unstar All"));
  if (level == LANYARD_LEVEL_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->star_all), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->star_all), "suggested-action");
  name_rows (self);
}

static void
show_leads (LanyardSessionPage *self)
{
  GPtrArray *leads = lanyard_session_get_fields (self->session)->leads;

  for (guint i = 0; i < leads->len; i++)
    add_row (self, self->leads_group, lanyard_person_row_new (g_ptr_array_index (leads, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->leads_group), leads->len > 0);
}

static GtkWidget *
make_meeting (LanyardSessionPage *self,
              LanyardItem        *block)
{
  GtkWidget *row = adw_action_row_new ();
  LanyardRoom *room = lanyard_item_get_room (block);
  g_autofree char *when = lanyard_phrase_when (self->open, block);
  g_autofree char *elsewhere = lanyard_phrase_when_elsewhere (self->open, block);
  g_autofree char *subtitle = NULL;

  if (room != NULL && elsewhere != NULL)
    /* Translators: a time in another zone, then a room */
    subtitle = g_strdup_printf (C_("time elsewhere and room", "%s · %s"), elsewhere, lanyard_room_get_name (room));
  else if (room != NULL)
    subtitle = g_strdup (lanyard_room_get_name (room));
  else
    subtitle = g_steal_pointer (&elsewhere);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("lanyard-clock-symbolic"));
  return row;
}

static void
show_meetings (LanyardSessionPage *self)
{
  g_autoptr (GPtrArray) blocks = lanyard_programme_dup_session_blocks (
      lanyard_open_conference_get_programme (self->open), self->session);
  g_autofree char *when = lanyard_phrase_session (self->open, self->session);

  for (guint i = 0; i < blocks->len; i++)
    add_row (self, self->meetings_group, make_meeting (self, g_ptr_array_index (blocks, i)));
  gtk_label_set_label (self->when, when);
  gtk_widget_set_visible (GTK_WIDGET (self->when), blocks->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->meetings_group), blocks->len > 0);
}

static void
show_links (LanyardSessionPage *self)
{
  GPtrArray *links = lanyard_session_get_fields (self->session)->links;

  for (guint i = 0; i < links->len; i++)
    {
      GtkWidget *button = lanyard_link_button_new (g_ptr_array_index (links, i));

      adw_wrap_box_append (self->buttons, button);
      g_ptr_array_add (self->rows, button);
    }
}

static GtkWidget *
make_day_heading (guint day)
{
  g_autofree char *text = lanyard_format_day (day, LANYARD_DAY_LONG);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child", label, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "day-heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return row;
}

static void
show_items (LanyardSessionPage *self)
{
  g_autoptr (GPtrArray) items = lanyard_programme_dup_session_items (
      lanyard_open_conference_get_programme (self->open), self->session);
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  guint last_day = 0;

  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);
      guint day = lanyard_item_is_scheduled (item) ? lanyard_zone_get_day (zone, lanyard_item_get_start (item)) : 0;
      GtkWidget *row = lanyard_item_row_new ();

      if (day != last_day && i > 0 && day != 0)
        gtk_list_box_append (self->items, make_day_heading (day));
      last_day = day;
      lanyard_item_row_bind (LANYARD_ITEM_ROW (row), self->open, item, LANYARD_ITEM_ROW_IN_SESSION);
      gtk_list_box_append (self->items, row);
      row = gtk_widget_get_parent (row);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), LANYARD_IS_TALK (item));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->programme_group), items->len > 0);
}

static void
refill (LanyardSessionPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardSession *session = programme != NULL ? lanyard_programme_find_session (programme, self->key) : NULL;
  const LanyardSessionFields *fields;

  if (session == NULL)
    return;

  g_set_object (&self->session, session);
  fields = lanyard_session_get_fields (session);
  remove_rows (self);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), fields->title);
  gtk_label_set_label (self->heading, fields->title);
  lanyard_rich_text_view_set_source (self->description, fields->description, fields->description_format, fields->url);
  lanyard_rich_text_view_set_source (self->minutes, fields->minutes, LANYARD_TEXT_HTML, fields->url);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_group), fields->minutes != NULL);
  show_leads (self);
  show_meetings (self);
  show_links (self);
  show_items (self);
  show_plan (self);
}

static void
star_all_cb (LanyardSessionPage *self)
{
  LanyardLevel level = lanyard_open_conference_get_level (self->open, LANYARD_KIND_SESSION, self->key);

  lanyard_open_conference_set_level (self->open, LANYARD_KIND_SESSION, self->key,
                                     level == LANYARD_LEVEL_NONE ? LANYARD_LEVEL_GOING : LANYARD_LEVEL_NONE);
}

static void
row_activated_cb (LanyardSessionPage *self,
                  GtkListBoxRow      *row)
{
  GtkWidget *child = gtk_list_box_row_get_child (row);

  if (LANYARD_IS_ITEM_ROW (child))
    g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, lanyard_item_row_get_item (LANYARD_ITEM_ROW (child)));
}

static void
lanyard_session_page_dispose (GObject *object)
{
  LanyardSessionPage *self = LANYARD_SESSION_PAGE (object);

  g_clear_object (&self->open);
  g_clear_object (&self->session);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SESSION_PAGE);

  G_OBJECT_CLASS (lanyard_session_page_parent_class)->dispose (object);
}

static void
lanyard_session_page_class_init (LanyardSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_session_page_dispose;

  /**
   * LanyardSessionPage::item-activated:
   * @self: the page
   * @item: the item
   *
   * Somebody wants to see one of the session's talks.
   */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ITEM);

  g_type_ensure (LANYARD_TYPE_RICH_TEXT_VIEW);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/sessions/lanyard-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, when);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, talks);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, star_all);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, star_all_content);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, description);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, leads_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, meetings_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, programme_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, items);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, minutes_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, minutes);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, star_all_cb);
}

static void
lanyard_session_page_init (LanyardSessionPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_session_page_new:
 * @open: the conference
 * @session: one of its sessions
 *
 * Makes the page of a session.
 *
 * Returns: (transfer floating): a page
 */
LanyardSessionPage *
lanyard_session_page_new (LanyardOpenConference *open,
                          LanyardSession        *session)
{
  LanyardSessionPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (LANYARD_IS_SESSION (session), NULL);

  self = g_object_new (LANYARD_TYPE_SESSION_PAGE, NULL);
  self->open = g_object_ref (open);
  self->key = g_strdup (lanyard_session_get_key (session));
  lanyard_zone_button_set_open (self->zone, open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (show_plan), self, G_CONNECT_SWAPPED);
  refill (self);
  return self;
}

/**
 * lanyard_session_page_get_key:
 * @self: a page
 *
 * Gets which session it shows.
 *
 * Returns: (transfer none): the session's key
 */
const char *
lanyard_session_page_get_key (LanyardSessionPage *self)
{
  g_return_val_if_fail (LANYARD_IS_SESSION_PAGE (self), NULL);

  return self->key;
}
