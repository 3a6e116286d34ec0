/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer and fingers on a day of the plan: a press opens an entry, a drag over
 * free time makes an own entry, a drag of an own entry moves it, also to another
 * day beside this one, and one of its edges changes how long it is. Main
 * thread. */

#include "config.h"

#include <math.h>

#include "../widgets/lanyard-presses.h"
#include "lanyard-day-view-private.h"
#include "lanyard-plan-edits.h"

#define THRESHOLD 8
#define EDGE 7
#define SNAP_SECONDS (5 * 60)
#define LEAST_SECONDS (10 * 60)

static LanyardDayPart *
part_at (LanyardDayView *self,
         double          x,
         double          y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != GTK_WIDGET (self) && gtk_widget_get_parent (widget) != GTK_WIDGET (self))
    widget = gtk_widget_get_parent (widget);
  return lanyard_day_view_find_part (self, widget);
}

static gint64
snap (gint64 instant)
{
  return (instant + SNAP_SECONDS / 2) / SNAP_SECONDS * SNAP_SECONDS;
}

/* What a drag would do that begins there. */
static LanyardDrag
drag_at (LanyardDayView  *self,
         double           x,
         double           y,
         LanyardDayPart **part)
{
  graphene_rect_t area = lanyard_day_view_get_area (self);
  LanyardPlanEntry *entry;
  graphene_rect_t place;

  *part = part_at (self, x, y);
  if (*part == NULL)
    return x >= area.origin.x && x < area.origin.x + area.size.width ? LANYARD_DRAG_NEW : LANYARD_DRAG_NONE;
  if ((*part)->place == LANYARD_DAY_NOWHERE)
    return LANYARD_DRAG_NEW;
  entry = lanyard_day_part_get_entry (*part);
  if (entry == NULL || !LANYARD_IS_OWN_ENTRY (entry->item) || !lanyard_plan_entry_is_of (entry, self->open))
    return LANYARD_DRAG_NONE;
  place = lanyard_day_view_get_place (self, (*part)->place);
  if (place.size.height > 3 * EDGE && y - place.origin.y < EDGE)
    return LANYARD_DRAG_START;
  if (place.size.height > 3 * EDGE && place.origin.y + place.size.height - y < EDGE)
    return LANYARD_DRAG_END;
  return LANYARD_DRAG_MOVE;
}

static void
open_at (GtkWidget *widget,
         double     x,
         double     y)
{
  LanyardDayView *self = LANYARD_DAY_VIEW (widget);
  LanyardDayPart *part = part_at (self, x, y);
  LanyardPlanEntry *entry = part != NULL ? lanyard_day_part_get_entry (part) : NULL;
  g_autoptr (GVariant) target = NULL;

  if (entry == NULL)
    return;
  lanyard_day_view_focus_part (self, part);
  target = g_variant_ref_sink (lanyard_plan_entry_to_target (entry));
  gtk_widget_activate_action_variant (widget, "plan.show", target);
}

static void
show_menu_at (GtkWidget *widget,
              double     x,
              double     y)
{
  LanyardDayView *self = LANYARD_DAY_VIEW (widget);
  LanyardDayPart *part = part_at (self, x, y);

  if (part == NULL || lanyard_day_part_get_entry (part) == NULL)
    return;
  lanyard_day_view_focus_part (self, part);
  lanyard_day_view_popup_menu (self, part, x, y);
}

/* What becomes of the drag is drawn on the day that it is over. */
static void
show_outcome (LanyardDayView *self,
              LanyardDayView *over)
{
  if (self->drag_over != NULL && self->drag_over != over)
    {
      self->drag_over->outcome_start = self->drag_over->outcome_end = 0;
      gtk_widget_queue_draw (GTK_WIDGET (self->drag_over));
    }
  g_set_weak_pointer (&self->drag_over, over);
  if (over == NULL)
    return;
  over->outcome_start = self->drag_start;
  over->outcome_end = self->drag_end;
  gtk_widget_queue_draw (GTK_WIDGET (over));
}

/* The day beside this one that is below the pointer; beyond all of them it is
 * still over the last one. */
static LanyardDayView *
find_day_at (LanyardDayView *self,
             double          x)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (self))); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (LANYARD_IS_DAY_VIEW (child) && gtk_widget_compute_bounds (child, GTK_WIDGET (self), &bounds) &&
          x >= bounds.origin.x && x < bounds.origin.x + bounds.size.width)
        return LANYARD_DAY_VIEW (child);
    }
  return self->drag_over != NULL ? self->drag_over : self;
}

static void
end_drag (LanyardDayView *self)
{
  self->drag = LANYARD_DRAG_NONE;
  show_outcome (self, NULL);
  g_clear_object (&self->dragged);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* Fingers scroll. */
static void
drag_begun_cb (LanyardDayView *self,
               double          x,
               double          y,
               GtkGesture     *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, gtk_gesture_get_last_updated_sequence (gesture));
  LanyardDayPart *part;
  LanyardDrag drag = drag_at (self, x, y, &part);

  if (drag == LANYARD_DRAG_NONE ||
      (event != NULL && gdk_device_get_source (gdk_event_get_device (event)) == GDK_SOURCE_TOUCHSCREEN))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->drag = drag;
  self->drag_x = x;
  self->drag_y = y;
  self->grabbed = lanyard_day_view_to_instant (self, y);
  self->drag_start = self->drag_end = 0;
  if (drag != LANYARD_DRAG_NEW)
    g_set_object (&self->dragged, LANYARD_OWN_ENTRY (lanyard_day_part_get_entry (part)->item));
}

static void
take_drag (LanyardDayView *self,
           gint64          instant)
{
  gint64 start = self->dragged != NULL ? lanyard_item_get_start (LANYARD_ITEM (self->dragged)) : snap (self->grabbed);
  gint64 end = self->dragged != NULL ? lanyard_item_get_end (LANYARD_ITEM (self->dragged)) : snap (instant);

  switch (self->drag)
    {
    case LANYARD_DRAG_NEW:
      self->drag_start = MIN (start, end);
      self->drag_end = MAX (start, end);
      break;
    case LANYARD_DRAG_MOVE:
      self->drag_start = snap (start + instant - self->grabbed);
      self->drag_end = self->drag_start + end - start;
      break;
    case LANYARD_DRAG_START:
      self->drag_start = MIN (snap (instant), end - SNAP_SECONDS);
      self->drag_end = end;
      break;
    case LANYARD_DRAG_END:
      self->drag_start = start;
      self->drag_end = MAX (snap (instant), start + SNAP_SECONDS);
      break;
    case LANYARD_DRAG_NONE:
      break;
    default:
      g_return_if_reached ();
    }
}

static void
dragged_cb (LanyardDayView *self,
            double          x,
            double          y,
            GtkGesture     *gesture)
{
  LanyardDayView *over;
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  if (gtk_gesture_get_sequence_state (gesture, sequence) != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (hypot (x, y) < THRESHOLD)
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->drag == LANYARD_DRAG_MOVE ? "grabbing" : "ns-resize");
    }
  over = self->drag == LANYARD_DRAG_MOVE ? find_day_at (self, self->drag_x + x) : self;
  take_drag (self, lanyard_day_view_to_instant (over, self->drag_y + y));
  show_outcome (self, over);
}

static void
drag_ended_cb (LanyardDayView *self)
{
  g_autoptr (LanyardOwnEntry) dragged = g_steal_pointer (&self->dragged);
  gint64 start = self->drag_start;
  gint64 end = self->drag_end;
  gboolean is_new = self->drag == LANYARD_DRAG_NEW;

  end_drag (self);
  if (is_new && end - start >= LEAST_SECONDS)
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.new-entry", LANYARD_PLAN_STRETCH_TARGET, start, end);
  else if (dragged != NULL && end > start &&
           (start != lanyard_item_get_start (LANYARD_ITEM (dragged)) || end != lanyard_item_get_end (LANYARD_ITEM (dragged))))
    gtk_widget_activate_action (GTK_WIDGET (self), "plan.move-entry", LANYARD_PLAN_MOVE_TARGET,
                                lanyard_item_get_key (LANYARD_ITEM (dragged)), start, end);
}

static void
moved_cb (LanyardDayView *self,
          double          x,
          double          y)
{
  LanyardDayPart *part;
  LanyardDrag drag;

  if (self->drag != LANYARD_DRAG_NONE)
    return;
  drag = drag_at (self, x, y, &part);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), drag == LANYARD_DRAG_START || drag == LANYARD_DRAG_END ? "ns-resize" : NULL);
}

static void
add (LanyardDayView      *self,
     GtkEventController  *controller,
     GtkPropagationPhase  phase)
{
  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Private: lets pointer and fingers do what they do here. Drags come before the
 * buttons of free stretches, which a drag may begin on. */
void
lanyard_day_view_add_gestures (LanyardDayView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  lanyard_presses_add (GTK_WIDGET (self), open_at, show_menu_at);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (dragged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (end_drag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  add (self, GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  add (self, motion, GTK_PHASE_BUBBLE);
}
