/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "browser/lanyard-browser.h"
#include "lanyard-open-conference.h"
#include "refresh/lanyard-lazy-sync.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_WINDOW (lanyard_window_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWindow, lanyard_window, LANYARD, WINDOW, AdwApplicationWindow)

LanyardWindow  *lanyard_window_new         (GtkApplication        *application,
                                            LanyardOpenConference *open,
                                            LanyardLazySync       *sync,
                                            GSettings             *settings);
void            lanyard_window_present     (LanyardWindow         *self);
void            lanyard_window_show_page   (LanyardWindow         *self,
                                            const char            *page);
void            lanyard_window_add_files   (LanyardWindow         *self,
                                            GPtrArray             *files);
void            lanyard_window_add_address (LanyardWindow         *self,
                                            const char            *address);
void            lanyard_window_open        (LanyardWindow         *self,
                                            GPtrArray             *files);
void            lanyard_window_back_up     (LanyardWindow         *self,
                                            GFile                 *file);
void            lanyard_window_restore     (LanyardWindow         *self,
                                            GFile                 *file);
LanyardBrowser *lanyard_window_get_browser (LanyardWindow         *self);
GtkWidget      *lanyard_window_get_shown_page (LanyardWindow      *self);

G_END_DECLS
