/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Free stretches of My Plan and what fits into them. It is Monday of the sample,
 * at 11:12 in Prague. */

#include "config.h"

#include "plan-page-helper.h"
#include "plan/lanyard-fits-dialog.h"

static void
test_gap (void)
{
  PlanPageFixture fixture;
  LanyardDayView *view;
  GtkWidget *gap = NULL;
  GtkWidget *list;
  g_autoptr (LanyardItem) item = NULL;

  plan_page_open (&fixture, 1200, 800);
  plan_page_add_lunch (&fixture);
  view = plan_page_get_day (&fixture);
  for (guint i = 0; i < view->parts->len && gap == NULL; i++)
    if (((LanyardDayPart *) g_ptr_array_index (view->parts, i))->place == LANYARD_DAY_NOWHERE)
      gap = ((LanyardDayPart *) g_ptr_array_index (view->parts, i))->widget;
  g_assert_nonnull (gap);
  gtk_test_accessible_assert_property (gap, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 h 15 min free, 10:45–13:00: what fits here");
  g_signal_emit_by_name (gap, "clicked");
  g_assert_true (LANYARD_IS_FITS_DIALOG (plan_page_get_dialog (&fixture)));
  window_driver_sweep (GTK_WIDGET (plan_page_get_dialog (&fixture)), "what fits");
  list = window_driver_find (GTK_WIDGET (plan_page_get_dialog (&fixture)), GTK_TYPE_LIST_VIEW);
  item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 0);
  g_assert_nonnull (item);
  g_assert_cmpint (lanyard_item_get_start (item), >=, plan_page_parse ("2026-10-05T10:45:00+02:00"));
  g_assert_cmpint (lanyard_item_get_end (item), <=, plan_page_parse ("2026-10-05T13:00:00+02:00"));
  adw_dialog_force_close (plan_page_get_dialog (&fixture));
  plan_page_close (&fixture);
}

/* What is asked for a part of a free stretch is answered for that part, and for
 * all that is free of a longer one. */
static void
test_part_of_gap (void)
{
  PlanPageFixture fixture;
  const gint64 eleven = plan_page_parse ("2026-10-05T11:00:00+02:00");
  const gint64 noon = plan_page_parse ("2026-10-05T12:00:00+02:00");
  g_autoptr (LanyardShownPlan) plan = NULL;
  g_autoptr (GPtrArray) part = NULL;
  g_autoptr (GPtrArray) whole = NULL;
  g_autoptr (GPtrArray) day = NULL;
  guint n_inside = 0;

  plan_page_open (&fixture, 1200, 800);
  plan_page_add_lunch (&fixture);
  plan = lanyard_shown_plan_new (fixture.driver->open);
  part = lanyard_shown_plan_dup_fits (plan, eleven, noon);
  whole = lanyard_shown_plan_dup_fits (plan, plan_page_parse ("2026-10-05T10:45:00+02:00"),
                                       plan_page_parse ("2026-10-05T13:00:00+02:00"));
  day = lanyard_shown_plan_dup_fits (plan, plan_page_parse ("2026-10-05T00:00:00+02:00"),
                                     plan_page_parse ("2026-10-06T00:00:00+02:00"));
  for (guint i = 0; i < whole->len; i++)
    {
      LanyardItem *item = ((LanyardFit *) g_ptr_array_index (whole, i))->item;

      n_inside += lanyard_item_get_start (item) >= eleven && lanyard_item_get_end (item) <= noon;
    }
  g_assert_cmpuint (n_inside, >, 0);
  g_assert_cmpuint (part->len, ==, n_inside);
  g_assert_cmpuint (whole->len, >, n_inside);
  g_assert_cmpuint (day->len, >, whole->len);
  for (guint i = 1; i < day->len; i++)
    g_assert_cmpint (lanyard_fit_compare (g_ptr_array_index (day, i - 1), g_ptr_array_index (day, i)), <=, 0);
  plan_page_close (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  window_driver_init (&argc, &argv);

  g_test_add_func ("/fits/gap", test_gap);
  g_test_add_func ("/fits/part-of-gap", test_part_of_gap);
  return g_test_run ();
}
