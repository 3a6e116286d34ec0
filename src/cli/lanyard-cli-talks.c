/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli talks`: the timetable as a list, with the breaks in it. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-cli-command.h"
#include "lanyard-cli-day.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-json-model.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-text.h"

typedef struct
{
  char    *day;            /* owned, nullable: as typed */
  char    *session;        /* owned, nullable: as typed */
  char    *room;           /* owned, nullable: as typed */
  gboolean is_starred;
  gboolean keeps_breaks;
  guint    day_number;     /* or LANYARD_CLI_ANY_DAY */
  GHashTable *sessions;    /* owned, nullable: the LanyardSession that fit */
  char    *folded_room;    /* owned, nullable */
} Filter;

static void
filter_clear (Filter *filter)
{
  g_clear_pointer (&filter->day, g_free);
  g_clear_pointer (&filter->session, g_free);
  g_clear_pointer (&filter->room, g_free);
  g_clear_pointer (&filter->sessions, g_hash_table_unref);
  g_clear_pointer (&filter->folded_room, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filter, filter_clear)

static gboolean
contains_folded (const char *text,
                 const char *folded_part)
{
  g_autofree char *folded = lanyard_cli_text_dup_folded (text);

  return strstr (folded, folded_part) != NULL;
}

static gboolean
is_session_meant (LanyardSession *session,
                  const char     *text,
                  const char     *folded)
{
  g_autofree char *id = lanyard_cli_id_dup (LANYARD_KIND_SESSION, lanyard_session_get_key (session));

  return g_str_equal (id, text) || g_str_equal (lanyard_session_get_key (session), text) ||
         contains_folded (lanyard_session_get_title (session), folded);
}

static gboolean
find_sessions (Filter          *filter,
               LanyardCliView  *view,
               GError         **error)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (view->programme);
  g_autofree char *line = lanyard_cli_text_dup_line (filter->session);
  g_autofree char *folded = lanyard_cli_text_dup_folded (line);

  if (filter->session == NULL)
    return TRUE;

  filter->sessions = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < sessions->len; i++)
    if (is_session_meant (g_ptr_array_index (sessions, i), line, folded))
      g_hash_table_add (filter->sessions, g_ptr_array_index (sessions, i));

  if (g_hash_table_size (filter->sessions) > 0)
    return TRUE;
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: %s is what was typed */
               _("There is no session “%s”."), line);
  return FALSE;
}

static gboolean
find_rooms (Filter          *filter,
            LanyardCliView  *view,
            GError         **error)
{
  g_autoptr (GPtrArray) rooms = NULL;
  g_autofree char *line = lanyard_cli_text_dup_line (filter->room);

  if (filter->room == NULL)
    return TRUE;

  filter->folded_room = lanyard_cli_text_dup_folded (line);
  rooms = lanyard_programme_dup_rooms (view->programme);
  for (guint i = 0; i < rooms->len; i++)
    if (contains_folded (lanyard_room_get_name (g_ptr_array_index (rooms, i)), filter->folded_room))
      return TRUE;

  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: %s is what was typed */
               _("There is no room “%s”."), line);
  return FALSE;
}

static gboolean
is_on_day (const Filter   *filter,
           LanyardCliView *view,
           LanyardItem    *item)
{
  if (filter->day_number == LANYARD_CLI_ANY_DAY)
    return TRUE;
  return lanyard_item_is_scheduled (item) &&
         lanyard_zone_get_day (view->zone, lanyard_item_get_start (item)) == filter->day_number;
}

static gboolean
is_shown (const Filter   *filter,
          LanyardCliView *view,
          LanyardItem    *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);
  LanyardKind kind = lanyard_item_get_kind (item);

  if (!is_on_day (filter, view, item))
    return FALSE;
  if (filter->keeps_breaks && kind == LANYARD_KIND_BREAK)
    return TRUE;
  if (filter->sessions != NULL && !g_hash_table_contains (filter->sessions, lanyard_item_get_session (item)))
    return FALSE;
  if (filter->folded_room != NULL &&
      (room == NULL || !contains_folded (lanyard_room_get_name (room), filter->folded_room)))
    return FALSE;
  return !filter->is_starred || lanyard_plan_covers (view->plan, item) ||
         lanyard_plan_get_level (view->plan, kind, lanyard_item_get_key (item)) != LANYARD_LEVEL_NONE;
}

static void
add_shown (GPtrArray      *shown,
           const Filter   *filter,
           LanyardCliView *view,
           GPtrArray      *items)
{
  for (guint i = 0; i < items->len; i++)
    if (is_shown (filter, view, g_ptr_array_index (items, i)))
      g_ptr_array_add (shown, g_ptr_array_index (items, i));
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return lanyard_item_compare (*(LanyardItem **) a, *(LanyardItem **) b);
}

static void
print_list (LanyardCliContext *context,
            LanyardCliView    *view,
            const Filter      *filter)
{
  LanyardCliOutput *output = lanyard_cli_context_get_output (context);
  g_autoptr (LanyardCliTable) table = lanyard_cli_items_new_table ();
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  add_shown (shown, filter, view, lanyard_programme_get_talks (view->programme));
  add_shown (shown, filter, view, lanyard_programme_get_breaks (view->programme));
  g_ptr_array_sort (shown, compare_items);
  lanyard_cli_items_add_list (table, view, shown, lanyard_cli_output_is_terminal (output));
  lanyard_cli_view_print_zone (view, output);
  lanyard_cli_table_print (table, output);
}

static void
add_json_list (LanyardCliJson *json,
               const char     *name,
               LanyardCliView *view,
               const Filter   *filter,
               GPtrArray      *items)
{
  lanyard_cli_json_begin_list (json, name);
  for (guint i = 0; i < items->len; i++)
    if (is_shown (filter, view, g_ptr_array_index (items, i)))
      lanyard_cli_json_add_item (json, NULL, g_ptr_array_index (items, i));
  lanyard_cli_json_end_list (json);
}

static void
print_json (LanyardCliContext *context,
            LanyardCliView    *view,
            const Filter      *filter)
{
  g_autoptr (LanyardCliJson) json = lanyard_cli_view_new_json (view);

  add_json_list (json, "talks", view, filter, lanyard_programme_get_talks (view->programme));
  add_json_list (json, "breaks", view, filter, lanyard_programme_get_breaks (view->programme));
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

static gboolean
run (LanyardCliContext  *context,
     int                 argc,
     char              **argv,
     GError            **error)
{
  g_auto (Filter) filter = { 0 };
  const GOptionEntry entries[] = {
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &filter.day,
      N_("Only that day: a date, a number (1 is the first day), or today"), N_("DAY") },
    { "session", 0, 0, G_OPTION_ARG_FILENAME, &filter.session,
      N_("Only sessions with TEXT in their titles"), N_("TEXT") },
    { "room", 0, 0, G_OPTION_ARG_FILENAME, &filter.room, N_("Only rooms with TEXT in their names"), N_("TEXT") },
    { "starred", 0, 0, G_OPTION_ARG_NONE, &filter.is_starred, N_("Only what is starred"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &filter.keeps_breaks, N_("All breaks, too, whatever else is left out"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (LanyardCliView) view = NULL;

  if (!lanyard_cli_command_parse (&lanyard_cli_talks, context, entries, &argc, &argv, error) ||
      !lanyard_cli_command_check_words (&lanyard_cli_talks, argc, argv, 0, 0, error))
    return FALSE;

  view = lanyard_cli_view_new (context, FALSE, error);
  if (view == NULL || !find_sessions (&filter, view, error) || !find_rooms (&filter, view, error) ||
      !lanyard_cli_day_parse (context, view, filter.day, &filter.day_number, error))
    return FALSE;

  if (lanyard_cli_context_is_json (context))
    print_json (context, view, &filter);
  else
    print_list (context, view, &filter);
  return TRUE;
}

const LanyardCliCommand lanyard_cli_talks = {
  .name = "talks",
  .summary = N_("List the talks and breaks by time"),
  .run = run,
};
