/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LanyardItemLine:
 * @text: (transfer full): what it says
 * @offer: (transfer full) (nullable): what a press of it does, in a word or two
 * @name: (transfer full): both for a screen reader
 * @action: the name of an action
 * @target: (transfer full) (nullable): of the action
 * @is_above: whether it stands above the item, and not below it
 * @is_warning: whether something is wrong
 *
 * A line about what lies between the items of a list.
 */
typedef struct
{
  char       *text;
  char       *offer;
  char       *name;
  const char *action;
  GVariant   *target;
  gboolean    is_above;
  gboolean    is_warning;
} LanyardItemLine;

LanyardItemLine *lanyard_item_line_new        (const LanyardItemLine *fields);
void             lanyard_item_line_free       (LanyardItemLine       *self);
GtkWidget       *lanyard_item_line_new_button (const LanyardItemLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardItemLine, lanyard_item_line_free)

G_END_DECLS
