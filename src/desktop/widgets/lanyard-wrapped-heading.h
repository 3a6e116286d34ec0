/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void lanyard_wrapped_heading_make (AdwPreferencesGroup *group);

G_END_DECLS
