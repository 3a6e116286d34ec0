/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the killed process and the one that looks at what is left agree on:
 * an endless list of steps, each of which either refreshes a conference, with a
 * programme in which every title has the step's number, or changes a pick. */

#pragma once

#include <gio/gunixinputstream.h>

#include "decision-model.h"
#include "refresh-helper.h"

G_BEGIN_DECLS

#define N_STEP_TALKS 36

typedef struct
{
  gboolean     is_save;
  guint        talk;
  LanyardLevel level;
} Step;

static inline Step
get_step (guint number)
{
  return (Step) {
    .is_save = number % 4 == 0,
    .talk = (number * 7) % N_STEP_TALKS,
    .level = (number / 4) % 3,
  };
}

static inline LanyardProgramme *
make_step_programme (guint number)
{
  g_autofree char *mark = g_strdup_printf ("Step%u", number);

  return make_programme (&(ProgrammeShape) { .mark = mark, .n_talks = N_STEP_TALKS, .n_words = 40 });
}

/* The feed's digest and the history have the step's number, too. */
static inline LanyardSaved *
save_step (LanyardStore     *store,
           LanyardProgramme *programme,
           guint             number)
{
  g_autofree char *digest = g_strdup_printf ("Step%u", number);
  g_autoptr (LanyardFeed) feed = lanyard_feed_new (FEED_URL, NULL, digest);
  g_autoptr (GError) error = NULL;
  LanyardSaved *saved = try_save_feed (store, NULL, programme, feed, number, LANYARD_SAVE_NONE, &error);

  g_assert_no_error (error);
  return saved;
}

/* What edit number @number does: up to four steps about cells that differ. */
static inline guint
get_numbered_steps (guint      number,
                    ModelStep  steps[4])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number + 1);
  guint n_steps = g_rand_int_range (rand, 1, 5);
  guint first = g_rand_int_range (rand, 0, MODEL_N_CELLS);

  for (guint i = 0; i < n_steps; i++)
    steps[i] = (ModelStep) { (first + i * 5) % MODEL_N_CELLS, g_rand_int_range (rand, 0, MODEL_N_VALUES), FALSE, 0 };
  return n_steps;
}

static inline void
apply_numbered_edit (Model *model,
                     guint  number)
{
  ModelStep steps[4];
  guint n_steps = get_numbered_steps (number, steps);

  model_apply (model, steps, n_steps);
}

/* A step about one of the even cells, or of the odd ones. */
static inline ModelStep
get_half_step (guint number,
               guint half)
{
  return (ModelStep) { (number * 2 + half) % MODEL_N_CELLS, 1 + (number / 3) % (MODEL_N_VALUES - 1), FALSE, 0 };
}

G_END_DECLS
