/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

LanyardProgramme *rebuild_programme (JsonObject *document);
gint64            rebuild_instant   (JsonObject *object,
                                     const char *name);

G_END_DECLS
