/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses that attendees have, and what is not one: each is read as it
 * should be, or refused with one sentence. */

#include "config.h"

#include <string.h>

#include "net/lanyard-address.h"
#include "net/lanyard-net-error.h"

/* What an address of the event 20 at lpc.events should say. */
#define LPC "https://lpc.events", "https://lpc.events", "20", "https://lpc.events/event/20"
#define MOUNTED "https://example.org", "https://example.org/indico", "5", "https://example.org/indico/event/5"

typedef struct
{
  const char *text;
  const char *origin;
  const char *base;
  const char *event;
  const char *url;
} Case;

static void
assert_cases (const Case *cases,
              gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardAddress) address = lanyard_address_parse (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      g_assert_cmpstr (address->origin, ==, cases[i].origin);
      g_assert_cmpstr (address->base, ==, cases[i].base);
      g_assert_cmpstr (address->event, ==, cases[i].event);
      g_assert_cmpstr (address->url, ==, cases[i].url);
    }
}

static void
test_pages (void)
{
  static const Case cases[] = {
    { "https://lpc.events/event/20/", LPC },
    { "https://lpc.events/event/20", LPC },
    { "https://lpc.events/event/20/timetable/", LPC },
    { "https://lpc.events/event/20/timetable/#20261005.detailed", LPC },
    { "https://lpc.events/event/20/timetable/?view=standard#all", LPC },
    { "https://lpc.events/event/20/contributions/123/", LPC },
    { "https://lpc.events/event/20/contributions/123/attachments/7/8/slides.pdf", LPC },
    { "https://lpc.events/event/20/sessions/45/#20261005", LPC },
    { "https://lpc.events/event/20/page/250-code-of-conduct", LPC },
    { "https://lpc.events/event/20/manage/", LPC },
    { "https://lpc.events/event/20/event.ics?scope=contribution", LPC },
    { "https://lpc.events/event/20/sessions/45/session.ics", LPC },
    { "https://lpc.events/event/020/", LPC },
    { "https://lpc.events//event//20//", LPC },
    { "https://lpc.events/./event/../event/20", LPC },
    { "https://lpc.events/../../event/20", LPC },
    { "https://example.org/indico/event/5/", MOUNTED },
    { "https://example.org/indico/event/5/timetable/#all.detailed", MOUNTED },
    { "https://example.org/events/of/us/event/5", "https://example.org", "https://example.org/events/of/us", "5",
      "https://example.org/events/of/us/event/5" },
    { "https://example.org/e/event/5", "https://example.org", "https://example.org/e", "5",
      "https://example.org/e/event/5" },
    { "https://www.linuxplumbersconf.org/event/18/", "https://www.linuxplumbersconf.org",
      "https://www.linuxplumbersconf.org", "18", "https://www.linuxplumbersconf.org/event/18" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_exports_and_old_addresses (void)
{
  static const Case cases[] = {
    { "https://lpc.events/export/event/20.json?detail=contributions&tz=UTC&nocache=yes", LPC },
    { "https://lpc.events/export/event/20.ics?detail=contributions", LPC },
    { "https://lpc.events/export/timetable/20.json", LPC },
    { "https://lpc.events/export/event/20/session/45.json", LPC },
    { "https://lpc.events/export/attachments/20.json", LPC },
    { "https://example.org/indico/export/timetable/5.json", MOUNTED },
    { "https://lpc.events/conferenceDisplay.py?confId=20", LPC },
    { "https://lpc.events/conferenceDisplay.py?ovw=True&confId=20", LPC },
    { "https://lpc.events/conferenceDisplay.py?ovw=True;confId=20", LPC },
    { "https://lpc.events/conferenceDisplay.py?confid=20#2014-09-01", LPC },
    { "https://lpc.events/conferenceTimeTable.py?confId=20#20140901", LPC },
    { "https://lpc.events/contributionDisplay.py?contribId=3&confId=20", LPC },
    { "https://lpc.events/getFile.py/access?contribId=3&resId=0&confId=20", LPC },
    { "https://example.org/indico/conferenceDisplay.py?confId=5", MOUNTED },
    /* numbers of Indico 0.x, which only the server can translate */
    { "https://lpc.events/conferenceDisplay.py?confId=a0465", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/conferenceDisplay.py?confId=a0465" },
    { "https://lpc.events/event/a0465/", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/event/a0465/" },
    /* two events are none */
    { "https://lpc.events/export/event/20-21.json", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/export/event/20-21.json" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_pages_to_ask (void)
{
  static const Case cases[] = {
    { "https://lpc.events/e/linux", "https://lpc.events", "https://lpc.events", NULL, "https://lpc.events/e/linux" },
    { "https://lpc.events/e/linux/", "https://lpc.events", "https://lpc.events", NULL, "https://lpc.events/e/linux/" },
    { "https://example.org/indico/e/linux#top", "https://example.org", "https://example.org/indico", NULL,
      "https://example.org/indico/e/linux" },
    { "https://lpc.events/event/linux", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/event/linux" },
    { "https://lpc.events/event/", "https://lpc.events", "https://lpc.events", NULL, "https://lpc.events/event/" },
    { "https://lpc.events/event/0", "https://lpc.events", "https://lpc.events", NULL, "https://lpc.events/event/0" },
    { "https://lpc.events/event/123456789012345678901234567890", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/event/123456789012345678901234567890" },
    { "https://lpc.events/category/2/", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/category/2/" },
    { "lpc.events", "https://lpc.events", "https://lpc.events", NULL, "https://lpc.events/" },
    { "https://lpc.events/?lang=cs", "https://lpc.events", "https://lpc.events", NULL, "https://lpc.events/?lang=cs" },
    { "https://example.org/indico/", "https://example.org", "https://example.org/indico", NULL,
      "https://example.org/indico/" },
    { "https://lpc.events/user/tokens/", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/user/tokens/" },
    { "https://bit.ly/3xYz", "https://bit.ly", "https://bit.ly/3xYz", NULL, "https://bit.ly/3xYz" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_login_pages (void)
{
  static const Case cases[] = {
    { "https://lpc.events/login/?next=%2Fevent%2F20%2F", LPC },
    { "https://lpc.events/login/?next=/event/20/timetable/?x=y", LPC },
    { "https://example.org/indico/login/?next=%2Findico%2Fevent%2F5%2F", MOUNTED },
    { "https://lpc.events/login/?next=%2Fe%2Flinux", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/e/linux" },
    /* leads to nobody else's server */
    { "https://lpc.events/login/?next=https%3A%2F%2Fevil.example%2Fevent%2F6", "https://lpc.events",
      "https://lpc.events", NULL, "https://lpc.events/login/?next=https%3A%2F%2Fevil.example%2Fevent%2F6" },
    { "https://lpc.events/login/?next=//evil.example/event/6", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/login/?next=//evil.example/event/6" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_what_is_around (void)
{
  static const Case cases[] = {
    { "lpc.events/event/20", LPC },
    { "//lpc.events/event/20", LPC },
    { "HTTPS://LPC.Events/event/20", LPC },
    { "https://lpc.events./event/20", LPC },
    { "https://lpc.events:443/event/20", LPC },
    { "lpc.events:443/event/20", LPC },
    { "  \t\nhttps://lpc.events/event/20\r\n", LPC },
    { "\xef\xbb\xbfhttps://lpc.events/event/20\xc2\xa0", LPC },
    { "<https://lpc.events/event/20>", LPC },
    { "<https://lpc.events/event/20>.", LPC },
    { "(https://lpc.events/event/20/)", LPC },
    { "“https://lpc.events/event/20”", LPC },
    { "`https://lpc.events/event/20`", LPC },
    { "**https://lpc.events/event/20**", LPC },
    { "https://lpc.events/event/20.", LPC },
    { "https://lpc.events/event/20/, ", LPC },
    { "https://lpc.events/event/20/…", LPC },
    { "Linux Plumbers: https://lpc.events/event/20 (Prague)", LPC },
    { "See <https://lpc.events/event/20>, or http://example.org/", LPC },
    { "lanyard:https://lpc.events/event/20", LPC },
    { "LANYARD:https://lpc.events/event/20", LPC },
    { "lanyard:lpc.events/event/20", LPC },
    { "lanyard://lpc.events/event/20", LPC },
    { "lanyard://https://lpc.events/event/20", LPC },
    { "lanyard://https//lpc.events/event/20", LPC },
    { "lanyard:https%3A%2F%2Flpc.events%2Fevent%2F20", LPC },
    { "lanyard://https%3a%2f%2flpc.events%2fevent%2f20%2f", LPC },
    { "<lanyard:https://lpc.events/event/20>", LPC },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_servers (void)
{
  static const Case cases[] = {
    { "http://lpc.events/event/20", "http://lpc.events", "http://lpc.events", "20", "http://lpc.events/event/20" },
    { "http://lpc.events:80/event/20", "http://lpc.events", "http://lpc.events", "20", "http://lpc.events/event/20" },
    { "http://lpc.events:443/event/20", "http://lpc.events:443", "http://lpc.events:443", "20",
      "http://lpc.events:443/event/20" },
    { "lpc.events:8443/event/20", "https://lpc.events:8443", "https://lpc.events:8443", "20",
      "https://lpc.events:8443/event/20" },
    { "localhost:8000/indico/event/5", "http://localhost:8000", "http://localhost:8000/indico", "5",
      "http://localhost:8000/indico/event/5" },
    { "127.0.0.1:4711/event/5", "http://127.0.0.1:4711", "http://127.0.0.1:4711", "5",
      "http://127.0.0.1:4711/event/5" },
    { "[::1]:4711/event/5", "http://[::1]:4711", "http://[::1]:4711", "5", "http://[::1]:4711/event/5" },
    { "https://[2001:DB8::1]/event/5", "https://[2001:db8::1]", "https://[2001:db8::1]", "5",
      "https://[2001:db8::1]/event/5" },
    { "http://indico/event/5", "http://indico", "http://indico", "5", "http://indico/event/5" },
    { "https://Bücher.example/event/5", "https://xn--bcher-kva.example", "https://xn--bcher-kva.example", "5",
      "https://xn--bcher-kva.example/event/5" },
    { "bücher.example/événements/event/5", "https://xn--bcher-kva.example",
      "https://xn--bcher-kva.example/%C3%A9v%C3%A9nements", "5",
      "https://xn--bcher-kva.example/%C3%A9v%C3%A9nements/event/5" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

/* Whatever tells who somebody is does not stay in the address. */
static void
test_secrets (void)
{
  static const Case cases[] = {
    { "https://lpc.events/export/event/20.json?ak=SECRET&signature=SECRET&timestamp=1", LPC },
    { "https://lpc.events/event/20/event.ics?user_token=SECRET", LPC },
    { "https://lpc.events/e/linux?ak=SECRET&lang=cs&Signature=SECRET&token=SECRET&user_token=SECRET",
      "https://lpc.events", "https://lpc.events", NULL, "https://lpc.events/e/linux?lang=cs" },
    { "https://lpc.events/e/linux?%61k=SECRET;lang=cs;%74%6fken=SECRET", "https://lpc.events", "https://lpc.events",
      NULL, "https://lpc.events/e/linux?lang=cs" },
    { "https://lpc.events/e/linux?token=SECRET#SECRET", "https://lpc.events", "https://lpc.events", NULL,
      "https://lpc.events/e/linux" },
    { "https://lpc.events/login/?next=%2Fe%2Flinux%3Fuser_token%3DSECRET", "https://lpc.events", "https://lpc.events",
      NULL, "https://lpc.events/e/linux" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
assert_refused (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardAddress) address = lanyard_address_parse (text, &error);
  g_autofree char *escaped = g_strescape (text, NULL);

  g_test_message ("%.100s", escaped);
  g_assert_null (address);
  g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_null (strstr (error->message, "SECRET"));
}

static void
test_refused (void)
{
  static const char * const texts[] = {
    "",
    " \n",
    "<>",
    "20",
    "/event/20/",
    "event/20",
    "lpc",
    "Linux Plumbers Conference",
    "javascript:alert(1)",
    "javascript://lpc.events/%0aalert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://lpc.events/event/20",
    "mailto:contact@lpc.events",
    "lanyard:",
    "lanyard://",
    "lanyard:javascript:alert(1)",
    "lanyard:file:///etc/passwd",
    "lanyard:lanyard:https://lpc.events/event/20",
    "lanyard:https%3A%2F%2Fl%00pc.events",
    "lanyard:%ff%fe",
    "https://",
    "https:///event/20",
    "https:/lpc.events/event/20",
    "https://:443/event/20",
    "https://user@lpc.events/event/20",
    "https://user:SECRET@lpc.events/event/20",
    "user:SECRET@lpc.events/event/20",
    "https://@lpc.events/event/20",
    "https://lpc.events@evil.example/event/20",
    "https://lpc.events\\@evil.example/event/20",
    "https:\\\\lpc.events\\event\\20",
    "https://lpc.events:0/event/20",
    "https://lpc.events:99999/event/20",
    "https://lpc.events:port/event/20",
    "https://lpc..events/event/20",
    "https://.events/event/20",
    "https://lpc%20.events/event/20",
    "https://lpc%2f.events/event/20",
    "https://lpc.events/event/20/%zz",
    "https://[fe80::1%25eth0]/event/20",
    "https://[nothing]/event/20",
    "https://lpc.events../event/20",
    "https://lpc.ev\001ents/event/20",
    "https://lpc.events/\x7f/event/20",
    "https://lpc.events/\xe2\x80\xae/event/20",
    "\xff\xfe\xfd",
    "https://lpc.events/\xc3/event/20",
  };
  g_autofree char *endless = g_strnfill (100000, 'a');
  g_autofree char *endless_address = g_strconcat ("https://lpc.events/event/20/?", endless, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i]);
  assert_refused (endless);
  assert_refused (endless_address);
}

/* Whatever is done to an address, there is an address or an error, and the
 * address is one that gives itself when it is read again. */
static void
assert_whatever (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardAddress) address = lanyard_address_parse (text, &error);
  g_autoptr (LanyardAddress) again = NULL;

  lanyard_address_is_likely (text);
  if (address == NULL)
    {
      g_assert_error (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_ADDRESS);
      return;
    }
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (address->base, address->origin));
  g_assert_true (g_str_has_prefix (address->url, address->origin));
  g_assert_true (g_str_is_ascii (address->url));
  g_assert_false (g_str_has_suffix (address->base, "/"));
  if (address->event == NULL)
    return;
  again = lanyard_address_parse (address->url, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->event, ==, address->event);
  g_assert_cmpstr (again->url, ==, address->url);
  g_assert_cmpstr (again->base, ==, address->base);
}

static void
test_mutated (void)
{
  static const char * const seeds[] = {
    "https://lpc.events/event/20/timetable/#20261005.detailed",
    "lanyard://https%3A%2F%2Flpc.events%2Fevent%2F20",
    "<https://[::1]:8080/indico/conferenceDisplay.py?confId=12&ak=x>",
    "https://example.org/indico/login/?next=%2Findico%2Fevent%2F5%2F",
    "bücher.example:443/e/linux?token=x",
  };
  static const char odd[] = "/?#[]@:%&;=.\\<> \n\x01\x7f\xff\xc3\xa9%20e0";

  for (guint i = 0; i < 20000; i++)
    {
      GString *text = g_string_new (seeds[g_test_rand_int_range (0, G_N_ELEMENTS (seeds))]);
      int n_changes = g_test_rand_int_range (1, 5);
      g_autofree char *mutated = NULL;

      for (int j = 0; j < n_changes && text->len > 0; j++)
        {
          gssize at = g_test_rand_int_range (0, (int) text->len);
          char c = odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd) - 1)];

          if (g_test_rand_bit ())
            text->str[at] = c;
          else if (g_test_rand_bit ())
            g_string_insert_c (text, at, c);
          else
            g_string_erase (text, at, MIN (3, (gssize) text->len - at));
        }
      mutated = g_string_free_and_steal (text);
      assert_whatever (mutated);
    }
}

static void
test_is_likely (void)
{
  static const char * const addresses[] = {
    "https://lpc.events/event/20/", "http://localhost/", "HTTP://example.org", "lanyard://lpc.events/event/20",
    " https://lpc.events/event/20", "<https://lpc.events/event/20>", "lpc.events/event/20", "lpc.events/e/linux",
    "localhost:8000/event/5", "example.org/indico/event/5/timetable", "lpc.events/conferenceDisplay.py?confId=3",
    "fosdem.org/2026/schedule/", "pretalx.com/democon/talk/KN0TS1/", "osseu2025.sched.com/event/1abcd",
    "webcal://osseu2025.sched.com/all.ics",
    /* so that who pastes a password is told why it is not taken */
    "https://user:password@lpc.events/event/20",
  };
  static const char * const files[] = {
    "", "sessions.json", "./sessions.json", "../data/sessions.json", "/tmp/lpc.events/event/20", "~/event/20.json",
    "data/event/20.json", "sessions", "C:/event/20", "file:///tmp/sessions.json", "event/20", "lpc.events",
    "-", "javascript:alert(1)", "user@lpc.events/event/20", "fosdem.org", "terns.d/schedule.xml", "my.files/talks/knots",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (!lanyard_address_is_likely (addresses[i]))
      g_error ("“%s” is an address", addresses[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    if (lanyard_address_is_likely (files[i]))
      g_error ("“%s” is a file", files[i]);
}

static void
test_boxed (void)
{
  g_autoptr (LanyardAddress) address = lanyard_address_parse ("https://lpc.events/event/20", NULL);
  g_autoptr (LanyardAddress) other = lanyard_address_ref (address);
  GValue value = G_VALUE_INIT;

  g_assert_true (address == other);
  g_value_init (&value, LANYARD_TYPE_ADDRESS);
  g_value_set_boxed (&value, address);
  g_assert_true (g_value_get_boxed (&value) == address);
  g_value_unset (&value);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/pages", test_pages);
  g_test_add_func ("/address/exports-and-old-addresses", test_exports_and_old_addresses);
  g_test_add_func ("/address/pages-to-ask", test_pages_to_ask);
  g_test_add_func ("/address/login-pages", test_login_pages);
  g_test_add_func ("/address/what-is-around", test_what_is_around);
  g_test_add_func ("/address/servers", test_servers);
  g_test_add_func ("/address/secrets", test_secrets);
  g_test_add_func ("/address/refused", test_refused);
  g_test_add_func ("/address/mutated", test_mutated);
  g_test_add_func ("/address/is-likely", test_is_likely);
  g_test_add_func ("/address/boxed", test_boxed);

  return g_test_run ();
}
