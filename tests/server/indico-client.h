/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "lanyard-indico-server.h"

G_BEGIN_DECLS

/* What came back. */
typedef struct
{
  guint       status;
  char       *type;       /* the media type alone */
  char       *location;
  char       *indico_url;
  char       *etag;
  char       *body;
  JsonNode   *json;       /* NULL if it is none */
} Answer;

void                 answer_free             (Answer              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* What goes with a question: a header's name and value, again and again, NULL. */
#define ask(server, path, ...) ask_with_headers (server, path, (const char *const[]) { __VA_ARGS__ __VA_OPT__ (, ) NULL })
#define AS_SCRIPT "X-Requested-With", "XMLHttpRequest"
#define WITH_TOKEN(token) "Authorization", "Bearer " token

/* Asks below the server's base and does not follow redirects. */
Answer              *ask_with_headers        (LanyardIndicoServer *server,
                                              const char          *path,
                                              const char *const   *headers);
void                 assert_answer           (LanyardIndicoServer *server,
                                              const char          *path,
                                              const char *const   *headers,
                                              guint                status,
                                              const char          *type,
                                              const char          *part_of_body);
guint                get_count               (Answer              *answer);
gint64               get_made_at             (Answer              *answer);
/* The first event's title. */
const char          *get_title               (Answer              *answer);

/* A server with the invented conference as event 77. */
LanyardIndicoServer *start_server            (const char          *prefix);
char                *get_conference          (void);
char                *get_changed             (const char          *version);

G_END_DECLS
