/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One session: what it is about, who leads it, when and where it meets, its
 * talks and breaks in order, what of the plan is at the same time, and a star
 * for all of it. The page keeps the session's key and finds the session anew in
 * each programme. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../export/lanyard-outgoing.h"
#include "../lanyard-phrases.h"
#include "../widgets/lanyard-fold.h"
#include "../widgets/lanyard-lazy-menu.h"
#include "../widgets/lanyard-link-button.h"
#include "../widgets/lanyard-note-editor.h"
#include "../widgets/lanyard-pick-actions.h"
#include "../widgets/lanyard-pick-menu.h"
#include "../widgets/lanyard-pick-source.h"
#include "../widgets/lanyard-picking.h"
#include "../widgets/lanyard-rich-text-view.h"
#include "../widgets/lanyard-star-button.h"
#include "../widgets/lanyard-text-side.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-session-page.h"
#include "lanyard-session-phrases.h"
#include "lanyard-session-programme.h"
#include "lanyard-session-rows.h"

#define MOST_OVERLAPS 5

struct _LanyardSessionPage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned */
  char *key;                   /* owned */
  LanyardSession *session;     /* owned, nullable once it has vanished */
  GPtrArray *rows;             /* owned, of GtkWidget: what the programme added to groups and buttons */
  GPtrArray *overlaps;         /* owned, of GtkWidget: what the plan added to its group */
  LanyardPickActions *actions; /* borrowed from our action groups */

  LanyardZoneButton *zone;
  GtkLabel *heading;
  GtkLabel *cancelled;
  GtkLabel *when;
  GtkLabel *elsewhere;
  GtkLabel *talks;
  AdwWrapBox *buttons;
  AdwSplitButton *star_all;
  AdwButtonContent *star_all_content;
  GtkButton *calendar;
  GtkMenuButton *more_button;
  GMenuModel *more;
  LanyardNoteEditor *note;
  LanyardRichTextView *description;
  AdwPreferencesGroup *leads_group;
  AdwPreferencesGroup *overlaps_group;
  AdwPreferencesGroup *programme_group;
  LanyardSessionProgramme *programme;
  AdwPreferencesGroup *links_group;
  AdwPreferencesGroup *minutes_group;
  LanyardRichTextView *minutes;
};

static LanyardPickable *
lanyard_session_page_dup_pickable (LanyardPickSource *source)
{
  LanyardSessionPage *self = LANYARD_SESSION_PAGE (source);

  if (self->session == NULL)
    return NULL;
  return lanyard_pickable_new (LANYARD_KIND_SESSION, self->key, lanyard_session_get_title (self->session));
}

static void
lanyard_session_page_init_pick_source (LanyardPickSourceInterface *iface)
{
  iface->dup_pickable = lanyard_session_page_dup_pickable;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardSessionPage, lanyard_session_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_PICK_SOURCE, lanyard_session_page_init_pick_source))

static LanyardLevel
get_level (LanyardSessionPage *self)
{
  return lanyard_open_conference_get_level (self->open, LANYARD_KIND_SESSION, self->key);
}

static void
add_row (GPtrArray           *rows,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  GtkAccessible *list;

  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);

  /* The group makes the list itself; not every libadwaita names it. */
  list = GTK_ACCESSIBLE (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX));
  gtk_accessible_reset_relation (list, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_group_get_title (group), -1);
}

static void
remove_rows (LanyardSessionPage *self,
             GPtrArray          *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      if (group != NULL)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
      else
        adw_wrap_box_remove (self->buttons, row);
    }
  g_ptr_array_set_size (rows, 0);
}

static void
show_star (LanyardSessionPage *self)
{
  LanyardLevel level = get_level (self);

  adw_button_content_set_icon_name (self->star_all_content, lanyard_star_get_icon_name (level, FALSE));
  adw_button_content_set_label (self->star_all_content,
                                level == LANYARD_LEVEL_NONE ? _("Star All") : _("Unstar All"));
  if (level == LANYARD_LEVEL_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self->star_all), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->star_all), "suggested-action");
}

/* What of the plan is at the time of one of the blocks, each once; of the
 * session itself nothing. */
static GPtrArray *
dup_overlaps (LanyardSessionPage *self)
{
  LanyardPlan *plan = lanyard_open_conference_get_plan (self->open);
  g_autoptr (GPtrArray) blocks = lanyard_programme_dup_session_blocks (
      lanyard_open_conference_get_programme (self->open), self->session);
  GPtrArray *overlaps = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++)
    {
      g_autoptr (GPtrArray) entries = lanyard_plan_dup_overlaps_with (plan, g_ptr_array_index (blocks, i));

      for (guint j = 0; j < entries->len; j++)
        {
          LanyardPlanEntry *entry = g_ptr_array_index (entries, j);

          if (lanyard_item_get_session (entry->item) != self->session && !g_ptr_array_find (overlaps, entry, NULL))
            g_ptr_array_add (overlaps, entry);
        }
    }
  return overlaps;
}

static void
show_overlaps (LanyardSessionPage *self)
{
  g_autoptr (GPtrArray) overlaps = dup_overlaps (self);
  guint n_shown = overlaps->len <= MOST_OVERLAPS ? overlaps->len : MOST_OVERLAPS - 1;

  remove_rows (self, self->overlaps);
  for (guint i = 0; i < n_shown; i++)
    add_row (self->overlaps, self->overlaps_group,
             lanyard_overlap_row_new (self->open, g_ptr_array_index (overlaps, i)));
  if (n_shown < overlaps->len)
    add_row (self->overlaps, self->overlaps_group, lanyard_more_row_new (overlaps->len - n_shown));
  gtk_widget_set_visible (GTK_WIDGET (self->overlaps_group), overlaps->len > 0);
}

static void
show_plan (LanyardSessionPage *self)
{
  g_autofree char *talks = NULL;

  if (self->session == NULL || lanyard_open_conference_get_plan (self->open) == NULL)
    return;
  talks = lanyard_phrase_session_talks (self->open, self->session);
  gtk_label_set_label (self->talks, talks);
  show_star (self);
  show_overlaps (self);
}

static void
show_times (LanyardSessionPage *self)
{
  g_autofree char *when = NULL;
  g_autofree char *elsewhere = NULL;

  if (self->session == NULL || lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  when = lanyard_phrase_session_when (self->open, self->session);
  elsewhere = lanyard_phrase_session_elsewhere (self->open, self->session);
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->elsewhere, elsewhere != NULL ? elsewhere : "");
  gtk_widget_set_visible (GTK_WIDGET (self->elsewhere), elsewhere != NULL);
}

static void
zone_changed_cb (LanyardSessionPage *self)
{
  show_times (self);
  lanyard_session_programme_show_times (self->programme);
  if (self->session != NULL && lanyard_open_conference_get_plan (self->open) != NULL)
    show_overlaps (self);
}

static void
show_leads (LanyardSessionPage *self)
{
  GPtrArray *leads = lanyard_session_get_fields (self->session)->leads;
  GtkWidget *nobody = leads->len == 0 ? lanyard_nobody_row_new (self->open) : NULL;

  for (guint i = 0; i < leads->len; i++)
    add_row (self->rows, self->leads_group,
             lanyard_lead_row_new (self->open, self->session, g_ptr_array_index (leads, i)));
  if (nobody != NULL)
    add_row (self->rows, self->leads_group, nobody);
  gtk_widget_set_visible (GTK_WIDGET (self->leads_group), leads->len > 0 || nobody != NULL);
}

/* Where people meet is a button, what they read is a row. */
static gboolean
is_place (const LanyardLink *link)
{
  return link->kind == LANYARD_LINK_CHAT || link->kind == LANYARD_LINK_STREAM || link->kind == LANYARD_LINK_PAD ||
         link->kind == LANYARD_LINK_RECORDING;
}

static void
show_places (LanyardSessionPage *self,
             GPtrArray          *links)
{
  static const LanyardLinkKind order[] = {
    LANYARD_LINK_CHAT, LANYARD_LINK_STREAM, LANYARD_LINK_PAD, LANYARD_LINK_RECORDING,
  };
  GtkWidget *last = GTK_WIDGET (self->star_all);

  for (gsize kind = 0; kind < G_N_ELEMENTS (order); kind++)
    for (guint i = 0; i < links->len; i++)
      {
        LanyardLink *link = g_ptr_array_index (links, i);
        GtkWidget *button;

        if (link->kind != order[kind])
          continue;
        button = lanyard_link_button_new (link);
        adw_wrap_box_insert_child_after (self->buttons, button, last);
        g_ptr_array_add (self->rows, button);
        last = button;
      }
}

static void
show_links (LanyardSessionPage *self)
{
  const LanyardSessionFields *fields = lanyard_session_get_fields (self->session);
  guint n_rows = 0;

  show_places (self, fields->links);
  for (guint i = 0; i < fields->links->len; i++)
    {
      LanyardLink *link = g_ptr_array_index (fields->links, i);

      if (is_place (link))
        continue;
      add_row (self->rows, self->links_group, lanyard_link_row_new (link));
      n_rows++;
    }
  if (fields->url != NULL)
    {
      g_autoptr (LanyardLink) page = lanyard_link_new (fields->url, NULL, LANYARD_LINK_WEB, NULL, 0);

      add_row (self->rows, self->links_group, lanyard_link_row_new (page));
      n_rows++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->links_group), n_rows > 0);
}

static void
show_text (LanyardSessionPage *self,
           LanyardSession     *before)
{
  const LanyardSessionFields *fields = lanyard_session_get_fields (self->session);
  const LanyardSessionFields *old = before != NULL ? lanyard_session_get_fields (before) : NULL;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), fields->title);
  gtk_label_set_label (self->heading, fields->title);
  gtk_widget_set_visible (GTK_WIDGET (self->cancelled), fields->is_cancelled);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->calendar), "(us)", (guint) LANYARD_KIND_SESSION, self->key);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_group), fields->minutes != NULL);
  /* A text that is the same is not laid out again under somebody's eyes. */
  if (old == NULL || g_strcmp0 (old->description, fields->description) != 0)
    lanyard_rich_text_view_set_source (self->description, fields->description, fields->description_format, fields->url);
  if (old == NULL || g_strcmp0 (old->minutes, fields->minutes) != 0)
    lanyard_rich_text_view_set_source (self->minutes, fields->minutes, LANYARD_TEXT_HTML, fields->url);
}

static void
refill (LanyardSessionPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardSession *session = programme != NULL ? lanyard_programme_find_session (programme, self->key) : NULL;
  g_autoptr (LanyardSession) before = NULL;

  if (session == NULL)
    return;

  before = g_steal_pointer (&self->session);
  self->session = g_object_ref (session);
  remove_rows (self, self->rows);
  show_text (self, before);
  show_times (self);
  show_leads (self);
  show_links (self);
  lanyard_pick_actions_take_pickable (self->actions, lanyard_session_page_dup_pickable (LANYARD_PICK_SOURCE (self)));
  lanyard_note_editor_set_subject (self->note, self->open, lanyard_session_page_dup_pickable (LANYARD_PICK_SOURCE (self)));
  lanyard_session_programme_show (self->programme, self->open, session);
  gtk_widget_set_visible (GTK_WIDGET (self->programme_group),
                          gtk_widget_get_visible (GTK_WIDGET (self->programme)));
  show_plan (self);
}

/* What the button says it does; how much is in its menu. */
static void
star_all_cb (LanyardSessionPage *self)
{
  g_autoptr (GPtrArray) pickables = lanyard_pickables_new ();
  LanyardPickable *pickable = lanyard_session_page_dup_pickable (LANYARD_PICK_SOURCE (self));

  if (pickable == NULL)
    return;
  g_ptr_array_add (pickables, pickable);
  lanyard_picking_set_level (GTK_WIDGET (self), self->open, pickables,
                             get_level (self) == LANYARD_LEVEL_NONE ? LANYARD_LEVEL_GOING : LANYARD_LEVEL_NONE);
}

static void
take_out_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *target)
{
  LanyardSessionPage *self = LANYARD_SESSION_PAGE (widget);
  g_autofree char *subject = lanyard_outgoing_dup_subject (LANYARD_KIND_SESSION, self->key);

  lanyard_outgoing_activate (widget, action_name, subject);
}

static void
lanyard_session_page_dispose (GObject *object)
{
  LanyardSessionPage *self = LANYARD_SESSION_PAGE (object);

  g_clear_object (&self->open);
  g_clear_object (&self->session);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->overlaps, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SESSION_PAGE);

  G_OBJECT_CLASS (lanyard_session_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, cancelled);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, when);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, talks);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, star_all);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, star_all_content);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, more);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, note);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, description);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, leads_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, overlaps_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, programme_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, programme);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, links_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, minutes_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionPage, minutes);
}

static void
lanyard_session_page_class_init (LanyardSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_session_page_dispose;

  g_type_ensure (LANYARD_TYPE_FOLD);
  g_type_ensure (LANYARD_TYPE_NOTE_EDITOR);
  g_type_ensure (LANYARD_TYPE_RICH_TEXT_VIEW);
  g_type_ensure (LANYARD_TYPE_SESSION_PROGRAMME);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/sessions/lanyard-session-page.ui");
  gtk_widget_class_install_action (widget_class, "session.export", NULL, take_out_action);
  gtk_widget_class_install_action (widget_class, "session.print", NULL, take_out_action);
  gtk_widget_class_install_action (widget_class, "session.share", NULL, take_out_action);
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, star_all_cb);
}

static void
lanyard_session_page_init (LanyardSessionPage *self)
{
  self->rows = g_ptr_array_new ();
  self->overlaps = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_text_side_follow (GTK_WIDGET (self));
  lanyard_lazy_menu_set (self->more_button, self->more);
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
  self->actions = lanyard_pick_actions_new (GTK_WIDGET (self), open);
  lanyard_pick_menu_attach (GTK_WIDGET (self), open);
  lanyard_zone_button_set_open (self->zone, open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);
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
