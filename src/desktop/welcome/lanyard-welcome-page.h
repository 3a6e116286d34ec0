/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_WELCOME_PAGE (lanyard_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWelcomePage, lanyard_welcome_page, LANYARD, WELCOME_PAGE, AdwBin)

GtkWidget *lanyard_welcome_page_new (void);

G_END_DECLS
