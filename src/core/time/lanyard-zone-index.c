/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All the places whose time somebody may want to see, found by city, country,
 * older name or short name of the zone. A short name may mean several zones:
 * IST is India's, Ireland's and Israel's, and each meaning is among the first
 * that are found.
 *
 * Making it reads some four hundred small files, so that the window does it on
 * another thread. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-country.h"
#include "lanyard-zone-aliases.h"
#include "lanyard-zone-index.h"
#include "lanyard-zone-private.h"

/* No place is further ahead of UTC. */
#define MAX_OFFSET_HOURS 14

struct _LanyardZoneIndex
{
  GObject parent_instance;
  gint64 instant;
  GPtrArray *places; /* owned, of LanyardZonePlace, by city */
};

typedef struct
{
  LanyardZonePlace *place; /* borrowed */
  guint position; /* by city */
  guint rank;
  int offset;     /* seconds ahead of UTC */
} Found;

G_DEFINE_FINAL_TYPE (LanyardZoneIndex, lanyard_zone_index, G_TYPE_OBJECT)

static int
compare_cities (gconstpointer a,
                gconstpointer b)
{
  LanyardZonePlace *place = *(LanyardZonePlace **) a;
  LanyardZonePlace *other = *(LanyardZonePlace **) b;

  return g_utf8_collate (lanyard_zone_place_get_city (place), lanyard_zone_place_get_city (other));
}

static void
add_places (LanyardZoneIndex *self)
{
  g_autoptr (GHashTable) countries = lanyard_countries_map ();
  g_auto (GStrv) ids = lanyard_zone_list_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (LanyardZone) zone = lanyard_zone_new (ids[i]);

      if (zone != NULL)
        g_ptr_array_add (self->places,
                         lanyard_zone_place_new (zone, g_hash_table_lookup (countries, ids[i]), self->instant));
    }
  g_ptr_array_sort (self->places, compare_cities);
}

/* Older names lead to the place that has the zone today. */
static void
add_names (LanyardZoneIndex *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name;

  for (guint i = 0; i < self->places->len; i++)
    {
      LanyardZonePlace *place = g_ptr_array_index (self->places, i);

      g_hash_table_insert (places, (char *) lanyard_zone_get_id (lanyard_zone_place_get_zone (place)), place);
    }
  for (guint i = 0; (name = lanyard_zone_alias_get_name (i)) != NULL; i++)
    {
      const char *target = name;
      LanyardZonePlace *place = NULL;

      if (g_hash_table_contains (places, name))
        continue;
      while (place == NULL && (target = lanyard_zone_alias_get_target (target)) != NULL)
        place = g_hash_table_lookup (places, target);
      if (place != NULL)
        lanyard_zone_place_add_name (place, name);
    }
}

static void
lanyard_zone_index_finalize (GObject *object)
{
  LanyardZoneIndex *self = LANYARD_ZONE_INDEX (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_zone_index_parent_class)->finalize (object);
}

static void
lanyard_zone_index_class_init (LanyardZoneIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_zone_index_finalize;
}

static void
lanyard_zone_index_init (LanyardZoneIndex *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
}

static guint
read_digits (const char **at,
             int         *number)
{
  guint n_digits = 0;

  for (*number = 0; g_ascii_isdigit (**at) && n_digits < 4; n_digits++)
    *number = 10 * *number + g_ascii_digit_value (*(*at)++);
  return n_digits;
}

/* "+2", "UTC+5:30", "gmt -0330": is that an offset, and which? */
static gboolean
parse_typed_offset (const char *folded,
                    int        *offset)
{
  const char *at = folded;
  int hours;
  int minutes = 0;
  guint n_digits;
  int sign;

  if (g_str_has_prefix (at, "utc") || g_str_has_prefix (at, "gmt"))
    at += strlen ("utc");
  at += strspn (at, " ");
  if (*at != '+' && *at != '-')
    return FALSE;
  sign = *at++ == '-' ? -1 : 1;
  n_digits = read_digits (&at, &hours);
  if (n_digits > 2)
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if (*at == ':')
    {
      at++;
      read_digits (&at, &minutes);
    }
  *offset = sign * (hours * 3600 + minutes * 60);
  return n_digits > 0 && *at == '\0' && hours <= MAX_OFFSET_HOURS && minutes < 60;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *found = a;
  const Found *other = b;

  if (found->rank != other->rank)
    return found->rank < other->rank ? -1 : 1;
  return found->position < other->position ? -1 : 1;
}

/* A place that stands for many is more likely meant. */
static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const Found *found = a;
  const Found *other = b;
  guint weight = lanyard_zone_place_get_n_names (found->place);
  guint other_weight = lanyard_zone_place_get_n_names (other->place);

  return weight != other_weight ? (weight > other_weight ? -1 : 1) : compare_found (a, b);
}

/* One place for each meaning of a short name comes first, then the others. */
static void
rank_meanings (GArray *found)
{
  g_autoptr (GHashTable) meanings = g_hash_table_new (NULL, NULL);

  g_array_sort (found, compare_weights);
  for (guint i = 0; i < found->len; i++)
    {
      Found *at = &g_array_index (found, Found, i);
      gboolean is_first = at->rank == LANYARD_ZONE_PLACE_RANK_ABBREVIATION &&
                          g_hash_table_add (meanings, GINT_TO_POINTER (at->offset));

      if (at->rank >= LANYARD_ZONE_PLACE_RANK_ABBREVIATION && !is_first)
        at->rank++;
    }
}

static GPtrArray *
dup_sorted (GArray *found)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (places, g_object_ref (g_array_index (found, Found, i).place));
  return places;
}

/* The offset itself, too, so that there always is something. */
static GPtrArray *
find_offset (LanyardZoneIndex *self,
             int               offset)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id =
      g_strdup_printf ("UTC%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 3600, ABS (offset) / 60 % 60);
  g_autoptr (LanyardZone) zone = lanyard_zone_new (id);

  g_ptr_array_add (places, lanyard_zone_place_new (zone, NULL, self->instant));
  for (guint i = 0; i < self->places->len; i++)
    {
      LanyardZonePlace *place = g_ptr_array_index (self->places, i);

      if (lanyard_zone_get_offset (lanyard_zone_place_get_zone (place), self->instant) == offset)
        g_ptr_array_add (places, g_object_ref (place));
    }
  return places;
}

/**
 * lanyard_zone_index_new:
 * @instant: seconds since 1970 in UTC: for which time short names and offsets
 *   are
 *
 * Reads all zones of this system.
 *
 * Returns: (transfer full): an index that never changes
 */
LanyardZoneIndex *
lanyard_zone_index_new (gint64 instant)
{
  LanyardZoneIndex *self = g_object_new (LANYARD_TYPE_ZONE_INDEX, NULL);

  self->instant = instant;
  add_places (self);
  add_names (self);
  return self;
}

static void
make_on_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const gint64 *instant = task_data;

  g_task_return_pointer (task, lanyard_zone_index_new (*instant), g_object_unref);
}

/**
 * lanyard_zone_index_new_async:
 * @instant: seconds since 1970 in UTC: for which time short names and offsets
 *   are
 * @cancellable: (nullable): to cancel it
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Reads all zones of this system on another thread.
 */
void
lanyard_zone_index_new_async (gint64               instant,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_zone_index_new_async);
  g_task_set_task_data (task, g_memdup2 (&instant, sizeof instant), g_free);
  g_task_run_in_thread (task, make_on_thread);
}

/**
 * lanyard_zone_index_new_finish:
 * @result: what the callback was given
 * @error: only that it was cancelled
 *
 * Ends reading.
 *
 * Returns: (transfer full) (nullable): the index
 */
LanyardZoneIndex *
lanyard_zone_index_new_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, lanyard_zone_index_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_zone_index_find:
 * @self: an index
 * @typed: what was typed: "new yo", "são", "CEST", "UTC+5:30", "India"
 *
 * Finds places. Case, accents and what parts the words do not matter.
 *
 * Returns: (transfer full) (element-type LanyardZonePlace): the places, the
 *   best first; all by name if nothing was typed
 */
GPtrArray *
lanyard_zone_index_find (LanyardZoneIndex *self,
                         const char       *typed)
{
  g_autofree char *folded = NULL;
  g_autoptr (GArray) found = NULL;
  int offset;

  g_return_val_if_fail (LANYARD_IS_ZONE_INDEX (self), NULL);
  g_return_val_if_fail (typed != NULL, NULL);

  folded = lanyard_zone_place_fold (typed);
  if (parse_typed_offset (folded, &offset))
    return find_offset (self, offset);

  found = g_array_new (FALSE, FALSE, sizeof (Found));
  for (guint i = 0; i < self->places->len; i++)
    {
      LanyardZonePlace *place = g_ptr_array_index (self->places, i);
      guint rank = *folded != '\0' ? lanyard_zone_place_rank (place, folded) : 0;
      Found at = { place, i, rank, lanyard_zone_get_offset (lanyard_zone_place_get_zone (place), self->instant) };

      if (rank != LANYARD_ZONE_PLACE_NO_RANK)
        g_array_append_val (found, at);
    }
  rank_meanings (found);
  return dup_sorted (found);
}

/**
 * lanyard_zone_index_find_id:
 * @self: an index
 * @id: a zone's id
 *
 * Finds the place of a zone.
 *
 * Returns: (transfer none) (nullable): the place, %NULL if none has that id
 */
LanyardZonePlace *
lanyard_zone_index_find_id (LanyardZoneIndex *self,
                            const char       *id)
{
  g_return_val_if_fail (LANYARD_IS_ZONE_INDEX (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      LanyardZonePlace *place = g_ptr_array_index (self->places, i);

      if (g_str_equal (lanyard_zone_get_id (lanyard_zone_place_get_zone (place)), id))
        return place;
    }
  return NULL;
}
