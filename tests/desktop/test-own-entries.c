/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Own entries on the page of the plan: made, changed, moved and removed by form,
 * key and drag. It is Monday of the sample, at 11:12 in Prague. */

#include "config.h"

#include "plan-page-helper.h"
#include "plan/lanyard-entry-dialog.h"
#include "plan/lanyard-typed-time.h"

static graphene_rect_t
get_bounds (PlanPageFixture *fixture,
            const char *title)
{
  LanyardDayPart *part = plan_page_get_part (fixture, title);
  graphene_rect_t bounds;

  g_assert_nonnull (part);
  g_assert_true (gtk_widget_compute_bounds (part->widget, GTK_WIDGET (plan_page_get_day (fixture)), &bounds));
  return bounds;
}

static void
set_row (AdwDialog *dialog,
         const char *title,
         const char *text)
{
  GtkWidget *label = window_driver_find_text (GTK_WIDGET (dialog), title);

  g_assert_nonnull (label);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (label, ADW_TYPE_ENTRY_ROW)), text);
  window_driver_settle ();
}

static void
test_form (void)
{
  PlanPageFixture fixture;
  AdwDialog *dialog;
  GtkWidget *save;

  plan_page_open (&fixture, 1200, 800);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.new-entry", NULL));
  dialog = plan_page_get_dialog (&fixture);
  g_assert_true (LANYARD_IS_ENTRY_DIALOG (dialog));
  window_driver_sweep (GTK_WIDGET (dialog), "entry");
  save = adw_dialog_get_default_widget (dialog);
  g_assert_false (gtk_widget_get_sensitive (save));
  set_row (dialog, "Title", "Dinner");
  set_row (dialog, "Start", "25:00");
  g_assert_false (gtk_widget_get_sensitive (save));
  /* An end before the start is on the next day. */
  set_row (dialog, "Start", "22");
  set_row (dialog, "End", "0:30");
  set_row (dialog, "Place", "Old Town");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  g_assert_null (plan_page_get_dialog (&fixture));
  plan_page_assert_lunch (&fixture, "2026-10-05T22:00:00+02:00", "2026-10-06T00:30:00+02:00");
  g_assert_cmpstr (lanyard_own_entry_get_fields (plan_page_get_own_entry (&fixture))->place, ==, "Old Town");
  g_assert_cmpstr (lanyard_own_entry_get_fields (plan_page_get_own_entry (&fixture))->zone, ==, "Europe/Prague");

  /* Pressed, it can be changed and removed, and that undone. */
  gtk_widget_grab_focus (plan_page_get_part (&fixture, "Dinner")->widget);
  plan_page_press (&fixture, GDK_KEY_Return, 0);
  dialog = plan_page_get_dialog (&fixture);
  g_assert_true (LANYARD_IS_ENTRY_DIALOG (dialog));
  set_row (dialog, "Title", "Supper");
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  g_assert_null (plan_page_get_dialog (&fixture));
  g_assert_nonnull (plan_page_get_part (&fixture, "Supper"));
  gtk_widget_grab_focus (plan_page_get_part (&fixture, "Supper")->widget);
  plan_page_press (&fixture, GDK_KEY_Delete, 0);
  g_assert_null (plan_page_get_own_entry (&fixture));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.undo", NULL));
  window_driver_settle ();
  g_assert_nonnull (plan_page_get_part (&fixture, "Supper"));
  plan_page_close (&fixture);
}

static void
test_keys (void)
{
  PlanPageFixture fixture;

  plan_page_open (&fixture, 1200, 800);
  plan_page_add_lunch (&fixture);
  gtk_widget_grab_focus (plan_page_get_part (&fixture, "Lunch")->widget);
  plan_page_press (&fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  plan_page_assert_lunch (&fixture, "2026-10-05T13:15:00+02:00", "2026-10-05T14:15:00+02:00");
  plan_page_press (&fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  plan_page_assert_lunch (&fixture, "2026-10-05T13:15:00+02:00", "2026-10-05T14:00:00+02:00");
  g_assert_true (gtk_widget_is_focus (plan_page_get_part (&fixture, "Lunch")->widget));
  plan_page_press (&fixture, GDK_KEY_Home, 0);
  g_assert_false (gtk_widget_is_focus (plan_page_get_part (&fixture, "Lunch")->widget));
  /* What is not one's own stays where it is. */
  gtk_widget_grab_focus (plan_page_get_part (&fixture, "AF_XDP BoF")->widget);
  plan_page_press (&fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  plan_page_assert_lunch (&fixture, "2026-10-05T13:15:00+02:00", "2026-10-05T14:00:00+02:00");
  plan_page_press (&fixture, GDK_KEY_Delete, 0);
  g_assert_cmpint (plan_page_get_level (&fixture, "AF_XDP BoF"), ==, LANYARD_LEVEL_NONE);
  plan_page_close (&fixture);
}

static void
drag_aside (PlanPageFixture *fixture,
            double           x,
            double           y,
            double           to_x,
            double           to_y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (plan_page_get_day (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_DRAG (controller))
        continue;
      g_signal_emit_by_name (controller, "drag-begin", x, y);
      g_signal_emit_by_name (controller, "drag-update", to_x - x, to_y - y);
      g_signal_emit_by_name (controller, "drag-end", to_x - x, to_y - y);
    }
  window_driver_settle ();
}

static void
drag (PlanPageFixture *fixture,
      double           x,
      double           y,
      double           to_y)
{
  drag_aside (fixture, x, y, x, to_y);
}

/* The whole entry moves, an edge makes it longer, and free time becomes a new
 * one; all of it in steps of five minutes. */
static void
test_drag (void)
{
  PlanPageFixture fixture;
  LanyardDayView *view;
  graphene_rect_t lunch;
  double x;

  plan_page_open (&fixture, 1200, 800);
  plan_page_add_lunch (&fixture);
  view = plan_page_get_day (&fixture);
  lunch = get_bounds (&fixture, "Lunch");
  x = lunch.origin.x + lunch.size.width / 2;
  drag (&fixture, x, lunch.origin.y + lunch.size.height / 2, lunch.origin.y + lunch.size.height / 2 + view->scale * 1830);
  plan_page_assert_lunch (&fixture, "2026-10-05T13:30:00+02:00", "2026-10-05T14:30:00+02:00");
  lunch = get_bounds (&fixture, "Lunch");
  drag (&fixture, x, lunch.origin.y + lunch.size.height - 2, lunch.origin.y + lunch.size.height - 2 + view->scale * 900);
  plan_page_assert_lunch (&fixture, "2026-10-05T13:30:00+02:00", "2026-10-05T14:45:00+02:00");
  drag (&fixture, x, lanyard_day_view_from_instant (view, plan_page_parse ("2026-10-05T16:00:00+02:00")),
        lanyard_day_view_from_instant (view, plan_page_parse ("2026-10-05T17:00:00+02:00")));
  g_assert_true (LANYARD_IS_ENTRY_DIALOG (plan_page_get_dialog (&fixture)));
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (plan_page_get_dialog (&fixture)), "16:00–17:00, 1 h"));
  adw_dialog_force_close (plan_page_get_dialog (&fixture));
  plan_page_close (&fixture);
}

/* Days that are side by side are one place to move in, by pointer and key; the
 * focus goes with the entry. */
static void
test_to_another_day (void)
{
  PlanPageFixture fixture;
  LanyardDayView *view;
  GtkWidget *next;
  graphene_rect_t lunch;
  graphene_rect_t beside;
  double x;
  double y;

  plan_page_open (&fixture, 1600, 800);
  plan_page_add_lunch (&fixture);
  view = plan_page_get_day (&fixture);
  next = gtk_widget_get_next_sibling (GTK_WIDGET (view));
  g_assert_nonnull (next);
  lunch = get_bounds (&fixture, "Lunch");
  g_assert_true (gtk_widget_compute_bounds (next, GTK_WIDGET (view), &beside));
  x = lunch.origin.x + lunch.size.width / 2;
  y = lunch.origin.y + lunch.size.height / 2;
  drag_aside (&fixture, x, y, beside.origin.x + beside.size.width / 2, y + view->scale * 1800);
  plan_page_assert_lunch (&fixture, "2026-10-06T13:30:00+02:00", "2026-10-06T14:30:00+02:00");
  /* The first day is still the first. */
  g_assert_true (plan_page_get_day (&fixture) == view);
  g_assert_cmpuint (lanyard_day_view_get_day (view) + 1, ==, lanyard_day_view_get_day (LANYARD_DAY_VIEW (next)));
  g_assert_null (plan_page_get_part (&fixture, "Lunch"));
  g_assert_nonnull (lanyard_day_view_get_focused (LANYARD_DAY_VIEW (next)));
  g_assert_cmpint (view->outcome_end, ==, view->outcome_start);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.undo", NULL));
  window_driver_settle ();
  gtk_widget_grab_focus (plan_page_get_part (&fixture, "Lunch")->widget);
  plan_page_press (&fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  plan_page_assert_lunch (&fixture, "2026-10-06T13:00:00+02:00", "2026-10-06T14:00:00+02:00");
  g_assert_nonnull (lanyard_day_view_get_focused (LANYARD_DAY_VIEW (next)));
  plan_page_close (&fixture);
}

static void
test_typed_time (void)
{
  static const struct
  {
    const char *text;
    int minutes;
  } times[] = {
    { "9", 540 },
    { "09:30", 570 },
    { "9.30", 570 },
    { "930", 570 },
    { "1430", 870 },
    { " 14:30 ", 870 },
    { "9:30 pm", 1290 },
    { "12 am", 0 },
    { "12:15 PM", 735 },
    { "pm 3:30", 930 },
    { "٩:٣٠", 570 },
    { "\u200f9:30\u00a0AM", 570 },
    { "24:00", 1440 },
    { "0", 0 },
    { "", -1 },
    { "24:01", -1 },
    { "9:5", -1 },
    { "9:60", -1 },
    { "noon", -1 },
    { "13 pm", -1 },
    { "12345", -1 },
    { "9:30x", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minutes = -1;

      g_assert_cmpint (lanyard_typed_time_parse (times[i].text, &minutes), ==, times[i].minutes >= 0);
      g_assert_cmpint (minutes, ==, times[i].minutes);
    }
}

int
main (int argc,
      char *argv[])
{
  window_driver_init (&argc, &argv);

  g_test_add_func ("/own-entries/typed-time", test_typed_time);
  g_test_add_func ("/own-entries/form", test_form);
  g_test_add_func ("/own-entries/keys", test_keys);
  g_test_add_func ("/own-entries/drag", test_drag);
  g_test_add_func ("/own-entries/to-another-day", test_to_another_day);
  return g_test_run ();
}
