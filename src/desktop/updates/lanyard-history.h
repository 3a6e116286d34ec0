/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_HISTORY (lanyard_history_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHistory, lanyard_history, LANYARD, HISTORY, GObject)

LanyardHistory        *lanyard_history_new          (LanyardOpenConference *open);
LanyardOpenConference *lanyard_history_get_open     (LanyardHistory        *self);
GPtrArray             *lanyard_history_get_changes  (LanyardHistory        *self);
guint                  lanyard_history_get_n_unseen (LanyardHistory        *self);
void                   lanyard_history_see          (LanyardHistory        *self);

G_END_DECLS
