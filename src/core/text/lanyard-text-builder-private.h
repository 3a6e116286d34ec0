/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the text builder share. */

#pragma once

#include "lanyard-text-builder.h"
#include "lanyard-text-table.h"

G_BEGIN_DECLS

/* No screen can indent further; what is nested deeper is shown at this depth. */
#define MAX_DEPTH 16

/* Bounds of memory. No real description comes near a hundredth of them. */
#define MAX_NODES 20000
#define MAX_CELLS 20000
#define MAX_HREFS (1024 * 1024) /* in bytes, of all links together */

#define N_STYLES 8

typedef struct
{
  int next;           /* of a numbered list, else -1 */
  gboolean has_item;  /* an item was opened and nothing is written in it yet */
  int ordinal;        /* that item's */
} LanyardTextList;

struct _LanyardTextBuilder
{
  GPtrArray *nodes;         /* owned */
  LanyardTextNode *node;    /* owned, nullable; the open one */
  LanyardRunWriter *writer; /* owned, nullable; its runs */
  LanyardTextTable *table;  /* owned, nullable; the open one */
  char *base_url;           /* owned, nullable */
  char *href;               /* owned GRefString, nullable; of the open link */
  gsize hrefs_size;         /* of all links so far, in bytes */
  GArray *lists;            /* owned; of LanyardTextList */
  guint n_deeper_lists;     /* beyond MAX_DEPTH */
  guint n_quotes;
  guint n_tables;           /* with those inside others */
  guint n_cells;            /* of finished tables */
  guint n_hidden;
  guint heading_level;      /* 0: none is open */
  guint n_bold_headings;    /* open where there can be no heading */
  guint styles[N_STYLES];   /* how often each is open */
  gboolean is_cut;          /* something did not fit */
};

/* lanyard-text-builder.c */
LanyardTextNode *lanyard_text_builder_make_node        (LanyardTextBuilder *self,
                                                        LanyardNodeKind     kind);
void             lanyard_text_builder_add_node         (LanyardTextBuilder *self,
                                                        LanyardTextNode    *node);
void             lanyard_text_builder_add_waiting_item (LanyardTextBuilder *self);

static inline gboolean
lanyard_text_builder_is_in_cell (LanyardTextBuilder *self)
{
  return self->table != NULL && lanyard_text_table_get_writer (self->table) != NULL;
}

static inline gboolean
lanyard_text_builder_is_in_code (LanyardTextBuilder *self)
{
  return self->node != NULL && self->node->kind == LANYARD_NODE_CODE;
}

G_END_DECLS
