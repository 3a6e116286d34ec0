/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window beside a real Indico on this computer, on a network that the test
 * takes away and gives back; what its user reads, presses and waits for. */

#pragma once

#include "lanyard-indico-server.h"
#include "window-driver.h"

G_BEGIN_DECLS

#define NETWORK_DRIVER_EVENT "20"

typedef struct
{
  WindowDriver        *window; /* owned */
  LanyardIndicoServer *server; /* owned, nullable once stopped */
} NetworkDriver;

void           network_driver_init        (void);
void           network_driver_init_test   (int           *argc,
                                           char        ***argv);
NetworkDriver *network_driver_new         (void);
void           network_driver_free        (NetworkDriver *self);
void           network_driver_show        (NetworkDriver *self,
                                           int            width,
                                           int            height);
void           network_driver_pass_time   (NetworkDriver *self,
                                           const char    *now);
char          *network_driver_dup_address (NetworkDriver *self,
                                           const char    *rest);
void           network_driver_serve       (NetworkDriver *self,
                                           const char    *version);
void           network_driver_set_online  (gboolean       online);

/* The dialog upon the window. */
GtkWidget     *network_driver_get_dialog  (NetworkDriver *self);
void           network_driver_wait_dialog_gone (NetworkDriver *self);

/* Of what is on the screen. */
GtkWidget     *network_driver_find_text   (NetworkDriver *self,
                                           const char    *text);
GtkWidget     *network_driver_find_button (NetworkDriver *self,
                                           const char    *label);
void           network_driver_wait_text   (NetworkDriver *self,
                                           const char    *text);
char          *network_driver_dup_sentence (NetworkDriver *self,
                                           const char    *format);
void           network_driver_wait_sentence (NetworkDriver *self,
                                           const char    *format);
void           network_driver_wait_gone   (NetworkDriver *self,
                                           const char    *text);
void           network_driver_press       (NetworkDriver *self,
                                           const char    *label);
void           network_driver_activate    (NetworkDriver *self,
                                           const char    *action,
                                           const char    *target);
void           network_driver_look_up     (NetworkDriver *self,
                                           const char    *address);
const char    *network_driver_get_typed   (NetworkDriver *self);
void           network_driver_add         (NetworkDriver *self);
void           network_driver_store_without_feed (NetworkDriver *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NetworkDriver, network_driver_free)

G_END_DECLS
