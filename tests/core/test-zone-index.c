/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody types to find a zone, and what is found first. */

#include "config.h"

#include "time/lanyard-zone-index.h"

/* 5 October 2026 and 15 January 2027, noon in UTC. */
#define IN_SUMMER G_GINT64_CONSTANT (1791201600)
#define IN_WINTER G_GINT64_CONSTANT (1800014400)

static gboolean
is_place (LanyardZonePlace *place,
          const char       *id)
{
  return g_str_equal (lanyard_zone_get_id (lanyard_zone_place_get_zone (place)), id);
}

/* How far down a zone is found, -1 if it is not. */
static int
find_position (LanyardZoneIndex *index,
               const char       *typed,
               const char       *id)
{
  g_autoptr (GPtrArray) found = lanyard_zone_index_find (index, typed);

  for (guint i = 0; i < found->len; i++)
    if (is_place (g_ptr_array_index (found, i), id))
      return (int) i;
  return -1;
}

static void
test_cities (void)
{
  g_autoptr (LanyardZoneIndex) index = lanyard_zone_index_new (IN_SUMMER);
  static const struct
  {
    const char *typed;
    const char *id;
  } cases[] = {
    { "Tokyo", "Asia/Tokyo" },
    { "tok", "Asia/Tokyo" },
    { "New York", "America/New_York" },
    { "new_y", "America/New_York" },
    { "America/New_York", "America/New_York" },
    { "  york   new ", "America/New_York" },
    { "São Paulo", "America/Sao_Paulo" },
    { "sao pau", "America/Sao_Paulo" },
    { "ZÜRICH", "Europe/Zurich" },
    { "Calcutta", "Asia/Kolkata" },
    { "saigon", "Asia/Ho_Chi_Minh" },
    { "us/pacific", "America/Los_Angeles" },
    { "czech", "Europe/Prague" },
    { "Port-au-Prince", "America/Port-au-Prince" },
    { "port au p", "America/Port-au-Prince" },
    { "utc", "UTC" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (find_position (index, cases[i].typed, cases[i].id), ==, 0);
    }
  g_assert_cmpint (find_position (index, "xyzzy", "Asia/Tokyo"), ==, -1);
  g_assert_cmpint (find_position (index, "okyo", "Asia/Tokyo"), ==, -1);
}

/* Every meaning is among the first, whichever season it is. */
static void
assert_meanings (gint64              instant,
                 const char         *typed,
                 const char * const *ids)
{
  g_autoptr (LanyardZoneIndex) index = lanyard_zone_index_new (instant);
  int n_meanings = (int) g_strv_length ((char **) ids);

  for (int i = 0; i < n_meanings; i++)
    {
      int position = find_position (index, typed, ids[i]);

      g_test_message ("%s in %s: %d", typed, ids[i], position);
      g_assert_cmpint (position, >=, 0);
      g_assert_cmpint (position, <, n_meanings);
    }
}

static void
test_short_names (void)
{
  static const char * const ist[] = { "Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem", NULL };
  static const char * const cest[] = { "Europe/Brussels", NULL };
  static const char * const jst[] = { "Asia/Tokyo", NULL };
  g_autoptr (LanyardZoneIndex) index = lanyard_zone_index_new (IN_WINTER);

  assert_meanings (IN_SUMMER, "IST", ist);
  assert_meanings (IN_WINTER, "ist", ist);
  assert_meanings (IN_SUMMER, "CEST", cest);
  assert_meanings (IN_WINTER, "CEST", cest);
  assert_meanings (IN_SUMMER, "JST", jst);

  g_assert_cmpint (find_position (index, "CEST", "Europe/Prague"), >, 0);
  g_assert_cmpint (find_position (index, "CEST", "Asia/Tokyo"), ==, -1);
  g_assert_cmpstr (
      lanyard_zone_place_get_abbreviations (lanyard_zone_index_find_id (index, "Europe/Dublin")), ==, "GMT, IST");
}

static void
test_offsets (void)
{
  g_autoptr (LanyardZoneIndex) index = lanyard_zone_index_new (IN_SUMMER);
  g_autoptr (GPtrArray) found = lanyard_zone_index_find (index, "utc+5:30");

  g_assert_true (is_place (g_ptr_array_index (found, 0), "UTC+05:30"));
  g_assert_cmpint (find_position (index, "+5:30", "Asia/Kolkata"), >, 0);
  g_assert_cmpint (find_position (index, "GMT +0545", "Asia/Kathmandu"), >, 0);
  g_assert_cmpint (find_position (index, "GMT+5:45", "Asia/Kathmandu"), >, 0);
  g_assert_cmpint (find_position (index, "UTC\342\210\2223", "America/Sao_Paulo"), >, 0);
  g_assert_cmpint (find_position (index, "-3", "America/Sao_Paulo"), >, 0);
  g_assert_cmpint (find_position (index, "+99", "America/Sao_Paulo"), ==, -1);
  g_assert_cmpint (find_position (index, "+", "America/Sao_Paulo"), ==, -1);
}

static void
test_all_and_nonsense (void)
{
  g_autoptr (LanyardZoneIndex) index = lanyard_zone_index_new (IN_SUMMER);
  g_autoptr (GPtrArray) all = lanyard_zone_index_find (index, "");
  g_autoptr (GPtrArray) blank = lanyard_zone_index_find (index, "  ,; ");
  g_autoptr (GPtrArray) broken = lanyard_zone_index_find (index, "\377\376");

  g_assert_cmpuint (all->len, >, 300);
  g_assert_cmpuint (blank->len, ==, all->len);
  g_assert_nonnull (broken);
  g_assert_cmpstr (lanyard_zone_place_get_country (lanyard_zone_index_find_id (index, "Asia/Tokyo")), ==, "Japan");
  g_assert_null (lanyard_zone_index_find_id (index, "Asia/Nowhere"));
  for (guint i = 1; i < all->len; i++)
    g_assert_cmpint (g_utf8_collate (lanyard_zone_place_get_city (g_ptr_array_index (all, i - 1)),
                                     lanyard_zone_place_get_city (g_ptr_array_index (all, i))),
                     <=, 0);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(LanyardZoneIndex **) user_data = lanyard_zone_index_new_finish (result, NULL);
}

static void
test_thread (void)
{
  g_autoptr (LanyardZoneIndex) index = NULL;

  lanyard_zone_index_new_async (IN_SUMMER, NULL, made_cb, &index);
  while (index == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (find_position (index, "tokyo", "Asia/Tokyo"), ==, 0);
}

/* A key in the dialog's search field must not be felt. */
static void
test_speed (void)
{
  g_autoptr (LanyardZoneIndex) index = lanyard_zone_index_new (IN_SUMMER);
  static const char *typed[] = { "", "a", "am", "ist", "cest", "new york", "utc+2" };
  gint64 worst = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = lanyard_zone_index_find (index, typed[i]);

      worst = MAX (worst, g_get_monotonic_time () - begun);
      g_assert_nonnull (found);
    }
  g_test_message ("worst: %" G_GINT64_FORMAT " µs", worst);
  g_assert_cmpint (worst, <, 100000);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Europe/Prague", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone-index/cities", test_cities);
  g_test_add_func ("/zone-index/short-names", test_short_names);
  g_test_add_func ("/zone-index/offsets", test_offsets);
  g_test_add_func ("/zone-index/all-and-nonsense", test_all_and_nonsense);
  g_test_add_func ("/zone-index/thread", test_thread);
  g_test_add_func ("/zone-index/speed", test_speed);
  return g_test_run ();
}
