/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../refresh/lanyard-lazy-sync.h"
#include "model/lanyard-talk.h"

G_BEGIN_DECLS

/**
 * LanyardLinkPlace:
 * @sync: what fetches files; made when the first file is shown
 * @uuid: the conference
 *
 * Where files of links are kept. Borrowed for the call only.
 */
typedef struct
{
  LanyardLazySync *sync;
  const char      *uuid;
} LanyardLinkPlace;

guint lanyard_link_rows_add_files (GtkListBox             *list,
                                   GPtrArray              *links,
                                   const LanyardLinkPlace *place);
guint lanyard_link_rows_add_pages (GtkListBox             *list,
                                   GPtrArray              *links);
guint lanyard_link_buttons_add    (AdwWrapBox             *box,
                                   GPtrArray              *links);

G_END_DECLS
