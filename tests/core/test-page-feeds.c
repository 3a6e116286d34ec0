/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The feeds that web pages link to: what is taken of a page and what is not, and
 * that a page that means harm does none. */

#include "config.h"

#include <string.h>

#include "net/lanyard-offer.h"
#include "net/lanyard-page-feeds.h"

#define PAGE "https://tern.example/2026/programme/"

static GPtrArray *
read_at (const char *url,
         const char *html,
         gssize      length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length >= 0 ? (gsize) length : strlen (html));
  GPtrArray *offers = lanyard_offers_new ();

  lanyard_page_feeds_add (bytes, url, offers);
  return offers;
}

static void
assert_links (const char *html,
              const char *url,
              LanyardOfferKind kind)
{
  g_autoptr (GPtrArray) offers = read_at (PAGE, html, -1);

  if (url == NULL && offers->len > 0)
    g_error ("%s is taken from %s", ((const LanyardOffer *) g_ptr_array_index (offers, 0))->url, html);
  g_assert_cmpuint (offers->len, ==, url != NULL ? 1 : 0);
  if (url == NULL)
    return;
  g_assert_cmpstr (((const LanyardOffer *) g_ptr_array_index (offers, 0))->url, ==, url);
  g_assert_cmpint (((const LanyardOffer *) g_ptr_array_index (offers, 0))->kind, ==, kind);
  g_assert_cmpint (((const LanyardOffer *) g_ptr_array_index (offers, 0))->source, ==, LANYARD_OFFER_LINKED);
}

static void
test_links (void)
{
  /* alternates, by type */
  assert_links ("<link rel=alternate type=\"application/vnd.c3voc.schedule+xml\" href=/s>", "https://tern.example/s", LANYARD_OFFER_XML);
  assert_links ("<LINK REL='Alternate' TYPE='Text/Calendar; charset=utf-8' HREF='x'>", "https://tern.example/2026/programme/x", LANYARD_OFFER_ICALENDAR);
  assert_links ("<link rel='alternate nofollow' type='application/calendar+xml' href='?x=1&amp;y=2'>", "https://tern.example/2026/programme/?x=1&y=2", LANYARD_OFFER_XCAL);
  assert_links ("<link rel=alternate type='application/vnd.c3voc.schedule+xml' href='/event/5/s'>", "https://tern.example/event/5/s", LANYARD_OFFER_XML);
  /* alternates, by name */
  assert_links ("<link rel='alternate' type='application/xml' href='../pentabarf.xml'>", "https://tern.example/2026/pentabarf.xml", LANYARD_OFFER_XML);
  assert_links ("<link rel='alternate' type='application/json' href='/wp-json/posts/5'>", NULL, 0);
  assert_links ("<link rel='alternate' type='application/atom+xml' href='/feed.xml'>", NULL, 0);
  assert_links ("<link rel='stylesheet' type='text/calendar' href='/s.ics'>", NULL, 0);
  assert_links ("<link rel='alternate' hreflang='de' href='/de/schedule/'>", NULL, 0);
  /* in the text */
  assert_links ("<p>As <a href='schedule.ics'>calendar", "https://tern.example/2026/programme/schedule.ics", LANYARD_OFFER_ICALENDAR);
  assert_links ("<a href='webcal://tern.example/2026/all.ics'>", "https://tern.example/2026/all.ics", LANYARD_OFFER_ICALENDAR);
  assert_links ("<a href='/event/5/event.ics?scope=contribution'>", "https://tern.example/event/5/event.ics?scope=contribution", LANYARD_OFFER_ICALENDAR);
  assert_links ("<a href='/2026/talk/ABCDEF/schedule.ics'>", NULL, 0);
  assert_links ("<a href='/sitemap-schedule.xml'>", NULL, 0);
  assert_links ("<a href='/sponsors.json'>", NULL, 0);
  assert_links ("<a href='schedule.html'>", NULL, 0);
  /* in an encoding of its own */
  assert_links ("<p>Universit\xe9 \xff</p><a href='schedule.ics'>", "https://tern.example/2026/programme/schedule.ics", LANYARD_OFFER_ICALENDAR);
  /* relative to something else */
  assert_links ("<base href='https://cdn.example/x/'><a href='schedule.xml'>", "https://cdn.example/x/schedule.xml", LANYARD_OFFER_XML);
  /* the same twice */
  assert_links ("<a href='schedule.xml'>1</a><a href='./schedule.xml#2'>2</a>", "https://tern.example/2026/programme/schedule.xml", LANYARD_OFFER_XML);
  /* neither comments nor scripts are the page */
  assert_links ("<!-- <a href='schedule.xml'> --><script>var a = \"<a href='schedule.xml'>\";</script>", NULL, 0);
}

/* The page of one talk has that talk as its alternate. It is not the conference,
 * but where nothing else is found, it is something. */
static void
test_one_talk (void)
{
  static const char html[] = "<link rel=alternate type='text/calendar' href='/talk/1.ics'>"
                             "<link rel=alternate type='text/calendar' href='/event/5/event.ics'>"
                             "<a href='/schedule.ics'>All</a>";
  g_autoptr (GPtrArray) offers = read_at (PAGE, html, -1);

  lanyard_offers_sort (offers);
  g_assert_cmpuint (offers->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const LanyardOffer *offer = g_ptr_array_index (offers, i);

      g_assert_cmpint (offer->source, ==, i < 2 ? LANYARD_OFFER_LINKED : LANYARD_OFFER_GUESSED);
      g_assert_cmpint (g_str_has_suffix (offer->url, "/talk/1.ics"), ==, i == 2);
    }
}

/* A page cannot have Lanyard ask where it should not. */
static void
test_places (void)
{
  assert_links ("<a href='http://tern.example/schedule.xml'>", NULL, 0);
  assert_links ("<a href='https://127.0.0.1:8080/schedule.xml'>", NULL, 0);
  assert_links ("<a href='https://localhost/schedule.xml'>", NULL, 0);
  assert_links ("<a href='file:///etc/schedule.xml'>", NULL, 0);
  assert_links ("<a href='javascript:schedule.xml'>", NULL, 0);
  assert_links ("<a href='https://user:password@tern.example/schedule.xml'>", NULL, 0);
  assert_links ("<base href='http://[::1]/'><a href='schedule.xml'>", NULL, 0);
}

static void
test_many (void)
{
  g_autoptr (GString) html = g_string_new ("<html>");
  g_autoptr (GPtrArray) offers = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (html, "<a href='%u/schedule.ics'>", i);
  offers = read_at (PAGE, html->str, -1);
  g_assert_cmpuint (offers->len, >, 0);
  g_assert_cmpuint (offers->len, <=, 12);
}

/* Time and memory are bounded by the size, whatever is in it. */
static void
test_harm (void)
{
  const char * const openings[] = { "<div>", "<a b='c' ", "<!--", "<a href='", "&amp;", "<", "\xff\xfe", "</p>" };
  gint64 start = g_get_monotonic_time ();

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GString) html = g_string_new ("<html><a href='schedule.xml'>x</a>");
      g_autoptr (GPtrArray) offers = NULL;

      while (html->len < 2 * 1024 * 1024)
        g_string_append (html, openings[i]);
      offers = read_at (PAGE, html->str, (gssize) html->len);
      g_assert_cmpuint (offers->len, ==, 1);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

/* Nothing cut, flipped or random is a crash. */
static void
test_damage (void)
{
  static const char html[] =
      "<!DOCTYPE html><html><head><base href='/2026/'><link rel='alternate' type='text/calendar' href='a.ics'>"
      "</head><body><a href=\"schedule.xml?a=&lt;b&gt;\">\xc3\xa4</a></body></html>";
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (gsize i = 0; i < sizeof html; i++)
    g_ptr_array_unref (read_at (PAGE, html, (gssize) i));
  for (guint round = 0; round < 3000; round++)
    {
      char copy[sizeof html];

      memcpy (copy, html, sizeof html);
      for (guint i = 0; i < 5; i++)
        copy[g_rand_int_range (rand, 0, sizeof html)] = (char) g_rand_int_range (rand, 0, 256);
      g_ptr_array_unref (read_at (PAGE, copy, sizeof html));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-feeds/links", test_links);
  g_test_add_func ("/page-feeds/one-talk", test_one_talk);
  g_test_add_func ("/page-feeds/places", test_places);
  g_test_add_func ("/page-feeds/many", test_many);
  g_test_add_func ("/page-feeds/harm", test_harm);
  g_test_add_func ("/page-feeds/damage", test_damage);
  return g_test_run ();
}
