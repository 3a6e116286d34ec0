/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "net/lanyard-address.h"
#include "net/lanyard-offer.h"

G_BEGIN_DECLS

gboolean lanyard_usual_feeds_add   (LanyardAddress *address,
                                    GPtrArray      *offers);
void     lanyard_usual_feeds_guess (LanyardAddress *address,
                                    GPtrArray      *offers);

G_END_DECLS
