/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-indico-request.h"

G_BEGIN_DECLS

/* Answers what is asked below "/export/". */
void lanyard_indico_export_answer (LanyardIndicoRequest *request);

G_END_DECLS
