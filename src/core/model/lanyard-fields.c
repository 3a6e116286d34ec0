/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the model's objects share of the fields they are made from. Any
 * thread. */

#include "config.h"

#include "lanyard-fields.h"

/* The list that stands for all that are absent: most talks have no parts, and
 * many no links, and a list of its own for each of them would be a good part of
 * what a large programme takes. Like any list of the model it never changes. */
GPtrArray *
lanyard_fields_get_empty_array (void)
{
  static GPtrArray *empty;

  if (g_once_init_enter_pointer (&empty))
    g_once_init_leave_pointer (&empty, g_ptr_array_new ());
  return empty;
}
