/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LANYARD_NO_TIME:
 *
 * What a start or an end is when the programme does not say it.
 */
#define LANYARD_NO_TIME G_MININT64

/**
 * LanyardKind:
 * @LANYARD_KIND_TALK: one contribution
 * @LANYARD_KIND_SESSION: a group of talks: a microconference, a track, a devroom
 * @LANYARD_KIND_BLOCK: a session's stretch of time in one room
 * @LANYARD_KIND_BREAK: coffee, lunch, a social event
 * @LANYARD_KIND_OWN: an entry of your own; never in a programme, only in a plan
 *
 * What a part of a programme or of a plan is.
 *
 * A pick is of a talk, a session or a break, never of a block: who stars a
 * session means all its blocks.
 */
typedef enum
{
  LANYARD_KIND_TALK,
  LANYARD_KIND_SESSION,
  LANYARD_KIND_BLOCK,
  LANYARD_KIND_BREAK,
  LANYARD_KIND_OWN,
} LanyardKind;

/**
 * LanyardLevel:
 * @LANYARD_LEVEL_NONE: not picked
 * @LANYARD_LEVEL_MAYBE: a fallback
 * @LANYARD_LEVEL_GOING: decided
 * @LANYARD_LEVEL_LEFT_OUT: not wanted: a talk or break of a session that is picked
 *
 * How much somebody wants to be there. What is left out is not in the plan;
 * lanyard_level_is_picked() tells.
 */
typedef enum
{
  LANYARD_LEVEL_NONE,
  LANYARD_LEVEL_MAYBE,
  LANYARD_LEVEL_GOING,
  LANYARD_LEVEL_LEFT_OUT,
} LanyardLevel;

/**
 * lanyard_level_is_picked:
 * @level: a level
 *
 * Says whether it has a place in the plan: maybe or going.
 *
 * Returns: %TRUE if it has
 */
static inline gboolean
lanyard_level_is_picked (LanyardLevel level)
{
  return level == LANYARD_LEVEL_MAYBE || level == LANYARD_LEVEL_GOING;
}

/**
 * LanyardMarks:
 * @LANYARD_MARKS_NONE: no mark
 * @LANYARD_MARK_SEEN: you have been there, or have watched it
 * @LANYARD_MARK_WATCH_LATER: you want to watch the recording
 *
 * How somebody marked something, mostly afterwards.
 */
typedef enum /*< flags >*/
{
  LANYARD_MARKS_NONE = 0,
  LANYARD_MARK_SEEN = 1 << 0,
  LANYARD_MARK_WATCH_LATER = 1 << 1,
} LanyardMarks;

/**
 * LanyardRole:
 * @LANYARD_ROLE_SPEAKER: gives the talk
 * @LANYARD_ROLE_AUTHOR: wrote it, but does not speak
 * @LANYARD_ROLE_COAUTHOR: helped to write it
 * @LANYARD_ROLE_LEAD: leads a session (Indico: convener)
 * @LANYARD_ROLE_CHAIR: chairs the conference
 *
 * What a person does in a talk, a session or a conference.
 */
typedef enum
{
  LANYARD_ROLE_SPEAKER,
  LANYARD_ROLE_AUTHOR,
  LANYARD_ROLE_COAUTHOR,
  LANYARD_ROLE_LEAD,
  LANYARD_ROLE_CHAIR,
} LanyardRole;

/**
 * LanyardTextFormat:
 * @LANYARD_TEXT_PLAIN: no markup at all
 * @LANYARD_TEXT_MARKDOWN: Markdown in which a line's end is a line break
 * @LANYARD_TEXT_HTML: a fragment of HTML
 *
 * How a description is written.
 */
typedef enum
{
  LANYARD_TEXT_PLAIN,
  LANYARD_TEXT_MARKDOWN,
  LANYARD_TEXT_HTML,
} LanyardTextFormat;

/**
 * LanyardLinkKind:
 * @LANYARD_LINK_WEB: a page
 * @LANYARD_LINK_FILE: a file of no particular kind
 * @LANYARD_LINK_SLIDES: slides
 * @LANYARD_LINK_RECORDING: a recording of the talk
 * @LANYARD_LINK_STREAM: a live stream, or a room to join by video
 * @LANYARD_LINK_CHAT: a chat room
 * @LANYARD_LINK_PAD: shared notes
 * @LANYARD_LINK_FEEDBACK: where to say what one thinks of the talk
 *
 * What a link leads to.
 */
typedef enum
{
  LANYARD_LINK_WEB,
  LANYARD_LINK_FILE,
  LANYARD_LINK_SLIDES,
  LANYARD_LINK_RECORDING,
  LANYARD_LINK_STREAM,
  LANYARD_LINK_CHAT,
  LANYARD_LINK_PAD,
  LANYARD_LINK_FEEDBACK,
} LanyardLinkKind;

G_END_DECLS
