/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Help about where one is: which page of help/C belongs to which page or dialog
 * of the window, and what shows it. The application calls it when F1 is pressed.
 * Main thread. */

#include "config.h"

#include "../lanyard-window.h"
#include "lanyard-help-book.h"
#include "lanyard-help-dialog.h"
#include "lanyard-help.h"

/* What a dialog has that knows the key. */
#define HAS_KEY "lanyard-help"

/* Names instead of types, so that nothing is registered or linked for it. What
 * lies in another one of these comes before it, by itself. Sorted. */
static const LanyardHelpPlace places[] = {
  { "AdwAlertDialog", "trouble" },
  { "LanyardAccountsGroup", "sign-in" },
  { "LanyardAddDialog", "add-address" },
  { "LanyardCalendarGroup", "calendar#living" },
  { "LanyardConferencePage", "conference" },
  { "LanyardConflictDialog", "conflicts" },
  { "LanyardDetailPage", "talk" },
  { "LanyardDirectoryGroup", "add-address#directory" },
  { "LanyardEntryDialog", "own-entries" },
  { "LanyardExportDialog", "export" },
  { "LanyardFeedsDialog", "feeds" },
  { "LanyardFilterPopover", "filters" },
  { "LanyardFitsDialog", "gaps" },
  { "LanyardGrid", "grid" },
  { "LanyardHelpDialog", "index" },
  { "LanyardNoteEditor", "notes" },
  { "LanyardNothingPage", "filters" },
  { "LanyardNowPage", "now" },
  { "LanyardPersonPage", "speakers" },
  { "LanyardPlanPage", "plan" },
  { "LanyardPreferencesDialog", "preferences" },
  { "LanyardRemovedGroup", "remove" },
  { "LanyardRoomPage", "rooms" },
  { "LanyardRoomsPage", "rooms" },
  { "LanyardSchedulePage", "schedule" },
  { "LanyardSearchPage", "search" },
  { "LanyardSelectionBar", "star#several" },
  { "LanyardSessionPage", "sessions" },
  { "LanyardSessionsPage", "sessions" },
  { "LanyardShareDialog", "share" },
  { "LanyardSignInDialog", "sign-in" },
  { "LanyardSpeakersPage", "speakers" },
  { "LanyardTheirPlanDialog", "others-plan" },
  { "LanyardUpdatesPage", "updates" },
  { "LanyardWelcomePage", "first-steps" },
  { "LanyardZoneDialog", "time-zones" },
  { "LanyardZoneQuestion", "time-zones#unnamed" },
};

/**
 * lanyard_help_list_places:
 * @n_places: (out): how many there are
 *
 * Lists which pages of the help belong to which widgets.
 *
 * Returns: (transfer none) (array length=n_places): the places
 */
const LanyardHelpPlace *
lanyard_help_list_places (guint *n_places)
{
  *n_places = G_N_ELEMENTS (places);
  return places;
}

static const char *
page_of_type (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].type, type))
      return places[i].page;
  return NULL;
}

/* The innermost place that a widget is in. */
static const char *
page_around (GtkWidget *widget)
{
  const char *page = NULL;

  for (; widget != NULL && page == NULL; widget = gtk_widget_get_parent (widget))
    page = page_of_type (G_OBJECT_TYPE_NAME (widget));
  return page;
}

/**
 * lanyard_help_find_page:
 * @window: (nullable): a window of the program
 *
 * Finds the page of the help for where somebody is: for what has the focus, or,
 * where that is in the sidebar or nowhere, for the dialog or page that is shown.
 *
 * Returns: (transfer none): its name, "index" if none fits
 */
const char *
lanyard_help_find_page (GtkWindow *window)
{
  const char *page = window != NULL ? page_around (gtk_window_get_focus (window)) : NULL;

  if (page == NULL && ADW_IS_APPLICATION_WINDOW (window))
    page = page_around (GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))));
  if (page == NULL && LANYARD_IS_WINDOW (window))
    page = page_around (lanyard_window_get_shown_page (LANYARD_WINDOW (window)));
  return page != NULL ? page : "index";
}

static gboolean
is_shown_here (GtkWindow *window)
{
  return ADW_IS_APPLICATION_WINDOW (window) &&
         LANYARD_IS_HELP_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

/* What is to be shown in the window, once it is read. */
typedef struct
{
  GtkWindow *window; /* owned */
  char *page;        /* owned */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->window);
  g_free (wanted->page);
  g_free (wanted);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, lanyard_help_book_new_read (), g_object_unref);
}

/* Without the pages there is still the website. Whoever pressed the key again
 * meanwhile sees the help once. */
static void
book_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  const Wanted *wanted = g_task_get_task_data (G_TASK (result));
  g_autoptr (LanyardHelpBook) book = g_task_propagate_pointer (G_TASK (result), NULL);

  if (!gtk_widget_get_mapped (GTK_WIDGET (wanted->window)) || is_shown_here (wanted->window))
    return;
  if (book != NULL)
    adw_dialog_present (lanyard_help_dialog_new (book, wanted->page), GTK_WIDGET (wanted->window));
  else
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("https://github.com/lanyard-planner/lanyard#readme");

      gtk_uri_launcher_launch (launcher, wanted->window, NULL, NULL, NULL);
    }
}

static void
show_in_window (GtkWindow  *window,
                const char *page)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, book_read_cb, NULL);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->window = g_object_ref (window);
  wanted->page = g_strdup (page);
  g_task_set_source_tag (task, show_in_window);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
help_launched_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) || window == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (window)) || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  g_debug ("No viewer shows the help: %s", error->message);
  show_in_window (window, lanyard_help_find_page (window));
}

/* Flatpak lets nobody outside see the pages in the sandbox: a viewer there would
 * say that there are none. */
static gboolean
is_in_sandbox (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/**
 * lanyard_help_show:
 * @window: (nullable): a window of the program
 *
 * Opens the help, at the page for where somebody is. Without a program that can
 * show help, the window shows it.
 */
void
lanyard_help_show (GtkWindow *window)
{
  const char *page = lanyard_help_find_page (window);
  g_autofree char *address = g_strconcat ("help:lanyard/", page, NULL);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (address);

  if (is_shown_here (window))
    return;
  if (window != NULL && is_in_sandbox ())
    show_in_window (window, page);
  else
    gtk_uri_launcher_launch (launcher, window, NULL, help_launched_cb, window != NULL ? g_object_ref (window) : NULL);
}

static gboolean
key_pressed_cb (GtkWidget *dialog,
                GVariant  *arguments,
                gpointer   user_data)
{
  lanyard_help_show (GTK_WINDOW (gtk_widget_get_root (dialog)));
  return TRUE;
}

/* A dialog comes here again when another one upon it is closed. */
static void
dialog_shown_cb (AdwApplicationWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  GtkEventController *controller;

  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), HAS_KEY) != NULL)
    return;
  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, GDK_NO_MODIFIER_MASK),
                                                          gtk_callback_action_new (key_pressed_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
  g_object_set_data (G_OBJECT (dialog), HAS_KEY, controller);
}

/**
 * lanyard_help_follow_dialogs:
 * @window: a window of the program
 *
 * Has F1 open the help in the dialogs of a window, too: the keys of the
 * application do nothing while one is shown.
 */
void
lanyard_help_follow_dialogs (AdwApplicationWindow *window)
{
  g_return_if_fail (ADW_IS_APPLICATION_WINDOW (window));

  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (dialog_shown_cb), NULL);
}
