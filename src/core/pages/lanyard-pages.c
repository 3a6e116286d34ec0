/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages that are ready to be drawn, on a printer's canvas or into a PDF file.
 * The window prints them; the command line has a program of its own for it.
 * Drawn in the thread in which they were made. */

#include "config.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

#include "lanyard-page-writer.h"

struct _LanyardPages
{
  GObject parent_instance;
  GPtrArray *pages; /* owned, of GPtrArray of LanyardMark */
  char *title;      /* owned */
  double width;     /* points */
  double height;
};

G_DEFINE_FINAL_TYPE (LanyardPages, lanyard_pages, G_TYPE_OBJECT)

static void
set_source (cairo_t           *cr,
            const LanyardMark *mark)
{
  static const double greys[] = { [LANYARD_INK_BLACK] = 0, [LANYARD_INK_GREY] = 0.35, [LANYARD_INK_LIGHT] = 0.85 };
  PangoColor color;

  if (mark->color != NULL && pango_color_parse (&color, mark->color))
    cairo_set_source_rgb (cr, color.red / 65535.0, color.green / 65535.0, color.blue / 65535.0);
  else
    cairo_set_source_rgb (cr, greys[mark->ink], greys[mark->ink], greys[mark->ink]);
}

static void
draw_mark (cairo_t           *cr,
           const LanyardMark *mark)
{
  set_source (cr, mark);
  if (mark->layout != NULL)
    {
      cairo_move_to (cr, mark->x, mark->y);
      pango_cairo_update_layout (cr, mark->layout);
      pango_cairo_show_layout (cr, mark->layout);
      return;
    }
  cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
  if (mark->is_filled)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
lanyard_pages_finalize (GObject *object)
{
  LanyardPages *self = LANYARD_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (lanyard_pages_parent_class)->finalize (object);
}

static void
lanyard_pages_class_init (LanyardPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_pages_finalize;
}

static void
lanyard_pages_init (LanyardPages *self)
{
}

/*
 * Takes the pages.
 */
LanyardPages *
lanyard_pages_new_take (const char *title,
                        double      width,
                        double      height,
                        GPtrArray  *pages)
{
  LanyardPages *self = g_object_new (LANYARD_TYPE_PAGES, NULL);

  self->pages = pages;
  self->title = g_strdup (title);
  self->width = width;
  self->height = height;
  return self;
}

/* Short texts stand at the side at which one begins to read; paragraphs go by
 * what is written in them. */
static void
align_text (PangoLayout *layout)
{
  /* Pango itself turns the sides of what is written from the right, also of what
   * begins with a number. */
  if (pango_layout_get_ellipsize (layout) != PANGO_ELLIPSIZE_NONE &&
      pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0)) != PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
}

static double
get_mark_width (const LanyardMark *mark)
{
  int width;

  if (mark->layout == NULL)
    return mark->width;
  width = pango_layout_get_width (mark->layout);
  if (width < 0)
    pango_layout_get_size (mark->layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * lanyard_pages_mirror:
 * @self: pages
 *
 * Turns left to right, for who begins to read at the right.
 */
void
lanyard_pages_mirror (LanyardPages *self)
{
  g_return_if_fail (LANYARD_IS_PAGES (self));

  for (guint i = 0; i < self->pages->len; i++)
    {
      GPtrArray *marks = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < marks->len; j++)
        {
          LanyardMark *mark = g_ptr_array_index (marks, j);

          mark->x = self->width - mark->x - get_mark_width (mark);
          if (mark->layout != NULL)
            align_text (mark->layout);
        }
    }
}

/**
 * lanyard_pages_are_read_from_the_right:
 *
 * Says whether pages are to be mirrored where nobody says otherwise, which the
 * locale's language decides.
 *
 * Returns: %TRUE if so
 */
gboolean
lanyard_pages_are_read_from_the_right (void)
{
  PangoLanguage *language = pango_language_get_default ();
  const PangoScript *scripts;
  int n_scripts = 0;

  scripts = pango_language_get_scripts (language, &n_scripts);
  return n_scripts > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW ||
                           scripts[0] == PANGO_SCRIPT_SYRIAC || scripts[0] == PANGO_SCRIPT_THAANA ||
                           scripts[0] == PANGO_SCRIPT_NKO);
}

/**
 * lanyard_pages_get_n_pages:
 * @self: pages
 *
 * Counts them.
 *
 * Returns: at least 1
 */
guint
lanyard_pages_get_n_pages (LanyardPages *self)
{
  g_return_val_if_fail (LANYARD_IS_PAGES (self), 0);

  return self->pages->len;
}

/**
 * lanyard_pages_draw:
 * @self: pages
 * @page: which one, from 0
 * @cr: where to; a unit is a point
 *
 * Draws one.
 */
void
lanyard_pages_draw (LanyardPages *self,
                    guint         page,
                    cairo_t      *cr)
{
  GPtrArray *marks;

  g_return_if_fail (LANYARD_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);
  g_return_if_fail (cr != NULL);

  marks = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < marks->len; i++)
    draw_mark (cr, g_ptr_array_index (marks, i));
}

/**
 * lanyard_pages_dup_pdf:
 * @self: pages
 * @error: why there is no file, of %G_IO_ERROR
 *
 * Makes a PDF file of all of them.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
lanyard_pages_dup_pdf (LanyardPages  *self,
                       GError       **error)
{
  GByteArray *bytes = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (LANYARD_IS_PAGES (self), NULL);

  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (write_bytes, bytes, self->width, self->height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Lanyard " APP_VERSION);
  cr = cairo_create (surface);
  for (guint i = 0; i < self->pages->len; i++)
    {
      lanyard_pages_draw (self, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);

  g_byte_array_unref (bytes);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}

/**
 * lanyard_paper_get_size:
 * @paper: a paper
 * @is_landscape: whether its long side lies
 * @width: (out): points
 * @height: (out): points
 *
 * Gets a paper's size.
 */
void
lanyard_paper_get_size (LanyardPaper  paper,
                        gboolean      is_landscape,
                        double       *width,
                        double       *height)
{
  static const double sizes[][2] = {
    [LANYARD_PAPER_A4] = { 595.28, 841.89 },
    [LANYARD_PAPER_LETTER] = { 612, 792 },
    [LANYARD_PAPER_POCKET] = { 209.76, 297.64 },
  };

  g_return_if_fail (width != NULL && height != NULL);

  *width = sizes[paper][is_landscape ? 1 : 0];
  *height = sizes[paper][is_landscape ? 0 : 1];
}
