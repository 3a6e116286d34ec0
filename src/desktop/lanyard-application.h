/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "lanyard-window.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_APPLICATION (lanyard_application_get_type ())
G_DECLARE_FINAL_TYPE (LanyardApplication, lanyard_application, LANYARD, APPLICATION, AdwApplication)

LanyardApplication *lanyard_application_new (void);

G_END_DECLS
