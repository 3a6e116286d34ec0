/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  const char *type; /* name of the type of a page, a dialog or a part of one */
  const char *page; /* page of the help, with a section after "#" */
} LanyardHelpPlace;

const LanyardHelpPlace *lanyard_help_list_places (guint     *n_places);
const char             *lanyard_help_find_page   (GtkWindow *window);
void                    lanyard_help_show        (GtkWindow *window);
void                    lanyard_help_follow_dialogs (AdwApplicationWindow *window);

G_END_DECLS
