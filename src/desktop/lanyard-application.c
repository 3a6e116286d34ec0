/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The application: one instance, one store, one window. It begins to read the
 * conference that was shown last before GTK starts, so that both happen at
 * the same time. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "help/lanyard-help.h"
#include "lanyard-application.h"
#include "net/lanyard-address.h"

struct _LanyardApplication
{
  AdwApplication parent_instance;
  GSettings *settings;         /* owned, from startup on */
  LanyardOpenConference *open; /* owned, from startup on */
  LanyardLazySync *sync;       /* owned, from startup on */
};

G_DEFINE_FINAL_TYPE (LanyardApplication, lanyard_application, ADW_TYPE_APPLICATION)

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  adw_show_about_dialog (GTK_WIDGET (gtk_application_get_active_window (user_data)),
                         "application-name", _("Lanyard"),
                         "application-icon", APP_ID,
                         "version", APP_VERSION,
                         "developer-name", _("The Lanyard Developers"),
                         "comments", _("Plan your days at a conference"),
                         "website", "https://github.com/lanyard-planner/lanyard",
                         "issue-url", "https://github.com/lanyard-planner/lanyard/issues",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your name and address, one translator a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  lanyard_help_show (gtk_application_get_active_window (user_data));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (user_data);
}

static const struct
{
  const char *action;
  const char *keys[3];
} shortcuts[] = {
  { "app.help", { "F1" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.shortcuts", { "<Control>question" } },
  { "win.add-conference", { "<Control>n" } },
  { "win.open-files", { "<Control>o" } },
  { "win.refresh", { "<Control>r", "F5" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.toggle-level::going", { "<Control>d" } },
  { "win.toggle-level::maybe", { "<Control><Shift>d" } },
  { "win.new-entry", { "<Control>e" } },
  { "win.previous-item", { "<Alt>Page_Up" } },
  { "win.next-item", { "<Alt>Page_Down" } },
  { "win.page::plan", { "<Control>1" } },
  { "win.page::now", { "<Control>2" } },
  { "win.page::schedule", { "<Control>3" } },
  { "win.page::sessions", { "<Control>4" } },
  { "win.page::speakers", { "<Control>5" } },
  { "win.page::rooms", { "<Control>6" } },
  { "win.page::updates", { "<Control>7" } },
  { "win.page::search", { "<Control>f" } },
  { "win.print::plan", { "<Control>p" } },
  { "win.choose-zone", { "<Control>t" } },
  { "win.schedule-view::list", { "<Control>l" } },
  { "win.schedule-view::grid", { "<Control>g" } },
  { "win.show-now", { "<Alt>Home" } },
  { "win.find-in-schedule", { "<Control>j" } },
  { "win.filter", { "<Control><Shift>f" } },
  { "win.step-day(-1)", { "<Control>Page_Up" } },
  { "win.step-day(1)", { "<Control>Page_Down" } },
};

static LanyardWindow *
window_of (LanyardApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  GtkWindow *window = windows != NULL ? windows->data : NULL;

  if (window == NULL)
    window = GTK_WINDOW (lanyard_window_new (GTK_APPLICATION (self), self->open, self->sync, self->settings));
  return LANYARD_WINDOW (window);
}

/* The desktop file offers these, also while no window is open; each is named
 * after the page that it shows. */
static void
page_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LanyardWindow *window = window_of (LANYARD_APPLICATION (user_data));

  lanyard_window_show_page (window, g_action_get_name (G_ACTION (action)));
  lanyard_window_present (window);
}

static void
add_actions (LanyardApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_action },
    { .name = "help", .activate = help_action },
    { .name = "now", .activate = page_action },
    { .name = "plan", .activate = page_action },
    { .name = "quit", .activate = quit_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].keys);
}

static LanyardClock *
make_clock (void)
{
  g_autoptr (GError) error = NULL;
  LanyardClock *clock = lanyard_clock_new_from_environment (&error);

  if (clock != NULL)
    return clock;
  g_message ("%s", error->message);
  return lanyard_clock_new_system ();
}

/* Should the store not open, each request to it says why, so that nothing
 * needs to be said here. But it must be ended: the store tells of what other
 * programs change only after that. */
static void
store_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  lanyard_store_open_finish (LANYARD_STORE (source), result, NULL);
}

/* Requests to the store queue up, so that nobody waits for this one. */
static void
begin_to_read (LanyardApplication *self)
{
  g_autofree char *path = lanyard_store_dup_default_path ();
  g_autoptr (LanyardStore) store = lanyard_store_new (path);
  g_autoptr (LanyardClock) clock = make_clock ();
  g_autoptr (LanyardLocalZone) local_zone = lanyard_local_zone_new (NULL);
  g_autofree char *uuid = NULL;

  self->settings = g_settings_new (APP_ID);
  uuid = g_settings_get_string (self->settings, "conference");
  lanyard_store_open_async (store, NULL, store_opened_cb, NULL);
  self->open = lanyard_open_conference_new (store, clock, local_zone);
  self->sync = lanyard_lazy_sync_new (store, clock);
  if (*uuid != '\0')
    lanyard_open_conference_load (self->open, uuid);
}

static void
lanyard_application_startup (GApplication *application)
{
  LanyardApplication *self = LANYARD_APPLICATION (application);

  begin_to_read (self);
  G_APPLICATION_CLASS (lanyard_application_parent_class)->startup (application);
  /* A page that opens gives the focus to its title, which is not to be copied at once. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  add_actions (self);
}

static void
lanyard_application_activate (GApplication *application)
{
  lanyard_window_present (window_of (LANYARD_APPLICATION (application)));
}

static void
lanyard_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  LanyardWindow *window = window_of (LANYARD_APPLICATION (application));
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (array, g_object_ref (files[i]));
  lanyard_window_present (window);
  lanyard_window_open (window, array);
}

/* "lpc.events/event/20", as people copy it, would be taken for a file. */
static gboolean
lanyard_application_local_command_line (GApplication   *application,
                                        char         ***arguments,
                                        int            *exit_status)
{
  char **words = *arguments;

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      g_autofree char *word = NULL;
      g_autofree char *scheme = g_uri_parse_scheme (words[i]);

      if (*words[i] == '-' || scheme != NULL || g_file_test (words[i], G_FILE_TEST_EXISTS) ||
          !lanyard_address_is_likely (words[i]))
        continue;
      word = g_steal_pointer (&words[i]);
      words[i] = g_strconcat ("https://", word, NULL);
    }
  return G_APPLICATION_CLASS (lanyard_application_parent_class)->local_command_line (application, arguments, exit_status);
}

/* Goes on after it has had a page shown, by this process or by the one that has
 * the window: which is brought to the front then. */
static int
lanyard_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  static const char *const pages[] = { "plan", "now" };

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("lanyard %s\n", APP_VERSION);
      return EXIT_SUCCESS;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!g_variant_dict_contains (options, pages[i]))
        continue;
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("lanyard: %s\n", error->message);
          return EXIT_FAILURE;
        }
      g_action_group_activate_action (G_ACTION_GROUP (application), pages[i], NULL);
    }
  return -1;
}

static void
lanyard_application_dispose (GObject *object)
{
  LanyardApplication *self = LANYARD_APPLICATION (object);

  g_clear_object (&self->sync);
  g_clear_object (&self->open);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (lanyard_application_parent_class)->dispose (object);
}

static void
lanyard_application_class_init (LanyardApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_application_dispose;
  application_class->startup = lanyard_application_startup;
  application_class->activate = lanyard_application_activate;
  application_class->open = lanyard_application_open;
  application_class->local_command_line = lanyard_application_local_command_line;
  application_class->handle_local_options = lanyard_application_handle_local_options;
}

static void
lanyard_application_init (LanyardApplication *self)
{
  static const GOptionEntry options[] = {
    { "plan", 'p', 0, G_OPTION_ARG_NONE, NULL, N_("Show My Plan"), NULL },
    { "now", 'n', 0, G_OPTION_ARG_NONE, NULL, N_("Show what is on now and next"), NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…|ADDRESS]"));
}

/**
 * lanyard_application_new:
 *
 * Makes the application.
 *
 * Returns: (transfer full): the application
 */
LanyardApplication *
lanyard_application_new (void)
{
  return g_object_new (LANYARD_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", APP_PATH,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
