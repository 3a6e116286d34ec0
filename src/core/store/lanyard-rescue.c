/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done about a damaged database, and how a person is told. Made by
 * the store; window and command line show the same sentences. Any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-rescue.h"
#include "model/lanyard-enums.h"
#include "text/lanyard-sentences.h"
#include "time/lanyard-time-format.h"

G_DEFINE_BOXED_TYPE (LanyardRescue, lanyard_rescue, lanyard_rescue_ref, lanyard_rescue_unref)

static void
lanyard_rescue_clear (gpointer data)
{
  LanyardRescue *self = data;

  g_clear_pointer (&self->damaged_path, g_free);
}

/**
 * lanyard_rescue_new:
 * @damaged_path: where the damaged database is now
 * @made_at: when the backup in its place was made, UTC seconds, or %LANYARD_NO_TIME
 * @n_saved: how much was read from the damaged database
 *
 * Makes a rescue.
 *
 * Returns: (transfer full): a rescue
 */
LanyardRescue *
lanyard_rescue_new (const char *damaged_path,
                    gint64      made_at,
                    guint       n_saved)
{
  LanyardRescue *self;

  g_return_val_if_fail (damaged_path != NULL, NULL);

  self = g_atomic_rc_box_new0 (LanyardRescue);
  self->damaged_path = g_strdup (damaged_path);
  self->made_at = made_at;
  self->n_saved = n_saved;
  return self;
}

/**
 * lanyard_rescue_ref:
 * @self: a rescue
 *
 * Keeps a rescue.
 *
 * Returns: (transfer full): @self
 */
LanyardRescue *
lanyard_rescue_ref (LanyardRescue *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_rescue_unref:
 * @self: (transfer full): a rescue
 *
 * Lets a rescue go.
 */
void
lanyard_rescue_unref (LanyardRescue *self)
{
  g_atomic_rc_box_release_full (self, lanyard_rescue_clear);
}

static char *
dup_backup_sentence (LanyardRescue *self,
                     LanyardZone   *zone)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (self->made_at == LANYARD_NO_TIME)
    return g_strdup (_("There was no backup of it."));

  day = lanyard_format_day (lanyard_zone_get_day (zone, self->made_at), LANYARD_DAY_FULL);
  time = lanyard_format_time (zone, self->made_at);
  /* Translators: the first %s is a day with its year, the second a time of day */
  return g_strdup_printf (_("The backup of %s, %s has taken its place."), day, time);
}

static char *
dup_saved_sentence (LanyardRescue *self)
{
  return g_strdup_printf (
      ngettext ("%u newer pick, note or entry of yours could be read from the damaged file and was kept.",
                "%u newer picks, notes and entries of yours could be read from the damaged file and were kept.",
                self->n_saved),
      self->n_saved);
}

/**
 * lanyard_rescue_dup_sentence:
 * @self: a rescue
 * @zone: in which zone to say when
 *
 * Says what was done, in a few sentences, but for the file's name, which may be
 * long.
 *
 * Returns: (transfer full): the sentences
 */
char *
lanyard_rescue_dup_sentence (LanyardRescue *self,
                             LanyardZone   *zone)
{
  g_autofree char *backup = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *both = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  backup = dup_backup_sentence (self, zone);
  both = lanyard_join_sentences (_("The database was damaged and was set aside."), backup);
  if (self->n_saved == 0)
    return g_steal_pointer (&both);
  saved = dup_saved_sentence (self);
  return lanyard_join_sentences (both, saved);
}
