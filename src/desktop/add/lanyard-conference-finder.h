/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "directory/lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CONFERENCE_FINDER (lanyard_conference_finder_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConferenceFinder, lanyard_conference_finder, LANYARD, CONFERENCE_FINDER, AdwBin)

void        lanyard_conference_finder_set_directory (LanyardConferenceFinder *self,
                                                     LanyardDirectory        *directory,
                                                     guint                    today);
const char *lanyard_conference_finder_get_text      (LanyardConferenceFinder *self);
void        lanyard_conference_finder_set_text      (LanyardConferenceFinder *self,
                                                     const char              *text,
                                                     gboolean                 is_selected);
void        lanyard_conference_finder_show_failure  (LanyardConferenceFinder *self,
                                                     const GError            *error);
void        lanyard_conference_finder_clear_failure (LanyardConferenceFinder *self);

G_END_DECLS
