/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conference of a directory: what it is called, when and where it is, and
 * where its programme can be had. Made by the reader of directories, shown by
 * the dialog that adds one and by the command line. Immutable; any thread. */

#include "config.h"

#include "lanyard-listing.h"
#include "model/lanyard-link.h"

struct _LanyardListing
{
  GObject parent_instance;
  LanyardListingFields fields; /* all owned */
  char **tokens;               /* owned: the words by which it is found, folded */
  char **plain_tokens;         /* owned: the same without accents, where there were any */
};

G_DEFINE_FINAL_TYPE (LanyardListing, lanyard_listing, G_TYPE_OBJECT)

static void
lanyard_listing_finalize (GObject *object)
{
  LanyardListing *self = LANYARD_LISTING (object);

  g_free ((char *) self->fields.id);
  g_free ((char *) self->fields.title);
  g_free ((char *) self->fields.address);
  g_free ((char *) self->fields.city);
  g_free ((char *) self->fields.zone);
  g_clear_pointer (&self->fields.links, g_ptr_array_unref);
  g_clear_pointer (&self->fields.signs, g_ptr_array_unref);
  g_strfreev (self->tokens);
  g_strfreev (self->plain_tokens);

  G_OBJECT_CLASS (lanyard_listing_parent_class)->finalize (object);
}

static void
lanyard_listing_class_init (LanyardListingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_listing_finalize;
}

static void
lanyard_listing_init (LanyardListing *self)
{
}

static gpointer
ref_link (gconstpointer link,
          gpointer      user_data)
{
  return lanyard_link_ref ((LanyardLink *) link);
}

static gpointer
ref_sign (gconstpointer sign,
          gpointer      user_data)
{
  return lanyard_room_sign_ref ((LanyardRoomSign *) sign);
}

static GPtrArray *
dup_array (GPtrArray      *array, /* nullable */
           GCopyFunc       ref,
           GDestroyNotify  unref)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (unref);

  if (array != NULL)
    g_ptr_array_extend (copy, array, ref, NULL);
  return copy;
}

static int
get_year (guint day)
{
  GDate date;

  if (!g_date_valid_julian (day))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_date_get_year (&date);
}

static void
fill_tokens (LanyardListing *self)
{
  const LanyardListingFields *fields = &self->fields;
  g_autofree char *text =
      g_strdup_printf ("%s %s %s %s %d", fields->title, fields->city != NULL ? fields->city : "",
                       fields->zone != NULL ? fields->zone : "", fields->id != NULL ? fields->id : "",
                       get_year (fields->first_day));

  self->tokens = g_str_tokenize_and_fold (text, NULL, &self->plain_tokens);
}

/**
 * lanyard_listing_new:
 * @fields: what it is made of; copied
 *
 * Makes a listing.
 *
 * Returns: (transfer full): a listing
 */
LanyardListing *
lanyard_listing_new (const LanyardListingFields *fields)
{
  LanyardListing *self;

  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (fields->title != NULL && fields->address != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_LISTING, NULL);
  self->fields = *fields;
  self->fields.id = g_strdup (fields->id);
  self->fields.title = g_strdup (fields->title);
  self->fields.address = g_strdup (fields->address);
  self->fields.city = g_strdup (fields->city);
  self->fields.zone = g_strdup (fields->zone);
  self->fields.links = dup_array (fields->links, ref_link, (GDestroyNotify) lanyard_link_unref);
  self->fields.signs = dup_array (fields->signs, ref_sign, (GDestroyNotify) lanyard_room_sign_unref);
  fill_tokens (self);
  return self;
}

/**
 * lanyard_listing_get_fields:
 * @self: a listing
 *
 * Gets what it is made of.
 *
 * Returns: (transfer none): the fields; arrays are there, if empty
 */
const LanyardListingFields *
lanyard_listing_get_fields (LanyardListing *self)
{
  g_return_val_if_fail (LANYARD_IS_LISTING (self), NULL);

  return &self->fields;
}

/**
 * lanyard_listing_get_phase:
 * @self: a listing
 * @today: a day, a Julian day number
 *
 * Says whether it runs, comes or is over.
 *
 * Returns: how it stands to @today
 */
LanyardListingPhase
lanyard_listing_get_phase (LanyardListing *self,
                           guint           today)
{
  g_return_val_if_fail (LANYARD_IS_LISTING (self), LANYARD_LISTING_UNDATED);

  if (self->fields.first_day == 0)
    return LANYARD_LISTING_UNDATED;
  if (today < self->fields.first_day)
    return LANYARD_LISTING_COMING;
  return today <= self->fields.last_day ? LANYARD_LISTING_RUNNING : LANYARD_LISTING_OVER;
}

static gboolean
has_beginning (char       **tokens,
               const char  *word)
{
  for (guint i = 0; tokens[i] != NULL; i++)
    if (g_str_has_prefix (tokens[i], word))
      return TRUE;
  return FALSE;
}

/**
 * lanyard_listing_has_words:
 * @self: a listing
 * @words: (array zero-terminated=1): words as g_str_tokenize_and_fold() makes them
 *
 * Says whether title, city, zone, id or year have words that begin with each
 * of these.
 *
 * Returns: whether they do
 */
gboolean
lanyard_listing_has_words (LanyardListing  *self,
                           char           **words)
{
  g_return_val_if_fail (LANYARD_IS_LISTING (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (!has_beginning (self->tokens, words[i]) && !has_beginning (self->plain_tokens, words[i]))
      return FALSE;
  return TRUE;
}

/**
 * lanyard_listing_find_sign:
 * @self: a listing
 * @room: a room's name, as the programme has it
 *
 * Finds what is known about a room.
 *
 * Returns: (transfer none) (nullable): the first sign that speaks of it
 */
LanyardRoomSign *
lanyard_listing_find_sign (LanyardListing *self,
                           const char     *room)
{
  g_return_val_if_fail (LANYARD_IS_LISTING (self), NULL);
  g_return_val_if_fail (room != NULL, NULL);

  for (guint i = 0; i < self->fields.signs->len; i++)
    {
      LanyardRoomSign *sign = g_ptr_array_index (self->fields.signs, i);

      if (lanyard_room_sign_matches (sign, room))
        return sign;
    }
  return NULL;
}

/**
 * lanyard_listing_compare:
 * @self: a listing
 * @other: another one
 * @today: a day, a Julian day number
 *
 * Orders what runs before what comes, the next first, and that before what is
 * over, the last first.
 *
 * Returns: less than 0 if @self is first, more than 0 if @other is
 */
int
lanyard_listing_compare (LanyardListing *self,
                         LanyardListing *other,
                         guint           today)
{
  LanyardListingPhase phase = lanyard_listing_get_phase (self, today);
  LanyardListingPhase other_phase = lanyard_listing_get_phase (other, today);
  guint day = self->fields.first_day;
  guint other_day = other->fields.first_day;

  if (phase != other_phase)
    return phase < other_phase ? -1 : 1;
  if (day != other_day)
    return (day < other_day) == (phase == LANYARD_LISTING_OVER) ? 1 : -1;
  return g_utf8_collate (self->fields.title, other->fields.title);
}
