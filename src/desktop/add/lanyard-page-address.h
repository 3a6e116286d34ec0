/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

LanyardTalk    *lanyard_page_address_find_talk    (LanyardProgramme *programme,
                                                   const char       *address);
LanyardSession *lanyard_page_address_find_session (LanyardProgramme *programme,
                                                   const char       *address);

G_END_DECLS
