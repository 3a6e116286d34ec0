/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the filter share. */

#pragma once

#include "lanyard-filter.h"

G_BEGIN_DECLS

const char * const *lanyard_filter_list_item_values (LanyardItem        *item,
                                                     LanyardFilterField  field,
                                                     const char         *single[2]);

G_END_DECLS
