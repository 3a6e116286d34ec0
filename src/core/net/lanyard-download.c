/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a feed gave, as the feeds make it and sync hands it to the formats. Any
 * thread. */

#include "config.h"

#include "lanyard-download.h"

/**
 * lanyard_download_new:
 * @url: the feed's address
 *
 * Makes a download without any document.
 *
 * Returns: (transfer full): a download
 */
LanyardDownload *
lanyard_download_new (const char *url)
{
  LanyardDownload *self;

  g_return_val_if_fail (url != NULL, NULL);

  self = g_new0 (LanyardDownload, 1);
  self->url = g_strdup (url);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

/**
 * lanyard_download_free:
 * @self: (transfer full): a download
 *
 * Frees a download.
 */
void
lanyard_download_free (LanyardDownload *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->validators, g_free);
  g_free (self);
}
