/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-indico-state.h"

G_BEGIN_DECLS

/* One question to the server, for as long as it is answered. */
typedef struct
{
  LanyardIndicoState *state;      /* borrowed, locked */
  SoupServerMessage  *message;    /* borrowed */
  char               *path;       /* below the mount, as sent: "/export/event/20.json" */
  char               *query;      /* as sent, or NULL */
  GHashTable         *parameters; /* the query's, names in lower case */
  gboolean            is_script;  /* X-Requested-With: XMLHttpRequest, or JSON was sent */
} LanyardIndicoRequest;

void        lanyard_indico_request_init          (LanyardIndicoRequest *self,
                                                  LanyardIndicoState   *state,
                                                  SoupServerMessage    *message);
void        lanyard_indico_request_clear         (LanyardIndicoRequest *self);
const char *lanyard_indico_request_get_parameter (LanyardIndicoRequest *self,
                                                  const char           *name,
                                                  const char           *short_name);
gboolean    lanyard_indico_request_is_set        (LanyardIndicoRequest *self,
                                                  const char           *name,
                                                  const char           *short_name);
/* Path and sorted query, without some parameters: what is signed and cached. */
char       *lanyard_indico_request_normalise     (LanyardIndicoRequest *self,
                                                  const char *const    *left_out);

/* Takes `json`. */
void        lanyard_indico_answer_json           (LanyardIndicoRequest *self,
                                                  guint                 status,
                                                  char                 *json);
/* {"message":"…"}, as the export complains. */
void        lanyard_indico_answer_complaint      (LanyardIndicoRequest *self,
                                                  guint                 status,
                                                  const char           *message);
/* {"error":"…","error_description":"…"}, as OAuth complains. */
void        lanyard_indico_answer_oauth          (LanyardIndicoRequest *self,
                                                  guint                 status,
                                                  const char           *error);
const char *lanyard_indico_describe_oauth        (const char           *error);
void        lanyard_indico_answer_page           (LanyardIndicoRequest *self,
                                                  guint                 status,
                                                  const char           *title,
                                                  const char           *text);
/* A page, or JSON for a script. */
void        lanyard_indico_answer_error          (LanyardIndicoRequest *self,
                                                  guint                 status,
                                                  const char           *title,
                                                  const char           *text);
void        lanyard_indico_answer_not_found      (LanyardIndicoRequest *self);
/* `path` is below the mount. */
void        lanyard_indico_answer_redirect       (LanyardIndicoRequest *self,
                                                  guint                 status,
                                                  const char           *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardIndicoRequest, lanyard_indico_request_clear)

G_END_DECLS
