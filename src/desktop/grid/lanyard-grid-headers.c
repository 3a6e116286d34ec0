/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of rooms or sessions at the grid's edge. They stay in sight while
 * the grid moves; there are only those of columns in sight, and a press leads
 * to the room's or session's page. Main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-grid-headers.h"

#define PADDING 4

/* Between what two rooms are called and where they are, side by side. */
#define PLACE_GAP 8

struct _LanyardGridHeaders
{
  GtkWidget parent_instance;
  LanyardOpenConference *open;         /* owned */
  const LanyardGridGeometry *geometry; /* borrowed from the view, which is its parent */
  LanyardGridDivision division;
  double offset;                       /* pixels of the columns that are out of sight, from left or top */
  GPtrArray *labels;                   /* owned, of borrowed labels, each of some column */
};

G_DEFINE_FINAL_TYPE (LanyardGridHeaders, lanyard_grid_headers, GTK_TYPE_WIDGET)

static void
get_extent (LanyardGridHeaders *self,
            guint               column,
            int                *position,
            int                *length)
{
  graphene_rect_t area = lanyard_grid_geometry_get_column (self->geometry, column);

  *position = (int) ((self->geometry->is_turned ? area.origin.y : area.origin.x) - self->offset);
  *length = (int) (self->geometry->is_turned ? area.size.height : area.size.width);
}

static guint
column_of (GtkWidget *label)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "column"));
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* A column's title, and for a room where that is, if it is known. */
static char *
dup_long_title (LanyardGridHeaders      *self,
                const LanyardGridColumn *column,
                const char              *title)
{
  g_autofree char *place = NULL;

  if (self->division == LANYARD_GRID_BY_ROOM && column->key != NULL)
    place = lanyard_open_conference_dup_place (self->open, column->key, NULL);
  if (place == NULL)
    return g_strdup (title);
  return g_strdup_printf (C_("room and venue", "%s, %s"), title, place);
}

/* Whether a title is not cut off in a column of its own. */
static gboolean
fits (LanyardGridHeaders *self,
      GtkWidget          *label,
      guint               column,
      const char         *title)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, title);
  int position;
  int length;
  int width;

  get_extent (self, column, &position, &length);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width <= length - 2 * PADDING - PLACE_GAP;
}

/* The name, which is what one looks for, stands out before the place. */
static PangoAttrList *
lighten_after (const char *short_title,
               const char *title)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *lighter = pango_attr_weight_new (PANGO_WEIGHT_NORMAL);

  lighter->start_index = g_str_has_prefix (title, short_title) ? (guint) strlen (short_title) : G_MAXUINT;
  pango_attr_list_insert (attributes, lighter);
  return attributes;
}

static void
bind_label (LanyardGridHeaders *self,
            GtkWidget          *label,
            guint               column)
{
  const LanyardGridColumn *its_column = lanyard_grid_layout_get_column (self->geometry->layout, column);
  g_autofree char *short_title = lanyard_grid_column_dup_title (its_column, self->division);
  g_autofree char *title = dup_long_title (self, its_column, short_title);
  g_autoptr (PangoAttrList) attributes = lighten_after (short_title, title);
  gboolean has_space = self->geometry->is_turned || fits (self, label, column, title);

  g_object_set_data (G_OBJECT (label), "column", GUINT_TO_POINTER (column));
  gtk_label_set_label (GTK_LABEL (label), has_space ? title : short_title);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_lines (GTK_LABEL (label), self->geometry->is_turned ? 3 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), self->geometry->is_turned);
  gtk_label_set_xalign (GTK_LABEL (label), self->geometry->is_turned ? 0 : 0.5f);
  gtk_widget_set_tooltip_text (label, title);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) column + 1, -1);
}

static void
allocate_label (LanyardGridHeaders *self,
                GtkWidget          *label,
                int                 breadth)
{
  GtkAllocation area;
  int position;
  int length;

  get_extent (self, column_of (label), &position, &length);
  if (self->geometry->is_turned)
    area = (GtkAllocation) { PADDING, position, MAX (breadth - 2 * PADDING, 1), length };
  else
    area = (GtkAllocation) { position + PADDING, 0, MAX (length - 2 * PADDING, 1), breadth };
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (label, &area, -1);
}

static gboolean
is_in_sight (LanyardGridHeaders *self,
             guint               column,
             int                 sight)
{
  int position;
  int length;

  get_extent (self, column, &position, &length);
  return position < sight && position + length > 0;
}

/* A label whose column went out of sight is used for one that came in. */
static void
recycle (LanyardGridHeaders *self,
         int                 sight)
{
  guint n_columns = lanyard_grid_layout_get_n_columns (self->geometry->layout);
  g_autofree gboolean *shown = g_new0 (gboolean, n_columns + 1);
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();

  for (guint i = 0; i < self->labels->len; i++)
    {
      guint column = column_of (self->labels->pdata[i]);

      if (column < n_columns && is_in_sight (self, column, sight))
        shown[column] = TRUE;
      else
        g_ptr_array_add (spare, self->labels->pdata[i]);
    }
  for (guint i = 0; i < n_columns; i++)
    if (!shown[i] && is_in_sight (self, i, sight))
      {
        GtkWidget *label = spare->len > 0 ? g_ptr_array_steal_index_fast (spare, 0) : NULL;

        if (label == NULL)
          {
            label = make_label ();
            gtk_widget_set_parent (label, GTK_WIDGET (self));
            g_ptr_array_add (self->labels, label);
          }
        bind_label (self, label, i);
        gtk_widget_set_child_visible (label, TRUE);
      }
  for (guint i = 0; i < spare->len; i++)
    {
      g_object_set_data (spare->pdata[i], "column", GUINT_TO_POINTER (LANYARD_GRID_NOWHERE));
      gtk_widget_set_child_visible (spare->pdata[i], FALSE);
    }
}

static void
lanyard_grid_headers_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  LanyardGridHeaders *self = LANYARD_GRID_HEADERS (widget);
  gboolean turned = self->geometry->is_turned;

  if (self->geometry->layout == NULL)
    return;
  recycle (self, turned ? height : width);
  for (guint i = 0; i < self->labels->len; i++)
    if (gtk_widget_get_child_visible (self->labels->pdata[i]))
      allocate_label (self, self->labels->pdata[i], turned ? width : height);
}

static void
pressed_cb (LanyardGridHeaders *self,
            int                 n_press,
            double              x,
            double              y)
{
  GtkWidget *label = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  const LanyardGridColumn *column;
  GVariant *key;

  if (label == NULL || label == GTK_WIDGET (self))
    return;
  column = lanyard_grid_layout_get_column (self->geometry->layout, column_of (label));
  if (column == NULL || column->key == NULL)
    return;
  key = g_variant_ref_sink (g_variant_new_string (column->key));
  gtk_widget_activate_action_variant (GTK_WIDGET (self),
                                      self->division == LANYARD_GRID_BY_ROOM ? "win.show-room" : "win.show-session", key);
  g_variant_unref (key);
}

static void
lanyard_grid_headers_dispose (GObject *object)
{
  LanyardGridHeaders *self = LANYARD_GRID_HEADERS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_grid_headers_parent_class)->dispose (object);
}

static void
lanyard_grid_headers_class_init (LanyardGridHeadersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_grid_headers_dispose;
  widget_class->size_allocate = lanyard_grid_headers_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "gridheaders");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
lanyard_grid_headers_init (LanyardGridHeaders *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->labels = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (click, "released", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, 1, -1);
}

/* Makes the headers of a view.
 * @open: (transfer none): the conference
 * @geometry: (transfer none): how columns are laid out; lives as long as the view */
GtkWidget *
lanyard_grid_headers_new (LanyardOpenConference     *open,
                          const LanyardGridGeometry *geometry)
{
  LanyardGridHeaders *self = g_object_new (LANYARD_TYPE_GRID_HEADERS, NULL);

  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::listing", G_CALLBACK (lanyard_grid_headers_set_layout), self, G_CONNECT_SWAPPED);
  self->geometry = geometry;
  return GTK_WIDGET (self);
}

/* Begins anew with the layout that the geometry has now. */
void
lanyard_grid_headers_set_layout (LanyardGridHeaders *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    g_object_set_data (self->labels->pdata[i], "column", GUINT_TO_POINTER (LANYARD_GRID_NOWHERE));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Says which part is in sight, in pixels from the left or the top, right before
 * the headers are allocated. */
void
lanyard_grid_headers_set_offset (LanyardGridHeaders *self,
                                 double              offset)
{
  self->offset = offset;
}

void
lanyard_grid_headers_set_division (LanyardGridHeaders  *self,
                                   LanyardGridDivision  division)
{
  self->division = division;
}

/* What a column is called. */
char *
lanyard_grid_column_dup_title (const LanyardGridColumn *column,
                               LanyardGridDivision      division)
{
  if (column->title != NULL)
    return g_strdup (column->title);
  return g_strdup (division == LANYARD_GRID_BY_ROOM ? _("No Room") : _("No Session"));
}
