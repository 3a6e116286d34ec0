/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/lanyard-plan.h"
#include "time/lanyard-zone.h"

#include "lanyard-cli-output.h"

G_BEGIN_DECLS

/* A JSON document that is being written; src/cli/JSON.md says what is in it. */
typedef struct _LanyardCliJson LanyardCliJson;

LanyardCliJson *lanyard_cli_json_new            (LanyardZone       *zone);
void            lanyard_cli_json_free           (LanyardCliJson    *self);
void            lanyard_cli_json_set_plan       (LanyardCliJson    *self,
                                                 LanyardPlan       *plan);
void            lanyard_cli_json_set_decisions  (LanyardCliJson    *self,
                                                 LanyardDecisions  *decisions);
LanyardDecisions *lanyard_cli_json_get_decisions (LanyardCliJson   *self);
void            lanyard_cli_json_set_whole      (LanyardCliJson    *self,
                                                 gboolean           is_whole);
gboolean        lanyard_cli_json_is_whole       (LanyardCliJson    *self);
LanyardPlan    *lanyard_cli_json_get_plan       (LanyardCliJson    *self);
void            lanyard_cli_json_print          (LanyardCliJson    *self,
                                                 LanyardCliOutput  *output);

void            lanyard_cli_json_begin_list     (LanyardCliJson    *self,
                                                 const char        *name);
void            lanyard_cli_json_end_list       (LanyardCliJson    *self);
void            lanyard_cli_json_begin_object   (LanyardCliJson    *self,
                                                 const char        *name);
void            lanyard_cli_json_end_object     (LanyardCliJson    *self);

void            lanyard_cli_json_add_string     (LanyardCliJson    *self,
                                                 const char        *name,
                                                 const char        *value);
void            lanyard_cli_json_add_number     (LanyardCliJson    *self,
                                                 const char        *name,
                                                 gint64             value);
void            lanyard_cli_json_add_boolean    (LanyardCliJson    *self,
                                                 const char        *name,
                                                 gboolean           value);
void            lanyard_cli_json_add_instant    (LanyardCliJson    *self,
                                                 const char        *name,
                                                 gint64             instant);
void            lanyard_cli_json_add_id         (LanyardCliJson    *self,
                                                 const char        *name,
                                                 LanyardKind        kind,
                                                 const char        *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCliJson, lanyard_cli_json_free)

G_END_DECLS
