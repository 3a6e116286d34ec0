/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window-driver.h"

G_BEGIN_DECLS

/* In what sizes, colours, directions and sizes of text pictures are taken. */
typedef struct
{
  const char        *folder; /* borrowed: for the pictures */
  const char *const *chosen; /* borrowed: names of looks, none for all; and "--page=NAME" for some pages only */
  double             text_scale; /* of the looks whose turn it is */
  gboolean           mirrored;   /* so are the looks whose turn it is */
  GHashTable        *taken;      /* owned: names of the pages that there are pictures of */
  GHashTable        *missed;     /* owned: names of pictures of what could not be opened */
} Looks;

gboolean looks_check     (Looks        *self);
gboolean looks_begin     (Looks        *self,
                          double        text_scale,
                          gboolean      mirrored);
void     looks_take      (const Looks  *self,
                          WindowDriver *driver,
                          const char   *page);
void     looks_take_with (const Looks  *self,
                          WindowDriver *driver,
                          const char   *page,
                          GtkWidget  *(*open) (WindowDriver *driver),
                          void        (*close) (WindowDriver *driver));
gboolean looks_end       (Looks        *self);

G_END_DECLS
