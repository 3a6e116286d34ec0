/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deciding in the window: what a press of a star makes of it, what keys star,
 * several at once, the way back and forth, notes and marks. */

#include "config.h"

#include <string.h>

#include "detail/lanyard-item-sheet.h"
#include "sessions/lanyard-session-page.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-item-row.h"
#include "widgets/lanyard-item-words.h"
#include "widgets/lanyard-note-editor.h"
#include "widgets/lanyard-pick-source.h"
#include "widgets/lanyard-rich-text-view.h"
#include "widgets/lanyard-selection-bar.h"
#include "widgets/lanyard-star-button.h"
#include "window-driver.h"

#define BEFORE "2026-09-29T00:00:00Z" /* three days before the first talk */
#define AFTER "2026-10-02T09:00:00Z"  /* in the evening of the first day */
#define TALK "Copy on write, ten years on"
#define OTHER "Mesh on the Nullarbor"
#define SESSION "Filesystems and Storage MC"

static WindowDriver *
driver_with_conference (const char *now)
{
  WindowDriver *driver = window_driver_new (now);

  g_settings_reset (driver->settings, "page");
  g_settings_reset (driver->settings, "day");
  g_settings_reset (driver->settings, "schedule-view");
  g_settings_reset (driver->settings, "schedule-position");
  g_settings_reset (driver->settings, "other-zone");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  window_driver_show (driver, 1200, 800);
  return driver;
}

static void
activate (WindowDriver *driver,
          const char   *action,
          const char   *target)
{
  g_autoptr (GVariant) argument = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (driver->window), action, argument));
  window_driver_settle ();
}

static gboolean
says (WindowDriver *driver,
      const char   *text)
{
  return window_driver_find_text (GTK_WIDGET (driver->window), text) != NULL;
}

static void
press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_driver_settle ();
}

static void
press_text (WindowDriver *driver,
            const char   *text)
{
  GtkWidget *label = window_driver_find_text (GTK_WIDGET (driver->window), text);

  g_assert_nonnull (label);
  press (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
}

static LanyardItem *
find_talk (WindowDriver *driver,
           const char   *title)
{
  return LANYARD_ITEM (window_driver_find_talk (driver, title));
}

static LanyardLevel
get_level (WindowDriver *driver,
           const char   *title)
{
  return lanyard_item_get_level (driver->open, find_talk (driver, title));
}

static void
set_session (WindowDriver *driver,
             LanyardLevel  level)
{
  lanyard_open_conference_set_level (driver->open, LANYARD_KIND_SESSION,
                                     lanyard_session_get_key (window_driver_find_session (driver, SESSION)), level);
  window_driver_settle ();
}

static GtkWidget *
get_list (WindowDriver *driver)
{
  GtkWidget *list = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_LIST);

  g_assert_nonnull (list);
  return list;
}

static GtkWidget *
find_row (GtkWidget   *widget,
          LanyardItem *item)
{
  if (LANYARD_IS_ITEM_ROW (widget))
    return gtk_widget_get_mapped (widget) && lanyard_item_row_get_item (LANYARD_ITEM_ROW (widget)) == item ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, item);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_row (WindowDriver *driver,
         const char   *title)
{
  GtkWidget *row = find_row (get_list (driver), find_talk (driver, title));

  g_assert_nonnull (row);
  return row;
}

static void
assert_row_says (WindowDriver *driver,
                 const char   *title,
                 const char   *words,
                 gboolean      does)
{
  g_autofree char *label = lanyard_item_dup_accessible_label (driver->open, find_talk (driver, title), LANYARD_ITEM_ROW_NONE);

  if ((strstr (label, words) != NULL) != does)
    g_test_fail_printf ("“%s” is %ssaid in “%s”", words, does ? "not " : "", label);
}

static void
show_item (WindowDriver *driver,
           const char   *title)
{
  lanyard_browser_show_item (lanyard_window_get_browser (driver->window), find_talk (driver, title));
  window_driver_settle ();
}

/* --- stars ----------------------------------------------------------------- */

static void
assert_star (GtkWidget            *star,
             const char           *icon,
             GtkAccessibleTristate pressed,
             const char           *words,
             const char           *tooltip)
{
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (star)), ==, icon);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_STATE_PRESSED, pressed);
  if (words != NULL)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (star), ==, tooltip);
}

static void
test_star_goes_round (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  GtkWidget *star = window_driver_find (get_row (driver, TALK), LANYARD_TYPE_STAR_BUTTON);

  assert_star (star, "lanyard-star-outline-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, NULL, "Add to My Plan");
  press (star);
  assert_star (star, "lanyard-star-symbolic", GTK_ACCESSIBLE_TRISTATE_TRUE, "Going", "Make It a Maybe");
  press (star);
  assert_star (star, "lanyard-maybe-symbolic", GTK_ACCESSIBLE_TRISTATE_MIXED, "Maybe", "Remove from My Plan");
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_MAYBE);
  assert_row_says (driver, TALK, "in My Plan as maybe", TRUE);
  press (star);
  assert_star (star, "lanyard-star-outline-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, NULL, "Add to My Plan");
  g_assert_true (says (driver, "Removed “" TALK "” from My Plan"));
  assert_row_says (driver, TALK, "in My Plan", FALSE);
}

/* In a session that is starred as a whole there is one level more. */
static void
test_left_out (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  GtkWidget *star = window_driver_find (get_row (driver, TALK), LANYARD_TYPE_STAR_BUTTON);
  LanyardPlan *plan;

  set_session (driver, LANYARD_LEVEL_GOING);
  assert_star (star, "lanyard-covered-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, "In My Plan with its session", "Star on Its Own");
  assert_row_says (driver, TALK, "in My Plan with its session", TRUE);
  press (star);
  press (star);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (star), ==, "Leave Out");
  press (star);
  assert_star (star, "lanyard-left-out-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, "Left out", "No Longer Leave Out");
  assert_row_says (driver, TALK, "left out of My Plan", TRUE);
  g_assert_true (says (driver, "Left out “" TALK "”"));
  plan = lanyard_open_conference_get_plan (driver->open);
  g_assert_false (lanyard_plan_covers (plan, find_talk (driver, TALK)));

  activate (driver, "win.undo", NULL);
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_MAYBE);
  activate (driver, "win.redo", NULL);
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_LEFT_OUT);
  press (star);
  assert_star (star, "lanyard-covered-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, "In My Plan with its session", "Star on Its Own");
}

/* The menu key on a star opens what there is to decide. */
static void
test_star_menu (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  GtkWidget *star = window_driver_find (get_row (driver, TALK), LANYARD_TYPE_STAR_BUTTON);
  GtkWidget *menu;

  gtk_widget_activate_action (star, "star.menu", NULL);
  window_driver_settle ();
  menu = window_driver_find (star, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  g_assert_nonnull (window_driver_find_text (menu, "Watch Later"));
  g_assert_null (window_driver_find_text (menu, "Left Out"));
  g_assert_true (gtk_widget_activate_action (menu, "pick.level", "s", "maybe"));
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_MAYBE);
  gtk_popover_popdown (GTK_POPOVER (menu));
  window_driver_settle ();

  set_session (driver, LANYARD_LEVEL_GOING);
  gtk_widget_activate_action (star, "star.menu", NULL);
  window_driver_settle ();
  menu = window_driver_find (star, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (window_driver_find_text (menu, "Left Out"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  window_driver_settle ();
}

/* The row with the focus goes before what is shown beside it. */
static void
test_keys_star_the_focus (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  GtkWidget *page;

  show_item (driver, OTHER);
  gtk_widget_grab_focus (gtk_widget_get_parent (get_row (driver, TALK)));
  activate (driver, "win.toggle-level", "going");
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (get_level (driver, OTHER), ==, LANYARD_LEVEL_NONE);
  activate (driver, "win.toggle-level", "maybe");
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_MAYBE);
  activate (driver, "win.toggle-level", "maybe");
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_NONE);

  gtk_widget_child_focus (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_SHEET), GTK_DIR_TAB_FORWARD);
  activate (driver, "win.toggle-level", "maybe");
  g_assert_cmpint (get_level (driver, OTHER), ==, LANYARD_LEVEL_MAYBE);

  lanyard_browser_show_session (lanyard_window_get_browser (driver->window), window_driver_find_session (driver, SESSION));
  window_driver_settle ();
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SESSION_PAGE);
  gtk_widget_grab_focus (window_driver_find (page, ADW_TYPE_SPLIT_BUTTON));
  activate (driver, "win.toggle-level", "going");
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_SESSION,
                                                      lanyard_session_page_get_key (LANYARD_SESSION_PAGE (page))),
                   ==, LANYARD_LEVEL_GOING);
}

/* --- several --------------------------------------------------------------- */

static gboolean
press_key (GtkWidget       *widget,
           guint            key,
           GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  window_driver_settle ();
  return handled;
}

static void
test_several (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  GtkWidget *list = get_list (driver);
  GtkWidget *row = get_row (driver, TALK);
  GtkWidget *bar;

  g_assert_null (window_driver_find (list, LANYARD_TYPE_SELECTION_BAR));
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  g_assert_true (press_key (list, GDK_KEY_space, GDK_CONTROL_MASK));
  bar = window_driver_find (list, LANYARD_TYPE_SELECTION_BAR);
  g_assert_nonnull (bar);
  g_assert_true (says (driver, "1 Selected"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (window_driver_find (row, GTK_TYPE_CHECK_BUTTON)), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  window_driver_sweep (bar, "selection bar");

  /* A press selects now, and opens nothing. */
  gtk_widget_activate (gtk_widget_get_parent (get_row (driver, OTHER)));
  window_driver_settle ();
  g_assert_true (says (driver, "2 Selected"));
  activate (driver, "win.toggle-level", "maybe");
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_MAYBE);
  g_assert_cmpint (get_level (driver, OTHER), ==, LANYARD_LEVEL_MAYBE);
  g_assert_true (says (driver, "Made 2 items maybes"));
  gtk_widget_activate_action (bar, "pick.watch-later", NULL);
  assert_row_says (driver, TALK, "Watch later", TRUE);
  assert_row_says (driver, OTHER, "Watch later", TRUE);

  activate (driver, "win.undo", NULL);
  assert_row_says (driver, TALK, "Watch later", FALSE);
  activate (driver, "win.undo", NULL);
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_NONE);
  g_assert_cmpint (get_level (driver, OTHER), ==, LANYARD_LEVEL_NONE);

  g_assert_true (press_key (list, GDK_KEY_Escape, 0));
  g_assert_false (gtk_widget_get_mapped (bar));
  g_assert_false (press_key (list, GDK_KEY_Escape, 0));
  g_assert_true (gtk_widget_get_mapped (window_driver_find (row, LANYARD_TYPE_STAR_BUTTON)));
}

static void
test_all_and_stretches (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  GtkWidget *list = get_list (driver);
  GListModel *items = lanyard_item_list_get_model (LANYARD_ITEM_LIST (list));
  g_autoptr (LanyardItem) first = g_list_model_get_item (items, 0);
  g_autoptr (LanyardItem) third = g_list_model_get_item (items, 2);
  g_autoptr (GPtrArray) selected = NULL;

  lanyard_item_list_begin_selecting (LANYARD_ITEM_LIST (list), first);
  window_driver_settle ();
  gtk_widget_grab_focus (gtk_widget_get_parent (find_row (list, third)));
  g_assert_true (press_key (list, GDK_KEY_space, GDK_SHIFT_MASK));
  selected = lanyard_item_list_dup_selected (LANYARD_ITEM_LIST (list));
  g_assert_cmpuint (selected->len, ==, 3);
  g_clear_pointer (&selected, g_ptr_array_unref);
  g_assert_true (press_key (list, GDK_KEY_a, GDK_CONTROL_MASK));
  selected = lanyard_item_list_dup_selected (LANYARD_ITEM_LIST (list));
  g_assert_cmpuint (selected->len, >, 10);
  activate (driver, "win.toggle-level", "going");
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LanyardItem) item = g_list_model_get_item (items, i);

      g_assert_cmpint (lanyard_item_get_level (driver->open, item), ==, LANYARD_LEVEL_GOING);
    }
}

/* --- undo ------------------------------------------------------------------ */

static void
test_undo_and_redo (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);

  show_item (driver, TALK);
  activate (driver, "win.undo", NULL);
  gtk_widget_grab_focus (gtk_widget_get_parent (get_row (driver, TALK)));
  activate (driver, "win.toggle-level", "going");
  activate (driver, "win.toggle-level", "going");
  g_assert_true (says (driver, "Removed “" TALK "” from My Plan"));
  press_text (driver, "Undo");
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_GOING);
  g_assert_true (says (driver, "Undone: Removed “" TALK "” from My Plan"));
  press_text (driver, "Redo");
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_NONE);
  activate (driver, "win.undo", NULL);
  activate (driver, "win.undo", NULL);
  g_assert_true (says (driver, "Undone: Added “" TALK "” to My Plan"));
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_NONE);

  /* A notice about what was done before goes, for it would undo another thing. */
  activate (driver, "win.redo", NULL);
  activate (driver, "win.toggle-level", "going");
  g_assert_true (says (driver, "Removed “" TALK "” from My Plan"));
  activate (driver, "win.toggle-level", "maybe");
  while (says (driver, "Removed “" TALK "” from My Plan"))
    g_main_context_iteration (NULL, TRUE);
}

/* --- notes ----------------------------------------------------------------- */

static const char *
get_note (WindowDriver *driver,
          const char   *title)
{
  return lanyard_decisions_get_note (lanyard_open_conference_get_decisions (driver->open), LANYARD_KIND_TALK,
                                     lanyard_item_get_key (find_talk (driver, title)));
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
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  GtkTextBuffer *buffer;

  show_item (driver, TALK);
  press_text (driver, "Add a Note");
  buffer = edit_note (driver);
  gtk_text_buffer_insert_at_cursor (buffer, "Ask about **snapshots**", -1);
  while (get_note (driver, TALK) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_note (driver, TALK), ==, "Ask about **snapshots**");
  gtk_text_buffer_insert_at_cursor (buffer, "\n\n* and quotas", -1);
  while (strstr (get_note (driver, TALK), "quotas") == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_row_says (driver, TALK, "Note", TRUE);

  press_text (driver, "Done");
  g_assert_true (says (driver, "Ask about snapshots"));
  g_assert_true (says (driver, "and quotas"));
  activate (driver, "win.undo", NULL);
  g_assert_null (get_note (driver, TALK));
  g_assert_true (says (driver, "Add a Note"));
  activate (driver, "win.redo", NULL);
  g_assert_true (says (driver, "and quotas"));

  buffer = edit_note (driver);
  gtk_text_buffer_set_text (buffer, "  \n", -1);
  press_text (driver, "Done");
  g_assert_null (get_note (driver, TALK));
}

/* What is typed belongs to the talk that it was typed for, however one leaves. */
static void
test_note_survives_leaving (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);

  show_item (driver, TALK);
  gtk_text_buffer_insert_at_cursor (edit_note (driver), "one", -1);
  show_item (driver, OTHER);
  g_assert_cmpstr (get_note (driver, TALK), ==, "one");
  g_assert_null (get_note (driver, OTHER));
  g_assert_true (says (driver, "Add a Note"));
  gtk_text_buffer_insert_at_cursor (edit_note (driver), "two", -1);
  window_driver_close (driver);

  window_driver_show (driver, 1200, 800);
  g_assert_cmpstr (get_note (driver, TALK), ==, "one");
  g_assert_cmpstr (get_note (driver, OTHER), ==, "two");
}

/* Another window's note appears, but not over what is being typed. */
static void
test_note_from_elsewhere (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autoptr (LanyardEdit) later = lanyard_edit_new ();
  const char *key = lanyard_item_get_key (find_talk (driver, TALK));
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;

  show_item (driver, TALK);
  buffer = edit_note (driver);
  lanyard_edit_set_note (edit, LANYARD_KIND_TALK, key, "from elsewhere");
  lanyard_open_conference_apply (driver->open, edit, "elsewhere");
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "from elsewhere");
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));

  gtk_text_buffer_set_text (buffer, "mine", -1);
  lanyard_edit_set_note (later, LANYARD_KIND_TALK, key, "too late");
  lanyard_open_conference_apply (driver->open, later, "elsewhere");
  while (g_strcmp0 (get_note (driver, TALK), "mine") != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Ctrl+Z takes back what was typed, not a star. */
static void
test_text_has_its_own_undo (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  GtkTextBuffer *buffer;

  show_item (driver, TALK);
  gtk_widget_grab_focus (gtk_widget_get_parent (get_row (driver, TALK)));
  activate (driver, "win.toggle-level", "going");
  buffer = edit_note (driver);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "typed", -1);
  gtk_text_buffer_end_user_action (buffer);
  activate (driver, "win.undo", NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  activate (driver, "win.redo", NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 5);
  g_assert_cmpint (get_level (driver, TALK), ==, LANYARD_LEVEL_GOING);
}

static void
test_note_on_session (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  LanyardSession *session = window_driver_find_session (driver, SESSION);
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
  press_text (driver, "Done");
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
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  g_autofree char *sample = g_build_filename (g_getenv ("LANYARD_DATA_DIR"), "sample", NULL);
  g_autofree char *before = g_strdup (lanyard_open_conference_get_uuid (driver->open));
  g_autofree char *uuid = NULL;

  window_driver_add (driver, sample);
  uuid = g_settings_get_string (driver->settings, "conference");
  show_item (driver, TALK);
  gtk_text_buffer_insert_at_cursor (edit_note (driver), "here", -1);
  lanyard_item_list_begin_selecting (LANYARD_ITEM_LIST (get_list (driver)), find_talk (driver, TALK));
  activate (driver, "win.conference", uuid);
  while (g_strcmp0 (lanyard_conference_get_uuid (lanyard_programme_get_conference (lanyard_open_conference_get_programme (driver->open))),
                    uuid) != 0)
    g_main_context_iteration (NULL, TRUE);
  window_driver_settle ();
  g_assert_null (lanyard_item_list_dup_selected (LANYARD_ITEM_LIST (get_list (driver))));
  g_assert_cmpuint (lanyard_decisions_get_notes (lanyard_open_conference_get_decisions (driver->open))->len, ==, 0);
  activate (driver, "win.conference", before);
  while (g_strcmp0 (lanyard_conference_get_uuid (lanyard_programme_get_conference (lanyard_open_conference_get_programme (driver->open))),
                    before) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_note (driver, TALK), ==, "here");
}

/* --- marks ----------------------------------------------------------------- */

static GtkWidget *
find_toggle (WindowDriver *driver,
             const char   *text)
{
  GtkWidget *sheet = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_SHEET);
  GtkWidget *label = window_driver_find_text (sheet, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON) : NULL;
}

/* What somebody put into the plan themselves has no star, and does not pass
 * Ctrl+D on to the talk that is shown beside it. */
static void
test_own_entry_has_no_star (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  g_autoptr (LanyardOwnEntry) entry = lanyard_own_entry_new (&(LanyardOwnEntryFields) {
      .uuid = "own-1", .title = "Dinner", .start = 1790985600, .end = 1790992800 });
  g_autoptr (GtkWidget) row = g_object_ref_sink (lanyard_item_row_new ());
  LanyardPickSource *source;

  lanyard_item_row_bind (LANYARD_ITEM_ROW (row), driver->open, LANYARD_ITEM (entry), LANYARD_ITEM_ROW_NONE);
  g_assert_false (gtk_widget_get_visible (window_driver_find (row, LANYARD_TYPE_STAR_BUTTON)));
  source = lanyard_pick_source_find (row);
  g_assert_true (LANYARD_IS_PICK_SOURCE (source));
  g_assert_null (lanyard_pick_source_dup_pickable (source));
}

/* Offered once it has begun, and as long as something is marked. */
static void
test_marks (void)
{
  g_autoptr (WindowDriver) driver = driver_with_conference (BEFORE);
  GtkWidget *seen;

  show_item (driver, TALK);
  g_assert_null (find_toggle (driver, "Seen"));
  window_driver_set_now (driver, AFTER);
  window_driver_settle ();
  seen = find_toggle (driver, "Seen");
  g_assert_nonnull (seen);
  press (seen);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (seen)));
  press (find_toggle (driver, "Watch Later"));
  assert_row_says (driver, TALK, "Seen", TRUE);
  assert_row_says (driver, TALK, "Watch later", TRUE);
  press (find_toggle (driver, "Watch Later"));
  assert_row_says (driver, TALK, "Watch later", FALSE);

  show_item (driver, OTHER);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_toggle (driver, "Seen"))));
  show_item (driver, TALK);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_toggle (driver, "Seen"))));
  window_driver_set_now (driver, BEFORE);
  window_driver_settle ();
  g_assert_nonnull (find_toggle (driver, "Seen"));
  activate (driver, "win.undo", NULL);
  activate (driver, "win.undo", NULL);
  activate (driver, "win.undo", NULL);
  assert_row_says (driver, TALK, "Seen", FALSE);
  g_assert_null (find_toggle (driver, "Seen"));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);

  g_test_add_func ("/picks/star-goes-round", test_star_goes_round);
  g_test_add_func ("/picks/left-out", test_left_out);
  g_test_add_func ("/picks/star-menu", test_star_menu);
  g_test_add_func ("/picks/keys-star-the-focus", test_keys_star_the_focus);
  g_test_add_func ("/picks/several", test_several);
  g_test_add_func ("/picks/all-and-stretches", test_all_and_stretches);
  g_test_add_func ("/picks/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/picks/note-is-kept-while-typed", test_note_is_kept_while_typed);
  g_test_add_func ("/picks/note-survives-leaving", test_note_survives_leaving);
  g_test_add_func ("/picks/note-from-elsewhere", test_note_from_elsewhere);
  g_test_add_func ("/picks/text-has-its-own-undo", test_text_has_its_own_undo);
  g_test_add_func ("/picks/note-on-session", test_note_on_session);
  g_test_add_func ("/picks/another-conference", test_another_conference);
  g_test_add_func ("/picks/own-entry-has-no-star", test_own_entry_has_no_star);
  g_test_add_func ("/picks/marks", test_marks);

  return g_test_run ();
}
