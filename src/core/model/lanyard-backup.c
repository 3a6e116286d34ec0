/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is yours, of all conferences, as the store gives it and a backup
 * file keeps it. Any thread. */

#include "config.h"

#include "lanyard-backup.h"

G_DEFINE_BOXED_TYPE (LanyardBackup, lanyard_backup, lanyard_backup_ref, lanyard_backup_unref)

/**
 * lanyard_backup_target_new:
 * @kind: a talk, a session or a break
 * @key: which of that kind
 * @title: (nullable): its title
 * @url: (nullable): its page
 * @start: UTC seconds, or %LANYARD_NO_TIME
 * @persons: (nullable): its speakers, one a line
 *
 * Makes a target.
 *
 * Returns: (transfer full): a target
 */
LanyardBackupTarget *
lanyard_backup_target_new (LanyardKind  kind,
                           const char  *key,
                           const char  *title,
                           const char  *url,
                           gint64       start,
                           const char  *persons)
{
  LanyardBackupTarget *self;

  g_return_val_if_fail (key != NULL, NULL);

  self = g_new0 (LanyardBackupTarget, 1);
  self->kind = kind;
  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->url = g_strdup (url);
  self->start = start;
  self->persons = g_strdup (persons);
  return self;
}

/**
 * lanyard_backup_target_free:
 * @self: (transfer full): a target
 *
 * Frees it.
 */
void
lanyard_backup_target_free (LanyardBackupTarget *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->url);
  g_free (self->persons);
  g_free (self);
}

/**
 * lanyard_backup_conference_new:
 *
 * Makes a conference without anything, to be filled by the one who makes it.
 *
 * Returns: (transfer full): a conference
 */
LanyardBackupConference *
lanyard_backup_conference_new (void)
{
  LanyardBackupConference *self = g_new0 (LanyardBackupConference, 1);

  self->start = LANYARD_NO_TIME;
  self->end = LANYARD_NO_TIME;
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_backup_target_free);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * lanyard_backup_conference_free:
 * @self: (transfer full): a conference
 *
 * Frees it.
 */
void
lanyard_backup_conference_free (LanyardBackupConference *self)
{
  g_free (self->uuid);
  g_free (self->feed_id);
  g_free (self->feed_url);
  g_free (self->title);
  g_free (self->zone);
  g_free (self->url);
  g_clear_pointer (&self->decisions, lanyard_decisions_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_free (self);
}

static void
lanyard_backup_clear (gpointer data)
{
  LanyardBackup *self = data;

  g_clear_pointer (&self->conferences, g_ptr_array_unref);
}

/**
 * lanyard_backup_new:
 * @made_at: when, UTC seconds
 * @conferences: (element-type LanyardBackupConference): the conferences
 *
 * Makes a backup.
 *
 * Returns: (transfer full): a backup
 */
LanyardBackup *
lanyard_backup_new (gint64     made_at,
                    GPtrArray *conferences)
{
  LanyardBackup *self;

  g_return_val_if_fail (conferences != NULL, NULL);

  self = g_atomic_rc_box_new0 (LanyardBackup);
  self->made_at = made_at;
  self->conferences = g_ptr_array_ref (conferences);
  return self;
}

/**
 * lanyard_backup_ref:
 * @self: a backup
 *
 * Keeps a backup.
 *
 * Returns: (transfer full): @self
 */
LanyardBackup *
lanyard_backup_ref (LanyardBackup *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_backup_unref:
 * @self: (transfer full): a backup
 *
 * Lets a backup go.
 */
void
lanyard_backup_unref (LanyardBackup *self)
{
  g_atomic_rc_box_release_full (self, lanyard_backup_clear);
}
