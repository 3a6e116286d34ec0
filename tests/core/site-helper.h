/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests of how feeds are found: a real server on this computer that has
 * what a test puts there, says "not modified" where that is so, and remembers
 * what it was asked. Shares the test's thread. */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct
{
  SoupServer *server;   /* owned */
  char       *base;     /* owned: "http://127.0.0.1:4711" */
  GHashTable *answers;  /* owned: path, with the query if there is one, to what is there */
  GPtrArray  *requests; /* owned: "PATH?QUERY", and then " 304" if that was the answer, in their order */
  char       *accept;   /* owned, nullable: of the last request */
} Site;

Site *site_new        (void);
void  site_free       (Site       *self);
void  site_put        (Site       *self,
                       const char *path,
                       const char *type,
                       const char *body);
void  site_set_status (Site       *self,
                       const char *path,
                       guint       status);
void  site_redirect   (Site       *self,
                       const char *path,
                       const char *location);
char *site_dup_url    (Site       *self,
                       const char *path);
/* How many requests had this in them. */
guint site_count      (Site       *self,
                       const char *part);
void  site_forget     (Site       *self);

/* One talk "Knots" of "Tern Days 2026" in Lisbon, and what else is asked for: a
 * schedule's JSON, or what pretalx makes its page of, which has a break, too. */
char *dup_schedule    (const char *title);
char *dup_widget      (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Site, site_free)

G_END_DECLS
