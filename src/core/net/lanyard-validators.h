/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the feeds share about asking again. Private to lanyard-*-feed*.c. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardValidator:
 * @etag: (nullable): what a document's answer said
 * @last_modified: (nullable): likewise
 *
 * What makes the next request for a document a conditional one.
 */
typedef struct
{
  char *etag;
  char *last_modified;
} LanyardValidator;

char *lanyard_validators_pack   (const LanyardValidator *validators,
                                 guint                   n_validators,
                                 gboolean                has_account);
void  lanyard_validators_unpack (const char             *text,
                                 LanyardValidator       *validators,
                                 guint                   n_validators,
                                 gboolean                has_account);
void  lanyard_validator_clear   (LanyardValidator       *self);

G_END_DECLS
