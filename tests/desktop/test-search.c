/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching as a user does it: what is typed, what is found and in which order,
 * where Enter, Down and Escape lead, and the way back. */

#include "config.h"

#include "search/lanyard-result-list.h"
#include "search/lanyard-result-row.h"
#include "search/lanyard-search-page.h"
#include "widgets/lanyard-marked-text.h"
#include "window-driver.h"

#define NOW "2026-10-02T09:00:00Z"

static void
reset_settings (WindowDriver *driver)
{
  static const char *keys[] = { "page", "day", "other-zone", "recent-searches", "both-zones" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (driver->settings, keys[i]);
  g_settings_set_string (driver->settings, "zone-choice", "conference");
}

static WindowDriver *
driver_with_conference (int width,
                        int height)
{
  WindowDriver *driver = window_driver_new (NOW);

  reset_settings (driver);
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, width, height);
  return driver;
}

static WindowDriver *
driver_with_two_conferences (void)
{
  WindowDriver *driver = window_driver_new (NOW);

  reset_settings (driver);
  window_driver_add (driver, g_getenv ("LANYARD_TEST_SAMPLE"));
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 1200, 800);
  return driver;
}

/* The widget of a type that is on the screen. */
static GtkWidget *
find (WindowDriver *driver,
      GType         type)
{
  GtkWidget *found = window_driver_find (GTK_WIDGET (driver->window), type);

  g_assert_nonnull (found);
  g_assert_true (gtk_widget_get_mapped (found));
  return found;
}

static GtkWidget *
find_entry (WindowDriver *driver)
{
  return find (driver, GTK_TYPE_SEARCH_ENTRY);
}

static void
type (WindowDriver *driver,
      const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (driver)), text);
  window_driver_settle ();
}

static void
search_for (WindowDriver *driver,
            const char   *text)
{
  window_driver_activate (driver, "win.page", "search");
  type (driver, text);
}

static GListModel *
results (WindowDriver *driver)
{
  return lanyard_result_list_get_model (LANYARD_RESULT_LIST (find (driver, LANYARD_TYPE_RESULT_LIST)));
}

static LanyardResult *
get_result (WindowDriver *driver,
            guint         position)
{
  g_autoptr (LanyardResult) result = g_list_model_get_item (results (driver), position);

  g_assert_nonnull (result);
  return result;
}

/* The position of a result, -1 if there is none. */
static int
find_result (WindowDriver     *driver,
             LanyardMatchKind  kind,
             const char       *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (results (driver)); i++)
    {
      LanyardMatch *match = lanyard_result_get_match (get_result (driver, i));

      if (match != NULL && match->kind == kind && g_str_equal (match->title, title))
        return (int) i;
    }
  return -1;
}

static void
open_result (WindowDriver     *driver,
             LanyardMatchKind  kind,
             const char       *title)
{
  int position = find_result (driver, kind, title);
  GtkWidget *list = find (driver, LANYARD_TYPE_RESULT_LIST);

  g_assert_cmpint (position, >=, 0);
  g_signal_emit_by_name (window_driver_find (list, GTK_TYPE_LIST_VIEW), "activate", (guint) position);
  window_driver_settle ();
}

static GtkWidget *
get_focus (WindowDriver *driver)
{
  return gtk_root_get_focus (GTK_ROOT (driver->window));
}

static gboolean
has_focus_within (WindowDriver *driver,
                  GtkWidget    *widget)
{
  GtkWidget *focus = get_focus (driver);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
test_groups (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);

  window_driver_activate (driver, "win.page", "search");
  g_assert_true (has_focus_within (driver, find_entry (driver)));

  type (driver, "dilnoza");
  g_assert_cmpint (lanyard_result_get_kind (get_result (driver, 0)), ==, LANYARD_MATCH_PERSON);
  g_assert_cmpint (find_result (driver, LANYARD_MATCH_TALK, "Copy on write, ten years on"), >, 0);
  g_assert_cmpint (find_result (driver, LANYARD_MATCH_TALK, "Page cache for the impatient"), >, 0);
  g_assert_cmpuint (lanyard_result_get_n_found (get_result (driver, 0)), ==, 1);

  type (driver, "filesys");
  g_assert_cmpint (find_result (driver, LANYARD_MATCH_SESSION, "Filesystems and Storage MC"), >=, 0);
  type (driver, "banksia");
  g_assert_cmpint (lanyard_result_get_kind (get_result (driver, 0)), ==, LANYARD_MATCH_ROOM);
}

/* Accents, case, and the order of words do not matter. */
static void
test_what_is_typed (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  static const char *typed[] = { "copy on wr", "  WRITE copy ", "copy", "ten years copy" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      search_for (driver, typed[i]);
      g_assert_cmpint (find_result (driver, LANYARD_MATCH_TALK, "Copy on write, ten years on"), >=, 0);
    }
  type (driver, "adebayo");
  g_assert_cmpint (lanyard_result_get_kind (get_result (driver, 0)), ==, LANYARD_MATCH_PERSON);
}

static void
test_nothing_found (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window);
  GtkWidget *before;

  window_driver_activate (driver, "win.page", "sessions");
  before = window_driver_find (GTK_WIDGET (browser), GTK_TYPE_LIST_VIEW);
  g_assert_true (gtk_widget_grab_focus (before != NULL ? before : GTK_WIDGET (browser)));
  before = get_focus (driver);

  search_for (driver, "xyzzy");
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (find (driver, ADW_TYPE_STATUS_PAGE))), ==, "No Results");

  /* Escape: first what was typed goes, then the page. */
  g_signal_emit_by_name (find_entry (driver), "stop-search");
  window_driver_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (driver))), ==, "");
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (find (driver, ADW_TYPE_STATUS_PAGE))), !=, "No Results");
  g_signal_emit_by_name (find_entry (driver), "stop-search");
  window_driver_settle ();
  g_assert_null (window_driver_find (GTK_WIDGET (browser), LANYARD_TYPE_SEARCH_PAGE));
  g_assert_cmpstr (lanyard_browser_get_page (browser), ==, "sessions");
  g_assert_true (get_focus (driver) == before);
}

static void
test_way_back (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (360, 700);
  LanyardDetailPage *detail = lanyard_browser_get_detail (lanyard_window_get_browser (driver->window));
  GListModel *model;
  guint position;

  search_for (driver, "siqueira");
  position = (guint) find_result (driver, LANYARD_MATCH_TALK, "Ask us anything");
  open_result (driver, LANYARD_MATCH_TALK, "Ask us anything");
  g_assert_cmpstr (lanyard_item_get_title (lanyard_detail_page_get_item (detail)), ==, "Ask us anything");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (detail)));

  gtk_widget_activate_action (GTK_WIDGET (detail), "navigation.pop", NULL);
  window_driver_settle ();
  model = results (driver);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (driver))), ==, "siqueira");
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), ==, position);

  /* The search was opened from an item that had the whole window: back there. */
  open_result (driver, LANYARD_MATCH_TALK, "Ask us anything");
  window_driver_activate (driver, "win.page", "schedule");
  lanyard_browser_show_item (lanyard_window_get_browser (driver->window),
                             LANYARD_ITEM (window_driver_find_talk (driver, "NFS over a satellite")));
  search_for (driver, "");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (detail)));
  g_signal_emit_by_name (find_entry (driver), "stop-search");
  window_driver_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (detail)));
}

/* Pages upon the results: back to them, and search again from there. */
static void
test_pages_upon_results (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page;

  search_for (driver, "filesys");
  page = find (driver, LANYARD_TYPE_SEARCH_PAGE);
  open_result (driver, LANYARD_MATCH_SESSION, "Filesystems and Storage MC");
  g_assert_false (gtk_widget_get_mapped (page));
  search_for (driver, "nfs");
  g_assert_true (find (driver, LANYARD_TYPE_SEARCH_PAGE) == page);
  window_driver_activate (driver, "win.page", "schedule");
  g_assert_null (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SEARCH_PAGE));
  window_driver_activate (driver, "win.page", "search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (driver))), ==, "nfs");
}

static void
test_recent (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  g_auto (GStrv) recent = NULL;
  GtkWidget *list;

  search_for (driver, "satellite");
  open_result (driver, LANYARD_MATCH_TALK, "NFS over a satellite");
  type (driver, "mesh");
  open_result (driver, LANYARD_MATCH_TALK, "Mesh on the Nullarbor");
  type (driver, "nothing of the kind");
  type (driver, "");
  recent = g_settings_get_strv (driver->settings, "recent-searches");
  g_assert_cmpuint (g_strv_length (recent), ==, 2);
  g_assert_cmpstr (recent[0], ==, "mesh");

  list = window_driver_find (find (driver, LANYARD_TYPE_SEARCH_PAGE), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  window_driver_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (driver))), ==, "satellite");
  g_assert_cmpint (find_result (driver, LANYARD_MATCH_TALK, "NFS over a satellite"), ==, 0);

  type (driver, "");
  list = window_driver_find (find (driver, LANYARD_TYPE_SEARCH_PAGE), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (window_driver_find (gtk_widget_get_parent (list), GTK_TYPE_BUTTON), "clicked");
  window_driver_settle ();
  g_strfreev (g_steal_pointer (&recent));
  recent = g_settings_get_strv (driver->settings, "recent-searches");
  g_assert_cmpuint (g_strv_length (recent), ==, 0);
}

/* What another conference has says so, and opens that conference. */
static void
test_all_conferences (void)
{
  g_autoptr (WindowDriver) driver = driver_with_two_conferences ();
  LanyardDetailPage *detail = lanyard_browser_get_detail (lanyard_window_get_browser (driver->window));
  AdwToggleGroup *scope;
  GtkWidget *row;
  g_autofree char *label = NULL;

  search_for (driver, "Rust-BPF");
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (find (driver, ADW_TYPE_STATUS_PAGE))), ==, "No Results");
  scope = ADW_TOGGLE_GROUP (window_driver_find (find (driver, LANYARD_TYPE_SEARCH_PAGE), ADW_TYPE_TOGGLE_GROUP));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (scope)));
  adw_toggle_group_set_active_name (scope, "everywhere");
  window_driver_settle ();

  g_assert_cmpint (find_result (driver, LANYARD_MATCH_TALK, "Rust-BPF updates"), ==, 0);
  row = find (driver, LANYARD_TYPE_RESULT_ROW);
  label = lanyard_result_row_dup_accessible_label (LANYARD_RESULT_ROW (row));
  g_assert_nonnull (strstr (label, "Linux Plumbers Conference 2026"));

  open_result (driver, LANYARD_MATCH_TALK, "Rust-BPF updates");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (driver->window)), ==, "Linux Plumbers Conference 2026");
  g_assert_cmpstr (lanyard_item_get_title (lanyard_detail_page_get_item (detail)), ==, "Rust-BPF updates");
  g_assert_cmpint (find_result (driver, LANYARD_MATCH_TALK, "Rust-BPF updates"), ==, 0);
}

/* Few of each kind at first; the last row offers the others. */
static void
test_show_all (void)
{
  g_autoptr (WindowDriver) driver = driver_with_two_conferences ();
  GListModel *model;
  guint n_before;
  guint offer = 0;

  window_driver_activate (driver, "win.page", "search");
  adw_toggle_group_set_active_name (
      ADW_TOGGLE_GROUP (window_driver_find (find (driver, LANYARD_TYPE_SEARCH_PAGE), ADW_TYPE_TOGGLE_GROUP)),
      "everywhere");
  type (driver, "memory");
  model = results (driver);
  n_before = g_list_model_get_n_items (model);
  while (lanyard_result_get_match (get_result (driver, offer)) != NULL)
    offer++;
  g_assert_cmpuint (lanyard_result_get_n_found (get_result (driver, offer)), >, offer + 1);
  g_signal_emit_by_name (window_driver_find (find (driver, LANYARD_TYPE_RESULT_LIST), GTK_TYPE_LIST_VIEW), "activate",
                         offer);
  window_driver_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (model), >, n_before);
  g_assert_nonnull (lanyard_result_get_match (get_result (driver, offer)));

  /* For other words, few again. */
  type (driver, "memor");
  g_assert_cmpuint (g_list_model_get_n_items (model), <=, n_before + 2);
}

/* What is hidden on the schedule is found. */
static void
test_hidden_is_found (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  g_autoptr (LanyardFilter) empty = lanyard_filter_new ();
  g_autoptr (LanyardFilter) hidden =
      lanyard_filter_with_value (empty, LANYARD_FILTER_ROOM, "Room 2 – Wattle", TRUE);

  lanyard_open_conference_set_hidden (driver->open, hidden);
  lanyard_open_conference_set_filter (driver->open, hidden);
  search_for (driver, "nullarbor");
  g_assert_cmpint (find_result (driver, LANYARD_MATCH_TALK, "Mesh on the Nullarbor"), ==, 0);
}

/* Each key cancels the query before it: at the end are the results of the end. */
static void
test_fast_typing (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  static const char *steps[] = { "n", "nf", "nfs", "nfs o", "nf", "m", "me", "mes", "mesh" };
  GtkWidget *entry;

  window_driver_activate (driver, "win.page", "search");
  entry = find_entry (driver);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_editable_set_text (GTK_EDITABLE (entry), steps[i]);
  /* Before the store has answered. */
  g_signal_emit_by_name (entry, "activate");
  window_driver_settle ();
  g_assert_cmpint (find_result (driver, LANYARD_MATCH_TALK, "Mesh on the Nullarbor"), ==, 0);
  g_assert_cmpint (find_result (driver, LANYARD_MATCH_TALK, "NFS over a satellite"), ==, -1);
  g_assert_cmpstr (lanyard_item_get_title (
                       lanyard_detail_page_get_item (lanyard_browser_get_detail (lanyard_window_get_browser (driver->window)))),
                   ==, "Mesh on the Nullarbor");
}

/* A row says what it shows, and again when the zone changes. */
static void
test_row_is_named (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  g_autofree char *label = NULL;
  g_autofree char *other_label = NULL;

  search_for (driver, "nullarbor");
  label = lanyard_result_row_dup_accessible_label (LANYARD_RESULT_ROW (find (driver, LANYARD_TYPE_RESULT_ROW)));
  g_assert_true (g_str_has_prefix (label, "Mesh on the Nullarbor, Kahurangi Ngata, "));
  window_driver_activate (driver, "win.zone", "Asia/Tokyo");
  other_label = lanyard_result_row_dup_accessible_label (LANYARD_RESULT_ROW (find (driver, LANYARD_TYPE_RESULT_ROW)));
  g_assert_cmpstr (label, !=, other_label);
  window_driver_sweep (GTK_WIDGET (driver->window), "results");
}

static void
test_marks (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *plain = lanyard_marked_text_strip ("Über " LANYARD_MATCH_BEGIN "Mäuse" LANYARD_MATCH_END "!");
  PangoAttrIterator *iterator;
  int begin;
  int end;

  g_assert_cmpstr (plain, ==, "Über Mäuse!");
  lanyard_marked_text_show ("Über " LANYARD_MATCH_BEGIN "Mäuse" LANYARD_MATCH_END "!", GTK_LABEL (label));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Über Mäuse!");
  iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (GTK_LABEL (label)));
  g_assert_true (pango_attr_iterator_next (iterator));
  pango_attr_iterator_range (iterator, &begin, &end);
  g_assert_cmpint (begin, ==, strlen ("Über "));
  g_assert_cmpint (end, ==, strlen ("Über Mäuse"));
  g_assert_nonnull (pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT));
  g_assert_nonnull (pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND));
  pango_attr_iterator_destroy (iterator);
  g_object_unref (label);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/search/groups", test_groups);
  g_test_add_func ("/search/what-is-typed", test_what_is_typed);
  g_test_add_func ("/search/nothing-found", test_nothing_found);
  g_test_add_func ("/search/way-back", test_way_back);
  g_test_add_func ("/search/pages-upon-results", test_pages_upon_results);
  g_test_add_func ("/search/recent", test_recent);
  g_test_add_func ("/search/all-conferences", test_all_conferences);
  g_test_add_func ("/search/show-all", test_show_all);
  g_test_add_func ("/search/hidden-is-found", test_hidden_is_found);
  g_test_add_func ("/search/fast-typing", test_fast_typing);
  g_test_add_func ("/search/row-is-named", test_row_is_named);
  g_test_add_func ("/search/marks", test_marks);

  return g_test_run ();
}
