/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a day view, in order of time: a cell for each entry, a button
 * for each free stretch and one for what is in conflict with something before
 * it. What was there in the plan before keeps its widget. Main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "../grid/lanyard-grid-geometry.h"
#include "lanyard-day-view-private.h"
#include "lanyard-plan-phrases.h"
#include "time/lanyard-time-format.h"

#define GAP 2.0f
#define END_MARGIN 6
#define BAND_STRIP 0.3
#define LINES_OF_STRIP 5
#define MOST_LINES_OF_STRIP 14

void
lanyard_day_part_free (LanyardDayPart *self)
{
  g_free (self->id);
  g_free (self);
}

/* Private: the entry of a cell, or NULL. */
LanyardPlanEntry *
lanyard_day_part_get_entry (LanyardDayPart *self)
{
  return LANYARD_IS_GRID_CELL (self->widget) ? lanyard_grid_cell_get_entry (LANYARD_GRID_CELL (self->widget)) : NULL;
}

/* Private: names an entry for an action; floating. */
GVariant *
lanyard_plan_entry_to_target (LanyardPlanEntry *self)
{
  return g_variant_new (LANYARD_PLAN_ENTRY_TARGET, lanyard_conference_get_uuid (self->conference),
                        (guint) lanyard_item_get_kind (self->item), lanyard_item_get_key (self->item));
}

static char *
dup_entry_id (const char       *prefix,
              LanyardPlanEntry *entry)
{
  return g_strdup_printf ("%s %s %d %s", prefix, lanyard_conference_get_uuid (entry->conference),
                          (int) lanyard_item_get_kind (entry->item), lanyard_item_get_key (entry->item));
}

static GtkWidget *
make_gap (GtkWidget *day)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *free = g_object_new (GTK_TYPE_LABEL, "halign", GTK_ALIGN_START, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *offer = g_object_new (GTK_TYPE_LABEL, "label", _("What Fits Here"), "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (free, "dimmed");
  gtk_widget_add_css_class (offer, "offer");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), free);
  gtk_box_append (GTK_BOX (box), offer);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "gap");
  return button;
}

static void
bind_gap (LanyardDayView *self,
          GtkWidget      *button,
          LanyardGap     *gap)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));
  g_autofree char *duration = lanyard_format_duration (gap->end - gap->start);
  g_autofree char *text = NULL;
  g_autofree char *phrase = lanyard_phrase_gap (self->open, gap);
  g_autofree char *label = NULL;

  /* Translators: how long one is free: "30 min free" */
  text = g_strdup_printf (_("%s free"), duration);
  /* Translators: a free stretch, and what a press of it does: "30 min free, 11:30–12:00: what fits here" */
  label = g_strdup_printf (_("%s: what fits here"), phrase);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), LANYARD_PLAN_STRETCH_TARGET, gap->start, gap->end);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.fits");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
make_conflict (GtkWidget *day)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (button, "conflict");
  return button;
}

static void
bind_conflict (GtkWidget       *button,
               LanyardConflict *conflict)
{
  g_autofree char *title = lanyard_conflict_dup_title (conflict);
  g_autofree char *label = NULL;

  /* Translators: what a press does about a conflict, and the conflict: "Resolve: “A” overlaps “B”" */
  label = g_strdup_printf (_("Resolve: %s"), title);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), lanyard_plan_entry_to_target (conflict->second));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "plan.resolve");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

typedef GtkWidget *(*MakeWidget) (GtkWidget *day);

/* The old one with that id, or a new one; takes the id. */
static LanyardDayPart *
add_part (LanyardDayView *self,
          GPtrArray      *old,
          char           *id,
          MakeWidget      make,
          guint           place,
          gint64          start,
          gint64          end)
{
  LanyardDayPart *part = NULL;

  for (guint i = 0; i < old->len && part == NULL; i++)
    if (g_str_equal (((LanyardDayPart *) g_ptr_array_index (old, i))->id, id))
      part = g_ptr_array_steal_index (old, i);
  if (part == NULL)
    {
      part = g_new0 (LanyardDayPart, 1);
      part->id = g_strdup (id);
      part->widget = make (GTK_WIDGET (self));
      gtk_widget_set_parent (part->widget, GTK_WIDGET (self));
    }
  g_free (id);
  part->place = place;
  part->start = start;
  part->end = end;
  g_ptr_array_add (self->parts, part);
  return part;
}

/* What somebody is to be at as well, first of all. */
static LanyardConflict *
find_conflict (LanyardDayView   *self,
               LanyardPlanEntry *second)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      LanyardConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (conflict->second == second && conflict->level == LANYARD_LEVEL_GOING)
        return conflict;
    }
  return NULL;
}

static void
add_entry (LanyardDayView *self,
           GPtrArray      *old,
           guint           number)
{
  const LanyardDayPlace *place = lanyard_day_layout_get_place (self->layout, number);
  LanyardPlanEntry *entry = place->entry;
  LanyardConflict *conflict = find_conflict (self, entry);
  g_autofree char *label = lanyard_phrase_plan_entry (self->open, entry, self->conflicts);
  LanyardDayPart *part = add_part (self, old, dup_entry_id ("entry", entry), lanyard_grid_cell_new_entry, number, place->start,
                                   place->end);

  lanyard_grid_cell_bind_entry (LANYARD_GRID_CELL (part->widget), self->open, entry, label);
  if (conflict == NULL)
    return;
  part = add_part (self, old, dup_entry_id ("conflict", entry), make_conflict, number, place->start, place->end);
  bind_conflict (part->widget, conflict);
}

static void
add_gap (LanyardDayView *self,
         GPtrArray      *old,
         LanyardGap     *gap)
{
  char *id = g_strdup_printf ("gap %" G_GINT64_FORMAT, gap->start);
  LanyardDayPart *part = add_part (self, old, id, make_gap, LANYARD_DAY_NOWHERE, gap->start, gap->end);

  bind_gap (self, part->widget, gap);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const LanyardDayPart *first = *(LanyardDayPart *const *) a;
  const LanyardDayPart *second = *(LanyardDayPart *const *) b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  /* What is free lies below what may fill it, and a conflict upon its entry. */
  if ((first->place == LANYARD_DAY_NOWHERE) != (second->place == LANYARD_DAY_NOWHERE))
    return first->place == LANYARD_DAY_NOWHERE ? -1 : 1;
  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return LANYARD_IS_GRID_CELL (first->widget) ? -1 : 1;
}

static void
drop_old (LanyardDayView *self,
          GPtrArray      *old)
{
  LanyardDayPart *nearest;
  gboolean had_focus = FALSE;
  gint64 instant = 0;

  for (guint i = 0; i < old->len; i++)
    {
      LanyardDayPart *part = g_ptr_array_index (old, i);

      if (gtk_widget_is_focus (part->widget))
        {
          had_focus = TRUE;
          instant = part->start;
        }
      gtk_widget_unparent (part->widget);
    }
  nearest = had_focus ? lanyard_day_view_nearest_part (self, instant) : NULL;
  if (nearest != NULL)
    lanyard_day_view_focus_part (self, nearest);
}

/* Private: of the layout that is there now. */
void
lanyard_day_view_remake_parts (LanyardDayView *self)
{
  GPtrArray *gaps = lanyard_day_layout_get_gaps (self->layout);
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->parts);
  GtkWidget *previous = NULL;

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_day_part_free);
  for (guint i = 0; i < lanyard_day_layout_get_n_places (self->layout); i++)
    add_entry (self, old, i);
  for (guint i = 0; i < gaps->len; i++)
    add_gap (self, old, g_ptr_array_index (gaps, i));
  g_ptr_array_sort (self->parts, compare_parts);
  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *widget = ((LanyardDayPart *) g_ptr_array_index (self->parts, i))->widget;

      gtk_widget_insert_after (widget, GTK_WIDGET (self), previous);
      previous = widget;
    }
  drop_old (self, old);
}

/* Private: what is beside the time axis, in pixels of the view. */
graphene_rect_t
lanyard_day_view_get_area (LanyardDayView *self)
{
  int axis = lanyard_day_view_get_axis (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return GRAPHENE_RECT_INIT (rtl ? END_MARGIN : axis, 0, MAX (width - axis - END_MARGIN, 1),
                             gtk_widget_get_height (GTK_WIDGET (self)));
}

/* How much of a band is left for its name, so that what stands on it hides
 * nothing. */
static float
get_strip (LanyardDayView *self,
           float           width)
{
  int line = lanyard_grid_line_height (GTK_WIDGET (self));

  return (float) CLAMP (width * BAND_STRIP, MIN (LINES_OF_STRIP * line, width / 2), MOST_LINES_OF_STRIP * line);
}

static graphene_rect_t
get_rect (LanyardDayView        *self,
          const LanyardDayPlace *place)
{
  graphene_rect_t area = lanyard_day_view_get_area (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double top = lanyard_day_view_from_instant (self, place->start);
  double bottom = lanyard_day_view_from_instant (self, place->end);
  float width;
  float x;

  if (place->band != LANYARD_DAY_NOWHERE)
    {
      float strip;

      area = get_rect (self, lanyard_day_layout_get_place (self->layout, place->band));
      strip = get_strip (self, area.size.width);
      area.origin.x += rtl ? 0 : strip;
      area.size.width -= strip;
    }
  width = area.size.width * (float) place->width;
  x = area.size.width * (float) place->left;
  return GRAPHENE_RECT_INIT (area.origin.x + (rtl ? area.size.width - x - width : x), (float) top, width,
                             (float) MAX (bottom - top, lanyard_day_view_get_least (self)));
}

/* Private: where an entry is drawn, in pixels of the view. */
graphene_rect_t
lanyard_day_view_get_place (LanyardDayView *self,
                            guint           place)
{
  graphene_rect_t rect = get_rect (self, lanyard_day_layout_get_place (self->layout, place));

  return GRAPHENE_RECT_INIT (rect.origin.x + GAP / 2, rect.origin.y + GAP / 2, MAX (rect.size.width - GAP, 1),
                             MAX (rect.size.height - GAP, 1));
}

static void
allocate (GtkWidget             *widget,
          const graphene_rect_t *rect)
{
  int left = (int) roundf (rect->origin.x);
  int top = (int) roundf (rect->origin.y);
  GtkAllocation area = { left, top, MAX ((int) roundf (rect->origin.x + rect->size.width) - left, 1),
                         MAX ((int) roundf (rect->origin.y + rect->size.height) - top, 1) };
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  area.width = MAX (area.width, least);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, area.width, &least, NULL, NULL, NULL);
  area.height = MAX (area.height, least);
  gtk_widget_size_allocate (widget, &area, -1);
}

static int
conflict_size (LanyardDayView *self)
{
  return lanyard_grid_line_height (GTK_WIDGET (self)) + 8;
}

/* Whether a conflict has its place in the lower corner, where text ends last. */
static gboolean
has_room_below (LanyardDayView        *self,
                const graphene_rect_t *rect)
{
  return rect->size.height >= (float) (3 * conflict_size (self));
}

static void
allocate_cell (LanyardDayView *self,
               LanyardDayPart *part)
{
  const LanyardDayPlace *place = lanyard_day_layout_get_place (self->layout, part->place);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t rect = lanyard_day_view_get_place (self, part->place);
  float reserved = place->is_band ? rect.size.width - get_strip (self, rect.size.width + GAP) : 0;
  double now = lanyard_day_view_from_instant (self, lanyard_open_conference_get_now (self->open));
  graphene_rect_t line = GRAPHENE_RECT_INIT (0, (float) now - rect.origin.y - 1, rect.size.width, 2);
  GdkRGBA color;

  allocate (part->widget, &rect);
  if (!place->is_band && find_conflict (self, place->entry) != NULL)
    lanyard_grid_cell_set_sign (LANYARD_GRID_CELL (part->widget), (float) conflict_size (self),
                                has_room_below (self, &rect) ? rect.size.height - (float) conflict_size (self) : 0);
  else
    lanyard_grid_cell_set_sign (LANYARD_GRID_CELL (part->widget), 0, 0);
  lanyard_grid_cell_set_hidden (LANYARD_GRID_CELL (part->widget), rtl ? reserved : 0, rtl ? 0 : reserved, 0);
  gtk_widget_get_color (self->now_label, &color);
  lanyard_grid_cell_set_line (LANYARD_GRID_CELL (part->widget), &line, &color);
}

static void
allocate_conflict (LanyardDayView *self,
                   LanyardDayPart *part)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_rect_t rect = lanyard_day_view_get_place (self, part->place);
  int size = conflict_size (self);

  if (!rtl)
    rect.origin.x += rect.size.width - (float) size;
  if (has_room_below (self, &rect))
    rect.origin.y += rect.size.height - (float) size;
  rect.size = GRAPHENE_SIZE_INIT ((float) size, (float) MIN (size, lanyard_day_view_get_least (self)));
  allocate (part->widget, &rect);
}

/* The longest part of a free stretch in which no fallback is. */
static void
get_free (LanyardDayView *self,
          LanyardDayPart *part,
          gint64         *start,
          gint64         *end)
{
  gint64 from = part->start;

  *start = *end = part->start;
  for (guint i = 0; i <= lanyard_day_layout_get_n_places (self->layout); i++)
    {
      const LanyardDayPlace *place =
          i < lanyard_day_layout_get_n_places (self->layout) ? lanyard_day_layout_get_place (self->layout, i) : NULL;
      gint64 until = place != NULL ? MIN (place->start, part->end) : part->end;

      if (place != NULL && (place->end <= part->start || place->is_band))
        continue;
      if (until - from > *end - *start)
        {
          *start = from;
          *end = until;
        }
      if (place != NULL)
        from = MAX (from, place->end);
    }
}

/* Where there is no room for it, there is nothing to read and to press. */
static void
allocate_gap (LanyardDayView *self,
              LanyardDayPart *part)
{
  graphene_rect_t area = lanyard_day_view_get_area (self);
  gint64 start;
  gint64 end;
  double top;
  double bottom;

  get_free (self, part, &start, &end);
  top = lanyard_day_view_from_instant (self, start);
  bottom = lanyard_day_view_from_instant (self, end);
  gtk_widget_set_child_visible (part->widget, bottom - top >= lanyard_day_view_get_least (self));
  if (!gtk_widget_get_child_visible (part->widget))
    return;
  area.origin.y = (float) top + GAP / 2;
  area.size.height = (float) (bottom - top) - GAP;
  allocate (part->widget, &area);
}

/* Private: gives each part its place. */
void
lanyard_day_view_allocate_parts (LanyardDayView *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      LanyardDayPart *part = g_ptr_array_index (self->parts, i);

      if (part->place == LANYARD_DAY_NOWHERE)
        allocate_gap (self, part);
      else if (LANYARD_IS_GRID_CELL (part->widget))
        allocate_cell (self, part);
      else
        allocate_conflict (self, part);
    }
}
