/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "net/lanyard-fetcher.h"

G_BEGIN_DECLS

/**
 * LanyardContent:
 * @LANYARD_CONTENT_GOOD: what was asked for, as far as can be told
 * @LANYARD_CONTENT_PAGE: a web page instead of data
 * @LANYARD_CONTENT_PACKED: compressed in a way that could not be undone
 * @LANYARD_CONTENT_CUT: the beginning of data, without its end
 *
 * What came with status 200.
 */
typedef enum
{
  LANYARD_CONTENT_GOOD,
  LANYARD_CONTENT_PAGE,
  LANYARD_CONTENT_PACKED,
  LANYARD_CONTENT_CUT,
} LanyardContent;

LanyardContent lanyard_content_judge        (const LanyardResponse *response,
                                             const char            *encoding,
                                             const LanyardRequest  *request);
gboolean       lanyard_content_is_page      (GBytes                *body);
gboolean       lanyard_content_is_page_type (const char            *content_type);

G_END_DECLS
