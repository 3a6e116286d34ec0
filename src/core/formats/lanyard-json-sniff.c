/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what kind of JSON a document is from the names of its members, without
 * parsing it: formats are sniffed before anything is known of a document, and
 * the importer parses it anyway. All formats that are JSON call it, in the
 * thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-json-text.h"

/* How much of a document tells its kind: past the first entries of any list. */
#define HEAD (32 * 1024)

/* How deep the members stand that tell a kind. */
#define DEEPEST 8

#define LONGEST_PATH 160

typedef struct
{
  const char *at;
  const char *end;
  guint depth;
  gsize lengths[DEEPEST + 1]; /* of the path of each container that is open */
  gboolean is_object[DEEPEST + 1];
  gboolean wants_name;
  char path[LONGEST_PATH];
} Walk;

/* Puts a member's name, or the "[]" of an array's elements, behind the path of
 * its container. A path that is too long is like no other. */
static gsize
set_path (Walk       *walk,
          gsize       length,
          const char *separator,
          const char *name,
          gsize       name_length)
{
  gsize separator_length = strlen (separator);

  if (length + separator_length + name_length >= LONGEST_PATH)
    return 0;
  memcpy (walk->path + length, separator, separator_length);
  memcpy (walk->path + length + separator_length, name, name_length);
  length += separator_length + name_length;
  walk->path[length] = '\0';
  return length;
}

static void
open_container (Walk *walk,
                char  bracket)
{
  gsize length = strlen (walk->path);

  walk->depth++;
  if (walk->depth > DEEPEST)
    return;
  walk->is_object[walk->depth] = bracket == '{';
  walk->wants_name = bracket == '{';
  if (bracket == '[')
    length = set_path (walk, length, "", "[]", 2);
  walk->lengths[walk->depth] = length;
}

static void
close_container (Walk *walk)
{
  if (walk->depth > 0)
    walk->depth--;
  if (walk->depth > 0 && walk->depth <= DEEPEST)
    walk->path[walk->lengths[walk->depth]] = '\0';
}

/* Moves to the next member's name that is not too deep; its path is then the
 * walk's. Returns FALSE at the end. */
static gboolean
next_member (Walk *walk)
{
  for (; walk->at < walk->end; walk->at++)
    {
      const char *name;

      switch (*walk->at)
        {
        case '{':
        case '[':
          open_container (walk, *walk->at);
          break;
        case '}':
        case ']':
          close_container (walk);
          walk->wants_name = FALSE;
          break;
        case ',':
          if (walk->depth > 0 && walk->depth <= DEEPEST)
            {
              walk->wants_name = walk->is_object[walk->depth];
              walk->path[walk->lengths[walk->depth]] = '\0';
            }
          break;
        case '"':
          name = walk->at + 1;
          walk->at = lanyard_json_string_end (name, walk->end);
          if (!walk->wants_name || walk->depth == 0 || walk->depth > DEEPEST || walk->at == walk->end)
            break;
          walk->wants_name = FALSE;
          set_path (walk, walk->lengths[walk->depth], walk->lengths[walk->depth] > 0 ? "." : "", name, walk->at - name);
          walk->at++;
          return TRUE;
        default:
          break;
        }
    }
  return FALSE;
}

/* "*.name" is a member of that name wherever it stands. */
static gboolean
is_path (const char *wanted,
         const char *path)
{
  const char *dot;

  if (wanted[0] != '*')
    return strcmp (wanted, path) == 0;
  dot = strrchr (path, '.');
  return strcmp (wanted + 2, dot != NULL ? dot + 1 : path) == 0;
}

/* Whether all paths of any alternative have been found. */
static gboolean
is_complete (const char * const *paths,
             guint32             found)
{
  gboolean is_whole = TRUE;

  for (guint i = 0; paths[i] != NULL; i++)
    if (*paths[i] == '\0' && is_whole)
      return TRUE;
    else if (*paths[i] == '\0')
      is_whole = TRUE;
    else
      is_whole = is_whole && (found & (1u << i)) != 0;
  return is_whole;
}

/* Whether a document begins as JSON does and has, near its beginning, members
 * at all of these paths, NULL at the end: "schedule.conference" is a member of
 * a member, "talks[].room" one of an array's elements, "[].title" one of those
 * of an outermost array, and "*.title" stands anywhere. An empty path stands
 * between alternatives. At most 32 in all. */
gboolean
lanyard_json_sniff (GBytes             *document,
                    const char * const *paths)
{
  guint32 found = 0;
  gsize size;
  const char *data = g_bytes_get_data (document, &size);
  Walk walk = { .at = data, .end = data != NULL ? data + MIN (size, HEAD) : NULL };

  g_assert (paths[0] != NULL && g_strv_length ((char **) paths) <= 32);

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    walk.at += 3;
  while (walk.at < walk.end && g_ascii_isspace (*walk.at))
    walk.at++;
  if (walk.at >= walk.end || (*walk.at != '{' && *walk.at != '['))
    return FALSE;

  while (next_member (&walk))
    for (guint i = 0; paths[i] != NULL; i++)
      if ((found & (1u << i)) == 0 && is_path (paths[i], walk.path))
        {
          found |= 1u << i;
          if (is_complete (paths, found))
            return TRUE;
        }
  return FALSE;
}
