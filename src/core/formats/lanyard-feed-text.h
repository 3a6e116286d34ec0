/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strings of a feed, made fit to be kept and shown. Private to the formats. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *lanyard_feed_text_line          (GStringChunk  *strings,
                                             const char    *text);
const char *lanyard_feed_text_borrow_line   (GStringChunk  *strings,
                                             const char    *text);
const char *lanyard_feed_text_block         (GStringChunk  *strings,
                                             const char    *text);
const char *lanyard_feed_text_color         (GStringChunk  *strings,
                                             const char    *text);
void        lanyard_feed_text_add_links     (const char    *text,
                                             GPtrArray    **links);
gboolean    lanyard_feed_text_is_break      (const char    *title);
gboolean    lanyard_feed_text_is_break_type (const char    *type);

G_END_DECLS
