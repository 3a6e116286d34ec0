/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One item in the grid: its session's colour, its star, its title in as many
 * lines as fit, and its time and speakers where there is room left. Cells are
 * recycled: everything shown is set anew by bind. What is cut off is in the
 * tooltip, and in the name that a screen reader says. Main thread. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "../widgets/lanyard-item-row.h"
#include "../widgets/lanyard-session-color.h"
#include "../widgets/lanyard-star-button.h"
#include "lanyard-grid-cell.h"
#include "lanyard-grid-geometry.h"
#include "time/lanyard-time-format.h"

#define BAND_WIDTH 4
#define RADIUS 6
#define PADDING 6
#define TINT 0.2f
#define TINT_OF_PAST 0.1f
#define ALPHA_OF_PAST 0.6f
#define ALPHA_OF_DETAILS 0.7f

typedef enum
{
  TENSE_PAST,
  TENSE_RUNNING,
  TENSE_FUTURE,
} Tense;

struct _LanyardGridCell
{
  GtkWidget parent_instance;
  LanyardOpenConference *open; /* owned, nullable until bound */
  LanyardItem *item;           /* owned, nullable until bound */
  guint number;                /* of its place in the layout */
  graphene_rect_t area;        /* on the canvas */
  float hidden_left;           /* pixels of it that are out of sight, to keep the text in it */
  float hidden_right;
  float hidden_top;
  GdkRGBA color;               /* of the session, transparent for none */
  LanyardLevel level;
  Tense tense;
  PangoLayout *title;          /* owned */
  PangoLayout *details;        /* owned */
  GtkIconPaintable *star;      /* owned, NULL when not picked */
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardGridCell, lanyard_grid_cell, GTK_TYPE_WIDGET)

static LanyardLevel
level_of (LanyardGridCell *self)
{
  LanyardSession *session = lanyard_item_get_session (self->item);

  if (lanyard_item_get_kind (self->item) == LANYARD_KIND_BLOCK)
    return session != NULL ? lanyard_open_conference_get_level (self->open, LANYARD_KIND_SESSION, lanyard_session_get_key (session))
                           : LANYARD_LEVEL_NONE;
  return lanyard_open_conference_get_level (self->open, lanyard_item_get_kind (self->item), lanyard_item_get_key (self->item));
}

static Tense
tense_of (LanyardGridCell *self)
{
  gint64 now = lanyard_open_conference_get_now (self->open);

  if (lanyard_item_get_end (self->item) <= now)
    return TENSE_PAST;
  return lanyard_item_get_start (self->item) <= now ? TENSE_RUNNING : TENSE_FUTURE;
}

static char *
dup_people (LanyardItem *item)
{
  if (!LANYARD_IS_TALK (item))
    return NULL;
  return lanyard_credits_dup_names (lanyard_talk_get_fields (LANYARD_TALK (item))->credits, LANYARD_ROLE_SPEAKER);
}

static void
show_text (LanyardGridCell *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *time = lanyard_format_time_range (lanyard_open_conference_get_zone (self->open),
                                                     lanyard_item_get_start (self->item), lanyard_item_get_end (self->item));
  g_autofree char *people = dup_people (self->item);
  g_autofree char *details = people != NULL ? g_strdup_printf ("%s\n%s", time, people) : g_strdup (time);

  if (lanyard_item_is_cancelled (self->item))
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (self->title, attributes);
  pango_layout_set_text (self->title, lanyard_item_get_title (self->item), -1);
  pango_layout_set_text (self->details, details, -1);
}

static void
show_star (LanyardGridCell *self)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_clear_object (&self->star);
  if (self->level != LANYARD_LEVEL_NONE)
    self->star = gtk_icon_theme_lookup_icon (theme, lanyard_star_icon_name (self->level), NULL, 16,
                                             gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                             gtk_widget_get_direction (GTK_WIDGET (self)), 0);
}

static void
show_name (LanyardGridCell *self)
{
  g_autofree char *label = lanyard_item_dup_accessible_label (self->open, self->item);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->tense == TENSE_RUNNING)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("On now"), -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
has_high_contrast (GtkWidget *widget)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
}

/* Past talks step back, except for who needs every contrast there is. */
static float
text_alpha (LanyardGridCell *self)
{
  if (has_high_contrast (GTK_WIDGET (self)))
    return 1;
  return self->tense == TENSE_PAST || lanyard_item_is_cancelled (self->item) ? ALPHA_OF_PAST : 1;
}

static void
append_layout (GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               float          x,
               float          y,
               const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* As many whole lines as there is room for, and one in any case. */
static int
fit (PangoLayout *layout,
     int          width,
     int          height)
{
  int used;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, MAX (height, 0) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &used);
  return used;
}

static void
draw_star (LanyardGridCell *self,
           GtkSnapshot     *snapshot,
           float            x,
           float            y,
           int              size,
           const GdkRGBA   *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->star), snapshot, size, size, color, 1);
  gtk_snapshot_restore (snapshot);
}

static void
draw_text (LanyardGridCell *self,
           GtkSnapshot     *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int line = lanyard_grid_line_height (widget);
  int height = gtk_widget_get_height (widget) - (int) self->hidden_top;
  int padding = CLAMP ((height - line) / 2, 0, PADDING - 2);
  int left = (int) self->hidden_left + (rtl ? PADDING : BAND_WIDTH + PADDING);
  int width = gtk_widget_get_width (widget) - left - (int) self->hidden_right - (rtl ? BAND_WIDTH + PADDING : PADDING);
  int star = self->star != NULL ? line - 2 : 0;
  float y = self->hidden_top + padding;
  GdkRGBA color;
  int used;

  if (width < line / 2)
    return;
  gtk_widget_get_color (widget, &color);
  color.alpha *= text_alpha (self);
  pango_layout_set_indent (self->title, star > 0 ? (star + 4) * PANGO_SCALE : 0);
  used = fit (self->title, width, height - 2 * padding);
  append_layout (snapshot, self->title, left, y, &color);
  if (star > 0)
    draw_star (self, snapshot, rtl ? left + width - star : left, y + 1, star, &color);
  if (height - 2 * padding - used < line)
    return;
  color.alpha *= has_high_contrast (widget) ? 1 : ALPHA_OF_DETAILS;
  fit (self->details, width, height - 2 * padding - used);
  append_layout (snapshot, self->details, left, y + used, &color);
}

static void
draw_ground (LanyardGridCell *self,
             GtkSnapshot     *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float tint = self->tense == TENSE_PAST ? TINT_OF_PAST : TINT;
  GdkRGBA color = self->color;
  GskRoundedRect outline;

  if (gdk_rgba_is_clear (&color))
    {
      gtk_widget_get_color (widget, &color);
      tint /= 2;
    }
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { color.red, color.green, color.blue, tint }, &outline.bounds);
  if (!gdk_rgba_is_clear (&self->color))
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { color.red, color.green, color.blue, 1 },
                               &GRAPHENE_RECT_INIT (rtl ? width - BAND_WIDTH : 0, 0, BAND_WIDTH, height));
  gtk_snapshot_pop (snapshot);
}

/* A border where everything has one, and around what runs. */
static void
draw_border (LanyardGridCell *self,
             GtkSnapshot     *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean running = self->tense == TENSE_RUNNING && !lanyard_item_is_cancelled (self->item);
  float thickness = running ? 2 : 1;
  GskRoundedRect outline;
  GdkRGBA color;

  if (!running && !has_high_contrast (widget))
    return;
  gtk_widget_get_color (widget, &color);
  if (running && !gdk_rgba_is_clear (&self->color) && !has_high_contrast (widget))
    color = self->color;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)),
                                   RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { thickness, thickness, thickness, thickness },
                              (GdkRGBA[4]) { color, color, color, color });
}

static void
lanyard_grid_cell_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  LanyardGridCell *self = LANYARD_GRID_CELL (widget);

  if (self->item == NULL)
    return;
  draw_ground (self, snapshot);
  draw_border (self, snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  draw_text (self, snapshot);
  gtk_snapshot_pop (snapshot);
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
  g_autofree char *people = dup_people (self->item);

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
  pango_layout_context_changed (self->details);
  gtk_widget_queue_draw (widget);
}

static void
lanyard_grid_cell_dispose (GObject *object)
{
  LanyardGridCell *self = LANYARD_GRID_CELL (object);

  g_clear_object (&self->open);
  g_clear_object (&self->item);
  g_clear_object (&self->title);
  g_clear_object (&self->details);
  g_clear_object (&self->star);

  G_OBJECT_CLASS (lanyard_grid_cell_parent_class)->dispose (object);
}

static void
lanyard_grid_cell_class_init (LanyardGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_grid_cell_dispose;
  widget_class->css_changed = lanyard_grid_cell_css_changed;
  widget_class->query_tooltip = lanyard_grid_cell_query_tooltip;
  widget_class->snapshot = lanyard_grid_cell_snapshot;

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

static void
lanyard_grid_cell_init (LanyardGridCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  self->title = gtk_widget_create_pango_layout (widget, NULL);
  self->details = gtk_widget_create_pango_layout (widget, NULL);
  pango_layout_set_wrap (self->title, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (self->details, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->details, PANGO_ELLIPSIZE_END);
}

/**
 * lanyard_grid_cell_new:
 *
 * Makes an empty cell.
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
lanyard_grid_cell_new (void)
{
  return g_object_new (LANYARD_TYPE_GRID_CELL, NULL);
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
  show_text (self);
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
  g_return_if_fail (LANYARD_IS_GRID_CELL (self));

  self->level = level_of (self);
  self->tense = tense_of (self);
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
