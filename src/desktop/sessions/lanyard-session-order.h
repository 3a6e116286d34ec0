/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-plan.h"

G_BEGIN_DECLS

/**
 * LanyardSessionOrder:
 * @LANYARD_SESSION_ORDER_TIME: by when they first meet
 * @LANYARD_SESSION_ORDER_NAME: by name
 * @LANYARD_SESSION_ORDER_PICKS: by how much of them is starred, then by time
 *
 * In which order sessions are listed.
 */
typedef enum
{
  LANYARD_SESSION_ORDER_TIME,
  LANYARD_SESSION_ORDER_NAME,
  LANYARD_SESSION_ORDER_PICKS,
} LanyardSessionOrder;

LanyardSessionOrder  lanyard_session_order_parse    (const char          *name);
const char          *lanyard_session_order_get_name (LanyardSessionOrder  order);
GPtrArray           *lanyard_session_order_sort     (LanyardSessionOrder  order,
                                                     LanyardProgramme    *programme,
                                                     LanyardPlan         *plan);

G_END_DECLS
