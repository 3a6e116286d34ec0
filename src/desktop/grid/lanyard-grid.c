/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One day of a programme as rooms and hours: the part of the schedule page that
 * is made when the grid is first chosen. It scrolls a view of all rooms; where
 * there is no room for that, of one at a time with a bar to choose which. Zoom
 * and direction are settings. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-zoom-keys.h"
#include "lanyard-grid-headers.h"
#include "lanyard-grid-view.h"
#include "lanyard-grid.h"

#define ZOOM_STEP 1.2

struct _LanyardGrid
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */
  GSettings *settings;         /* owned */
  LanyardGridDivision division;
  gboolean is_turned;          /* hours across */
  gboolean choosing;           /* while the bar is told what is shown */

  LanyardGridView *view;       /* borrowed child of scrolled */
  AdwBreakpointBin *breakpoints;
  GtkWidget *chooser;
  GtkDropDown *columns;
  GtkWidget *previous;
  GtkWidget *next;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  AdwBin *empty;
  GMenuModel *menu;
};

typedef enum
{
  PROP_TURNED = 1,
  PROP_DIVISION,
} LanyardGridProperty;

enum
{
  SIGNAL_ITEM_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_DIVISION + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardGrid, lanyard_grid, ADW_TYPE_BIN)

static guint
n_columns (LanyardGrid *self)
{
  LanyardGridLayout *layout = lanyard_grid_view_get_layout (self->view);

  return layout != NULL ? lanyard_grid_layout_get_n_columns (layout) : 0;
}

/* The bar follows the view, for keys and swipes lead to other columns, too. */
static void
show_column (LanyardGrid *self)
{
  guint column = lanyard_grid_view_get_column (self->view);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grid.step-column", n_columns (self) > 1);
  gtk_widget_set_sensitive (self->previous, column != LANYARD_GRID_NOWHERE && column > 0);
  gtk_widget_set_sensitive (self->next, column != LANYARD_GRID_NOWHERE && column + 1 < n_columns (self));
  if (gtk_drop_down_get_model (self->columns) == NULL || column == LANYARD_GRID_NOWHERE)
    return;
  self->choosing = TRUE;
  gtk_drop_down_set_selected (self->columns, column);
  self->choosing = FALSE;
}

static void
fill_chooser (LanyardGrid *self)
{
  LanyardGridLayout *layout = lanyard_grid_view_get_layout (self->view);
  g_autoptr (GtkStringList) titles = NULL;

  if (layout == NULL || !gtk_widget_get_visible (self->chooser))
    return;
  titles = gtk_string_list_new (NULL);
  for (guint i = 0; i < n_columns (self); i++)
    gtk_string_list_take (titles, lanyard_grid_column_dup_title (lanyard_grid_layout_get_column (layout, i), self->division));
  self->choosing = TRUE;
  gtk_drop_down_set_model (self->columns, G_LIST_MODEL (titles));
  self->choosing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->division == LANYARD_GRID_BY_ROOM ? _("Room") : _("Session"), -1);
  show_column (self);
}

/* Talks without a time have no place in a grid. */
static void
show_state (LanyardGrid *self)
{
  if (n_columns (self) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "grid");
      return;
    }
  if (adw_bin_get_child (self->empty) == NULL)
    adw_bin_set_child (self->empty, g_object_new (ADW_TYPE_STATUS_PAGE,
                                                  "icon-name", "lanyard-schedule-symbolic",
                                                  "title", _("Nothing to Show Here"),
                                                  "description", _("The grid shows what has a time. The rest is in the list."),
                                                  NULL));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
column_chosen_cb (LanyardGrid *self)
{
  g_assert (LANYARD_IS_GRID (self));

  if (!self->choosing)
    lanyard_grid_view_show_column (self->view, gtk_drop_down_get_selected (self->columns));
}

static void
narrow_cb (LanyardGrid *self)
{
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  lanyard_grid_view_set_single (self->view, TRUE);
  fill_chooser (self);
}

static void
widen_cb (LanyardGrid *self)
{
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  lanyard_grid_view_set_single (self->view, FALSE);
}

static void
item_activated_cb (LanyardGrid *self,
                   LanyardItem *item)
{
  g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, item);
}

static void
zoom_changed_cb (LanyardGrid *self)
{
  g_settings_set_double (self->settings, "grid-zoom", lanyard_grid_view_get_zoom (self->view));
}

static void
choice_changed_cb (LanyardGrid *self,
                   const char  *name)
{
  if (g_strcmp0 (name, "room-order") == 0)
    fill_chooser (self);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardGrid *self = LANYARD_GRID (widget);
  double zoom = lanyard_grid_view_get_zoom (self->view);

  if (g_str_equal (action_name, "grid.zoom-in"))
    zoom *= ZOOM_STEP;
  else if (g_str_equal (action_name, "grid.zoom-out"))
    zoom /= ZOOM_STEP;
  else
    zoom = 1;
  lanyard_grid_view_zoom (self->view, zoom);
}

static void
step_column_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *target)
{
  LanyardGrid *self = LANYARD_GRID (widget);

  lanyard_grid_view_show_column (self->view, lanyard_grid_view_get_column (self->view) + (guint) g_variant_get_int32 (target));
}

static void
set_turned (LanyardGrid *self,
            gboolean     is_turned)
{
  if (self->is_turned == is_turned)
    return;
  self->is_turned = is_turned;
  g_settings_set_boolean (self->settings, "grid-turned", is_turned);
  lanyard_grid_view_set_turned (self->view, is_turned);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TURNED]);
}

static const char *
division_name (LanyardGridDivision division)
{
  return division == LANYARD_GRID_BY_SESSION ? "session" : "room";
}

static void
set_division (LanyardGrid *self,
              const char  *name)
{
  LanyardGridDivision division = g_strcmp0 (name, "session") == 0 ? LANYARD_GRID_BY_SESSION : LANYARD_GRID_BY_ROOM;

  if (self->division == division)
    return;
  self->division = division;
  g_settings_set_string (self->settings, "grid-division", division_name (division));
  lanyard_grid_view_set_division (self->view, division);
  fill_chooser (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIVISION]);
}

static void
lanyard_grid_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LanyardGrid *self = LANYARD_GRID (object);

  switch ((LanyardGridProperty) property_id)
    {
    case PROP_TURNED:
      g_value_set_boolean (value, self->is_turned);
      break;
    case PROP_DIVISION:
      g_value_set_string (value, division_name (self->division));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_grid_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LanyardGrid *self = LANYARD_GRID (object);

  switch ((LanyardGridProperty) property_id)
    {
    case PROP_TURNED:
      set_turned (self, g_value_get_boolean (value));
      break;
    case PROP_DIVISION:
      set_division (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_grid_dispose (GObject *object)
{
  LanyardGrid *self = LANYARD_GRID (object);

  g_clear_object (&self->open);
  g_clear_object (&self->settings);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_GRID);

  G_OBJECT_CLASS (lanyard_grid_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "grid.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "grid.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "grid.reset-zoom", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "grid.step-column", "i", step_column_action);
  gtk_widget_class_install_property_action (widget_class, "grid.turn", "turned");
  gtk_widget_class_install_property_action (widget_class, "grid.division", "division");
}

static void
lanyard_grid_class_init (LanyardGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = lanyard_grid_dispose;
  object_class->get_property = lanyard_grid_get_property;
  object_class->set_property = lanyard_grid_set_property;

  properties[PROP_TURNED] = g_param_spec_boolean ("turned", NULL, NULL, FALSE, flags);
  properties[PROP_DIVISION] = g_param_spec_string ("division", NULL, NULL, "room", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * LanyardGrid::item-activated:
   * @self: the grid
   * @item: the item
   *
   * Somebody wants to see an item.
   */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ITEM);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/grid/lanyard-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardGrid, breakpoints);
  gtk_widget_class_bind_template_child (widget_class, LanyardGrid, chooser);
  gtk_widget_class_bind_template_child (widget_class, LanyardGrid, columns);
  gtk_widget_class_bind_template_child (widget_class, LanyardGrid, previous);
  gtk_widget_class_bind_template_child (widget_class, LanyardGrid, next);
  gtk_widget_class_bind_template_child (widget_class, LanyardGrid, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardGrid, scrolled);
  gtk_widget_class_bind_template_child (widget_class, LanyardGrid, empty);
  gtk_widget_class_bind_template_child (widget_class, LanyardGrid, menu);
  gtk_widget_class_bind_template_callback (widget_class, column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, widen_cb);
}

static void
lanyard_grid_init (LanyardGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_grid_new:
 * @open: the conference
 *
 * Makes a grid that shows no day yet.
 *
 * Returns: (transfer floating): a grid
 */
GtkWidget *
lanyard_grid_new (LanyardOpenConference *open)
{
  LanyardGrid *self;
  g_autofree char *division = NULL;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_GRID, NULL);
  self->open = g_object_ref (open);
  self->settings = g_settings_new (APP_ID);
  self->view = LANYARD_GRID_VIEW (lanyard_grid_view_new (open, self->menu));
  division = g_settings_get_string (self->settings, "grid-division");
  self->division = g_str_equal (division, "session") ? LANYARD_GRID_BY_SESSION : LANYARD_GRID_BY_ROOM;
  lanyard_grid_view_set_zoom (self->view, g_settings_get_double (self->settings, "grid-zoom"));
  self->is_turned = g_settings_get_boolean (self->settings, "grid-turned");
  lanyard_grid_view_set_turned (self->view, self->is_turned);
  lanyard_grid_view_set_division (self->view, self->division);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  g_signal_connect_object (self->view, "item-activated", G_CALLBACK (item_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "column-changed", G_CALLBACK (show_column), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "zoom-changed", G_CALLBACK (zoom_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  lanyard_zoom_keys_add (GTK_WIDGET (self), &(LanyardZoomActions) { "grid.zoom-in", "grid.zoom-out", "grid.reset-zoom" });
  return GTK_WIDGET (self);
}

/**
 * lanyard_grid_set_day:
 * @self: a grid
 * @day: the day, a Julian day number as #GDate counts, or %LANYARD_DAY_NONE
 * @items: (element-type LanyardItem): what is to be seen of it, in timetable order
 *
 * Shows a day. The same day again, with fewer or more items, stays where it is.
 */
void
lanyard_grid_set_day (LanyardGrid *self,
                      guint        day,
                      GPtrArray   *items)
{
  g_return_if_fail (LANYARD_IS_GRID (self));
  g_return_if_fail (items != NULL);

  lanyard_grid_view_set_day (self->view, day, items);
  fill_chooser (self);
  show_state (self);
}

/**
 * lanyard_grid_show_now:
 * @self: a grid
 *
 * Brings what is on now into sight, if the day is today.
 */
void
lanyard_grid_show_now (LanyardGrid *self)
{
  g_return_if_fail (LANYARD_IS_GRID (self));

  lanyard_grid_view_show_now (self->view);
}

/**
 * lanyard_grid_dup_position:
 * @self: a grid
 *
 * Says which part of the day is in sight, independent of zoom and size.
 *
 * Returns: (transfer full): a text for lanyard_grid_set_position()
 */
char *
lanyard_grid_dup_position (LanyardGrid *self)
{
  g_return_val_if_fail (LANYARD_IS_GRID (self), NULL);

  return lanyard_grid_view_dup_position (self->view);
}

/**
 * lanyard_grid_set_position:
 * @self: a grid that shows its day
 * @position: (nullable): what lanyard_grid_dup_position() returned
 *
 * Brings a part of the day into sight again. Any other text does nothing.
 */
void
lanyard_grid_set_position (LanyardGrid *self,
                           const char  *position)
{
  g_return_if_fail (LANYARD_IS_GRID (self));

  lanyard_grid_view_set_position (self->view, position);
}

/**
 * lanyard_grid_show_item:
 * @self: a grid that shows its day
 * @item: an item of that day
 *
 * Brings an item into sight and gives it the focus.
 */
void
lanyard_grid_show_item (LanyardGrid *self,
                        LanyardItem *item)
{
  g_return_if_fail (LANYARD_IS_GRID (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  lanyard_grid_view_show_item (self->view, item);
}
