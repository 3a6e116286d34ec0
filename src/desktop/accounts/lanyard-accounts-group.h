/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "net/lanyard-fetcher.h"
#include "net/lanyard-keyring.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ACCOUNTS_GROUP (lanyard_accounts_group_get_type ())
G_DECLARE_FINAL_TYPE (LanyardAccountsGroup, lanyard_accounts_group, LANYARD, ACCOUNTS_GROUP, AdwPreferencesGroup)

void lanyard_accounts_group_set_source (LanyardAccountsGroup *self,
                                        LanyardFetcher       *fetcher,
                                        LanyardKeyring       *keyring);

G_END_DECLS
