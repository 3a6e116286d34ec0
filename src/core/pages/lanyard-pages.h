/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "export/lanyard-extract.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

/**
 * LanyardPaper:
 * @LANYARD_PAPER_A4: 210 × 297 mm
 * @LANYARD_PAPER_LETTER: 8.5 × 11 in
 * @LANYARD_PAPER_POCKET: 74 × 105 mm (A7), to be carried
 *
 * What is printed on.
 */
typedef enum
{
  LANYARD_PAPER_A4,
  LANYARD_PAPER_LETTER,
  LANYARD_PAPER_POCKET,
} LanyardPaper;

#define LANYARD_TYPE_PAGES (lanyard_pages_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPages, lanyard_pages, LANYARD, PAGES, GObject)

/* Drawings of whole pages, in points (1/72 in), margins included. */
LanyardPages *lanyard_pages_new_list    (LanyardExtract  *extract,
                                         LanyardZone     *zone,
                                         const char      *title,
                                         double           width,
                                         double           height);
LanyardPages *lanyard_pages_new_plans   (GPtrArray       *extracts,
                                         LanyardZone     *zone,
                                         const char      *title,
                                         double           width,
                                         double           height);
LanyardPages *lanyard_pages_new_session (LanyardExtract  *extract,
                                         LanyardSession  *session,
                                         LanyardZone     *zone,
                                         double           width,
                                         double           height);
LanyardPages *lanyard_pages_new_grid    (LanyardExtract  *extract,
                                         LanyardZone     *zone,
                                         guint            day,
                                         double           width,
                                         double           height);
void          lanyard_pages_mirror      (LanyardPages    *self);
guint         lanyard_pages_get_n_pages (LanyardPages    *self);
void          lanyard_pages_draw        (LanyardPages    *self,
                                         guint            page,
                                         cairo_t         *cr);
GBytes       *lanyard_pages_dup_pdf     (LanyardPages    *self,
                                         GError         **error);
gboolean      lanyard_pages_are_read_from_the_right (void);
void          lanyard_paper_get_size    (LanyardPaper     paper,
                                         gboolean         is_landscape,
                                         double          *width,
                                         double          *height);

G_END_DECLS
