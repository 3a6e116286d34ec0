/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages that a long list of pretalx's REST interface comes in. Each names
 * those beside it, and how many entries the whole list has. */

#include "config.h"

#include <string.h>

#include "lanyard-pretalx-private.h"

typedef struct
{
  JsonObject *members;  /* owned: `count`, `next` and `previous` */
  int         n_results;
} Page;

static void
page_clear (Page *page)
{
  g_clear_pointer (&page->members, json_object_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static int
count_elements (LanyardJsonText array)
{
  g_auto (LanyardJsonWalk) elements = { 0 };
  int n_elements = 0;

  lanyard_json_walk_array (&elements, array);
  while (lanyard_json_walk_next (&elements))
    n_elements++;
  return n_elements;
}

static void
page_open (Page            *page,
           LanyardJsonText  text)
{
  static const char * const names[] = { "count", "next", "previous", NULL };
  g_auto (LanyardJsonWalk) walk = { 0 };

  page->members = json_object_new ();
  lanyard_json_walk_object (&walk, text);
  while (lanyard_json_walk_next (&walk))
    if (g_str_equal (walk.name, "results"))
      page->n_results += count_elements (walk.text);
    else if (g_strv_contains (names, walk.name) && lanyard_json_walk_load (&walk) != NULL)
      json_object_set_member (page->members, walk.name, g_steal_pointer (&walk.node));
}

/* The address of the list that it is one page of several of; %NULL where it is
 * the only one, or none. */
static char *
page_get_list (const Page *page)
{
  const char *neighbour = lanyard_json_get_string (page->members, "next");

  if (neighbour == NULL)
    neighbour = lanyard_json_get_string (page->members, "previous");
  return neighbour != NULL ? g_strndup (neighbour, strcspn (neighbour, "?")) : NULL;
}

static int
page_get_count (const Page *page)
{
  double count = 0;

  return lanyard_json_get_number (page->members, "count", &count) ? (int) CLAMP (count, 0, G_MAXINT) : 0;
}

/* Whether the documents are some pages of a list, but not all of them. */
gboolean
lanyard_pretalx_lacks_pages (GPtrArray *documents)
{
  g_autoptr (GHashTable) n_missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer n;

  for (guint i = 0; i < documents->len; i++)
    {
      g_auto (Page) page = { 0 };
      g_autofree char *list = NULL;

      page_open (&page, lanyard_json_document_root (g_ptr_array_index (documents, i)));
      list = page_get_list (&page);
      if (list == NULL)
        continue;
      if (!g_hash_table_lookup_extended (n_missing, list, NULL, &n))
        n = GINT_TO_POINTER (page_get_count (&page));
      g_hash_table_insert (n_missing, g_steal_pointer (&list), GINT_TO_POINTER (GPOINTER_TO_INT (n) - page.n_results));
    }

  g_hash_table_iter_init (&iter, n_missing);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    if (GPOINTER_TO_INT (n) > 0)
      return TRUE;
  return FALSE;
}
