/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's texts in another language, for tests and for pictures. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     texts_bind       (void);
gboolean texts_are_pseudo (void);
char   **texts_dup_forms  (const char *text);
guint    texts_check      (GtkWidget  *root,
                           const char *page);

G_END_DECLS
