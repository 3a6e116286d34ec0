/* SPDX-License-Identifier: GPL-3.0-or-later */

/* My Plan in a real window: days to scale and what a screen reader says of
 * them, own entries by form, key and drag, conflicts, free stretches, and all
 * conferences in one plan. It is Monday of the sample, at 11:12 in Prague. */

#include "config.h"

#include "plan/lanyard-conflict-dialog.h"
#include "plan/lanyard-day-board.h"
#include "plan/lanyard-day-view-private.h"
#include "plan/lanyard-entry-dialog.h"
#include "plan/lanyard-fits-dialog.h"
#include "plan/lanyard-typed-time.h"
#include "widgets/lanyard-item-list.h"
#include "window-driver.h"

#define NOW "2026-10-05T11:12:00+02:00"

typedef struct
{
  WindowDriver *driver;
  GtkWidget *page;
} Fixture;

static gint64
instant_at (const char *text)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (date_time);
}

static void
set_level (Fixture      *fixture,
           const char   *title,
           LanyardLevel  level)
{
  LanyardItem *item = LANYARD_ITEM (window_driver_find_talk (fixture->driver, title));

  lanyard_open_conference_set_level (fixture->driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (item), level);
}

static LanyardLevel
get_level (Fixture    *fixture,
           const char *title)
{
  LanyardItem *item = LANYARD_ITEM (window_driver_find_talk (fixture->driver, title));

  return lanyard_open_conference_get_level (fixture->driver->open, LANYARD_KIND_TALK, lanyard_item_get_key (item));
}

static void
open_plan (Fixture *fixture,
           int      width,
           int      height)
{
  static const char *const keys[] = { "day", "other-zone", "plan-view", "plan-zoom", "plan-all-conferences", "room-change-minutes" };
  WindowDriver *driver = window_driver_new (NOW);

  fixture->driver = driver;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (driver->settings, keys[i]);
  g_settings_set_string (driver->settings, "page", "plan");
  g_settings_set_string (driver->settings, "zone-choice", "conference");
  window_driver_add (driver, g_getenv ("LANYARD_TEST_SAMPLE"));
  window_driver_show (driver, width, height);
  set_level (fixture, "Rust-BPF updates", LANYARD_LEVEL_GOING);
  set_level (fixture, "AF_XDP BoF", LANYARD_LEVEL_GOING);
  set_level (fixture, "Performance Tools and Prompts", LANYARD_LEVEL_MAYBE);
  window_driver_settle ();
  fixture->page = GTK_WIDGET (lanyard_browser_get_plan (lanyard_window_get_browser (driver->window)));
  g_assert_nonnull (fixture->page);
}

static void
close_plan (Fixture *fixture)
{
  g_clear_pointer (&fixture->driver, window_driver_free);
}

static LanyardDayView *
get_day (Fixture *fixture)
{
  GtkWidget *view = window_driver_find (fixture->page, LANYARD_TYPE_DAY_VIEW);

  g_assert_nonnull (view);
  return LANYARD_DAY_VIEW (view);
}

static LanyardDayPart *
get_part (Fixture    *fixture,
          const char *title)
{
  LanyardDayView *view = get_day (fixture);

  for (guint i = 0; i < view->parts->len; i++)
    {
      LanyardPlanEntry *entry = lanyard_day_part_get_entry (g_ptr_array_index (view->parts, i));

      if (entry != NULL && g_str_equal (lanyard_item_get_title (entry->item), title))
        return g_ptr_array_index (view->parts, i);
    }
  return NULL;
}

static graphene_rect_t
get_bounds (Fixture    *fixture,
            const char *title)
{
  LanyardDayPart *part = get_part (fixture, title);
  graphene_rect_t bounds;

  g_assert_nonnull (part);
  g_assert_true (gtk_widget_compute_bounds (part->widget, GTK_WIDGET (get_day (fixture)), &bounds));
  return bounds;
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  window_driver_settle ();
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->driver->window));
}

static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_day (fixture)));
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

static void
press_button (GtkWidget  *root,
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

static LanyardOwnEntry *
get_own_entry (Fixture *fixture)
{
  GPtrArray *entries = lanyard_decisions_get_entries (lanyard_open_conference_get_decisions (fixture->driver->open));

  return entries->len == 1 ? g_ptr_array_index (entries, 0) : NULL;
}

static void
add_lunch (Fixture *fixture)
{
  const LanyardOwnEntryFields fields = {
    .kind = LANYARD_OWN_MEAL,
    .title = "Lunch",
    .start = instant_at ("2026-10-05T13:00:00+02:00"),
    .end = instant_at ("2026-10-05T14:00:00+02:00"),
    .zone = "Europe/Prague",
  };
  g_autoptr (LanyardOwnEntry) entry = lanyard_own_entry_new (&fields);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  lanyard_edit_put_entry (edit, entry);
  lanyard_open_conference_apply (fixture->driver->open, edit, "Added “Lunch”");
  window_driver_settle ();
}

static void
assert_lunch (Fixture    *fixture,
              const char *start,
              const char *end)
{
  LanyardItem *entry = LANYARD_ITEM (get_own_entry (fixture));

  g_assert_nonnull (entry);
  g_assert_cmpint (lanyard_item_get_start (entry), ==, instant_at (start));
  g_assert_cmpint (lanyard_item_get_end (entry), ==, instant_at (end));
}

/* 45 minutes are half as long again as 30, and what overlaps is side by side. */
static void
test_scale (void)
{
  Fixture fixture;
  graphene_rect_t half_an_hour;
  graphene_rect_t longer;
  graphene_rect_t maybe;
  double hour;

  open_plan (&fixture, 1200, 800);
  half_an_hour = get_bounds (&fixture, "Rust-BPF updates");
  longer = get_bounds (&fixture, "AF_XDP BoF");
  maybe = get_bounds (&fixture, "Performance Tools and Prompts");
  hour = get_day (&fixture)->scale * 3600;
  g_assert_cmpfloat_with_epsilon (half_an_hour.size.height, hour / 2, 3);
  g_assert_cmpfloat_with_epsilon (longer.size.height, hour * 3 / 4, 3);
  g_assert_cmpfloat_with_epsilon (half_an_hour.origin.y, longer.origin.y, 1);
  g_assert_false (graphene_rect_intersection (&half_an_hour, &longer, NULL));
  g_assert_false (graphene_rect_intersection (&half_an_hour, &maybe, NULL));
  g_assert_true (gtk_widget_activate_action (window_driver_find (fixture.page, LANYARD_TYPE_DAY_BOARD), "board.zoom-in", NULL));
  window_driver_settle ();
  g_assert_cmpfloat (get_bounds (&fixture, "AF_XDP BoF").size.height, >, longer.size.height);
  g_assert_cmpfloat (g_settings_get_double (fixture.driver->settings, "plan-zoom"), >, 1);
  close_plan (&fixture);
}

static void
test_names (void)
{
  Fixture fixture;
  GtkWidget *view;

  open_plan (&fixture, 1200, 800);
  view = GTK_WIDGET (get_day (&fixture));
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday 5 October 2026");
  gtk_test_accessible_assert_role (get_part (&fixture, "AF_XDP BoF")->widget, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (get_part (&fixture, "AF_XDP BoF")->widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10:00–10:45, AF_XDP BoF, going, overlaps “Performance Tools and Prompts”, overlaps “Rust-BPF updates”, "
                                       "45 min · Birds of a Feather (BoF) · Club D, Björn Töpel");
  window_driver_sweep (fixture.page, "plan");
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.view", "s", "list"));
  window_driver_settle ();
  window_driver_sweep (fixture.page, "plan as a list");
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_item_list_get_model (LANYARD_ITEM_LIST (window_driver_find (fixture.page, LANYARD_TYPE_ITEM_LIST)))), ==, 3);
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.view", "s", "day"));
  close_plan (&fixture);
}

/* As many days as there is room for. */
static void
test_days (void)
{
  Fixture fixture;
  LanyardDayBoard *board;

  open_plan (&fixture, 1600, 800);
  board = LANYARD_DAY_BOARD (window_driver_find (fixture.page, LANYARD_TYPE_DAY_BOARD));
  g_assert_cmpuint (lanyard_day_board_get_n_shown (board), ==, 3);
  close_plan (&fixture);

  open_plan (&fixture, 360, 640);
  board = LANYARD_DAY_BOARD (window_driver_find (fixture.page, LANYARD_TYPE_DAY_BOARD));
  g_assert_cmpuint (lanyard_day_board_get_n_shown (board), ==, 1);
  g_assert_cmpuint (lanyard_day_view_get_day (get_day (&fixture)), ==, lanyard_zone_get_day (lanyard_open_conference_get_zone (fixture.driver->open), instant_at (NOW)));
  g_assert_true (lanyard_day_view_has_now (get_day (&fixture)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.step-day", "i", 1));
  window_driver_settle ();
  g_assert_false (lanyard_day_view_has_now (get_day (&fixture)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.show-now", NULL));
  window_driver_settle ();
  g_assert_true (lanyard_day_view_has_now (get_day (&fixture)));
  close_plan (&fixture);
}

static void
set_row (AdwDialog  *dialog,
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
  Fixture fixture;
  AdwDialog *dialog;
  GtkWidget *save;

  open_plan (&fixture, 1200, 800);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.new-entry", NULL));
  dialog = get_dialog (&fixture);
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
  g_assert_null (get_dialog (&fixture));
  assert_lunch (&fixture, "2026-10-05T22:00:00+02:00", "2026-10-06T00:30:00+02:00");
  g_assert_cmpstr (lanyard_own_entry_get_fields (get_own_entry (&fixture))->place, ==, "Old Town");
  g_assert_cmpstr (lanyard_own_entry_get_fields (get_own_entry (&fixture))->zone, ==, "Europe/Prague");

  /* Pressed, it can be changed and removed, and that undone. */
  gtk_widget_grab_focus (get_part (&fixture, "Dinner")->widget);
  press (&fixture, GDK_KEY_Return, 0);
  dialog = get_dialog (&fixture);
  g_assert_true (LANYARD_IS_ENTRY_DIALOG (dialog));
  set_row (dialog, "Title", "Supper");
  g_signal_emit_by_name (adw_dialog_get_default_widget (dialog), "clicked");
  g_assert_null (get_dialog (&fixture));
  g_assert_nonnull (get_part (&fixture, "Supper"));
  gtk_widget_grab_focus (get_part (&fixture, "Supper")->widget);
  press (&fixture, GDK_KEY_Delete, 0);
  g_assert_null (get_own_entry (&fixture));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.undo", NULL));
  window_driver_settle ();
  g_assert_nonnull (get_part (&fixture, "Supper"));
  close_plan (&fixture);
}

static void
test_keys (void)
{
  Fixture fixture;

  open_plan (&fixture, 1200, 800);
  add_lunch (&fixture);
  gtk_widget_grab_focus (get_part (&fixture, "Lunch")->widget);
  press (&fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_lunch (&fixture, "2026-10-05T13:15:00+02:00", "2026-10-05T14:15:00+02:00");
  press (&fixture, GDK_KEY_Up, GDK_SHIFT_MASK);
  assert_lunch (&fixture, "2026-10-05T13:15:00+02:00", "2026-10-05T14:00:00+02:00");
  g_assert_true (gtk_widget_is_focus (get_part (&fixture, "Lunch")->widget));
  press (&fixture, GDK_KEY_Home, 0);
  g_assert_false (gtk_widget_is_focus (get_part (&fixture, "Lunch")->widget));
  /* What is not one's own stays where it is. */
  gtk_widget_grab_focus (get_part (&fixture, "AF_XDP BoF")->widget);
  press (&fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_lunch (&fixture, "2026-10-05T13:15:00+02:00", "2026-10-05T14:00:00+02:00");
  press (&fixture, GDK_KEY_Delete, 0);
  g_assert_cmpint (get_level (&fixture, "AF_XDP BoF"), ==, LANYARD_LEVEL_NONE);
  close_plan (&fixture);
}

static void
drag (Fixture *fixture,
      double   x,
      double   y,
      double   to_y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_day (fixture)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_DRAG (controller))
        continue;
      g_signal_emit_by_name (controller, "drag-begin", x, y);
      g_signal_emit_by_name (controller, "drag-update", 0.0, to_y - y);
      g_signal_emit_by_name (controller, "drag-end", 0.0, to_y - y);
    }
  window_driver_settle ();
}

/* The whole entry moves, an edge makes it longer, and free time becomes a new
 * one; all of it in steps of five minutes. */
static void
test_drag (void)
{
  Fixture fixture;
  LanyardDayView *view;
  graphene_rect_t lunch;
  double x;

  open_plan (&fixture, 1200, 800);
  add_lunch (&fixture);
  view = get_day (&fixture);
  lunch = get_bounds (&fixture, "Lunch");
  x = lunch.origin.x + lunch.size.width / 2;
  drag (&fixture, x, lunch.origin.y + lunch.size.height / 2, lunch.origin.y + lunch.size.height / 2 + view->scale * 1830);
  assert_lunch (&fixture, "2026-10-05T13:30:00+02:00", "2026-10-05T14:30:00+02:00");
  lunch = get_bounds (&fixture, "Lunch");
  drag (&fixture, x, lunch.origin.y + lunch.size.height - 2, lunch.origin.y + lunch.size.height - 2 + view->scale * 900);
  assert_lunch (&fixture, "2026-10-05T13:30:00+02:00", "2026-10-05T14:45:00+02:00");
  drag (&fixture, x, lanyard_day_view_from_instant (view, instant_at ("2026-10-05T16:00:00+02:00")),
        lanyard_day_view_from_instant (view, instant_at ("2026-10-05T17:00:00+02:00")));
  g_assert_true (LANYARD_IS_ENTRY_DIALOG (get_dialog (&fixture)));
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (get_dialog (&fixture)), "16:00–17:00, 1 h"));
  adw_dialog_force_close (get_dialog (&fixture));
  close_plan (&fixture);
}

static void
test_conflicts (void)
{
  Fixture fixture;
  AdwBanner *banner;

  open_plan (&fixture, 1200, 800);
  banner = ADW_BANNER (window_driver_find (fixture.page, ADW_TYPE_BANNER));
  while (!g_str_has_prefix (adw_banner_get_title (banner), "“AF_XDP BoF” overlaps"))
    banner = ADW_BANNER (gtk_widget_get_next_sibling (GTK_WIDGET (banner)));
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.resolve-all", NULL));
  g_assert_true (LANYARD_IS_CONFLICT_DIALOG (get_dialog (&fixture)));
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (get_dialog (&fixture)), "Both 10:00–10:30 (30 min)"));
  window_driver_sweep (GTK_WIDGET (get_dialog (&fixture)), "conflicts");
  /* The first row is of the first of the two. */
  press_button (GTK_WIDGET (get_dialog (&fixture)), "Keep");
  g_assert_null (get_dialog (&fixture));
  g_assert_cmpint (get_level (&fixture, "AF_XDP BoF"), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (get_level (&fixture, "Rust-BPF updates"), ==, LANYARD_LEVEL_NONE);
  g_assert_false (adw_banner_get_revealed (banner));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.undo", NULL));
  window_driver_settle ();
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.resolve-all", NULL));
  press_button (GTK_WIDGET (get_dialog (&fixture)), "Maybe");
  g_assert_cmpint (get_level (&fixture, "AF_XDP BoF"), ==, LANYARD_LEVEL_MAYBE);
  g_assert_false (adw_banner_get_revealed (banner));
  close_plan (&fixture);
}

/* Of a session only what is in the way is left out. */
static void
test_session_gives_way (void)
{
  Fixture fixture;
  LanyardSession *session;
  guint n_left_out = 0;
  GPtrArray *picks;
  GtkWidget *row;

  open_plan (&fixture, 1200, 800);
  set_level (&fixture, "AF_XDP BoF", LANYARD_LEVEL_NONE);
  session = window_driver_find_session (fixture.driver, "Safe Systems with Linux MC");
  lanyard_open_conference_set_level (fixture.driver->open, LANYARD_KIND_SESSION, lanyard_session_get_key (session), LANYARD_LEVEL_GOING);
  window_driver_settle ();
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.resolve-all", NULL));
  g_assert_true (LANYARD_IS_CONFLICT_DIALOG (get_dialog (&fixture)));
  row = window_driver_find_text (GTK_WIDGET (get_dialog (&fixture)), "Rust-BPF updates");
  g_assert_nonnull (row);
  press_button (gtk_widget_get_ancestor (row, ADW_TYPE_ACTION_ROW), "Keep");
  picks = lanyard_decisions_get_picks (lanyard_open_conference_get_decisions (fixture.driver->open));
  for (guint i = 0; i < picks->len; i++)
    n_left_out += ((LanyardPick *) g_ptr_array_index (picks, i))->level == LANYARD_LEVEL_LEFT_OUT;
  g_assert_cmpuint (n_left_out, >, 0);
  g_assert_cmpint (lanyard_open_conference_get_level (fixture.driver->open, LANYARD_KIND_SESSION, lanyard_session_get_key (session)), ==,
                   LANYARD_LEVEL_GOING);
  close_plan (&fixture);
}

static void
test_gap (void)
{
  Fixture fixture;
  LanyardDayView *view;
  GtkWidget *gap = NULL;
  GtkWidget *list;
  g_autoptr (LanyardItem) item = NULL;

  open_plan (&fixture, 1200, 800);
  add_lunch (&fixture);
  view = get_day (&fixture);
  for (guint i = 0; i < view->parts->len && gap == NULL; i++)
    if (((LanyardDayPart *) g_ptr_array_index (view->parts, i))->place == LANYARD_DAY_NOWHERE)
      gap = ((LanyardDayPart *) g_ptr_array_index (view->parts, i))->widget;
  g_assert_nonnull (gap);
  gtk_test_accessible_assert_property (gap, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 h 15 min free, 10:45–13:00: what fits here");
  g_signal_emit_by_name (gap, "clicked");
  g_assert_true (LANYARD_IS_FITS_DIALOG (get_dialog (&fixture)));
  window_driver_sweep (GTK_WIDGET (get_dialog (&fixture)), "what fits");
  list = window_driver_find (GTK_WIDGET (get_dialog (&fixture)), GTK_TYPE_LIST_VIEW);
  item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 0);
  g_assert_nonnull (item);
  g_assert_cmpint (lanyard_item_get_start (item), >=, instant_at ("2026-10-05T10:45:00+02:00"));
  g_assert_cmpint (lanyard_item_get_end (item), <=, instant_at ("2026-10-05T13:00:00+02:00"));
  adw_dialog_force_close (get_dialog (&fixture));
  close_plan (&fixture);
}

static void
load (Fixture    *fixture,
      const char *uuid)
{
  lanyard_open_conference_load (fixture->driver->open, uuid);
  window_driver_settle ();
}

/* What is picked elsewhere stands beside it, and leads there. */
static void
test_all_conferences (void)
{
  Fixture fixture;
  g_autofree char *sample = NULL;
  g_autofree char *other = NULL;
  LanyardDayBoard *board;

  open_plan (&fixture, 1600, 800);
  sample = g_strdup (lanyard_open_conference_get_uuid (fixture.driver->open));
  window_driver_add (fixture.driver, g_getenv ("LANYARD_TEST_CONFERENCE"));
  other = g_settings_get_string (fixture.driver->settings, "conference");
  load (&fixture, other);
  set_level (&fixture, "Copy on write, ten years on", LANYARD_LEVEL_GOING);
  load (&fixture, sample);
  g_assert_null (get_part (&fixture, "Copy on write, ten years on"));
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.all-conferences", NULL));
  window_driver_settle ();
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.view", "s", "list"));
  window_driver_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (lanyard_item_list_get_model (LANYARD_ITEM_LIST (window_driver_find (fixture.page, LANYARD_TYPE_ITEM_LIST)))), ==, 4);
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.view", "s", "day"));
  window_driver_settle ();
  board = LANYARD_DAY_BOARD (window_driver_find (fixture.page, LANYARD_TYPE_DAY_BOARD));
  /* It is three days before. */
  lanyard_day_board_set_day (board, lanyard_zone_get_day (lanyard_open_conference_get_zone (fixture.driver->open), instant_at ("2026-10-02T02:00:00Z")));
  window_driver_settle ();
  g_assert_nonnull (get_part (&fixture, "Copy on write, ten years on"));
  gtk_widget_grab_focus (get_part (&fixture, "Copy on write, ten years on")->widget);
  press (&fixture, GDK_KEY_Delete, 0);
  g_assert_nonnull (get_part (&fixture, "Copy on write, ten years on"));
  press (&fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (lanyard_open_conference_get_uuid (fixture.driver->open), ==, other);
  g_assert_cmpint (get_level (&fixture, "Copy on write, ten years on"), ==, LANYARD_LEVEL_GOING);
  close_plan (&fixture);
}

static void
test_typed_time (void)
{
  static const struct
  {
    const char *text;
    int minutes;
  } times[] = {
    { "9", 540 },      { "09:30", 570 },    { "9.30", 570 },  { "930", 570 }, { "1430", 870 },  { " 14:30 ", 870 }, { "9:30 pm", 1290 },
    { "12 am", 0 },    { "12:15 PM", 735 }, { "24:00", 1440 }, { "0", 0 },     { "", -1 },       { "24:01", -1 },    { "9:5", -1 },
    { "9:60", -1 },    { "noon", -1 },      { "13 pm", -1 },   { "12345", -1 }, { "9:30x", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int minutes = -1;

      g_assert_cmpint (lanyard_typed_time_parse (times[i].text, &minutes), ==, times[i].minutes >= 0);
      g_assert_cmpint (minutes, ==, times[i].minutes);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);

  g_test_add_func ("/plan-page/typed-time", test_typed_time);
  g_test_add_func ("/plan-page/scale", test_scale);
  g_test_add_func ("/plan-page/names", test_names);
  g_test_add_func ("/plan-page/days", test_days);
  g_test_add_func ("/plan-page/form", test_form);
  g_test_add_func ("/plan-page/keys", test_keys);
  g_test_add_func ("/plan-page/drag", test_drag);
  g_test_add_func ("/plan-page/conflicts", test_conflicts);
  g_test_add_func ("/plan-page/session-gives-way", test_session_gives_way);
  g_test_add_func ("/plan-page/gap", test_gap);
  g_test_add_func ("/plan-page/all-conferences", test_all_conferences);
  return g_test_run ();
}
