/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "lanyard-enums.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LINK (lanyard_link_get_type ())

/**
 * LanyardLink:
 * @url: where it leads, absolute
 * @title: (nullable): its name
 * @kind: what is there
 * @content_type: (nullable): the file's media type
 * @size: the file's size in bytes, 0 if unknown
 *
 * Something to open: slides, a recording, a chat, a page; never changes.
 */
typedef struct
{
  char            *url;
  char            *title;
  LanyardLinkKind  kind;
  char            *content_type;
  guint64          size;
} LanyardLink;

GType            lanyard_link_get_type   (void);
LanyardLink     *lanyard_link_new        (const char      *url,
                                          const char      *title,
                                          LanyardLinkKind  kind,
                                          const char      *content_type,
                                          guint64          size);
LanyardLink     *lanyard_link_ref        (LanyardLink     *self);
void             lanyard_link_unref      (LanyardLink     *self);
LanyardLinkKind  lanyard_link_guess_kind (const char      *url,
                                          const char      *title,
                                          const char      *content_type);
gboolean         lanyard_link_is_file    (LanyardLink     *self);
char            *lanyard_link_dup_ending (LanyardLink     *self);
const char      *lanyard_link_kind_get_name (LanyardLinkKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardLink, lanyard_link_unref)

G_END_DECLS
