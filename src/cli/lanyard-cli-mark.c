/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli mark` and `unmark`: what you have seen, and what you want to
 * watch later. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-target.h"
#include "lanyard-cli-text.h"

static LanyardMarks
find_marks (LanyardCliView         *view,
            const LanyardCliTarget *target,
            LanyardMarks            added,
            LanyardMarks            removed)
{
  LanyardMarks before = lanyard_decisions_get_marks (view->decisions, lanyard_cli_target_get_kind (target),
                                                     lanyard_cli_target_get_key (target));

  return (before | added) & ~removed;
}

static void
print_sentence (LanyardCliOutput       *output,
                const LanyardCliTarget *target,
                LanyardMarks            marks)
{
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_cli_target_get_title (target));
  g_autofree char *sentence = NULL;

  if (marks == (LANYARD_MARK_SEEN | LANYARD_MARK_WATCH_LATER))
    /* Translators: %s is a title */
    sentence = g_strdup_printf (_("“%s” is marked as seen, and to be watched later."), title);
  else if (marks == LANYARD_MARK_SEEN)
    /* Translators: %s is a title */
    sentence = g_strdup_printf (_("“%s” is marked as seen."), title);
  else if (marks == LANYARD_MARK_WATCH_LATER)
    /* Translators: %s is a title */
    sentence = g_strdup_printf (_("“%s” is marked to be watched later."), title);
  else
    /* Translators: %s is a title */
    sentence = g_strdup_printf (_("“%s” has no marks."), title);
  lanyard_cli_output_add_line (output, sentence);
}

static void
print_json (LanyardCliContext *context,
            LanyardCliView    *view,
            GArray            *targets,
            LanyardMarks       added,
            LanyardMarks       removed)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_begin_list (json, "marked");
  for (guint i = 0; i < targets->len; i++)
    {
      const LanyardCliTarget *target = &g_array_index (targets, LanyardCliTarget, i);

      lanyard_cli_json_begin_object (json, NULL);
      lanyard_cli_target_add_json (target, json);
      lanyard_cli_json_add_marks (json, find_marks (view, target, added, removed));
      lanyard_cli_json_end_object (json);
    }
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static gboolean
mark (LanyardCliContext  *context,
      char              **words,
      LanyardMarks        added,
      LanyardMarks        removed,
      GError            **error)
{
  g_autoptr (LanyardCliView) view = lanyard_cli_view_new (context, FALSE, error);
  g_autoptr (GArray) targets = view != NULL ? lanyard_cli_target_find_all (view, words, error) : NULL;
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();

  if (targets == NULL)
    return FALSE;

  for (guint i = 0; i < targets->len; i++)
    {
      const LanyardCliTarget *target = &g_array_index (targets, LanyardCliTarget, i);

      lanyard_edit_set_marks (edit, lanyard_cli_target_get_kind (target), lanyard_cli_target_get_key (target),
                              find_marks (view, target, added, removed));
    }
  if (!lanyard_cli_store_apply (context, lanyard_conference_get_uuid (view->conference), edit, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, view, targets, added, removed);
  else
    for (guint i = 0; i < targets->len; i++)
      {
        const LanyardCliTarget *target = &g_array_index (targets, LanyardCliTarget, i);

        print_sentence (lanyard_cli_context_get_output (context), target, find_marks (view, target, added, removed));
      }
  return TRUE;
}

static gboolean
parse (const LanyardCliCommand   *command,
       LanyardCliContext         *context,
       int                       *argc,
       char                    ***argv,
       LanyardMarks              *marks,
       GError                   **error)
{
  gboolean is_seen = FALSE;
  gboolean is_to_watch = FALSE;
  const GOptionEntry entries[] = {
    { "seen", 0, 0, G_OPTION_ARG_NONE, &is_seen, N_("You have been there, or have watched it"), NULL },
    { "watch-later", 0, 0, G_OPTION_ARG_NONE, &is_to_watch, N_("You want to watch the recording"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!lanyard_cli_command_parse (command, context, entries, argc, argv, error) ||
      !lanyard_cli_command_check_words (command, *argc, *argv, 1, -1, error))
    return FALSE;
  *marks = (is_seen ? LANYARD_MARK_SEEN : 0) | (is_to_watch ? LANYARD_MARK_WATCH_LATER : 0);
  return TRUE;
}

static gboolean
run_mark (LanyardCliContext  *context,
          int                 argc,
          char              **argv,
          GError            **error)
{
  LanyardMarks marks;

  if (!parse (&lanyard_cli_mark, context, &argc, &argv, &marks, error))
    return FALSE;
  if (marks != LANYARD_MARKS_NONE)
    return mark (context, argv + 1, marks, LANYARD_MARKS_NONE, error);

  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: both are options to type */
               _("Say “%s”, “%s”, or both."), "--seen", "--watch-later");
  return FALSE;
}

static gboolean
run_unmark (LanyardCliContext  *context,
            int                 argc,
            char              **argv,
            GError            **error)
{
  LanyardMarks marks;

  if (!parse (&lanyard_cli_unmark, context, &argc, &argv, &marks, error))
    return FALSE;
  if (marks == LANYARD_MARKS_NONE)
    marks = LANYARD_MARK_SEEN | LANYARD_MARK_WATCH_LATER;
  return mark (context, argv + 1, LANYARD_MARKS_NONE, marks, error);
}

const LanyardCliCommand lanyard_cli_mark = {
  .name = "mark",
  .words = N_("ID|TITLE…"),
  .summary = N_("Mark talks or sessions as seen, or to watch later"),
  .run = run_mark,
};

const LanyardCliCommand lanyard_cli_unmark = {
  .name = "unmark",
  .words = N_("ID|TITLE…"),
  .summary = N_("Take marks away"),
  .run = run_unmark,
};
