/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of the store: a database in a folder of its own, and the store's
 * calls made blocking. */

#pragma once

#include "programme-helper.h"
#include "store/lanyard-store.h"

G_BEGIN_DECLS

typedef struct
{
  char         *folder; /* owned */
  char         *path;   /* owned */
  LanyardStore *store;  /* owned, open */
} StoreFixture;

void              store_fixture_set_up    (StoreFixture  *fixture,
                                           gconstpointer  data);
void              store_fixture_tear_down (StoreFixture  *fixture,
                                           gconstpointer  data);
void              store_fixture_reopen    (StoreFixture  *fixture);

/* A connection of its own, as another program has one. */
typedef struct _SqlSession SqlSession;

SqlSession       *sql_session_new    (const char    *path);
void              sql_session_free   (SqlSession    *session);
void              sql_session_run    (SqlSession    *session,
                                      const char    *sql);
void              run_sql            (const char    *path,
                                      const char    *sql);
gint64            ask_sql            (const char    *path,
                                      const char    *sql);
char             *ask_sql_text       (const char    *path,
                                      const char    *sql);

gboolean          become_ordinary    (const char    *folder,
                                      const char    *path);

gboolean          open_store         (LanyardStore      *store,
                                      GError           **error);
GPtrArray        *list_conferences   (LanyardStore      *store);
char             *save_programme     (LanyardStore      *store,
                                      LanyardProgramme  *programme,
                                      gboolean          *is_new);
char             *try_save           (LanyardStore      *store,
                                      LanyardProgramme  *programme,
                                      GError           **error);
LanyardProgramme *load_outline       (LanyardStore      *store,
                                      const char        *uuid,
                                      GError           **error);
LanyardProgramme *load_whole         (LanyardStore      *store,
                                      const char        *uuid,
                                      GError           **error);
LanyardTalk      *load_talk          (LanyardStore      *store,
                                      LanyardProgramme  *outline,
                                      const char        *key,
                                      GError           **error);
gboolean          remove_conference  (LanyardStore      *store,
                                      const char        *uuid,
                                      GError           **error);
gboolean          forget_conference  (LanyardStore      *store,
                                      const char        *uuid,
                                      GError           **error);
gboolean          restore_conference (LanyardStore      *store,
                                      const char        *uuid,
                                      GError           **error);
GPtrArray        *list_picks         (LanyardStore      *store,
                                      const char        *uuid,
                                      GError           **error);
gboolean          set_pick           (LanyardStore      *store,
                                      const char        *uuid,
                                      LanyardKind        kind,
                                      const char        *key,
                                      LanyardLevel       level,
                                      GError           **error);
LanyardDecisions *load_decisions     (LanyardStore      *store,
                                      const char        *uuid,
                                      GError           **error);
gboolean          apply_edit         (LanyardStore      *store,
                                      const char        *uuid,
                                      LanyardEdit       *edit,
                                      gint64             now,
                                      GError           **error);
GPtrArray        *search             (LanyardStore      *store,
                                      const char        *uuid,
                                      const char        *words,
                                      GError           **error);
void              assert_index_agrees (LanyardStore     *store,
                                       const char       *path);

G_END_DECLS
