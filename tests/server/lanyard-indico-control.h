/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-indico-server.h"

G_BEGIN_DECLS

/* Answers POST and GET below "/test/". */
void lanyard_indico_control_answer (LanyardIndicoServer *server,
                                    SoupServerMessage   *message,
                                    const char          *path);

G_END_DECLS
