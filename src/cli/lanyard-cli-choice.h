/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-conference.h"

G_BEGIN_DECLS

LanyardConference *lanyard_cli_choice_find         (GPtrArray   *conferences,
                                                    const char  *name,
                                                    GError     **error);
LanyardConference *lanyard_cli_choice_find_current (GPtrArray   *conferences,
                                                    gint64       now,
                                                    GError     **error);
void               lanyard_cli_choice_set_ambiguous (GError     **error,
                                                     const char  *text,
                                                     GPtrArray   *candidates);

G_END_DECLS
