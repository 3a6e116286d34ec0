/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-fault.h"

G_BEGIN_DECLS

/**
 * LanyardIndicoServer:
 *
 * An Indico as far as attendees' programs can tell, on a port of this computer,
 * in a thread of its own: exports, pages with redirects, tokens and their
 * scopes, API keys with signatures, the cache of 600 s, errors as the real one
 * words them, and faults on request. Over https with the tests' own authority.
 */
#define LANYARD_TYPE_INDICO_SERVER (lanyard_indico_server_get_type ())
G_DECLARE_FINAL_TYPE (LanyardIndicoServer, lanyard_indico_server, LANYARD, INDICO_SERVER, GObject)

/* `prefix` is the path under which it is mounted, "" or "/indico". */
LanyardIndicoServer *lanyard_indico_server_new              (gboolean             tls,
                                                             const char          *prefix,
                                                             guint                port,
                                                             GError             **error);
/* "http://127.0.0.1:4711/indico" */
const char          *lanyard_indico_server_get_base         (LanyardIndicoServer *self);
/* What trusts a server with tls. */
GTlsDatabase        *lanyard_indico_server_dup_authority    (void);

/* Serves the export documents of a folder (any of sessions.json,
 * contributions.json, timetable.json) as an event; again to change them. Event
 * ids in the documents are rewritten to `event`. */
gboolean             lanyard_indico_server_set_event        (LanyardIndicoServer *self,
                                                             const char          *event,
                                                             const char          *folder,
                                                             GError             **error);
/* Likewise with the bytes themselves, NULL for a document that is not there. */
void                 lanyard_indico_server_set_documents    (LanyardIndicoServer *self,
                                                             const char          *event,
                                                             GBytes              *sessions,
                                                             GBytes              *contributions,
                                                             GBytes              *timetable);
/* "/e/linux" leads to the event. */
void                 lanyard_indico_server_set_shortcut     (LanyardIndicoServer *self,
                                                             const char          *shortcut,
                                                             const char          *event);
/* Only who shows a token with read:legacy_api, or a signed key, sees the event;
 * others get the empty answer of an unknown one. */
void                 lanyard_indico_server_set_restricted   (LanyardIndicoServer *self,
                                                             const char          *event,
                                                             gboolean             restricted);
/* `scopes` with spaces; NULL revokes the token. */
void                 lanyard_indico_server_set_token        (LanyardIndicoServer *self,
                                                             const char          *token,
                                                             const char          *scopes,
                                                             const char          *first_name,
                                                             const char          *last_name);
void                 lanyard_indico_server_set_api_key      (LanyardIndicoServer *self,
                                                             const char          *key,
                                                             const char          *secret);
/* For paths and queries that hold `part` ("" for all), `times` times (0 for
 * always). Each part has one fault; LANYARD_FAULT_NONE takes it back, and all of
 * them for "". `elsewhere`: see lanyard_fault_answer(); a redirect to nowhere
 * else goes to this server by its name "localhost". */
void                 lanyard_indico_server_set_fault        (LanyardIndicoServer *self,
                                                             LanyardFault         fault,
                                                             const char          *part,
                                                             guint                times,
                                                             const char          *elsewhere);
/* Whether answers carry ETag and understand If-None-Match; Indico does not. */
void                 lanyard_indico_server_set_validators   (LanyardIndicoServer *self,
                                                             gboolean             validators);
/* Lets time pass for the server, as for what it cached to be old. */
void                 lanyard_indico_server_pass_time        (LanyardIndicoServer *self,
                                                             guint                seconds);
/* All requests so far, each "GET /path?query" and a line for each header, to
 * look for what was sent. (transfer full) */
GStrv                lanyard_indico_server_dup_requests     (LanyardIndicoServer *self);
void                 lanyard_indico_server_clear_requests   (LanyardIndicoServer *self);

G_END_DECLS
