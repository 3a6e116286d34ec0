/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "directory/lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_DIRECTORY_LIST (lanyard_directory_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDirectoryList, lanyard_directory_list, LANYARD, DIRECTORY_LIST, AdwBin)

void            lanyard_directory_list_set_directory (LanyardDirectoryList *self,
                                                      LanyardDirectory     *directory,
                                                      guint                 today);
guint           lanyard_directory_list_find          (LanyardDirectoryList *self,
                                                      const char           *text);
LanyardListing *lanyard_directory_list_ref_first     (LanyardDirectoryList *self);
gboolean        lanyard_directory_list_focus_first   (LanyardDirectoryList *self);

G_END_DECLS
