/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

const char *lanyard_phrase_filter_field   (LanyardFilterField  field);
char       *lanyard_phrase_filter_value   (LanyardProgramme   *programme,
                                           LanyardFilterField  field,
                                           const char         *value);
char       *lanyard_phrase_filter_hour    (int                 minute);
char       *lanyard_phrase_filter_hours   (LanyardFilter      *filter);

const char *lanyard_phrase_filter_decided (LanyardFilterDecided decided);

G_END_DECLS
