/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One item in the grid, or one entry of a day of the plan: its session's colour,
 * its star, its title in as many lines as fit, and its time and speakers, or in
 * the plan its place, where there is room left. Cells are
 * recycled: everything shown is set anew by bind. What is cut off is in the
 * tooltip, and in the name that a screen reader says. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-drawn-text.h"
#include "../widgets/lanyard-item-row.h"
#include "../widgets/lanyard-pick-source.h"
#include "../widgets/lanyard-picking.h"
#include "../widgets/lanyard-session-color.h"
#include "../widgets/lanyard-star-button.h"
#include "../widgets/lanyard-text-side.h"
#include "lanyard-grid-cell-private.h"
#include "model/lanyard-own-entry.h"
#include "time/lanyard-time-format.h"

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static LanyardPickable *
lanyard_grid_cell_dup_pickable (LanyardPickSource *source)
{
  LanyardGridCell *self = LANYARD_GRID_CELL (source);

  return self->item != NULL ? lanyard_pickable_new_of_item (self->item) : NULL;
}

static void
lanyard_grid_cell_init_pick_source (LanyardPickSourceInterface *iface)
{
  iface->dup_pickable = lanyard_grid_cell_dup_pickable;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardGridCell, lanyard_grid_cell, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_PICK_SOURCE, lanyard_grid_cell_init_pick_source))

static void
set_text (LanyardGridCell *self,
          PangoLayout     *layout,
          const char      *text)
{
  pango_layout_set_text (layout, text, -1);
  lanyard_text_side_align (layout, gtk_widget_get_direction (GTK_WIDGET (self)));
}

/* In a plan the place is what one looks for, and a fallback says that it is one. */
static void
show_time_and_place (LanyardGridCell *self,
                     const char      *time)
{
  LanyardRoom *room = lanyard_item_get_room (self->item);
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (self->entry->level == LANYARD_LEVEL_MAYBE)
    g_ptr_array_add (facts, (gpointer) C_("level", "maybe"));
  g_ptr_array_add (facts, (gpointer) time);
  if (room != NULL)
    g_ptr_array_add (facts, (gpointer) lanyard_room_get_name (room));
  g_ptr_array_add (facts, NULL);
  /* Translators: what stands between a talk's length, its session and its room */
  text = g_strjoinv (C_("facts of a talk", " · "), (char **) facts->pdata);
  pango_layout_set_text (self->time, text, -1);
}

static char *
dup_people (LanyardGridCell *self)
{
  if (LANYARD_IS_OWN_ENTRY (self->item))
    return g_strdup (lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (self->item))->people);
  return lanyard_item_dup_speakers (self->item);
}

/* Private: sets all that is read. */
void
lanyard_grid_cell_show_text (LanyardGridCell *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *time = lanyard_format_time_range (lanyard_open_conference_get_zone (self->open),
                                                     lanyard_item_get_start (self->item), lanyard_item_get_end (self->item));
  g_autofree char *people = dup_people (self);

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (lanyard_item_is_cancelled (self->item))
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (self->title, attributes);
  set_text (self, self->title, lanyard_item_get_title (self->item));
  pango_layout_set_alignment (self->time, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? PANGO_ALIGN_RIGHT
                                                                                                         : PANGO_ALIGN_LEFT);
  if (self->entry != NULL)
    show_time_and_place (self, time);
  else
    pango_layout_set_text (self->time, time, -1);
  set_text (self, self->people, people != NULL ? people : "");
}

static const char *
get_icon_name (LanyardGridCell *self)
{
  if (!LANYARD_IS_OWN_ENTRY (self->item))
    return lanyard_star_get_icon_name (self->level, self->is_in_picked);
  switch (lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (self->item))->kind)
    {
    case LANYARD_OWN_MEETING: return "lanyard-people-symbolic";
    case LANYARD_OWN_MEAL: return "lanyard-break-symbolic";
    case LANYARD_OWN_HALLWAY: return "lanyard-chat-symbolic";
    case LANYARD_OWN_TRAVEL: return "lanyard-room-symbolic";
    case LANYARD_OWN_OTHER: return "lanyard-plan-symbolic";
    default: g_return_val_if_reached ("lanyard-plan-symbolic");
    }
}

static void
show_star (LanyardGridCell *self)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_clear_object (&self->star);
  if (self->level != LANYARD_LEVEL_NONE || self->is_in_picked)
    self->star = gtk_icon_theme_lookup_icon (theme, get_icon_name (self), NULL, 16,
                                             gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                             gtk_widget_get_direction (GTK_WIDGET (self)), 0);
}

static void
show_name (LanyardGridCell *self)
{
  g_autofree char *label = self->entry != NULL ? g_strdup (self->label)
                                               : lanyard_item_dup_accessible_label (self->open, self->item, LANYARD_ITEM_ROW_NONE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->phase == LANYARD_PHASE_RUNNING)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("On now"), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Said only when somebody asks, by pointing. */
static gboolean
lanyard_grid_cell_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  LanyardGridCell *self = LANYARD_GRID_CELL (widget);
  LanyardSession *session = lanyard_item_get_session (self->item);
  LanyardRoom *room = lanyard_item_get_room (self->item);
  g_autoptr (GString) text = g_string_new (lanyard_item_get_title (self->item));
  g_autofree char *time = lanyard_format_time_range (lanyard_open_conference_get_zone (self->open),
                                                     lanyard_item_get_start (self->item), lanyard_item_get_end (self->item));
  g_autofree char *people = dup_people (self);

  g_string_append_printf (text, "\n%s", time);
  if (lanyard_item_is_cancelled (self->item))
    g_string_append_printf (text, "\n%s", _("Cancelled"));
  if (people != NULL)
    g_string_append_printf (text, "\n%s", people);
  if (session != NULL && lanyard_item_get_kind (self->item) != LANYARD_KIND_BLOCK)
    g_string_append_printf (text, "\n%s", lanyard_session_get_title (session));
  if (room != NULL)
    g_string_append_printf (text, "\n%s", lanyard_room_get_name (room));
  gtk_tooltip_set_text (tooltip, text->str);
  return TRUE;
}

static void
lanyard_grid_cell_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  LanyardGridCell *self = LANYARD_GRID_CELL (widget);

  GTK_WIDGET_CLASS (lanyard_grid_cell_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (self->title);
  pango_layout_context_changed (self->time);
  pango_layout_context_changed (self->people);
  gtk_widget_queue_draw (widget);
}

static PangoLayout *
make_layout (GtkWidget *widget)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
lanyard_grid_cell_root (GtkWidget *widget)
{
  LanyardGridCell *self = LANYARD_GRID_CELL (widget);

  GTK_WIDGET_CLASS (lanyard_grid_cell_parent_class)->root (widget);
  lanyard_drawn_text_renew (&self->title, self->styled);
  lanyard_drawn_text_renew (&self->time, self->styled);
  lanyard_drawn_text_renew (&self->people, self->styled);
}

static void
lanyard_grid_cell_dispose (GObject *object)
{
  LanyardGridCell *self = LANYARD_GRID_CELL (object);

  g_clear_object (&self->open);
  g_clear_object (&self->item);
  g_clear_object (&self->title);
  g_clear_object (&self->time);
  g_clear_object (&self->people);
  g_clear_object (&self->star);
  g_clear_pointer (&self->entry, lanyard_plan_entry_unref);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (lanyard_grid_cell_parent_class)->dispose (object);
}

static void
lanyard_grid_cell_class_init (LanyardGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_grid_cell_dispose;
  widget_class->css_changed = lanyard_grid_cell_css_changed;
  widget_class->query_tooltip = lanyard_grid_cell_query_tooltip;
  widget_class->root = lanyard_grid_cell_root;
  widget_class->snapshot = lanyard_grid_cell_draw;

  /**
   * LanyardGridCell::activate:
   * @self: the cell
   *
   * Somebody wants to see its item.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

/* Private: says in whose style its text is drawn, for all cells beside one
 * another have the same. To be said once, of what outlives the cell. */
void
lanyard_grid_cell_set_styled (LanyardGridCell *self,
                              GtkWidget       *styled)
{
  g_assert (self->styled == NULL);

  self->styled = styled;
  self->title = make_layout (styled);
  self->time = make_layout (styled);
  self->people = make_layout (styled);
  /* Digits run no way of their own. */
  pango_layout_set_auto_dir (self->time, FALSE);
}

static void
lanyard_grid_cell_init (LanyardGridCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
}

/**
 * lanyard_grid_cell_new:
 * @canvas: what it will lie on, and in whose style its text is drawn, for all
 *   cells have the same; outlives it
 *
 * Makes an empty cell.
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
lanyard_grid_cell_new (GtkWidget *canvas)
{
  LanyardGridCell *self = g_object_new (LANYARD_TYPE_GRID_CELL, NULL);

  lanyard_grid_cell_set_styled (self, canvas);
  return GTK_WIDGET (self);
}

/**
 * lanyard_grid_cell_bind:
 * @self: a cell
 * @open: the conference
 * @place: what stands there
 * @number: the place's number
 *
 * Shows an item.
 */
void
lanyard_grid_cell_bind (LanyardGridCell        *self,
                        LanyardOpenConference  *open,
                        const LanyardGridPlace *place,
                        guint                   number)
{
  g_return_if_fail (LANYARD_IS_GRID_CELL (self));

  g_set_object (&self->open, open);
  g_set_object (&self->item, place->item);
  self->number = number;
  self->color = lanyard_session_get_color (lanyard_item_get_session (place->item));
  self->hidden_left = self->hidden_right = self->hidden_top = 0;
  lanyard_grid_cell_show_text (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) place->row + 2,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) place->column + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_SPAN, (int) place->n_columns,
                                  -1);
  lanyard_grid_cell_refresh (self);
}

/**
 * lanyard_grid_cell_refresh:
 * @self: a cell
 *
 * Shows what time and picks make of the item.
 */
void
lanyard_grid_cell_refresh (LanyardGridCell *self)
{
  g_autoptr (LanyardPickable) pickable = NULL;

  g_return_if_fail (LANYARD_IS_GRID_CELL (self));

  pickable = self->entry == NULL ? lanyard_pickable_new_of_item (self->item) : NULL;
  self->level = self->entry != NULL ? self->entry->level : lanyard_item_get_level (self->open, self->item);
  self->is_in_picked = pickable != NULL && lanyard_picking_is_in_picked (self->open, pickable);
  self->phase = lanyard_item_get_phase (self->open, self->item);
  show_star (self);
  show_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lanyard_grid_cell_get_item:
 * @self: a cell
 *
 * Gets what it shows.
 *
 * Returns: (transfer none) (nullable): the item
 */
LanyardItem *
lanyard_grid_cell_get_item (LanyardGridCell *self)
{
  return self->item;
}

/**
 * lanyard_grid_cell_get_number:
 * @self: a cell
 *
 * Gets where it stands.
 *
 * Returns: the number of its place in the layout
 */
guint
lanyard_grid_cell_get_number (LanyardGridCell *self)
{
  return self->number;
}

/**
 * lanyard_grid_cell_set_area:
 * @self: a cell
 * @area: pixels, on the whole canvas
 *
 * Says where it is to be.
 */
void
lanyard_grid_cell_set_area (LanyardGridCell       *self,
                            const graphene_rect_t *area)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (graphene_rect_equal (&self->area, area))
    return;
  self->area = *area;
  if (row != NULL)
    gtk_widget_queue_allocate (row);
}

/**
 * lanyard_grid_cell_get_area:
 * @self: a cell
 *
 * Gets where it is to be.
 *
 * Returns: (transfer none): pixels, on the whole canvas
 */
const graphene_rect_t *
lanyard_grid_cell_get_area (LanyardGridCell *self)
{
  return &self->area;
}

/**
 * lanyard_grid_cell_set_hidden:
 * @self: a cell
 * @left: pixels at its left that are out of sight
 * @right: pixels at its right that are out of sight
 * @top: pixels at its top that are out of sight
 *
 * Keeps the text of a long item where it can be read.
 */
void
lanyard_grid_cell_set_hidden (LanyardGridCell *self,
                              float            left,
                              float            right,
                              float            top)
{
  if (self->hidden_left == left && self->hidden_right == right && self->hidden_top == top)
    return;
  self->hidden_left = left;
  self->hidden_right = right;
  self->hidden_top = top;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lanyard_grid_cell_set_sign:
 * @self: a cell
 * @width: pixels, 0 for none
 * @top: pixels from the cell's top
 *
 * Says that something lies upon the end of the cell, from @top downwards, which
 * is to cover no text.
 */
void
lanyard_grid_cell_set_sign (LanyardGridCell *self,
                            float            width,
                            float            top)
{
  if (self->sign_width == width && self->sign_top == top)
    return;
  self->sign_width = width;
  self->sign_top = top;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * lanyard_grid_cell_set_line:
 * @self: a cell
 * @line: pixels, of the cell
 * @color: its colour
 *
 * Says where the line at now is, which goes behind the text.
 */
void
lanyard_grid_cell_set_line (LanyardGridCell       *self,
                            const graphene_rect_t *line,
                            const GdkRGBA         *color)
{
  if (self->phase != LANYARD_PHASE_RUNNING || (graphene_rect_equal (&self->line, line) && gdk_rgba_equal (&self->line_color, color)))
    return;
  self->line = *line;
  self->line_color = *color;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
