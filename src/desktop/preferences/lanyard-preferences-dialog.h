/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "net/lanyard-fetcher.h"
#include "net/lanyard-keyring.h"
#include "store/lanyard-store.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PREFERENCES_DIALOG (lanyard_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPreferencesDialog, lanyard_preferences_dialog, LANYARD, PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *lanyard_preferences_dialog_new (LanyardFetcher *fetcher,
                                           LanyardKeyring *keyring,
                                           LanyardStore   *store,
                                           GSettings      *settings);

G_END_DECLS
