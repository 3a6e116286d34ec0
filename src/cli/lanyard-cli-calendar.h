/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-cli-context.h"

G_BEGIN_DECLS

void lanyard_cli_calendar_keep (LanyardCliContext *context);

G_END_DECLS
