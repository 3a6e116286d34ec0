/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much a refresh has found, counted by kind; `changes` tells what. Called
 * by `add` and `refresh`; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-news.h"
#include "lanyard-cli-sheet.h"
#include "lanyard-cli-text.h"

#include "changes/lanyard-change-text.h"

#define N_KINDS (LANYARD_CHANGE_LINKS + 1)

static void
count (GPtrArray *changes,
       guint      numbers[N_KINDS])
{
  for (guint i = 0; i < changes->len; i++)
    numbers[lanyard_change_get_fields (g_ptr_array_index (changes, i))->kind]++;
}

static void
add_number (LanyardCliSheet *sheet,
            const char      *label,
            guint            number)
{
  if (number > 0)
    lanyard_cli_sheet_add_number (sheet, label, number);
}

/**
 * lanyard_cli_news_print:
 * @output: where to print
 * @conference: what was refreshed
 * @changes: (element-type LanyardChange): what changed
 * @n_skipped: how many entries could not be read
 *
 * Says how much is new, or that nothing is.
 */
void
lanyard_cli_news_print (LanyardCliOutput  *output,
                        LanyardConference *conference,
                        GPtrArray         *changes,
                        guint              n_skipped)
{
  g_autoptr (LanyardCliSheet) sheet = lanyard_cli_sheet_new ();
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_conference_get_title (conference));
  g_autofree char *sentence = NULL;
  guint numbers[N_KINDS] = { 0 };

  count (changes, numbers);
  for (guint kind = 0; kind < N_KINDS; kind++)
    add_number (sheet, lanyard_change_kind_title ((LanyardChangeKind) kind), numbers[kind]);
  /* Translators: how many entries could not be read */
  add_number (sheet, _("Skipped"), n_skipped);

  if (changes->len == 0)
    /* Translators: %s is a conference's title */
    sentence = g_strdup_printf (_("Nothing new in “%s”."), title);
  else
    /* Translators: %s is a conference's title; numbers follow below */
    sentence = g_strdup_printf (_("New in “%s”:"), title);
  lanyard_cli_output_add_line (output, sentence);
  lanyard_cli_sheet_print (sheet, output);
}

/**
 * lanyard_cli_news_add_json:
 * @json: a document
 * @changes: (element-type LanyardChange): what changed
 *
 * Adds the object `n_changes`, which has each kind.
 */
void
lanyard_cli_news_add_json (LanyardCliJson *json,
                           GPtrArray      *changes)
{
  guint numbers[N_KINDS] = { 0 };

  count (changes, numbers);
  lanyard_cli_json_begin_object (json, "n_changes");
  for (guint kind = 0; kind < N_KINDS; kind++)
    lanyard_cli_json_add_number (json, lanyard_change_kind_name ((LanyardChangeKind) kind), numbers[kind]);
  lanyard_cli_json_end_object (json);
}
