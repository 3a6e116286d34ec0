/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "lanyard-outgoing.h"
#include "pages/lanyard-pages.h"

G_BEGIN_DECLS

/**
 * LanyardSavingFormat:
 * @LANYARD_SAVING_CALENDAR: iCalendar
 * @LANYARD_SAVING_PDF: pages
 * @LANYARD_SAVING_TEXT: plain text
 * @LANYARD_SAVING_PLAN: a plan for another Lanyard
 *
 * As what something is saved.
 */
typedef enum
{
  LANYARD_SAVING_CALENDAR,
  LANYARD_SAVING_PDF,
  LANYARD_SAVING_TEXT,
  LANYARD_SAVING_PLAN,
} LanyardSavingFormat;

/**
 * LanyardSavingSettings:
 * @format: as what
 * @alarm: of a calendar: minutes before each entry, -1 for none
 * @has_zones: of a calendar: whether times are the conference's
 * @paper: of pages
 * @is_grid: of pages: whether they are rooms and hours
 *
 * How something is saved.
 */
typedef struct
{
  LanyardSavingFormat format;
  int                 alarm;
  gboolean            has_zones;
  LanyardPaper        paper;
  gboolean            is_grid;
} LanyardSavingSettings;

/**
 * LanyardSavingFunc:
 * @sentence: (nullable): what there is to say, %NULL if somebody thought better of it
 * @user_data: the caller's
 *
 * Called once when it is saved, or not.
 */
typedef void (*LanyardSavingFunc) (const char *sentence,
                                   gpointer    user_data);

void          lanyard_saving_begin      (LanyardOutgoing             *outgoing,
                                         const LanyardSavingSettings *settings,
                                         GtkRoot                     *root,
                                         LanyardSavingFunc            done,
                                         gpointer                     user_data);
GBytes       *lanyard_saving_make_calendar (LanyardOutgoing          *outgoing,
                                            int                       alarm,
                                            gboolean                  has_zones);
void          lanyard_saving_copy           (LanyardOutgoing             *outgoing,
                                             GdkClipboard                *clipboard);
LanyardPages *lanyard_saving_make_pages (LanyardOutgoing             *outgoing,
                                         gboolean                     is_grid,
                                         double                       width,
                                         double                       height);

G_END_DECLS
