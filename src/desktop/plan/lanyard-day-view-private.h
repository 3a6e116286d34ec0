/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the day view share. */

#pragma once

#include "../grid/lanyard-grid-cell.h"
#include "../widgets/lanyard-times-width.h"
#include "lanyard-day-view.h"
#include "plan/lanyard-conflict.h"
#include "plan/lanyard-day-layout.h"

G_BEGIN_DECLS

/* What a drag of the pointer does. */
typedef enum
{
  LANYARD_DRAG_NONE,
  LANYARD_DRAG_NEW,
  LANYARD_DRAG_MOVE,
  LANYARD_DRAG_START,
  LANYARD_DRAG_END,
} LanyardDrag;

/* Something on the day that can have the focus: an entry, a free stretch, a
 * conflict. */
typedef struct
{
  char *id;          /* owned: what it keeps when the plan is another */
  GtkWidget *widget; /* borrowed child */
  gint64 start;      /* UTC seconds */
  gint64 end;        /* UTC seconds */
  guint place;       /* of an entry, and of the entry of a conflict; else LANYARD_DAY_NOWHERE */
} LanyardDayPart;

struct _LanyardDayView
{
  GtkWidget parent_instance;
  LanyardOpenConference *open; /* owned */
  GPtrArray *days;             /* owned, nullable until set, of LanyardPlanDay */
  LanyardPlanDay *plan_day;    /* borrowed from them: the one that is shown */
  GPtrArray *conflicts;        /* owned, of LanyardConflict */
  LanyardDayLayout *layout;    /* owned, nullable until set */
  guint day;                   /* a Julian day number */
  gint64 day_start;            /* when the day begins, UTC seconds */
  gint64 start;                /* what is drawn, UTC seconds */
  gint64 end;
  double zoom;
  double scale;                /* pixels a second */
  GPtrArray *parts;            /* owned, of LanyardDayPart, in order of time */
  char *current;               /* owned, nullable: id of the part that has the focus, or would get it */
  GtkWidget *now_label;        /* borrowed child */
  LanyardTimesWidth times;
  GtkWidget *menu;             /* borrowed child, NULL unless it is open */
  guint menu_closing;          /* id of an idle source, or 0 */

  LanyardDrag drag;
  LanyardOwnEntry *dragged;    /* owned, nullable: what is moved */
  double drag_x;               /* where the drag began, pixels of the view */
  double drag_y;
  gint64 grabbed;              /* the instant under the pointer when the drag began */
  gint64 drag_start;           /* what becomes of it, UTC seconds */
  gint64 drag_end;
  LanyardDayView *drag_over;   /* weak, nullable: the day beside this one, or this, that shows what becomes of it */
  gint64 outcome_start;        /* what becomes of a drag that is over this day, UTC seconds */
  gint64 outcome_end;          /* the same as outcome_start for nothing */
};

void            lanyard_day_part_free          (LanyardDayPart *self);
LanyardDayPart *lanyard_day_view_find_part     (LanyardDayView *self,
                                                GtkWidget      *widget);
LanyardDayPart *lanyard_day_view_get_focused   (LanyardDayView *self);
void            lanyard_day_view_focus_part    (LanyardDayView *self,
                                                LanyardDayPart *part);
LanyardDayPart *lanyard_day_view_nearest_part  (LanyardDayView *self,
                                                gint64          instant);
LanyardPlanEntry *lanyard_day_part_get_entry   (LanyardDayPart *self);
GVariant       *lanyard_plan_entry_to_target   (LanyardPlanEntry *self);
void            lanyard_day_view_remake_parts  (LanyardDayView *self);
graphene_rect_t lanyard_day_view_get_area      (LanyardDayView *self);
graphene_rect_t lanyard_day_view_get_place     (LanyardDayView *self,
                                                guint           place);
void            lanyard_day_view_allocate_parts (LanyardDayView *self);
double          lanyard_day_view_get_least     (LanyardDayView *self);
int             lanyard_day_view_get_axis      (LanyardDayView *self);
void            lanyard_day_view_paint_back    (LanyardDayView *self,
                                                GtkSnapshot    *snapshot);
void            lanyard_day_view_paint_front   (LanyardDayView *self,
                                                GtkSnapshot    *snapshot);
void            lanyard_day_view_add_keys      (LanyardDayView *self);
void            lanyard_day_view_add_gestures  (LanyardDayView *self);
gboolean        lanyard_day_view_move_focus    (LanyardDayView *self,
                                                GtkDirectionType direction);
GMenuModel     *lanyard_plan_entry_menu_new    (LanyardPlanEntry      *entry,
                                                LanyardOpenConference *open,
                                                GPtrArray             *conflicts);
void            lanyard_day_view_popup_menu    (LanyardDayView *self,
                                                LanyardDayPart *part,
                                                double          x,
                                                double          y);

G_END_DECLS
