/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window-driver.h"

G_BEGIN_DECLS

/* Before the first talk, and in the evening of the first day. */
#define PICKS_BEFORE "2026-09-29T00:00:00Z"
#define PICKS_AFTER "2026-10-02T09:00:00Z"
#define PICKS_TALK "Copy on write, ten years on"
#define PICKS_OTHER "Mesh on the Nullarbor"
#define PICKS_SESSION "Filesystems and Storage MC"

WindowDriver *picks_driver          (const char   *now);
void          picks_activate        (WindowDriver *driver,
                                     const char   *action,
                                     const char   *target);
gboolean      picks_says            (WindowDriver *driver,
                                     const char   *text);
void          picks_press           (GtkWidget    *button);
void          picks_press_text      (WindowDriver *driver,
                                     const char   *text);
LanyardItem  *picks_find_talk       (WindowDriver *driver,
                                     const char   *title);
LanyardLevel  picks_get_level       (WindowDriver *driver,
                                     const char   *title);
void          picks_set_session     (WindowDriver *driver,
                                     LanyardLevel  level);
GtkWidget    *picks_get_list        (WindowDriver *driver);
GtkWidget    *picks_find_row        (GtkWidget    *widget,
                                     LanyardItem  *item);
GtkWidget    *picks_get_row         (WindowDriver *driver,
                                     const char   *title);
void          picks_assert_row_says (WindowDriver *driver,
                                     const char   *title,
                                     const char   *words,
                                     gboolean      does);
void          picks_show_item       (WindowDriver *driver,
                                     const char   *title);

G_END_DECLS
