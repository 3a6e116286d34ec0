/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

/**
 * LanyardSessionLineKind:
 * @LANYARD_SESSION_LINE_STRETCH: a heading: a block, or a day's talks that are in none
 * @LANYARD_SESSION_LINE_ITEM: a talk or a break
 * @LANYARD_SESSION_LINE_GAP: time in which nothing is
 * @LANYARD_SESSION_LINE_EMPTY: a block without any talk or break
 * @LANYARD_SESSION_LINE_UNSCHEDULED: a heading: what follows has no time yet
 *
 * What a line of a session's programme is.
 */
typedef enum
{
  LANYARD_SESSION_LINE_STRETCH,
  LANYARD_SESSION_LINE_ITEM,
  LANYARD_SESSION_LINE_GAP,
  LANYARD_SESSION_LINE_EMPTY,
  LANYARD_SESSION_LINE_UNSCHEDULED,
} LanyardSessionLineKind;

/**
 * LanyardSessionLine:
 * @kind: what it is
 * @item: (nullable) (transfer none): the talk or break; of a heading the block, if it is one
 * @start: UTC seconds, or %LANYARD_NO_TIME
 * @end: UTC seconds, or %LANYARD_NO_TIME
 * @is_elsewhere: of an item: whether it is in another room than its heading says
 *
 * One line of a session's programme.
 */
typedef struct
{
  LanyardSessionLineKind  kind;
  LanyardItem            *item;
  gint64                  start;
  gint64                  end;
  gboolean                is_elsewhere;
} LanyardSessionLine;

GPtrArray *lanyard_programme_dup_session_lines (LanyardProgramme *programme,
                                                LanyardSession   *session);

G_END_DECLS
