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
} Looks;

gboolean looks_check     (const Looks  *self);
gboolean looks_begin     (Looks        *self,
                          double        text_scale,
                          gboolean      mirrored);
void     looks_take      (const Looks  *self,
                          WindowDriver *driver,
                          const char   *page);
void     looks_take_with (const Looks  *self,
                          WindowDriver *driver,
                          const char   *page,
                          void        (*open) (WindowDriver *driver),
                          void        (*close) (WindowDriver *driver));

G_END_DECLS
