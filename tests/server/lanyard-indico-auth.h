/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-indico-request.h"

G_BEGIN_DECLS

/* Who asks with "Authorization: Bearer". */
typedef struct
{
  const char         *secret; /* what was shown, NULL for nothing */
  LanyardIndicoToken *token;  /* borrowed; NULL if nobody has that one */
} LanyardIndicoBearer;

LanyardIndicoBearer lanyard_indico_find_bearer     (LanyardIndicoRequest *request);
/* Whether a token has any of some scopes. */
gboolean            lanyard_indico_token_may       (LanyardIndicoToken   *token,
                                                    const char *const    *scopes);

/* Whose API key it is: FALSE if it was refused, and answered. `user` is set to
 * the key where that counts, else to NULL for the public. */
gboolean            lanyard_indico_check_api_key   (LanyardIndicoRequest *request,
                                                    const char          **user);

G_END_DECLS
