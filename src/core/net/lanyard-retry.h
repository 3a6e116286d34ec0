/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "net/lanyard-fetcher.h"

G_BEGIN_DECLS

gint64 lanyard_retry_parse_after (SoupMessageHeaders  *headers);
gint64 lanyard_retry_choose_wait (const LanyardLimits *limits,
                                  guint                n_tried,
                                  gint64               retry_after);

G_END_DECLS
