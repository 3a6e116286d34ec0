/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli star` and `unstar`: picks talks, sessions and breaks, or leaves
 * them out. All that is named must be found before anything is picked, and is
 * picked together. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-target.h"
#include "lanyard-cli-text.h"

static void
print_sentence (LanyardCliOutput       *output,
                const LanyardCliTarget *target,
                LanyardLevel            level)
{
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_cli_target_get_title (target));
  g_autofree char *sentence = NULL;

  switch (level)
    {
    case LANYARD_LEVEL_GOING:
      /* Translators: %s is a title */
      sentence = g_strdup_printf (_("Starred “%s”."), title);
      break;

    case LANYARD_LEVEL_MAYBE:
      /* Translators: %s is a title */
      sentence = g_strdup_printf (_("Starred “%s” as maybe."), title);
      break;

    case LANYARD_LEVEL_LEFT_OUT:
      /* Translators: %s is a title */
      sentence = g_strdup_printf (_("Left “%s” out."), title);
      break;

    case LANYARD_LEVEL_NONE:
    default:
      /* Translators: %s is a title */
      sentence = g_strdup_printf (_("Took the star from “%s”."), title);
      break;
    }
  lanyard_cli_output_add_line (output, sentence);
}

static void
print_json (LanyardCliContext *context,
            LanyardCliView    *view,
            GArray            *targets,
            LanyardLevel       level)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_begin_list (json, level != LANYARD_LEVEL_NONE ? "starred" : "unstarred");
  for (guint i = 0; i < targets->len; i++)
    {
      const LanyardCliTarget *target = &g_array_index (targets, LanyardCliTarget, i);

      lanyard_cli_json_begin_object (json, NULL);
      lanyard_cli_target_add_json (target, json);
      lanyard_cli_json_add_string (json, "level", lanyard_cli_level_get_name (level));
      lanyard_cli_json_end_object (json);
    }
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

/* Only a session has something that can be left out of it. */
static gboolean
can_leave_out (const LanyardCliTarget  *target,
               GError                 **error)
{
  g_autofree char *title = NULL;

  if (target->item != NULL && lanyard_item_get_session (target->item) != NULL)
    return TRUE;

  title = lanyard_cli_text_dup_line (lanyard_cli_target_get_title (target));
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: %s is a title */
               _("“%s” is not part of a session, which it could be left out of."), title);
  return FALSE;
}

static gboolean
pick (LanyardCliContext  *context,
      char              **words,
      LanyardLevel        level,
      GError            **error)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autoptr (LanyardCliView) view = lanyard_cli_view_new (context, FALSE, error);
  g_autoptr (GArray) targets = view != NULL ? lanyard_cli_target_find_all (view, words, error) : NULL;
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  if (targets == NULL)
    return FALSE;

  for (guint i = 0; i < targets->len; i++)
    {
      const LanyardCliTarget *target = &g_array_index (targets, LanyardCliTarget, i);

      if (level == LANYARD_LEVEL_LEFT_OUT && !can_leave_out (target, error))
        return FALSE;
      lanyard_edit_set_level (edit, lanyard_cli_target_get_kind (target), lanyard_cli_target_get_key (target), level);
    }
  if (!lanyard_cli_store_apply (context, lanyard_conference_get_uuid (view->conference), edit, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, view, targets, level);
  else
    for (guint i = 0; i < targets->len; i++)
      print_sentence (output, &g_array_index (targets, LanyardCliTarget, i), level);
  return TRUE;
}

static gboolean
run_star (LanyardCliContext  *context,
          int                 argc,
          char              **argv,
          GError            **error)
{
  gboolean is_maybe = FALSE;
  gboolean is_left_out = FALSE;
  const GOptionEntry entries[] = {
    { "maybe", 0, 0, G_OPTION_ARG_NONE, &is_maybe, N_("Only as a fallback"), NULL },
    { "left-out", 0, 0, G_OPTION_ARG_NONE, &is_left_out, N_("Not at all, though its session is starred"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  LanyardLevel level = LANYARD_LEVEL_GOING;

  if (!lanyard_cli_command_parse (&lanyard_cli_star, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_star, argc, argv, 1, -1, error))
    return FALSE;
  if (is_maybe && is_left_out)
    {
      g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
                   /* Translators: both are options to type */
                   _("Either “%s” or “%s”, not both."), "--maybe", "--left-out");
      return FALSE;
    }

  if (is_maybe)
    level = LANYARD_LEVEL_MAYBE;
  else if (is_left_out)
    level = LANYARD_LEVEL_LEFT_OUT;
  return pick (context, argv + 1, level, error);
}

static gboolean
run_unstar (LanyardCliContext  *context,
            int                 argc,
            char              **argv,
            GError            **error)
{
  return lanyard_cli_command_parse (&lanyard_cli_unstar, context, NULL, &argc, &argv, error) &&
         lanyard_cli_command_check_words (&lanyard_cli_unstar, argc, argv, 1, -1, error) &&
         pick (context, argv + 1, LANYARD_LEVEL_NONE, error);
}

const LanyardCliCommand lanyard_cli_star = {
  .name = "star",
  .words = N_("ID|TITLE…"),
  .summary = N_("Star talks, sessions or breaks"),
  .run = run_star,
};

const LanyardCliCommand lanyard_cli_unstar = {
  .name = "unstar",
  .words = N_("ID|TITLE…"),
  .summary = N_("Take stars away"),
  .run = run_unstar,
};
