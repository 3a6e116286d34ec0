/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"

G_BEGIN_DECLS

/**
 * LanyardCliCommand:
 * @name: what is typed
 * @words: (nullable): the words that may follow, as the help shows them,
 *   marked for translation
 * @summary: what it does, in a few words, marked for translation
 * @run: reads its options and does it
 *
 * A command of the program.
 */
typedef struct
{
  const char *name;
  const char *words;
  const char *summary;
  gboolean  (*run) (LanyardCliContext  *context,
                    int                 argc,
                    char              **argv,
                    GError            **error);
} LanyardCliCommand;

extern const LanyardCliCommand lanyard_cli_accounts;
extern const LanyardCliCommand lanyard_cli_add;
extern const LanyardCliCommand lanyard_cli_changes;
extern const LanyardCliCommand lanyard_cli_compare;
extern const LanyardCliCommand lanyard_cli_conferences;
extern const LanyardCliCommand lanyard_cli_directory;
extern const LanyardCliCommand lanyard_cli_entry;
extern const LanyardCliCommand lanyard_cli_export;
extern const LanyardCliCommand lanyard_cli_import;
extern const LanyardCliCommand lanyard_cli_login;
extern const LanyardCliCommand lanyard_cli_logout;
extern const LanyardCliCommand lanyard_cli_mark;
extern const LanyardCliCommand lanyard_cli_note;
extern const LanyardCliCommand lanyard_cli_now;
extern const LanyardCliCommand lanyard_cli_plan;
extern const LanyardCliCommand lanyard_cli_refresh;
extern const LanyardCliCommand lanyard_cli_remove;
extern const LanyardCliCommand lanyard_cli_search;
extern const LanyardCliCommand lanyard_cli_sessions;
extern const LanyardCliCommand lanyard_cli_show;
extern const LanyardCliCommand lanyard_cli_star;
extern const LanyardCliCommand lanyard_cli_talks;
extern const LanyardCliCommand lanyard_cli_unmark;
extern const LanyardCliCommand lanyard_cli_unstar;

gboolean lanyard_cli_command_parse       (const LanyardCliCommand  *self,
                                          LanyardCliContext        *context,
                                          const GOptionEntry       *entries,
                                          int                      *argc,
                                          char                   ***argv,
                                          GError                  **error);
gboolean lanyard_cli_command_check_words (const LanyardCliCommand  *self,
                                          int                       argc,
                                          char                    **argv,
                                          int                       least,
                                          int                       most,
                                          GError                  **error);

G_END_DECLS
