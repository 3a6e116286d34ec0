/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

/**
 * LanyardNowLinks:
 *
 * Where the talks of the open conference can be watched and talked about.
 *
 * - `changed` (): they were read, or read anew.
 */
#define LANYARD_TYPE_NOW_LINKS (lanyard_now_links_get_type ())
G_DECLARE_FINAL_TYPE (LanyardNowLinks, lanyard_now_links, LANYARD, NOW_LINKS, GObject)

LanyardNowLinks *lanyard_now_links_new            (LanyardOpenConference *open);
gboolean         lanyard_now_links_is_ready       (LanyardNowLinks       *self);
gboolean         lanyard_now_links_has_recording  (LanyardNowLinks       *self,
                                                   LanyardItem           *item);
GPtrArray       *lanyard_now_links_dup_recordings (LanyardNowLinks       *self,
                                                   LanyardItem           *item);
GPtrArray       *lanyard_now_links_dup_live       (LanyardNowLinks       *self,
                                                   LanyardItem           *item);

G_END_DECLS
