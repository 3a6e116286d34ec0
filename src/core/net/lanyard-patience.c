/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ends what takes too long: a cancellable that is cancelled by the caller's
 * own, by a deadline, or by a wait that can be begun anew. libsoup's time-out
 * counts whole seconds and means connecting and silence alike, hence this.
 * lanyard-exchange.c makes one for each exchange, in its main context. */

#include "config.h"

#include "lanyard-patience.h"

struct _LanyardPatience
{
  GCancellable *cancellable;       /* owned: what the exchange is given */
  GCancellable *caller;            /* owned, nullable */
  gulong caller_handler;           /* of caller */
  GSource *deadline;               /* owned */
  GSource *wait;                   /* owned, nullable */
  LanyardPatienceEnd awaited;      /* what wait is for */
  LanyardPatienceEnd end;
};

static GSource *
attach_timeout (guint       ms,
                GSourceFunc callback,
                gpointer    user_data)
{
  GSource *source = g_timeout_source_new (ms);

  g_source_set_callback (source, callback, user_data, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
end (LanyardPatience    *self,
     LanyardPatienceEnd  reason)
{
  if (self->end == LANYARD_PATIENCE_LASTS && !g_cancellable_is_cancelled (self->cancellable))
    self->end = reason;
  g_cancellable_cancel (self->cancellable);
}

static gboolean
deadline_cb (gpointer user_data)
{
  end (user_data, LANYARD_PATIENCE_TOTAL);
  return G_SOURCE_REMOVE;
}

static gboolean
wait_cb (gpointer user_data)
{
  LanyardPatience *self = user_data;

  end (self, self->awaited);
  return G_SOURCE_REMOVE;
}

static void
caller_cancelled_cb (GCancellable *caller,
                     GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* @deadline is of g_get_monotonic_time(). */
LanyardPatience *
lanyard_patience_new (gint64        deadline,
                      GCancellable *cancellable)
{
  LanyardPatience *self = g_new0 (LanyardPatience, 1);
  gint64 left_ms = (deadline - g_get_monotonic_time ()) / 1000;

  self->cancellable = g_cancellable_new ();
  self->deadline = attach_timeout ((guint) CLAMP (left_ms, 0, G_MAXINT), deadline_cb, self);
  if (cancellable != NULL)
    {
      self->caller = g_object_ref (cancellable);
      self->caller_handler = g_cancellable_connect (cancellable, G_CALLBACK (caller_cancelled_cb),
                                                    g_object_ref (self->cancellable), g_object_unref);
    }
  return self;
}

/* The exchange has ended; what still goes on for it is cancelled. */
void
lanyard_patience_stop (LanyardPatience *self)
{
  g_cancellable_disconnect (self->caller, self->caller_handler);
  self->caller_handler = 0;
  clear_source (&self->deadline);
  clear_source (&self->wait);
  g_cancellable_cancel (self->cancellable);
}

void
lanyard_patience_free (LanyardPatience *self)
{
  lanyard_patience_stop (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->caller);
  g_free (self);
}

GCancellable *
lanyard_patience_get_cancellable (LanyardPatience *self)
{
  return self->cancellable;
}

/* Why it was cancelled, %LANYARD_PATIENCE_LASTS if by the caller. */
LanyardPatienceEnd
lanyard_patience_get_end (LanyardPatience *self)
{
  return self->end;
}

/* Ends it in @ms milliseconds, unless it is called again or told to rest. */
void
lanyard_patience_wait (LanyardPatience    *self,
                       LanyardPatienceEnd  reason,
                       guint               ms)
{
  clear_source (&self->wait);
  self->awaited = reason;
  self->wait = attach_timeout (ms, wait_cb, self);
}

/* Only the deadline counts from now on. */
void
lanyard_patience_rest (LanyardPatience *self)
{
  clear_source (&self->wait);
}
