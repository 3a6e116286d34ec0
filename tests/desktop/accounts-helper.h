/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of accounts in the window: a server with tokens, a keyring that
 * is waited for, and the rows of dialogs. */

#pragma once

#include "network-driver.h"

G_BEGIN_DECLS

#define TOKEN "indp_4hHnFzMYcYRSvHGCiMMPqcX5bOWaxOv2PvkuQnJQ"
#define OTHER_TOKEN "indp_ZZZZFzMYcYRSvHGCiMMPqcX5bOWaxOv2PvkuQnJQ"
#define API_KEY "00000000-1111-2222-3333-444444444444"
#define SECRET "55555555-6666-7777-8888-999999999999"
#define ELSEWHERE "https://lpc.events"

/* Ends the program if a secret is in there. */
void               assert_private (const char    *bytes,
                                   gsize          length);
/* Looks at whatever is logged from now on. */
void               read_logs      (void);

LanyardCredential *find_account   (NetworkDriver *driver,
                                   const char    *origin);
void               keep_account   (NetworkDriver *driver,
                                   const char    *origin,
                                   const char    *user);
void               forget_account (NetworkDriver *driver,
                                   const char    *origin);

const char        *get_base       (NetworkDriver *driver);
NetworkDriver     *new_driver     (void);
AdwDialog         *show_dialog    (NetworkDriver *driver,
                                   const char    *address);
GtkWidget         *get_row        (NetworkDriver *driver,
                                   GType          type,
                                   const char    *title);
void               type_into      (NetworkDriver *driver,
                                   const char    *title,
                                   const char    *text);

G_END_DECLS
