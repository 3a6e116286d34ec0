/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "text/lanyard-rich-text.h"

G_BEGIN_DECLS

/* Action of whatever is around a view, with the address as its target: opens a
 * link instead of the browser. */
#define LANYARD_RICH_TEXT_OPEN_LINK "rich-text.open-link"

#define LANYARD_TYPE_RICH_TEXT_VIEW (lanyard_rich_text_view_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRichTextView, lanyard_rich_text_view, LANYARD, RICH_TEXT_VIEW, AdwBin)

void       lanyard_rich_text_view_set_source   (LanyardRichTextView *self,
                                                const char          *text,
                                                LanyardTextFormat    format,
                                                const char          *base_url);
GtkWidget *lanyard_rich_text_view_find_heading (LanyardRichTextView *self,
                                                const char          *words);
void       lanyard_rich_text_view_set_words    (LanyardRichTextView *self,
                                                const char          *words);

G_END_DECLS
