/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

char       *lanyard_item_text_dup     (LanyardOpenConference *open,
                                       LanyardItem           *item);
const char *lanyard_item_text_get_url (LanyardItem           *item);

G_END_DECLS
