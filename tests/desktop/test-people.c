/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of speakers and the page of one of them: what they show, how one
 * gets about in them by keyboard, and what stars and refreshes do to them. */

#include "config.h"

#include "plan/lanyard-people.h"
#include "sessions/lanyard-session-page.h"
#include "speakers/lanyard-person-page.h"
#include "speakers/lanyard-speaker-row.h"
#include "speakers/lanyard-speakers-page.h"
#include "window-driver.h"

#define NOW "2026-10-02T09:00:00Z"

static WindowDriver *
driver_with_conference (void)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 1000, 700);
  return driver;
}

static LanyardPeople *
people (WindowDriver *driver)
{
  return lanyard_people_get (lanyard_open_conference_get_programme (driver->open));
}

static LanyardProfile *
find_profile (WindowDriver *driver,
              const char   *name)
{
  GPtrArray *profiles = lanyard_people_get_profiles (people (driver));

  for (guint i = 0; i < profiles->len; i++)
    if (g_str_equal (lanyard_profile_get_name (profiles->pdata[i]), name))
      return profiles->pdata[i];
  g_error ("There is nobody called “%s”", name);
}

static GtkWidget *
show_speakers (WindowDriver *driver)
{
  GtkWidget *page;

  window_driver_activate (driver, "win.page", "speakers");
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SPEAKERS_PAGE);
  g_assert_nonnull (page);
  return page;
}

static GtkWidget *
show_person (WindowDriver *driver,
             const char   *name)
{
  GtkWidget *page;

  window_driver_activate (driver, "win.show-person", lanyard_profile_get_key (find_profile (driver, name)));
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_PERSON_PAGE);
  g_assert_nonnull (page);
  return page;
}

static GtkSelectionModel *
list_model (GtkWidget *page)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (window_driver_find (page, GTK_TYPE_LIST_VIEW)));
}

static void
type_in_list (GtkWidget  *page,
              const char *letters)
{
  GtkWidget *view = window_driver_find (page, GTK_TYPE_LIST_VIEW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      for (const char *p = letters; *p != '\0'; p++)
        g_signal_emit_by_name (controller, "key-pressed", (guint) *p, 0, 0, &handled);
    }
  window_driver_settle ();
}

static const char *
selected_name (GtkWidget *page)
{
  GObject *selected = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (list_model (page)));

  return selected != NULL ? lanyard_profile_get_name (LANYARD_PROFILE (selected)) : NULL;
}

/* The widget that the list makes around a row is what assistive technology is
 * told of. */
static void
assert_first_row_says (GtkWidget  *page,
                       const char *label)
{
  GtkWidget *row = gtk_widget_get_parent (window_driver_find (page, LANYARD_TYPE_SPEAKER_ROW));
  g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                               label);

  g_assert_cmpstr (wrong, ==, NULL);
}

static const char *
visible_stack_page (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (window_driver_find (page, GTK_TYPE_STACK)));
}

/* A label, or a row's title, that is on the screen. */
static gboolean
says (GtkWidget  *root,
      const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_picked (WindowDriver *driver,
           const char   *title)
{
  LanyardTalk *talk = window_driver_find_talk (driver, title);

  return lanyard_open_conference_get_level (driver->open, LANYARD_KIND_TALK,
                                            lanyard_item_get_key (LANYARD_ITEM (talk))) == LANYARD_LEVEL_GOING;
}

static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_ACTION_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_BUTTON (root) && says (root, label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget  *page,
       const char *label)
{
  GtkWidget *button = find_button (page, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_driver_settle ();
}

/* The same conference after its organisers have given Chidi's talks to Bo, who
 * has others at the time. */
static void
refresh_without_chidi (WindowDriver *driver)
{
  static const char *names[] = { "sessions.json", "contributions.json", "timetable.json" };
  static const char *replaced[][2] = {
    { "Chidi", "Bo" }, { "Okonkwo", "Lindqvist" }, { "chidi@", "bo@" }, { "\"person_id\":703", "\"person_id\":702" },
  };
  g_autofree char *folder = g_build_filename (driver->folder, "later", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (g_getenv ("LANYARD_TEST_CONFERENCE"), names[i], NULL);
      g_autofree char *to = g_build_filename (folder, names[i], NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GString) text = NULL;
      g_autoptr (GError) error = NULL;

      g_file_get_contents (from, &contents, NULL, &error);
      g_assert_no_error (error);
      text = g_string_new (contents);
      for (gsize j = 0; j < G_N_ELEMENTS (replaced); j++)
        g_string_replace (text, replaced[j][0], replaced[j][1], 0);
      g_file_set_contents (to, text->str, -1, &error);
      g_assert_no_error (error);
    }
  window_driver_add (driver, folder);
  window_driver_settle ();
}

static void
test_list (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_speakers (driver);
  LanyardProfile *ana = find_profile (driver, "Ana Siqueira");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list_model (page))), ==, 20);
  assert_first_row_says (page, "Ana Siqueira, Speaker, Instituto do Mar, 4 talks");
  g_assert_true (says (page, "A"));
  g_assert_true (says (page, "Speaker · Instituto do Mar"));
  window_driver_sweep (GTK_WIDGET (driver->window), "speakers");

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK,
                                     lanyard_item_get_key (lanyard_profile_get_talks (ana)->pdata[0]),
                                     LANYARD_LEVEL_MAYBE);
  window_driver_settle ();
  assert_first_row_says (page, "Ana Siqueira, Speaker, Instituto do Mar, 4 talks, in My Plan");
}

static void
test_find (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_speakers (driver);
  GtkEditable *entry = GTK_EDITABLE (window_driver_find (page, GTK_TYPE_SEARCH_ENTRY));

  gtk_editable_set_text (entry, "adebayo");
  window_driver_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list_model (page))), ==, 1);
  g_assert_cmpstr (visible_stack_page (page), ==, "people");
  gtk_editable_set_text (entry, "nobody");
  window_driver_settle ();
  g_assert_cmpstr (visible_stack_page (page), ==, "nobody");
  gtk_editable_set_text (entry, "silk");
  window_driver_settle ();
  g_signal_emit_by_name (entry, "activate");
  window_driver_settle ();
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_PERSON_PAGE);
  g_assert_nonnull (page);
  g_assert_true (says (page, "Dilnoza Yusupova"));
}

static void
test_type_ahead (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_speakers (driver);

  gtk_widget_grab_focus (window_driver_find (page, GTK_TYPE_LIST_VIEW));
  type_in_list (page, "ro");
  g_assert_cmpstr (selected_name (page), ==, "Rosa Yupanqui");
  /* No pause: it goes on with the same name, and finds nobody. */
  type_in_list (page, "x");
  g_assert_cmpstr (selected_name (page), ==, "Rosa Yupanqui");
}

static void
test_type_family_name (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_speakers (driver);

  gtk_widget_grab_focus (window_driver_find (page, GTK_TYPE_LIST_VIEW));
  type_in_list (page, "okon");
  g_assert_cmpstr (selected_name (page), ==, "Chidi Okonkwo");
}

static void
test_person (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_person (driver, "Ana Siqueira");

  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)), ==, "Ana Siqueira");
  g_assert_true (says (page, "Instituto do Mar"));
  g_assert_true (says (page, "Friday 2 October"));
  g_assert_true (says (page, "Not Scheduled Yet"));
  g_assert_nonnull (find_button (page, "Write"));
  g_assert_false (says (page, "Overlaps"));
  g_assert_false (says (page, "Leads"));
  window_driver_sweep (GTK_WIDGET (driver->window), "person");
}

static void
test_lead (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *row = find_row (show_person (driver, "Iria Castro do Vale"), "Filesystems and Storage MC");

  g_assert_nonnull (row);
  gtk_widget_activate (row);
  window_driver_settle ();
  g_assert_nonnull (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SESSION_PAGE));
}

/* In one change, of which what was picked before is no part. */
static void
test_star_all (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_person (driver, "Chidi Okonkwo");
  GPtrArray *talks = lanyard_profile_get_talks (find_profile (driver, "Chidi Okonkwo"));
  const char *first = lanyard_item_get_title (talks->pdata[0]);
  const char *second = lanyard_item_get_title (talks->pdata[1]);

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (talks->pdata[0]),
                                     LANYARD_LEVEL_GOING);
  window_driver_settle ();
  press (page, "Star All");
  g_assert_true (is_picked (driver, first));
  g_assert_true (is_picked (driver, second));
  window_driver_activate (driver, "win.undo", NULL);
  g_assert_true (is_picked (driver, first));
  g_assert_false (is_picked (driver, second));

  press (page, "Star All");
  press (page, "Unstar All");
  g_assert_true (says (GTK_WIDGET (driver->window), "Removed 2 items from My Plan"));
  g_assert_false (is_picked (driver, first));
  g_assert_false (is_picked (driver, second));
  window_driver_activate (driver, "win.undo", NULL);
  g_assert_true (is_picked (driver, first));
  g_assert_true (is_picked (driver, second));
}

static void
test_copy_name (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_person (driver, "Oluwaseun Adébáyọ̀");
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;

  press (page, "Copy Name");
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (page));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "Oluwaseun Adébáyọ̀");
}

static void
test_overlaps_after_refresh (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_person (driver, "Bo Lindqvist");

  g_assert_false (says (page, "Overlaps"));
  refresh_without_chidi (driver);
  g_assert_true (says (page, "Overlaps"));
  g_assert_true (says (page, "Speaks in two places on Friday 2 October, 10:15–10:30"));
}

static void
test_gone_after_refresh (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *page = show_person (driver, "Chidi Okonkwo");

  refresh_without_chidi (driver);
  g_assert_cmpstr (visible_stack_page (page), ==, "gone");
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK,
                                     lanyard_item_get_key (LANYARD_ITEM (window_driver_find_talk (driver, "A"))),
                                     LANYARD_LEVEL_GOING);
  window_driver_activate (driver, "win.zone", "local");
  press (page, "Show All _Speakers");
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SPEAKERS_PAGE);
  g_assert_nonnull (page);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list_model (page))), ==, 19);
}

/* From a talk to its speaker: rows of persons lead there. */
static void
test_way_from_talk (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  LanyardTalk *talk = window_driver_find_talk (driver, "Mesh on the Nullarbor");
  GtkWidget *row;

  lanyard_browser_show_item (lanyard_window_get_browser (driver->window), LANYARD_ITEM (talk));
  window_driver_settle ();
  row = find_row (GTK_WIDGET (driver->window), "Kahurangi Ngata");
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  window_driver_settle ();
  g_assert_nonnull (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_PERSON_PAGE));
}

/* The sidebar counts when the window is there. */
static void
test_count (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference ();
  GtkWidget *sidebar = GTK_WIDGET (lanyard_browser_get_sidebar (lanyard_window_get_browser (driver->window)));

  g_assert_true (says (sidebar, "20"));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/people/list", test_list);
  g_test_add_func ("/people/find", test_find);
  g_test_add_func ("/people/type-ahead", test_type_ahead);
  g_test_add_func ("/people/type-family-name", test_type_family_name);
  g_test_add_func ("/people/person", test_person);
  g_test_add_func ("/people/lead", test_lead);
  g_test_add_func ("/people/star-all", test_star_all);
  g_test_add_func ("/people/copy-name", test_copy_name);
  g_test_add_func ("/people/overlaps-after-refresh", test_overlaps_after_refresh);
  g_test_add_func ("/people/gone-after-refresh", test_gone_after_refresh);
  g_test_add_func ("/people/way-from-talk", test_way_from_talk);
  g_test_add_func ("/people/count", test_count);

  return g_test_run ();
}
