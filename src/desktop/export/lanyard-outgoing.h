/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../lanyard-open-conference.h"
#include "export/lanyard-extract.h"

G_BEGIN_DECLS

/**
 * LANYARD_OUTGOING_PLAN:
 *
 * The subject that is the whole plan of the open conference.
 */
#define LANYARD_OUTGOING_PLAN "plan"

/**
 * LANYARD_OUTGOING_PLANS:
 *
 * The subject that is the plans of all conferences.
 */
#define LANYARD_OUTGOING_PLANS "plans"

/**
 * LANYARD_OUTGOING_ALL:
 *
 * The subject that is the whole programme of the open conference.
 */
#define LANYARD_OUTGOING_ALL "all"

#define LANYARD_TYPE_OUTGOING (lanyard_outgoing_get_type ())
G_DECLARE_FINAL_TYPE (LanyardOutgoing, lanyard_outgoing, LANYARD, OUTGOING, GObject)

char            *lanyard_outgoing_dup_subject   (LanyardKind            kind,
                                                 const char            *key);
void             lanyard_outgoing_activate      (GtkWidget             *widget,
                                                 const char            *name,
                                                 const char            *subject);
void             lanyard_outgoing_load_async    (LanyardOpenConference *open,
                                                 const char            *subject,
                                                 GAsyncReadyCallback    callback,
                                                 gpointer               user_data);
LanyardOutgoing *lanyard_outgoing_load_finish   (GAsyncResult          *result,
                                                 GError               **error);
LanyardExtract  *lanyard_outgoing_get_extract   (LanyardOutgoing       *self);
GPtrArray       *lanyard_outgoing_get_extracts  (LanyardOutgoing       *self);
LanyardSession  *lanyard_outgoing_get_session   (LanyardOutgoing       *self);
LanyardZone     *lanyard_outgoing_get_zone      (LanyardOutgoing       *self);
const char      *lanyard_outgoing_get_title     (LanyardOutgoing       *self);
gboolean         lanyard_outgoing_is_day_grid   (LanyardOutgoing       *self);
gboolean         lanyard_outgoing_is_mirrored   (LanyardOutgoing       *self);
char            *lanyard_outgoing_dup_name      (const char            *title,
                                                 const char            *extension);

G_END_DECLS
