/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "net/lanyard-fetcher.h"
#include "net/lanyard-keyring.h"

G_BEGIN_DECLS

/**
 * LanyardSignInDialog:
 *
 * Asks for a server's token, tests it and keeps it. `signed-in` (const char
 * *origin) tells that it is kept.
 */
#define LANYARD_TYPE_SIGN_IN_DIALOG (lanyard_sign_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSignInDialog, lanyard_sign_in_dialog, LANYARD, SIGN_IN_DIALOG, AdwDialog)

/* `address` is a conference's or a server's, NULL to let people type it. */
AdwDialog *lanyard_sign_in_dialog_new (LanyardFetcher *fetcher,
                                       LanyardKeyring *keyring,
                                       const char     *address);

G_END_DECLS
