/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lanyard-fault.h"
#include "lanyard-indico-documents.h"

G_BEGIN_DECLS

#define LANYARD_INDICO_CACHE_SECONDS 600

typedef struct
{
  LanyardIndicoDocuments *documents; /* owned; NULL until there are some */
  gboolean                is_restricted;
} LanyardIndicoEvent;

typedef struct
{
  GStrv  scopes;
  char  *first_name;
  char  *last_name;
} LanyardIndicoToken;

/* An answer that was made before, without its head and foot. */
typedef struct
{
  char   *results;
  guint   count;
  gint64  made_at; /* UTC seconds */
} LanyardIndicoCached;

typedef struct
{
  LanyardFault  fault;
  char         *part;
  guint         times_left; /* 0: always */
  char         *elsewhere;
} LanyardIndicoTrouble;

/* What a server knows. `lock` is held while a request is answered and while a
 * test changes something. */
typedef struct
{
  GMutex      lock;
  char       *base;   /* "http://127.0.0.1:4711/indico" */
  char       *prefix; /* "/indico" */
  GHashTable *events;    /* "20" to LanyardIndicoEvent */
  GHashTable *shortcuts; /* "linux" to "20" */
  GHashTable *tokens;    /* "indp_…" to LanyardIndicoToken */
  GHashTable *keys;      /* API key to its secret */
  GHashTable *cache;     /* user, path and query to LanyardIndicoCached */
  GPtrArray  *troubles;  /* of LanyardIndicoTrouble */
  GPtrArray  *requests;  /* of strings */
  gint64      seconds_passed; /* that tests let pass */
  gboolean    has_validators;
} LanyardIndicoState;

void                  lanyard_indico_state_init           (LanyardIndicoState   *self);
void                  lanyard_indico_state_clear          (LanyardIndicoState   *self);
gint64                lanyard_indico_state_get_now        (LanyardIndicoState   *self);
LanyardIndicoEvent   *lanyard_indico_state_need_event     (LanyardIndicoState   *self,
                                                           const char           *event);
/* An event that has documents, or %NULL. */
LanyardIndicoEvent   *lanyard_indico_state_find_event     (LanyardIndicoState   *self,
                                                           const char           *event);
void                  lanyard_indico_state_set_token      (LanyardIndicoState   *self,
                                                           const char           *token,
                                                           const char           *scopes,
                                                           const char           *first_name,
                                                           const char           *last_name);
void                  lanyard_indico_state_set_trouble    (LanyardIndicoState   *self,
                                                           LanyardFault          fault,
                                                           const char           *part,
                                                           guint                 times,
                                                           const char           *elsewhere);
/* The trouble that is due at an address; counts it. (transfer full) */
LanyardIndicoTrouble *lanyard_indico_state_take_trouble   (LanyardIndicoState   *self,
                                                           const char           *address);
void                  lanyard_indico_trouble_free         (LanyardIndicoTrouble *self);
LanyardIndicoCached  *lanyard_indico_state_find_cached    (LanyardIndicoState   *self,
                                                           const char           *key);
/* Takes `results`. */
LanyardIndicoCached  *lanyard_indico_state_cache          (LanyardIndicoState   *self,
                                                           const char           *key,
                                                           char                 *results,
                                                           guint                 count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardIndicoTrouble, lanyard_indico_trouble_free)

G_END_DECLS
