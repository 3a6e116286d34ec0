/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells of each full minute of the wall clock, and at once when the machine
 * wakes or somebody sets its clock: a timer of the kernel on the clock itself
 * knows all three, which a timeout of the main loop does not. A clock that
 * stands still needs no timer; it tells when it is moved. The open conference
 * has one. On the thread whose main context is to hear of minutes. */

#include "config.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "lanyard-ticker.h"

#define SECONDS_A_MINUTE 60

struct _LanyardTicker
{
  GObject parent_instance;
  LanyardClock *clock; /* owned */
  gboolean running;
  gint64 told;         /* the minute, counted from the epoch, that was told last */
  int timer;           /* owned descriptor, -1 while it is not armed */
  guint source;        /* id of the source that waits for the timer */
};

enum
{
  SIGNAL_MINUTE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardTicker, lanyard_ticker, G_TYPE_OBJECT)

static void
tell (LanyardTicker *self)
{
  self->told = lanyard_clock_get_now (self->clock) / SECONDS_A_MINUTE;
  g_signal_emit (self, signals[SIGNAL_MINUTE], 0);
}

static void
tell_if_passed (LanyardTicker *self)
{
  if (lanyard_clock_get_now (self->clock) / SECONDS_A_MINUTE != self->told)
    tell (self);
}

/* That the clock was set meanwhile is an error to the kernel, but the timer is
 * set nevertheless. */
static void
wait_for_minute (LanyardTicker *self)
{
  gint64 next = (lanyard_clock_get_now (self->clock) / SECONDS_A_MINUTE + 1) * SECONDS_A_MINUTE;
  struct itimerspec when = { .it_value.tv_sec = next };

  if (timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) != 0 &&
      errno != ECANCELED)
    g_warning ("No timer for the next minute: %s", g_strerror (errno));
}

/* A read that fails because the clock was set is news as well: the same minute
 * may be another hour. */
static gboolean
timer_cb (int          timer,
          GIOCondition condition,
          gpointer     user_data)
{
  LanyardTicker *self = LANYARD_TICKER (user_data);
  guint64 n_passed;
  gboolean was_set = read (timer, &n_passed, sizeof n_passed) < 0 && errno == ECANCELED;

  wait_for_minute (self);
  if (was_set)
    tell (self);
  else
    tell_if_passed (self);
  return G_SOURCE_CONTINUE;
}

static void
disarm (LanyardTicker *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_fd (&self->timer, NULL);
}

static void
arm (LanyardTicker *self)
{
  if (self->timer >= 0 || lanyard_clock_is_stopped (self->clock))
    return;

  self->timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->timer < 0)
    {
      g_warning ("No timer for minutes: %s", g_strerror (errno));
      return;
    }
  self->source = g_unix_fd_add_full (G_PRIORITY_DEFAULT_IDLE, self->timer, G_IO_IN, timer_cb, self, NULL);
  wait_for_minute (self);
}

static void
clock_moved_cb (LanyardTicker *self)
{
  g_assert (LANYARD_IS_TICKER (self));

  if (self->running)
    tell (self);
}

static void
lanyard_ticker_dispose (GObject *object)
{
  LanyardTicker *self = LANYARD_TICKER (object);

  disarm (self);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (lanyard_ticker_parent_class)->dispose (object);
}

static void
lanyard_ticker_class_init (LanyardTickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_ticker_dispose;

  /**
   * LanyardTicker::minute:
   * @self: the ticker
   *
   * Another minute began, or the clock shows another time than one would think.
   */
  signals[SIGNAL_MINUTE] = g_signal_new ("minute", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_ticker_init (LanyardTicker *self)
{
  self->timer = -1;
}

/**
 * lanyard_ticker_new:
 * @clock: whose minutes
 *
 * Makes a ticker that does nothing until it runs.
 *
 * Returns: (transfer full): a ticker
 */
LanyardTicker *
lanyard_ticker_new (LanyardClock *clock)
{
  LanyardTicker *self;

  g_return_val_if_fail (LANYARD_IS_CLOCK (clock), NULL);

  self = g_object_new (LANYARD_TYPE_TICKER, NULL);
  self->clock = g_object_ref (clock);
  self->told = lanyard_clock_get_now (clock) / SECONDS_A_MINUTE;
  g_signal_connect_object (clock, "moved", G_CALLBACK (clock_moved_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * lanyard_ticker_set_running:
 * @self: a ticker
 * @running: whether somebody wants to hear of minutes
 *
 * Begins or ends to tell. If another minute began since it was told last, or
 * since the ticker was made, that is told at once.
 */
void
lanyard_ticker_set_running (LanyardTicker *self,
                            gboolean       running)
{
  g_return_if_fail (LANYARD_IS_TICKER (self));

  if (self->running == running)
    return;
  self->running = running;
  if (!running)
    {
      disarm (self);
      return;
    }
  arm (self);
  tell_if_passed (self);
}

/**
 * lanyard_ticker_is_armed:
 * @self: a ticker
 *
 * Gets whether a timer wakes the program for the next minute.
 *
 * Returns: %FALSE while it does not run, or its clock stands still
 */
gboolean
lanyard_ticker_is_armed (LanyardTicker *self)
{
  g_return_val_if_fail (LANYARD_IS_TICKER (self), FALSE);

  return self->timer >= 0;
}
