/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two files of an exchange share. */

#pragma once

#include "lanyard-exchange.h"
#include "lanyard-patience.h"

G_BEGIN_DECLS

typedef struct
{
  SoupSession *session;            /* owned */
  const LanyardExchangePlan *plan; /* the caller's */
  LanyardPatience *patience;       /* owned */
  char *asked_host;                /* owned: of the request */
  GUri *uri;                       /* owned: what is asked now */
  char *host;                      /* owned: of uri */
  SoupMessage *message;            /* owned, nullable until sent */
  LanyardCredential *used;         /* the request's, nullable: who asks with message */
  GCancellable *asking;            /* owned, nullable until sent: ends what libsoup does for message */
  GSource *last_resort;            /* owned, nullable once ended */
  gboolean is_connecting;          /* whether libsoup has no connection for message yet */
  gboolean has_ended;              /* whether the caller has been told */
  gboolean has_answered;           /* whether the head of an answer came for message */
  gboolean is_saving;              /* whether the body is on its way into a file */
  gboolean has_left;               /* whether a redirect led to another origin */
  guint n_redirects;
  gint64 progress_at;              /* when the caller was last told, monotonic */
  guint64 n_total;                 /* bytes of the body, 0 if not known */
  LanyardSetback setback;
} LanyardExchange;

void             lanyard_exchange_end_with_error    (GTask           *task,
                                                     GError          *error);
void             lanyard_exchange_end_with_response (GTask           *task,
                                                     LanyardResponse *response);
void             lanyard_exchange_fail_with_cause   (GTask           *task,
                                                     GError          *cause);
LanyardResponse *lanyard_exchange_make_response     (LanyardExchange *exchange,
                                                     GBytes          *body);
void             lanyard_exchange_read_body         (GTask           *task,
                                                     GInputStream    *stream);

G_END_DECLS
