/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What you wrote about something and how you marked it, as decisions have it.
 * Any thread. */

#include "config.h"

#include "lanyard-note.h"

G_DEFINE_BOXED_TYPE (LanyardNote, lanyard_note, lanyard_note_ref, lanyard_note_unref)

static void
lanyard_note_clear (gpointer data)
{
  LanyardNote *self = data;

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->text, g_free);
}

/**
 * lanyard_note_new:
 * @kind: what it is about: a talk, a session or a break
 * @key: which of that kind
 * @text: (nullable): Markdown; an empty one is none
 * @marks: the marks
 * @changed_at: when it was changed last, UTC seconds
 *
 * Makes a note.
 *
 * Returns: (transfer full): a note
 */
LanyardNote *
lanyard_note_new (LanyardKind   kind,
                  const char   *key,
                  const char   *text,
                  LanyardMarks  marks,
                  gint64        changed_at)
{
  LanyardNote *self;

  g_return_val_if_fail (kind != LANYARD_KIND_BLOCK && kind != LANYARD_KIND_OWN, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_atomic_rc_box_new0 (LanyardNote);
  self->kind = kind;
  self->key = g_strdup (key);
  self->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  self->marks = marks;
  self->changed_at = changed_at;
  return self;
}

/**
 * lanyard_note_ref:
 * @self: a note
 *
 * Keeps a note.
 *
 * Returns: (transfer full): @self
 */
LanyardNote *
lanyard_note_ref (LanyardNote *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_note_unref:
 * @self: (transfer full): a note
 *
 * Lets a note go.
 */
void
lanyard_note_unref (LanyardNote *self)
{
  g_atomic_rc_box_release_full (self, lanyard_note_clear);
}
