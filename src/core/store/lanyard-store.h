/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/lanyard-backup.h"
#include "model/lanyard-change.h"
#include "model/lanyard-decisions.h"
#include "model/lanyard-feed.h"
#include "model/lanyard-pick.h"
#include "model/lanyard-programme.h"
#include "store/lanyard-rescue.h"

G_BEGIN_DECLS

#define LANYARD_STORE_ERROR (lanyard_store_error_quark ())

/**
 * LanyardStoreError:
 * @LANYARD_STORE_ERROR_FAILED: the database could not do it; the message says why
 * @LANYARD_STORE_ERROR_NOT_FOUND: there is no such conference, talk, session or break
 * @LANYARD_STORE_ERROR_FULL: there is no room on the disk
 * @LANYARD_STORE_ERROR_READ_ONLY: the file may not be written
 * @LANYARD_STORE_ERROR_DAMAGED: the file is not a database, or a broken one
 * @LANYARD_STORE_ERROR_NEWER: the file was written by a newer Lanyard
 * @LANYARD_STORE_ERROR_SHRINKS: the new programme would lose more than a third of the talks and was held back
 *
 * Why the store failed.
 */
typedef enum
{
  LANYARD_STORE_ERROR_FAILED,
  LANYARD_STORE_ERROR_NOT_FOUND,
  LANYARD_STORE_ERROR_FULL,
  LANYARD_STORE_ERROR_READ_ONLY,
  LANYARD_STORE_ERROR_DAMAGED,
  LANYARD_STORE_ERROR_NEWER,
  LANYARD_STORE_ERROR_SHRINKS,
} LanyardStoreError;

GQuark lanyard_store_error_quark (void);

/**
 * LanyardMatchKind:
 * @LANYARD_MATCH_TALK: a talk
 * @LANYARD_MATCH_SESSION: a session
 * @LANYARD_MATCH_BREAK: a break
 * @LANYARD_MATCH_PERSON: a person
 * @LANYARD_MATCH_ROOM: a room
 *
 * What a search found.
 */
typedef enum
{
  LANYARD_MATCH_TALK,
  LANYARD_MATCH_SESSION,
  LANYARD_MATCH_BREAK,
  LANYARD_MATCH_PERSON,
  LANYARD_MATCH_ROOM,
} LanyardMatchKind;

#define LANYARD_N_MATCH_KINDS (LANYARD_MATCH_ROOM + 1)

/**
 * LanyardMatchPlace:
 * @LANYARD_MATCH_IN_TITLE: in its title or name
 * @LANYARD_MATCH_IN_PERSONS: in a person's name or affiliation
 * @LANYARD_MATCH_IN_SESSION: in its session's title
 * @LANYARD_MATCH_IN_ROOM: in its room's name
 * @LANYARD_MATCH_IN_WORDS: in keywords, track, code or parts; a person's
 *   affiliation, or a room's venue
 * @LANYARD_MATCH_IN_TEXT: in its description
 *
 * Where all words of a search stand: in this place, or in this one and those
 * before it. The first is the best.
 */
typedef enum
{
  LANYARD_MATCH_IN_TITLE,
  LANYARD_MATCH_IN_PERSONS,
  LANYARD_MATCH_IN_SESSION,
  LANYARD_MATCH_IN_ROOM,
  LANYARD_MATCH_IN_WORDS,
  LANYARD_MATCH_IN_TEXT,
} LanyardMatchPlace;

/* What stands around the words that were found. */
#define LANYARD_MATCH_BEGIN "\356\200\200"
#define LANYARD_MATCH_END "\356\200\201"

/**
 * LanyardMatch:
 * @uuid: the conference in which it was found
 * @kind: what was found
 * @place: where it was found
 * @key: which of that kind; a room's is its name
 * @title: its title or name
 * @marked_title: the same; words that were found stand between U+E000 and U+E001
 * @snippet: (nullable): one line of the text at @place, marked likewise, or
 *   %NULL where that is the title
 * @start: of a talk or a break, or of a session's first block, UTC seconds, or
 *   %LANYARD_NO_TIME
 * @end: likewise, of a session's last block
 *
 * One result of a search.
 */
typedef struct
{
  char              *uuid;
  LanyardMatchKind   kind;
  LanyardMatchPlace  place;
  char              *key;
  char              *title;
  char              *marked_title;
  char              *snippet;
  gint64             start;
  gint64             end;
} LanyardMatch;

#define LANYARD_TYPE_MATCH (lanyard_match_get_type ())
GType         lanyard_match_get_type (void);
LanyardMatch *lanyard_match_ref      (LanyardMatch *self);
void          lanyard_match_unref    (LanyardMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardMatch, lanyard_match_unref)

/**
 * LanyardSaveFlags:
 * @LANYARD_SAVE_NONE: nothing special
 * @LANYARD_SAVE_ACCEPT_SHRINK: also a programme that loses more than a third of the talks
 * @LANYARD_SAVE_OTHER_FEED: it is from another feed than the stored one, so that what it says otherwise is
 *   no news, and the one without a feed is from files
 *
 * How a programme is saved.
 */
typedef enum
{
  LANYARD_SAVE_NONE = 0,
  LANYARD_SAVE_ACCEPT_SHRINK = 1 << 0,
  LANYARD_SAVE_OTHER_FEED = 1 << 1,
} LanyardSaveFlags;

/**
 * LanyardSaved:
 * @uuid: the conference's id
 * @is_new: whether the conference was not there before
 * @changes: (element-type LanyardChange): what differs from the programme before
 *
 * What came of saving a programme.
 */
typedef struct
{
  char      *uuid;
  gboolean   is_new;
  GPtrArray *changes;
} LanyardSaved;

void lanyard_saved_free (LanyardSaved *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardSaved, lanyard_saved_free)

/**
 * LanyardStore:
 *
 * Everything that is kept, in one file. Requests are done one after the other
 * in the order in which they are made; each is answered in the main context
 * that was the caller's thread default. Who lets go of the store lets the
 * requests that are under way finish, then waits until the file is closed.
 *
 * A damaged database is replaced by the newest good backup, of which the signal
 * `rescued` tells. Backups are made beside the database, on the store's own
 * thread, when nobody asks for anything.
 *
 * Four signals tell of changes, made here (before the request is answered) or
 * by another process (within a second), in the main context that was the
 * thread's default when the store was made:
 *
 * - `conferences-changed` (): one came, went or has a new programme;
 * - `decisions-changed` (const char *uuid): picks, notes or own entries of this conference changed;
 * - `changes-changed` (const char *uuid): changes of this conference were noticed or seen;
 * - `choices-changed` (const char *uuid): something was chosen for this conference.
 */
#define LANYARD_TYPE_STORE (lanyard_store_get_type ())
G_DECLARE_FINAL_TYPE (LanyardStore, lanyard_store, LANYARD, STORE, GObject)

LanyardStore      *lanyard_store_new                     (const char           *path);
void               lanyard_store_set_hasty               (LanyardStore         *self);
void               lanyard_store_close_early             (LanyardStore         *self);
char              *lanyard_store_dup_default_path        (void);
LanyardRescue     *lanyard_store_get_rescue              (LanyardStore         *self);

void               lanyard_store_open_async              (LanyardStore         *self,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean           lanyard_store_open_finish             (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_forget_rescue_async     (LanyardStore         *self,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean           lanyard_store_forget_rescue_finish    (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_list_conferences_async  (LanyardStore         *self,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray         *lanyard_store_list_conferences_finish (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_find_zone_async         (LanyardStore         *self,
                                                          const char           *feed_id,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
char              *lanyard_store_find_zone_finish        (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_list_removed_async      (LanyardStore         *self,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray         *lanyard_store_list_removed_finish     (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_load_outline_async      (LanyardStore         *self,
                                                          const char           *uuid,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
LanyardProgramme  *lanyard_store_load_outline_finish     (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_load_whole_async        (LanyardStore         *self,
                                                          const char           *uuid,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
LanyardProgramme  *lanyard_store_load_whole_finish       (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_load_talk_async         (LanyardStore         *self,
                                                          LanyardProgramme     *outline,
                                                          const char           *key,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
LanyardTalk       *lanyard_store_load_talk_finish        (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void               lanyard_store_load_person_async       (LanyardStore         *self,
                                                          const char           *uuid,
                                                          const char           *key,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
LanyardPerson     *lanyard_store_load_person_finish      (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void               lanyard_store_save_programme_async    (LanyardStore         *self,
                                                          LanyardProgramme     *programme,
                                                          gint64                imported_at,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
char              *lanyard_store_save_programme_finish   (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          gboolean             *is_new,
                                                          GError              **error);

void               lanyard_store_save_feed_async         (LanyardStore         *self,
                                                          const char           *uuid,
                                                          LanyardProgramme     *programme,
                                                          LanyardFeed          *feed,
                                                          gint64                now,
                                                          LanyardSaveFlags      flags,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
LanyardSaved      *lanyard_store_save_feed_finish        (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_find_feed_async         (LanyardStore         *self,
                                                          const char           *uuid,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
LanyardFeed       *lanyard_store_find_feed_finish        (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_list_changes_async      (LanyardStore         *self,
                                                          const char           *uuid,
                                                          gint64                since,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray         *lanyard_store_list_changes_finish     (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_see_changes_async       (LanyardStore         *self,
                                                          const char           *uuid,
                                                          gint64                last_id,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean           lanyard_store_see_changes_finish      (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_remove_conference_async  (LanyardStore        *self,
                                                           const char          *uuid,
                                                           GCancellable        *cancellable,
                                                           GAsyncReadyCallback  callback,
                                                           gpointer             user_data);
gboolean           lanyard_store_remove_conference_finish (LanyardStore        *self,
                                                           GAsyncResult        *result,
                                                           GError             **error);

void               lanyard_store_forget_conference_async  (LanyardStore        *self,
                                                           const char          *uuid,
                                                           GCancellable        *cancellable,
                                                           GAsyncReadyCallback  callback,
                                                           gpointer             user_data);
gboolean           lanyard_store_forget_conference_finish (LanyardStore        *self,
                                                           GAsyncResult        *result,
                                                           GError             **error);

void               lanyard_store_restore_conference_async  (LanyardStore        *self,
                                                            const char          *uuid,
                                                            GCancellable        *cancellable,
                                                            GAsyncReadyCallback  callback,
                                                            gpointer             user_data);
gboolean           lanyard_store_restore_conference_finish (LanyardStore        *self,
                                                            GAsyncResult        *result,
                                                            GError             **error);

void               lanyard_store_list_talk_links_async   (LanyardStore         *self,
                                                          const char           *uuid,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GHashTable        *lanyard_store_list_talk_links_finish  (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_list_picks_async        (LanyardStore         *self,
                                                          const char           *uuid,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray         *lanyard_store_list_picks_finish       (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_set_pick_async          (LanyardStore         *self,
                                                          const char           *uuid,
                                                          LanyardKind           kind,
                                                          const char           *key,
                                                          LanyardLevel          level,
                                                          gint64                picked_at,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean           lanyard_store_set_pick_finish         (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_load_decisions_async    (LanyardStore         *self,
                                                          const char           *uuid,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
LanyardDecisions  *lanyard_store_load_decisions_finish   (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_apply_async             (LanyardStore         *self,
                                                          const char           *uuid,
                                                          LanyardEdit          *edit,
                                                          gint64                now,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean           lanyard_store_apply_finish            (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_collect_backup_async    (LanyardStore         *self,
                                                          gint64                now,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
LanyardBackup     *lanyard_store_collect_backup_finish   (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_restore_backup_async    (LanyardStore         *self,
                                                          LanyardBackup        *backup,
                                                          gint64                now,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray         *lanyard_store_restore_backup_finish   (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_list_choices_async      (LanyardStore         *self,
                                                          const char           *uuid,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GHashTable        *lanyard_store_list_choices_finish     (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_set_choice_async        (LanyardStore         *self,
                                                          const char           *uuid,
                                                          const char           *name,
                                                          const char           *value,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean           lanyard_store_set_choice_finish       (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

void               lanyard_store_search_async            (LanyardStore         *self,
                                                          const char           *uuid,
                                                          const char           *words,
                                                          gint64                now,
                                                          guint                 limit,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray         *lanyard_store_search_finish           (LanyardStore         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

G_END_DECLS
