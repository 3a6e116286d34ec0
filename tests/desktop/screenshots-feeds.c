/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of how a conference gets other feeds, and of somebody whom a feed
 * tells much about. */

#include "config.h"

#include "conference/lanyard-conference-source.h"
#include "network-driver.h"
#include "screenshots-feeds.h"
#include "site-helper.h"
#include "widgets/lanyard-fold.h"

static void
put_feeds (Site *site)
{
  g_autofree char *widget = dup_widget ();
  g_autofree char *side = dup_schedule ("Splices");

  site_put (site, "/tern26/schedule/widgets/schedule.json", "application/json", widget);
  site_put (site, "/side/schedule.json", "application/json", side);
}

static void
star_all (LanyardOpenConference *open)
{
  GPtrArray *talks = lanyard_programme_get_talks (lanyard_open_conference_get_programme (open));

  for (guint i = 0; i < talks->len; i++)
    lanyard_open_conference_set_level (open, LANYARD_KIND_TALK, lanyard_item_get_key (g_ptr_array_index (talks, i)),
                                       LANYARD_LEVEL_GOING);
  window_driver_settle ();
}

static void
tick (NetworkDriver *driver,
      const char    *address)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (driver->window->window));
  GtkWidget *entry = window_driver_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (entry), address);
  g_signal_emit_by_name (entry, "apply");
  window_driver_settle ();
}

/* What has the focus is in sight, in each look anew. */
static GtkWidget *
show_source (WindowDriver *driver)
{
  GtkWidget *text = window_driver_find_text (GTK_WIDGET (driver->window), "Change…");
  GtkWidget *button = text != NULL ? gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON) : NULL;

  if (button != NULL)
    gtk_widget_grab_focus (button);
  window_driver_settle ();
  return button;
}

/* Somebody who tells much about themselves. */
static void
take_biography (NetworkDriver *driver,
                const Looks   *looks)
{
  g_autofree char *path = g_build_filename (driver->window->folder, "biography.xml", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  LanyardBrowser *browser = lanyard_window_get_browser (driver->window->window);
  LanyardTalk *talk;
  const LanyardCredit *credit;

  g_file_set_contents (path,
      "<schedule><conference><title>Tern Days 2026</title><time_zone_name>Europe/Lisbon</time_zone_name></conference>"
      "<persons><person id='1'><name>Alcina Praia e Silva-Vasconcelos</name><biography>Alcina has looked after "
      "[the lighthouse](https://example.org/lighthouse) for *twenty years*, and after terns for longer than that.\n\n"
      "She wrote:\n\n* a manual of ropes\n* two of knots, one of them with pictures\n\n"
      "What she says of herself: “Never sail with somebody who knows no bowline.”</biography></person></persons>"
      "<day date='2026-10-02'><room name='Pier'><event id='1'><start>10:00</start><duration>01:00</duration>"
      "<title>Knots</title><persons><person id='1'>Alcina Praia e Silva-Vasconcelos</person></persons></event></room></day>"
      "</schedule>", -1, NULL);
  g_ptr_array_add (files, g_file_new_for_path (path));
  lanyard_window_open (driver->window->window, files);
  network_driver_wait_text (driver, "Tern Days 2026");
  talk = lanyard_programme_get_talks (lanyard_open_conference_get_programme (driver->window->open))->pdata[0];
  credit = lanyard_talk_get_fields (talk)->credits->pdata[0];
  lanyard_browser_show_person (browser, lanyard_person_get_key (credit->person));
  while (!gtk_widget_get_mapped (window_driver_find (GTK_WIDGET (driver->window->window), LANYARD_TYPE_FOLD)))
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  looks_take (looks, driver->window, "person-biography");
}

void
screenshots_take_feeds (const Looks *looks)
{
  g_autoptr (NetworkDriver) driver = network_driver_new ();
  g_autoptr (Site) site = site_new ();
  g_autofree char *address = site_dup_url (site, "/tern26/talk/KN0TS1/");
  g_autofree char *side = site_dup_url (site, "/side/schedule.json");

  put_feeds (site);
  network_driver_show (driver, 1600, 1000);
  network_driver_look_up (driver, address);
  network_driver_wait_text (driver, "Add");
  looks_take (looks, driver->window, "feeds-preview");
  network_driver_press (driver, "Add");
  while (lanyard_open_conference_get_programme (driver->window->open) == NULL)
    g_main_context_iteration (NULL, TRUE);
  star_all (driver->window->open);
  network_driver_activate (driver, "win.show-conference", NULL);
  network_driver_wait_text (driver, "Change…");
  looks_take_with (looks, driver->window, "feeds-source", show_source, NULL);
  network_driver_press (driver, "Change…");
  network_driver_wait_text (driver, "Schedule XML");
  tick (driver, "milk, bread and butter");
  looks_take (looks, driver->window, "feeds-wrong");
  tick (driver, side);
  looks_take (looks, driver->window, "feeds-choices");
  network_driver_press (driver, "Review Change");
  network_driver_wait_text (driver, "Use These Feeds");
  looks_take (looks, driver->window, "feeds-review");
  network_driver_press (driver, "Use These Feeds");
  network_driver_wait_text (driver, "Feeds changed");
  looks_take (looks, driver->window, "feeds-changed");
  take_biography (driver, looks);
}
