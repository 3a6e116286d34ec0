/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_DIRECTORY_GROUP (lanyard_directory_group_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDirectoryGroup, lanyard_directory_group, LANYARD, DIRECTORY_GROUP, AdwPreferencesGroup)

void lanyard_directory_group_set_settings (LanyardDirectoryGroup *self,
                                           GSettings             *settings);

G_END_DECLS
