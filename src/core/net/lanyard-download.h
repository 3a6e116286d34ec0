/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardDownload:
 * @url: (owned): the feed's address, which may be another one than was asked if the server has moved
 * @documents: (owned) (element-type GBytes): what the feed gave: one document, or the three of an Indico's export, or
 *   what of them there is
 * @validators: (owned) (nullable): what the answers said for the next conditional requests; opaque, has no secret
 * @is_unmodified: whether the server said that nothing changed, so that there are no documents
 *
 * All the bytes of one feed.
 */
typedef struct
{
  char      *url;
  GPtrArray *documents;
  char      *validators;
  gboolean   is_unmodified;
} LanyardDownload;

LanyardDownload *lanyard_download_new  (const char      *url);
void             lanyard_download_free (LanyardDownload *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardDownload, lanyard_download_free)

G_END_DECLS
