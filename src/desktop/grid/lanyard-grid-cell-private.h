/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../widgets/lanyard-item-words.h"
#include "lanyard-grid-cell.h"

G_BEGIN_DECLS

struct _LanyardGridCell
{
  GtkWidget parent_instance;
  LanyardOpenConference *open; /* owned, nullable until bound */
  LanyardItem *item;           /* owned, nullable until bound */
  LanyardPlanEntry *entry;     /* owned, NULL outside of a plan */
  char *label;                 /* owned: what a screen reader says of the entry */
  guint number;                /* of its place in the layout */
  graphene_rect_t area;        /* on the canvas */
  float hidden_left;           /* pixels of it that are out of sight, to keep the text in it */
  float hidden_right;
  float hidden_top;
  float sign_width;            /* of what lies upon its lower end, from sign_top downwards; pixels */
  float sign_top;
  graphene_rect_t line;        /* the line at now, as far as it crosses the cell */
  GdkRGBA line_color;
  GdkRGBA color;               /* of the session, transparent for none */
  LanyardLevel level;
  gboolean is_in_picked;       /* whether its session is in the plan as a whole */
  LanyardPhase phase;
  GtkWidget *styled;           /* borrowed: what the layouts are made for */
  PangoLayout *title;          /* owned */
  PangoLayout *time;           /* owned */
  PangoLayout *people;         /* owned, empty for none */
  GtkIconPaintable *star;      /* owned, NULL for what is not decided; of an own entry, what kind it is */
};

void lanyard_grid_cell_draw      (GtkWidget       *widget,
                                  GtkSnapshot     *snapshot);
void lanyard_grid_cell_set_styled (LanyardGridCell *self,
                                   GtkWidget       *styled);
void lanyard_grid_cell_show_text (LanyardGridCell *self);

G_END_DECLS
