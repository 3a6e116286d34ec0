/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-conference.h"

G_BEGIN_DECLS

char *lanyard_cli_dates_dup        (LanyardConference *conference);
char *lanyard_cli_dates_dup_first  (LanyardConference *conference);
char *lanyard_cli_dates_dup_last   (LanyardConference *conference);
char *lanyard_cli_dates_dup_day    (guint              day);

G_END_DECLS
