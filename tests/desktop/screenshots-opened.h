/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window-driver.h"

G_BEGIN_DECLS

GtkWidget *opened_get_dialog     (WindowDriver  *driver);
GtkWidget *opened_await_dialog   (WindowDriver  *driver);
GtkWidget *opened_await_popover  (WindowDriver  *driver);
GtkWidget *opened_find_button    (GtkWidget         *root,
                                  GType              type,
                                  const char *const *tooltips);
GtkWidget *opened_press_menu     (WindowDriver  *driver,
                                  const char    *tooltip);
GtkWidget *opened_pop_item_menu  (WindowDriver  *driver,
                                  const char    *title);
GtkWidget *opened_share_plan     (WindowDriver  *driver);
void       opened_close          (WindowDriver  *driver);

G_END_DECLS
