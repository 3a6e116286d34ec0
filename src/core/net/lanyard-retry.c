/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long to wait before a server is asked again. lanyard-exchange.c and
 * lanyard-fetcher.c call it. */

#include "config.h"

#include "lanyard-retry.h"

/* A wait doubles at most this often. */
#define MOST_DOUBLINGS 10

/* Retry-After as seconds from now, -1 if there is none that can be read. A date
 * in it is compared with the server's own clock if it tells it, so that a wrong
 * clock on either side does not matter. */
gint64
lanyard_retry_parse_after (SoupMessageHeaders *headers)
{
  const char *value = soup_message_headers_get_one (headers, "Retry-After");
  const char *date = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) now = NULL;
  guint64 seconds;

  if (value == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT32, &seconds, NULL))
    return (gint64) seconds;

  then = soup_date_time_new_from_http_string (value);
  if (then == NULL)
    return -1;
  now = date != NULL ? soup_date_time_new_from_http_string (date) : NULL;
  if (now == NULL)
    now = g_date_time_new_now_utc ();
  return MAX (g_date_time_to_unix (then) - g_date_time_to_unix (now), 0);
}

/* Milliseconds to wait after @n_tried failures, at random so that those who
 * failed together do not come back together, and never sooner than the server
 * wants. -1 if that is longer than anybody would wait. */
gint64
lanyard_retry_choose_wait (const LanyardLimits *limits,
                           guint                n_tried,
                           gint64               retry_after)
{
  gint64 wanted = retry_after * 1000;
  double backoff = limits->backoff_ms * (double) (1 << MIN (n_tried - 1, MOST_DOUBLINGS));
  gint64 jittered = (gint64) (backoff * g_random_double_range (0.5, 1.5));

  if (wanted > limits->longest_wait_ms)
    return -1;
  if (retry_after > 0)
    return wanted + MIN (jittered, limits->backoff_ms);
  return MIN (jittered, limits->longest_wait_ms);
}
