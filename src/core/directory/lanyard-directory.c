/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A directory of conferences: the one that is built in, one that came from the
 * network, or both together. The dialog that adds a conference, the sync (for
 * zones that feeds lack), the page of a room and the command line ask it. Any
 * thread. */

#include "config.h"

#include "lanyard-directory-data.h"
#include "lanyard-directory-private.h"
#include "lanyard-directory.h"

struct _LanyardDirectory
{
  GObject parent_instance;
  GPtrArray *listings;    /* owned, of LanyardListing */
  GHashTable *by_address; /* owned; address to borrowed LanyardListing */
  GHashTable *by_place;   /* owned; what its addresses share to borrowed LanyardListing */
};

G_DEFINE_FINAL_TYPE (LanyardDirectory, lanyard_directory, G_TYPE_OBJECT)

static void
lanyard_directory_finalize (GObject *object)
{
  LanyardDirectory *self = LANYARD_DIRECTORY (object);

  g_clear_pointer (&self->by_address, g_hash_table_unref);
  g_clear_pointer (&self->by_place, g_hash_table_unref);
  g_clear_pointer (&self->listings, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_directory_parent_class)->finalize (object);
}

static void
lanyard_directory_class_init (LanyardDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_directory_finalize;
}

static void
lanyard_directory_init (LanyardDirectory *self)
{
  self->by_address = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Of two at one place the first counts. */
static void
index_listing (LanyardDirectory *self,
               LanyardListing   *listing)
{
  const char *address = lanyard_listing_get_fields (listing)->address;
  char *place = lanyard_directory_dup_place (address);

  if (!g_hash_table_contains (self->by_address, address))
    g_hash_table_insert (self->by_address, (char *) address, listing);
  if (place != NULL && !g_hash_table_contains (self->by_place, place))
    g_hash_table_insert (self->by_place, place, listing);
  else
    g_free (place);
}

/**
 * lanyard_directory_new:
 * @listings: (element-type LanyardListing): conferences
 *
 * Makes a directory.
 *
 * Returns: (transfer full): a directory
 */
LanyardDirectory *
lanyard_directory_new (GPtrArray *listings)
{
  LanyardDirectory *self;

  g_return_val_if_fail (listings != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_DIRECTORY, NULL);
  self->listings = g_ptr_array_new_full (listings->len, g_object_unref);
  for (guint i = 0; i < listings->len; i++)
    {
      g_ptr_array_add (self->listings, g_object_ref (g_ptr_array_index (listings, i)));
      index_listing (self, g_ptr_array_index (listings, i));
    }
  return self;
}

/**
 * lanyard_directory_new_built_in:
 *
 * Reads the directory that comes with the program, which needs no network.
 *
 * Returns: (transfer full): a directory
 */
LanyardDirectory *
lanyard_directory_new_built_in (void)
{
  g_autoptr (GBytes) document = g_resource_lookup_data (lanyard_directory_data_get_resource (),
                                                        APP_PATH "/directory/conferences.json5",
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  LanyardDirectory *directory;

  g_assert (document != NULL);
  directory = lanyard_directory_read (document, NULL);
  g_assert (directory != NULL);
  return directory;
}

static LanyardListing *
find_same (LanyardDirectory *self,
           LanyardListing   *listing)
{
  return lanyard_directory_find_address (self, lanyard_listing_get_fields (listing)->address);
}

/* What one directory does not say, another may. */
static LanyardListing *
fill_gaps (LanyardListing *listing,
           LanyardListing *other)
{
  LanyardListingFields fields = *lanyard_listing_get_fields (listing);
  const LanyardListingFields *more = lanyard_listing_get_fields (other);

  if (fields.city == NULL)
    fields.city = more->city;
  if (fields.zone == NULL)
    fields.zone = more->zone;
  if (fields.links->len == 0)
    fields.links = more->links;
  if (fields.signs->len == 0)
    fields.signs = more->signs;
  if (fields.first_day == 0)
    {
      fields.first_day = more->first_day;
      fields.last_day = more->last_day;
    }
  return lanyard_listing_new (&fields);
}

/**
 * lanyard_directory_new_together:
 * @first: a directory
 * @second: another one
 *
 * Puts two directories together. Of a conference in both @first is right, and
 * @second fills the gaps.
 *
 * Returns: (transfer full): a directory of all
 */
LanyardDirectory *
lanyard_directory_new_together (LanyardDirectory *first,
                                LanyardDirectory *second)
{
  g_autoptr (GPtrArray) listings = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (first), NULL);
  g_return_val_if_fail (LANYARD_IS_DIRECTORY (second), NULL);

  for (guint i = 0; i < first->listings->len; i++)
    {
      LanyardListing *listing = g_ptr_array_index (first->listings, i);
      LanyardListing *other = find_same (second, listing);

      g_ptr_array_add (listings, other != NULL ? fill_gaps (listing, other) : g_object_ref (listing));
    }
  for (guint i = 0; i < second->listings->len; i++)
    {
      LanyardListing *listing = g_ptr_array_index (second->listings, i);

      if (find_same (first, listing) == NULL)
        g_ptr_array_add (listings, g_object_ref (listing));
    }
  return lanyard_directory_new (listings);
}

/**
 * lanyard_directory_get_listings:
 * @self: a directory
 *
 * Gets all of it, in no order.
 *
 * Returns: (transfer none) (element-type LanyardListing): the conferences
 */
GPtrArray *
lanyard_directory_get_listings (LanyardDirectory *self)
{
  g_return_val_if_fail (LANYARD_IS_DIRECTORY (self), NULL);

  return self->listings;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      today)
{
  return lanyard_listing_compare (*(LanyardListing *const *) a, *(LanyardListing *const *) b,
                                  GPOINTER_TO_UINT (today));
}

/**
 * lanyard_directory_find_words:
 * @self: a directory
 * @text: what somebody typed; nothing finds all
 * @today: the day that it is, a Julian day number
 *
 * Finds conferences by the beginnings of words of their title, city, zone and
 * year: what runs, what comes, what is over, in this order.
 *
 * Returns: (transfer full) (element-type LanyardListing): the conferences
 */
GPtrArray *
lanyard_directory_find_words (LanyardDirectory *self,
                              const char       *text,
                              guint             today)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (self), found);
  g_return_val_if_fail (text != NULL, found);

  words = g_str_tokenize_and_fold (text, NULL, NULL);
  for (guint i = 0; i < self->listings->len; i++)
    {
      LanyardListing *listing = g_ptr_array_index (self->listings, i);

      if (lanyard_listing_has_words (listing, words))
        g_ptr_array_add (found, g_object_ref (listing));
    }
  g_ptr_array_sort_with_data (found, compare_cb, GUINT_TO_POINTER (today));
  return found;
}

/**
 * lanyard_directory_find_address:
 * @self: a directory
 * @address: an address of a conference: of its programme in any format, or of a page
 *
 * Finds the conference that an address belongs to.
 *
 * Returns: (transfer none) (nullable): the conference
 */
LanyardListing *
lanyard_directory_find_address (LanyardDirectory *self,
                                const char       *address)
{
  g_autofree char *place = NULL;
  LanyardListing *listing;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  listing = g_hash_table_lookup (self->by_address, address);
  if (listing != NULL)
    return listing;
  place = lanyard_directory_dup_place (address);
  return place != NULL ? g_hash_table_lookup (self->by_place, place) : NULL;
}
