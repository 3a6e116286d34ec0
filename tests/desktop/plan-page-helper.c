/* SPDX-License-Identifier: GPL-3.0-or-later */

/* My Plan of the sample in a real window, for the tests of it: what is picked,
 * what stands on its days, keys, buttons and dialogs. Main thread. */

#include "config.h"

#include "plan-page-helper.h"

gint64
plan_page_parse (const char *text)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (date_time);
}

void
plan_page_set_level (PlanPageFixture *fixture,
                     const char *title,
                     LanyardLevel level)
{
  LanyardItem *item = LANYARD_ITEM (window_driver_find_talk (fixture->driver, title));

  lanyard_open_conference_set_level (fixture->driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (item), level);
}

LanyardLevel
plan_page_get_level (PlanPageFixture *fixture,
                     const char *title)
{
  LanyardItem *item = LANYARD_ITEM (window_driver_find_talk (fixture->driver, title));

  return lanyard_open_conference_get_level (fixture->driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (item));
}

/* Shows the plan of the sample with three picks. */
void
plan_page_open (PlanPageFixture *fixture,
                int width,
                int height)
{
  static const char *const keys[] = { "day", "other-zone", "plan-view", "plan-zoom", "plan-all-conferences", "room-change-minutes" };
  WindowDriver *driver = window_driver_new (PLAN_PAGE_NOW);

  fixture->driver = driver;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (driver->settings, keys[i]);
  g_settings_set_string (driver->settings, "page", "plan");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_SAMPLE"));
  window_driver_show (driver, width, height);
  plan_page_set_level (fixture, "Rust-BPF updates", LANYARD_LEVEL_GOING);
  plan_page_set_level (fixture, "AF_XDP BoF", LANYARD_LEVEL_GOING);
  plan_page_set_level (fixture, "Performance Tools and Prompts", LANYARD_LEVEL_MAYBE);
  window_driver_settle ();
  fixture->page = GTK_WIDGET (lanyard_browser_get_plan (lanyard_window_get_browser (driver->window)));
  g_assert_nonnull (fixture->page);
}

void
plan_page_close (PlanPageFixture *fixture)
{
  g_clear_pointer (&fixture->driver, window_driver_free);
}

LanyardDayView *
plan_page_get_day (PlanPageFixture *fixture)
{
  GtkWidget *view = window_driver_find (fixture->page, LANYARD_TYPE_DAY_VIEW);

  g_assert_nonnull (view);
  return LANYARD_DAY_VIEW (view);
}

LanyardDayPart *
plan_page_get_part (PlanPageFixture *fixture,
                    const char *title)
{
  LanyardDayView *view = plan_page_get_day (fixture);

  for (guint i = 0; i < view->parts->len; i++)
    {
      LanyardPlanEntry *entry = lanyard_day_part_get_entry (g_ptr_array_index (view->parts, i));

      if (entry != NULL && g_str_equal (lanyard_item_get_title (entry->item), title))
        return g_ptr_array_index (view->parts, i);
    }
  return NULL;
}

AdwDialog *
plan_page_get_dialog (PlanPageFixture *fixture)
{
  window_driver_settle ();
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->driver->window));
}

void
plan_page_press (PlanPageFixture *fixture,
                 guint key,
                 GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (plan_page_get_day (fixture)));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  g_assert_true (handled);
  window_driver_settle ();
}

void
plan_page_press_button (GtkWidget *root,
                        const char *text)
{
  GtkWidget *label = window_driver_find_text (root, text);
  GtkWidget *button;

  if (label == NULL)
    g_error ("There is no button “%s”", text);
  button = GTK_IS_BUTTON (label) ? label : gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  window_driver_settle ();
}

LanyardOwnEntry *
plan_page_get_own_entry (PlanPageFixture *fixture)
{
  GPtrArray *entries = lanyard_decisions_get_entries (lanyard_open_conference_get_decisions (fixture->driver->open));

  return entries->len == 1 ? g_ptr_array_index (entries, 0) : NULL;
}

void
plan_page_add_lunch (PlanPageFixture *fixture)
{
  const LanyardOwnEntryFields fields = {
    .kind = LANYARD_OWN_MEAL,
    .title = "Lunch",
    .start = plan_page_parse ("2026-10-05T13:00:00+02:00"),
    .end = plan_page_parse ("2026-10-05T14:00:00+02:00"),
    .zone = "Europe/Prague",
  };
  g_autoptr (LanyardOwnEntry) entry = lanyard_own_entry_new (&fields);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_put_entry (edit, entry);
  lanyard_open_conference_apply (fixture->driver->open, edit, "Added “Lunch”");
  window_driver_settle ();
}

void
plan_page_assert_lunch (PlanPageFixture *fixture,
                        const char *start,
                        const char *end)
{
  LanyardItem *entry = LANYARD_ITEM (plan_page_get_own_entry (fixture));

  g_assert_nonnull (entry);
  g_assert_cmpint (lanyard_item_get_start (entry), ==, plan_page_parse (start));
  g_assert_cmpint (lanyard_item_get_end (entry), ==, plan_page_parse (end));
}
