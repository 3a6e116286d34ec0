/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory where a conference is added: what it lists, what is found in it,
 * how one of it is added, by pointer and by keyboard, what it knows about rooms,
 * and its address in the preferences. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "add/lanyard-add-dialog.h"
#include "add/lanyard-conference-finder.h"
#include "add/lanyard-directory-list.h"
#include "add/lanyard-preview-list.h"
#include "detail/lanyard-item-facts.h"
#include "grid/lanyard-grid-headers.h"
#include "network-driver.h"
#include "preferences/lanyard-directory-group.h"
#include "rooms/lanyard-room-page.h"
#include "rooms/lanyard-room-row.h"
#include "rooms/lanyard-room-where.h"

#define TITLE "Wattlebird 2026"

/* Where the program keeps what it fetched last. */
static char *
dup_cache (void)
{
  return g_build_filename (g_get_user_cache_dir (), "lanyard", "directory", "conferences.json", NULL);
}

/* Has a directory with the server's conference in it. */
static void
keep_directory (NetworkDriver *driver)
{
  g_autofree char *path = dup_cache ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  g_autofree char *wrong = network_driver_dup_address (driver, "/event/404/");
  g_autofree char *menu = g_strdup_printf (
      "{ schedules: [ { title: 'Our Wattlebirds', city: 'Broken Hill', url: '%s', start: '2026-10-02', end: '2026-10-05', "
      "timezone: 'Australia/Adelaide', metadata: { links: [ { title: 'Plan of the Depot', url: 'https://example.org/plan.png', type: 'image/png' } ], rooms: [ { name: '.*', show_name: 'West Wing', latlon: [-31.9, 141.4] } ] } }, "
      "{ title: 'Nobody Home', url: '%s', start: '2026-11-01', end: '2026-11-01' } ] }",
      address, wrong);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, menu, -1, NULL));
}

static void
forget_directory (void)
{
  g_autofree char *path = dup_cache ();

  g_unlink (path);
}

static GtkWidget *
find (NetworkDriver *driver,
      GType          type)
{
  GtkWidget *widget = window_driver_find (network_driver_get_dialog (driver), type);

  g_assert_nonnull (widget);
  return widget;
}

static void
type (NetworkDriver *driver,
      const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (driver, GTK_TYPE_SEARCH_ENTRY)), text);
  window_driver_settle ();
}

static GListModel *
rows (NetworkDriver *driver)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find (driver, GTK_TYPE_LIST_VIEW))));
}

static const char *
get_title (NetworkDriver *driver,
           guint          position)
{
  g_autoptr (LanyardListing) listing = g_list_model_get_item (rows (driver), position);

  g_assert_nonnull (listing);
  return lanyard_listing_get_fields (listing)->title;
}

static NetworkDriver *
open_dialog (void)
{
  NetworkDriver *driver = network_driver_new ();

  keep_directory (driver);
  network_driver_show (driver, 800, 700);
  network_driver_activate (driver, "win.add-conference", NULL);
  network_driver_wait_text (driver, "Our Wattlebirds");
  return driver;
}

static void
test_list (void)
{
  g_autoptr (NetworkDriver) driver = open_dialog ();

  network_driver_wait_text (driver, "Now");
  network_driver_wait_text (driver, "Upcoming");
  network_driver_wait_text (driver, "Past");
  network_driver_wait_text (driver, "2–5 October 2026 · Broken Hill");
  network_driver_wait_text (driver, "ACST");
  g_assert_cmpstr (get_title (driver, 0), ==, "Our Wattlebirds");
  g_assert_cmpstr (get_title (driver, 1), ==, "Linux Plumbers Conference 2026");
  g_assert_cmpstr (get_title (driver, 2), ==, "Nobody Home");
  g_assert_cmpuint (g_list_model_get_n_items (rows (driver)), >, 100);

  type (driver, "plumbers vienna");
  g_assert_cmpuint (g_list_model_get_n_items (rows (driver)), ==, 1);
  g_assert_cmpstr (get_title (driver, 0), ==, "Linux Plumbers Conference 2024");
  type (driver, "no such thing");
  network_driver_wait_text (driver, "No Conference Found");
  type (driver, "https://lpc.events/event/20/");
  network_driver_wait_text (driver, "lpc.events");
  g_assert_null (network_driver_find_text (driver, "No Conference Found"));
  type (driver, "");
  g_assert_cmpuint (g_list_model_get_n_items (rows (driver)), >, 100);
  network_driver_wait_text (driver, "Our Wattlebirds");
  forget_directory ();
}

static void
add_found (NetworkDriver *driver)
{
  network_driver_wait_text (driver, TITLE);
  network_driver_press (driver, "Add");
  while (lanyard_open_conference_get_programme (driver->window->open) == NULL)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
}

static void
test_add (void)
{
  g_autoptr (NetworkDriver) driver = open_dialog ();

  g_signal_emit_by_name (find (driver, GTK_TYPE_LIST_VIEW), "activate", 0);
  add_found (driver);
  g_assert_null (network_driver_get_dialog (driver));
  forget_directory ();
}

/* Return in the entry takes the first one. */
static void
test_keyboard (void)
{
  g_autoptr (NetworkDriver) driver = open_dialog ();
  GtkWidget *list = find (driver, LANYARD_TYPE_DIRECTORY_LIST);
  GtkWidget *focus;

  g_assert_true (lanyard_directory_list_focus_first (LANYARD_DIRECTORY_LIST (list)));
  focus = gtk_root_get_focus (GTK_ROOT (driver->window->window));
  g_assert_true (gtk_widget_is_ancestor (focus, list));
  type (driver, "broken");
  g_signal_emit_by_name (find (driver, GTK_TYPE_SEARCH_ENTRY), "activate");
  add_found (driver);
  forget_directory ();
}

/* What goes wrong is said by its address, which can be changed. */
static void
test_failure (void)
{
  g_autoptr (NetworkDriver) driver = open_dialog ();
  g_autofree char *wrong = network_driver_dup_address (driver, "/event/404/");

  type (driver, "nobody");
  g_signal_emit_by_name (find (driver, GTK_TYPE_LIST_VIEW), "activate", 0);
  network_driver_wait_text (driver, "The server knows no such event, or hides it from you; check its address, or sign in.");
  window_driver_settle ();
  network_driver_wait_text (driver, "The server knows no such event, or hides it from you; check its address, or sign in.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (driver, GTK_TYPE_SEARCH_ENTRY))), ==, wrong);
  type (driver, "");
  network_driver_wait_text (driver, "Our Wattlebirds");
  forget_directory ();
}

/* While it is looked up one may go back to where one was. */
static void
test_cancel (void)
{
  g_autoptr (NetworkDriver) driver = open_dialog ();

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SILENCE, "", 0, NULL);
  type (driver, "wattle");
  g_signal_emit_by_name (find (driver, GTK_TYPE_LIST_VIEW), "activate", 0);
  network_driver_press (driver, "Cancel");
  network_driver_wait_text (driver, "Our Wattlebirds");
  g_assert_cmpuint (g_list_model_get_n_items (rows (driver)), ==, 1);
  g_signal_emit_by_name (find (driver, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  network_driver_wait_dialog_gone (driver);
  forget_directory ();
}

static void
test_room (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autoptr (GPtrArray) rooms = NULL;
  GtkWidget *page;
  GtkWidget *where;

  keep_directory (driver);
  network_driver_show (driver, 1000, 700);
  network_driver_add (driver);
  rooms = lanyard_programme_dup_rooms (lanyard_open_conference_get_programme (driver->window->open));
  window_driver_activate (driver->window, "win.show-room", lanyard_room_get_name (rooms->pdata[0]));
  page = window_driver_find (GTK_WIDGET (driver->window->window), LANYARD_TYPE_ROOM_PAGE);
  where = window_driver_find (page, LANYARD_TYPE_ROOM_WHERE);
  network_driver_wait_text (driver, "Show on Map");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (window_driver_find (where, GTK_TYPE_BUTTON)), ==,
                   "https://www.openstreetmap.org/?mlat=-31.900000&mlon=141.400000#map=19/-31.900000/141.400000");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (window_driver_find (where, GTK_TYPE_LABEL))), "West Wing"));
  forget_directory ();
}

/* A widget of this type whose tooltip, or else whose text, says it. */
static gboolean
says (GtkWidget  *widget,
      GType       type,
      const char *text)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  const char *label = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget) &&
      ((tooltip != NULL && strstr (tooltip, text) != NULL) || (label != NULL && strstr (label, text) != NULL)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, g_type_is_a (G_OBJECT_TYPE (widget), type) ? GTK_TYPE_LABEL : type, text))
      return TRUE;
  return FALSE;
}

/* Until a label below a widget of this type says where a room is. */
static void
wait_for_place (NetworkDriver *driver,
                GType          type)
{
  while (!says (GTK_WIDGET (driver->window->window), type, "West Wing"))
    g_main_context_iteration (NULL, TRUE);
}

/* Wherever the building stands, what the directory says stands as well. */
static void
test_places (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  GPtrArray *talks;
  guint position = 0;

  keep_directory (driver);
  network_driver_show (driver, 1000, 700);
  network_driver_add (driver);
  talks = lanyard_programme_get_talks (lanyard_open_conference_get_programme (driver->window->open));
  while (lanyard_item_get_room (talks->pdata[position]) == NULL)
    position++;

  window_driver_activate (driver->window, "win.page", "schedule");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window->window), "win.schedule-view", "s", "grid"));
  wait_for_place (driver, LANYARD_TYPE_GRID_HEADERS);
  window_driver_activate (driver->window, "win.page", "rooms");
  wait_for_place (driver, LANYARD_TYPE_ROOM_ROW);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window->window), "win.show-item", "(us)", LANYARD_KIND_TALK,
                                             lanyard_item_get_key (talks->pdata[position])));
  wait_for_place (driver, LANYARD_TYPE_ITEM_FACTS);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window->window), "win.schedule-view", "s", "list"));
  forget_directory ();
}

static void
assert_nothing_cut_off (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_test_fail_printf ("“%s” is cut off", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_nothing_cut_off (child);
}

/* The year is at the end of a conference's name. */
static void
test_large_text (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  keep_directory (driver);
  network_driver_show (driver, 360, 720);
  network_driver_activate (driver, "win.add-conference", NULL);
  network_driver_wait_text (driver, "Our Wattlebirds");
  window_driver_settle ();
  assert_nothing_cut_off (find (driver, LANYARD_TYPE_DIRECTORY_LIST));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
  forget_directory ();
}

/* What is found at an address, with the name of its format below the label. */
static void
test_large_preview (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  network_driver_show (driver, 360, 720);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, "Add");
  window_driver_settle ();
  assert_nothing_cut_off (find (driver, LANYARD_TYPE_PREVIEW_LIST));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

static void
test_links (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();

  keep_directory (driver);
  network_driver_show (driver, 1000, 700);
  network_driver_add (driver);
  network_driver_activate (driver, "win.show-conference", NULL);
  network_driver_wait_text (driver, "Plan of the Depot");
  forget_directory ();
}

/* Of another conference nothing is said. */
static void
test_other_room (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autoptr (GPtrArray) rooms = NULL;
  GtkWidget *where;

  network_driver_show (driver, 1000, 700);
  network_driver_add (driver);
  rooms = lanyard_programme_dup_rooms (lanyard_open_conference_get_programme (driver->window->open));
  window_driver_activate (driver->window, "win.show-room", lanyard_room_get_name (rooms->pdata[0]));
  where = window_driver_find (GTK_WIDGET (driver->window->window), LANYARD_TYPE_ROOM_WHERE);
  window_driver_settle ();
  g_assert_false (gtk_widget_get_visible (window_driver_find (where, GTK_TYPE_BUTTON)));
}

static GtkWidget *
find_by_tooltip (GtkWidget  *widget,
                 const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
apply (GtkWidget  *row,
       const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

static void
assert_address (WindowDriver *driver,
                const char   *expected)
{
  g_autofree char *address = g_settings_get_string (driver->settings, "directory-address");

  g_assert_cmpstr (address, ==, expected);
}

static void
test_preferences (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *usual = NULL;
  GtkWidget *group;
  GtkWidget *row;

  g_settings_reset (driver->window->settings, "directory-address");
  usual = g_settings_get_string (driver->window->settings, "directory-address");
  network_driver_show (driver, 800, 700);
  network_driver_activate (driver, "win.preferences", NULL);
  window_driver_settle ();
  group = find (driver, LANYARD_TYPE_DIRECTORY_GROUP);
  row = window_driver_find (group, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, usual);
  apply (row, " https://example.org/menu.json ");
  assert_address (driver->window, "https://example.org/menu.json");
  apply (row, "nonsense");
  assert_address (driver->window, "https://example.org/menu.json");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  apply (row, "");
  assert_address (driver->window, "");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_signal_emit_by_name (find_by_tooltip (group, "Use the Usual Address"), "clicked");
  assert_address (driver->window, usual);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, usual);
  g_settings_set_string (driver->window->settings, "directory-address", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* A cursor that blinks keeps the loop from settling. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  g_test_add_func ("/add-directory/list", test_list);
  g_test_add_func ("/add-directory/add", test_add);
  g_test_add_func ("/add-directory/keyboard", test_keyboard);
  g_test_add_func ("/add-directory/failure", test_failure);
  g_test_add_func ("/add-directory/cancel", test_cancel);
  g_test_add_func ("/add-directory/room", test_room);
  g_test_add_func ("/add-directory/places", test_places);
  g_test_add_func ("/add-directory/large-text", test_large_text);
  g_test_add_func ("/add-directory/large-preview", test_large_preview);
  g_test_add_func ("/add-directory/links", test_links);
  g_test_add_func ("/add-directory/other-room", test_other_room);
  g_test_add_func ("/add-directory/preferences", test_preferences);
  return g_test_run ();
}
