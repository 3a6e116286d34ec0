/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of a day view has the focus, and how it goes from one to the next:
 * up and down in order of time, left and right among what is side by side.
 * Main thread. */

#include "config.h"

#include "lanyard-day-view-private.h"

/* Private: the part that a widget is, or NULL. */
LanyardDayPart *
lanyard_day_view_find_part (LanyardDayView *self,
                            GtkWidget      *widget)
{
  for (guint i = 0; widget != NULL && i < self->parts->len; i++)
    {
      LanyardDayPart *part = g_ptr_array_index (self->parts, i);

      if (part->widget == widget)
        return part;
    }
  return NULL;
}

/* Private: the part that has the focus, or NULL. */
LanyardDayPart *
lanyard_day_view_get_focused (LanyardDayView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (focus != NULL && gtk_widget_get_parent (focus) != GTK_WIDGET (self))
    focus = gtk_widget_get_parent (focus);
  return lanyard_day_view_find_part (self, focus);
}

/* Private: gives a part the focus, which brings it into sight. */
void
lanyard_day_view_focus_part (LanyardDayView *self,
                             LanyardDayPart *part)
{
  g_set_str (&self->current, part->id);
  gtk_widget_grab_focus (part->widget);
}

static gboolean
can_focus (LanyardDayPart *part)
{
  return gtk_widget_get_child_visible (part->widget);
}

/* Private: what begins nearest to an instant, or NULL if the day is empty. */
LanyardDayPart *
lanyard_day_view_nearest_part (LanyardDayView *self,
                               gint64          instant)
{
  LanyardDayPart *nearest = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      LanyardDayPart *part = g_ptr_array_index (self->parts, i);

      if (can_focus (part) && (nearest == NULL || ABS (part->start - instant) < ABS (nearest->start - instant)))
        nearest = part;
    }
  return nearest;
}

static LanyardDayPart *
find_current (LanyardDayView *self)
{
  for (guint i = 0; self->current != NULL && i < self->parts->len; i++)
    {
      LanyardDayPart *part = g_ptr_array_index (self->parts, i);

      if (g_str_equal (part->id, self->current) && can_focus (part))
        return part;
    }
  return NULL;
}

/* From the day beside it one comes in at the same height; else where one was,
 * or to what is on now, or to the first. */
static gboolean
enter (LanyardDayView   *self,
       GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean sideways = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
  LanyardDayPart *part = NULL;
  graphene_point_t point;

  if (sideways && focus != NULL && gtk_widget_get_ancestor (focus, LANYARD_TYPE_DAY_VIEW) != NULL &&
      gtk_widget_compute_point (focus, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &point))
    part = lanyard_day_view_nearest_part (self, lanyard_day_view_to_instant (self, point.y));
  if (part == NULL)
    part = find_current (self);
  if (part == NULL)
    part = lanyard_day_view_nearest_part (self, lanyard_day_view_has_now (self) ? lanyard_open_conference_get_now (self->open)
                                                                                : self->start);
  if (part == NULL)
    return FALSE;
  lanyard_day_view_focus_part (self, part);
  return TRUE;
}

static gboolean
step (LanyardDayView *self,
      LanyardDayPart *from,
      int             direction)
{
  guint position = 0;

  if (!g_ptr_array_find (self->parts, from, &position))
    return FALSE;
  for (position += (guint) direction; position < self->parts->len; position += (guint) direction)
    {
      LanyardDayPart *part = g_ptr_array_index (self->parts, position);

      if (!can_focus (part))
        continue;
      lanyard_day_view_focus_part (self, part);
      return TRUE;
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

/* Beside an entry is another one, or the next day. */
static gboolean
step_aside (LanyardDayView *self,
            LanyardDayPart *from,
            gboolean        to_right)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint place;

  if (from->place == LANYARD_DAY_NOWHERE)
    return FALSE;
  place = lanyard_day_layout_move (self->layout, from->place, to_right != rtl ? LANYARD_DAY_RIGHT : LANYARD_DAY_LEFT);
  for (guint i = 0; place != LANYARD_DAY_NOWHERE && i < self->parts->len; i++)
    {
      LanyardDayPart *part = g_ptr_array_index (self->parts, i);

      if (part->place == place && LANYARD_IS_GRID_CELL (part->widget))
        {
          lanyard_day_view_focus_part (self, part);
          return TRUE;
        }
    }
  return FALSE;
}

/* Private: from where the focus is, or into the view. Tab leads out of it. */
gboolean
lanyard_day_view_move_focus (LanyardDayView   *self,
                             GtkDirectionType  direction)
{
  LanyardDayPart *focused = lanyard_day_view_get_focused (self);

  if (focused == NULL)
    return enter (self, direction);
  g_set_str (&self->current, focused->id);
  switch (direction)
    {
    case GTK_DIR_UP: return step (self, focused, -1);
    case GTK_DIR_DOWN: return step (self, focused, 1);
    case GTK_DIR_LEFT: return step_aside (self, focused, FALSE);
    case GTK_DIR_RIGHT: return step_aside (self, focused, TRUE);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD: return FALSE;
    default: g_return_val_if_reached (FALSE);
    }
}
