/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_ADDRESS (lanyard_address_get_type ())

/**
 * LanyardAddress:
 * @origin: scheme, host and port (left out where it is the usual one): "https://lpc.events"
 * @base: where Indico is mounted, no slash at the end: "https://lpc.events" or "https://example.org/indico"
 * @event: (nullable): the event's number; %NULL if only the server can tell it, as for a short address
 * @url: the page to ask where @event is %NULL, else the event's page: base + "/event/" + event
 * @page: the page itself, also of an event: "https://lpc.events/event/20/contributions/7/"
 *
 * What an attendee's text says about where a conference is; never changes.
 */
typedef struct
{
  char *origin;
  char *base;
  char *event;
  char *url;
  char *page;
} LanyardAddress;

GType           lanyard_address_get_type (void);
LanyardAddress *lanyard_address_parse    (const char      *text,
                                          GError         **error);
LanyardAddress *lanyard_address_ref      (LanyardAddress  *self);
void            lanyard_address_unref    (LanyardAddress  *self);
gboolean        lanyard_address_is_likely (const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardAddress, lanyard_address_unref)

G_END_DECLS
