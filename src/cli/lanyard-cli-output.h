/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Between these, lanyard_cli_output_add_marked() makes text bold. They are the
 * marks that the store puts around words that were found. */
#define LANYARD_CLI_BOLD_BEGINS "\uE000"
#define LANYARD_CLI_BOLD_ENDS "\uE001"

/* What a command prints on standard output. */
typedef struct _LanyardCliOutput LanyardCliOutput;

LanyardCliOutput *lanyard_cli_output_new         (void);
void              lanyard_cli_output_free        (LanyardCliOutput  *self);
gboolean          lanyard_cli_output_is_terminal (LanyardCliOutput  *self);
int               lanyard_cli_output_get_width   (LanyardCliOutput  *self);
void              lanyard_cli_output_add         (LanyardCliOutput  *self,
                                                  const char        *text);
void              lanyard_cli_output_add_line    (LanyardCliOutput  *self,
                                                  const char        *line);
void              lanyard_cli_output_add_bold    (LanyardCliOutput  *self,
                                                  const char        *text);
void              lanyard_cli_output_add_marked  (LanyardCliOutput  *self,
                                                  const char        *text);
void              lanyard_cli_output_add_json    (LanyardCliOutput  *self,
                                                  const char        *json);
void              lanyard_cli_output_add_bytes   (LanyardCliOutput  *self,
                                                  GBytes            *bytes);
gboolean          lanyard_cli_output_write       (LanyardCliOutput  *self,
                                                  GError           **error);
char             *lanyard_cli_output_dup_encoded (const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCliOutput, lanyard_cli_output_free)

G_END_DECLS
