/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-item-row.h"
#include "lanyard-item-words.h"
#include "lanyard-times-width.h"

G_BEGIN_DECLS

struct _LanyardItemRow
{
  GtkWidget parent_instance;
  LanyardOpenConference *open; /* owned, nullable until bound */
  LanyardItem *item;           /* owned, nullable until bound */
  LanyardItemRowFlags flags;
  char *conference;            /* owned, nullable: the title of the one that it is of, unless that is the open one */
  LanyardPhase phase;
  GdkRGBA color;               /* of the session, transparent for none */
  GtkWidget *star;             /* borrowed child */
  GtkWidget *check;            /* borrowed child, NULL until its list has been selecting */
  LanyardSelection *selection; /* owned, nullable: what its list selects */
  gboolean is_left_out;
  PangoLayout *start;          /* owned, empty without a time */
  PangoLayout *end;            /* owned, empty without a time */
  PangoLayout *title;          /* owned */
  PangoLayout *state;          /* owned, NULL but for what is cancelled or runs */
  PangoLayout *people;         /* owned, empty for none */
  PangoLayout *place;          /* owned, empty for none */
  PangoLayout *second;         /* owned, NULL but where two zones are shown */
  LanyardTimesWidth times;
};

void lanyard_item_row_measure       (GtkWidget      *widget,
                                     GtkOrientation  orientation,
                                     int             for_size,
                                     int            *minimum,
                                     int            *natural,
                                     int            *minimum_baseline,
                                     int            *natural_baseline);
void lanyard_item_row_size_allocate (GtkWidget      *widget,
                                     int             width,
                                     int             height,
                                     int             baseline);
void lanyard_item_row_snapshot      (GtkWidget      *widget,
                                     GtkSnapshot    *snapshot);

G_END_DECLS
