/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window that shows talks whose files are on a server of the test's own. */

#pragma once

#include "detail/lanyard-detail-page.h"
#include "lanyard-fault.h"
#include "window-driver.h"

G_BEGIN_DECLS

#define DETAIL_NOW "2026-09-29T00:00:00Z" /* three days before the first talk */

typedef struct
{
  WindowDriver *driver; /* owned */
  SoupServer *server;   /* owned */
  char *base;           /* owned: of server */
  char *folder;         /* owned: of a conference whose files are on server */
  GBytes *body;         /* owned: each of its files */
  LanyardFault fault;   /* how server misbehaves */
} DetailFixture;

void               detail_set_up          (DetailFixture *fixture,
                                           gconstpointer  data);
void               detail_tear_down       (DetailFixture *fixture,
                                           gconstpointer  data);
LanyardDetailPage *detail_get_page        (DetailFixture *fixture);
void               detail_show            (DetailFixture *fixture,
                                           const char    *title);
GtkWidget         *detail_find_row        (DetailFixture *fixture,
                                           const char    *title);
void               detail_assert_subtitle (DetailFixture *fixture,
                                           const char    *title,
                                           const char    *subtitle);

G_END_DECLS
