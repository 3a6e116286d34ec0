/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-decisions.h"

G_BEGIN_DECLS

/**
 * LanyardBackupTarget:
 * @kind: a talk, a session or a break
 * @key: which of that kind
 * @title: (nullable): its title
 * @url: (nullable): its page
 * @start: UTC seconds, or %LANYARD_NO_TIME
 * @persons: (nullable): its speakers, one a line
 *
 * What something is decided about, by which it is known again if it has another
 * key by now.
 */
typedef struct
{
  LanyardKind  kind;
  char        *key;
  char        *title;
  char        *url;
  gint64       start;
  char        *persons;
} LanyardBackupTarget;

LanyardBackupTarget *lanyard_backup_target_new  (LanyardKind          kind,
                                                 const char          *key,
                                                 const char          *title,
                                                 const char          *url,
                                                 gint64               start,
                                                 const char          *persons);
void                 lanyard_backup_target_free (LanyardBackupTarget *self);

/**
 * LanyardBackupConference:
 * @uuid: our id
 * @feed_id: what its feed calls it
 * @feed_url: (nullable): where its programme comes from
 * @title: its title
 * @zone: its zone
 * @url: (nullable): its page
 * @start: UTC seconds, or %LANYARD_NO_TIME
 * @end: likewise
 * @decisions: what is decided
 * @targets: (element-type LanyardBackupTarget): what that is about
 * @choices: (element-type utf8 utf8): what was chosen, such as a filter and what is
 *   hidden, by name
 *
 * A conference in a backup.
 */
typedef struct
{
  char             *uuid;
  char             *feed_id;
  char             *feed_url;
  char             *title;
  char             *zone;
  char             *url;
  gint64            start;
  gint64            end;
  LanyardDecisions *decisions;
  GPtrArray        *targets;
  GHashTable       *choices;
} LanyardBackupConference;

LanyardBackupConference *lanyard_backup_conference_new  (void);
void                     lanyard_backup_conference_free (LanyardBackupConference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardBackupConference, lanyard_backup_conference_free)

#define LANYARD_TYPE_BACKUP (lanyard_backup_get_type ())

/**
 * LanyardBackup:
 * @made_at: when, UTC seconds
 * @conferences: (element-type LanyardBackupConference): all conferences
 *
 * All that is yours: what a backup file has in it. Never changes.
 */
typedef struct
{
  gint64     made_at;
  GPtrArray *conferences;
} LanyardBackup;

GType          lanyard_backup_get_type (void);
LanyardBackup *lanyard_backup_new      (gint64         made_at,
                                        GPtrArray     *conferences);
LanyardBackup *lanyard_backup_ref      (LanyardBackup *self);
void           lanyard_backup_unref    (LanyardBackup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardBackup, lanyard_backup_unref)

/**
 * LanyardBackupResult:
 * @title: the conference's title
 * @is_waiting: whether the conference is not here, or was removed; what is decided is
 *   kept until it is added
 * @n_picks: how many picks came or changed
 * @n_notes: how many notes came or were written on
 * @n_marks: how many things have new marks
 * @n_entries: how many own entries came or changed
 * @n_choices: how many choices of a conference, such as its filter, came
 * @n_unchanged: how much was here already, or newer
 *
 * What came of restoring one conference.
 */
typedef struct
{
  char     *title;
  gboolean  is_waiting;
  guint     n_picks;
  guint     n_notes;
  guint     n_marks;
  guint     n_entries;
  guint     n_choices;
  guint     n_unchanged;
} LanyardBackupResult;

LanyardBackupResult *lanyard_backup_result_new  (const char          *title);
void                 lanyard_backup_result_free (LanyardBackupResult *self);
gboolean             lanyard_backup_result_is_news (const LanyardBackupResult *self);
LanyardEdit         *lanyard_backup_make_edit   (LanyardDecisions    *here,
                                                 LanyardDecisions    *there,
                                                 LanyardBackupResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardBackupResult, lanyard_backup_result_free)

G_END_DECLS
