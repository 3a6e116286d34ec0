/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notes in the window: kept while they are typed, however one leaves. */

#include "config.h"

#include <string.h>

#include "detail/lanyard-item-sheet.h"
#include "picks-helper.h"
#include "sessions/lanyard-session-page.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-note-editor.h"

static const char *
get_note (WindowDriver *driver,
          const char *title)
{
  return lanyard_decisions_get_note (lanyard_open_conference_get_decisions (driver->open), LANYARD_KIND_TALK,
                                     lanyard_item_get_key (picks_find_talk (driver, title)));
}

static GtkTextBuffer *
edit_note (WindowDriver *driver)
{
  GtkWidget *sheet = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_SHEET);
  GtkWidget *editor = window_driver_find (sheet, LANYARD_TYPE_NOTE_EDITOR);
  GtkWidget *text;

  g_assert_nonnull (editor);
  lanyard_note_editor_edit (LANYARD_NOTE_EDITOR (editor));
  window_driver_settle ();
  text = window_driver_find (editor, GTK_TYPE_TEXT_VIEW);
  g_assert_true (gtk_widget_has_focus (text));
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
}

/* Without anybody saving it, and as one thing to undo. */
static void
test_note_is_kept_while_typed (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  GtkTextBuffer *buffer;

  picks_show_item (driver, PICKS_TALK);
  picks_press_text (driver, "Add a Note");
  buffer = edit_note (driver);
  gtk_text_buffer_insert_at_cursor (buffer, "Ask about **snapshots**", -1);
  while (get_note (driver, PICKS_TALK) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_note (driver, PICKS_TALK), ==, "Ask about **snapshots**");
  gtk_text_buffer_insert_at_cursor (buffer, "\n\n* and quotas", -1);
  while (strstr (get_note (driver, PICKS_TALK), "quotas") == NULL)
    g_main_context_iteration (NULL, TRUE);
  picks_assert_row_says (driver, PICKS_TALK, "Note", TRUE);

  picks_press_text (driver, "Done");
  g_assert_true (picks_says (driver, "Ask about snapshots"));
  g_assert_true (picks_says (driver, "and quotas"));
  picks_activate (driver, "win.undo", NULL);
  g_assert_null (get_note (driver, PICKS_TALK));
  g_assert_true (picks_says (driver, "Add a Note"));
  picks_activate (driver, "win.redo", NULL);
  g_assert_true (picks_says (driver, "and quotas"));

  buffer = edit_note (driver);
  gtk_text_buffer_set_text (buffer, "  \n", -1);
  picks_press_text (driver, "Done");
  g_assert_null (get_note (driver, PICKS_TALK));
}

/* What is typed belongs to the talk that it was typed for, however one leaves. */
static void
test_note_survives_leaving (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);

  picks_show_item (driver, PICKS_TALK);
  gtk_text_buffer_insert_at_cursor (edit_note (driver), "one", -1);
  picks_show_item (driver, PICKS_OTHER);
  g_assert_cmpstr (get_note (driver, PICKS_TALK), ==, "one");
  g_assert_null (get_note (driver, PICKS_OTHER));
  g_assert_true (picks_says (driver, "Add a Note"));
  gtk_text_buffer_insert_at_cursor (edit_note (driver), "two", -1);
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  g_assert_cmpstr (get_note (driver, PICKS_TALK), ==, "one");
  g_assert_cmpstr (get_note (driver, PICKS_OTHER), ==, "two");
}

/* Another window's note appears, but not over what is being typed. */
static void
test_note_from_elsewhere (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardEdit) later = lanyard_edit_new ();
  const char *key = lanyard_item_get_key (picks_find_talk (driver, PICKS_TALK));
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  picks_show_item (driver, PICKS_TALK);
  buffer = edit_note (driver);
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, key, "from elsewhere");
  lanyard_open_conference_apply (driver->open, edit, "elsewhere");
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "from elsewhere");
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));

  gtk_text_buffer_set_text (buffer, "mine", -1);
  lanyard_edit_set_note (later, LANYARD_KIND_TALK, key, "too late");
  lanyard_open_conference_apply (driver->open, later, "elsewhere");
  while (g_strcmp0 (get_note (driver, PICKS_TALK), "mine") != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Ctrl+Z takes back what was typed, not a star. */
static void
test_text_has_its_own_undo (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  GtkTextBuffer *buffer;

  picks_show_item (driver, PICKS_TALK);
  gtk_widget_grab_focus (gtk_widget_get_parent (picks_get_row (driver, PICKS_TALK)));
  picks_activate (driver, "win.toggle-level", "going");
  buffer = edit_note (driver);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "typed", -1);
  gtk_text_buffer_end_user_action (buffer);
  picks_activate (driver, "win.undo", NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  picks_activate (driver, "win.redo", NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 5);
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_GOING);
}

static void
test_note_on_session (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  LanyardSession *session = window_driver_find_session (driver, PICKS_SESSION);
  GtkWidget *page;
  GtkWidget *editor;
  GtkWidget *text;

  lanyard_browser_show_session (lanyard_window_get_browser (driver->window), session);
  window_driver_settle ();
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SESSION_PAGE);
  editor = window_driver_find (page, LANYARD_TYPE_NOTE_EDITOR);
  lanyard_note_editor_edit (LANYARD_NOTE_EDITOR (editor));
  window_driver_settle ();
  text = window_driver_find (editor, GTK_TYPE_TEXT_VIEW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, "My Note");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "# Bring the disk", -1);
  picks_press_text (driver, "Done");
  g_assert_nonnull (window_driver_find_text (editor, "Bring the disk"));
  g_assert_cmpstr (lanyard_decisions_get_note (lanyard_open_conference_get_decisions (driver->open), LANYARD_KIND_SESSION,
                                               lanyard_session_get_key (session)),
                   ==, "# Bring the disk");
  window_driver_sweep (page, "session with a note");
}

/* Names of items, and notes on them, mean other things in another conference. */
static void
test_another_conference (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  g_autofree char *sample = g_build_filename (g_getenv ("LANYARD_DATA_DIR"), "sample", NULL);
  g_autofree char *before = g_strdup (lanyard_open_conference_get_uuid (driver->open));
  g_autofree char *uuid = NULL;

  window_driver_add (driver, sample);
  uuid = g_settings_get_string (driver->settings, "conference");
  picks_show_item (driver, PICKS_TALK);
  gtk_text_buffer_insert_at_cursor (edit_note (driver), "here", -1);
  lanyard_item_list_begin_selecting (LANYARD_ITEM_LIST (picks_get_list (driver)), picks_find_talk (driver, PICKS_TALK));
  picks_activate (driver, "win.conference", uuid);
  while (g_strcmp0 (lanyard_conference_get_uuid (lanyard_programme_get_conference (lanyard_open_conference_get_programme (driver->open))),
                    uuid) != 0)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  g_assert_null (lanyard_item_list_dup_selected (LANYARD_ITEM_LIST (picks_get_list (driver))));
  g_assert_cmpuint (lanyard_decisions_get_notes (lanyard_open_conference_get_decisions (driver->open))->len, ==, 0);
  picks_activate (driver, "win.conference", before);
  while (g_strcmp0 (lanyard_conference_get_uuid (lanyard_programme_get_conference (lanyard_open_conference_get_programme (driver->open))),
                    before) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_note (driver, PICKS_TALK), ==, "here");
}

int
main (int argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/notes/is-kept-while-typed", test_note_is_kept_while_typed);
  g_test_add_func ("/notes/survives-leaving", test_note_survives_leaving);
  g_test_add_func ("/notes/from-elsewhere", test_note_from_elsewhere);
  g_test_add_func ("/notes/text-has-its-own-undo", test_text_has_its_own_undo);
  g_test_add_func ("/notes/on-session", test_note_on_session);
  g_test_add_func ("/notes/another-conference", test_another_conference);

  return g_test_run ();
}
