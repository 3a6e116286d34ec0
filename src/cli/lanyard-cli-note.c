/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli note`: shows, writes and lists your notes. Main thread. */

#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-table.h"
#include "lanyard-cli-target.h"
#include "lanyard-cli-text.h"

/* How much is read from standard input, in bytes. */
#define MAX_NOTE 1000000

enum
{
  COLUMN_TITLE,
  COLUMN_MARKS,
  COLUMN_NOTE,
  COLUMN_ID,
};

static const LanyardCliColumn columns[] = {
  { N_("TITLE"), LANYARD_CLI_COLUMN_FLEXIBLE, 20, 0 },
  { N_("MARKS"), 0, 0, 1 },
  { N_("NOTE"), LANYARD_CLI_COLUMN_FLEXIBLE, 20, 0 },
  { N_("ID"), LANYARD_CLI_COLUMN_FLEXIBLE, 11, 2 },
};

static void
print_table (LanyardCliContext *context,
             LanyardCliView    *view)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  GPtrArray *notes = lanyard_decisions_get_notes (view->decisions);
  gboolean is_terminal = lanyard_cli_output_is_terminal (output);
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < notes->len; i++)
    {
      const LanyardNote *note = g_ptr_array_index (notes, i);
      g_autofree char *marks = lanyard_cli_marks_dup_names (note->marks, is_terminal);
      g_autofree char *text = lanyard_cli_text_dup_line (note->text);
      g_autofree char *id = lanyard_cli_id_dup (note->kind, note->key);

      lanyard_cli_table_set_cell (table, COLUMN_TITLE, lanyard_programme_find_title (view->programme, note->kind, note->key));
      lanyard_cli_table_set_cell (table, COLUMN_MARKS, marks);
      lanyard_cli_table_set_cell (table, COLUMN_NOTE, text);
      lanyard_cli_table_set_cell (table, COLUMN_ID, id);
      lanyard_cli_table_end_row (table);
    }
  lanyard_cli_table_print (table, output);
  if (notes->len == 0 && is_terminal)
    lanyard_cli_output_add_line (output, _("There are no notes yet."));
}

static gboolean
list_notes (LanyardCliContext  *context,
            GError            **error)
{
  g_autoptr (LanyardCliView) view = lanyard_cli_view_new (context, FALSE, error);
  g_autoptr (LanyardCliJson) json = NULL;

  if (view == NULL)
    return FALSE;
  if (!lanyard_cli_context_is_json (context))
    {
      print_table (context, view);
      return TRUE;
    }

  json = lanyard_cli_view_new_json (view);
  lanyard_cli_view_add_json_notes (view, json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
  return TRUE;
}

static void
print_json (LanyardCliContext      *context,
            LanyardCliView         *view,
            const LanyardCliTarget *target,
            const char             *text)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_begin_object (json, "noted");
  lanyard_cli_target_add_json (target, json);
  lanyard_cli_json_add_string (json, "note", text);
  lanyard_cli_json_end_object (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static void
print_note (LanyardCliContext      *context,
            const LanyardCliTarget *target,
            const char             *text)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autofree char *lines = lanyard_cli_text_dup_lines (text);

  if (text != NULL)
    lanyard_cli_output_add_line (output, lines);
  else if (lanyard_cli_output_is_terminal (output))
    {
      g_autofree char *title = lanyard_cli_text_dup_line (lanyard_cli_target_get_title (target));
      /* Translators: %s is a title */
      g_autofree char *sentence = g_strdup_printf (_("There is no note on “%s”."), title);

      lanyard_cli_output_add_line (output, sentence);
    }
}

static void
print_sentence (LanyardCliContext      *context,
                const LanyardCliTarget *target,
                const char             *text)
{
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_cli_target_get_title (target));
  g_autofree char *sentence = NULL;

  if (text != NULL)
    /* Translators: %s is a title */
    sentence = g_strdup_printf (_("Wrote a note on “%s”."), title);
  else
    /* Translators: %s is a title */
    sentence = g_strdup_printf (_("Took the note from “%s”."), title);
  lanyard_cli_output_add_line (lanyard_cli_context_get_output (context), sentence);
}

static char *
read_input (LanyardCliContext  *context,
            GError            **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autofree char *text = g_malloc (MAX_NOTE + 1);
  gsize length;

  if (!g_input_stream_read_all (input, text, MAX_NOTE + 1, &length, lanyard_cli_context_get_cancellable (context), error))
    return NULL;
  if (length > MAX_NOTE)
    {
      g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_FAILED, _("The note is too long."));
      return NULL;
    }
  text[length] = '\0';
  if (strlen (text) == length && g_utf8_validate_len (text, length, NULL))
    return g_steal_pointer (&text);

  g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_FAILED, _("The note is not text in UTF-8."));
  return NULL;
}

/* What is to be written: "" for nothing. */
static char *
dup_text (LanyardCliContext  *context,
          const char         *word,
          GError            **error)
{
  g_autofree char *typed = NULL;

  if (word == NULL)
    return g_strdup ("");
  if (!g_str_equal (word, "-"))
    return lanyard_cli_text_dup_lines (word);
  typed = read_input (context, error);
  return typed != NULL ? lanyard_cli_text_dup_lines (typed) : NULL;
}

static gboolean
write_note (LanyardCliContext       *context,
            LanyardCliView          *view,
            const LanyardCliTarget  *target,
            const char              *word,
            GError                 **error)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *typed = dup_text (context, word, error);
  const char *text;

  if (typed == NULL)
    return FALSE;

  text = *typed != '\0' ? typed : NULL;
  lanyard_edit_set_note (edit, lanyard_cli_target_get_kind (target), lanyard_cli_target_get_key (target), text);
  if (!lanyard_cli_store_apply (context, lanyard_conference_get_uuid (view->conference), edit, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, view, target, text);
  else
    print_sentence (context, target, text);
  return TRUE;
}

static gboolean
show_or_write (LanyardCliContext  *context,
               char              **words,
               gboolean            is_removal,
               GError            **error)
{
  g_autoptr (LanyardCliView) view = lanyard_cli_view_new (context, FALSE, error);
  LanyardCliTarget target;
  const char *text;

  if (view == NULL || !lanyard_cli_target_find (&target, view, words[0], error))
    return FALSE;
  if (is_removal || words[1] != NULL)
    return write_note (context, view, &target, words[1], error);

  text = lanyard_decisions_get_note (view->decisions, lanyard_cli_target_get_kind (&target),
                                     lanyard_cli_target_get_key (&target));
  if (lanyard_cli_context_is_json (context))
    print_json (context, view, &target, text);
  else
    print_note (context, &target, text);
  return TRUE;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  gboolean is_removal = FALSE;
  const GOptionEntry entries[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &is_removal, N_("Take the note away"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!lanyard_cli_command_parse (&lanyard_cli_note, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_note, argc, argv, is_removal ? 1 : 0, is_removal ? 1 : 2, error))
    return FALSE;
  return argc == 1 ? list_notes (context, error) : show_or_write (context, argv + 1, is_removal, error);
}

const LanyardCliCommand lanyard_cli_note = {
  .name = "note",
  .words = N_("[ID|TITLE [TEXT|-]]"),
  .summary = N_("List notes and marks, show a note or write one"),
  .run = run,
};
