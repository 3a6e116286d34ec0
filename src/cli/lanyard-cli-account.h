/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "net/lanyard-address.h"
#include "net/lanyard-credential.h"

#include "lanyard-cli-json.h"

G_BEGIN_DECLS

LanyardAddress *lanyard_cli_account_parse_server (const char             *word,
                                                  GError                **error);
const char     *lanyard_cli_account_get_kind     (LanyardCredentialKind   kind);
void            lanyard_cli_account_add_json     (LanyardCliJson         *json,
                                                  const char             *name,
                                                  const char             *origin,
                                                  LanyardCredentialKind   kind,
                                                  const char             *user);

G_END_DECLS
