/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deciding in the window: what a press of a star makes of it, what keys star,
 * several at once, the way back and forth, and marks. */

#include "config.h"

#include <string.h>

#include "detail/lanyard-item-sheet.h"
#include "picks-helper.h"
#include "sessions/lanyard-session-page.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-item-row.h"
#include "widgets/lanyard-item-words.h"
#include "widgets/lanyard-note-editor.h"
#include "widgets/lanyard-pick-source.h"
#include "widgets/lanyard-rich-text-view.h"
#include "widgets/lanyard-selection-bar.h"
#include "widgets/lanyard-star-button.h"

/* --- stars ----------------------------------------------------------------- */

static void
assert_star (GtkWidget *star,
             const char *icon,
             GtkAccessibleTristate pressed,
             const char *words,
             const char *tooltip)
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
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  GtkWidget *star = window_driver_find (picks_get_row (driver, PICKS_TALK), LANYARD_TYPE_STAR_BUTTON);

  assert_star (star, "lanyard-star-outline-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, NULL, "Add to My Plan");
  picks_press (star);
  assert_star (star, "lanyard-star-symbolic", GTK_ACCESSIBLE_TRISTATE_TRUE, "Going", "Make It a Maybe");
  picks_press (star);
  assert_star (star, "lanyard-maybe-symbolic", GTK_ACCESSIBLE_TRISTATE_MIXED, "Maybe", "Remove from My Plan");
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_MAYBE);
  picks_assert_row_says (driver, PICKS_TALK, "in My Plan as maybe", TRUE);
  picks_press (star);
  assert_star (star, "lanyard-star-outline-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, NULL, "Add to My Plan");
  g_assert_true (picks_says (driver, "Removed “" PICKS_TALK "” from My Plan"));
  picks_assert_row_says (driver, PICKS_TALK, "in My Plan", FALSE);
}

/* In a session that is starred as a whole there is one level more. */
static void
test_left_out (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  GtkWidget *star = window_driver_find (picks_get_row (driver, PICKS_TALK), LANYARD_TYPE_STAR_BUTTON);
  LanyardPlan *plan;

  picks_set_session (driver, LANYARD_LEVEL_GOING);
  assert_star (star, "lanyard-covered-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, "In My Plan with its session", "Star on Its Own");
  picks_assert_row_says (driver, PICKS_TALK, "in My Plan with its session", TRUE);
  picks_press (star);
  picks_press (star);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (star), ==, "Leave Out");
  picks_press (star);
  assert_star (star, "lanyard-left-out-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, "Left out", "No Longer Leave Out");
  picks_assert_row_says (driver, PICKS_TALK, "left out of My Plan", TRUE);
  g_assert_true (picks_says (driver, "Left out “" PICKS_TALK "”"));
  plan = lanyard_open_conference_get_plan (driver->open);
  g_assert_false (lanyard_plan_covers (plan, picks_find_talk (driver, PICKS_TALK)));

  picks_activate (driver, "win.undo", NULL);
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_MAYBE);
  picks_activate (driver, "win.redo", NULL);
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_LEFT_OUT);
  picks_press (star);
  assert_star (star, "lanyard-covered-symbolic", GTK_ACCESSIBLE_TRISTATE_FALSE, "In My Plan with its session", "Star on Its Own");
}

/* The menu key on a star opens what there is to decide. */
static void
test_star_menu (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  GtkWidget *star = window_driver_find (picks_get_row (driver, PICKS_TALK), LANYARD_TYPE_STAR_BUTTON);
  GtkWidget *menu;

  gtk_widget_activate_action (star, "star.menu", NULL);
  window_driver_settle ();
  menu = window_driver_find (star, GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (menu);
  g_assert_nonnull (window_driver_find_text (menu, "Watch Later"));
  g_assert_null (window_driver_find_text (menu, "Left Out"));
  g_assert_true (gtk_widget_activate_action (menu, "pick.level", "s", "maybe"));
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_MAYBE);
  gtk_popover_popdown (GTK_POPOVER (menu));
  window_driver_settle ();

  picks_set_session (driver, LANYARD_LEVEL_GOING);
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
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  GtkWidget *page;

  picks_show_item (driver, PICKS_OTHER);
  gtk_widget_grab_focus (gtk_widget_get_parent (picks_get_row (driver, PICKS_TALK)));
  picks_activate (driver, "win.toggle-level", "going");
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (picks_get_level (driver, PICKS_OTHER), ==, LANYARD_LEVEL_NONE);
  picks_activate (driver, "win.toggle-level", "maybe");
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_MAYBE);
  picks_activate (driver, "win.toggle-level", "maybe");
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_NONE);

  gtk_widget_child_focus (window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_ITEM_SHEET), GTK_DIR_TAB_FORWARD);
  picks_activate (driver, "win.toggle-level", "maybe");
  g_assert_cmpint (picks_get_level (driver, PICKS_OTHER), ==, LANYARD_LEVEL_MAYBE);

  lanyard_browser_show_session (lanyard_window_get_browser (driver->window), window_driver_find_session (driver, PICKS_SESSION));
  window_driver_settle ();
  page = window_driver_find (GTK_WIDGET (driver->window), LANYARD_TYPE_SESSION_PAGE);
  gtk_widget_grab_focus (window_driver_find (page, ADW_TYPE_SPLIT_BUTTON));
  picks_activate (driver, "win.toggle-level", "going");
  g_assert_cmpint (lanyard_open_conference_get_level (driver->open, LANYARD_KIND_SESSION,
                                                      lanyard_session_page_get_key (LANYARD_SESSION_PAGE (page))),
                   ==, LANYARD_LEVEL_GOING);
}

/* --- several --------------------------------------------------------------- */

static gboolean
press_key (GtkWidget *widget,
           guint key,
           GdkModifierType state)
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
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  GtkWidget *list = picks_get_list (driver);
  GtkWidget *row = picks_get_row (driver, PICKS_TALK);
  GtkWidget *bar;

  g_assert_null (window_driver_find (list, LANYARD_TYPE_SELECTION_BAR));
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  g_assert_true (press_key (list, GDK_KEY_space, GDK_CONTROL_MASK));
  bar = window_driver_find (list, LANYARD_TYPE_SELECTION_BAR);
  g_assert_nonnull (bar);
  g_assert_true (picks_says (driver, "1 Selected"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (window_driver_find (row, GTK_TYPE_CHECK_BUTTON)), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  window_driver_sweep (bar, "selection bar");

  /* A press selects now, and opens nothing. */
  gtk_widget_activate (gtk_widget_get_parent (picks_get_row (driver, PICKS_OTHER)));
  window_driver_settle ();
  g_assert_true (picks_says (driver, "2 Selected"));
  picks_activate (driver, "win.toggle-level", "maybe");
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_MAYBE);
  g_assert_cmpint (picks_get_level (driver, PICKS_OTHER), ==, LANYARD_LEVEL_MAYBE);
  g_assert_true (picks_says (driver, "Made 2 items maybes"));
  gtk_widget_activate_action (bar, "pick.watch-later", NULL);
  picks_assert_row_says (driver, PICKS_TALK, "Watch later", TRUE);
  picks_assert_row_says (driver, PICKS_OTHER, "Watch later", TRUE);

  picks_activate (driver, "win.undo", NULL);
  picks_assert_row_says (driver, PICKS_TALK, "Watch later", FALSE);
  picks_activate (driver, "win.undo", NULL);
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_NONE);
  g_assert_cmpint (picks_get_level (driver, PICKS_OTHER), ==, LANYARD_LEVEL_NONE);

  g_assert_true (press_key (list, GDK_KEY_Escape, 0));
  g_assert_false (gtk_widget_get_mapped (bar));
  g_assert_false (press_key (list, GDK_KEY_Escape, 0));
  g_assert_true (gtk_widget_get_mapped (window_driver_find (row, LANYARD_TYPE_STAR_BUTTON)));
}

static void
test_all_and_stretches (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  GtkWidget *list = picks_get_list (driver);
  GListModel *items = lanyard_item_list_get_model (LANYARD_ITEM_LIST (list));
  g_autoptr (LanyardItem) first = g_list_model_get_item (items, 0);
  g_autoptr (LanyardItem) third = g_list_model_get_item (items, 2);
  g_autoptr (GPtrArray) selected = NULL;

  lanyard_item_list_begin_selecting (LANYARD_ITEM_LIST (list), first);
  window_driver_settle ();
  gtk_widget_grab_focus (gtk_widget_get_parent (picks_find_row (list, third)));
  g_assert_true (press_key (list, GDK_KEY_space, GDK_SHIFT_MASK));
  selected = lanyard_item_list_dup_selected (LANYARD_ITEM_LIST (list));
  g_assert_cmpuint (selected->len, ==, 3);
  g_clear_pointer (&selected, g_ptr_array_unref);
  g_assert_true (press_key (list, GDK_KEY_a, GDK_CONTROL_MASK));
  selected = lanyard_item_list_dup_selected (LANYARD_ITEM_LIST (list));
  g_assert_cmpuint (selected->len, >, 10);
  picks_activate (driver, "win.toggle-level", "going");
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
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);

  picks_show_item (driver, PICKS_TALK);
  picks_activate (driver, "win.undo", NULL);
  gtk_widget_grab_focus (gtk_widget_get_parent (picks_get_row (driver, PICKS_TALK)));
  picks_activate (driver, "win.toggle-level", "going");
  picks_activate (driver, "win.toggle-level", "going");
  g_assert_true (picks_says (driver, "Removed “" PICKS_TALK "” from My Plan"));
  picks_press_text (driver, "Undo");
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_GOING);
  g_assert_true (picks_says (driver, "Undone: Removed “" PICKS_TALK "” from My Plan"));
  picks_press_text (driver, "Redo");
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_NONE);
  picks_activate (driver, "win.undo", NULL);
  picks_activate (driver, "win.undo", NULL);
  g_assert_true (picks_says (driver, "Undone: Added “" PICKS_TALK "” to My Plan"));
  g_assert_cmpint (picks_get_level (driver, PICKS_TALK), ==, LANYARD_LEVEL_NONE);

  /* A notice about what was done before goes, for it would undo another thing. */
  picks_activate (driver, "win.redo", NULL);
  picks_activate (driver, "win.toggle-level", "going");
  g_assert_true (picks_says (driver, "Removed “" PICKS_TALK "” from My Plan"));
  picks_activate (driver, "win.toggle-level", "maybe");
  while (picks_says (driver, "Removed “" PICKS_TALK "” from My Plan"))
    g_main_context_iteration (NULL, TRUE);
}

/* Another program has starred again what was let go here: there is nothing to
 * take back, and nothing is offered that would take back something else. */
static void
test_overtaken_undo (void)
{
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  g_autofree char *path = g_build_filename (driver->folder, "lanyard.db", NULL);
  g_autoptr (LanyardStore) other = lanyard_store_new (path);
  const char *key = lanyard_item_get_key (picks_find_talk (driver, PICKS_TALK));

  gtk_widget_grab_focus (gtk_widget_get_parent (picks_get_row (driver, PICKS_OTHER)));
  picks_activate (driver, "win.toggle-level", "going");
  gtk_widget_grab_focus (gtk_widget_get_parent (picks_get_row (driver, PICKS_TALK)));
  picks_activate (driver, "win.toggle-level", "going");
  picks_activate (driver, "win.toggle-level", "going");
  g_assert_true (picks_says (driver, "Removed “" PICKS_TALK "” from My Plan"));
  lanyard_store_open_async (other, NULL, NULL, NULL);
  lanyard_store_set_pick_async (other, lanyard_open_conference_get_uuid (driver->open), LANYARD_KIND_TALK, key,
                                LANYARD_LEVEL_GOING, 0, NULL, NULL, NULL);
  while (picks_get_level (driver, PICKS_TALK) != LANYARD_LEVEL_GOING || picks_says (driver, "Removed “" PICKS_TALK "” from My Plan"))
    g_main_context_iteration (NULL, TRUE);
}

/* --- marks ----------------------------------------------------------------- */

static GtkWidget *
find_toggle (WindowDriver *driver,
             const char *text)
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
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
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
  g_autoptr (WindowDriver) driver = picks_driver (PICKS_BEFORE);
  GtkWidget *seen;

  picks_show_item (driver, PICKS_TALK);
  g_assert_null (find_toggle (driver, "Seen"));
  window_driver_set_now (driver, PICKS_AFTER);
  window_driver_settle ();
  seen = find_toggle (driver, "Seen");
  g_assert_nonnull (seen);
  picks_press (seen);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (seen)));
  picks_press (find_toggle (driver, "Watch Later"));
  picks_assert_row_says (driver, PICKS_TALK, "Seen", TRUE);
  picks_assert_row_says (driver, PICKS_TALK, "Watch later", TRUE);
  picks_press (find_toggle (driver, "Watch Later"));
  picks_assert_row_says (driver, PICKS_TALK, "Watch later", FALSE);

  picks_show_item (driver, PICKS_OTHER);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_toggle (driver, "Seen"))));
  picks_show_item (driver, PICKS_TALK);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_toggle (driver, "Seen"))));
  window_driver_set_now (driver, PICKS_BEFORE);
  window_driver_settle ();
  g_assert_nonnull (find_toggle (driver, "Seen"));
  picks_activate (driver, "win.undo", NULL);
  picks_activate (driver, "win.undo", NULL);
  picks_activate (driver, "win.undo", NULL);
  picks_assert_row_says (driver, PICKS_TALK, "Seen", FALSE);
  g_assert_null (find_toggle (driver, "Seen"));
}

int
main (int argc,
      char *argv[])
{
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  window_driver_init (&argc, &argv);

  g_test_add_func ("/picks/star-goes-round", test_star_goes_round);
  g_test_add_func ("/picks/left-out", test_left_out);
  g_test_add_func ("/picks/star-menu", test_star_menu);
  g_test_add_func ("/picks/keys-star-the-focus", test_keys_star_the_focus);
  g_test_add_func ("/picks/several", test_several);
  g_test_add_func ("/picks/all-and-stretches", test_all_and_stretches);
  g_test_add_func ("/picks/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/picks/overtaken-undo", test_overtaken_undo);
  g_test_add_func ("/picks/own-entry-has-no-star", test_own_entry_has_no_star);
  g_test_add_func ("/picks/marks", test_marks);

  return g_test_run ();
}
