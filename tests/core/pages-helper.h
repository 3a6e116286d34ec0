/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The built-in programme, a plan of it, and pages of both, for the tests of what
 * is printed. */

#pragma once

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "formats/lanyard-format.h"
#include "pages/lanyard-page-writer.h"
#include "pages/lanyard-pages.h"
#include "plan/lanyard-day.h"

typedef struct
{
  LanyardProgramme *programme;
  LanyardExtract *plan;
  LanyardExtract *all;
  LanyardZone *zone;
} PagesFixture;

static inline LanyardProgramme *
load_sample (void)
{
  static const char *const names[] = { "sessions.json", "contributions.json", "timetable.json" };
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("LANYARD_SAMPLE"), names[i], NULL);
      char *text = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &text, &size, &error));
      g_ptr_array_add (documents, g_bytes_new_take (text, size));
    }
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_no_error (error);
  return programme;
}

/* Two microconferences and each tenth talk, of which some as maybe. */
static inline LanyardPlan *
make_plan (LanyardProgramme *programme)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  g_autoptr (GPtrArray) picks = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_pick_unref);
  g_autoptr (LanyardDecisions) decisions = NULL;

  for (guint i = 2; i < 4; i++)
    g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_SESSION, lanyard_session_get_key (sessions->pdata[i]),
                                              LANYARD_LEVEL_GOING, 0));
  for (guint i = 0; i < talks->len; i += 10)
    g_ptr_array_add (picks, lanyard_pick_new (LANYARD_KIND_TALK, lanyard_item_get_key (talks->pdata[i]),
                                              i % 3 == 0 ? LANYARD_LEVEL_MAYBE : LANYARD_LEVEL_GOING, 0));
  decisions = lanyard_decisions_new (picks, NULL, NULL);
  return lanyard_plan_new (programme, decisions);
}

static inline void
pages_set_up (PagesFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardPlan) plan = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GPtrArray) all = NULL;

  fixture->programme = load_sample ();
  plan = make_plan (fixture->programme);
  planned = lanyard_extract_dup_plan_items (plan);
  all = lanyard_extract_dup_all_items (fixture->programme);
  fixture->plan = lanyard_extract_new (&(LanyardExtractFields) {
    .programme = fixture->programme, .plan = plan, .items = planned,
  });
  fixture->all = lanyard_extract_new (&(LanyardExtractFields) {
    .programme = fixture->programme, .plan = plan, .items = all,
  });
  fixture->zone = lanyard_zone_new ("Europe/Prague");
}

static inline void
pages_tear_down (PagesFixture  *fixture,
                 gconstpointer  data)
{
  g_clear_pointer (&fixture->plan, lanyard_extract_unref);
  g_clear_pointer (&fixture->all, lanyard_extract_unref);
  g_clear_pointer (&fixture->zone, lanyard_zone_unref);
  g_clear_object (&fixture->programme);
}

static inline LanyardPages *
pages_make_list (PagesFixture *fixture,
                 LanyardPaper  paper)
{
  double width, height;

  lanyard_paper_get_size (paper, FALSE, &width, &height);
  return lanyard_pages_new_list (fixture->plan, fixture->zone, "My Plan", width, height);
}

static inline LanyardPages *
pages_make_grid (PagesFixture *fixture,
                 LanyardPaper  paper)
{
  g_autoptr (GPtrArray) days = lanyard_programme_dup_days (fixture->programme, fixture->zone);
  double width, height;

  lanyard_paper_get_size (paper, paper != LANYARD_PAPER_POCKET, &width, &height);
  return lanyard_pages_new_grid (fixture->all, fixture->zone, ((LanyardDay *) days->pdata[0])->day, width, height);
}

static inline LanyardPages *
pages_make_session (PagesFixture *fixture,
                    LanyardPaper  paper)
{
  double width, height;

  lanyard_paper_get_size (paper, FALSE, &width, &height);
  return lanyard_pages_new_session (fixture->plan, lanyard_programme_get_sessions (fixture->programme)->pdata[2],
                                    fixture->zone, width, height);
}
