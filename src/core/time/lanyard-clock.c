/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What time it is. Handed to whatever needs to know, so that tests and demos
 * can stop it; nothing else in the core asks the system. Any thread. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "lanyard-clock.h"
#include "lanyard-time-format.h"

struct _LanyardClock
{
  GObject parent_instance;
  gboolean stopped;
  gint64 instant; /* where it stands if stopped; seconds since 1970 in UTC */
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardClock, lanyard_clock, G_TYPE_OBJECT)

static void
lanyard_clock_class_init (LanyardClockClass *klass)
{
  /**
   * LanyardClock::moved:
   * @self: the clock
   *
   * A stopped clock was moved to another time.
   */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_clock_init (LanyardClock *self)
{
}

/**
 * lanyard_clock_new_system:
 *
 * Makes a clock that shows the system's time.
 *
 * Returns: (transfer full): a clock
 */
LanyardClock *
lanyard_clock_new_system (void)
{
  return g_object_new (LANYARD_TYPE_CLOCK, NULL);
}

/**
 * lanyard_clock_new_stopped:
 * @instant: seconds since 1970 in UTC
 *
 * Makes a clock that always shows the same time.
 *
 * Returns: (transfer full): a clock
 */
LanyardClock *
lanyard_clock_new_stopped (gint64 instant)
{
  LanyardClock *self = g_object_new (LANYARD_TYPE_CLOCK, NULL);

  self->stopped = TRUE;
  self->instant = instant;
  return self;
}

/**
 * lanyard_clock_new_from_environment:
 * @error: return location for an error
 *
 * Makes the clock that a program runs by: stopped where the variable
 * `LANYARD_NOW` says, else the system's.
 *
 * `LANYARD_NOW` is ISO 8601, in the machine's zone if it names none:
 * "2026-10-05T10:00:00+02:00", "2026-10-05 10:00".
 *
 * Returns: (transfer full): a clock, %NULL with %G_IO_ERROR_INVALID_ARGUMENT
 *   if the variable is no time
 */
LanyardClock *
lanyard_clock_new_from_environment (GError **error)
{
  const char *text = g_getenv ("LANYARD_NOW");
  g_autoptr (LanyardZone) zone = NULL;
  gint64 instant;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (text == NULL || *text == '\0')
    return lanyard_clock_new_system ();

  zone = lanyard_zone_new_local ();
  if (!lanyard_parse_iso8601 (text, zone, &instant))
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   /* Translators: LANYARD_NOW is the name of an environment variable; %s is what it was set to. */
                   _ ("LANYARD_NOW is “%s”, which is not a time such as 2026-10-05T10:00."), valid);
      return NULL;
    }

  return lanyard_clock_new_stopped (instant);
}

/**
 * lanyard_clock_get_now:
 * @self: a clock
 *
 * Reads the clock.
 *
 * Returns: seconds since 1970 in UTC
 */
gint64
lanyard_clock_get_now (LanyardClock *self)
{
  g_return_val_if_fail (LANYARD_IS_CLOCK (self), 0);

  return self->stopped ? self->instant : g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * lanyard_clock_is_stopped:
 * @self: a clock
 *
 * Gets whether the clock stands still.
 *
 * Returns: %FALSE if it shows the system's time
 */
gboolean
lanyard_clock_is_stopped (LanyardClock *self)
{
  g_return_val_if_fail (LANYARD_IS_CLOCK (self), FALSE);

  return self->stopped;
}

/**
 * lanyard_clock_move:
 * @self: a stopped clock
 * @instant: seconds since 1970 in UTC
 *
 * Moves a stopped clock to another time, where it stands again. On the thread
 * whose objects follow the clock.
 */
void
lanyard_clock_move (LanyardClock *self,
                    gint64        instant)
{
  g_return_if_fail (LANYARD_IS_CLOCK (self));
  g_return_if_fail (self->stopped);

  self->instant = instant;
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}
