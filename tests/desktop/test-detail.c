/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of one talk: its neighbours, what can be copied, the words of a
 * search, parts and links, and files that are fetched to stay, from a server of
 * the test's own. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "detail/lanyard-attachment-row.h"
#include "detail/lanyard-detail-page.h"
#include "detail/lanyard-item-facts.h"
#include "lanyard-fault.h"
#include "sync/lanyard-attachment-files.h"
#include "widgets/lanyard-rich-text-view.h"
#include "window-driver.h"

#define NOW "2026-09-29T00:00:00Z" /* three days before the first talk */
#define FIRST "Copy on write, ten years on"
#define SECOND "Old abstracts are HTML"
#define N_TALKS 9
#define NBSP "\xc2\xa0"

typedef struct
{
  WindowDriver *driver; /* owned */
  SoupServer *server;   /* owned */
  char *base;           /* owned: of server */
  char *folder;         /* owned: of a conference whose files are on server */
  GBytes *body;         /* owned: each of its files */
  LanyardFault fault;   /* how server misbehaves */
} Fixture;

/* --- a conference whose files are here ------------------------------------- */

static void
asked_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  Fixture *fixture = user_data;

  lanyard_fault_answer (fixture->fault, server, message, "application/pdf", fixture->body, NULL);
}

static void
start_server (Fixture *fixture)
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
copy_conference (Fixture *fixture)
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

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  start_server (fixture);
  copy_conference (fixture);
  fixture->driver = window_driver_new (NOW);
  be_impatient (fixture->driver);
  g_settings_reset (fixture->driver->settings, "day");
  g_settings_reset (fixture->driver->settings, "other-zone");
  g_settings_set_string (fixture->driver->settings, "page", "plan");
  g_settings_set_string (fixture->driver->settings, "zone-choice", "conference");
  window_driver_add (fixture->driver, fixture->folder);
  window_driver_show (fixture->driver, 1400, 900);
}

static void
tear_down (Fixture       *fixture,
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

/* --- what is on the page --------------------------------------------------- */

static LanyardDetailPage *
page_of (Fixture *fixture)
{
  return lanyard_browser_get_detail (lanyard_window_get_browser (fixture->driver->window));
}

static void
show (Fixture    *fixture,
      const char *title)
{
  lanyard_browser_show_item (lanyard_window_get_browser (fixture->driver->window),
                             LANYARD_ITEM (window_driver_find_talk (fixture->driver, title)));
  window_driver_settle ();
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page_of (fixture)), action, NULL));
  window_driver_settle ();
}

static void
assert_title (Fixture    *fixture,
              const char *title)
{
  g_assert_cmpstr (lanyard_item_get_title (lanyard_detail_page_get_item (page_of (fixture))), ==, title);
}

/* Mapped, and with this text. */
static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
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

static GtkWidget *
find_row (Fixture    *fixture,
          const char *title)
{
  return find_row_below (GTK_WIDGET (page_of (fixture)), title);
}

static void
assert_subtitle (Fixture    *fixture,
                 const char *title,
                 const char *subtitle)
{
  GtkWidget *row = find_row (fixture, title);

  if (row == NULL)
    g_error ("There is no row “%s”", title);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
}

static GtkWidget *
find_tooltip (GtkWidget  *widget,
              const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_tooltip (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_step (Fixture    *fixture,
             const char *tooltip,
             gboolean    is_possible)
{
  GtkWidget *button = find_tooltip (GTK_WIDGET (page_of (fixture)), tooltip);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button) == is_possible);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip);
}

/* --- tests ----------------------------------------------------------------- */

static void
test_neighbours (Fixture       *fixture,
                 gconstpointer  data)
{
  show (fixture, FIRST);
  assert_step (fixture, "Previous Talk", FALSE);
  assert_step (fixture, "Next Talk", TRUE);
  assert_subtitle (fixture, "Filesystems and Storage MC", "Talk 1 of 9");

  activate (fixture, "win.next-item");
  assert_title (fixture, SECOND);
  assert_step (fixture, "Previous Talk", TRUE);
  assert_subtitle (fixture, "Filesystems and Storage MC", "Talk 2 of 9");
  activate (fixture, "win.previous-item");
  assert_title (fixture, FIRST);

  for (guint i = 1; i < N_TALKS; i++)
    activate (fixture, "win.next-item");
  assert_title (fixture, "In the session, but in none of its blocks");
  assert_step (fixture, "Next Talk", FALSE);
}

static void
test_facts (Fixture       *fixture,
            gconstpointer  data)
{
  show (fixture, FIRST);
  assert_subtitle (fixture, "Friday 2 October, 09:30–10:15", "Adelaide time (ACST) · in 3 days\nThu 1 Oct, 17:00–17:45 in Los Angeles");
  assert_subtitle (fixture, "Type", "Discussion");
  assert_subtitle (fixture, "Keywords", "btrfs, copy on write, snapshots");
  assert_subtitle (fixture, "Code", "FS-1");

  g_signal_emit_by_name (find_row (fixture, "Filesystems and Storage MC"), "activate");
  window_driver_settle ();
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->driver->window), "Networking for Remote Places MC") == NULL
                        ? find_text (GTK_WIDGET (fixture->driver->window), "Filesystems and Storage MC")
                        : NULL);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static void
assert_copies (Fixture    *fixture,
               const char *action,
               const char *text)
{
  g_autofree char *copied = NULL;

  activate (fixture, action);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->driver->window)), NULL, text_read_cb,
                                 &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (copied, ==, text);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/event/77/contributions/3104/", NULL);
  g_autofree char *details = NULL;

  show (fixture, FIRST);
  details = g_strconcat (FIRST
                         "\nFriday 2 October 2026, 09:30–10:15, Adelaide time (ACST)"
                         "\nThu 1 Oct, 17:00–17:45 in Los Angeles"
                         "\nBanksia Hall, Old Tram Depot"
                         "\nFilesystems and Storage MC"
                         "\nDilnoza Yusupova, Joaquim \"Quim\" Ferrer\n",
                         url, NULL);
  assert_copies (fixture, "detail.copy-title", FIRST);
  assert_copies (fixture, "detail.copy-link", url);
  assert_copies (fixture, "detail.copy-details", details);
}

static guint
count_marks (GtkWidget *widget)
{
  g_autoptr (GSList) marks = NULL;
  PangoAttrList *attributes;
  guint n = 0;

  if (GTK_IS_LABEL (widget))
    {
      attributes = gtk_label_get_attributes (GTK_LABEL (widget));
      marks = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;
      for (GSList *mark = marks; mark != NULL; mark = mark->next)
        {
          n += ((PangoAttribute *) mark->data)->klass->type == PANGO_ATTR_BACKGROUND;
          pango_attribute_destroy (mark->data);
        }
      return n;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_marks (child);
  return n;
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (page_of (fixture));
  GtkWidget *title;
  PangoAttrIterator *iterator;
  PangoAttribute *mark;
  int begin;
  int end;

  show (fixture, FIRST);
  g_assert_cmpuint (count_marks (page), ==, 0);
  lanyard_detail_page_set_words (page_of (fixture), "WRÏTE");
  title = find_text (page, FIRST);
  iterator = pango_attr_list_get_iterator (gtk_label_get_attributes (GTK_LABEL (title)));
  mark = pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND);
  while (mark == NULL && pango_attr_iterator_next (iterator))
    mark = pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND);
  pango_attr_iterator_range (iterator, &begin, &end);
  g_assert_nonnull (mark);
  g_assert_cmpint (begin, ==, strlen ("Copy on "));
  g_assert_cmpint (end, ==, strlen ("Copy on write"));
  pango_attr_iterator_destroy (iterator);
  /* The title, and its heading in the text. */
  g_assert_cmpuint (count_marks (page), >=, 2);

  activate (fixture, "win.next-item");
  g_assert_cmpuint (count_marks (page), ==, 0);
  activate (fixture, "win.previous-item");
  g_assert_cmpuint (count_marks (page), ==, 0);
}

/* Before the text is there, too. */
static void
test_words_come_first (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (page_of (fixture));

  lanyard_browser_show_item (lanyard_window_get_browser (fixture->driver->window),
                             LANYARD_ITEM (window_driver_find_talk (fixture->driver, SECOND)));
  lanyard_detail_page_set_words (page_of (fixture), "server");
  window_driver_settle ();
  g_assert_cmpuint (count_marks (page), ==, 1);
  lanyard_detail_page_set_words (page_of (fixture), NULL);
  g_assert_cmpuint (count_marks (page), ==, 0);
}

static guint
count_type (GtkWidget *widget,
            GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

/* Headings, lists, a table and code are there, can be selected and say what
 * they are. */
static void
test_rich_text (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *view;
  GtkWidget *heading;

  show (fixture, FIRST);
  view = window_driver_find (GTK_WIDGET (page_of (fixture)), LANYARD_TYPE_RICH_TEXT_VIEW);
  heading = find_text (view, "Lists");
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (heading)));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL));
  g_assert_nonnull (find_text (view, "nested"));
  g_assert_nonnull (find_text (view, "deleting it"));
  g_assert_cmpuint (count_type (view, GTK_TYPE_GRID), ==, 1);
  g_assert_cmpuint (count_type (view, GTK_TYPE_PICTURE), ==, 0);

  /* Both quotes are labels of their own; paragraphs that follow one another are one. */
  show (fixture, "Old abstracts are HTML");
  g_assert_nonnull (find_text (GTK_WIDGET (page_of (fixture)), "Old “styles” too."));
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *button;

  show (fixture, FIRST);
  button = gtk_widget_get_ancestor (find_text (GTK_WIDGET (page_of (fixture)), "Video"), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Opens www.youtube.com");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Video");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Opens www.youtube.com");
  assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB");
  assert_subtitle (fixture, "Sound only", "OPUS, 9.1" NBSP "MB");
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  show (fixture, "Reports from the committees");
  g_assert_nonnull (find_text (GTK_WIDGET (page_of (fixture)), "Parts"));
  assert_subtitle (fixture, "Where we meet next year", "20 min");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Code of conduct"))), "10 min"));
  assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB");
  g_assert_true (LANYARD_IS_ATTACHMENT_ROW (find_row (fixture, "Slides")));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  show (fixture, FIRST);
  window_driver_sweep (GTK_WIDGET (page_of (fixture)), "talk");
  show (fixture, "Reports from the committees");
  window_driver_sweep (GTK_WIDGET (page_of (fixture)), "talk with parts");
}

/* --- files ----------------------------------------------------------------- */

static GtkWidget *
wait_for_button (Fixture    *fixture,
                 const char *action)
{
  GtkWidget *row = find_row (fixture, "Slides");
  gint64 deadline = g_get_monotonic_time () + 15 * G_USEC_PER_SEC;

  g_assert_true (LANYARD_IS_ATTACHMENT_ROW (row));
  while (g_get_monotonic_time () < deadline)
    {
      GtkWidget *found = NULL;
      GtkWidget *box = gtk_widget_get_parent (window_driver_find (row, GTK_TYPE_PROGRESS_BAR));

      for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
        if (GTK_IS_ACTIONABLE (child) && gtk_widget_get_visible (child) &&
            g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
          found = child;
      if (found != NULL)
        return found;
      g_main_context_iteration (NULL, FALSE);
    }
  g_error ("There is no button for “%s”", action);
}

static void
press (Fixture    *fixture,
       const char *action)
{
  GtkWidget *button = wait_for_button (fixture, action);

  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Fetched, known after a restart, and removed. */
static void
test_download (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *open;

  show (fixture, FIRST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (wait_for_button (fixture, "attachment.fetch")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Download “Slides” for Offline Use");
  press (fixture, "attachment.fetch");
  open = wait_for_button (fixture, "attachment.open");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, "Open “Slides”");
  g_assert_true (gtk_widget_has_focus (open));
  assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB · Available offline");
  window_driver_sweep (GTK_WIDGET (page_of (fixture)), "talk with a file");

  window_driver_close (fixture->driver);
  soup_server_disconnect (fixture->server);
  window_driver_set_now (fixture->driver, NOW);
  window_driver_show (fixture->driver, 1400, 900);
  show (fixture, FIRST);
  wait_for_button (fixture, "attachment.open");
  assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB · Available offline");

  g_assert_true (gtk_widget_activate_action (find_row (fixture, "Slides"), "attachment.remove", NULL));
  wait_for_button (fixture, "attachment.fetch");
  assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB");
}

static GtkProgressBar *
wait_for_progress (Fixture *fixture)
{
  GtkProgressBar *bar = GTK_PROGRESS_BAR (window_driver_find (find_row (fixture, "Slides"), GTK_TYPE_PROGRESS_BAR));

  while (!(gtk_progress_bar_get_fraction (bar) > 0))
    g_main_context_iteration (NULL, TRUE);
  return bar;
}

/* While something arrives, nothing ever settles. */
static void
turn_to (Fixture    *fixture,
         const char *title)
{
  lanyard_browser_show_item (lanyard_window_get_browser (fixture->driver->window),
                             LANYARD_ITEM (window_driver_find_talk (fixture->driver, title)));
  while ((find_row (fixture, "Slides") != NULL) != g_str_equal (title, FIRST))
    g_main_context_iteration (NULL, TRUE);
}

/* It goes on while somebody looks at something else, and can be cancelled. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  GtkProgressBar *bar;
  const char *subtitle;

  fixture->fault = LANYARD_FAULT_SLOW;
  show (fixture, FIRST);
  press (fixture, "attachment.fetch");
  bar = wait_for_progress (fixture);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (bar), <, 0.1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, "Download of “Slides”");

  turn_to (fixture, SECOND);
  turn_to (fixture, FIRST);
  wait_for_button (fixture, "attachment.cancel");
  subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, "Slides")));
  g_assert_true (g_str_has_suffix (subtitle, " of 482.1" NBSP "kB"));
  press (fixture, "attachment.cancel");
  g_assert_true (gtk_widget_has_focus (wait_for_button (fixture, "attachment.fetch")));
  assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB");
}

/* Says why, and can be tried again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row;

  fixture->fault = LANYARD_FAULT_GONE;
  show (fixture, FIRST);
  press (fixture, "attachment.fetch");
  wait_for_button (fixture, "attachment.cancel");
  wait_for_button (fixture, "attachment.fetch");
  row = find_row (fixture, "Slides");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "does not have this"));
  g_assert_true (gtk_widget_has_css_class (row, "failed"));

  fixture->fault = LANYARD_FAULT_NONE;
  press (fixture, "attachment.fetch");
  wait_for_button (fixture, "attachment.open");
  g_assert_false (gtk_widget_has_css_class (row, "failed"));
}

#define ADD(name, func) g_test_add ("/detail/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);

  ADD ("neighbours", test_neighbours);
  ADD ("facts", test_facts);
  ADD ("copy", test_copy);
  ADD ("words", test_words);
  ADD ("words-come-first", test_words_come_first);
  ADD ("rich-text", test_rich_text);
  ADD ("links", test_links);
  ADD ("parts", test_parts);
  ADD ("names", test_names);
  ADD ("download", test_download);
  ADD ("cancel", test_cancel);
  ADD ("failure", test_failure);

  return g_test_run ();
}
