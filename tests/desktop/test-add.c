/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog that adds a conference, against a real server: what it shows, and
 * what it says when something is wrong. */

#include "config.h"

#include <string.h>

#include "accounts/lanyard-sign-in-dialog.h"
#include "add/lanyard-add-dialog.h"
#include "detail/lanyard-detail-page.h"
#include "lanyard-no-authorities.h"
#include "network-driver.h"
#include "sessions/lanyard-session-page.h"
#include "widgets/lanyard-item-words.h"

#define TITLE "Wattlebird 2026"
#define TALK "Copy on write, ten years on"
#define EMPTY_TIMETABLE "{\"count\": 1, \"_type\": \"HTTPAPIResult\", \"results\": {\"20\": {}}}"
#define EMPTY_EVENT                                                                                                   \
  "{\"count\": 1, \"_type\": \"HTTPAPIResult\", \"results\": [{\"_type\": \"Conference\", \"id\": \"20\", "                \
  "\"title\": \"Later\", \"timezone\": \"UTC\", \"contributions\": [], \"sessions\": [], "                             \
  "\"startDate\": {\"date\": \"2026-12-01\", \"time\": \"09:00:00\", \"tz\": \"UTC\"}, "                             \
  "\"endDate\": {\"date\": \"2026-12-02\", \"time\": \"17:00:00\", \"tz\": \"UTC\"}}]}"

static void
test_by_address (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/timetable/#20261002");
  g_autofree char *feed = network_driver_dup_address (driver, "/event/20");
  LanyardOpenConference *open;

  network_driver_show (driver, 800, 640);
  network_driver_press (driver, "Add Conference…");
  window_driver_settle ();
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, TITLE);
  network_driver_wait_text (driver, "2–5 October 2026");
  network_driver_wait_text (driver, "Old Tram Depot");
  network_driver_wait_text (driver, "35");
  network_driver_wait_text (driver, feed);
  g_assert_null (lanyard_open_conference_get_programme (driver->window->open));

  network_driver_press (driver, "Add");
  network_driver_wait_dialog_gone (driver);
  open = driver->window->open;
  while (lanyard_open_conference_get_programme (open) == NULL)
    window_driver_settle ();
  g_assert_cmpuint (lanyard_programme_get_talks (lanyard_open_conference_get_programme (open))->len, ==, 35);
  network_driver_wait_text (driver, "Checked just now");
}

/* A talk's address leads to the talk, without asking the server again. */
static void
test_already_there (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  LanyardDetailPage *detail;
  g_autofree char *talk = network_driver_dup_address (driver, "/event/20/contributions/3104/");
  g_autofree char *session = network_driver_dup_address (driver, "/event/20/sessions/216/#all");
  g_auto (GStrv) requests = NULL;
  AdwNavigationView *navigation;

  network_driver_show (driver, 1200, 800);
  network_driver_add (driver);
  lanyard_indico_server_clear_requests (driver->server);
  network_driver_look_up (driver, talk);
  network_driver_wait_dialog_gone (driver);
  detail = lanyard_browser_get_detail (lanyard_window_get_browser (driver->window->window));
  network_driver_wait_text (driver, TALK);
  g_assert_nonnull (window_driver_find (GTK_WIDGET (detail), GTK_TYPE_LABEL));
  g_assert_cmpint (lanyard_item_get_level (driver->window->open, lanyard_detail_page_get_item (detail)), ==, LANYARD_LEVEL_NONE);

  network_driver_look_up (driver, session);
  network_driver_wait_dialog_gone (driver);
  navigation = ADW_NAVIGATION_VIEW (
      window_driver_find (GTK_WIDGET (lanyard_window_get_browser (driver->window->window)), ADW_TYPE_NAVIGATION_VIEW));
  g_assert_true (LANYARD_IS_SESSION_PAGE (adw_navigation_view_get_visible_page (navigation)));
  requests = lanyard_indico_server_dup_requests (driver->server);
  g_assert_cmpuint (g_strv_length (requests), ==, 0);
}

/* Another format than the best can be chosen; where the server does not have it
 * after all, what was found stays. */
static void
test_format (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  GtkWidget *formats;

  network_driver_show (driver, 800, 640);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, TITLE);
  formats = window_driver_find (network_driver_get_dialog (driver), ADW_TYPE_COMBO_ROW);
  g_assert_true (gtk_widget_is_visible (formats));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (formats)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (formats))), ==, 2);
  network_driver_wait_text (driver, "Indico");

  adw_combo_row_set_selected (ADW_COMBO_ROW (formats), 1);
  network_driver_wait_sentence (driver, "“%s” does not have this page; check the address.");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (formats)), ==, 0);
  network_driver_press (driver, "Add");
  network_driver_wait_dialog_gone (driver);
  while (lanyard_open_conference_get_programme (driver->window->open) == NULL)
    window_driver_settle ();
}

static void
test_cancel (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SILENCE, "", 0, NULL);
  network_driver_show (driver, 800, 640);
  network_driver_look_up (driver, address);
  network_driver_press (driver, "Cancel");
  network_driver_wait_text (driver, "Find Conference");
  g_assert_cmpstr (network_driver_get_typed (driver), ==, address);

  /* Closing ends it as well. */
  network_driver_press (driver, "Find Conference");
  adw_dialog_close (ADW_DIALOG (network_driver_get_dialog (driver)));
  network_driver_wait_dialog_gone (driver);
  g_assert_null (lanyard_open_conference_get_programme (driver->window->open));
}

static void
close_dialog_cb (NetworkDriver *driver)
{
  if (network_driver_get_dialog (driver) != NULL)
    adw_dialog_close (ADW_DIALOG (network_driver_get_dialog (driver)));
}

/* Who closes the dialog when the conference is stored already, but it does not
 * know yet, has the conference. */
static void
test_close_while_adding (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  gulong handler;

  network_driver_show (driver, 800, 640);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, TITLE);
  handler = g_signal_connect_swapped (driver->window->store, "conferences-changed", G_CALLBACK (close_dialog_cb), driver);
  network_driver_press (driver, "Add");
  network_driver_wait_dialog_gone (driver);
  g_signal_handler_disconnect (driver->window->store, handler);
  while (lanyard_open_conference_get_programme (driver->window->open) == NULL)
    window_driver_settle ();
}

typedef struct
{
  LanyardFault fault;
  const char *sentence;
} Sentence;

/* Each fault of a server has its own sentence, and the address stays. */
static void
test_faults (void)
{
  static const Sentence sentences[] = {
    { LANYARD_FAULT_SILENCE, "“%s” went silent; try again later." },
    { LANYARD_FAULT_SLOW, "“%s” took too long to answer; try again later." },
    { LANYARD_FAULT_CUT, "The answer of “%s” ended too early; try again." },
    { LANYARD_FAULT_WRONG_LENGTH, "The answer of “%s” ended too early; try again." },
    { LANYARD_FAULT_GZIP_BOMB, "“%s” sends more than a programme can have; check the address." },
    { LANYARD_FAULT_ENDLESS, "“%s” sends more than a programme can have; check the address." },
    { LANYARD_FAULT_REDIRECT_LOOP, "“%s” redirects again and again; check the address." },
    { LANYARD_FAULT_LOGIN_PAGE, "“%s” sent a web page, perhaps to log in at; open it in a browser, or sign in." },
    { LANYARD_FAULT_CAPTIVE_PORTAL, "“%s” sent a web page, perhaps to log in at; open it in a browser, or sign in." },
    { LANYARD_FAULT_TOO_MANY, "“%s” was asked too often; try again in 2 minutes." },
    { LANYARD_FAULT_BUSY, "“%s” has a problem of its own (error 503); try again later." },
    { LANYARD_FAULT_BROKEN, "“%s” has a problem of its own (error 500); try again later." },
    { LANYARD_FAULT_GONE, "“%s” has no Indico at this address; check it, and paste that of the conference’s page." },
  };
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");

  network_driver_show (driver, 800, 640);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      lanyard_indico_server_set_fault (driver->server, sentences[i].fault, "/export/", 0, NULL);
      network_driver_look_up (driver, address);
      network_driver_wait_sentence (driver, sentences[i].sentence);
      g_assert_cmpstr (network_driver_get_typed (driver), ==, address);
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (window_driver_find (network_driver_get_dialog (driver), GTK_TYPE_SEARCH_ENTRY)),
                                        GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
    }

  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_NONE, "", 0, NULL);
  network_driver_press (driver, "Find Conference");
  network_driver_wait_text (driver, TITLE);
}

/* What goes wrong before a server answers, and what the answer itself says. */
static void
test_other_errors (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  g_autofree char *unknown = network_driver_dup_address (driver, "/event/404/");
  g_autofree char *refused = NULL;
  g_autoptr (GBytes) damaged = g_bytes_new_static ("{\"results\": [}]}", 16);
  g_autoptr (GBytes) other = g_bytes_new_static ("{\"colour\": \"red\"}", 17);
  g_autoptr (GBytes) no_times = g_bytes_new_static (EMPTY_TIMETABLE, sizeof EMPTY_TIMETABLE - 1);
  g_autoptr (GBytes) empty = g_bytes_new_static (EMPTY_EVENT, sizeof EMPTY_EVENT - 1);

  network_driver_show (driver, 800, 640);
  network_driver_look_up (driver, unknown);
  network_driver_wait_text (driver, "The server knows no such event, or hides it from you; check its address, or sign in.");
  network_driver_wait_sentence (driver, "Sign In to %s…");

  network_driver_look_up (driver, "https://user:password@lpc.events/event/20/");
  network_driver_wait_text (driver, "The address has a user’s name or a password in it; paste it without, and sign in instead.");

  network_driver_look_up (driver, "http://nowhere.invalid/event/20/");
  network_driver_wait_text (driver, "No server called “nowhere.invalid” was found; check the address.");
  g_assert_null (network_driver_find_text (driver, "Sign In to nowhere.invalid…"));

  lanyard_indico_server_set_documents (driver->server, NETWORK_DRIVER_EVENT, damaged, damaged, damaged);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, "The programme is damaged and cannot be read; download it again.");

  lanyard_indico_server_set_documents (driver->server, NETWORK_DRIVER_EVENT, other, other, other);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, "This is JSON, but no schedule; choose the conference’s schedule or its calendar.");

  lanyard_indico_server_set_documents (driver->server, NETWORK_DRIVER_EVENT, empty, empty, no_times);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, "The programme is not published yet; try again later.");

  refused = network_driver_dup_sentence (driver, "“%s” does not accept the connection; check the address, or try again later.");
  network_driver_set_online (FALSE);
  g_clear_object (&driver->server);
  network_driver_look_up (driver, "http://nowhere.invalid/event/20/");
  network_driver_wait_text (driver, "This computer has no network; connect it, and try again.");
  network_driver_set_online (TRUE);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, refused);
}

/* A certificate that nobody vouches for is no question to be clicked away. */
static void
test_untrusted (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardIndicoServer) server = lanyard_indico_server_new (TRUE, "", 0, &error);
  g_autofree char *address = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "server", "certificates", "elsewhere.pem", NULL);
  g_autoptr (GTlsDatabase) database = NULL;

  g_assert_no_error (error);
  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);
  lanyard_fetcher_set_tls_database (lanyard_sync_get_fetcher (lanyard_lazy_sync_get (driver->window->sync)), database);
  address = g_strconcat (lanyard_indico_server_get_base (server), "/event/20/", NULL);
  network_driver_show (driver, 800, 640);
  network_driver_look_up (driver, address);
  sentence = g_strdup_printf ("The certificate of “%s” is from an authority that this computer does not trust; "
                              "check the network, or tell those who run the server.",
                              strstr (lanyard_indico_server_get_base (server), "://") + 3);
  network_driver_wait_text (driver, sentence);
}

static void
test_hidden (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  g_autofree char *label = NULL;

  lanyard_indico_server_set_restricted (driver->server, NETWORK_DRIVER_EVENT, TRUE);
  network_driver_show (driver, 800, 640);
  network_driver_look_up (driver, address);
  label = network_driver_dup_sentence (driver, "Sign In to %s…");
  network_driver_press (driver, label);
  window_driver_settle ();
  g_assert_true (LANYARD_IS_SIGN_IN_DIALOG (network_driver_get_dialog (driver)));
  /* As if it had been signed in: the dialog tries again by itself. */
  lanyard_indico_server_set_restricted (driver->server, NETWORK_DRIVER_EVENT, FALSE);
  lanyard_indico_server_pass_time (driver->server, 60 * 60);
  g_signal_emit_by_name (network_driver_get_dialog (driver), "signed-in", lanyard_indico_server_get_base (driver->server));
  adw_dialog_force_close (ADW_DIALOG (network_driver_get_dialog (driver)));
  network_driver_wait_text (driver, TITLE);
}

/* A conference that came from files gets its address, and keeps its stars. */
static void
test_known_from_files (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");
  LanyardOpenConference *open;
  LanyardTalk *talk;
  g_autofree char *key = NULL;

  network_driver_store_without_feed (driver);
  network_driver_show (driver, 1200, 800);
  open = driver->window->open;
  talk = window_driver_find_talk (driver->window, TALK);
  key = g_strdup (lanyard_item_get_key (LANYARD_ITEM (talk)));
  lanyard_open_conference_set_level (open, LANYARD_KIND_TALK, key, LANYARD_LEVEL_GOING);
  window_driver_settle ();

  network_driver_look_up (driver, address);
  network_driver_wait_text (driver,
                            "You have this conference from files. Add its address to have it refreshed; your stars stay.");
  network_driver_press (driver, "Add");
  network_driver_wait_dialog_gone (driver);
  network_driver_wait_text (driver, "Checked just now");
  g_assert_cmpint (lanyard_open_conference_get_level (open, LANYARD_KIND_TALK, key), ==, LANYARD_LEVEL_GOING);
}

/* Whatever can have the focus has a name, at each step. */
static void
test_names (void)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autofree char *address = network_driver_dup_address (driver, "/event/20/");

  network_driver_show (driver, 800, 640);
  network_driver_activate (driver, "win.add-conference", NULL);
  window_driver_settle ();
  window_driver_sweep (network_driver_get_dialog (driver), "entry");
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_SILENCE, "/export/", 0, NULL);
  network_driver_look_up (driver, address);
  window_driver_sweep (network_driver_get_dialog (driver), "progress");
  network_driver_press (driver, "Cancel");
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_GONE, "/export/", 0, NULL);
  network_driver_look_up (driver, address);
  network_driver_wait_sentence (driver, "Sign In to %s…");
  window_driver_sweep (network_driver_get_dialog (driver), "failure");
  lanyard_indico_server_set_fault (driver->server, LANYARD_FAULT_NONE, "/export/", 0, NULL);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, TITLE);
  window_driver_sweep (network_driver_get_dialog (driver), "preview");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  network_driver_init_test (&argc, &argv);
  lanyard_no_authorities_allow ();

  g_test_add_func ("/add/by-address", test_by_address);
  g_test_add_func ("/add/already-there", test_already_there);
  g_test_add_func ("/add/format", test_format);
  g_test_add_func ("/add/cancel", test_cancel);
  g_test_add_func ("/add/close-while-adding", test_close_while_adding);
  g_test_add_func ("/add/faults", test_faults);
  g_test_add_func ("/add/other-errors", test_other_errors);
  g_test_add_func ("/add/untrusted", test_untrusted);
  g_test_add_func ("/add/hidden", test_hidden);
  g_test_add_func ("/add/known-from-files", test_known_from_files);
  g_test_add_func ("/add/names", test_names);

  return g_test_run ();
}
