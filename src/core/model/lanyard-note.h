/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "lanyard-enums.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_NOTE (lanyard_note_get_type ())

/**
 * LanyardNote:
 * @kind: what it is about: a talk, a session or a break
 * @key: which of that kind
 * @text: (nullable): what you wrote about it, Markdown
 * @marks: how you marked it
 * @changed_at: when either was changed last, UTC seconds
 *
 * What you wrote about something, how you marked it, or both; never changes.
 */
typedef struct
{
  LanyardKind   kind;
  char         *key;
  char         *text;
  LanyardMarks  marks;
  gint64        changed_at;
} LanyardNote;

GType        lanyard_note_get_type (void);
LanyardNote *lanyard_note_new      (LanyardKind   kind,
                                    const char   *key,
                                    const char   *text,
                                    LanyardMarks  marks,
                                    gint64        changed_at);
LanyardNote *lanyard_note_ref      (LanyardNote  *self);
void         lanyard_note_unref    (LanyardNote  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardNote, lanyard_note_unref)

G_END_DECLS
