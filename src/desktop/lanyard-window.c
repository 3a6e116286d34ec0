/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: the welcome page or one conference to browse, what it says in
 * toasts, and the state that returns at the next start. Its actions are in
 * lanyard-window-actions.c. */

#include "config.h"

#include <glib/gi18n.h>

#include "help/lanyard-help.h"
#include "lanyard-window-private.h"
#include "welcome/lanyard-welcome-page.h"

G_DEFINE_FINAL_TYPE (LanyardWindow, lanyard_window, ADW_TYPE_APPLICATION_WINDOW)

/* The one that runs or comes next, else the one that ended last. */
static LanyardConference *
conference_to_show (LanyardWindow *self)
{
  gint64 now = lanyard_open_conference_get_now (self->open);
  LanyardConference *best = NULL;

  for (guint i = 0; i < self->conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (self->conferences, i);
      gint64 end = lanyard_conference_get_fields (conference)->end;
      gint64 best_end = best != NULL ? lanyard_conference_get_fields (best)->end : LANYARD_NO_TIME;

      if (best == NULL || (end >= now && (best_end < now || end < best_end)) || (end < now && end > best_end))
        best = conference;
    }
  return best;
}

/* Shows a page, and before it the window if that has been waiting for one. A
 * window's state changes when it is presented, and with it the style of all
 * that is in it; what is shown after that is styled only once. */
static void
show_page (LanyardWindow *self,
           const char    *page)
{
  if (self->wants_to_be_seen)
    gtk_window_present (GTK_WINDOW (self));
  self->wants_to_be_seen = FALSE;
  gtk_widget_set_visible (gtk_stack_get_child_by_name (self->stack, page), TRUE);
  gtk_stack_set_visible_child_name (self->stack, page);
  /* There was nothing yet that could have it. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_welcome (LanyardWindow *self)
{
  if (adw_bin_get_child (self->welcome) == NULL)
    adw_bin_set_child (self->welcome, lanyard_welcome_page_new ());
  show_page (self, "welcome");
}

static void
show_conferences (LanyardWindow *self)
{
  LanyardConference *shown = lanyard_window_find_conference (self, lanyard_open_conference_get_uuid (self->open));
  LanyardConference *next;

  lanyard_sidebar_set_conferences (lanyard_browser_get_sidebar (self->browser), self->conferences);
  lanyard_window_review_offers (self);
  if (shown != NULL)
    return;

  lanyard_window_say_removed (self);
  next = conference_to_show (self);
  if (next != NULL)
    {
      /* What lies upon the page, or is open beside it, went with the conference. */
      lanyard_browser_set_page (self->browser, lanyard_browser_get_page (self->browser));
      lanyard_open_conference_load (self->open, lanyard_conference_get_uuid (next));
      return;
    }
  lanyard_open_conference_close (self->open);
  show_welcome (self);
}

static void
conferences_listed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (LanyardWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conferences = lanyard_store_list_conferences_finish (LANYARD_STORE (source), result, &error);

  if (self->open == NULL)
    return;
  if (conferences == NULL)
    {
      lanyard_window_say (self, error->message);
      show_welcome (self);
      return;
    }
  g_clear_pointer (&self->conferences, g_ptr_array_unref);
  self->conferences = g_steal_pointer (&conferences);
  show_conferences (self);
}

static void
list_conferences (LanyardWindow *self)
{
  lanyard_store_list_conferences_async (lanyard_open_conference_get_store (self->open), NULL, conferences_listed_cb,
                                        g_object_ref (self));
}

/* Nobody reads minutes off a window that is hidden, or lies in the dock. */
static void
follow_visibility (LanyardWindow *self)
{
  if (self->open != NULL)
    lanyard_open_conference_set_ticking (self->open, self->started && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
                                                         !gtk_window_is_suspended (GTK_WINDOW (self)));
}

static gboolean
after_first_frame_cb (gpointer user_data)
{
  LanyardWindow *self = LANYARD_WINDOW (user_data);

  if (self->open == NULL)
    return G_SOURCE_REMOVE;
  list_conferences (self);
  lanyard_standing_start (self->standing);
  lanyard_window_keep_calendar (self);
  self->started = TRUE;
  follow_visibility (self);
  lanyard_window_tell_rescue (self);
  return G_SOURCE_REMOVE;
}

static void
first_frame_cb (GdkFrameClock *frame_clock,
                LanyardWindow *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);

  g_signal_handlers_disconnect_by_func (frame_clock, first_frame_cb, self);
  if (programme != NULL)
    g_debug ("First programme painted: %s", lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
}

/* Benchmarks and tools wait for this mark. */
static void
mark_first_frame (LanyardWindow *self)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->painted || frame_clock == NULL)
    return;
  self->painted = TRUE;
  g_signal_connect_object (frame_clock, "after-paint", G_CALLBACK (first_frame_cb), self, G_CONNECT_DEFAULT);
}

static void
remember_conference (LanyardWindow *self)
{
  g_autofree char *remembered = g_settings_get_string (self->settings, "conference");
  const char *uuid = lanyard_open_conference_get_uuid (self->open);

  if (!g_str_equal (remembered, uuid))
    g_settings_set_string (self->settings, "conference", uuid);
}

static void
programme_changed_cb (LanyardWindow *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const char *title;

  lanyard_window_review_offers (self);
  if (programme == NULL)
    return;
  title = lanyard_conference_get_title (lanyard_programme_get_conference (programme));
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_page (self, "browser");
  remember_conference (self);
  lanyard_window_update_actions (self);
  lanyard_window_show_wanted_page (self);
  lanyard_window_show_wanted_match (self);
  mark_first_frame (self);
}

static void
restore_state (LanyardWindow *self)
{
  g_autofree char *page = g_settings_get_string (self->settings, "page");
  g_autofree char *day = g_settings_get_string (self->settings, "day");

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  lanyard_browser_set_day (self->browser, *day != '\0' ? day : NULL);
  lanyard_browser_set_page (self->browser, page);
}

static void
save_state (LanyardWindow *self)
{
  g_autofree char *day = lanyard_browser_dup_day (self->browser);
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_string (self->settings, "page", lanyard_browser_get_page (self->browser));
  g_settings_set_string (self->settings, "day", day != NULL ? day : "");
}

static gboolean
lanyard_window_close_request (GtkWindow *window)
{
  save_state (LANYARD_WINDOW (window));

  if (GTK_WINDOW_CLASS (lanyard_window_parent_class)->close_request (window))
    return GDK_EVENT_STOP;
  /* What is left is kept, a note above all, while there is still a window that
   * can tell of it. */
  gtk_widget_set_visible (GTK_WIDGET (LANYARD_WINDOW (window)->browser), FALSE);
  return GDK_EVENT_PROPAGATE;
}

static void
lanyard_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_window_parent_class)->map (widget);
  follow_visibility (LANYARD_WINDOW (widget));
}

static void
lanyard_window_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_window_parent_class)->unmap (widget);
  follow_visibility (LANYARD_WINDOW (widget));
}

static void
lanyard_window_dispose (GObject *object)
{
  LanyardWindow *self = LANYARD_WINDOW (object);

  lanyard_window_end_import (self);
  g_clear_weak_pointer (&self->import_question);
  g_clear_object (&self->standing);
  g_clear_object (&self->calendar);
  g_clear_object (&self->sync);
  g_clear_pointer (&self->wanted_match, g_variant_unref);
  g_clear_pointer (&self->wanted_page, g_free);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_object (&self->undo_toast);
  g_clear_pointer (&self->edited_uuid, g_free);
  g_clear_pointer (&self->edited_title, g_free);
  g_clear_pointer (&self->undo_toast_label, g_free);
  g_clear_pointer (&self->conferences, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_WINDOW);

  G_OBJECT_CLASS (lanyard_window_parent_class)->dispose (object);
}

static void
lanyard_window_class_init (LanyardWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_window_dispose;
  widget_class->map = lanyard_window_map;
  widget_class->unmap = lanyard_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = lanyard_window_close_request;

  g_type_ensure (LANYARD_TYPE_BROWSER);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/lanyard-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, browser);
  gtk_widget_class_bind_template_child (widget_class, LanyardWindow, drop_hint);
  lanyard_window_install_actions (widget_class);
  lanyard_window_install_backup_actions (widget_class);
  lanyard_window_install_show_actions (widget_class);
  lanyard_window_install_level_actions (widget_class);
  lanyard_window_install_refresh_actions (widget_class);
  lanyard_window_install_feed_actions (widget_class);
  lanyard_window_install_schedule_actions (widget_class);
  lanyard_window_install_export_actions (widget_class);
  lanyard_window_install_zone_actions (widget_class);
}

static void
lanyard_window_init (LanyardWindow *self)
{
  self->conferences = g_ptr_array_new ();
  lanyard_window_init_toasts (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_window_accept_drops (self);
  lanyard_help_follow_dialogs (ADW_APPLICATION_WINDOW (self));
}

/* Private: one of the conferences that there are, or NULL. */
LanyardConference *
lanyard_window_find_conference (LanyardWindow *self,
                                const char    *uuid)
{
  for (guint i = 0; uuid != NULL && i < self->conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (self->conferences, i);

      if (g_str_equal (lanyard_conference_get_uuid (conference), uuid))
        return conference;
    }
  return NULL;
}

/**
 * lanyard_window_new:
 * @application: the application
 * @open: what the window shows; its load may be under way
 * @sync: the way to the network, not used before the first frame
 * @settings: where the window's state is kept
 *
 * Makes the window.
 *
 * Returns: (transfer none): a window, owned by GTK
 */
LanyardWindow *
lanyard_window_new (GtkApplication        *application,
                    LanyardOpenConference *open,
                    LanyardLazySync       *sync,
                    GSettings             *settings)
{
  LanyardWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (LANYARD_IS_LAZY_SYNC (sync), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_WINDOW, "application", application, NULL);
  self->open = g_object_ref (open);
  self->sync = g_object_ref (sync);
  self->settings = g_object_ref (settings);
  self->standing = lanyard_standing_new (open, sync, settings);
  lanyard_window_follow_zone (self);
  restore_state (self);
  lanyard_window_follow_standing (self);
  lanyard_detail_page_set_sync (lanyard_browser_get_detail (self->browser), sync);
  lanyard_browser_set_settings (self->browser, settings);
  lanyard_browser_set_open (self->browser, open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::hidden", G_CALLBACK (lanyard_window_review_offers), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "failed", G_CALLBACK (lanyard_window_say), self, G_CONNECT_SWAPPED);
  lanyard_window_follow_edits (self);
  g_signal_connect_object (lanyard_open_conference_get_store (open), "conferences-changed",
                           G_CALLBACK (list_conferences), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lanyard_open_conference_get_store (open), "rescued",
                           G_CALLBACK (lanyard_window_tell_rescue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->browser, "notify::page", G_CALLBACK (lanyard_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::suspended", G_CALLBACK (follow_visibility), NULL);
  g_signal_connect_object (lanyard_browser_get_detail (self->browser), "neighbours-changed",
                           G_CALLBACK (lanyard_window_update_steps), self, G_CONNECT_SWAPPED);
  lanyard_window_update_steps (self);
  lanyard_window_update_actions (self);
  programme_changed_cb (self);
  /* After the first frame: the conference that is shown is on its way already. */
  g_idle_add_full (G_PRIORITY_LOW, after_first_frame_cb, g_object_ref (self), g_object_unref);
  return self;
}

/**
 * lanyard_window_present:
 * @self: a window
 *
 * Brings the window before the user as soon as it has something to show, which
 * spares a frame with nothing in it.
 */
void
lanyard_window_present (LanyardWindow *self)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading"))
    self->wants_to_be_seen = TRUE;
  else
    gtk_window_present (GTK_WINDOW (self));
}

/**
 * lanyard_window_show_page:
 * @self: a window
 * @page: a page's name, such as "plan"
 *
 * Shows a page; while there is no conference yet, as soon as there is one.
 */
void
lanyard_window_show_page (LanyardWindow *self,
                          const char    *page)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (page != NULL);

  lanyard_browser_set_page (self->browser, page);
  if (lanyard_open_conference_get_programme (self->open) != NULL)
    lanyard_browser_focus_page (self->browser);
}

/**
 * lanyard_window_get_browser:
 * @self: a window
 *
 * Gets the part of the window that shows a conference.
 *
 * Returns: (transfer none): the browser
 */
LanyardBrowser *
lanyard_window_get_browser (LanyardWindow *self)
{
  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  return self->browser;
}

/**
 * lanyard_window_get_shown_page:
 * @self: a window
 *
 * Gets the page that the window shows: the welcome page, one that the sidebar
 * names, or what lies upon it.
 *
 * Returns: (transfer none) (nullable): the page, %NULL while nothing is loaded
 */
GtkWidget *
lanyard_window_get_shown_page (LanyardWindow *self)
{
  GtkWidget *child;

  g_return_val_if_fail (LANYARD_IS_WINDOW (self), NULL);

  child = gtk_stack_get_visible_child (self->stack);
  if (child == GTK_WIDGET (self->browser))
    return lanyard_browser_get_shown_page (self->browser);
  return child == GTK_WIDGET (self->welcome) ? adw_bin_get_child (self->welcome) : NULL;
}
