/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../widgets/lanyard-times-width.h"
#include "lanyard-grid-canvas.h"
#include "lanyard-grid-headers.h"
#include "lanyard-grid-view.h"

G_BEGIN_DECLS

#define LANYARD_GRID_LEAST_ZOOM 0.4
#define LANYARD_GRID_MOST_ZOOM 4.0

struct _LanyardGridView
{
  GtkWidget            parent_instance;
  LanyardOpenConference *open;       /* owned */
  GPtrArray           *items;        /* owned, nullable until a day is set */
  guint                day;
  LanyardGridDivision  division;
  LanyardGridGeometry  geometry;     /* its layout is owned, nullable */
  double               zoom;
  gboolean             is_turned;    /* what is wished; one column at a time is never turned */
  gboolean             is_single;    /* one column at a time, as broad as the view */
  double               top;          /* the instant at which the sight begins, UTC seconds */
  double               left;         /* how many columns are before the sight */
  double               along;        /* the same two in pixels, as they were last possible */
  double               across;
  gboolean             configuring;  /* while the adjustments are told what is so */
  GtkAdjustment       *hadjustment;  /* owned, nullable */
  GtkAdjustment       *vadjustment;  /* owned, nullable */
  GtkScrollablePolicy  hscroll_policy;
  GtkScrollablePolicy  vscroll_policy;
  AdwAnimation        *slide;        /* owned, nullable: from one column to the next */

  guint                current;      /* the place that has the focus, or would get it */
  gint64               instant;      /* near which keys stay that go from column to column */
  GString             *typed;        /* owned: what was typed to find a title */
  gint64               typed_at;     /* when, monotonic microseconds */

  double               drag_x;       /* the adjustments' values when a drag began */
  double               drag_y;
  double               swiped;       /* how far two fingers went on a touchpad, -1 when it was enough */

  LanyardGridCanvas   *canvas;       /* borrowed child */
  LanyardGridHeaders  *headers;      /* borrowed child */
  GtkWidget           *corner;       /* borrowed child: the button of the menu */
  GtkWidget           *now_label;    /* borrowed child */
  LanyardTimesWidth    times;
  GtkWidget           *menu;         /* borrowed child, NULL unless it is open */
  guint                menu_closing; /* id of an idle source, or 0 */
};

/* What part of a view is what, in pixels of the view. */
typedef struct
{
  GtkAllocation canvas;
  GtkAllocation headers;
  GtkAllocation axis;
  GtkAllocation corner;
} LanyardGridParts;

void     lanyard_grid_view_get_parts      (LanyardGridView  *self,
                                           int               width,
                                           int               height,
                                           LanyardGridParts *parts);
void     lanyard_grid_view_measure_scale  (LanyardGridView  *self);
void     lanyard_grid_view_measure_breadth (LanyardGridView *self,
                                           const LanyardGridParts *parts);
void     lanyard_grid_view_configure      (LanyardGridView  *self,
                                           const LanyardGridParts *parts);
double   lanyard_grid_view_get_least      (LanyardGridView  *self);
void     lanyard_grid_view_remake_layout  (LanyardGridView  *self);
void     lanyard_grid_view_queue_layout   (LanyardGridView  *self);
void     lanyard_grid_view_scroll_to      (LanyardGridView  *self,
                                           double            along,
                                           double            across);
void     lanyard_grid_view_reveal         (LanyardGridView  *self,
                                           guint             place);
void     lanyard_grid_view_focus_place    (LanyardGridView  *self,
                                           guint             place);
void     lanyard_grid_view_activate_place (LanyardGridView  *self,
                                           guint             place);
void     lanyard_grid_view_step_level     (LanyardGridView  *self,
                                           LanyardItem      *item);
void     lanyard_grid_view_toggle_level   (LanyardGridView  *self,
                                           LanyardItem      *item,
                                           LanyardLevel      level);
void     lanyard_grid_view_zoom_at        (LanyardGridView  *self,
                                           double            zoom,
                                           double            x,
                                           double            y);

void     lanyard_grid_view_paint_axis     (LanyardGridView  *self,
                                           GtkSnapshot      *snapshot);
void     lanyard_grid_view_allocate_now   (LanyardGridView  *self,
                                           const LanyardGridParts *parts);
void     lanyard_grid_view_update_now     (LanyardGridView  *self);

void     lanyard_grid_view_add_keys       (LanyardGridView  *self);
void     lanyard_grid_view_add_gestures   (LanyardGridView  *self);
gboolean lanyard_grid_view_take_focus     (LanyardGridView  *self);
void     lanyard_grid_view_popup_menu     (LanyardGridView  *self,
                                           GtkWidget        *cell,
                                           double            x,
                                           double            y);
void     lanyard_grid_view_install_menu   (GtkWidgetClass   *widget_class);

G_END_DECLS
