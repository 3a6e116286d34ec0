/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "sync/lanyard-import.h"
#include "texts.h"
#include "time/lanyard-time-format.h"
#include "window-driver.h"

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* Turns the main loop until nothing has happened for a while, in which it was
 * looked for: whoever sleeps too long on a busy machine has seen nothing. In
 * microseconds, as all of it. */
static void
settle (gint64 quiet,
        gint64 longest)
{
  gint64 quiet_since = g_get_monotonic_time ();
  gint64 deadline = quiet_since + longest;

  while (g_get_monotonic_time () < deadline)
    {
      if (g_main_context_iteration (NULL, FALSE))
        quiet_since = g_get_monotonic_time ();
      else if (g_get_monotonic_time () - quiet_since >= quiet)
        break;
      else
        g_usleep (2000);
    }
}

void
window_driver_settle (void)
{
  settle (200000, 10 * G_USEC_PER_SEC);
}

/* An action of the window with a text, or without one, and what follows. */
void
window_driver_activate (WindowDriver *self,
                        const char   *action,
                        const char   *target)
{
  g_autoptr (GVariant) argument = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->window), action, argument));
  window_driver_settle ();
}

/* For a call that is to be waited for; with the address of a result as data. */
void
window_driver_keep_result_cb (GObject      *source,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
window_driver_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* That of the process, if it has made one. An application that does not run
 * lives as long as its process. */
static AdwApplication *
shared_application (void)
{
  static AdwApplication *application;

  if (application == NULL && ADW_IS_APPLICATION (g_application_get_default ()))
    application = ADW_APPLICATION (g_application_get_default ());
  if (application == NULL)
    {
      g_autoptr (GError) error = NULL;

      /* This GDK warns of frames that it has submitted twice itself; with an
       * older one warnings stay fatal. */
      if (gtk_check_version (4, 24, 0) == NULL)
        g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
      application = g_object_new (ADW_TYPE_APPLICATION, "resource-base-path", APP_PATH,
                                  "flags", G_APPLICATION_NON_UNIQUE, NULL);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

static gint64
parse_now (const char *now)
{
  g_autoptr (LanyardZone) zone = lanyard_zone_new_local ();
  gint64 instant;

  g_assert_true (lanyard_parse_iso8601 (now, zone, &instant));
  return instant;
}

/* Another time, which an open window hears of at once. With none open it is
 * as if the program were started anew. */
void
window_driver_set_now (WindowDriver *self,
                       const char   *now)
{
  g_setenv ("LANYARD_NOW", now, TRUE);
  lanyard_clock_move (self->clock, parse_now (now));
  if (self->window != NULL)
    return;
  g_clear_object (&self->sync);
  self->sync = lanyard_lazy_sync_new (self->store, self->clock);
}

/* How a test begins. What moves or blinks is never settled. */
void
window_driver_init (int    *argc,
                    char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

WindowDriver *
window_driver_new (const char *now)
{
  WindowDriver *self = g_new0 (WindowDriver, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  texts_bind ();
  self->folder = g_dir_make_tmp ("lanyard-window-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "lanyard.db", NULL);
  self->zone = lanyard_local_zone_new (NULL);
  self->store = lanyard_store_new (path);
  lanyard_store_open_async (self->store, NULL, window_driver_keep_result_cb, &result);
  lanyard_store_open_finish (self->store, window_driver_wait_for (&result), &error);
  g_assert_no_error (error);
  g_setenv ("LANYARD_NOW", now, TRUE);
  self->clock = lanyard_clock_new_stopped (parse_now (now));
  self->sync = lanyard_lazy_sync_new (self->store, self->clock);
  self->settings = g_settings_new (APP_ID);
  /* Nothing of the world's network. */
  g_settings_set_string (self->settings, "directory-address", "");
  self->application = shared_application ();
  return self;
}

void
window_driver_show (WindowDriver *self,
                    int           width,
                    int           height)
{
  g_autofree char *uuid = g_settings_get_string (self->settings, "conference");

  self->open = lanyard_open_conference_new (self->store, self->clock, self->zone);
  if (*uuid != '\0')
    lanyard_open_conference_load (self->open, uuid);
  self->window = lanyard_window_new (GTK_APPLICATION (self->application), self->open, self->sync, self->settings);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  window_driver_settle ();
}

void
window_driver_close (WindowDriver *self)
{
  if (self->window != NULL)
    {
      /* A bar that has just folded lets go of its old picture in the next frame. */
      window_driver_settle ();
      gtk_window_close (GTK_WINDOW (self->window));
    }
  self->window = NULL;
  window_driver_settle ();
  g_clear_object (&self->open);
}

void
window_driver_free (WindowDriver *self)
{
  window_driver_close (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->sync);
  g_clear_object (&self->zone);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

/* Opens and closes the database, as a command does, at whose end a backup is
 * made. Then there is only that backup, and something else in the place of the
 * database; with its log the database would still be whole. */
void
window_driver_damage (WindowDriver *self)
{
  g_autofree char *path = g_build_filename (self->folder, "lanyard.db", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LanyardStore *store = lanyard_store_new (path);

  lanyard_store_open_async (store, NULL, window_driver_keep_result_cb, &result);
  lanyard_store_open_finish (store, window_driver_wait_for (&result), &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_finalize_object (store);
  g_assert_no_errno (g_unlink (log));
  g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
}

/* Imports a conference as the window would, without the window. */
void
window_driver_add (WindowDriver *self,
                   const char   *folder)
{
  window_driver_add_at (self, folder, lanyard_clock_get_now (self->clock));
}

/* The same at another time. */
void
window_driver_add_at (WindowDriver *self,
                      const char   *folder,
                      gint64        now)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) reading = NULL;
  g_autoptr (GAsyncResult) saving = NULL;
  g_autoptr (LanyardImportSource) source = NULL;
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (LanyardImport) import = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (files, g_file_new_for_path (folder));
  source = lanyard_import_source_new (files);
  lanyard_import_read_async (source, NULL, NULL, window_driver_keep_result_cb, &reading);
  programme = lanyard_import_read_finish (window_driver_wait_for (&reading), &error);
  g_assert_no_error (error);
  lanyard_import_save_async (self->store, programme, now, NULL, window_driver_keep_result_cb, &saving);
  import = lanyard_import_save_finish (window_driver_wait_for (&saving), &error);
  g_assert_no_error (error);
  g_settings_set_string (self->settings, "conference", import->uuid);
}

LanyardTalk *
window_driver_find_talk (WindowDriver *self,
                         const char   *title)
{
  GPtrArray *talks = lanyard_programme_get_talks (lanyard_open_conference_get_programme (self->open));

  for (guint i = 0; i < talks->len; i++)
    if (g_str_equal (lanyard_item_get_title (g_ptr_array_index (talks, i)), title))
      return g_ptr_array_index (talks, i);
  g_error ("There is no talk “%s”", title);
}

LanyardSession *
window_driver_find_session (WindowDriver *self,
                            const char   *title)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (lanyard_open_conference_get_programme (self->open));

  for (guint i = 0; i < sessions->len; i++)
    if (g_str_equal (lanyard_session_get_title (g_ptr_array_index (sessions, i)), title))
      return g_ptr_array_index (sessions, i);
  g_error ("There is no session “%s”", title);
}

static GtkWidget *
find (GtkWidget *root,
      GType      type,
      gboolean   also_hidden)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gboolean is_seen = gtk_widget_get_child_visible (child) && (also_hidden || gtk_widget_get_visible (child));
      GtkWidget *found = is_seen ? find (child, type, also_hidden) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first widget of a type below a widget, in order of drawing. */
GtkWidget *
window_driver_find (GtkWidget *root,
                    GType      type)
{
  GtkWidget *found = find (root, type, FALSE);

  return found != NULL ? found : find (root, type, TRUE);
}

static GtkWidget *
find_text (GtkWidget         *root,
           const char *const *forms)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_strv_contains (forms, gtk_label_get_text (GTK_LABEL (root))))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, forms);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first label that is seen below a widget and says this, in the language
 * of the window. */
GtkWidget *
window_driver_find_text (GtkWidget  *root,
                         const char *text)
{
  g_auto (GStrv) forms = texts_dup_forms (text);

  return find_text (root, (const char *const *) forms);
}

/* Walks every visible widget that can have the focus: each must have a name,
 * and each button with only an icon a tooltip as well. */
void
window_driver_sweep (GtkWidget  *widget,
                     const char *page)
{
  /* The buttons in a field for numbers are for pointers alone. */
  if (!gtk_widget_get_mapped (widget) || GTK_IS_SPIN_BUTTON (widget))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_LIST_VIEW (widget))
    {
      gboolean labelled = gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
                          gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

      if (!labelled && !GTK_IS_LIST_VIEW (widget))
        labelled = gtk_widget_get_tooltip_text (widget) != NULL || window_driver_find (widget, GTK_TYPE_LABEL) != NULL;
      if (!labelled)
        g_test_fail_printf ("%s: a %s has no accessible name", page, G_OBJECT_TYPE_NAME (widget));
    }
  /* What these are made of is the libraries' affair. */
  if (GTK_IS_MENU_BUTTON (widget) || ADW_IS_COMBO_ROW (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    window_driver_sweep (child, page);
}

/* Waits until the window is as large as was asked for, or will not be. */
void
window_driver_resize (WindowDriver *self,
                      int           width,
                      int           height)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  gint64 deadline = g_get_monotonic_time () + G_USEC_PER_SEC;

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  while (g_get_monotonic_time () < deadline &&
         (gtk_widget_get_width (window) != width || gtk_widget_get_height (window) != height))
    settle (10000, 100000);
}

static void
snapshot_popovers (GtkWidget   *widget,
                   GtkWidget   *window,
                   GtkSnapshot *snapshot)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_POPOVER (widget))
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
      GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (widget)));
      double own_x, own_y, window_x, window_y;

      gtk_native_get_surface_transform (GTK_NATIVE (widget), &own_x, &own_y);
      gtk_native_get_surface_transform (GTK_NATIVE (window), &window_x, &window_y);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (gdk_popup_get_position_x (popup) + own_x - window_x),
                                                              (float) (gdk_popup_get_position_y (popup) + own_y - window_y)));
      gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
      gtk_snapshot_restore (snapshot);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    snapshot_popovers (child, window, snapshot);
}

static GskRenderNode *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  settle (100000, 2 * G_USEC_PER_SEC);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  snapshot_popovers (widget, widget, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* The window and what popped up from it. What spins or arrives is not waited
 * for. */
GskRenderNode *
window_driver_draw (WindowDriver *self)
{
  return draw (GTK_WIDGET (self->window));
}

/* The same of any window as a picture, which waits for what a busy machine has
 * not laid out yet. */
void
window_driver_picture (GtkWidget  *window,
                       const char *path)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  g_autoptr (GskRenderNode) node = draw (window);
  g_autoptr (GdkTexture) texture = NULL;

  while (node == NULL && g_get_monotonic_time () < deadline)
    node = draw (window);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
