/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of the keyring: its calls made blocking, and the service asked
 * behind its back. */

#pragma once

#include "net/lanyard-keyring.h"

G_BEGIN_DECLS

#define ORIGIN "https://lpc.events"

typedef struct
{
  LanyardKeyring *keyring;     /* owned */
  GDBusConnection *bus;        /* owned */
  GCancellable *cancellable;   /* owned */
  GAsyncResult *result;        /* owned, of the call under way */
  GPtrArray *changed;          /* owned: origins that the keyring told of */
} Fixture;

gboolean keep (Fixture                *fixture,
               LanyardCredentialKind   kind,
               const char             *origin,
               const char             *user,
               const char             *key,
               const char             *secret,
               GError                **error);
void keep_token (Fixture    *fixture,
                 const char *origin,
                 const char *user,
                 const char *token);
LanyardCredential *find (Fixture     *fixture,
                         const char  *origin,
                         GError     **error);
gboolean forget (Fixture     *fixture,
                 const char  *origin,
                 GError     **error);
GPtrArray *list (Fixture  *fixture,
                 GError  **error);
GVariant *property_of (Fixture    *fixture,
                       const char *path,
                       const char *interface,
                       const char *name);
GStrv dup_items (Fixture *fixture);
void assert_n_items (Fixture *fixture,
                     guint    n_items);
void lock (Fixture *fixture);
void unlock (Fixture *fixture);
void add_item (Fixture    *fixture,
               const char *kind,
               const char *user);
void set_up (Fixture       *fixture,
             gconstpointer  data);
void tear_down (Fixture       *fixture,
                gconstpointer  data);

G_END_DECLS
