/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON that is read entry by entry, since the tree of a whole document takes
 * many times the memory of its text. Private to the formats. */

#pragma once

#include "lanyard-json.h"

G_BEGIN_DECLS

typedef struct _LanyardJsonDocument LanyardJsonDocument;

/* A value that is text still; nothing of it is known but where it ends. */
typedef struct
{
  LanyardJsonDocument *document;
  const char          *at;  /* NULL where there is no such value */
  const char          *end;
} LanyardJsonText;

/* Where somebody is who goes through an array or an object. */
typedef struct
{
  LanyardJsonText  text;   /* the element, or the value of the member */
  char            *name;   /* owned: the member's; NULL of an element */
  guint            index;  /* which one it is, from 0 */
  JsonNode        *node;   /* owned, nullable: what has been loaded of it */
  const char      *next;   /* behind it; NULL where there is nothing more */
  const char      *end;
  gboolean         has_begun;
  gboolean         has_names;
} LanyardJsonWalk;

LanyardJsonDocument *lanyard_json_document_new     (GBytes               *bytes,
                                                    GError              **error);
void                 lanyard_json_document_free    (LanyardJsonDocument  *self);
LanyardJsonText      lanyard_json_document_root    (LanyardJsonDocument  *self);
gboolean             lanyard_json_document_is_mended (LanyardJsonDocument *self);
gboolean             lanyard_json_document_check   (LanyardJsonDocument  *self,
                                                    GError              **error);
const char          *lanyard_json_string_end       (const char           *at,
                                                    const char           *end);
gboolean             lanyard_json_text_is_array    (LanyardJsonText       text);
gboolean             lanyard_json_text_is_object   (LanyardJsonText       text);
JsonNode            *lanyard_json_text_load        (LanyardJsonText       text);
JsonObject          *lanyard_json_text_open        (LanyardJsonText       text,
                                                    const char * const   *names,
                                                    LanyardJsonText      *values);
void                 lanyard_json_walk_array       (LanyardJsonWalk      *walk,
                                                    LanyardJsonText       text);
void                 lanyard_json_walk_object      (LanyardJsonWalk      *walk,
                                                    LanyardJsonText       text);
gboolean             lanyard_json_walk_next        (LanyardJsonWalk      *walk);
JsonNode            *lanyard_json_walk_load        (LanyardJsonWalk      *walk);
JsonObject          *lanyard_json_walk_load_object (LanyardJsonWalk      *walk);
void                 lanyard_json_walk_clear       (LanyardJsonWalk      *walk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardJsonDocument, lanyard_json_document_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardJsonWalk, lanyard_json_walk_clear)

G_END_DECLS
