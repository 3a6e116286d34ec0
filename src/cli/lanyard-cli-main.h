/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-command.h"

G_BEGIN_DECLS

G_NORETURN void lanyard_cli_main (const LanyardCliCommand * const  *commands,
                                  gsize                             n_commands,
                                  int                               argc,
                                  char                            **argv);

G_END_DECLS
