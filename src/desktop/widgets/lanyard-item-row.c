/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One talk, block or break in a list: its time, its session's colour, title,
 * people, place and star. There are more rows than anything else, and a window
 * full of them is what the program starts with, so that a row draws its text
 * itself instead of being made of labels. Lists recycle rows: everything shown
 * is set anew by bind. A row follows the zone and the minute itself: what runs
 * says how long it still does, and what is over steps back while the conference
 * goes on. What a row says in words is the list item's name. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-item-row.h"
#include "lanyard-session-color.h"
#include "lanyard-star-button.h"
#include "time/lanyard-time-format.h"

#define SECONDS_A_DAY (24 * 60 * 60)
#define PADDING 9
#define SPACING 12
#define BAND_WIDTH 4
#define LEAST_TEXT_WIDTH 120
#define NATURAL_TEXT_WIDTH 360
#define DIM_ALPHA 0.62f
#define DIM_ALPHA_IN_HIGH_CONTRAST 0.9f

/* How an item stands to the present. */
typedef enum
{
  LANYARD_PHASE_COMING,
  LANYARD_PHASE_RUNNING,
  LANYARD_PHASE_OVER,
} LanyardPhase;

struct _LanyardItemRow
{
  GtkWidget parent_instance;
  LanyardOpenConference *open; /* owned, nullable until bound */
  LanyardItem *item;   /* owned, nullable until bound */
  LanyardItemRowFlags flags;
  LanyardPhase phase;
  GdkRGBA color;       /* of the session, transparent for none */
  GtkWidget *star;     /* borrowed child */
  PangoLayout *start;  /* owned, empty without a time */
  PangoLayout *end;    /* owned, empty without a time */
  PangoLayout *title;  /* owned */
  PangoLayout *state;  /* owned, NULL but for what is cancelled or runs */
  PangoLayout *people; /* owned, empty for none */
  PangoLayout *place;  /* owned, empty for none */
  PangoLayout *second; /* owned, NULL but where two zones are shown */
};

G_DEFINE_FINAL_TYPE (LanyardItemRow, lanyard_item_row, GTK_TYPE_WIDGET)

static char *
dup_speakers (LanyardItem *item)
{
  if (!LANYARD_IS_TALK (item))
    return NULL;
  return lanyard_credits_dup_names (lanyard_talk_get_fields (LANYARD_TALK (item))->credits, LANYARD_ROLE_SPEAKER);
}

static const char *
get_session_title (LanyardItem         *item,
                   LanyardItemRowFlags  flags)
{
  LanyardSession *session = lanyard_item_get_session (item);

  if (session == NULL || (flags & LANYARD_ITEM_ROW_IN_SESSION) != 0 ||
      lanyard_item_get_kind (item) == LANYARD_KIND_BLOCK)
    return NULL;
  return lanyard_session_get_title (session);
}

/* Also of a talk without a time, if it is known. */
static char *
dup_length (LanyardItem *item)
{
  gint64 seconds = 0;

  if (lanyard_item_is_scheduled (item) && lanyard_item_get_end (item) != LANYARD_NO_TIME)
    seconds = lanyard_item_get_end (item) - lanyard_item_get_start (item);
  else if (LANYARD_IS_TALK (item))
    seconds = lanyard_talk_get_fields (LANYARD_TALK (item))->duration;
  return seconds > 0 ? lanyard_format_duration (seconds) : NULL;
}

static void
add_fact (GPtrArray *facts,
          char      *fact)
{
  if (fact != NULL)
    g_ptr_array_add (facts, fact);
}

static char *
join_facts (GPtrArray  *facts,
            const char *separator)
{
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (separator, (char **) facts->pdata);
}

/* Where in its room a poster hangs. */
static char *
dup_board (LanyardItem *item)
{
  const char *board = LANYARD_IS_TALK (item) ? lanyard_talk_get_fields (LANYARD_TALK (item))->board : NULL;

  /* Translators: %s is the number of a poster's board */
  return board != NULL ? g_strdup_printf (_("Board %s"), board) : NULL;
}

/* The length comes first: it is never what is cut off. */
static char *
dup_place (LanyardItem         *item,
           LanyardItemRowFlags  flags)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  LanyardRoom *room = (flags & LANYARD_ITEM_ROW_IN_ROOM) == 0 ? lanyard_item_get_room (item) : NULL;

  add_fact (facts, dup_length (item));
  add_fact (facts, g_strdup (get_session_title (item, flags)));
  add_fact (facts, room != NULL ? g_strdup (lanyard_room_get_name (room)) : NULL);
  add_fact (facts, dup_board (item));
  /* Translators: what stands between a talk's length, its session and its room */
  return join_facts (facts, C_("facts of a talk", " · "));
}

/* The same time in the other zone, where two are shown. */
static char *
dup_second_time (LanyardOpenConference *open,
                 LanyardItem           *item)
{
  LanyardZone *second = lanyard_open_conference_get_second_zone (open);
  g_autofree char *range = NULL;
  g_autofree char *city = NULL;

  if (second == NULL || !lanyard_item_is_scheduled (item))
    return NULL;
  range = lanyard_format_time_range (second, lanyard_item_get_start (item), lanyard_item_get_end (item));
  city = lanyard_zone_dup_city (second);
  /* Translators: a time in another zone, "17:00 in Tokyo" */
  return g_strdup_printf (C_("time and city", "%s in %s"), range, city);
}

static LanyardPhase
phase_of (LanyardOpenConference *open,
          LanyardItem           *item)
{
  gint64 now = lanyard_open_conference_get_now (open);

  if (!lanyard_item_is_scheduled (item) || lanyard_item_get_start (item) > now)
    return LANYARD_PHASE_COMING;
  return lanyard_item_get_end (item) > now ? LANYARD_PHASE_RUNNING : LANYARD_PHASE_OVER;
}

static char *
dup_time_left (LanyardOpenConference *open,
               LanyardItem           *item)
{
  return lanyard_format_time_left (lanyard_item_get_end (item) - lanyard_open_conference_get_now (open));
}

/* How soon it begins, if that is to be said and it does; from afar the heading
 * above says it for all. */
static char *
dup_soon (LanyardItemRow *self)
{
  gint64 seconds = lanyard_item_get_start (self->item) - lanyard_open_conference_get_now (self->open);

  if ((self->flags & LANYARD_ITEM_ROW_SOON) == 0 || !lanyard_item_is_scheduled (self->item) || seconds <= 0 ||
      seconds >= SECONDS_A_DAY)
    return NULL;
  return lanyard_format_time_until (seconds);
}

/* After the last day everything is over, and nothing needs to step back. */
static gboolean
is_conference_over (LanyardOpenConference *open)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (open);

  return programme == NULL || lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->end <
                                  lanyard_open_conference_get_now (open);
}

/* One layout a line, styled as a whole: styling stretches of one layout costs
 * more than a second layout does. */
static PangoLayout *
make_layout (GtkWidget   *styled,
             PangoWeight  weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (styled, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
set_text (PangoLayout *layout,
          const char  *text)
{
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
}

static void
show_times (LanyardItemRow *self,
            LanyardZone    *zone)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (lanyard_item_is_scheduled (self->item))
    {
      start = lanyard_format_time (zone, lanyard_item_get_start (self->item));
      end = lanyard_format_time (zone, lanyard_item_get_end (self->item));
    }
  set_text (self->start, start);
  set_text (self->end, end);
}

/* A break is not what one came for. What is cancelled is struck through. */
static void
show_title (LanyardItemRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (lanyard_item_is_cancelled (self->item))
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  if (!LANYARD_IS_BREAK (self->item))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->title, attributes);
  pango_layout_set_text (self->title, lanyard_item_get_title (self->item), -1);
}

static void
show_state (LanyardItemRow *self)
{
  g_autofree char *state = NULL;

  g_clear_object (&self->state);
  if (lanyard_item_is_cancelled (self->item))
    state = g_strdup (_("Cancelled"));
  else if (self->phase == LANYARD_PHASE_RUNNING)
    state = dup_time_left (self->open, self->item);
  else
    state = dup_soon (self);
  if (state == NULL)
    return;
  self->state = make_layout (self->star, PANGO_WEIGHT_BOLD);
  pango_layout_set_text (self->state, state, -1);
}

static void
show_second (LanyardItemRow *self)
{
  g_autofree char *second = dup_second_time (self->open, self->item);

  g_clear_object (&self->second);
  if (second == NULL)
    return;
  self->second = make_layout (self->star, PANGO_WEIGHT_NORMAL);
  pango_layout_set_ellipsize (self->second, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (self->second, second, -1);
}

static void
update_phase (LanyardItemRow *self)
{
  self->phase = phase_of (self->open, self->item);
  if (self->phase == LANYARD_PHASE_OVER && is_conference_over (self->open))
    self->phase = LANYARD_PHASE_COMING;
}

static gboolean
is_empty (PangoLayout *layout)
{
  return layout == NULL || *pango_layout_get_text (layout) == '\0';
}

static void
bind_star (LanyardItemRow        *self,
           LanyardOpenConference *open)
{
  LanyardSession *session = lanyard_item_get_session (self->item);

  if (lanyard_item_get_kind (self->item) == LANYARD_KIND_BLOCK)
    lanyard_star_button_bind (LANYARD_STAR_BUTTON (self->star), open, LANYARD_KIND_SESSION, lanyard_session_get_key (session),
                              lanyard_session_get_title (session));
  else
    lanyard_star_button_bind (LANYARD_STAR_BUTTON (self->star), open, lanyard_item_get_kind (self->item), lanyard_item_get_key (self->item),
                              lanyard_item_get_title (self->item));
}

/* Without a time there is no column for it. */
static int
times_width (LanyardItemRow *self)
{
  int start;
  int end;

  if (is_empty (self->start))
    return 0;
  pango_layout_get_pixel_size (self->start, &start, NULL);
  pango_layout_get_pixel_size (self->end, &end, NULL);
  return MAX (start, end) + SPACING;
}

static int
star_size (LanyardItemRow *self)
{
  int natural;

  gtk_widget_measure (self->star, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
width_around_text (LanyardItemRow *self)
{
  return PADDING + times_width (self) + BAND_WIDTH + SPACING + SPACING + star_size (self) + PADDING / 2;
}

static int
layout_height (PangoLayout *layout,
               int          width)
{
  int height;

  if (is_empty (layout))
    return 0;
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static int
text_height (LanyardItemRow *self,
             int             width)
{
  return layout_height (self->title, width) + layout_height (self->state, width) +
         layout_height (self->people, width) + layout_height (self->place, width) + layout_height (self->second, width);
}

static int
times_height (LanyardItemRow *self)
{
  return layout_height (self->start, -1) + layout_height (self->end, -1);
}

/* Lists give their rows all the width there is and ask again with it, so that a
 * row need not lay its text out to know what it would like, nor how high it
 * would be in no particular width. Laying out is what costs. */
static void
lanyard_item_row_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (widget);
  int around;

  around = width_around_text (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = around + LEAST_TEXT_WIDTH;
      *natural = around + NATURAL_TEXT_WIDTH;
    }
  else
    {
      int height = times_height (self);

      if (for_size >= 0)
        height = MAX (height, text_height (self, MAX (for_size - around, LEAST_TEXT_WIDTH)));
      *minimum = *natural = 2 * PADDING + height;
    }
}

static void
lanyard_item_row_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (widget);
  int size = star_size (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation star = { rtl ? PADDING / 2 : width - size - PADDING / 2, 0, size, height };

  gtk_widget_size_allocate (self->star, &star, -1);
}

/* What is over is as dim as what matters less, and no dimmer: one may want to
 * read it. */
static void
get_colors (LanyardItemRow *self,
            GdkRGBA        *color,
            GdkRGBA        *dim)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  gtk_widget_get_color (widget, color);
  *dim = *color;
  dim->alpha *= adw_style_manager_get_high_contrast (style) ? DIM_ALPHA_IN_HIGH_CONTRAST : DIM_ALPHA;
  if (self->phase == LANYARD_PHASE_OVER)
    *color = *dim;
}

/* What runs is told in the accent's colour. */
static GdkRGBA
get_state_color (LanyardItemRow *self,
                 GdkRGBA         color)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkRGBA accent;

  if (self->phase != LANYARD_PHASE_RUNNING || lanyard_item_is_cancelled (self->item) ||
      adw_style_manager_get_high_contrast (style))
    return color;
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style), adw_style_manager_get_dark (style), &accent);
  return accent;
}

static void
draw_layout (GtkSnapshot *snapshot,
             PangoLayout *layout,
             float        x,
             float        y,
             GdkRGBA      color)
{
  if (is_empty (layout))
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_band (LanyardItemRow *self,
           GtkSnapshot    *snapshot,
           float           x,
           float           height)
{
  GdkRGBA color = self->color;
  GskRoundedRect band;

  if (gdk_rgba_is_clear (&color))
    return;
  if (self->phase == LANYARD_PHASE_OVER)
    color.alpha *= DIM_ALPHA;
  gsk_rounded_rect_init_from_rect (&band, &GRAPHENE_RECT_INIT (x, PADDING, BAND_WIDTH, height - 2 * PADDING),
                                   BAND_WIDTH / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &band);
  gtk_snapshot_append_color (snapshot, &color, &band.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
lanyard_item_row_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int text_width = MAX (width - width_around_text (self), LEAST_TEXT_WIDTH);
  int times = times_width (self);
  int times_x = rtl ? width - PADDING - times + SPACING : PADDING;
  int before_text = lanyard_item_row_get_text_start (self);
  int text_x = rtl ? width - before_text - text_width : before_text;
  int y = MAX (PADDING, (height - text_height (self, text_width)) / 2);
  GdkRGBA color;
  GdkRGBA dim;

  get_colors (self, &color, &dim);
  draw_layout (snapshot, self->start, times_x, PADDING, color);
  draw_layout (snapshot, self->end, times_x, PADDING + layout_height (self->start, -1), dim);
  draw_band (self, snapshot, rtl ? width - PADDING - times - BAND_WIDTH : PADDING + times, height);
  draw_layout (snapshot, self->title, text_x, y, color);
  y += layout_height (self->title, text_width);
  draw_layout (snapshot, self->state, text_x, y, get_state_color (self, color));
  y += layout_height (self->state, text_width);
  draw_layout (snapshot, self->people, text_x, y, color);
  y += layout_height (self->people, text_width);
  draw_layout (snapshot, self->place, text_x, y, dim);
  y += layout_height (self->place, text_width);
  draw_layout (snapshot, self->second, text_x, y, dim);
  gtk_widget_snapshot_child (widget, self->star, snapshot);
}

static void
minute_cb (LanyardItemRow *self)
{
  LanyardPhase before = self->phase;

  g_assert (LANYARD_IS_ITEM_ROW (self));

  update_phase (self);
  if (self->phase == before && self->phase != LANYARD_PHASE_RUNNING && (self->flags & LANYARD_ITEM_ROW_SOON) == 0)
    return;
  show_state (self);
  if (self->phase == before)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
zone_cb (LanyardItemRow *self)
{
  g_assert (LANYARD_IS_ITEM_ROW (self));

  show_times (self, lanyard_open_conference_get_zone (self->open));
  show_second (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
unfollow (LanyardItemRow *self)
{
  if (self->open != NULL)
    g_signal_handlers_disconnect_by_data (self->open, self);
  g_clear_object (&self->open);
}

static void
follow (LanyardItemRow        *self,
        LanyardOpenConference *open)
{
  if (self->open == open)
    return;
  unfollow (self);
  self->open = g_object_ref (open);
  g_signal_connect_swapped (open, "notify::now", G_CALLBACK (minute_cb), self);
  g_signal_connect_swapped (open, "notify::zone", G_CALLBACK (zone_cb), self);
}

static void
lanyard_item_row_dispose (GObject *object)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (object);

  unfollow (self);
  g_clear_pointer (&self->star, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->start);
  g_clear_object (&self->end);
  g_clear_object (&self->title);
  g_clear_object (&self->state);
  g_clear_object (&self->people);
  g_clear_object (&self->place);
  g_clear_object (&self->second);

  G_OBJECT_CLASS (lanyard_item_row_parent_class)->dispose (object);
}

static GtkSizeRequestMode
lanyard_item_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lanyard_item_row_class_init (LanyardItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_item_row_dispose;
  widget_class->get_request_mode = lanyard_item_row_get_request_mode;
  widget_class->measure = lanyard_item_row_measure;
  widget_class->size_allocate = lanyard_item_row_size_allocate;
  widget_class->snapshot = lanyard_item_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "itemrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The small lines are set in the font of the star, which has no text of its
 * own: a font scaled here would be rounded otherwise than the style sheet's
 * captions, and be one more to load before the first frame. */
static void
lanyard_item_row_init (LanyardItemRow *self)
{
  self->star = lanyard_star_button_new ();
  gtk_widget_set_parent (self->star, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->star, "caption");
  self->start = make_layout (GTK_WIDGET (self), PANGO_WEIGHT_BOLD);
  self->end = make_layout (GTK_WIDGET (self), PANGO_WEIGHT_NORMAL);
  self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->people = make_layout (self->star, PANGO_WEIGHT_NORMAL);
  self->place = make_layout (self->star, PANGO_WEIGHT_NORMAL);
  pango_layout_set_wrap (self->title, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->people, PANGO_ELLIPSIZE_END);
  pango_layout_set_ellipsize (self->place, PANGO_ELLIPSIZE_END);
}

/**
 * lanyard_item_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_item_row_new (void)
{
  return g_object_new (LANYARD_TYPE_ITEM_ROW, NULL);
}

/**
 * lanyard_item_row_bind:
 * @self: a row
 * @open: the conference
 * @item: what to show
 * @flags: what to leave out, or to say besides
 *
 * Shows an item.
 */
void
lanyard_item_row_bind (LanyardItemRow        *self,
                       LanyardOpenConference *open,
                       LanyardItem           *item,
                       LanyardItemRowFlags    flags)
{
  LanyardSession *session = lanyard_item_get_session (item);
  g_autofree char *people = dup_speakers (item);
  g_autofree char *place = dup_place (item, flags);

  g_return_if_fail (LANYARD_IS_ITEM_ROW (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  follow (self, open);
  g_set_object (&self->item, item);
  self->flags = flags;
  update_phase (self);
  self->color = lanyard_session_get_color (session);
  show_times (self, lanyard_open_conference_get_zone (open));
  show_title (self);
  show_state (self);
  show_second (self);
  set_text (self->people, people);
  set_text (self->place, place);
  bind_star (self, open);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * lanyard_item_row_get_item:
 * @self: a row
 *
 * Gets what it shows.
 *
 * Returns: (transfer none) (nullable): the item
 */
LanyardItem *
lanyard_item_row_get_item (LanyardItemRow *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM_ROW (self), NULL);

  return self->item;
}

/**
 * lanyard_item_row_get_text_start:
 * @self: a row
 *
 * Gets where its text begins, for what stands below it.
 *
 * Returns: pixels from the side at which one begins to read
 */
int
lanyard_item_row_get_text_start (LanyardItemRow *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM_ROW (self), 0);

  return PADDING + times_width (self) + BAND_WIDTH + SPACING;
}

static LanyardLevel
level_of (LanyardOpenConference *open,
          LanyardItem           *item)
{
  if (lanyard_item_get_kind (item) == LANYARD_KIND_BLOCK)
    return lanyard_open_conference_get_level (open, LANYARD_KIND_SESSION,
                                              lanyard_session_get_key (lanyard_item_get_session (item)));
  return lanyard_open_conference_get_level (open, lanyard_item_get_kind (item), lanyard_item_get_key (item));
}

static const char *
name_of_level (LanyardLevel level)
{
  switch (level)
    {
    case LANYARD_LEVEL_GOING: return _("in My Plan");
    case LANYARD_LEVEL_MAYBE: return _("in My Plan as maybe");
    case LANYARD_LEVEL_NONE: return NULL;
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_item_dup_accessible_label:
 * @open: the conference
 * @item: an item
 *
 * Says in one line what a row shows, so that a screen reader need not read
 * its labels one by one.
 *
 * Returns: (transfer full): time, length, title, people, session, room,
 *   whether it runs and whether it is picked
 */
char *
lanyard_item_dup_accessible_label (LanyardOpenConference *open,
                                   LanyardItem           *item)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  LanyardRoom *room;

  g_return_val_if_fail (LANYARD_IS_ITEM (item), NULL);

  room = lanyard_item_get_room (item);
  if (lanyard_item_is_scheduled (item))
    add_fact (facts, lanyard_format_time_range (lanyard_open_conference_get_zone (open), lanyard_item_get_start (item),
                                                lanyard_item_get_end (item)));
  add_fact (facts, dup_second_time (open, item));
  add_fact (facts, dup_length (item));
  add_fact (facts, g_strdup (lanyard_item_get_title (item)));
  if (lanyard_item_is_cancelled (item))
    add_fact (facts, g_strdup (_("cancelled")));
  else if (phase_of (open, item) == LANYARD_PHASE_RUNNING)
    add_fact (facts, dup_time_left (open, item));
  add_fact (facts, dup_speakers (item));
  add_fact (facts, g_strdup (get_session_title (item, LANYARD_ITEM_ROW_NONE)));
  add_fact (facts, room != NULL ? g_strdup (lanyard_room_get_name (room)) : NULL);
  add_fact (facts, dup_board (item));
  add_fact (facts, g_strdup (name_of_level (level_of (open, item))));
  /* Translators: what stands between the facts about a talk that a screen reader says */
  return join_facts (facts, C_("list of facts", ", "));
}
