/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the dialog share. */

#pragma once

#include "directory/lanyard-directory.h"
#include "lanyard-add-dialog.h"
#include "lanyard-conference-finder.h"
#include "lanyard-preview-list.h"

G_BEGIN_DECLS

struct _LanyardAddDialog
{
  AdwDialog parent_instance;
  LanyardLazySync *lazy_sync; /* owned */
  GSettings *settings;        /* owned */
  gint64 now;                 /* UTC seconds */
  GCancellable *work;         /* owned, nullable: ends what is under way */
  GCancellable *reading;      /* owned, nullable until it is seen: ends what is done for the directory */
  char *address;              /* owned, nullable: the one that is looked up, or was */
  char *feed;                 /* owned, nullable: the feed that somebody chose of what was found */
  char *zone;                 /* owned, nullable: the zone that somebody said the times are in */
  LanyardPreview *found;      /* owned, nullable: what the address gives */

  AdwNavigationView *navigation;
  GtkStack *steps;
  LanyardConferenceFinder *finder;
  GtkLabel *step;
  GtkLabel *bytes;
  GtkWidget *cancel;
  LanyardPreviewList *preview;
  AdwBanner *save_failure;
  GtkWidget *add;
};

/* lanyard-add-dialog-directory.c */
void lanyard_add_dialog_load_directory (LanyardAddDialog *self);

G_END_DECLS
