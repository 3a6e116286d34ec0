/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A moment, or the time between two. */
typedef struct
{
  gint64 cpu;  /* microseconds for which this thread had the processor */
  gint64 wall; /* microseconds by a clock on the wall */
} Duration;

Duration duration_now       (void);
Duration duration_since     (Duration    begun);
void     duration_keep_best (Duration   *best,
                             Duration    duration);
void     duration_report    (const char *what,
                             const char *name,
                             Duration    duration);

G_END_DECLS
