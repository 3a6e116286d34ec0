/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The directory in the dialog that adds a conference: what was kept is shown at
 * once, and a newer one when it has come. Main thread. */

#include "config.h"

#include "lanyard-add-dialog-private.h"
#include "sync/lanyard-directory-file.h"
#include "time/lanyard-zone.h"

static void
show_directory (LanyardAddDialog *self,
                LanyardDirectory *directory)
{
  g_autoptr (LanyardZone) here = lanyard_zone_new_local ();

  lanyard_conference_finder_set_directory (self->finder, directory, lanyard_zone_get_day (here, self->now));
}

/* Without a newer one, the older one is good enough, and nobody is bothered. */
static void
directory_refreshed_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (LanyardAddDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardDirectory) directory = lanyard_directory_refresh_finish (result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("The directory was not refreshed: %s", error->message);
  if (directory != NULL && self->lazy_sync != NULL)
    show_directory (self, directory);
}

static void
directory_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (LanyardAddDialog) self = user_data;
  g_autoptr (LanyardDirectory) directory = lanyard_directory_load_finish (result, NULL);
  g_autofree char *address = NULL;

  if (directory == NULL || self->lazy_sync == NULL)
    return;
  show_directory (self, directory);
  address = g_settings_get_string (self->settings, "directory-address");
  lanyard_directory_refresh_async (lanyard_sync_get_fetcher (lanyard_lazy_sync_get (self->lazy_sync)), address, self->now,
                                   FALSE, self->reading, directory_refreshed_cb, g_object_ref (self));
}

/* Private: once, when the dialog is first seen. */
void
lanyard_add_dialog_load_directory (LanyardAddDialog *self)
{
  if (self->reading != NULL)
    return;
  self->reading = g_cancellable_new ();
  lanyard_directory_load_async (self->reading, directory_loaded_cb, g_object_ref (self));
}
