/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * LanyardCheck:
 * @asked_at: when the server was last asked, UTC seconds, or LANYARD_NO_TIME
 * @checked_at: when the conference was last known to be as the server has it, likewise
 * @retry_at: when the server wants to be asked again at the earliest, likewise
 * @n_failures: how often in a row asking has failed
 *
 * What is remembered of a conference's refreshes.
 */
typedef struct
{
  gint64 asked_at;
  gint64 checked_at;
  gint64 retry_at;
  guint  n_failures;
} LanyardCheck;

typedef struct _LanyardChecks LanyardChecks;

LanyardChecks *lanyard_checks_new          (void);
void           lanyard_checks_free         (LanyardChecks        *self);
LanyardCheck   lanyard_checks_get          (LanyardChecks        *self,
                                            const char           *uuid);
void           lanyard_checks_set_async    (LanyardChecks        *self,
                                            const char           *uuid,
                                            const LanyardCheck   *check,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void           lanyard_checks_forget       (LanyardChecks        *self,
                                            const char           *uuid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardChecks, lanyard_checks_free)

G_END_DECLS
