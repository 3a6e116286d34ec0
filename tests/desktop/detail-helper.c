/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window that shows talks whose files are on a server of the test's own. */

#include "config.h"

#include <glib/gstdio.h>

#include "detail-helper.h"
#include "sync/lanyard-attachment-files.h"

static void
asked_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  DetailFixture *fixture = user_data;

  lanyard_fault_answer (fixture->fault, server, message, "application/pdf", fixture->body, NULL);
}

static void
start_server (DetailFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  fixture->body = g_bytes_new_take (g_strnfill (482113, 'x'), 482113);
  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, asked_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  fixture->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
copy_conference (DetailFixture *fixture)
{
  static const char *names[] = { "sessions.json", "contributions.json", "timetable.json" };
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("lanyard-detail-XXXXXX", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *source = g_build_filename (g_getenv ("LANYARD_TEST_CONFERENCE"), names[i], NULL);
      g_autofree char *target = g_build_filename (fixture->folder, names[i], NULL);
      g_autoptr (GString) text = NULL;
      g_autofree char *contents = NULL;

      g_file_get_contents (source, &contents, NULL, &error);
      g_assert_no_error (error);
      text = g_string_new (contents);
      g_string_replace (text, "https://events.example.org", fixture->base, 0);
      g_file_set_contents (target, text->str, (gssize) text->len, &error);
      g_assert_no_error (error);
    }
}

static void
be_impatient (WindowDriver *driver)
{
  LanyardLimits limits = {
    .connect_ms = 3000,
    .silence_ms = 3000,
    .total_ms = 4000,
    .max_bytes = 2 * 1024 * 1024,
    .file_ms = 20000,
    .max_file_bytes = 2 * 1024 * 1024,
    .n_redirects = 5,
    .backoff_ms = 1,
    .longest_wait_ms = 1,
  };

  lanyard_fetcher_set_limits (lanyard_sync_get_fetcher (lanyard_lazy_sync_get (driver->sync)), &limits);
}

void
detail_set_up (DetailFixture *fixture,
               gconstpointer  data)
{
  start_server (fixture);
  copy_conference (fixture);
  fixture->driver = window_driver_new (DETAIL_NOW);
  be_impatient (fixture->driver);
  g_settings_reset (fixture->driver->settings, "day");
  g_settings_reset (fixture->driver->settings, "other-zone");
  g_settings_set_string (fixture->driver->settings, "page", "plan");
  g_settings_set_string (fixture->driver->settings, "zone-choice", "conference");
  window_driver_add (fixture->driver, fixture->folder);
  window_driver_show (fixture->driver, 1400, 900);
}

void
detail_tear_down (DetailFixture *fixture,
                  gconstpointer  data)
{
  static const char *names[] = { "sessions.json", "contributions.json", "timetable.json" };
  g_autoptr (GHashTable) nobody = g_hash_table_new (g_str_hash, g_str_equal);

  window_driver_free (fixture->driver);
  soup_server_disconnect (fixture->server);
  g_clear_object (&fixture->server);
  g_clear_pointer (&fixture->body, g_bytes_unref);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->base);
  lanyard_attachment_files_sweep (nobody);
}

LanyardDetailPage *
detail_get_page (DetailFixture *fixture)
{
  return lanyard_browser_get_detail (lanyard_window_get_browser (fixture->driver->window));
}

void
detail_show (DetailFixture *fixture,
             const char    *title)
{
  lanyard_browser_show_item (lanyard_window_get_browser (fixture->driver->window),
                             LANYARD_ITEM (window_driver_find_talk (fixture->driver, title)));
  window_driver_settle ();
}

static GtkWidget *
find_row_below (GtkWidget  *widget,
                const char *title)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (ADW_IS_ACTION_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row_below (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
detail_find_row (DetailFixture *fixture,
                 const char    *title)
{
  return find_row_below (GTK_WIDGET (detail_get_page (fixture)), title);
}

void
detail_assert_subtitle (DetailFixture *fixture,
                        const char    *title,
                        const char    *subtitle)
{
  GtkWidget *row = detail_find_row (fixture, title);

  if (row == NULL)
    g_error ("There is no row “%s”", title);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
}
