/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardCountry:
 * @name: what it is called, in the language of the locale if the system knows
 *   that, else in English
 * @other_names: its names in English, by which it is found as well
 *
 * A country, or whatever else has two letters of its own.
 */
typedef struct
{
  char *name;
  char *other_names;
} LanyardCountry;

GHashTable *lanyard_countries_map (void);

G_END_DECLS
