/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "lanyard-address.h"

G_DEFINE_BOXED_TYPE (LanyardAddress, lanyard_address, lanyard_address_ref, lanyard_address_unref)

static void
lanyard_address_clear (gpointer data)
{
  LanyardAddress *self = data;

  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->event, g_free);
  g_clear_pointer (&self->url, g_free);
}

LanyardAddress *
lanyard_address_parse (const char  *text,
                       GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not there yet");
  return NULL;
}

LanyardAddress *
lanyard_address_ref (LanyardAddress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
lanyard_address_unref (LanyardAddress *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, lanyard_address_clear);
}

gboolean
lanyard_address_is_likely (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return strstr (text, "://") != NULL;
}
