/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "browser/lanyard-browser.h"
#include "lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WINDOW (lanyard_window_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWindow, lanyard_window, LANYARD, WINDOW, AdwApplicationWindow)

LanyardWindow  *lanyard_window_new         (GtkApplication        *application,
                                            LanyardOpenConference *open,
                                            GSettings             *settings);
void            lanyard_window_present     (LanyardWindow         *self);
void            lanyard_window_add_files   (LanyardWindow         *self,
                                            GPtrArray             *files);
LanyardBrowser *lanyard_window_get_browser (LanyardWindow         *self);

G_END_DECLS
