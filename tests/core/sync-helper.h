/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of what refreshes: a server, a database and a stopped clock of
 * their own, no keyring, and the calls made blocking. */

#pragma once

#include "lanyard-indico-server.h"
#include "sync/lanyard-import.h"
#include "sync/lanyard-sync.h"

G_BEGIN_DECLS

#define EVENT "77"
#define NOW 1790000000 /* 21 September 2026, before the invented conference */

typedef struct
{
  char                *folder;   /* owned */
  char                *database; /* owned: the file */
  char                *address;  /* owned: of the event, EVENT */
  LanyardIndicoServer *server;   /* owned */
  LanyardStore        *store;    /* owned, open */
  LanyardFetcher      *fetcher;  /* owned: little patience */
  LanyardKeyring      *keyring;  /* owned: there is none on this bus */
  LanyardSync         *sync;     /* owned */
} SyncFixture;

/* An asynchronous call that has been made. */
typedef struct
{
  GAsyncResult *result; /* owned, NULL until it has ended */
} Call;

void            call_cb    (GObject      *source,
                            GAsyncResult *result,
                            gpointer      user_data);
GAsyncResult   *call_wait  (Call         *call);
void            call_clear (Call         *call);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

/* What is kept outside the database goes to a folder of the test's own. */
int             run_tests_with_own_state (void (*add_tests) (void),
                                          int            argc,
                                          char          *argv[]);
void            sync_fixture_set_up    (SyncFixture   *fixture,
                                        gconstpointer  data);
void            sync_fixture_tear_down (SyncFixture   *fixture,
                                        gconstpointer  data);
/* Another program that begins, at another time. */
void            sync_fixture_restart   (SyncFixture   *fixture,
                                        gint64         now);

/* A later version of the invented conference, see tests/server/make_changed.py. */
void            change_event           (SyncFixture          *fixture,
                                        const char           *version);
LanyardPreview *preview                (SyncFixture          *fixture,
                                        const char           *address,
                                        GError              **error);
char           *add                    (SyncFixture          *fixture);
/* What is in a file or a folder, read and stored as the window does it. */
LanyardImport  *import_path            (SyncFixture          *fixture,
                                        const char           *path,
                                        GError              **error);
LanyardRefresh *refresh                (SyncFixture          *fixture,
                                        const char           *uuid,
                                        LanyardRefreshFlags   flags,
                                        GError              **error);
/* How many requests the server has had that hold `part`. */
guint           count_requests         (SyncFixture          *fixture,
                                        const char           *part);
/* What the files of the database hold, and when they were written. */
char           *dup_state              (SyncFixture          *fixture);
LanyardConference *find_conference     (SyncFixture          *fixture,
                                        const char           *uuid);
void            remove_it              (SyncFixture          *fixture,
                                        const char           *uuid);
void            pick                   (SyncFixture          *fixture,
                                        const char           *uuid,
                                        const char           *key);
guint           count_picks            (SyncFixture          *fixture,
                                        const char           *uuid);

G_END_DECLS
