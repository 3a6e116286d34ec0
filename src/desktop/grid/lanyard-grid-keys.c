/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyboard in the grid. Arrow keys go to what is next in the room and to
 * what is nearest in time in the next room; letters find a title. Main thread. */

#include "config.h"

#include "lanyard-grid-view-private.h"

#define TYPING_MICROSECONDS G_USEC_PER_SEC

/* Wherever the focus came from, a press, a key or a screen reader. */
static guint
focused_place (LanyardGridView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !LANYARD_IS_GRID_CELL (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return LANYARD_GRID_NOWHERE;
  return lanyard_grid_cell_get_number (LANYARD_GRID_CELL (focus));
}

static gint64
middle_of (const LanyardGridPlace *place)
{
  return place->start + (place->end - place->start) / 2;
}

/* Private: gives an item the focus and brings it into sight. */
void
lanyard_grid_view_focus_place (LanyardGridView *self,
                               guint            place)
{
  GtkWidget *cell;

  self->current = place;
  self->instant = middle_of (lanyard_grid_layout_get_place (self->geometry.layout, place));
  lanyard_grid_canvas_set_current (self->canvas, place);
  cell = lanyard_grid_canvas_get_cell (self->canvas, place);
  lanyard_grid_view_reveal (self, place);
  gtk_widget_grab_focus (cell);
}

/* The first item in sight. */
static guint
first_in_sight (LanyardGridView *self)
{
  guint column = 0;

  if (self->geometry.breadth > 0)
    column = (guint) ((self->across + self->geometry.breadth / 2) / self->geometry.breadth);
  return lanyard_grid_layout_find_at (self->geometry.layout, column,
                                      (gint64) lanyard_grid_geometry_to_instant (&self->geometry, self->along) + 60);
}

/* Private: where the focus was, else to the first item in sight. */
gboolean
lanyard_grid_view_take_focus (LanyardGridView *self)
{
  if (self->geometry.layout == NULL || lanyard_grid_layout_get_n_places (self->geometry.layout) == 0)
    return FALSE;
  if (self->current == LANYARD_GRID_NOWHERE)
    {
      self->current = first_in_sight (self);
      if (self->current == LANYARD_GRID_NOWHERE)
        self->current = 0;
    }
  lanyard_grid_view_focus_place (self, self->current);
  return TRUE;
}

static void
go (LanyardGridView *self,
    guint            place,
    gboolean         keep_instant)
{
  gint64 instant = self->instant;

  if (place == LANYARD_GRID_NOWHERE)
    return;
  lanyard_grid_view_focus_place (self, place);
  if (keep_instant)
    self->instant = instant;
}

/* Where one column is shown at a time it is the column that changes, also from
 * what stands across all of them. */
static guint
move_to_column (LanyardGridView *self,
                LanyardGridMove  step)
{
  guint n_columns = lanyard_grid_layout_get_n_columns (self->geometry.layout);
  guint column = lanyard_grid_view_get_column (self);

  if (step == LANYARD_GRID_FIRST_COLUMN)
    column = 0;
  else if (step == LANYARD_GRID_LAST_COLUMN)
    column = n_columns - 1;
  else
    column += step == LANYARD_GRID_NEXT_COLUMN ? 1 : -1;
  if (column >= n_columns)
    return LANYARD_GRID_NOWHERE;
  lanyard_grid_view_show_column (self, column);
  return lanyard_grid_layout_find_at (self->geometry.layout, column, self->instant);
}

static void
move (LanyardGridView *self,
      guint            from,
      LanyardGridMove  step)
{
  gboolean to_column = step == LANYARD_GRID_PREVIOUS_COLUMN || step == LANYARD_GRID_NEXT_COLUMN ||
                       step == LANYARD_GRID_FIRST_COLUMN || step == LANYARD_GRID_LAST_COLUMN;
  guint place;

  if (self->is_single && to_column)
    place = move_to_column (self, step);
  else
    place = lanyard_grid_layout_move (self->geometry.layout, from, self->instant, step);
  if (place != LANYARD_GRID_NOWHERE)
    go (self, place, to_column);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* A screenful of time earlier or later in the same column. */
static void
move_page (LanyardGridView *self,
           guint            from,
           int              pages)
{
  const LanyardGridPlace *place = lanyard_grid_layout_get_place (self->geometry.layout, from);
  LanyardGridParts parts;
  double page;

  lanyard_grid_view_get_parts (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), &parts);
  page = (self->geometry.is_turned ? parts.canvas.width : parts.canvas.height) * 0.9 / self->geometry.scale;
  go (self, lanyard_grid_layout_find_at (self->geometry.layout, place->column, middle_of (place) + (gint64) (pages * page)), FALSE);
}

/* An arrow as the eye sees it, to a move as the layout has it. */
static gboolean
find_move (LanyardGridView *self,
           guint            key,
           LanyardGridMove *step)
{
  gboolean turned = self->geometry.is_turned;
  gboolean mirrored = self->geometry.is_mirrored;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *step = turned ? LANYARD_GRID_PREVIOUS_COLUMN : LANYARD_GRID_EARLIER;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *step = turned ? LANYARD_GRID_NEXT_COLUMN : LANYARD_GRID_LATER;
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (turned)
        *step = mirrored ? LANYARD_GRID_LATER : LANYARD_GRID_EARLIER;
      else
        *step = mirrored ? LANYARD_GRID_NEXT_COLUMN : LANYARD_GRID_PREVIOUS_COLUMN;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (turned)
        *step = mirrored ? LANYARD_GRID_EARLIER : LANYARD_GRID_LATER;
      else
        *step = mirrored ? LANYARD_GRID_PREVIOUS_COLUMN : LANYARD_GRID_NEXT_COLUMN;
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *step = turned ? LANYARD_GRID_FIRST_IN_COLUMN : LANYARD_GRID_FIRST_COLUMN;
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *step = turned ? LANYARD_GRID_LAST_IN_COLUMN : LANYARD_GRID_LAST_COLUMN;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
find_title (LanyardGridView *self,
            guint            from,
            guint            key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  gint64 now = g_get_monotonic_time ();
  gboolean goes_on = now - self->typed_at < TYPING_MICROSECONDS && self->typed->len > 0;
  guint place;

  if (!g_unichar_isgraph (letter) && !(goes_on && letter == ' '))
    return FALSE;
  if (!goes_on)
    g_string_truncate (self->typed, 0);
  self->typed_at = now;
  g_string_append_unichar (self->typed, letter);
  /* The first letter leads on; more letters may stay where that led. */
  place = lanyard_grid_layout_find_title (self->geometry.layout, goes_on ? from - 1 : from, self->typed->str);
  if (place != LANYARD_GRID_NOWHERE)
    go (self, place, FALSE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
press_with_control (LanyardGridView *self,
                    guint            from,
                    guint            key)
{
  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go (self, 0, FALSE);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go (self, lanyard_grid_layout_get_n_places (self->geometry.layout) - 1, FALSE);
      return TRUE;
    case GDK_KEY_d:
      lanyard_grid_view_toggle_level (self, lanyard_grid_layout_get_place (self->geometry.layout, from)->item, LANYARD_LEVEL_GOING);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_plain (LanyardGridView *self,
             guint            from,
             guint            key)
{
  LanyardGridMove step;

  if (find_move (self, key, &step))
    {
      move (self, from, step);
      return TRUE;
    }
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_page (self, from, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_page (self, from, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      lanyard_grid_view_activate_place (self, from);
      return TRUE;
    case GDK_KEY_Menu:
      lanyard_grid_view_popup_menu (self, lanyard_grid_canvas_get_cell (self->canvas, from), -1, -1);
      return TRUE;
    default:
      break;
    }
  if (key == GDK_KEY_space && (self->typed->len == 0 || g_get_monotonic_time () - self->typed_at >= TYPING_MICROSECONDS))
    {
      lanyard_grid_view_step_level (self, lanyard_grid_layout_get_place (self->geometry.layout, from)->item);
      return TRUE;
    }
  return find_title (self, from, key);
}

static gboolean
key_pressed_cb (LanyardGridView *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  guint from = focused_place (self);

  g_assert (LANYARD_IS_GRID_VIEW (self));

  if (from == LANYARD_GRID_NOWHERE)
    return FALSE;
  if (from != self->current)
    {
      self->current = from;
      self->instant = middle_of (lanyard_grid_layout_get_place (self->geometry.layout, from));
      lanyard_grid_canvas_set_current (self->canvas, from);
    }
  if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && gdk_keyval_to_lower (key) == GDK_KEY_d)
    {
      lanyard_grid_view_toggle_level (self, lanyard_grid_layout_get_place (self->geometry.layout, from)->item, LANYARD_LEVEL_MAYBE);
      return TRUE;
    }
  if (modifiers == GDK_SHIFT_MASK && key == GDK_KEY_F10)
    {
      lanyard_grid_view_popup_menu (self, lanyard_grid_canvas_get_cell (self->canvas, from), -1, -1);
      return TRUE;
    }
  if (modifiers == GDK_CONTROL_MASK)
    return press_with_control (self, from, gdk_keyval_to_lower (key));
  if (modifiers == GDK_SHIFT_MASK)
    return find_title (self, from, key);
  return modifiers == 0 && press_plain (self, from, key);
}

/* Private: lets keys do what they do here. */
void
lanyard_grid_view_add_keys (LanyardGridView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
