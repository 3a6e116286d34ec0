/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How Indico before 3.0 is told who asks: with a key in the address, and a
 * signature over the address that only who has the key's secret can make.
 * Called by the feed; any thread.
 *
 * What is signed is the path as Indico knows it, without what it is mounted
 * under, and all parameters in the order of their names: see
 * https://docs.getindico.io/en/stable/http-api/access/. */

#include "config.h"

#include <string.h>

#include "lanyard-indico-signature.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *left = *(const char * const *) a;
  const char *right = *(const char * const *) b;
  gsize left_length = strcspn (left, "=");
  gsize right_length = strcspn (right, "=");
  int order = memcmp (left, right, MIN (left_length, right_length));

  return order != 0 ? order : (left_length > right_length) - (left_length < right_length);
}

/* The signed address's path and query: @query's parameters, the key and the
 * time, in the order that is signed, and the signature. @path is without
 * Indico's mount point; @query is made of plain lower-case names and values,
 * each name once; @now is UTC seconds by the true clock, for the server looks
 * at its own. The result is as good as a password for ten minutes. */
char *
lanyard_indico_sign (const char *path,
                     const char *query,
                     const char *key,
                     const char *secret,
                     gint64      now)
{
  g_autoptr (GPtrArray) parameters = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_auto (GStrv) given = NULL;
  g_autofree char *escaped_key = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *unsigned_address = NULL;
  g_autofree char *signature = NULL;

  g_assert (path != NULL && path[0] == '/');
  g_assert (query != NULL && key != NULL && secret != NULL);

  given = g_strsplit (query, "&", -1);
  for (guint i = 0; given[i] != NULL; i++)
    if (*given[i] != '\0')
      g_ptr_array_add (parameters, g_strdup (given[i]));
  escaped_key = g_uri_escape_string (key, NULL, FALSE);
  g_ptr_array_add (parameters, g_strconcat ("ak=", escaped_key, NULL));
  g_ptr_array_add (parameters, g_strdup_printf ("timestamp=%" G_GINT64_FORMAT, now));
  g_ptr_array_sort (parameters, compare_names);

  joined = g_strjoinv ("&", (char **) parameters->pdata);
  unsigned_address = g_strconcat (path, "?", joined, NULL);
  signature = g_compute_hmac_for_string (G_CHECKSUM_SHA1, (const guchar *) secret, strlen (secret),
                                         unsigned_address, -1);
  return g_strconcat (unsigned_address, "&signature=", signature, NULL);
}
