/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SESSION_PAGE (lanyard_session_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSessionPage, lanyard_session_page, LANYARD, SESSION_PAGE, AdwNavigationPage)

LanyardSessionPage *lanyard_session_page_new     (LanyardOpenConference *open,
                                                  LanyardSession        *session);
const char         *lanyard_session_page_get_key (LanyardSessionPage    *self);

G_END_DECLS
