/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The microconferences: their page, and the page of one of them. */

#include "config.h"

#include "sessions/lanyard-session-card.h"
#include "sessions/lanyard-session-page.h"
#include "sessions/lanyard-sessions-page.h"
#include "speakers/lanyard-person-page.h"
#include "widgets/lanyard-fold.h"
#include "widgets/lanyard-item-row.h"
#include "window-driver.h"

#define NOW "2026-10-02T09:00:00Z"

static WindowDriver *
driver_with_conference (int width,
                        int height)
{
  WindowDriver *driver = window_driver_new (NOW);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "other-zone");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, width, height);
  return driver;
}

static void
activate (WindowDriver *driver,
          const char   *action,
          const char   *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (driver->window), action, target != NULL ? "s" : NULL, target));
  window_driver_settle ();
}

static GtkWidget *
show_sessions (WindowDriver *driver)
{
  GtkWidget *page;

  activate (driver, "win.page", "sessions");
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SESSIONS_PAGE);
  g_assert_nonnull (page);
  return page;
}

static GtkWidget *
show_session (WindowDriver *driver,
              const char   *title)
{
  LanyardSession *session = window_driver_find_session (driver, title);
  GtkWidget *page;

  activate (driver, "win.show-session", lanyard_session_get_key (session));
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SESSION_PAGE);
  g_assert_nonnull (page);
  g_assert_cmpstr (lanyard_session_page_get_key (LANYARD_SESSION_PAGE (page)), ==, lanyard_session_get_key (session));
  return page;
}

static GListModel *
get_model (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (window_driver_find (page, GTK_TYPE_LIST_VIEW))));
}

static void
assert_listed (GtkWidget  *page,
               const char *expected)
{
  GListModel *model = get_model (page);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "",
                              LANYARD_IS_SESSION (item) ? lanyard_session_get_title (LANYARD_SESSION (item))
                                                        : gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
order_by (GtkWidget  *page,
          const char *order)
{
  g_assert_true (gtk_widget_activate_action (page, "sessions.order", "s", order));
  window_driver_settle ();
}

static LanyardLevel
get_level (WindowDriver *driver,
           LanyardKind   kind,
           const char   *key)
{
  return lanyard_open_conference_get_level (driver->open, kind, key);
}

static void
star_talk (WindowDriver *driver,
           const char   *title)
{
  LanyardItem *talk = LANYARD_ITEM (window_driver_find_talk (driver, title));

  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (talk), LANYARD_LEVEL_GOING);
  window_driver_settle ();
}

#define BY_TIME \
  "Filesystems and Storage MC|Networking for Remote Places MC|Main Track|Writing Systems MC|Posters|Hackroom|Birds of a Feather"
#define BY_NAME \
  "Birds of a Feather|Filesystems and Storage MC|Hackroom|Main Track|Networking for Remote Places MC|Posters|Writing Systems MC"

static void
test_order (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page = show_sessions (driver);
  LanyardSession *hackroom;

  assert_listed (page, BY_TIME);
  g_assert_nonnull (window_driver_find_text (page, "By Time"));
  order_by (page, "name");
  assert_listed (page, BY_NAME);
  g_assert_nonnull (window_driver_find_text (page, "By Name"));
  g_assert_cmpstr (lanyard_open_conference_get_choice (driver->open, "sessions-order"), ==, "name");

  window_driver_close (driver);
  window_driver_show (driver, 1200, 800);
  page = show_sessions (driver);
  assert_listed (page, BY_NAME);

  star_talk (driver, "Copy on write, ten years on");
  hackroom = window_driver_find_session (driver, "Hackroom");
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_SESSION, lanyard_session_get_key (hackroom),
                                     LANYARD_LEVEL_MAYBE);
  order_by (page, "picks");
  assert_listed (page, "Hackroom|Filesystems and Storage MC|Networking for Remote Places MC|Main Track|"
                       "Writing Systems MC|Posters|Birds of a Feather");
  /* Nothing runs away while it is looked at. */
  star_talk (driver, "The hour that is not there");
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_SESSION, lanyard_session_get_key (hackroom),
                                     LANYARD_LEVEL_NONE);
  window_driver_settle ();
  assert_listed (page, "Hackroom|Filesystems and Storage MC|Networking for Remote Places MC|Main Track|"
                       "Writing Systems MC|Posters|Birds of a Feather");
  activate (driver, "win.page", "plan");
  show_sessions (driver);
  assert_listed (page, "Filesystems and Storage MC|Hackroom|Networking for Remote Places MC|Main Track|"
                       "Writing Systems MC|Posters|Birds of a Feather");
}

static GtkWidget *
find_card (GtkWidget  *page,
           const char *title)
{
  GtkWidget *label = window_driver_find_text (page, title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, LANYARD_TYPE_SESSION_CARD);
}

static gboolean
is_in_view (GtkWidget *page,
            GtkWidget *card)
{
  GtkWidget *view = window_driver_find (page, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (card, view, &bounds));
  return bounds.origin.y > -bounds.size.height && bounds.origin.y < gtk_widget_get_height (view);
}

/* Who sorts keeps the focus, and sees what had it. */
static void
test_order_keeps_focus (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 420);
  GtkWidget *page = show_sessions (driver);
  GtkWidget *view = window_driver_find (page, GTK_TYPE_LIST_VIEW);
  GtkWidget *focus;

  gtk_list_view_scroll_to (GTK_LIST_VIEW (view), 6, GTK_LIST_SCROLL_FOCUS, NULL);
  window_driver_settle ();
  gtk_widget_grab_focus (view);
  focus = gtk_root_get_focus (GTK_ROOT (driver->window));
  g_assert_true (gtk_widget_is_ancestor (find_card (page, "Birds of a Feather"), focus));

  order_by (page, "name");
  focus = gtk_root_get_focus (GTK_ROOT (driver->window));
  g_assert_true (gtk_widget_is_ancestor (find_card (page, "Birds of a Feather"), focus));
  g_assert_true (is_in_view (page, find_card (page, "Birds of a Feather")));
}

static void
hide_session (WindowDriver *driver,
              const char   *title)
{
  LanyardSession *session = window_driver_find_session (driver, title);
  g_autoptr (LanyardFilter) hidden = lanyard_filter_with_value (
      lanyard_open_conference_get_hidden (driver->open), LANYARD_FILTER_SESSION, lanyard_session_get_key (session), TRUE);

  lanyard_open_conference_set_hidden (driver->open, hidden);
  window_driver_settle ();
}

static void
test_hidden (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page = show_sessions (driver);
  GtkWidget *view = window_driver_find (page, GTK_TYPE_LIST_VIEW);

  hide_session (driver, "Posters");
  hide_session (driver, "Hackroom");
  assert_listed (page, "Filesystems and Storage MC|Networking for Remote Places MC|Main Track|Writing Systems MC|"
                       "Birds of a Feather|Show 2 Hidden Microconferences");
  /* By name it opens all the same. */
  show_session (driver, "Posters");
  show_sessions (driver);
  g_signal_emit_by_name (view, "activate", 5u);
  window_driver_settle ();
  assert_listed (page, BY_TIME);
  g_assert_false (lanyard_filter_has_value (
      lanyard_open_conference_get_hidden (driver->open), LANYARD_FILTER_SESSION,
      lanyard_session_get_key (window_driver_find_session (driver, "Hackroom"))));
}

/* A card says every time that it meets, in both zones if both are wanted, and
 * so does its name. */
static void
test_card (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page = show_sessions (driver);
  GtkWidget *row;

  g_assert_nonnull (window_driver_find_text (find_card (page, "Posters"), "Sat 3 Oct, 13:00–14:00 · Foyer"));
  g_assert_nonnull (window_driver_find_text (find_card (page, "Filesystems and Storage MC"),
                               "Fri 2 Oct, 09:30–12:30 · Banksia Hall\nFri 2 Oct, 14:00–15:30 · Mallee Lab\n"
                               "Sun 4 Oct, 10:00–12:00 · Banksia Hall"));
  star_talk (driver, "Copy on write, ten years on");
  g_assert_nonnull (window_driver_find_text (find_card (page, "Filesystems and Storage MC"), "9 talks, 1 starred"));

  activate (driver, "win.zone", "local");
  g_assert_nonnull (window_driver_find_text (find_card (page, "Posters"), "Fri 2 Oct, 20:30–21:30 · Foyer"));
  lanyard_open_conference_set_shows_both (driver->open, TRUE);
  window_driver_settle ();
  g_assert_nonnull (window_driver_find_text (find_card (page, "Posters"),
                               "Fri 2 Oct, 20:30–21:30 · Sat 3 Oct, 13:00–14:00 in Adelaide · Foyer"));
  row = gtk_widget_get_parent (find_card (page, "Posters"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Posters, Fri 2 Oct, 20:30–21:30 · Sat 3 Oct, 13:00–14:00 in Adelaide · Foyer, "
                                       "3 talks");
  lanyard_open_conference_set_shows_both (driver->open, FALSE);
}

static void
test_star_all (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page = show_session (driver, "Filesystems and Storage MC");
  const char *key = lanyard_session_page_get_key (LANYARD_SESSION_PAGE (page));
  GtkWidget *star = window_driver_find (page, ADW_TYPE_SPLIT_BUTTON);

  g_signal_emit_by_name (star, "clicked");
  window_driver_settle ();
  g_assert_cmpint (get_level (driver, LANYARD_KIND_SESSION, key), ==, LANYARD_LEVEL_GOING);
  g_assert_nonnull (window_driver_find_text (page, "Unstar All"));
  g_assert_true (gtk_widget_activate_action (page, "pick.level", "s", "maybe"));
  window_driver_settle ();
  g_assert_cmpint (get_level (driver, LANYARD_KIND_SESSION, key), ==, LANYARD_LEVEL_MAYBE);
  g_signal_emit_by_name (star, "clicked");
  window_driver_settle ();
  g_assert_cmpint (get_level (driver, LANYARD_KIND_SESSION, key), ==, LANYARD_LEVEL_NONE);
  g_assert_nonnull (window_driver_find_text (page, "Star All"));
  activate (driver, "win.undo", NULL);
  g_assert_cmpint (get_level (driver, LANYARD_KIND_SESSION, key), ==, LANYARD_LEVEL_MAYBE);
}

static void
test_page (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page = show_session (driver, "Filesystems and Storage MC");
  static const char *texts[] = {
    "2–4 October 2026 · 3 times · Banksia Hall, Mallee Lab", "9 talks", "Matrix chat", "Pad", "Add to Calendar",
    "Dilnoza Yusupova", "Silk Road Hosting\nGives 2 talks", "On disk\nFri 2 Oct, 09:30–12:30 · Banksia Hall",
    "12:00 · 30 min free", "15:15 · 15 min free", "Not Scheduled Yet", "Web Page",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (window_driver_find_text (page, texts[i]) == NULL)
      g_test_fail_printf ("The page does not say “%s”", texts[i]);
  g_assert_null (window_driver_find_text (page, "At the Same Time in My Plan"));
  window_driver_sweep (GTK_WIDGET (driver->window), "microconference");

  page = show_session (driver, "Posters");
  g_assert_nonnull (window_driver_find_text (page, "Saturday 3 October, 13:00–14:00 · Foyer"));
  g_assert_nonnull (window_driver_find_text (page, "Nobody Named"));
  activate (driver, "win.zone", "local");
  g_assert_nonnull (window_driver_find_text (page, "Friday 2 October, 20:30–21:30 · Foyer"));
}

/* Rows below stay where they are when the zone changes. */
static void
test_zone_keeps_rows (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page = show_session (driver, "Filesystems and Storage MC");
  GtkWidget *row = window_driver_find (page, LANYARD_TYPE_ITEM_ROW);
  GtkWidget *list_row = gtk_widget_get_parent (row);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "09:30–10:15, 45 min, Copy on write, ten years on, Dilnoza Yusupova, "
                                       "Joaquim \"Quim\" Ferrer");
  activate (driver, "win.zone", "local");
  g_assert_true (window_driver_find (page, LANYARD_TYPE_ITEM_ROW) == row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "17:00–17:45, 45 min, Copy on write, ten years on, Dilnoza Yusupova, "
                                       "Joaquim \"Quim\" Ferrer");
}

static void
test_fold (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page = show_session (driver, "Filesystems and Storage MC");
  GtkWidget *fold = window_driver_find (page, LANYARD_TYPE_FOLD);
  GtkWidget *button = window_driver_find (fold, GTK_TYPE_BUTTON);
  int folded = gtk_widget_get_height (fold);

  g_assert_true (lanyard_fold_get_folded (LANYARD_FOLD (fold)));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Show More");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_false (gtk_widget_child_focus (window_driver_find (fold, ADW_TYPE_BIN), GTK_DIR_TAB_FORWARD));
  g_signal_emit_by_name (button, "clicked");
  window_driver_settle ();
  g_assert_false (lanyard_fold_get_folded (LANYARD_FOLD (fold)));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Show Less");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_cmpint (gtk_widget_get_height (fold), >, folded);

  /* What is short has no button. */
  page = show_session (driver, "Hackroom");
  fold = window_driver_find (page, LANYARD_TYPE_FOLD);
  g_assert_true (gtk_widget_get_mapped (fold));
  g_assert_false (lanyard_fold_get_folded (LANYARD_FOLD (fold)));
  g_assert_null (window_driver_find (fold, GTK_TYPE_BUTTON));
}

static void
test_overlaps (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page = show_session (driver, "Networking for Remote Places MC");

  g_assert_null (window_driver_find_text (page, "At the Same Time in My Plan"));
  star_talk (driver, "Copy on write, ten years on");
  g_assert_nonnull (window_driver_find_text (page, "At the Same Time in My Plan"));
  g_assert_nonnull (window_driver_find_text (page, "Copy on write, ten years on"));
  /* Its own talks do not stand in its way. */
  page = show_session (driver, "Filesystems and Storage MC");
  g_assert_null (window_driver_find_text (page, "At the Same Time in My Plan"));
}

/* From a lead and from a talk to their pages. */
static void
test_leads_on (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (1200, 800);
  GtkWidget *page = show_session (driver, "Filesystems and Storage MC");
  GtkWidget *lead = gtk_widget_get_ancestor (window_driver_find_text (page, "Dilnoza Yusupova"), ADW_TYPE_ACTION_ROW);
  GtkWidget *talk = gtk_widget_get_ancestor (window_driver_find (page, LANYARD_TYPE_ITEM_ROW), GTK_TYPE_LIST_BOX_ROW);

  g_assert_true (gtk_widget_activate (talk));
  window_driver_settle ();
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (lanyard_browser_get_detail (lanyard_window_get_browser (driver->window))),
                               "Copy on write, ten years on"));
  g_assert_true (gtk_widget_activate (lead));
  window_driver_settle ();
  g_assert_nonnull (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_PERSON_PAGE));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/sessions/order", test_order);
  g_test_add_func ("/sessions/order-keeps-focus", test_order_keeps_focus);
  g_test_add_func ("/sessions/hidden", test_hidden);
  g_test_add_func ("/sessions/card", test_card);
  g_test_add_func ("/sessions/star-all", test_star_all);
  g_test_add_func ("/sessions/page", test_page);
  g_test_add_func ("/sessions/zone-keeps-rows", test_zone_keeps_rows);
  g_test_add_func ("/sessions/fold", test_fold);
  g_test_add_func ("/sessions/overlaps", test_overlaps);
  g_test_add_func ("/sessions/leads-on", test_leads_on);

  return g_test_run ();
}
