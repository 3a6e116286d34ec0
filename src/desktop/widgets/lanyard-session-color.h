/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "model/lanyard-session.h"

G_BEGIN_DECLS

GdkRGBA lanyard_session_get_color (LanyardSession *session);

G_END_DECLS
