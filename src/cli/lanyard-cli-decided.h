/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-filter.h"

G_BEGIN_DECLS

/* How many options there are to filter by what is decided. */
#define LANYARD_CLI_N_DECIDED_ENTRIES 3

/**
 * LanyardCliDecided:
 * @levels: (nullable): as typed
 * @marks: (nullable): as typed
 * @is_noted: whether what has a note is wanted
 *
 * About what somebody decided something; zeroed to begin with.
 */
typedef struct
{
  char     **levels;
  char     **marks;
  gboolean   is_noted;
} LanyardCliDecided;

void     lanyard_cli_decided_clear        (LanyardCliDecided     *self);
void     lanyard_cli_decided_fill_entries (LanyardCliDecided     *self,
                                           GOptionEntry          *entries);
gboolean lanyard_cli_decided_is_typed     (LanyardCliDecided     *self);
gboolean lanyard_cli_decided_parse        (LanyardCliDecided     *self,
                                           LanyardFilterDecided  *decided,
                                           GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardCliDecided, lanyard_cli_decided_clear)

G_END_DECLS
