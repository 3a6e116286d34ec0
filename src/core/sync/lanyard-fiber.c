/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fibers that wait for the core's asynchronous calls, so that what takes
 * several of them reads from top to bottom. Called by whoever works in steps
 * in this folder; main thread. */

#include "config.h"

#include "lanyard-fiber.h"

/* Programs' progress functions run on it, so that it is not the smallest; only
 * what is used of it takes memory. */
#define STACK (512 * 1024)

typedef struct
{
  LanyardFiberFunc work;
  LanyardFiberFunc done;
  gpointer         data; /* owned by done() */
} Fiber;

static DexFuture *
work_fiber (gpointer user_data)
{
  const Fiber *fiber = user_data;

  fiber->work (fiber->data);
  return dex_future_new_true ();
}

static DexFuture *
worked_cb (DexFuture *future,
           gpointer   user_data)
{
  const Fiber *fiber = user_data;

  fiber->done (fiber->data);
  return dex_future_new_true ();
}

/*
 * Has work() done on a fiber of the main thread, where it may await, and then
 * done() outside it: so that callbacks of the program, which may go deep, run
 * on the thread's own stack.
 */
void
lanyard_fiber_start (LanyardFiberFunc work,
                     LanyardFiberFunc done,
                     gpointer         data)
{
  Fiber *fiber = g_new0 (Fiber, 1);
  DexFuture *future;

  fiber->work = work;
  fiber->done = done;
  fiber->data = data;
  future = dex_scheduler_spawn (NULL, STACK, work_fiber, fiber, NULL);
  dex_future_disown (dex_future_finally (future, worked_cb, fiber, g_free));
}

/*
 * Waits until a call has ended that was given lanyard_fiber_await_cb() and a
 * reference to the promise; takes the promise. The result is never NULL: what
 * is cancelled is the call, which ends then.
 */
GAsyncResult *
lanyard_fiber_await (DexPromise *answer)
{
  return dex_await_object (DEX_FUTURE (answer), NULL);
}

/*
 * The callback to give to a call.
 */
void
lanyard_fiber_await_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (DexPromise) answer = user_data;

  dex_promise_resolve_object (answer, g_object_ref (result));
}
