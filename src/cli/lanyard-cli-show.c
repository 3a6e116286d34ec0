/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli show`: all about one talk, session or break, or about the
 * conference. What people see is in lanyard-cli-show-sheet.c. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-show-sheet.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-stretches.h"
#include "lanyard-cli-target.h"

static void
add_json_items (LanyardCliJson *json,
                const char     *name,
                GPtrArray      *items)
{
  lanyard_cli_json_begin_list (json, name);
  for (guint i = 0; i < items->len; i++)
    lanyard_cli_json_add_item (json, NULL, g_ptr_array_index (items, i));
  lanyard_cli_json_end_list (json);
}

static void
add_json_sessions (LanyardCliJson *json,
                   LanyardCliView *view)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (view->programme);

  lanyard_cli_json_begin_list (json, "sessions");
  for (guint i = 0; i < sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (sessions, i);

      lanyard_cli_json_add_session (json, NULL, session, lanyard_cli_stretches_count_talks (view, session));
    }
  lanyard_cli_json_end_list (json);
}

static void
add_json_registers (LanyardCliJson *json,
                    LanyardCliView *view)
{
  g_autoptr (GPtrArray) persons = lanyard_programme_dup_persons (view->programme);
  g_autoptr (GPtrArray) rooms = lanyard_programme_dup_rooms (view->programme);
  GPtrArray *picks = lanyard_decisions_get_picks (view->decisions);

  lanyard_cli_json_begin_list (json, "persons");
  for (guint i = 0; i < persons->len; i++)
    lanyard_cli_json_add_person (json, g_ptr_array_index (persons, i));
  lanyard_cli_json_end_list (json);

  lanyard_cli_json_begin_list (json, "rooms");
  for (guint i = 0; i < rooms->len; i++)
    lanyard_cli_json_add_room (json, NULL, g_ptr_array_index (rooms, i));
  lanyard_cli_json_end_list (json);

  lanyard_cli_json_begin_list (json, "picks");
  for (guint i = 0; i < picks->len; i++)
    lanyard_cli_json_add_pick (json, g_ptr_array_index (picks, i));
  lanyard_cli_json_end_list (json);
  lanyard_cli_view_add_json_notes (view, json);
  lanyard_cli_view_add_json_entries (view, json);
}

static void
print_json_programme (LanyardCliContext *context,
                      LanyardCliView    *view)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_set_whole (json, TRUE);
  add_json_sessions (json, view);
  add_json_items (json, "blocks", lanyard_programme_get_blocks (view->programme));
  add_json_items (json, "talks", lanyard_programme_get_talks (view->programme));
  add_json_items (json, "breaks", lanyard_programme_get_breaks (view->programme));
  add_json_registers (json, view);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static void
print_json_session (LanyardCliContext *context,
                    LanyardCliView    *view,
                    LanyardSession    *session)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);
  g_autoptr (GPtrArray) blocks = lanyard_programme_dup_session_blocks (view->programme, session);
  g_autoptr (GPtrArray) items = lanyard_programme_dup_session_items (view->programme, session);

  lanyard_cli_json_add_session (json, "session", session, lanyard_cli_stretches_count_talks (view, session));
  add_json_items (json, "blocks", blocks);
  add_json_items (json, "items", items);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static void
print_json_item (LanyardCliContext *context,
                 LanyardCliView    *view,
                 LanyardItem       *item)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  lanyard_cli_json_set_whole (json, TRUE);
  lanyard_cli_json_add_item (json, LANYARD_IS_TALK (item) ? "talk" : "break", item);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static gboolean
show_conference (LanyardCliContext  *context,
                 GError            **error)
{
  gboolean is_json = lanyard_cli_context_is_json (context);
  g_autoptr (LanyardCliView) view = lanyard_cli_view_new (context, is_json, error);

  if (view == NULL)
    return FALSE;
  if (is_json)
    print_json_programme (context, view);
  else
    lanyard_cli_show_sheet_print_conference (view, lanyard_cli_context_get_output (context));
  return TRUE;
}

static gboolean
show_talk (LanyardCliContext  *context,
           LanyardCliView     *view,
           const char         *key,
           GError            **error)
{
  g_autoptr (LanyardTalk) talk = lanyard_cli_store_load_talk (context, view->programme, key, error);

  if (talk == NULL)
    return FALSE;
  lanyard_cli_show_sheet_print_talk (view, talk, lanyard_cli_context_get_output (context));
  return TRUE;
}

static gboolean
show_target (LanyardCliContext  *context,
             const char         *text,
             GError            **error)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  gboolean is_json = lanyard_cli_context_is_json (context);
  g_autoptr (LanyardCliView) view = lanyard_cli_view_new (context, is_json, error);
  LanyardCliTarget target;

  if (view == NULL || !lanyard_cli_target_find (&target, view, text, error))
    return FALSE;
  if (target.item != NULL && LANYARD_IS_TALK (target.item) && !is_json)
    return show_talk (context, view, lanyard_item_get_key (target.item), error);

  if (target.session != NULL && is_json)
    print_json_session (context, view, target.session);
  else if (target.session != NULL)
    lanyard_cli_show_sheet_print_session (view, target.session, output);
  else if (is_json)
    print_json_item (context, view, target.item);
  else
    lanyard_cli_show_sheet_print_break (view, LANYARD_BREAK (target.item), output);
  return TRUE;
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_autofree char *text = NULL;

  if (!lanyard_cli_command_parse (&lanyard_cli_show, context, NULL, &argc, &argv, error))
    return FALSE;
  if (argc == 1)
    return show_conference (context, error);

  text = g_strjoinv (" ", argv + 1);
  return show_target (context, text, error);
}

const LanyardCliCommand lanyard_cli_show = {
  .name = "show",
  .words = N_("[ID|TITLE]"),
  .summary = N_("Show all about a talk, a session, a break or the conference"),
  .run = run,
};
