/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Updates page, the number in the sidebar, and how what is cancelled looks
 * elsewhere: two versions of a programme on a real store. */

#include "config.h"

#include "browser/lanyard-page-bar.h"
#include "detail/lanyard-item-sheet.h"
#include "plan/lanyard-plan-page.h"
#include "updates/lanyard-update-row.h"
#include "updates/lanyard-updates-page.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-item-row.h"
#include "widgets/lanyard-lined-row.h"
#include "widgets/lanyard-item-words.h"
#include "window-driver.h"

#define NOW "2026-10-02T09:00:00Z"
#define EARLIER (G_GINT64_CONSTANT (1790931600) - 7200) /* two hours before NOW */
#define CANCELLED "Mesh on the Nullarbor"
#define MOVED "NFS over a satellite"

static char *
dup_version (const char *version)
{
  return g_build_filename (g_getenv ("LANYARD_CHANGED_PROGRAMMES"), "invented", version, NULL);
}

static void
add_version (WindowDriver *driver,
             const char   *version,
             gint64        now)
{
  g_autofree char *folder = dup_version (version);

  window_driver_add_at (driver, folder, now);
}

static void
star (WindowDriver *driver,
      const char   *title)
{
  LanyardItem *talk = LANYARD_ITEM (window_driver_find_talk (driver, title));

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (talk), LANYARD_LEVEL_GOING);
}

/* A window on the conference with two starred talks, on the schedule. */
static WindowDriver *
driver_with_stars (int width)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  g_settings_set_string (driver->settings, "plan-view", "list");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add_at (driver, g_getenv ("LANYARD_TEST_CONFERENCE"), EARLIER);
  window_driver_show (driver, width, 800);
  star (driver, CANCELLED);
  star (driver, MOVED);
  return driver;
}

static LanyardUpdatesPage *
visible_page (WindowDriver *driver)
{
  GtkWidget *page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_UPDATES_PAGE);

  g_assert_nonnull (page);
  return LANYARD_UPDATES_PAGE (page);
}

static guint
count_shown (WindowDriver *driver)
{
  return g_list_model_get_n_items (lanyard_updates_page_get_model (visible_page (driver)));
}

static GtkWidget *
find_named (GtkWidget  *root,
            GType       type,
            const char *name)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && g_strcmp0 (gtk_widget_get_name (root), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_sidebar_says (WindowDriver *driver,
                     const char   *name)
{
  GtkWidget *row = find_named (GTK_WIDGET (driver->window), GTK_TYPE_LIST_BOX_ROW, "updates");

  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  if (LANYARD_IS_UPDATE_ROW (root))
    {
      GtkWidget *heading = window_driver_find (root, GTK_TYPE_LABEL);

      return g_str_equal (gtk_label_get_label (GTK_LABEL (heading)), title) ? root : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_row_says (WindowDriver *driver,
                 const char   *title,
                 const char   *name)
{
  GtkWidget *row = find_row (GTK_WIDGET (visible_page (driver)), title);

  g_assert_nonnull (row);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_shown_stack_page (WindowDriver *driver)
{
  GtkWidget *stack = window_driver_find (GTK_WIDGET (visible_page (driver)), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
test_empty (void)
{
  g_autoptr (WindowDriver) driver = driver_with_stars (1200);
  GtkWidget *status;

  assert_sidebar_says (driver, "Updates");
  window_driver_activate (driver, "win.page", "updates");
  g_assert_cmpstr (get_shown_stack_page (driver), ==, "empty");
  status = window_driver_find (GTK_WIDGET (visible_page (driver)), ADW_TYPE_STATUS_PAGE);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), ==, "No Updates Yet");
  g_assert_nonnull (find_label (status, "Read from files 2 hours ago"));
}

/* Noticed while the window is open: the number appears, goes when the page was
 * painted, and what was new is marked so until the page is left. */
static void
test_unseen_until_shown (void)
{
  g_autoptr (WindowDriver) driver = driver_with_stars (1200);
  const LanyardChangeFields *fields;
  g_autoptr (LanyardChange) first = NULL;

  add_version (driver, "changed", EARLIER + 3600);
  window_driver_settle ();
  assert_sidebar_says (driver, "Updates, 10 are new");

  window_driver_activate (driver, "win.page", "updates");
  g_assert_cmpstr (get_shown_stack_page (driver), ==, "changes");
  g_assert_cmpuint (count_shown (driver), ==, 10);
  assert_sidebar_says (driver, "Updates");
  first = g_list_model_get_item (lanyard_updates_page_get_model (visible_page (driver)), 0);
  fields = lanyard_change_get_fields (first);
  g_assert_true (fields->is_mine);
  assert_row_says (driver, MOVED,
                   "NFS over a satellite, Moved from Sun 4 Oct, 10:00–10:30 to 11:30–12:00, "
                   "Sat 3 Oct, 16:30–17:00 to 18:00–18:30 in Los Angeles, in My Plan, new since you last looked");

  window_driver_activate (driver, "win.page", "schedule");
  window_driver_activate (driver, "win.page", "updates");
  assert_row_says (driver, MOVED,
                   "NFS over a satellite, Moved from Sun 4 Oct, 10:00–10:30 to 11:30–12:00, "
                   "Sat 3 Oct, 16:30–17:00 to 18:00–18:30 in Los Angeles, in My Plan");
  window_driver_activate (driver, "win.zone", "local");
  assert_row_says (driver, MOVED,
                   "NFS over a satellite, Moved from Sat 3 Oct, 16:30–17:00 to 18:00–18:30, "
                   "Sun 4 Oct, 10:00–10:30 to 11:30–12:00 in Adelaide, in My Plan");
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  assert_sidebar_says (driver, "Updates");
  g_assert_cmpstr (lanyard_browser_get_page (lanyard_window_get_browser (driver->window)), ==, "updates");
  g_assert_cmpuint (count_shown (driver), ==, 10);
}

/* A refresh while somebody reads adds to the top, and is seen at once. */
static void
test_refresh_while_shown (void)
{
  g_autoptr (WindowDriver) driver = driver_with_stars (1200);

  window_driver_activate (driver, "win.page", "updates");
  add_version (driver, "changed", EARLIER + 3600);
  window_driver_settle ();
  g_assert_cmpuint (count_shown (driver), ==, 10);
  assert_sidebar_says (driver, "Updates");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_settle ();
  g_assert_cmpuint (count_shown (driver), ==, 20);
  assert_row_says (driver, CANCELLED,
                   "Mesh on the Nullarbor, Back in the programme, on Fri 2 Oct, 09:30–10:00, "
                   "Thu 1 Oct, 17:00–17:30 in Los Angeles, in My Plan, new since you last looked");
}

static void
test_only_mine (void)
{
  g_autoptr (WindowDriver) driver = driver_with_stars (1200);
  GtkWidget *toggle;

  add_version (driver, "changed", EARLIER + 3600);
  window_driver_activate (driver, "win.page", "updates");
  toggle = window_driver_find (GTK_WIDGET (visible_page (driver)), GTK_TYPE_TOGGLE_BUTTON);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  window_driver_settle ();
  g_assert_cmpuint (count_shown (driver), ==, 2);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  window_driver_settle ();
  g_assert_cmpuint (count_shown (driver), ==, 10);
}

static void
test_nothing_of_mine (void)
{
  g_autoptr (WindowDriver) driver = window_driver_new (NOW);
  GtkWidget *toggle;
  GtkWidget *status;
  GtkWidget *button;

  g_settings_set_string (driver->settings, "page", "updates");
  window_driver_add_at (driver, g_getenv ("LANYARD_TEST_CONFERENCE"), EARLIER);
  add_version (driver, "changed", EARLIER + 3600);
  window_driver_show (driver, 1200, 800);
  toggle = window_driver_find (GTK_WIDGET (visible_page (driver)), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  window_driver_settle ();
  g_assert_cmpstr (get_shown_stack_page (driver), ==, "none-mine");

  status = window_driver_find (GTK_WIDGET (visible_page (driver)), ADW_TYPE_STATUS_PAGE);
  button = window_driver_find (status, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  window_driver_settle ();
  g_assert_cmpstr (get_shown_stack_page (driver), ==, "changes");
}

static void
activate_change (WindowDriver *driver,
                 const char   *title)
{
  GtkWidget *view = window_driver_find (GTK_WIDGET (visible_page (driver)), GTK_TYPE_LIST_VIEW);
  GListModel *model = lanyard_updates_page_get_model (visible_page (driver));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LanyardChange) change = g_list_model_get_item (model, i);

      if (!g_str_equal (lanyard_change_get_fields (change)->title, title))
        continue;
      g_assert_true (gtk_widget_activate_action (view, "list.activate-item", "u", i));
      window_driver_settle ();
      return;
    }
  g_error ("Nothing changed in “%s”", title);
}

/* A row leads to its talk; a cancelled one that is kept says so there. */
static void
test_activating (void)
{
  g_autoptr (WindowDriver) driver = driver_with_stars (1200);
  LanyardDetailPage *detail = lanyard_browser_get_detail (lanyard_window_get_browser (driver->window));
  LanyardItem *talk;
  GtkWidget *sheet;
  GtkWidget *mark;

  add_version (driver, "changed", EARLIER + 3600);
  window_driver_activate (driver, "win.page", "updates");
  activate_change (driver, MOVED);
  talk = LANYARD_ITEM (window_driver_find_talk (driver, MOVED));
  g_assert_true (lanyard_item_get_level (driver->open, lanyard_detail_page_get_item (detail)) == LANYARD_LEVEL_GOING);
  g_assert_false (lanyard_item_is_cancelled (talk));
  sheet = window_driver_find (GTK_WIDGET (detail), LANYARD_TYPE_ITEM_SHEET);
  mark = GTK_WIDGET (gtk_widget_get_template_child (sheet, LANYARD_TYPE_ITEM_SHEET, "cancelled"));
  g_assert_false (gtk_widget_get_visible (mark));

  activate_change (driver, CANCELLED);
  g_assert_true (gtk_widget_get_visible (mark));
  g_assert_true (gtk_widget_is_visible (mark));
}

/* In the plan it is struck through, and said to be cancelled. */
/* What the view wraps a row of the plan, with its lines, in. */
static GtkWidget *
find_wrapper (GtkWidget *row)
{
  return gtk_widget_get_parent (gtk_widget_get_ancestor (row, LANYARD_TYPE_LINED_ROW));
}

static void
test_cancelled_in_the_plan (void)
{
  g_autoptr (WindowDriver) driver = driver_with_stars (1200);
  g_autofree char *label = NULL;
  g_autofree char *elsewhere = NULL;
  LanyardItem *talk;
  GtkWidget *list;
  GtkWidget *row;

  add_version (driver, "changed", EARLIER + 3600);
  window_driver_activate (driver, "win.page", "plan");
  talk = LANYARD_ITEM (window_driver_find_talk (driver, CANCELLED));
  g_assert_true (lanyard_item_is_cancelled (talk));
  list = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_LIST);
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_item_list_get_model (LANYARD_ITEM_LIST (list))), ==, 2);
  row = window_driver_find (list, LANYARD_TYPE_ITEM_ROW);
  g_assert_true (lanyard_item_row_get_item (LANYARD_ITEM_ROW (row)) == talk);
  label = lanyard_item_dup_accessible_label (driver->open, talk, LANYARD_ITEM_ROW_NONE);
  g_assert_true (g_str_has_prefix (label, "09:30–10:00, 30 min, Mesh on the Nullarbor, cancelled, "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_wrapper (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  window_driver_activate (driver, "win.zone", "local");
  row = window_driver_find (list, LANYARD_TYPE_ITEM_ROW);
  elsewhere = lanyard_item_dup_accessible_label (driver->open, talk, LANYARD_ITEM_ROW_NONE);
  g_assert_true (g_str_has_prefix (elsewhere, "17:00–17:30, 30 min, Mesh on the Nullarbor, cancelled, "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_wrapper (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       elsewhere);
}

/* All five pages fit into the bottom bar, and the number is there as well. */
static void
test_narrow (void)
{
  g_autoptr (WindowDriver) driver = driver_with_stars (360);
  GtkWidget *bar = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_PAGE_BAR);
  GtkWidget *toggles = window_driver_find (bar, ADW_TYPE_TOGGLE_GROUP);
  AdwToggle *toggle = adw_toggle_group_get_toggle_by_name (ADW_TOGGLE_GROUP (toggles), "updates");

  add_version (driver, "changed", EARLIER + 3600);
  window_driver_settle ();
  g_assert_cmpstr (adw_toggle_get_tooltip (toggle), ==, "Updates, 10 are new");
  window_driver_activate (driver, "win.page", "updates");
  g_assert_cmpstr (adw_toggle_get_tooltip (toggle), ==, "Updates");
  g_assert_cmpstr (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (toggles)), ==, "updates");
  window_driver_activate (driver, "win.page", "rooms");
  g_assert_null (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (toggles)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (driver->window)), ==, 360);
}

/* Another conference has other updates. */
static void
test_other_conference (void)
{
  g_autoptr (WindowDriver) driver = driver_with_stars (1200);
  g_autofree char *cancelled = g_build_filename (g_getenv ("LANYARD_TEST_CONFERENCE"), "cancelled", NULL);
  g_autofree char *uuid = NULL;

  add_version (driver, "changed", EARLIER + 3600);
  window_driver_add (driver, cancelled);
  uuid = g_settings_get_string (driver->settings, "conference");
  window_driver_activate (driver, "win.page", "updates");
  window_driver_activate (driver, "win.conference", uuid);
  g_assert_cmpstr (get_shown_stack_page (driver), ==, "empty");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/updates/empty", test_empty);
  g_test_add_func ("/updates/unseen-until-shown", test_unseen_until_shown);
  g_test_add_func ("/updates/refresh-while-shown", test_refresh_while_shown);
  g_test_add_func ("/updates/only-mine", test_only_mine);
  g_test_add_func ("/updates/nothing-of-mine", test_nothing_of_mine);
  g_test_add_func ("/updates/activating", test_activating);
  g_test_add_func ("/updates/cancelled-in-the-plan", test_cancelled_in_the_plan);
  g_test_add_func ("/updates/narrow", test_narrow);
  g_test_add_func ("/updates/other-conference", test_other_conference);

  return g_test_run ();
}
