/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is in conflict in the plan, and what the dialog of it does about it. It is
 * Monday of the sample, at 11:12 in Prague. */

#include "config.h"

#include <glib/gstdio.h>

#include "plan-page-helper.h"
#include "plan/lanyard-conflict-dialog.h"

static void
test_conflicts (void)
{
  PlanPageFixture fixture;
  AdwBanner *banner;

  plan_page_open (&fixture, 1200, 800);
  banner = ADW_BANNER (window_driver_find (fixture.page, ADW_TYPE_BANNER));
  while (!g_str_has_prefix (adw_banner_get_title (banner), "“AF_XDP BoF” overlaps"))
    banner = ADW_BANNER (gtk_widget_get_next_sibling (GTK_WIDGET (banner)));
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.resolve-all", NULL));
  g_assert_true (LANYARD_IS_CONFLICT_DIALOG (plan_page_get_dialog (&fixture)));
  g_assert_nonnull (window_driver_find_text (GTK_WIDGET (plan_page_get_dialog (&fixture)), "Both 10:00–10:30 (30 min)"));
  window_driver_sweep (GTK_WIDGET (plan_page_get_dialog (&fixture)), "conflicts");
  /* The first row is of the first of the two. */
  plan_page_press_button (GTK_WIDGET (plan_page_get_dialog (&fixture)), "Keep");
  g_assert_null (plan_page_get_dialog (&fixture));
  g_assert_cmpint (plan_page_get_level (&fixture, "AF_XDP BoF"), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (plan_page_get_level (&fixture, "Rust-BPF updates"), ==, LANYARD_LEVEL_NONE);
  g_assert_false (adw_banner_get_revealed (banner));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.undo", NULL));
  window_driver_settle ();
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.resolve-all", NULL));
  plan_page_press_button (GTK_WIDGET (plan_page_get_dialog (&fixture)), "Maybe");
  g_assert_cmpint (plan_page_get_level (&fixture, "AF_XDP BoF"), ==, LANYARD_LEVEL_MAYBE);
  g_assert_false (adw_banner_get_revealed (banner));
  plan_page_close (&fixture);
}

/* Of a session only what is in the way is left out. */
static void
test_session_gives_way (void)
{
  PlanPageFixture fixture;
  LanyardSession *session;
  guint n_left_out = 0;
  GPtrArray *picks;
  GtkWidget *row;

  plan_page_open (&fixture, 1200, 800);
  plan_page_set_level (&fixture, "AF_XDP BoF", LANYARD_LEVEL_NONE);
  session = window_driver_find_session (fixture.driver, "Safe Systems with Linux MC");
  lanyard_open_conference_set_level (fixture.driver->open, LANYARD_KIND_SESSION, lanyard_session_get_key (session), LANYARD_LEVEL_GOING);
  window_driver_settle ();
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.resolve-all", NULL));
  g_assert_true (LANYARD_IS_CONFLICT_DIALOG (plan_page_get_dialog (&fixture)));
  row = window_driver_find_text (GTK_WIDGET (plan_page_get_dialog (&fixture)), "Rust-BPF updates");
  g_assert_nonnull (row);
  plan_page_press_button (gtk_widget_get_ancestor (row, ADW_TYPE_ACTION_ROW), "Keep");
  picks = lanyard_decisions_get_picks (lanyard_open_conference_get_decisions (fixture.driver->open));
  for (guint i = 0; i < picks->len; i++)
    n_left_out += ((LanyardPick *) g_ptr_array_index (picks, i))->level == LANYARD_LEVEL_LEFT_OUT;
  g_assert_cmpuint (n_left_out, >, 0);
  g_assert_cmpint (lanyard_open_conference_get_level (fixture.driver->open, LANYARD_KIND_SESSION, lanyard_session_get_key (session)), ==,
                   LANYARD_LEVEL_GOING);
  plan_page_close (&fixture);
}

/* The invented conference, in which one of its talks is given twice. */
static char *
make_folder (void)
{
  static const char *const names[] = { "sessions.json", "contributions.json", "timetable.json" };
  char *folder = g_dir_make_tmp ("lanyard-conflicts-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (g_getenv ("LANYARD_TEST_CONFERENCE"), names[i], NULL);
      g_autofree char *to = g_build_filename (folder, names[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GString) changed = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      changed = g_string_new (text);
      g_string_replace (changed, "tmpfs that survives", "COPY on write,  ten years on", 0);
      g_assert_true (g_file_set_contents (to, changed->str, -1, NULL));
    }
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static LanyardLevel
get_level (PlanPageFixture *fixture,
           const char      *key)
{
  return lanyard_open_conference_get_level (fixture->driver->open, LANYARD_KIND_TALK, key);
}

/* The same talk later instead, or its recording. */
static void
test_alternatives (void)
{
  PlanPageFixture fixture;
  g_autofree char *folder = make_folder ();
  g_autofree char *uuid = NULL;
  GtkWidget *dialog;

  plan_page_open (&fixture, 1200, 800);
  window_driver_add (fixture.driver, folder);
  uuid = g_settings_get_string (fixture.driver->settings, "conference");
  lanyard_open_conference_load (fixture.driver->open, uuid);
  window_driver_settle ();
  plan_page_set_level (&fixture, "Copy on write, ten years on", LANYARD_LEVEL_GOING);
  plan_page_set_level (&fixture, "Mesh on the Nullarbor", LANYARD_LEVEL_GOING);
  window_driver_settle ();
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.resolve-all", NULL));
  dialog = GTK_WIDGET (plan_page_get_dialog (&fixture));
  while (window_driver_find_text (dialog, "“Copy on write, ten years on” again") == NULL)
    window_driver_settle ();
  window_driver_sweep (dialog, "alternatives");
  g_assert_nonnull (window_driver_find_text (dialog, "Recording of “Copy on write, ten years on”"));
  plan_page_press_button (dialog, "Go Then");
  g_assert_null (plan_page_get_dialog (&fixture));
  g_assert_cmpint (get_level (&fixture, "3104"), ==, LANYARD_LEVEL_NONE);
  g_assert_cmpint (get_level (&fixture, "3108"), ==, LANYARD_LEVEL_GOING);
  g_assert_cmpint (get_level (&fixture, "3113"), ==, LANYARD_LEVEL_GOING);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.driver->window), "win.undo", NULL));
  window_driver_settle ();
  g_assert_true (gtk_widget_activate_action (fixture.page, "plan.resolve-all", NULL));
  dialog = GTK_WIDGET (plan_page_get_dialog (&fixture));
  while (window_driver_find_text (dialog, "Watch Later") == NULL)
    window_driver_settle ();
  plan_page_press_button (dialog, "Watch Later");
  g_assert_null (plan_page_get_dialog (&fixture));
  g_assert_cmpint (get_level (&fixture, "3104"), ==, LANYARD_LEVEL_NONE);
  g_assert_true (lanyard_decisions_get_marks (lanyard_open_conference_get_decisions (fixture.driver->open), LANYARD_KIND_TALK, "3104") &
                 LANYARD_MARK_WATCH_LATER);
  plan_page_close (&fixture);
  remove_folder (folder);
}

/* Whether letters are drawn where the sign is. */
static gboolean
has_text_at (GskRenderNode         *node,
             graphene_point_t       offset,
             const graphene_rect_t *sign)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);
  graphene_rect_t bounds;
  float x, y;

  if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      if (has_text_at (gsk_container_node_get_child (node, i), offset, sign))
        return TRUE;
  if (type == GSK_TRANSFORM_NODE)
    {
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &x, &y);
      return has_text_at (gsk_transform_node_get_child (node), GRAPHENE_POINT_INIT (offset.x + x, offset.y + y), sign);
    }
  if (type == GSK_CLIP_NODE)
    return has_text_at (gsk_clip_node_get_child (node), offset, sign);
  if (type != GSK_TEXT_NODE)
    return FALSE;
  gsk_render_node_get_bounds (node, &bounds);
  graphene_rect_offset (&bounds, offset.x, offset.y);
  return graphene_rect_intersection (&bounds, sign, NULL);
}

static gboolean
is_covered (GtkWidget *cell,
            GtkWidget *sign)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (cell);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds;

  window_driver_settle ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (cell), gtk_widget_get_height (cell));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_true (gtk_widget_compute_bounds (sign, cell, &bounds));
  return has_text_at (node, GRAPHENE_POINT_INIT (0, 0), &bounds);
}

/* However narrow an entry is, and however much there is to say in it. */
static void
test_signs (void)
{
  static const char *const titles[] = { "Rust-BPF updates", "AF_XDP BoF", "Performance Tools and Prompts" };
  PlanPageFixture fixture;
  gint64 start = plan_page_parse ("2026-10-05T10:00:00+02:00");
  GPtrArray *talks;
  guint n_picked = 0;

  plan_page_open (&fixture, 500, 1200);
  talks = lanyard_programme_get_talks (lanyard_open_conference_get_programme (fixture.driver->open));
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    plan_page_set_level (&fixture, titles[i], LANYARD_LEVEL_GOING);
  for (guint i = 0; i < talks->len && n_picked < 4; i++)
    if (lanyard_item_get_start (g_ptr_array_index (talks, i)) == start)
      {
        LanyardDayView *view;

        plan_page_set_level (&fixture, lanyard_item_get_title (g_ptr_array_index (talks, i)), LANYARD_LEVEL_GOING);
        n_picked++;
        window_driver_settle ();
        view = plan_page_get_day (&fixture);
        for (guint j = 1; j < view->parts->len; j++)
          {
            LanyardDayPart *sign = g_ptr_array_index (view->parts, j);
            LanyardDayPart *entry = g_ptr_array_index (view->parts, j - 1);

            if (!gtk_widget_has_css_class (sign->widget, "conflict"))
              continue;
            g_assert_cmpuint (sign->place, ==, entry->place);
            if (is_covered (entry->widget, sign->widget))
              g_error ("The sign covers letters of “%s”, %d × %d",
                       lanyard_item_get_title (lanyard_day_part_get_entry (entry)->item),
                       gtk_widget_get_width (entry->widget), gtk_widget_get_height (entry->widget));
          }
      }
  g_assert_cmpuint (n_picked, ==, 4);
  plan_page_close (&fixture);
}

int
main (int argc,
      char *argv[])
{
  window_driver_init (&argc, &argv);

  g_test_add_func ("/conflicts/conflicts", test_conflicts);
  g_test_add_func ("/conflicts/session-gives-way", test_session_gives_way);
  g_test_add_func ("/conflicts/alternatives", test_alternatives);
  g_test_add_func ("/conflicts/signs", test_signs);
  return g_test_run ();
}
