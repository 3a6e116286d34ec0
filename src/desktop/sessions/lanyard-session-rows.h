/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../lanyard-open-conference.h"

G_BEGIN_DECLS

GtkWidget *lanyard_lead_row_new    (LanyardOpenConference  *open,
                                    LanyardSession         *session,
                                    LanyardCredit          *credit);
GtkWidget *lanyard_overlap_row_new (LanyardOpenConference  *open,
                                    const LanyardPlanEntry *entry);
GtkWidget *lanyard_link_row_new    (LanyardLink            *link);
GtkWidget *lanyard_more_row_new    (guint                   n_more);
GtkWidget *lanyard_nobody_row_new  (LanyardOpenConference  *open);

G_END_DECLS
