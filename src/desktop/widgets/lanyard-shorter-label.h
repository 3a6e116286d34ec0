/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_SHORTER_LABEL (lanyard_shorter_label_get_type ())

G_DECLARE_FINAL_TYPE (LanyardShorterLabel, lanyard_shorter_label, LANYARD, SHORTER_LABEL, GtkWidget)

void lanyard_shorter_label_set_texts (LanyardShorterLabel *self,
                                      const char          *text,
                                      const char          *shorter);

G_END_DECLS
