/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the model's objects take the fields they are made from: the struct is
 * copied as it is, then each pointer in it is made their own. Private to the
 * model. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline void
lanyard_fields_own_string (const char **field)
{
  *field = g_strdup (*field);
}

static inline void
lanyard_fields_clear_string (const char **field)
{
  g_free ((char *) *field);
  *field = NULL;
}

GPtrArray *lanyard_fields_get_empty_array (void);

/* An absent list becomes an empty one, so that readers need not ask. */
static inline void
lanyard_fields_own_array (GPtrArray **field)
{
  *field = g_ptr_array_ref (*field != NULL ? *field : lanyard_fields_get_empty_array ());
}

G_END_DECLS
