/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the board share. */

#pragma once

#include "lanyard-day-board.h"
#include "lanyard-day-view.h"

G_BEGIN_DECLS

struct _LanyardDayBoard
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */
  GSettings *settings;         /* owned */
  GPtrArray *days;             /* owned, nullable until set, of LanyardPlanDay */
  GPtrArray *conflicts;        /* owned, of LanyardConflict */
  guint day;                   /* the first day that is shown */
  guint n_columns;             /* how many there is room for */
  double zoom;
  gint64 instant;              /* what is to be in sight, UTC seconds */
  double instant_y;            /* where, pixels from the upper edge of the sight */
  gboolean is_out_of_sight;    /* whether that is still to be done */
  guint tick_callback;         /* id, or 0: does it, once the days have their places */

  AdwBreakpointBin *breakpoints;
  GtkBox *headings;
  GtkScrolledWindow *scrolled;
  GtkBox *columns;
};

LanyardDayView *lanyard_day_board_get_first        (LanyardDayBoard *self);
void            lanyard_day_board_bring_into_sight (LanyardDayBoard *self,
                                                    gint64           instant,
                                                    double           y);
gint64          lanyard_day_board_get_sight        (LanyardDayBoard *self,
                                                    double           y);
void            lanyard_day_board_install_zoom     (GtkWidgetClass  *widget_class);
void            lanyard_day_board_add_zoom         (LanyardDayBoard *self);

G_END_DECLS
