/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A real window on a real store in a folder of its own, for tests and for
 * pictures. Nothing of it is in the program. */

#pragma once

#include "lanyard-window.h"

G_BEGIN_DECLS

typedef struct
{
  char                  *folder;  /* owned */
  LanyardStore          *store;   /* owned */
  LanyardClock          *clock;   /* owned */
  LanyardLocalZone      *zone;    /* owned */
  LanyardLazySync       *sync;    /* owned */
  GSettings             *settings;/* owned */
  LanyardOpenConference *open;    /* owned */
  AdwApplication        *application; /* borrowed */
  LanyardWindow         *window;  /* borrowed from GTK, NULL until shown */
} WindowDriver;

void          window_driver_init         (int           *argc,
                                          char        ***argv);
WindowDriver *window_driver_new          (const char    *now);
void          window_driver_free         (WindowDriver  *self);
void          window_driver_set_now      (WindowDriver  *self,
                                          const char    *now);
void          window_driver_show         (WindowDriver  *self,
                                          int            width,
                                          int            height);
void          window_driver_resize       (WindowDriver  *self,
                                          int            width,
                                          int            height);
void          window_driver_close        (WindowDriver  *self);
void          window_driver_add          (WindowDriver  *self,
                                          const char    *folder);
void          window_driver_add_at       (WindowDriver  *self,
                                          const char    *folder,
                                          gint64         now);
void          window_driver_damage       (WindowDriver  *self);
void          window_driver_settle       (void);
void          window_driver_activate     (WindowDriver  *self,
                                          const char    *action,
                                          const char    *target);
void          window_driver_keep_result_cb (GObject      *source,
                                            GAsyncResult *result,
                                            gpointer      user_data);
GAsyncResult *window_driver_wait_for     (GAsyncResult **result);
LanyardTalk  *window_driver_find_talk    (WindowDriver  *self,
                                          const char    *title);
LanyardSession *window_driver_find_session (WindowDriver *self,
                                            const char   *title);
GtkWidget    *window_driver_find         (GtkWidget     *root,
                                          GType          type);
GtkWidget    *window_driver_find_text    (GtkWidget     *root,
                                          const char    *text);
void          window_driver_sweep        (GtkWidget     *widget,
                                          const char    *page);
GskRenderNode *window_driver_draw        (WindowDriver  *self);
void          window_driver_picture      (GtkWidget     *window,
                                          const char    *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WindowDriver, window_driver_free)

G_END_DECLS
