/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When two texts, addresses or lists of people say the same: white space,
 * markup, the way a letter is composed and the order of names do not count.
 * For the comparison of programmes. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-same.h"
#include "model/lanyard-link.h"
#include "model/lanyard-person.h"
#include "text/lanyard-rich-text.h"

#define URI_FLAGS ((GUriFlags) (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE))

/* Appends the words of @text, each after a blank but the first. */
static void
append_words (GString    *words,
              const char *text)
{
  gboolean is_apart = TRUE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character))
        is_apart = TRUE;
      else if (!g_unichar_iszerowidth (character) || g_unichar_ismark (character))
        {
          if (is_apart && words->len > 0)
            g_string_append_c (words, ' ');
          is_apart = FALSE;
          g_string_append_unichar (words, character);
        }
    }
}

/* The words of a text in one line, so that equal texts are equal strings;
 * empty for nothing but white space. */
char *
lanyard_same_dup_key (const char *text)
{
  g_autofree char *composed = NULL;
  GString *words = g_string_new (NULL);

  if (text != NULL)
    composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  if (composed != NULL)
    append_words (words, composed);
  return g_string_free (words, FALSE);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

static char *
join_sorted (GPtrArray *strings)
{
  g_ptr_array_sort (strings, compare_strings);
  g_ptr_array_add (strings, NULL);
  return g_strjoinv ("\n", (char **) strings->pdata);
}

/* The names of all who have @role, one a line, in no order of the programme's. */
char *
lanyard_same_dup_names (GPtrArray   *credits,
                        LanyardRole  role)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      if (credit->role == role)
        g_ptr_array_add (names, lanyard_same_dup_key (lanyard_person_get_name (credit->person)));
    }
  return join_sorted (names);
}

/* An address as it is compared: the host in small letters, no port and no
 * slash that say nothing. The fragment stays, for a chat's room may be in it. */
char *
lanyard_same_dup_url (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, URI_FLAGS, NULL);
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup (url);

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  path = g_strdup (g_uri_get_path (uri));
  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  return g_uri_join (URI_FLAGS, g_uri_get_scheme (uri), g_uri_get_userinfo (uri), host, g_uri_get_port (uri),
                     path, g_uri_get_query (uri), g_uri_get_fragment (uri));
}

/* Whether two short texts have the same words. */
gboolean
lanyard_same_text (const char *a,
                   const char *b)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;

  left = lanyard_same_dup_key (a);
  right = lanyard_same_dup_key (b);
  return g_str_equal (left, right);
}

static void
append_runs (GString   *words,
             GPtrArray *runs)
{
  g_autofree char *plain = lanyard_text_runs_dup_plain (runs);

  append_words (words, plain);
}

/* The words that somebody reads, without bullets, numbers and other markup. */
static char *
dup_description_key (const char        *description,
                     LanyardTextFormat  format)
{
  g_autoptr (LanyardRichText) text = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_nodes;

  if (description == NULL)
    return g_strdup ("");

  text = lanyard_rich_text_new (description, format, NULL);
  n_nodes = lanyard_rich_text_get_n_nodes (text);
  for (guint i = 0; i < n_nodes; i++)
    {
      const LanyardTextNode *node = lanyard_rich_text_get_node (text, i);

      append_runs (words, node->runs);
      for (guint j = 0; node->cells != NULL && j < node->cells->len; j++)
        append_runs (words, node->cells->pdata[j]);
    }
  return lanyard_same_dup_key (words->str);
}

/* Whether two descriptions say the same. */
gboolean
lanyard_same_description (const char        *a,
                          LanyardTextFormat  a_format,
                          const char        *b,
                          LanyardTextFormat  b_format)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (g_strcmp0 (a, b) == 0 && (a_format == b_format || a == NULL))
    return TRUE;

  left = dup_description_key (a, a_format);
  right = dup_description_key (b, b_format);
  return g_str_equal (left, right);
}

/* Puts one mark for each number in an address. */
static char *
dup_without_numbers (const char *url)
{
  GString *text = g_string_new (NULL);

  for (const char *at = url; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at))
      g_string_append_c (text, *at);
    else if (at == url || !g_ascii_isdigit (at[-1]))
      g_string_append_c (text, '#');
  return g_string_free (text, FALSE);
}

static char *
dup_links_key (GPtrArray *links,
               gboolean   with_numbers)
{
  g_autoptr (GPtrArray) urls = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < links->len; i++)
    {
      const LanyardLink *link = g_ptr_array_index (links, i);
      g_autofree char *normal = lanyard_same_dup_url (link->url);
      g_autofree char *url = with_numbers ? g_steal_pointer (&normal) : dup_without_numbers (normal);

      if (g_hash_table_contains (known, url))
        continue;
      g_hash_table_add (known, url);
      g_ptr_array_add (urls, g_steal_pointer (&url));
    }
  return join_sorted (urls);
}

/* Whether two lists of links lead to the same places. The addresses of a
 * server's files have the numbers of what they belong to in them: where those
 * are others, @with_numbers is FALSE. */
gboolean
lanyard_same_links (GPtrArray *a,
                    GPtrArray *b,
                    gboolean   with_numbers)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (a->len == 0 && b->len == 0)
    return TRUE;

  left = dup_links_key (a, with_numbers);
  right = dup_links_key (b, with_numbers);
  return g_str_equal (left, right);
}
