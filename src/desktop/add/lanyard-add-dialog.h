/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../refresh/lanyard-lazy-sync.h"

G_BEGIN_DECLS

/**
 * LanyardAddDialog:
 *
 * Adds a conference from the directory, or by its address.
 *
 * - `found` (const char *uuid, const char *address): the conference is there,
 *   just added or since long, and is to be shown.
 */
#define LANYARD_TYPE_ADD_DIALOG (lanyard_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LanyardAddDialog, lanyard_add_dialog, LANYARD, ADD_DIALOG, AdwDialog)

LanyardAddDialog *lanyard_add_dialog_new     (LanyardLazySync  *sync,
                                              GSettings        *settings,
                                              gint64            now);
void              lanyard_add_dialog_look_up (LanyardAddDialog *self,
                                              const char       *address);
void              lanyard_add_dialog_suggest (LanyardAddDialog *self,
                                              const char       *address);

G_END_DECLS
