/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "network-driver.h"

#define PATIENCE (15 * G_USEC_PER_SEC)

/* GLib's monitor of networks, as far as it says whether there is one. */
#define TEST_TYPE_NETWORK (test_network_get_type ())
G_DECLARE_FINAL_TYPE (TestNetwork, test_network, TEST, NETWORK, GObject)

struct _TestNetwork
{
  GObject parent_instance;
  gboolean offline;
};

enum
{
  PROP_AVAILABLE = 1,
  PROP_METERED,
  PROP_CONNECTIVITY,
};

static gboolean
can_reach (GNetworkMonitor     *monitor,
           GSocketConnectable  *connectable,
           GCancellable        *cancellable,
           GError             **error)
{
  if (!TEST_NETWORK (monitor)->offline)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, "Offline");
  return FALSE;
}

static void
test_network_monitor_init (GNetworkMonitorInterface *iface)
{
  iface->can_reach = can_reach;
}

static gboolean
be_ready (GInitable     *initable,
          GCancellable  *cancellable,
          GError       **error)
{
  return TRUE;
}

static void
test_network_initable_init (GInitableIface *iface)
{
  iface->init = be_ready;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestNetwork, test_network, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, test_network_initable_init)
                               G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, test_network_monitor_init))

static void
test_network_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  gboolean offline = TEST_NETWORK (object)->offline;

  if (property_id == PROP_AVAILABLE)
    g_value_set_boolean (value, !offline);
  else if (property_id == PROP_METERED)
    g_value_set_boolean (value, FALSE);
  else
    g_value_set_enum (value, offline ? G_NETWORK_CONNECTIVITY_LOCAL : G_NETWORK_CONNECTIVITY_FULL);
}

static void
test_network_class_init (TestNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = test_network_get_property;
  g_object_class_override_property (object_class, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
test_network_init (TestNetwork *self)
{
}

/* Once, before anybody asks GLib for its monitor. */
void
network_driver_init (void)
{
  /* Any of GIO's modules brings the extension points with it. */
  g_vfs_get_default ();
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, TEST_TYPE_NETWORK, "test", 1000);
  g_assert_true (TEST_IS_NETWORK (g_network_monitor_get_default ()));
}

/* What each test of this does first. */
void
network_driver_init_test (int    *argc,
                          char ***argv)
{
  g_test_init (argc, argv, NULL);
  network_driver_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

void
network_driver_set_online (gboolean online)
{
  TestNetwork *network = TEST_NETWORK (g_network_monitor_get_default ());

  if (network->offline != online)
    return;
  network->offline = !online;
  g_object_notify (G_OBJECT (network), "network-available");
  g_object_notify (G_OBJECT (network), "connectivity");
  g_signal_emit_by_name (network, "network-changed", online);
}

/* Faults last longer than this, and good answers never. */
static void
be_impatient (WindowDriver *window)
{
  LanyardFetcher *fetcher = lanyard_sync_get_fetcher (lanyard_lazy_sync_get (window->sync));
  LanyardLimits limits = {
    .connect_ms = 3000,
    .silence_ms = 3000,
    .total_ms = 4000,
    .max_bytes = 2 * 1024 * 1024,
    .file_ms = 4000,
    .max_file_bytes = 2 * 1024 * 1024,
    .n_redirects = 5,
    .n_retries = 0,
    .backoff_ms = 1,
    .longest_wait_ms = 1,
  };

  lanyard_fetcher_set_limits (fetcher, &limits);
}

NetworkDriver *
network_driver_new (void)
{
  NetworkDriver *self = g_new0 (NetworkDriver, 1);
  g_autoptr (GError) error = NULL;

  network_driver_set_online (TRUE);
  self->server = lanyard_indico_server_new (FALSE, "", 0, &error);
  g_assert_no_error (error);
  network_driver_serve (self, NULL);
  self->window = window_driver_new ("2026-10-02T09:00:00Z");
  g_settings_reset (self->window->settings, "conference");
  g_settings_reset (self->window->settings, "page");
  g_settings_reset (self->window->settings, "day");
  g_settings_set_string (self->window->settings, "zone-choice", "conference");
  be_impatient (self->window);
  return self;
}

void
network_driver_free (NetworkDriver *self)
{
  window_driver_free (self->window);
  g_clear_object (&self->server);
  g_free (self);
}

void
network_driver_show (NetworkDriver *self,
                     int            width,
                     int            height)
{
  window_driver_show (self->window, width, height);
}

/* As after a while with the program closed, in which what the server keeps
 * for some minutes became old. */
void
network_driver_pass_time (NetworkDriver *self,
                          const char    *now)
{
  lanyard_indico_server_pass_time (self->server, 2 * 60 * 60);
  window_driver_close (self->window);
  window_driver_set_now (self->window, now);
  be_impatient (self->window);
}

char *
network_driver_dup_address (NetworkDriver *self,
                            const char    *rest)
{
  return g_strconcat (lanyard_indico_server_get_base (self->server), rest, NULL);
}

/* The invented conference, or a later version of it: "changed", "halved". */
void
network_driver_serve (NetworkDriver *self,
                      const char    *version)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *changed =
      version != NULL ? g_build_filename (g_getenv ("LANYARD_CHANGED_PROGRAMMES"), "invented", version, NULL) : NULL;

  lanyard_indico_server_set_event (self->server, NETWORK_DRIVER_EVENT,
                                   changed != NULL ? changed : g_getenv ("LANYARD_TEST_CONFERENCE"), &error);
  g_assert_no_error (error);
}

GtkWidget *
network_driver_get_dialog (NetworkDriver *self)
{
  return GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window->window)));
}

void
network_driver_wait_dialog_gone (NetworkDriver *self)
{
  while (network_driver_get_dialog (self) != NULL)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return NULL;
}

GtkWidget *
network_driver_find_text (NetworkDriver *self,
                          const char    *text)
{
  return window_driver_find_text (GTK_WIDGET (self->window->window), text);
}

GtkWidget *
network_driver_find_button (NetworkDriver *self,
                            const char    *label)
{
  GtkWidget *text = network_driver_find_text (self, label);

  return text != NULL ? gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON) : NULL;
}

static void
say_texts (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (get_text (widget) != NULL && *get_text (widget) != '\0')
    g_test_message ("On the screen: %s", get_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    say_texts (child);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* What takes time wakes the loop; the source is for what takes too long. */
static void
wait_for_text (NetworkDriver *self,
               const char    *text,
               gboolean       there)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  guint source = g_timeout_add (100, wake_cb, NULL);

  while ((network_driver_find_text (self, text) != NULL) != there && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  if ((network_driver_find_text (self, text) != NULL) == there)
    return;
  say_texts (GTK_WIDGET (self->window->window));
  g_error ("“%s” is %s", text, there ? "not there" : "still there");
}

void
network_driver_wait_text (NetworkDriver *self,
                          const char    *text)
{
  wait_for_text (self, text, TRUE);
}

/* A sentence with the server's name in it. */
char *
network_driver_dup_sentence (NetworkDriver *self,
                             const char    *format)
{
  const char *host = strstr (lanyard_indico_server_get_base (self->server), "://") + strlen ("://");
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (host, parts);
}

void
network_driver_wait_sentence (NetworkDriver *self,
                              const char    *format)
{
  g_autofree char *sentence = network_driver_dup_sentence (self, format);

  network_driver_wait_text (self, sentence);
}

void
network_driver_wait_gone (NetworkDriver *self,
                          const char    *text)
{
  wait_for_text (self, text, FALSE);
}

void
network_driver_press (NetworkDriver *self,
                      const char    *label)
{
  GtkWidget *button;

  network_driver_wait_text (self, label);
  button = network_driver_find_button (self, label);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
network_driver_activate (NetworkDriver *self,
                         const char    *action,
                         const char    *target)
{
  g_autoptr (GVariant) argument = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->window->window), action, argument));
}

static GtkEditable *
find_entry (NetworkDriver *self)
{
  GtkWidget *entry = window_driver_find (network_driver_get_dialog (self), GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (entry);
  return GTK_EDITABLE (entry);
}

void
network_driver_look_up (NetworkDriver *self,
                        const char    *address)
{
  if (network_driver_get_dialog (self) == NULL)
    {
      network_driver_activate (self, "win.add-conference", NULL);
      window_driver_settle ();
    }
  gtk_editable_set_text (find_entry (self), address);
  network_driver_press (self, "Find Conference");
}

/* What stands in the dialog as the address. */
const char *
network_driver_get_typed (NetworkDriver *self)
{
  return gtk_editable_get_text (find_entry (self));
}

/* The conference of the server, from the dialog to the window. */
void
network_driver_add (NetworkDriver *self)
{
  g_autofree char *address = network_driver_dup_address (self, "/event/" NETWORK_DRIVER_EVENT "/");

  network_driver_look_up (self, address);
  network_driver_press (self, "Add");
  while (lanyard_open_conference_get_programme (self->window->open) == NULL)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
}

/* The conference of the server, as it is after files of it were opened. */
void
network_driver_store_without_feed (NetworkDriver *self)
{
  LanyardSync *sync = lanyard_lazy_sync_get (self->window->sync);
  g_autofree char *address = network_driver_dup_address (self, "/event/" NETWORK_DRIVER_EVENT "/");
  g_autoptr (GAsyncResult) previewed = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (LanyardPreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = NULL;

  lanyard_sync_preview_async (sync, address, NULL, NULL, NULL, NULL, window_driver_keep_result_cb, &previewed);
  preview = lanyard_sync_preview_finish (sync, window_driver_wait_for (&previewed), &error);
  g_assert_no_error (error);
  lanyard_store_save_programme_async (self->window->store, preview->programme, 0, NULL, window_driver_keep_result_cb, &saved);
  uuid = lanyard_store_save_programme_finish (self->window->store, window_driver_wait_for (&saved), NULL, &error);
  g_assert_no_error (error);
  g_settings_set_string (self->window->settings, "conference", uuid);
}
