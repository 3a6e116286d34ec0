/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day of rooms and hours on paper, to scale. What is too wide goes on on
 * further pages, as does what is too long: where no talk is cut, if there is
 * such an hour. Window and command line print it; any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/lanyard-extract-text.h"
#include "lanyard-page-writer.h"
#include "plan/lanyard-day.h"
#include "plan/lanyard-grid-layout.h"
#include "time/lanyard-time-format.h"

#define HOUR 3600

/* So that each item can be read. */
#define LEAST_SECONDS (15 * 60)

typedef struct
{
  LanyardExtract    *extract; /* borrowed */
  LanyardZone       *zone;    /* borrowed */
  LanyardPageWriter *writer;  /* borrowed */
  LanyardGridLayout *layout;  /* borrowed */
  const char        *title;   /* borrowed: of the day */
  double             hours;   /* width of what says the hours */
  double             head;    /* height of what says the rooms */
  double             column;  /* width of a column */
  double             hour;    /* height of one */
  gboolean           is_first; /* whether there is no page yet */
} Grid;

/* What is on one page. */
typedef struct
{
  guint  first; /* the first column */
  guint  end;   /* the one after the last */
  gint64 start; /* UTC seconds */
  gint64 stop;  /* UTC seconds */
} Part;

static double
get_y (const Grid *grid,
       const Part *part,
       gint64      instant)
{
  return grid->head + (double) (CLAMP (instant, part->start, part->stop) - part->start) * grid->hour / HOUR;
}

static void
add_head (const Grid *grid,
          const Part *part)
{
  const LanyardPageStyle *style = lanyard_page_writer_get_style (grid->writer);
  PangoLayout *title = lanyard_page_writer_make_text (grid->writer, grid->title, style->heading, PANGO_WEIGHT_BOLD,
                                                      lanyard_page_writer_get_width (grid->writer));

  pango_layout_set_height (title, -1);
  lanyard_page_writer_add_text (grid->writer, title, 0, 0, LANYARD_INK_BLACK);
  for (guint i = part->first; i < part->end; i++)
    {
      const LanyardGridColumn *column = lanyard_grid_layout_get_column (grid->layout, i);
      PangoLayout *name = lanyard_page_writer_make_text (
          grid->writer, column->title != NULL ? column->title : _("No Room"), style->small, PANGO_WEIGHT_SEMIBOLD,
          grid->column - style->gap);

      pango_layout_set_height (name, -1);
      lanyard_page_writer_add_text (grid->writer, name, grid->hours + (i - part->first) * grid->column,
                                    grid->head - 1.6 * style->small, LANYARD_INK_BLACK);
    }
}

static void
add_hours (const Grid *grid,
           const Part *part)
{
  const LanyardPageStyle *style = lanyard_page_writer_get_style (grid->writer);
  double width = grid->hours + (part->end - part->first) * grid->column;

  for (gint64 hour = part->start; hour <= part->stop; hour += HOUR)
    {
      g_autofree char *name = lanyard_format_time (grid->zone, hour);
      double y = get_y (grid, part, hour);

      lanyard_page_writer_add_box (grid->writer, 0, y, width, 0.4, LANYARD_INK_LIGHT, NULL, TRUE);
      if (hour < part->stop)
        lanyard_page_writer_add_text (
            grid->writer,
            lanyard_page_writer_make_text (grid->writer, name, style->small, PANGO_WEIGHT_NORMAL, grid->hours), 0, y,
            LANYARD_INK_GREY);
    }
}

static char *
dup_title (const Grid  *grid,
           LanyardItem *item)
{
  LanyardLevel level = lanyard_extract_get_level (grid->extract, item);
  const char *star = "";

  if (level == LANYARD_LEVEL_GOING)
    star = "★ ";
  else if (level == LANYARD_LEVEL_MAYBE)
    star = "☆ ";
  return g_strconcat (star, lanyard_item_get_title (item), NULL);
}

/* Who speaks, if there is room for it. */
static void
append_who (PangoLayout *text,
            LanyardItem *item,
            const char  *title,
            double       height)
{
  g_autofree char *who = lanyard_extract_dup_who (item);
  g_autofree char *both = who != NULL ? g_strdup_printf ("%s\n%s", title, who) : NULL;

  if (both == NULL)
    return;
  pango_layout_set_height (text, G_MAXINT);
  pango_layout_set_text (text, both, -1);
  if (lanyard_page_text_height (text) > height)
    pango_layout_set_text (text, title, -1);
}

/* As many lines as the box has room for, in smaller letters if it has none. */
static void
add_words (const Grid  *grid,
           LanyardItem *item,
           double       x,
           double       y,
           double       width,
           double       height)
{
  double size = MIN (lanyard_page_writer_get_style (grid->writer)->small * 0.9, height * 0.7);
  g_autofree char *title = dup_title (grid, item);
  PangoLayout *text = lanyard_page_writer_make_text (grid->writer, title, size, PANGO_WEIGHT_NORMAL, width - 6);

  append_who (text, item, title, height);
  pango_layout_set_height (text, (int) (height * PANGO_SCALE));
  if (lanyard_item_is_cancelled (item))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      pango_layout_set_attributes (text, attributes);
    }
  lanyard_page_writer_add_text (grid->writer, text, x + 4, y + MIN (height - lanyard_page_text_height (text), 1),
                                LANYARD_INK_BLACK);
}

static gboolean
is_in (const LanyardGridPlace *place,
       const Part             *part)
{
  return place->column < part->end && place->column + place->n_columns > part->first &&
         place->start < part->stop && place->end > part->start;
}

static void
add_place (const Grid             *grid,
           const Part             *part,
           const LanyardGridPlace *place)
{
  LanyardSession *session = lanyard_item_get_session (place->item);
  guint first = MAX (place->column, part->first);
  guint end = MIN (place->column + place->n_columns, part->end);
  double lane = grid->column / MAX (place->n_lanes, 1);
  double x, y, width, height;

  x = grid->hours + (first - part->first) * grid->column + place->lane * lane;
  width = (place->n_columns > 1 ? (end - first) * grid->column : lane * MAX (place->n_lanes_wide, 1)) - 2;
  y = get_y (grid, part, place->start);
  height = MAX (get_y (grid, part, MAX (place->end, place->start + LEAST_SECONDS)) - y - 1, 4);

  lanyard_page_writer_add_box (grid->writer, x, y, width, height, LANYARD_INK_GREY, NULL, FALSE);
  if (session != NULL && lanyard_session_get_fields (session)->color != NULL)
    lanyard_page_writer_add_box (grid->writer, x, y, 2, height, LANYARD_INK_GREY,
                                 lanyard_session_get_fields (session)->color, TRUE);
  add_words (grid, place->item, x, y, width, height);
}

static gboolean
is_empty (const Grid *grid,
          const Part *part)
{
  for (guint i = 0; i < lanyard_grid_layout_get_n_places (grid->layout); i++)
    if (is_in (lanyard_grid_layout_get_place (grid->layout, i), part))
      return FALSE;
  return TRUE;
}

/* There is no page with nothing on it. */
static void
add_part (Grid       *grid,
          const Part *part)
{
  if (is_empty (grid, part))
    return;
  if (!grid->is_first)
    lanyard_page_writer_break_page (grid->writer);
  add_head (grid, part);
  add_hours (grid, part);
  for (guint i = 0; i < lanyard_grid_layout_get_n_places (grid->layout); i++)
    if (is_in (lanyard_grid_layout_get_place (grid->layout, i), part))
      add_place (grid, part, lanyard_grid_layout_get_place (grid->layout, i));
  lanyard_page_writer_end_group (grid->writer);
  grid->is_first = FALSE;
}

static gboolean
cuts (const Grid *grid,
      gint64      instant)
{
  for (guint i = 0; i < lanyard_grid_layout_get_n_places (grid->layout); i++)
    {
      const LanyardGridPlace *place = lanyard_grid_layout_get_place (grid->layout, i);

      if (place->start < instant && instant < place->end)
        return TRUE;
    }
  return FALSE;
}

/* The last hour until @limit that cuts no talk, not before half of the page;
 * the last hour at all if each cuts one. */
static gint64
find_stop (const Grid *grid,
           gint64      start,
           gint64      limit)
{
  gint64 last = start + MAX ((limit - start) / HOUR, 1) * HOUR;

  for (gint64 hour = last; hour > start + (limit - start) / 2; hour -= HOUR)
    if (!cuts (grid, hour))
      return hour;
  return last;
}

static gint64
floor_to_hour (LanyardZone *zone,
               gint64       instant)
{
  gint64 wall = instant + lanyard_zone_get_offset (zone, instant);

  return instant - ((wall % HOUR) + HOUR) % HOUR;
}

static void
add_parts (Grid *grid)
{
  gint64 start = floor_to_hour (grid->zone, lanyard_grid_layout_get_start (grid->layout));
  gint64 end = lanyard_grid_layout_get_end (grid->layout);
  guint n_columns = lanyard_grid_layout_get_n_columns (grid->layout);
  double room = lanyard_page_writer_get_width (grid->writer) - grid->hours;
  double height = lanyard_page_writer_get_height (grid->writer) - grid->head;
  double least = lanyard_page_writer_get_style (grid->writer)->times * 1.5;
  guint n_parts = MAX ((guint) (n_columns * least / room + 0.999), 1);
  guint n_beside = MAX ((n_columns + n_parts - 1) / n_parts, 1);

  grid->column = room / n_beside;
  grid->hour = MAX (height * HOUR / (double) MAX (end - start, HOUR), 3.2 * lanyard_page_writer_get_style (grid->writer)->body);
  while (start < end)
    {
      gint64 limit = start + (gint64) (height / grid->hour * HOUR);
      gint64 stop = limit >= end ? end : find_stop (grid, start, limit);

      for (guint first = 0; first < n_columns; first += n_beside)
        add_part (grid, &(Part) { first, MIN (first + n_beside, n_columns), start, stop });
      start = stop;
    }
}

static GPtrArray *
take_day (GPtrArray   *all,
          LanyardZone *zone,
          guint        day)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (lanyard_extract_get_day (g_ptr_array_index (all, i), zone) == day)
      g_ptr_array_add (items, g_ptr_array_index (all, i));
  return items;
}

static void
add_day (Grid  *grid,
         guint  day)
{
  const LanyardExtractFields *fields = lanyard_extract_get_fields (grid->extract);
  const char *conference = lanyard_conference_get_title (lanyard_programme_get_conference (fields->programme));
  g_autoptr (GPtrArray) items = take_day (fields->items, grid->zone, day);
  g_autoptr (LanyardGridLayout) layout =
      lanyard_grid_layout_new (items, grid->zone, day, LANYARD_GRID_BY_ROOM, NULL, LEAST_SECONDS);
  g_autofree char *name = lanyard_extract_dup_day (day);
  /* Translators: a day and a conference, above a printed timetable */
  g_autofree char *title = g_strdup_printf (C_("day and conference", "%s · %s"), name, conference);

  grid->layout = layout;
  grid->title = title;
  add_parts (grid);
}

/* Of items in order of time. */
static void
add_all_days (Grid *grid)
{
  GPtrArray *items = lanyard_extract_get_fields (grid->extract)->items;
  guint last = LANYARD_DAY_NONE;

  for (guint i = 0; i < items->len; i++)
    {
      guint day = lanyard_extract_get_day (g_ptr_array_index (items, i), grid->zone);

      if (day != LANYARD_DAY_NONE && day != last)
        add_day (grid, day);
      last = day;
    }
}

/**
 * lanyard_pages_new_grid:
 * @extract: what is printed; its items that begin on @day are
 * @zone: the zone of the day, which each page names
 * @day: the day, a Julian day number as #GDate counts, or %LANYARD_DAY_NONE
 *   for all days, one after the other
 * @width: of a page, points
 * @height: of a page, points
 *
 * Prints a day as a grid of rooms and hours.
 *
 * Returns: (transfer full): the pages
 */
LanyardPages *
lanyard_pages_new_grid (LanyardExtract *extract,
                        LanyardZone    *zone,
                        guint           day,
                        double          width,
                        double          height)
{
  const LanyardExtractFields *fields;
  g_autofree char *zone_line = NULL;
  Grid grid = { .extract = extract, .zone = zone, .is_first = TRUE };

  g_return_val_if_fail (extract != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  fields = lanyard_extract_get_fields (extract);
  zone_line = lanyard_extract_dup_zone_line (extract, zone);
  grid.writer = lanyard_page_writer_new (
      lanyard_conference_get_title (lanyard_programme_get_conference (fields->programme)), zone_line, width, height);
  lanyard_page_writer_hide_title (grid.writer);
  grid.hours = lanyard_page_writer_get_style (grid.writer)->times * 0.6;
  grid.head = 3.4 * lanyard_page_writer_get_style (grid.writer)->heading;
  if (day != LANYARD_DAY_NONE)
    add_day (&grid, day);
  else
    add_all_days (&grid);
  return lanyard_page_writer_finish (grid.writer);
}
