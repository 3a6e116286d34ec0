/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts text and boxes on pages. Private to the pages. */

#pragma once

#include <pango/pangocairo.h>

#include "lanyard-pages.h"

G_BEGIN_DECLS

/**
 * LanyardPageStyle:
 * @title: size of the document's title, points
 * @heading: size of a day's name
 * @body: size of a talk's title
 * @small: size of everything else
 * @gap: between what belongs together
 * @times: how wide times are
 *
 * How large things are on this paper.
 */
typedef struct
{
  double title;
  double heading;
  double body;
  double small;
  double gap;
  double times;
} LanyardPageStyle;

/**
 * LanyardInk:
 * @LANYARD_INK_BLACK: for what is read first
 * @LANYARD_INK_GREY: for what is read then
 * @LANYARD_INK_LIGHT: for lines and behind text
 *
 * What is written with.
 */
typedef enum
{
  LANYARD_INK_BLACK,
  LANYARD_INK_GREY,
  LANYARD_INK_LIGHT,
} LanyardInk;

/**
 * LanyardMark:
 * @layout: (nullable): text, or %NULL for a box
 * @x: from the page's left, points
 * @y: from the page's top
 * @width: of a box
 * @height: of a box
 * @ink: with what
 * @color: (nullable): "#rrggbb" of a box instead of @ink
 * @is_filled: of a box
 *
 * One thing on a page.
 */
typedef struct
{
  PangoLayout *layout;
  double       x;
  double       y;
  double       width;
  double       height;
  LanyardInk   ink;
  char        *color;
  gboolean     is_filled;
} LanyardMark;

typedef struct _LanyardPageWriter LanyardPageWriter;

LanyardPageWriter      *lanyard_page_writer_new        (const char        *title,
                                                        const char        *zone_line,
                                                        double             width,
                                                        double             height);
LanyardPages           *lanyard_page_writer_finish     (LanyardPageWriter *self);
const LanyardPageStyle *lanyard_page_writer_get_style  (LanyardPageWriter *self);
double                  lanyard_page_writer_get_width  (LanyardPageWriter *self);
double                  lanyard_page_writer_get_height (LanyardPageWriter *self);
double                  lanyard_page_writer_get_rest   (LanyardPageWriter *self);
double                  lanyard_page_writer_get_end    (LanyardPageWriter *self);

PangoLayout            *lanyard_page_writer_make_text  (LanyardPageWriter *self,
                                                        const char        *text,
                                                        double             size,
                                                        PangoWeight        weight,
                                                        double             width);
double                  lanyard_page_writer_add_text   (LanyardPageWriter *self,
                                                        PangoLayout       *layout,
                                                        double             x,
                                                        double             y,
                                                        LanyardInk         ink);
void                    lanyard_page_writer_add_box    (LanyardPageWriter *self,
                                                        double             x,
                                                        double             y,
                                                        double             width,
                                                        double             height,
                                                        LanyardInk         ink,
                                                        const char        *color,
                                                        gboolean           is_filled);
void                    lanyard_page_writer_extend     (LanyardPageWriter *self,
                                                        double             height);
void                    lanyard_page_writer_end_group  (LanyardPageWriter *self);
void                    lanyard_page_writer_break_page (LanyardPageWriter *self);
void                    lanyard_page_writer_skip       (LanyardPageWriter *self,
                                                        double             height);
void                    lanyard_page_writer_hide_title (LanyardPageWriter *self);
void                    lanyard_page_writer_add_title  (LanyardPageWriter *self,
                                                        const char        *title,
                                                        const char        *subtitle);
void                    lanyard_page_writer_add_paragraphs (LanyardPageWriter *self,
                                                            const char        *text,
                                                            double             x);

/*< private >*/
LanyardPages           *lanyard_pages_new_take         (const char        *title,
                                                        double             width,
                                                        double             height,
                                                        GPtrArray         *pages);
double                  lanyard_page_text_height       (PangoLayout       *layout);

G_END_DECLS
