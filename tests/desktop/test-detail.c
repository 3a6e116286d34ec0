/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of one talk: its neighbours, what can be copied, the words of a
 * search, parts and links. */

#include "config.h"

#include <string.h>

#include "detail-helper.h"
#include "detail/lanyard-attachment-row.h"
#include "detail/lanyard-item-facts.h"
#include "sessions/lanyard-session-page.h"
#include "widgets/lanyard-rich-text-view.h"

#define FIRST "Copy on write, ten years on"
#define SECOND "Old abstracts are HTML"
#define N_TALKS 9
#define NBSP "\xc2\xa0"

static void
activate (DetailFixture *fixture,
          const char    *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (detail_get_page (fixture)), action, NULL));
  window_driver_settle ();
}

static void
assert_title (DetailFixture *fixture,
              const char    *title)
{
  g_assert_cmpstr (lanyard_item_get_title (lanyard_detail_page_get_item (detail_get_page (fixture))), ==, title);
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
assert_step (DetailFixture *fixture,
             const char    *tooltip,
             gboolean       is_possible)
{
  GtkWidget *button = find_tooltip (GTK_WIDGET (detail_get_page (fixture)), tooltip);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button) == is_possible);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip);
}

static void
test_neighbours (DetailFixture *fixture,
                 gconstpointer  data)
{
  detail_show (fixture, FIRST);
  assert_step (fixture, "Previous Talk", FALSE);
  assert_step (fixture, "Next Talk", TRUE);
  detail_assert_subtitle (fixture, "Filesystems and Storage MC", "Talk 1 of 9");

  activate (fixture, "win.next-item");
  assert_title (fixture, SECOND);
  assert_step (fixture, "Previous Talk", TRUE);
  detail_assert_subtitle (fixture, "Filesystems and Storage MC", "Talk 2 of 9");
  activate (fixture, "win.previous-item");
  assert_title (fixture, FIRST);

  for (guint i = 1; i < N_TALKS; i++)
    activate (fixture, "win.next-item");
  assert_title (fixture, "In the session, but in none of its blocks");
  assert_step (fixture, "Next Talk", FALSE);
}

static void
test_facts (DetailFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *facts;
  GtkWidget *row;

  detail_show (fixture, FIRST);
  facts = window_driver_find (GTK_WIDGET (detail_get_page (fixture)), LANYARD_TYPE_ITEM_FACTS);
  detail_assert_subtitle (fixture, "Friday 2 October, 09:30–10:15", "Adelaide time (ACST) · in 3 days\nThu 1 Oct, 17:00–17:45 in Los Angeles");
  detail_assert_subtitle (fixture, "Dilnoza Yusupova", "Speaker · Silk Road Hosting · 2 talks");
  detail_assert_subtitle (fixture, "Type", "Discussion");
  detail_assert_subtitle (fixture, "Keywords", "btrfs, copy on write, snapshots");
  detail_assert_subtitle (fixture, "Code", "FS-1");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (window_driver_find (facts, GTK_TYPE_LIST_BOX)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Details");

  /* A minute that passes makes no new row. */
  row = detail_find_row (fixture, "Friday 2 October, 09:30–10:15");
  window_driver_set_now (fixture->driver, "2026-10-02T00:15:00Z");
  window_driver_settle ();
  g_assert_true (detail_find_row (fixture, "Friday 2 October, 09:30–10:15") == row);
  detail_assert_subtitle (fixture, "Friday 2 October, 09:30–10:15",
                   "Adelaide time (ACST) · 30 min left\nThu 1 Oct, 17:00–17:45 in Los Angeles");
  window_driver_set_now (fixture->driver, "2026-10-02T00:45:00Z");
  window_driver_settle ();
  detail_assert_subtitle (fixture, "Friday 2 October, 09:30–10:15",
                   "Adelaide time (ACST) · over\nThu 1 Oct, 17:00–17:45 in Los Angeles");

  g_assert_null (window_driver_find (GTK_WIDGET (fixture->driver->window), LANYARD_TYPE_SESSION_PAGE));
  g_signal_emit_by_name (detail_find_row (fixture, "Filesystems and Storage MC"), "activate");
  window_driver_settle ();
  g_assert_nonnull (window_driver_find (GTK_WIDGET (fixture->driver->window), LANYARD_TYPE_SESSION_PAGE));
}

/* What runs at the same time leads there, and says how much it is wanted. */
static void
test_overlaps (DetailFixture *fixture,
               gconstpointer  data)
{
  LanyardItem *other = LANYARD_ITEM (window_driver_find_talk (fixture->driver, "Mesh on the Nullarbor"));
  LanyardSession *session = window_driver_find_session (fixture->driver, "Networking for Remote Places MC");

  detail_show (fixture, FIRST);
  g_assert_null (detail_find_row (fixture, "Overlaps “Mesh on the Nullarbor”"));
  lanyard_open_conference_set_level (fixture->driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (other),
                                     LANYARD_LEVEL_MAYBE);
  window_driver_settle ();
  detail_assert_subtitle (fixture, "Overlaps “Mesh on the Nullarbor”",
                   "Friday 2 October, 09:30–10:00 · Room 2 – Wattle · Maybe");
  g_signal_emit_by_name (detail_find_row (fixture, "Overlaps “Mesh on the Nullarbor”"), "activate");
  window_driver_settle ();
  assert_title (fixture, "Mesh on the Nullarbor");

  lanyard_open_conference_set_level (fixture->driver->open, LANYARD_KIND_SESSION, lanyard_session_get_key (session),
                                     LANYARD_LEVEL_GOING);
  detail_show (fixture, FIRST);
  g_signal_emit_by_name (detail_find_row (fixture, "Overlaps “Networking for Remote Places MC”"), "activate");
  window_driver_settle ();
  g_assert_nonnull (window_driver_find (GTK_WIDGET (fixture->driver->window), LANYARD_TYPE_SESSION_PAGE));
}

/* An own entry has no page; it is in the plan. */
static void
test_own_entry_overlaps (DetailFixture *fixture,
                         gconstpointer  data)
{
  LanyardItem *talk = LANYARD_ITEM (window_driver_find_talk (fixture->driver, FIRST));
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardOwnEntry) entry = lanyard_own_entry_new (&(LanyardOwnEntryFields) {
    .title = "Dentist",
    .start = lanyard_item_get_start (talk),
    .end = lanyard_item_get_end (talk),
  });

  lanyard_edit_put_entry (edit, entry);
  lanyard_open_conference_apply (fixture->driver->open, edit, "Added");
  detail_show (fixture, FIRST);
  detail_assert_subtitle (fixture, "Overlaps “Dentist”", "Friday 2 October, 09:30–10:15");
  g_signal_emit_by_name (detail_find_row (fixture, "Overlaps “Dentist”"), "activate");
  window_driver_settle ();
  g_assert_cmpstr (lanyard_browser_get_page (lanyard_window_get_browser (fixture->driver->window)), ==, "plan");
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
assert_copies (DetailFixture *fixture,
               const char    *action,
               const char    *text)
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
test_copy (DetailFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *url = g_strconcat (fixture->base, "/event/77/contributions/3104/", NULL);
  g_autofree char *details = NULL;

  detail_show (fixture, FIRST);
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
test_words (DetailFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (detail_get_page (fixture));
  GtkWidget *title;
  PangoAttrIterator *iterator;
  PangoAttribute *mark;
  int begin;
  int end;

  detail_show (fixture, FIRST);
  g_assert_cmpuint (count_marks (page), ==, 0);
  lanyard_detail_page_set_words (detail_get_page (fixture), "WRÏTE");
  title = window_driver_find_text (page, FIRST);
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

  /* Before the text is there, too. */
  lanyard_browser_show_item (lanyard_window_get_browser (fixture->driver->window),
                             LANYARD_ITEM (window_driver_find_talk (fixture->driver, SECOND)));
  lanyard_detail_page_set_words (detail_get_page (fixture), "server");
  window_driver_settle ();
  g_assert_cmpuint (count_marks (page), ==, 1);
  lanyard_detail_page_set_words (detail_get_page (fixture), NULL);
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

/* Whether one of its labels has this in its text. */
static gboolean
has_text_with (GtkWidget  *widget,
               const char *part)
{
  if (GTK_IS_LABEL (widget))
    return strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_text_with (child, part))
      return TRUE;
  return FALSE;
}

/* Headings, lists, a table and code are there, can be selected and say what
 * they are. */
static void
test_rich_text (DetailFixture *fixture,
                gconstpointer  data)
{
  GtkWidget *view;
  GtkWidget *heading;

  detail_show (fixture, FIRST);
  view = window_driver_find (GTK_WIDGET (detail_get_page (fixture)), LANYARD_TYPE_RICH_TEXT_VIEW);
  heading = window_driver_find_text (view, "Lists");
  g_assert_nonnull (heading);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (heading)));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL));
  g_assert_nonnull (window_driver_find_text (view, "nested"));
  g_assert_nonnull (window_driver_find_text (view, "deleting it"));
  g_assert_cmpuint (count_type (view, GTK_TYPE_GRID), ==, 1);
  g_assert_cmpuint (count_type (view, GTK_TYPE_PICTURE), ==, 0);

  /* Paragraphs that follow one another are one label, to select across them. */
  g_assert_true (has_text_with (view, "neither does a picture.\n\nInline HTML"));
}

static void
test_links (DetailFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *button;

  detail_show (fixture, FIRST);
  button = gtk_widget_get_ancestor (window_driver_find_text (GTK_WIDGET (detail_get_page (fixture)), "Video"), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Opens www.youtube.com");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Video");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Opens www.youtube.com");
  detail_assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB");
  detail_assert_subtitle (fixture, "Sound only", "OPUS, 9.1" NBSP "MB");
  window_driver_sweep (GTK_WIDGET (detail_get_page (fixture)), "talk");
}

static void
test_parts (DetailFixture *fixture,
            gconstpointer  data)
{
  detail_show (fixture, "Reports from the committees");
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (detail_get_page (fixture)), "Parts"));
  detail_assert_subtitle (fixture, "Where we meet next year", "20 min");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (detail_find_row (fixture, "Code of conduct"))), "10 min"));
  detail_assert_subtitle (fixture, "Slides", "PDF, 482.1" NBSP "kB");
  g_assert_true (LANYARD_IS_ATTACHMENT_ROW (detail_find_row (fixture, "Slides")));
  window_driver_sweep (GTK_WIDGET (detail_get_page (fixture)), "talk with parts");
}

#define ADD(name, func) g_test_add ("/detail/" name, DetailFixture, NULL, detail_set_up, func, detail_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  ADD ("neighbours", test_neighbours);
  ADD ("facts", test_facts);
  ADD ("overlaps", test_overlaps);
  ADD ("own-entry-overlaps", test_own_entry_overlaps);
  ADD ("copy", test_copy);
  ADD ("words", test_words);
  ADD ("rich-text", test_rich_text);
  ADD ("links", test_links);
  ADD ("parts", test_parts);

  return g_test_run ();
}
