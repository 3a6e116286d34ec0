/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conference that is open, a menu of the others, and the pages. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../refresh/lanyard-standing-foot.h"
#include "../widgets/lanyard-lazy-menu.h"
#include "lanyard-sidebar.h"
#include "plan/lanyard-now.h"
#include "plan/lanyard-people.h"

struct _LanyardSidebar
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardHistory *history;     /* owned, nullable until set */
  gboolean follows_now;        /* whether it shows what is on: after the first frame */

  GtkMenuButton *switcher;
  GtkMenuButton *main_button;
  GMenuModel *main_menu;
  GtkLabel *title;
  GtkLabel *dates;
  GtkListBox *list;
  LanyardStandingFoot *foot;
  GtkLabel *plan_count;      /* borrowed from the list */
  GtkWidget *now_row;        /* borrowed from the list */
  GtkWidget *now_dot;        /* borrowed from the list, NULL until there is something to tell */
  GtkLabel *sessions_title;  /* borrowed from the list */
  GtkLabel *sessions_count;  /* borrowed from the list */
  GtkLabel *speakers_count;  /* borrowed from the list */
  GtkLabel *rooms_count;     /* borrowed from the list */
  GtkLabel *updates_count;   /* borrowed from the list */
  guint counting;            /* id of the source that has people and rooms counted */
};

/* How many there are, counted on a thread of its own. */
typedef struct
{
  guint n_people;
  GPtrArray *rooms; /* owned, of LanyardRoom */
} Counts;

static void
counts_free (gpointer data)
{
  Counts *counts = data;

  g_ptr_array_unref (counts->rooms);
  g_free (counts);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Counts, counts_free)

enum
{
  SIGNAL_PAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSidebar, lanyard_sidebar, ADW_TYPE_BIN)

static GtkWidget *
make_row (const char  *page,
          const char  *icon_name,
          const char  *title,
          GtkLabel   **title_label,
          GtkLabel   **count_label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_visible (count, FALSE);
  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, page);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, count, NULL, -1);
  if (title_label != NULL)
    *title_label = GTK_LABEL (label);
  if (count_label != NULL)
    *count_label = GTK_LABEL (count);
  return row;
}

static void
set_count (GtkLabel *label,
           guint     count)
{
  g_autofree char *text = count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("");

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
}

static void
show_plan (LanyardSidebar *self)
{
  LanyardPlan *plan = lanyard_open_conference_get_plan (self->open);

  set_count (self->plan_count, plan != NULL ? lanyard_plan_get_n_picks (plan) : 0);
}

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Counts *counts = g_new0 (Counts, 1);

  counts->n_people = lanyard_people_get_profiles (lanyard_people_get (task_data))->len;
  counts->rooms = lanyard_programme_dup_rooms (task_data);
  g_task_return_pointer (task, counts, counts_free);
}

static void
show_rooms (LanyardSidebar *self,
            GPtrArray      *rooms)
{
  LanyardFilter *hidden = lanyard_open_conference_get_hidden (self->open);
  guint n_shown = 0;

  for (guint i = 0; i < rooms->len; i++)
    if (!lanyard_filter_has_value (hidden, LANYARD_FILTER_ROOM, lanyard_room_get_name (rooms->pdata[i])))
      n_shown++;
  set_count (self->rooms_count, n_shown);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  LanyardSidebar *self = LANYARD_SIDEBAR (source);
  g_autoptr (Counts) counts = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->open == NULL ||
      g_task_get_task_data (G_TASK (result)) != lanyard_open_conference_get_programme (self->open))
    return;
  set_count (self->speakers_count, counts->n_people);
  show_rooms (self, counts->rooms);
}

static gboolean
count_cb (gpointer user_data)
{
  LanyardSidebar *self = LANYARD_SIDEBAR (user_data);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  g_autoptr (GTask) task = NULL;

  self->counting = 0;
  if (programme == NULL)
    return G_SOURCE_REMOVE;
  task = g_task_new (self, NULL, counted_cb, NULL);
  g_task_set_task_data (task, g_object_ref (programme), g_object_unref);
  g_task_run_in_thread (task, count_in_thread);
  return G_SOURCE_REMOVE;
}

/* When the frame is out: who is who takes a while, and nobody waits for it. */
static void
count_later (LanyardSidebar *self)
{
  g_clear_handle_id (&self->counting, g_source_remove);
  self->counting = g_timeout_add_full (G_PRIORITY_LOW, 100, count_cb, self, NULL);
}

static void
show_programme (LanyardSidebar *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardConference *conference;
  g_autofree char *dates = NULL;

  if (programme == NULL)
    return;
  conference = lanyard_programme_get_conference (programme);
  dates = lanyard_phrase_dates (conference);
  gtk_label_set_label (self->title, lanyard_conference_get_title (conference));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), lanyard_conference_get_title (conference));
  gtk_label_set_label (self->dates, dates);
  gtk_label_set_label (self->sessions_title, lanyard_phrase_sessions (programme));
  set_count (self->sessions_count, lanyard_programme_get_sessions (programme)->len);
  count_later (self);
}

static GtkWidget *
make_dot (void)
{
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "unseen-dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  return dot;
}

/* A dot while something of the plan is on. Before the window's first frame
 * nobody looks whether it is. */
static void
show_now (LanyardSidebar *self)
{
  LanyardPlan *plan = lanyard_open_conference_get_plan (self->open);
  GtkAccessible *row = GTK_ACCESSIBLE (self->now_row);
  gboolean is_running =
      plan != NULL && lanyard_plan_is_running (plan, lanyard_open_conference_get_now (self->open));

  g_assert (LANYARD_IS_SIDEBAR (self));

  if (is_running == (self->now_dot != NULL && gtk_widget_get_visible (self->now_dot)))
    return;
  if (self->now_dot == NULL)
    {
      self->now_dot = make_dot ();
      gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self->now_row))), self->now_dot);
      gtk_accessible_reset_relation (row, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    }
  gtk_widget_set_visible (self->now_dot, is_running);
  gtk_accessible_update_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_running ? _("Now & Next, something in My Plan is on") : _("Now & Next"), -1);
  gtk_widget_set_tooltip_text (self->now_row, is_running ? _("Something in My Plan is on now") : NULL);
}

static void
follow_now (LanyardSidebar *self)
{
  if (self->follows_now)
    return;
  self->follows_now = TRUE;
  g_signal_connect_object (self->open, "notify::plan", G_CALLBACK (show_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open, "notify::now", G_CALLBACK (show_now), self, G_CONNECT_SWAPPED);
  show_now (self);
}

/* The number stands out until somebody has looked. */
static void
show_updates (LanyardSidebar *self)
{
  guint n_unseen = lanyard_history_get_n_unseen (self->history);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self->updates_count), GTK_TYPE_LIST_BOX_ROW);
  g_autofree char *name = NULL;

  if (n_unseen > 0)
    name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Updates, %u is new", "Updates, %u are new",
                                         n_unseen),
                            n_unseen);
  set_count (self->updates_count, n_unseen);
  gtk_widget_set_visible (GTK_WIDGET (self->updates_count), n_unseen > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : _("Updates"), -1);
}

static void
row_activated_cb (LanyardSidebar *self,
                  GtkListBoxRow  *row)
{
  g_signal_emit (self, signals[SIGNAL_PAGE_ACTIVATED], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

typedef enum
{
  WHEN_NOW,
  WHEN_UPCOMING,
  WHEN_PAST,
} When;

static When
when_of (LanyardConference *conference,
         gint64             now)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (conference);

  if (fields->end < now)
    return WHEN_PAST;
  return fields->start > now ? WHEN_UPCOMING : WHEN_NOW;
}

static void
add_conferences (GMenu      *menu,
                 GPtrArray  *conferences,
                 gint64      now,
                 When        when,
                 const char *heading)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (conferences, i);
      g_autoptr (GMenuItem) item = NULL;

      if (when_of (conference, now) != when)
        continue;
      item = g_menu_item_new (lanyard_conference_get_title (conference), NULL);
      g_menu_item_set_action_and_target (item, "win.conference", "s", lanyard_conference_get_uuid (conference));
      g_menu_append_item (section, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, heading, G_MENU_MODEL (section));
}

static void
lanyard_sidebar_dispose (GObject *object)
{
  LanyardSidebar *self = LANYARD_SIDEBAR (object);

  g_clear_handle_id (&self->counting, g_source_remove);
  g_clear_object (&self->history);
  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SIDEBAR);

  G_OBJECT_CLASS (lanyard_sidebar_parent_class)->dispose (object);
}

static void
lanyard_sidebar_class_init (LanyardSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_sidebar_dispose;

  /**
   * LanyardSidebar::page-activated:
   * @self: the sidebar
   * @page: the page's name
   *
   * Somebody wants to see a page.
   */
  signals[SIGNAL_PAGE_ACTIVATED] = g_signal_new ("page-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (LANYARD_TYPE_STANDING_FOOT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/browser/lanyard-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSidebar, switcher);
  gtk_widget_class_bind_template_child (widget_class, LanyardSidebar, main_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardSidebar, main_menu);
  gtk_widget_class_bind_template_child (widget_class, LanyardSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSidebar, dates);
  gtk_widget_class_bind_template_child (widget_class, LanyardSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardSidebar, foot);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
lanyard_sidebar_init (LanyardSidebar *self)
{
  GtkWidget *row;

  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_lazy_menu_set (self->main_button, self->main_menu);
  gtk_list_box_append (self->list, make_row ("plan", "lanyard-star-symbolic", _("My Plan"), NULL, &self->plan_count));
  self->now_row = make_row ("now", "lanyard-clock-symbolic", _("Now & Next"), NULL, NULL);
  gtk_list_box_append (self->list, self->now_row);
  gtk_list_box_append (self->list, make_row ("schedule", "lanyard-schedule-symbolic", _("Schedule"), NULL, NULL));
  gtk_list_box_append (self->list, make_row ("sessions", "lanyard-microconference-symbolic", _("Tracks"),
                                             &self->sessions_title, &self->sessions_count));
  gtk_list_box_append (self->list, make_row ("speakers", "lanyard-people-symbolic", _("Speakers"), NULL,
                                             &self->speakers_count));
  gtk_list_box_append (self->list, make_row ("rooms", "lanyard-room-symbolic", _("Rooms"), NULL, &self->rooms_count));
  row = make_row ("updates", "lanyard-updates-symbolic", _("Updates"), NULL, &self->updates_count);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_widget_remove_css_class (GTK_WIDGET (self->updates_count), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->updates_count), "unseen-count");
  gtk_widget_set_valign (GTK_WIDGET (self->updates_count), GTK_ALIGN_CENTER);
  gtk_list_box_append (self->list, row);
}

/**
 * lanyard_sidebar_set_open:
 * @self: a sidebar
 * @open: the conference it shows
 *
 * Says what it shows; once.
 */
void
lanyard_sidebar_set_open (LanyardSidebar        *self,
                          LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_SIDEBAR (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (show_programme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (show_plan), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::hidden", G_CALLBACK (count_later), self, G_CONNECT_SWAPPED);
  show_programme (self);
  show_plan (self);
}

/**
 * lanyard_sidebar_set_history:
 * @self: a sidebar
 * @history: what has changed in the conference it shows
 *
 * Says what there is to see; once.
 */
void
lanyard_sidebar_set_history (LanyardSidebar *self,
                             LanyardHistory *history)
{
  g_return_if_fail (LANYARD_IS_SIDEBAR (self));
  g_return_if_fail (self->history == NULL);

  self->history = g_object_ref (history);
  g_signal_connect_object (history, "changed", G_CALLBACK (show_updates), self, G_CONNECT_SWAPPED);
  show_updates (self);
}

/**
 * lanyard_sidebar_set_standing:
 * @self: a sidebar
 * @standing: how fresh the conference is
 *
 * Says what its foot shows; once.
 */
void
lanyard_sidebar_set_standing (LanyardSidebar   *self,
                               LanyardStanding *standing)
{
  g_return_if_fail (LANYARD_IS_SIDEBAR (self));

  lanyard_standing_foot_set_standing (self->foot, standing);
}

/**
 * lanyard_sidebar_set_conferences:
 * @self: a sidebar
 * @conferences: (element-type LanyardConference): all that are stored
 *
 * Fills the menu of conferences. The window has them when the first frame is
 * out, from when on the sidebar also tells what is on.
 */
void
lanyard_sidebar_set_conferences (LanyardSidebar *self,
                                 GPtrArray      *conferences)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) this = g_menu_new ();
  gint64 now;

  g_return_if_fail (LANYARD_IS_SIDEBAR (self));

  now = lanyard_open_conference_get_now (self->open);
  add_conferences (menu, conferences, now, WHEN_NOW, _("Now"));
  add_conferences (menu, conferences, now, WHEN_UPCOMING, _("Upcoming"));
  add_conferences (menu, conferences, now, WHEN_PAST, _("Past"));
  g_menu_append (add, _("_Add Conference…"), "win.add-conference");
  g_menu_append (add, _("Add the _Sample"), "win.add-sample");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append (this, _("A_bout This Conference"), "win.show-conference");
  g_menu_append (this, _("_Remove This Conference"), "win.remove-conference");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (this));
  lanyard_lazy_menu_set (self->switcher, G_MENU_MODEL (menu));
  follow_now (self);
}

/**
 * lanyard_sidebar_set_page:
 * @self: a sidebar
 * @page: a page's name
 *
 * Selects the row of the page that is shown.
 */
void
lanyard_sidebar_set_page (LanyardSidebar *self,
                          const char     *page)
{
  g_return_if_fail (LANYARD_IS_SIDEBAR (self));

  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        return;
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), page) == 0)
        gtk_list_box_select_row (self->list, row);
    }
}
