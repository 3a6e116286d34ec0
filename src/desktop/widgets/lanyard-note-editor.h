/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"
#include "lanyard-pickable.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_NOTE_EDITOR (lanyard_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (LanyardNoteEditor, lanyard_note_editor, LANYARD, NOTE_EDITOR, AdwBin)

void lanyard_note_editor_set_subject (LanyardNoteEditor     *self,
                                      LanyardOpenConference *open,
                                      LanyardPickable       *subject);
void lanyard_note_editor_edit        (LanyardNoteEditor     *self);

G_END_DECLS
