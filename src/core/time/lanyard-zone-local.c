/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where this machine says which zone it is in, and which zones it knows.
 *
 * GLib remembers the local zone for a process's whole life; a laptop that
 * flies does not. Everything here reads the files anew at each call. Any
 * thread; a few small reads. */

#include "config.h"

#include <string.h>

#include "lanyard-zone-aliases.h"
#include "lanyard-zone-private.h"

#define LOCALTIME_PATH "/etc/localtime"
#define TIMEZONE_PATH "/etc/timezone"
#define ZONEINFO "zoneinfo/"

static const char *
get_zoneinfo_folder (void)
{
  const char *folder = g_getenv ("TZDIR");

  return folder != NULL ? folder : "/usr/share/zoneinfo";
}

/* "/usr/share/zoneinfo/posix/Europe/Berlin" is Europe/Berlin. */
static LanyardZone *
new_from_zoneinfo_path (const char *path)
{
  const char *at = strstr (path, ZONEINFO);

  if (at == NULL)
    return NULL;
  at += strlen (ZONEINFO);
  if (g_str_has_prefix (at, "posix/"))
    at += strlen ("posix/");
  else if (g_str_has_prefix (at, "right/"))
    at += strlen ("right/");

  return lanyard_zone_new (at);
}

/* A link may lead to another link, or be the file itself that a system without
 * links has copied; then the zone with the same content is the one. */
static LanyardZone *
new_from_content (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_auto (GStrv) ids = NULL;

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return NULL;

  ids = lanyard_zone_list_ids ();
  for (char **id = ids; *id != NULL; id++)
    {
      g_autofree char *candidate = g_build_filename (get_zoneinfo_folder (), *id, NULL);
      g_autoptr (GMappedFile) other_file = g_mapped_file_new (candidate, FALSE, NULL);
      g_autoptr (GBytes) other = other_file != NULL ? g_mapped_file_get_bytes (other_file) : NULL;

      if (other != NULL && g_bytes_equal (bytes, other))
        return lanyard_zone_new (*id);
    }

  return NULL;
}

static LanyardZone *
new_from_name_file (const char *path)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;

  return lanyard_zone_new (g_strstrip (text));
}

/* POSIX allows a colon before a name or a path. */
static LanyardZone *
new_from_variable (const char *value)
{
  if (*value == ':')
    value++;
  if (*value == '\0')
    return lanyard_zone_new_utc ();
  if (!g_path_is_absolute (value))
    return lanyard_zone_new (value);

  return lanyard_zone_new_from_localtime (value);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Columns of zone.tab: country, coordinates, name, perhaps a comment. */
static void
add_ids_of_table (GPtrArray  *ids,
                  const char *table)
{
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) columns = g_strsplit (*line, "\t", -1);

      if (**line != '#' && g_strv_length (columns) >= 3)
        g_ptr_array_add (ids, g_strdup (columns[2]));
    }
}

static void
add_ids_of_aliases (GPtrArray *ids)
{
  const char *name;

  for (guint i = 0; (name = lanyard_zone_alias_get_name (i)) != NULL; i++)
    {
      const char *target = lanyard_zone_alias_get_target (name);
      g_autoptr (LanyardZone) zone = lanyard_zone_new (target);

      if (zone != NULL && lanyard_zone_alias_get_target (target) == NULL && strchr (target, '/') != NULL &&
          !g_str_has_prefix (target, "Etc/") &&
          !g_ptr_array_find_with_equal_func (ids, target, g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (target));
    }
}

/**
 * lanyard_zone_new_from_localtime:
 * @path: a link into the system's zones, such as /etc/localtime
 *
 * Reads which zone a link means.
 *
 * Returns: (transfer full) (nullable): the zone, %NULL if that cannot be said
 */
LanyardZone *
lanyard_zone_new_from_localtime (const char *path)
{
  g_autofree char *target = NULL;
  g_autoptr (LanyardZone) zone = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  target = g_file_read_link (path, NULL);
  if (target != NULL)
    zone = new_from_zoneinfo_path (target);
  if (zone == NULL)
    zone = new_from_zoneinfo_path (path);
  if (zone == NULL)
    zone = new_from_content (path);

  return g_steal_pointer (&zone);
}

/**
 * lanyard_zone_new_local:
 *
 * Finds the zone that this machine is in now: the variable TZ, the target of
 * /etc/localtime, /etc/timezone, in this order, read anew each time.
 *
 * Returns: (transfer full): the zone, UTC if nothing says one
 */
LanyardZone *
lanyard_zone_new_local (void)
{
  const char *variable = g_getenv ("TZ");
  g_autoptr (LanyardZone) zone = NULL;

  if (variable != NULL)
    zone = new_from_variable (variable);
  if (zone == NULL)
    zone = lanyard_zone_new_from_localtime (LOCALTIME_PATH);
  if (zone == NULL)
    zone = new_from_name_file (TIMEZONE_PATH);

  return zone != NULL ? g_steal_pointer (&zone) : lanyard_zone_new_utc ();
}

/* Private: one of the tables that come with the system's zones, or NULL. */
char *
lanyard_zone_dup_table (const char *name)
{
  g_autofree char *path = g_build_filename (get_zoneinfo_folder (), name, NULL);
  char *table = NULL;

  return g_file_get_contents (path, &table, NULL, NULL) ? table : NULL;
}

/**
 * lanyard_zone_list_ids:
 *
 * Lists the zones that a person may choose from: the system's zone.tab, which
 * has each inhabited place under one name, and UTC.
 *
 * Returns: (transfer full): names in alphabetical order
 */
char **
lanyard_zone_list_ids (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *table = lanyard_zone_dup_table ("zone.tab");

  if (table != NULL)
    add_ids_of_table (ids, table);
  else
    add_ids_of_aliases (ids);

  g_ptr_array_add (ids, g_strdup ("UTC"));
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}
