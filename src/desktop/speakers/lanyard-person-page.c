/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One person: who they are, all that they speak at, wrote and lead, and where
 * the programme asks them to be in two places at once. The page keeps a key
 * and finds the person anew in each programme. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-fold.h"
#include "../widgets/lanyard-item-box.h"
#include "../widgets/lanyard-pick-menu.h"
#include "../widgets/lanyard-picking.h"
#include "../widgets/lanyard-rich-text-view.h"
#include "../widgets/lanyard-star-button.h"
#include "../widgets/lanyard-text-side.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-person-page.h"
#include "lanyard-person-phrases.h"
#include "plan/lanyard-people.h"

struct _LanyardPersonPage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned */
  char *key;                   /* owned */
  LanyardProfile *profile;     /* owned, nullable once they have vanished */
  GPtrArray *rows;             /* owned, of GtkWidget: what refill added to groups */
  GCancellable *loading;       /* owned, nullable: of the biography */

  LanyardZoneButton *zone;
  GtkStack *stack;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *affiliation;
  GtkLabel *roles;
  GtkButton *star_all;
  AdwButtonContent *star_all_content;
  GtkButton *write_button;
  GtkWidget *biography_fold;
  LanyardRichTextView *biography;
  AdwPreferencesGroup *overlaps_group;
  AdwPreferencesGroup *talks_group;
  LanyardItemBox *talks;
  AdwPreferencesGroup *authored_group;
  LanyardItemBox *authored;
  AdwPreferencesGroup *sessions_group;
};

G_DEFINE_FINAL_TYPE (LanyardPersonPage, lanyard_person_page, ADW_TYPE_NAVIGATION_PAGE)

static void
add_row (LanyardPersonPage   *self,
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
remove_rows (LanyardPersonPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (
          ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
make_row (const char *icon_name,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  return row;
}

static void
show_overlaps (LanyardPersonPage *self)
{
  g_autoptr (GPtrArray) overlaps = lanyard_profile_dup_overlaps (self->profile);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const LanyardTalkOverlap *overlap = g_ptr_array_index (overlaps, i);
      g_autofree char *title = lanyard_phrase_talk_overlap (overlap, lanyard_open_conference_get_zone (self->open));
      g_autofree char *subtitle = NULL;
      GtkWidget *row;

      /* Translators: the titles of two talks that overlap */
      subtitle = g_strdup_printf (_("“%1$s” and “%2$s”"), lanyard_item_get_title (LANYARD_ITEM (overlap->first)),
                                  lanyard_item_get_title (LANYARD_ITEM (overlap->second)));
      row = make_row ("dialog-warning-symbolic", title, subtitle);
      gtk_widget_add_css_class (row, "overlap");
      add_row (self, self->overlaps_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->overlaps_group), overlaps->len > 0);
}

static void
show_sessions (LanyardPersonPage *self)
{
  GPtrArray *sessions = lanyard_profile_get_sessions (self->profile);

  for (guint i = 0; i < sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (sessions, i);
      g_autofree char *when = lanyard_phrase_session (self->open, session);
      GtkWidget *row =
          make_row ("lanyard-microconference-symbolic", lanyard_session_get_title (session), when);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-session");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", lanyard_session_get_key (session));
      add_row (self, self->sessions_group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sessions_group), sessions->len > 0);
}

static gboolean
are_all_picked (LanyardPersonPage *self)
{
  GPtrArray *talks = lanyard_profile_get_talks (self->profile);

  for (guint i = 0; i < talks->len; i++)
    if (!lanyard_level_is_picked (lanyard_open_conference_get_level (self->open, LANYARD_KIND_TALK,
                                                                     lanyard_item_get_key (talks->pdata[i]))))
      return FALSE;
  return TRUE;
}

static void
show_plan (LanyardPersonPage *self)
{
  gboolean picked;

  if (self->profile == NULL || lanyard_open_conference_get_plan (self->open) == NULL)
    return;
  picked = are_all_picked (self);
  adw_button_content_set_icon_name (self->star_all_content,
                                    lanyard_star_get_icon_name (picked ? LANYARD_LEVEL_GOING : LANYARD_LEVEL_NONE, FALSE));
  adw_button_content_set_label (self->star_all_content, picked ? _("Unstar All") : _("Star All"));
  if (picked)
    gtk_widget_remove_css_class (GTK_WIDGET (self->star_all), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->star_all), "suggested-action");
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_zone (LanyardPersonPage *self)
{
  if (self->profile == NULL)
    return;
  remove_rows (self);
  show_overlaps (self);
  show_sessions (self);
}

/* Names that were not read yet, or a person who has gone meanwhile, have none. */
static void
biography_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (LanyardPersonPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardPerson) person = lanyard_store_load_person_finish (LANYARD_STORE (source), result, &error);
  LanyardTextFormat format = LANYARD_TEXT_PLAIN;
  const char *text = person != NULL ? lanyard_person_get_biography (person, &format) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->biography == NULL)
    return;
  lanyard_rich_text_view_set_source (self->biography, text, format, NULL);
  gtk_widget_set_visible (self->biography_fold, text != NULL);
}

/* An outline leaves biographies in the store. */
static void
load_biography (LanyardPersonPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const char *uuid = lanyard_conference_get_uuid (lanyard_programme_get_conference (programme));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (uuid == NULL)
    return;
  self->loading = g_cancellable_new ();
  lanyard_store_load_person_async (lanyard_open_conference_get_store (self->open), uuid,
                                   lanyard_profile_get_key (self->profile), self->loading, biography_loaded_cb,
                                   g_object_ref (self));
}

static void
refill (LanyardPersonPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardProfile *profile;
  GPtrArray *talks;
  GPtrArray *authored;
  g_autofree char *roles = NULL;

  if (programme == NULL)
    return;
  profile = lanyard_people_find (lanyard_people_get (programme), self->key);
  g_set_object (&self->profile, profile);
  gtk_stack_set_visible_child_name (self->stack, profile != NULL ? "person" : "gone");
  if (profile == NULL)
    return;

  roles = lanyard_phrase_roles (profile);
  talks = lanyard_profile_get_talks (profile);
  authored = lanyard_profile_get_authored (profile);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), lanyard_profile_get_name (profile));
  adw_avatar_set_text (self->avatar, lanyard_profile_get_name (profile));
  show_text (self->name, lanyard_profile_get_name (profile));
  show_text (self->affiliation, lanyard_profile_get_affiliation (profile));
  show_text (self->roles, roles);
  gtk_widget_set_visible (GTK_WIDGET (self->write_button), lanyard_profile_get_email (profile) != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->write_button), lanyard_profile_get_email (profile));
  gtk_widget_set_visible (GTK_WIDGET (self->star_all), talks->len > 0);
  load_biography (self);
  lanyard_item_box_set_items (self->talks, talks);
  lanyard_item_box_set_items (self->authored, authored);
  gtk_widget_set_visible (GTK_WIDGET (self->talks_group), talks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->authored_group), authored->len > 0);
  show_zone (self);
  show_plan (self);
}

/* All of them, in one edit; a maybe stays one. */
static void
star_all_cb (LanyardPersonPage *self)
{
  GPtrArray *talks = lanyard_profile_get_talks (self->profile);
  LanyardLevel level = are_all_picked (self) ? LANYARD_LEVEL_NONE : LANYARD_LEVEL_GOING;
  g_autoptr (GPtrArray) pickables = lanyard_pickables_new ();

  for (guint i = 0; i < talks->len; i++)
    {
      g_autoptr (LanyardPickable) pickable = lanyard_pickable_new_of_item (g_ptr_array_index (talks, i));

      if (level == LANYARD_LEVEL_NONE || !lanyard_level_is_picked (lanyard_picking_get_level (self->open, pickable)))
        g_ptr_array_add (pickables, g_steal_pointer (&pickable));
    }
  lanyard_picking_set_level (GTK_WIDGET (self), self->open, pickables, level);
}

static void
write_cb (LanyardPersonPage *self)
{
  g_autofree char *address = g_uri_escape_string (lanyard_profile_get_email (self->profile), "@", FALSE);
  g_autofree char *uri = g_strdup_printf ("mailto:%s", address);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
copy_name_cb (LanyardPersonPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), lanyard_profile_get_name (self->profile));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
lanyard_person_page_dispose (GObject *object)
{
  LanyardPersonPage *self = LANYARD_PERSON_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->open);
  g_clear_object (&self->profile);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_PERSON_PAGE);

  G_OBJECT_CLASS (lanyard_person_page_parent_class)->dispose (object);
}

static void
lanyard_person_page_class_init (LanyardPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_person_page_dispose;

  g_type_ensure (LANYARD_TYPE_FOLD);
  g_type_ensure (LANYARD_TYPE_ITEM_BOX);
  g_type_ensure (LANYARD_TYPE_RICH_TEXT_VIEW);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/speakers/lanyard-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, name);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, affiliation);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, roles);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, star_all);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, star_all_content);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, write_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, biography_fold);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, biography);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, overlaps_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, talks_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, talks);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, authored_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, authored);
  gtk_widget_class_bind_template_child (widget_class, LanyardPersonPage, sessions_group);
  gtk_widget_class_bind_template_callback (widget_class, copy_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, star_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
}

static void
lanyard_person_page_init (LanyardPersonPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_text_side_follow (GTK_WIDGET (self));
}

/**
 * lanyard_person_page_new:
 * @open: the conference it shows
 * @key: the key of one of the programme's persons
 *
 * Makes the page of the human who is that person, and of whom there may be
 * other mentions.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
lanyard_person_page_new (LanyardOpenConference *open,
                         const char            *key)
{
  LanyardPersonPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_PERSON_PAGE, NULL);
  self->open = g_object_ref (open);
  lanyard_pick_menu_attach (GTK_WIDGET (self), open);
  self->key = g_strdup (key);
  lanyard_zone_button_set_open (self->zone, open);
  lanyard_item_box_set_open (self->talks, open, _("Talks"), LANYARD_ITEM_BOX_DAYS);
  lanyard_item_box_set_open (self->authored, open, _("Wrote"), LANYARD_ITEM_BOX_DAYS);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (show_zone), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (show_plan), self, G_CONNECT_SWAPPED);
  refill (self);
  return GTK_WIDGET (self);
}
