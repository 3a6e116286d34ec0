/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the pane share. */

#pragma once

#include "../widgets/lanyard-pick-actions.h"
#include "lanyard-detail-page.h"

G_BEGIN_DECLS

struct _LanyardDetailPage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardLazySync *sync;       /* owned, nullable until set */
  LanyardItem *item;           /* owned, nullable */
  LanyardItem *previous;       /* owned, nullable: before item */
  LanyardItem *next;           /* owned, nullable: after item */
  GtkWidget *sheet;            /* borrowed from the bin, NULL until made */

  AdwSplitButton *star;        /* borrowed from the header, NULL until made */
  GtkWidget *way;              /* borrowed from the header, NULL until made: to the neighbours */
  GtkWidget *menu;             /* borrowed from the header, NULL until made */
  LanyardPickActions *actions; /* borrowed from our action groups, NULL until something is shown */

  AdwHeaderBar *header;
  GtkWidget *close_button;
  GMenuModel *more;
  GtkStack *stack;
  AdwBin *bin;
};

void lanyard_detail_page_install_actions (GtkWidgetClass    *widget_class);
void lanyard_detail_page_update_actions  (LanyardDetailPage *self);

G_END_DECLS
