/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-clock.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_TICKER (lanyard_ticker_get_type ())
G_DECLARE_FINAL_TYPE (LanyardTicker, lanyard_ticker, LANYARD, TICKER, GObject)

LanyardTicker *lanyard_ticker_new         (LanyardClock  *clock);
void           lanyard_ticker_set_running (LanyardTicker *self,
                                           gboolean       running);
gboolean       lanyard_ticker_is_armed    (LanyardTicker *self);

G_END_DECLS
