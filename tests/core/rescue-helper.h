/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of rescues: a database with a backup of it, damage, and what
 * is expected of whoever opens it then. */

#pragma once

#include "store-helper.h"
#include "store/lanyard-store-backups.h"

G_BEGIN_DECLS

#define N_TALKS 36

/* How many talks are picked when the backup is made, and afterwards. */
#define N_BEFORE 12
#define N_AFTER 24

void   rescue_close_store         (StoreFixture *fixture);
void   rescue_pick_range          (StoreFixture *fixture,
                                   const char   *uuid,
                                   guint         first,
                                   guint         end);
char  *rescue_make_database       (StoreFixture *fixture);
char  *rescue_read_file           (const char *path,
                                   gsize      *length);
void   rescue_write_file          (const char *path,
                                   const char *contents,
                                   gsize       length);
guint  rescue_count_picks         (StoreFixture *fixture,
                                   const char   *uuid);
guint  rescue_count_damaged_files (StoreFixture *fixture);
void   rescue_forget              (StoreFixture *fixture);
void   rescue_assert_no_rest      (StoreFixture *fixture);
void   rescue_assert_rescued      (StoreFixture *fixture,
                                   const char   *uuid,
                                   const char   *damaged,
                                   gsize         length,
                                   guint         n_picks);
void   rescue_damage_page         (StoreFixture  *fixture,
                                   const char    *table,
                                   char         **contents,
                                   gsize         *length);

G_END_DECLS
