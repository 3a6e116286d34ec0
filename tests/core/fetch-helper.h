/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of the fetcher: two servers that do what a test says, over http
 * or https, the fetcher's calls made blocking, and names that lead to this
 * computer: everything below ".test" but "nowhere.test". */

#pragma once

#include "lanyard-fault.h"
#include "net/lanyard-fetcher.h"

G_BEGIN_DECLS

typedef struct _FetchFixture FetchFixture;

/* Answers one request; `n_asked` is 1 for the first one. */
typedef void (*FetchAnswerFunc) (FetchFixture      *fixture,
                                 SoupServer        *server,
                                 SoupServerMessage *message,
                                 guint              n_asked);

struct _FetchFixture
{
  LanyardFetcher *fetcher;   /* owned */
  LanyardLimits limits;      /* what it has: short ones */
  SoupServer *server;        /* owned: http */
  SoupServer *secure;        /* owned: https, with what the authority of tests has signed */
  char *base;                /* owned: of server, "http://127.0.0.1:4711" */
  char *secure_base;         /* owned: of secure, "https://127.0.0.1:4712" */
  FetchAnswerFunc answer;    /* nullable: what both do; a small JSON otherwise */
  LanyardFault fault;        /* without answer: how they misbehave */
  char *elsewhere;           /* owned, nullable: for fault */
  GBytes *body;              /* owned: what they answer with */
  GStrv headers;             /* owned, nullable: of the last request, "Name: value" each */
  guint n_asked;             /* requests to both */
  guint n_progress;          /* calls of the progress function */
  guint64 n_bytes;           /* largest number it was told */
  guint64 n_total;           /* last total it was told */
};

/* SoupServer speaks HTTP/1 only and stumbles over clients that do not trust it,
 * so this is half a server: it agrees on a protocol, and says nothing in it. */
typedef struct
{
  GSocketService *service; /* owned, nullable once stopped */
  char *certificate;       /* owned: a file */
  char *url;               /* owned */
  char *protocol;          /* owned, nullable: what the last client agreed on */
  int n_connections;
  int n_heard;             /* how often something was heard after a handshake */
} HalfServer;

HalfServer      *half_server_new         (const char            *certificate_name);
void             half_server_stop        (HalfServer            *half);
void             half_server_free        (HalfServer            *half);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HalfServer, half_server_free)

void             fetch_fixture_set_up    (FetchFixture          *fixture,
                                          gconstpointer          data);
void             fetch_fixture_tear_down (FetchFixture          *fixture,
                                          gconstpointer          data);
void             fetch_fixture_limit     (FetchFixture          *fixture);
void             fetch_fixture_resolve   (FetchFixture          *fixture);
LanyardResponse *fetch                   (FetchFixture          *fixture,
                                          const LanyardRequest  *request,
                                          GCancellable          *cancellable,
                                          gint64                *retry_at,
                                          GError               **error);
LanyardResponse *fetch_url               (FetchFixture          *fixture,
                                          const char            *url,
                                          GError               **error);
void             assert_fails            (FetchFixture          *fixture,
                                          const LanyardRequest  *request,
                                          LanyardNetError        code,
                                          const char            *part);
const char      *find_header             (FetchFixture          *fixture,
                                          const char            *name);
char            *dup_certificate_path    (const char            *name);
char            *replace_host            (const char            *url,
                                          const char            *host);

G_END_DECLS
