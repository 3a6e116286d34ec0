/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills page after page. What belongs together is a group, which is never
 * broken: if it does not fit on the rest of a page it begins the next one. The
 * title stands on each page, the zone and the page's number at its foot.
 * Called by the kinds of pages; any thread, but one for each writer. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-page-writer.h"

#define FONTS "Adwaita Sans, Inter, Cantarell, Noto Sans, DejaVu Sans, sans-serif"

/* Longer titles end in an ellipsis. */
#define MOST_LINES_OF_A_TITLE 4

/* Below, a page is one to be carried. */
#define POCKET_WIDTH 320

static const LanyardPageStyle on_paper = { .title = 18, .heading = 12, .body = 10, .small = 8.5, .gap = 6, .times = 72 };
static const LanyardPageStyle on_pocket = { .title = 10, .heading = 8, .body = 7, .small = 6, .gap = 3, .times = 46 };

struct _LanyardPageWriter
{
  const LanyardPageStyle *style; /* static */
  PangoContext *context;         /* owned */
  GPtrArray *pages;              /* owned, of GPtrArray of LanyardMark */
  GPtrArray *group;              /* owned, of LanyardMark, whose y counts from the group's top */
  char *title;                   /* owned */
  char *zone_line;               /* owned */
  double page_width;
  double page_height;
  double margin;
  double group_height;
  double y;                      /* where the next group begins */
  gboolean is_title_hidden;      /* whether the pages say themselves what they are */
};

static void
mark_free (gpointer data)
{
  LanyardMark *mark = data;

  g_clear_object (&mark->layout);
  g_free (mark->color);
  g_free (mark);
}

static GPtrArray *
get_page (LanyardPageWriter *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static double
get_bottom (LanyardPageWriter *self)
{
  return self->page_height - self->margin - 2 * self->style->small;
}

static void
put_text (LanyardPageWriter *self,
          GPtrArray         *marks,
          PangoLayout       *layout,
          double             x,
          double             y,
          LanyardInk         ink)
{
  LanyardMark *mark = g_new0 (LanyardMark, 1);

  mark->layout = layout;
  mark->x = x;
  mark->y = y;
  mark->ink = ink;
  g_ptr_array_add (marks, mark);
}

/* Every page but the first says at its top what it is a page of. */
static void
begin_page (LanyardPageWriter *self)
{
  gboolean is_first = self->pages->len == 0;

  g_ptr_array_add (self->pages, g_ptr_array_new_with_free_func (mark_free));
  self->y = self->margin;
  if (!is_first && !self->is_title_hidden)
    {
      PangoLayout *title = lanyard_page_writer_make_text (self, self->title, self->style->small, PANGO_WEIGHT_NORMAL,
                                                          lanyard_page_writer_get_width (self));

      pango_layout_set_height (title, -1);
      put_text (self, get_page (self), title, self->margin, self->y, LANYARD_INK_GREY);
      self->y += lanyard_page_text_height (title) + self->style->gap;
    }
}

/*
 * Begins a document of pages of that size, in points.
 */
LanyardPageWriter *
lanyard_page_writer_new (const char *title,
                         const char *zone_line,
                         double      width,
                         double      height)
{
  LanyardPageWriter *self = g_new0 (LanyardPageWriter, 1);
  gboolean is_pocket = MIN (width, height) < POCKET_WIDTH;

  self->style = is_pocket ? &on_pocket : &on_paper;
  self->margin = is_pocket ? 14 : 40;
  self->page_width = width;
  self->page_height = height;
  self->title = g_strdup (title);
  self->zone_line = g_strdup (zone_line);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->group = g_ptr_array_new_with_free_func (mark_free);
  begin_page (self);
  return self;
}

static void
add_foot (LanyardPageWriter *self,
          guint              page)
{
  double width = lanyard_page_writer_get_width (self);
  double y = self->page_height - self->margin - self->style->small;
  /* Translators: the number of a page, and of how many */
  g_autofree char *number = g_strdup_printf (_("%u of %u"), page + 1, self->pages->len);
  PangoLayout *right = lanyard_page_writer_make_text (self, number, self->style->small, PANGO_WEIGHT_NORMAL, -1);
  double number_width;
  PangoLayout *left;
  int pango_width;

  pango_layout_get_size (right, &pango_width, NULL);
  number_width = (double) pango_width / PANGO_SCALE;
  left = lanyard_page_writer_make_text (self, self->zone_line, self->style->small, PANGO_WEIGHT_NORMAL,
                                        width - number_width - self->style->gap);
  pango_layout_set_height (left, -1);
  put_text (self, g_ptr_array_index (self->pages, page), left, self->margin, y, LANYARD_INK_GREY);
  put_text (self, g_ptr_array_index (self->pages, page), right, self->margin + width - number_width, y,
            LANYARD_INK_GREY);
}

/*
 * Ends the document and the writer.
 */
LanyardPages *
lanyard_page_writer_finish (LanyardPageWriter *self)
{
  LanyardPages *pages;

  lanyard_page_writer_end_group (self);
  for (guint i = 0; i < self->pages->len; i++)
    add_foot (self, i);
  pages = lanyard_pages_new_take (self->title, self->page_width, self->page_height, g_steal_pointer (&self->pages));
  g_ptr_array_unref (self->group);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->zone_line);
  g_free (self);
  return pages;
}

/*
 * How large things are.
 */
const LanyardPageStyle *
lanyard_page_writer_get_style (LanyardPageWriter *self)
{
  return self->style;
}

/*
 * How wide a group may be.
 */
double
lanyard_page_writer_get_width (LanyardPageWriter *self)
{
  return self->page_width - 2 * self->margin;
}

/*
 * How high a group may be on a page of its own.
 */
double
lanyard_page_writer_get_height (LanyardPageWriter *self)
{
  return get_bottom (self) - self->margin - (self->is_title_hidden ? 0 : 2 * self->style->small);
}

/*
 * How much room is left on this page, below the group that is being made.
 */
double
lanyard_page_writer_get_rest (LanyardPageWriter *self)
{
  return get_bottom (self) - self->y - self->group_height;
}

/*
 * How high the group is that is being made.
 */
double
lanyard_page_writer_get_end (LanyardPageWriter *self)
{
  return self->group_height;
}

/*
 * Makes a text of so many points; -1 is as wide as it needs.
 */
PangoLayout *
lanyard_page_writer_make_text (LanyardPageWriter *self,
                               const char        *text,
                               double             size,
                               PangoWeight        weight,
                               double             width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONTS);

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -MOST_LINES_OF_A_TITLE);
  return layout;
}

/*
 * How high a text is, in points.
 */
double
lanyard_page_text_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/*
 * Adds a text to the group, which grows to hold it; takes the text. Returns
 * where it ends, from the group's top.
 */
double
lanyard_page_writer_add_text (LanyardPageWriter *self,
                              PangoLayout       *layout,
                              double             x,
                              double             y,
                              LanyardInk         ink)
{
  double end = y + lanyard_page_text_height (layout);

  put_text (self, self->group, layout, self->margin + x, y, ink);
  lanyard_page_writer_extend (self, end);
  return end;
}

/*
 * Adds a box to the group, in a colour or in the ink.
 */
void
lanyard_page_writer_add_box (LanyardPageWriter *self,
                             double             x,
                             double             y,
                             double             width,
                             double             height,
                             LanyardInk         ink,
                             const char        *color,
                             gboolean           is_filled)
{
  LanyardMark *mark = g_new0 (LanyardMark, 1);

  mark->x = self->margin + x;
  mark->y = y;
  mark->width = width;
  mark->height = height;
  mark->ink = ink;
  mark->color = g_strdup (color);
  mark->is_filled = is_filled;
  g_ptr_array_add (self->group, mark);
  lanyard_page_writer_extend (self, y + height);
}

/*
 * Makes the group at least so high.
 */
void
lanyard_page_writer_extend (LanyardPageWriter *self,
                            double             height)
{
  self->group_height = MAX (self->group_height, height);
}

/*
 * Ends a group: it goes onto this page, or onto the next one.
 */
void
lanyard_page_writer_end_group (LanyardPageWriter *self)
{
  if (self->group->len == 0)
    return;
  if (self->y + self->group_height > get_bottom (self) && get_page (self)->len > 0)
    begin_page (self);
  for (guint i = 0; i < self->group->len; i++)
    ((LanyardMark *) g_ptr_array_index (self->group, i))->y += self->y;
  g_ptr_array_extend_and_steal (get_page (self), g_steal_pointer (&self->group));
  self->group = g_ptr_array_new_with_free_func (mark_free);
  self->y += self->group_height;
  self->group_height = 0;
}

/*
 * Lets the next group begin a page.
 */
void
lanyard_page_writer_break_page (LanyardPageWriter *self)
{
  lanyard_page_writer_end_group (self);
  begin_page (self);
}

/*
 * Leaves so much room below the last group.
 */
void
lanyard_page_writer_skip (LanyardPageWriter *self,
                          double             height)
{
  lanyard_page_writer_end_group (self);
  self->y += height;
}

/*
 * Leaves the title away at the top of the pages to come.
 */
void
lanyard_page_writer_hide_title (LanyardPageWriter *self)
{
  self->is_title_hidden = TRUE;
}

/*
 * Adds the document's title and what stands below it, to the group of what
 * comes next.
 */
void
lanyard_page_writer_add_title (LanyardPageWriter *self,
                               const char        *title,
                               const char        *subtitle)
{
  double width = lanyard_page_writer_get_width (self);
  double end = lanyard_page_writer_add_text (
      self, lanyard_page_writer_make_text (self, title, self->style->title, PANGO_WEIGHT_BOLD, width), 0,
      self->group_height, LANYARD_INK_BLACK);

  if (subtitle != NULL)
    end = lanyard_page_writer_add_text (
        self, lanyard_page_writer_make_text (self, subtitle, self->style->small, PANGO_WEIGHT_NORMAL, width), 0, end,
        LANYARD_INK_GREY);
  lanyard_page_writer_extend (self, end + self->style->gap);
}

/* Where in the text the last line ends that fits into @height, at least one. */
static int
find_end (PangoLayout *layout,
          double       height)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  const PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int end = pango_layout_line_get_start_index ((PangoLayoutLine *) line) +
            pango_layout_line_get_length ((PangoLayoutLine *) line);

  while (pango_layout_iter_next_line (iter))
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if ((double) (extents.y + extents.height) / PANGO_SCALE > height)
        break;
      line = pango_layout_iter_get_line_readonly (iter);
      end = pango_layout_line_get_start_index ((PangoLayoutLine *) line) +
            pango_layout_line_get_length ((PangoLayoutLine *) line);
    }
  return end;
}

/* A paragraph, over as many pages as it needs. */
static void
add_paragraph (LanyardPageWriter *self,
               const char        *text,
               double             x)
{
  while (*text != '\0')
    {
      PangoLayout *layout = lanyard_page_writer_make_text (self, text, self->style->small, PANGO_WEIGHT_NORMAL,
                                                           lanyard_page_writer_get_width (self) - x);
      int end;

      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
      /* Rather on the next page than one line at the foot of this one. */
      if (lanyard_page_writer_get_rest (self) < 3 * self->style->small)
        lanyard_page_writer_break_page (self);
      /* An empty line is passed by, whatever ended it. */
      end = MAX (find_end (layout, lanyard_page_writer_get_rest (self)), (int) (g_utf8_next_char (text) - text));
      pango_layout_set_text (layout, text, end);
      lanyard_page_writer_add_text (self, layout, x, self->group_height, LANYARD_INK_BLACK);
      lanyard_page_writer_end_group (self);
      text += end;
      while (*text == ' ' || *text == '\n')
        text++;
    }
  lanyard_page_writer_skip (self, self->style->gap);
}

/*
 * Adds paragraphs with empty lines between them, each of which may be broken.
 */
void
lanyard_page_writer_add_paragraphs (LanyardPageWriter *self,
                                    const char        *text,
                                    double             x)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  lanyard_page_writer_end_group (self);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    add_paragraph (self, paragraphs[i], x);
}
