/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A conference that was added from an address is read from another of its
 * feeds, or from two: what the dialog shows and says, and that stars stay. */

#include "config.h"

#include <string.h>

#include "conference/lanyard-conference-source.h"
#include "feeds/lanyard-feeds-dialog.h"
#include "network-driver.h"
#include "site-helper.h"

#define WIDGET "/tern26/schedule/widgets/schedule.json"
#define SCHEDULE "/tern26/schedule/export/schedule.json"
#define SIDE "/side/schedule.json"

typedef struct
{
  NetworkDriver *driver; /* owned */
  Site          *site;   /* owned */
} Fixture;

static void
fixture_clear (Fixture *self)
{
  g_clear_pointer (&self->driver, network_driver_free);
  g_clear_pointer (&self->site, site_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
put_feeds (Site *site)
{
  g_autofree char *widget = dup_widget ();
  g_autofree char *schedule = dup_schedule ("Knots");
  g_autofree char *side = dup_schedule ("Splices");

  site_put (site, WIDGET, "application/json", widget);
  site_put (site, SCHEDULE, "application/json", schedule);
  site_put (site, SIDE, "application/json", side);
}

static LanyardOpenConference *
get_open (Fixture *self)
{
  return self->driver->window->open;
}

static LanyardItem *
find_talk (Fixture    *self,
           const char *title)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (get_open (self));
  GPtrArray *talks = lanyard_programme_get_talks (programme);

  for (guint i = 0; i < talks->len; i++)
    if (g_str_equal (lanyard_item_get_title (g_ptr_array_index (talks, i)), title))
      return g_ptr_array_index (talks, i);
  return NULL;
}

static guint
count_talks (Fixture *self)
{
  return lanyard_programme_get_talks (lanyard_open_conference_get_programme (get_open (self)))->len;
}

/* The conference "Tern Days 2026" from what its server has that says most, with
 * its one talk starred, and its page. */
static void
fixture_init (Fixture *self,
              int      width)
{
  g_autofree char *address = NULL;

  self->site = site_new ();
  put_feeds (self->site);
  address = site_dup_url (self->site, "/tern26/talk/KN0TS1/");
  self->driver = network_driver_new ();
  network_driver_show (self->driver, width, 760);
  network_driver_look_up (self->driver, address);
  network_driver_press (self->driver, "Add");
  while (lanyard_open_conference_get_programme (get_open (self)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  lanyard_open_conference_set_level (get_open (self), LANYARD_KIND_TALK,
                                     lanyard_item_get_key (find_talk (self, "Knots")), LANYARD_LEVEL_GOING);
  window_driver_settle ();
  network_driver_activate (self->driver, "win.show-conference", NULL);
  window_driver_settle ();
}

static void
open_dialog (Fixture *self)
{
  network_driver_press (self->driver, "Change…");
  window_driver_settle ();
  g_assert_true (LANYARD_IS_FEEDS_DIALOG (network_driver_get_dialog (self->driver)));
}

/* What an address looks like without its scheme. */
static char *
dup_place (Fixture    *self,
           const char *path)
{
  return g_strconcat (strstr (self->site->base, "://") + strlen ("://"), path, NULL);
}

static GtkCheckButton *
find_check (Fixture    *self,
            const char *path)
{
  g_autofree char *place = dup_place (self, path);
  GtkWidget *label;

  network_driver_wait_text (self->driver, place);
  label = network_driver_find_text (self->driver, place);
  return GTK_CHECK_BUTTON (window_driver_find (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW), GTK_TYPE_CHECK_BUTTON));
}

static gboolean
can_review (Fixture *self)
{
  GtkWidget *button = network_driver_find_button (self->driver, "Review Change");

  g_assert_nonnull (button);
  return gtk_widget_is_sensitive (button);
}

static void
type_address (Fixture    *self,
              const char *address)
{
  GtkWidget *entry = window_driver_find (network_driver_get_dialog (self->driver), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (entry), address);
  g_signal_emit_by_name (entry, "apply");
}

static void
assert_read_from (Fixture    *self,
                  const char *path)
{
  g_autofree char *url = site_dup_url (self->site, path);
  GtkWidget *source = window_driver_find (GTK_WIDGET (self->driver->window->window), LANYARD_TYPE_CONFERENCE_SOURCE);

  network_driver_wait_text (self->driver, url);
  g_assert_nonnull (window_driver_find_text (source, url));
}

static void
assert_starred (Fixture    *self,
                const char *title)
{
  LanyardItem *talk = find_talk (self, title);

  g_assert_nonnull (talk);
  g_assert_cmpint (lanyard_open_conference_get_level (get_open (self), LANYARD_KIND_TALK, lanyard_item_get_key (talk)),
                   ==, LANYARD_LEVEL_GOING);
}

/* Another format, with the talk's star, and back again without the network. */
static void
test_other (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture, 1000);
  assert_read_from (&fixture, WIDGET);
  open_dialog (&fixture);
  g_assert_true (gtk_check_button_get_active (find_check (&fixture, WIDGET)));
  g_assert_false (gtk_check_button_get_active (find_check (&fixture, SCHEDULE)));
  g_assert_false (can_review (&fixture));
  window_driver_sweep (network_driver_get_dialog (fixture.driver), "choices");

  gtk_check_button_set_active (find_check (&fixture, WIDGET), FALSE);
  g_assert_false (can_review (&fixture));
  gtk_check_button_set_active (find_check (&fixture, SCHEDULE), TRUE);
  network_driver_press (fixture.driver, "Review Change");
  network_driver_wait_text (fixture.driver, "1 is kept");
  window_driver_sweep (network_driver_get_dialog (fixture.driver), "review");
  assert_read_from (&fixture, WIDGET);

  network_driver_press (fixture.driver, "Use These Feeds");
  network_driver_wait_dialog_gone (fixture.driver);
  network_driver_wait_text (fixture.driver, "Feeds changed");
  assert_read_from (&fixture, SCHEDULE);
  assert_starred (&fixture, "Knots");

  network_driver_set_online (FALSE);
  network_driver_press (fixture.driver, "Undo");
  network_driver_wait_text (fixture.driver, "The feeds are as they were");
  network_driver_set_online (TRUE);
  assert_read_from (&fixture, WIDGET);
  assert_starred (&fixture, "Knots");
}

/* One more feed, by its address, in a window as narrow as a phone. */
static void
test_join (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *side = NULL;

  fixture_init (&fixture, 360);
  side = site_dup_url (fixture.site, SIDE);
  open_dialog (&fixture);
  type_address (&fixture, side);
  g_assert_true (gtk_check_button_get_active (find_check (&fixture, SIDE)));
  network_driver_press (fixture.driver, "Review Change");
  network_driver_wait_text (fixture.driver, "1 now, 2 with these feeds");
  network_driver_press (fixture.driver, "Use These Feeds");
  network_driver_wait_dialog_gone (fixture.driver);
  assert_read_from (&fixture, WIDGET);
  assert_read_from (&fixture, SIDE);
  g_assert_cmpuint (count_talks (&fixture), ==, 2);
  assert_starred (&fixture, "Knots");

  /* and without it again */
  open_dialog (&fixture);
  gtk_check_button_set_active (find_check (&fixture, SIDE), FALSE);
  network_driver_press (fixture.driver, "Review Change");
  network_driver_wait_text (fixture.driver, "2 now, 1 with these feeds");
  network_driver_press (fixture.driver, "Use These Feeds");
  network_driver_wait_dialog_gone (fixture.driver);
  while (count_talks (&fixture) != 1)
    g_main_context_iteration (NULL, TRUE);
}

static void
close_dialog_cb (Fixture *self)
{
  if (network_driver_get_dialog (self->driver) != NULL)
    adw_dialog_close (ADW_DIALOG (network_driver_get_dialog (self->driver)));
}

/* While it is done, nobody can choose others, for the way back leads to what was
 * there before these; who closes the dialog meanwhile gets the way back, too. */
static void
test_close_while_changing (void)
{
  g_auto (Fixture) fixture = { 0 };
  AdwNavigationView *navigation;
  gulong handler;

  fixture_init (&fixture, 1000);
  open_dialog (&fixture);
  gtk_check_button_set_active (find_check (&fixture, SCHEDULE), TRUE);
  gtk_check_button_set_active (find_check (&fixture, WIDGET), FALSE);
  network_driver_press (fixture.driver, "Review Change");
  network_driver_wait_text (fixture.driver, "1 is kept");
  navigation = ADW_NAVIGATION_VIEW (window_driver_find (network_driver_get_dialog (fixture.driver), ADW_TYPE_NAVIGATION_VIEW));
  g_assert_true (adw_navigation_page_get_can_pop (adw_navigation_view_get_visible_page (navigation)));
  handler = g_signal_connect_swapped (fixture.driver->window->store, "conferences-changed", G_CALLBACK (close_dialog_cb),
                                      &fixture);
  network_driver_press (fixture.driver, "Use These Feeds");
  g_assert_false (adw_navigation_page_get_can_pop (adw_navigation_view_get_visible_page (navigation)));
  network_driver_wait_dialog_gone (fixture.driver);
  g_signal_handler_disconnect (fixture.driver->window->store, handler);
  network_driver_wait_text (fixture.driver, "Feeds changed");
  assert_read_from (&fixture, SCHEDULE);
  network_driver_press (fixture.driver, "Undo");
  network_driver_wait_text (fixture.driver, "The feeds are as they were");
  assert_read_from (&fixture, WIDGET);
}

/* What is wrong with an address is said beside it, and what gives nothing
 * changes nothing. */
static void
test_faults (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *gone = NULL;
  g_autofree char *page = NULL;
  g_autofree char *sentence = NULL;

  fixture_init (&fixture, 1000);
  gone = site_dup_url (fixture.site, "/gone.json");
  page = site_dup_url (fixture.site, "/page");
  site_put (fixture.site, "/page", "text/html", "<!DOCTYPE html><html><body><p>Milk</p></body></html>");
  open_dialog (&fixture);
  type_address (&fixture, "milk, bread and butter");
  network_driver_wait_text (fixture.driver, "This is not the address of a web page; paste that of the conference, such "
                                            "as https://lpc.events/event/20/.");
  type_address (&fixture, page);
  network_driver_wait_text (fixture.driver,
                            "There is no feed at this address; paste that of a schedule as XML, JSON or iCalendar.");

  type_address (&fixture, gone);
  sentence = g_strdup_printf ("“%s” does not have this page; check the address.",
                              strstr (fixture.site->base, "://") + strlen ("://"));
  network_driver_press (fixture.driver, "Review Change");
  network_driver_wait_text (fixture.driver, sentence);
  g_assert_true (can_review (&fixture));
  adw_dialog_close (ADW_DIALOG (network_driver_get_dialog (fixture.driver)));
  network_driver_wait_dialog_gone (fixture.driver);
  assert_read_from (&fixture, WIDGET);
  g_assert_cmpuint (count_talks (&fixture), ==, 1);
}

/* A page's address finds its feeds; one that is of another conference is told. */
static void
test_another_conference (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *address = NULL;

  fixture_init (&fixture, 1000);
  address = network_driver_dup_address (fixture.driver, "/event/" NETWORK_DRIVER_EVENT "/");
  open_dialog (&fixture);
  gtk_check_button_set_active (find_check (&fixture, WIDGET), FALSE);
  type_address (&fixture, address);
  network_driver_wait_text (fixture.driver, "Indico");
  network_driver_press (fixture.driver, "Review Change");
  network_driver_wait_text (fixture.driver, "This seems to be another conference: “Wattlebird 2026”. Add it as one of "
                                            "its own, unless only its name has changed.");
  network_driver_wait_text (fixture.driver, "1 of 1 is not in these feeds; it stays, marked as cancelled");
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  network_driver_init_test (&argc, &argv);

  g_test_add_func ("/feeds/other", test_other);
  g_test_add_func ("/feeds/join", test_join);
  g_test_add_func ("/feeds/close-while-changing", test_close_while_changing);
  g_test_add_func ("/feeds/faults", test_faults);
  g_test_add_func ("/feeds/another-conference", test_another_conference);

  return g_test_run ();
}
