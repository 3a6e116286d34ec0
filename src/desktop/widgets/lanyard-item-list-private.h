/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the list of items share. */

#pragma once

#include "lanyard-growing-model.h"
#include "lanyard-headed-view.h"
#include "lanyard-item-list.h"
#include "lanyard-selection.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ITEM_VIEW (lanyard_item_view_get_type ())
G_DECLARE_FINAL_TYPE (LanyardItemView, lanyard_item_view, LANYARD, ITEM_VIEW, AdwBin)

struct _LanyardItemView
{
  AdwBin parent_instance;
  LanyardItemList *list;      /* borrowed parent */
  LanyardGrowingModel *model; /* owned */
  GHashTable *bound;          /* owned, of GtkListItem borrowed from the view: those with a row */

  LanyardHeadedView *headed;
  GtkListView *view;
  GtkSingleSelection *selection;
};

struct _LanyardItemList
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardHeading heading;
  LanyardItemView *view;       /* borrowed child: what is seen */
  LanyardItemView *other;      /* borrowed child, nullable until the first has all its rows: takes turns with it */
  char *wanted;                /* owned, nullable: the item to return to when there are items */
  char *chosen;                /* owned, nullable: the item that was activated last */
  LanyardItem *kept;           /* owned, nullable: the first item that was seen before it was put away */
  int kept_y;                  /* where that was */
  LanyardSelection *several;   /* owned: what is selected to do one thing with all of it */
  GHashTable *elsewhere;       /* owned, nullable: from items of other conferences to the titles of those */
  LanyardMakeItemLines make_lines; /* NULL for none */
  gpointer lines_data;         /* borrowed, for make_lines */
  char *anchor;                /* owned, nullable: the item from which a stretch of them is selected */
  char *uuid;                  /* owned, nullable: the conference in which that is */

  GtkBox *box;
  AdwBin *bar;                 /* holds a LanyardSelectionBar from the first selecting on */
};

LanyardItemView *lanyard_item_view_new    (LanyardItemList *list);
void     lanyard_item_list_activate       (LanyardItemList *self,
                                           guint            position);
void     lanyard_item_list_let_select     (LanyardItemList *self,
                                           LanyardItemView *view);
void     lanyard_item_list_install_selecting (GtkWidgetClass *widget_class);
void     lanyard_item_list_init_selecting (LanyardItemList *self);
gboolean lanyard_item_list_select         (LanyardItemList *self,
                                           LanyardItem     *item);
const char *lanyard_item_list_get_elsewhere (LanyardItemList *self,
                                             LanyardItem     *item);
char    *lanyard_item_list_dup_label      (LanyardItemList *self,
                                           LanyardItem     *item);
GtkWidget *lanyard_item_list_make_row     (LanyardItemList *self);
void     lanyard_item_list_line_row       (LanyardItemList *self,
                                           GtkListItem     *list_item);
void     lanyard_item_list_follow_conference (LanyardItemList *self);
void     lanyard_item_list_name_row       (LanyardItemList *self,
                                           GtkListItem     *list_item);
void     lanyard_item_list_name_rows      (LanyardItemList *self);

G_END_DECLS
