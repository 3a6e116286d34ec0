/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_SESSION_CARD (lanyard_session_card_get_type ())
G_DECLARE_FINAL_TYPE (LanyardSessionCard, lanyard_session_card, LANYARD, SESSION_CARD, GtkBox)

GtkWidget *lanyard_session_card_new      (void);
void       lanyard_session_card_bind     (LanyardSessionCard    *self,
                                          LanyardOpenConference *open,
                                          LanyardSession        *session);
void       lanyard_session_card_refresh  (LanyardSessionCard    *self);
char      *lanyard_session_card_dup_name (LanyardSessionCard    *self);

G_END_DECLS
