/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-indico-request.h"

G_BEGIN_DECLS

/* Answers what is asked outside "/export/". */
void lanyard_indico_pages_answer (LanyardIndicoRequest *request);

G_END_DECLS
