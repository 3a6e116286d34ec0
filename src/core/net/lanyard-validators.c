/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a server said about its documents, to be told "not modified" the next
 * time: as one text that the store keeps without looking into it. Indico itself
 * says nothing; what stands before it may. Called by the feed; any thread. */

#include "config.h"

#include "lanyard-validators.h"

/* Whether there was an account, and for each document etag and last_modified. */
#define FORMAT "(ba(msms))"

/* Forgets what a validator knows. */
void
lanyard_validator_clear (LanyardValidator *self)
{
  g_assert (self != NULL);

  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
}

/* NULL if there is nothing in them. */
char *
lanyard_validators_pack (const LanyardValidator *validators,
                                guint                         n_validators,
                                gboolean                      has_account)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) packed = NULL;
  gboolean is_empty = TRUE;

  g_assert (validators != NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(msms)"));
  for (guint i = 0; i < n_validators; i++)
    {
      g_variant_builder_add (&builder, "(msms)", validators[i].etag, validators[i].last_modified);
      is_empty &= validators[i].etag == NULL && validators[i].last_modified == NULL;
    }
  packed = g_variant_ref_sink (g_variant_new (FORMAT, has_account, &builder));
  return is_empty ? NULL : g_variant_print (packed, FALSE);
}

/* Fills @validators, which are empty. What was said to somebody with an account
 * is nothing for somebody without, and the other way round: that one sees
 * another programme at the same address. */
void
lanyard_validators_unpack (const char             *text,
                                  LanyardValidator *validators,
                                  guint                   n_validators,
                                  gboolean                has_account)
{
  g_autoptr (GVariant) packed = text != NULL ? g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL) : NULL;
  g_autoptr (GVariant) list = NULL;
  gboolean had_account;

  if (packed == NULL)
    return;
  g_variant_get (packed, "(b@a(msms))", &had_account, &list);
  if (had_account != has_account || g_variant_n_children (list) != n_validators)
    return;
  for (guint i = 0; i < n_validators; i++)
    g_variant_get_child (list, i, "(msms)", &validators[i].etag, &validators[i].last_modified);
}
