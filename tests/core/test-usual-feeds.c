/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the feed of a page's conference is, as the page's address alone tells,
 * for the ways in which the servers of conferences name their pages. */

#include "config.h"

#include "net/lanyard-usual-feeds.h"

/* What is not known for certain is nothing. */
static void
test_known (void)
{
  static const struct
  {
    const char *page;
    const char *feed; /* the first, NULL if the address does not tell */
    LanyardOfferKind kind;
  } cases[] = {
    /* Indico */
    { "https://lpc.events/event/20/contributions/7/", "https://lpc.events/event/20", LANYARD_OFFER_INDICO },
    { "https://example.org/indico/event/5/timetable/#all", "https://example.org/indico/event/5", LANYARD_OFFER_INDICO },
    { "https://conf.kde.org/event/9/event.ics?scope=contribution", "https://conf.kde.org/event/9", LANYARD_OFFER_INDICO },
    /* pretalx */
    { "https://pretalx.com/democon/talk/KN0TS1/", "https://pretalx.com/democon/schedule/widgets/schedule.json", LANYARD_OFFER_PRETALX },
    { "https://pretalx.com/democon/", "https://pretalx.com/democon/schedule/widgets/schedule.json", LANYARD_OFFER_PRETALX },
    { "https://pretalx.com/democon/schedule/", "https://pretalx.com/democon/schedule/widgets/schedule.json", LANYARD_OFFER_PRETALX },
    { "https://cfp.example.org/2026/speaker/ABCDEF/", "https://cfp.example.org/2026/schedule/widgets/schedule.json", LANYARD_OFFER_PRETALX },
    { "https://talks.example.org/foss4g-2025/talk/ABC123/", "https://talks.example.org/foss4g-2025/schedule/widgets/schedule.json", LANYARD_OFFER_PRETALX },
    { "https://fahrplan.events.ccc.de/congress/2024/fahrplan/talk/ABCDEF/", "https://fahrplan.events.ccc.de/congress/2024/fahrplan/schedule.xml", LANYARD_OFFER_XML },
    { "https://pretalx.com/", NULL, 0 },
    { "https://example.org/blog/talk/abcdef/", NULL, 0 },
    { "https://example.org/democon/schedule/", NULL, 0 },
    /* FOSDEM */
    { "https://fosdem.org/2026/schedule/event/ABCDEF-knots/", "https://fosdem.org/2026/schedule/xml", LANYARD_OFFER_XML },
    { "https://fosdem.org/", "https://fosdem.org/schedule/xml", LANYARD_OFFER_XML },
    { "https://archive.fosdem.org/2013/schedule/", "https://archive.fosdem.org/2013/schedule/xml", LANYARD_OFFER_XML },
    { "https://notfosdem.org/2026/", NULL, 0 },
    /* Sched */
    { "https://osseu2025.sched.com/event/1abcd/knots", "https://osseu2025.sched.com/all.ics", LANYARD_OFFER_ICALENDAR },
    { "https://osseu2025.sched.com", "https://osseu2025.sched.com/all.ics", LANYARD_OFFER_ICALENDAR },
    { "https://sched.com/support", NULL, 0 },
    /* wafer */
    { "https://debconf26.debconf.org/talks/12-knots/", "https://debconf26.debconf.org/schedule/pentabarf.xml", LANYARD_OFFER_XML },
    { "https://debconf26.debconf.org/", "https://debconf26.debconf.org/schedule/pentabarf.xml", LANYARD_OFFER_XML },
    { "https://pycon.example.org/2026/talks/3-sails/", "https://pycon.example.org/2026/schedule/pentabarf.xml", LANYARD_OFFER_XML },
    { "https://example.org/talks/knots/", NULL, 0 },
    /* OSEM */
    { "https://osem.seagl.org/conferences/seagl2023/program/proposals/900", "https://osem.seagl.org/conferences/seagl2023/schedule.xml", LANYARD_OFFER_XML },
    { "https://events.opensuse.org/conferences/oSC26", "https://events.opensuse.org/conferences/oSC26/schedule.xml", LANYARD_OFFER_XML },
    { "https://example.org/conferences/2026/about-us", NULL, 0 },
    /* frab */
    { "https://frab.example.org/en/tern26/public/events/12", "https://frab.example.org/en/tern26/public/schedule.xml", LANYARD_OFFER_XML },
    { "https://fahrplan.events.ccc.de/congress/2019/Fahrplan/events/10543.html", "https://fahrplan.events.ccc.de/congress/2019/Fahrplan/schedule.xml", LANYARD_OFFER_XML },
    { "https://programm.froscon.org/2025/events/3300.html", "https://programm.froscon.org/2025/schedule.xml", LANYARD_OFFER_XML },
    { "https://programm.froscon.org/2025/schedule/1.html", "https://programm.froscon.org/2025/schedule.xml", LANYARD_OFFER_XML },
    /* c3voc and the hub */
    { "https://events.ccc.de/congress/2024/hub/en/event/knots/", "https://api.events.ccc.de/congress/2024/schedule.xml", LANYARD_OFFER_XML },
    { "https://data.c3voc.de/36C3/everything.schedule.xml", "https://data.c3voc.de/36C3/everything.schedule.xml", LANYARD_OFFER_XML },
    { "https://events.ccc.de/", NULL, 0 },
    /* documents */
    { "https://example.org/a/tern.ICS", "https://example.org/a/tern.ICS", LANYARD_OFFER_ICALENDAR },
    { "https://example.org/schedule/xml/", "https://example.org/schedule/xml/", LANYARD_OFFER_XML },
    { "https://www.sfscon.it/?calendar=2025&format=xml", "https://www.sfscon.it/?calendar=2025&format=xml", LANYARD_OFFER_XML },
    { "https://pretalx.com/democon/schedule/export/schedule.xcal", "https://pretalx.com/democon/schedule/export/schedule.xcal", LANYARD_OFFER_XCAL },
    /* servers of one conference */
    { "https://www.emfcamp.org/schedule/2026/12-knots", "https://www.emfcamp.org/schedule/2026.frab", LANYARD_OFFER_XML },
    { "https://bornhack.dk/bornhack-2026/program/", "https://bornhack.dk/bornhack-2026/program/frab.xml", LANYARD_OFFER_XML },
    { "https://www.postgresql.eu/events/pgconfeu2025/schedule/", "https://www.postgresql.eu/events/pgconfeu2025/schedule.xml", LANYARD_OFFER_XML },
    { "https://datatracker.ietf.org/meeting/126/agenda", "https://datatracker.ietf.org/meeting/126/agenda.ics", LANYARD_OFFER_ICALENDAR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) offers = lanyard_offers_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardAddress) address = lanyard_address_parse (cases[i].page, &error);
      gboolean is_known;
      const LanyardOffer *first;

      g_assert_no_error (error);
      is_known = lanyard_usual_feeds_add (address, offers);
      if (is_known != (cases[i].feed != NULL))
        g_error ("%s is %s", cases[i].page, is_known ? "known" : "unknown");
      if (!is_known)
        {
          g_assert_cmpuint (offers->len, ==, 0);
          continue;
        }
      lanyard_offers_sort (offers);
      first = g_ptr_array_index (offers, 0);
      g_assert_cmpstr (first->url, ==, cases[i].feed);
      g_assert_cmpint (first->kind, ==, cases[i].kind);
    }
}

/* What is not a whole address of a conference ends in few guesses below where
 * the page is. */
static void
test_guesses (void)
{
  static const struct
  {
    const char *page;
    const char *feed;
  } cases[] = {
    { "https://example.org/democon/schedule/", "https://example.org/democon/schedule/widgets/schedule.json" },
    { "https://example.org/2026/index.php", "https://example.org/2026/schedule.xml" },
    { "https://example.org", "https://example.org/schedule.xml" },
    { "https://example.org/a/Programme/b?c=d", "https://example.org/a/schedule.json" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) offers = lanyard_offers_new ();
      g_autoptr (LanyardAddress) address = lanyard_address_parse (cases[i].page, NULL);

      lanyard_usual_feeds_guess (address, offers);
      g_assert_cmpuint (offers->len, <=, 6);
      g_assert_nonnull (lanyard_offers_find (offers, cases[i].feed));
    }
}

/* A word for each kind, and a name. */
static void
test_words (void)
{
  for (guint i = 0; i <= LANYARD_OFFER_OTHER; i++)
    {
      LanyardOfferKind kind = LANYARD_OFFER_OTHER;

      g_assert_true (lanyard_offer_kind_from_word (lanyard_offer_kind_get_word (i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_nonnull (lanyard_offer_kind_get_name (i));
    }
  g_assert_false (lanyard_offer_kind_from_word ("https://example.org", &(LanyardOfferKind) { 0 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/usual-feeds/known", test_known);
  g_test_add_func ("/usual-feeds/guesses", test_guesses);
  g_test_add_func ("/usual-feeds/words", test_words);
  return g_test_run ();
}
