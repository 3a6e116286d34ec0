/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-plan.h"
#include "store/lanyard-store.h"
#include "sync/lanyard-import.h"
#include "sync/lanyard-sync.h"
#include "time/lanyard-zone.h"

#include "lanyard-cli-output.h"

G_BEGIN_DECLS

/* One run of the program. */
typedef struct _LanyardCliContext LanyardCliContext;

LanyardCliContext *lanyard_cli_context_new             (void);
void               lanyard_cli_context_close           (LanyardCliContext   *self);
void               lanyard_cli_context_free            (LanyardCliContext   *self);

gboolean           lanyard_cli_context_parse           (LanyardCliContext   *self,
                                                        const char          *command,
                                                        const char          *summary,
                                                        const GOptionEntry  *entries,
                                                        int                 *argc,
                                                        char              ***argv,
                                                        GError             **error);

gboolean           lanyard_cli_context_is_json         (LanyardCliContext   *self);
LanyardCliOutput  *lanyard_cli_context_get_output      (LanyardCliContext   *self);
GCancellable      *lanyard_cli_context_get_cancellable (LanyardCliContext   *self);

gboolean           lanyard_cli_context_find_now        (LanyardCliContext   *self,
                                                        gint64              *now,
                                                        GError             **error);
LanyardStore      *lanyard_cli_context_open_store      (LanyardCliContext   *self,
                                                        GError             **error);
LanyardStore      *lanyard_cli_context_get_changed_store (LanyardCliContext *self);
void               lanyard_cli_context_take_sync       (LanyardCliContext   *self,
                                                        LanyardSync         *sync);
LanyardSync       *lanyard_cli_context_get_sync        (LanyardCliContext   *self);
void               lanyard_cli_context_keep            (LanyardCliContext   *self,
                                                        LanyardImport       *import);
void               lanyard_cli_context_take_failure    (LanyardCliContext   *self,
                                                        GError              *failure);
GPtrArray         *lanyard_cli_context_get_failures    (LanyardCliContext   *self);
GPtrArray         *lanyard_cli_context_list_conferences (LanyardCliContext  *self,
                                                        GError             **error);
LanyardConference *lanyard_cli_context_ref_conference  (LanyardCliContext   *self,
                                                        const char          *name,
                                                        GError             **error);
LanyardZone       *lanyard_cli_context_ref_zone        (LanyardCliContext   *self,
                                                        LanyardConference   *conference);
const char        *lanyard_cli_context_get_conference_name (LanyardCliContext *self);
void               lanyard_cli_context_set_conference_name (LanyardCliContext *self,
                                                            const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCliContext, lanyard_cli_context_free)

G_END_DECLS
