/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the standing share. */

#pragma once

#include "lanyard-standing.h"

G_BEGIN_DECLS

/* How a refresh failed. */
typedef struct
{
  GError *error;    /* owned */
  gboolean by_hand; /* whether somebody asked for the refresh that failed */
} LanyardStandingFailure;

struct _LanyardStanding
{
  GObject parent_instance;
  LanyardOpenConference *open; /* owned */
  LanyardLazySync *lazy_sync;  /* owned */
  GSettings *settings;         /* owned */
  GNetworkMonitor *network;    /* owned, nullable until started */
  GCancellable *by_hand;       /* owned, nullable: ends the refresh that somebody asked for */
  GHashTable *failures;        /* owned, of LanyardStandingFailure by uuid: how the last refresh of each failed, if it did */
  char *feed_uuid;             /* owned, nullable: of the conference that feed is of */
  LanyardFeed *feed;           /* owned, nullable: where the open conference comes from */
  gboolean reaches_server;     /* whether a server answered since the network last changed, whatever GLib says of it */
};

gboolean lanyard_standing_says_offline (const GError *error);

G_END_DECLS
