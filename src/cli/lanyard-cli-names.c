/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names by which scripts know the model's enumerations, in ids, JSON and
 * piped output. They are never translated and never change. Any thread. */

#include "config.h"

#include <glib/gi18n.h>

#include <glib.h>

#include "lanyard-cli-names.h"

/**
 * lanyard_cli_kind_get_name:
 * @kind: a kind
 *
 * Gets what ids of that kind begin with.
 *
 * Returns: (transfer none): a name
 */
const char *
lanyard_cli_kind_get_name (LanyardKind kind)
{
  switch (kind)
    {
    case LANYARD_KIND_TALK:
      return "talk";
    case LANYARD_KIND_SESSION:
      return "session";
    case LANYARD_KIND_BLOCK:
      return "block";
    case LANYARD_KIND_BREAK:
      return "break";
    case LANYARD_KIND_OWN:
      return "own";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_cli_id_dup:
 * @kind: what it is
 * @key: its key
 *
 * Makes the id that tells a thing from all others of its conference.
 *
 * Returns: (transfer full): an id such as "talk:1891"
 */
char *
lanyard_cli_id_dup (LanyardKind  kind,
                    const char  *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  return g_strconcat (lanyard_cli_kind_get_name (kind), ":", key, NULL);
}

/**
 * lanyard_cli_match_kind_get_name:
 * @kind: a kind
 *
 * Gets what a search calls what it found.
 *
 * Returns: (transfer none): a name
 */
const char *
lanyard_cli_match_kind_get_name (LanyardMatchKind kind)
{
  switch (kind)
    {
    case LANYARD_MATCH_TALK:
      return lanyard_cli_kind_get_name (LANYARD_KIND_TALK);
    case LANYARD_MATCH_SESSION:
      return lanyard_cli_kind_get_name (LANYARD_KIND_SESSION);
    case LANYARD_MATCH_BREAK:
      return lanyard_cli_kind_get_name (LANYARD_KIND_BREAK);
    case LANYARD_MATCH_PERSON:
      return "person";
    case LANYARD_MATCH_ROOM:
      return "room";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_cli_match_place_get_name:
 * @place: a place
 *
 * Gets what a search calls where it found something.
 *
 * Returns: (transfer none): a name
 */
const char *
lanyard_cli_match_place_get_name (LanyardMatchPlace place)
{
  static const char *const names[] = {
    [LANYARD_MATCH_IN_TITLE] = "title",
    [LANYARD_MATCH_IN_PERSONS] = "persons",
    [LANYARD_MATCH_IN_SESSION] = "session",
    [LANYARD_MATCH_IN_ROOM] = "room",
    [LANYARD_MATCH_IN_WORDS] = "words",
    [LANYARD_MATCH_IN_TEXT] = "text",
  };

  g_return_val_if_fail (place < G_N_ELEMENTS (names), NULL);

  return names[place];
}

/**
 * lanyard_cli_match_dup_id:
 * @match: a match
 *
 * Makes the id of what was found. Persons and rooms have none.
 *
 * Returns: (transfer full) (nullable): an id such as "talk:1891", or %NULL
 */
char *
lanyard_cli_match_dup_id (const LanyardMatch *match)
{
  g_return_val_if_fail (match != NULL, NULL);

  if (match->kind == LANYARD_MATCH_PERSON || match->kind == LANYARD_MATCH_ROOM)
    return NULL;
  return g_strconcat (lanyard_cli_match_kind_get_name (match->kind), ":", match->key, NULL);
}

/**
 * lanyard_cli_level_get_name:
 * @level: a level
 *
 * Gets a level's name.
 *
 * Returns: (transfer none) (nullable): a name, %NULL for %LANYARD_LEVEL_NONE
 */
const char *
lanyard_cli_level_get_name (LanyardLevel level)
{
  switch (level)
    {
    case LANYARD_LEVEL_NONE:
      return NULL;
    case LANYARD_LEVEL_MAYBE:
      return "maybe";
    case LANYARD_LEVEL_GOING:
      return "going";
    case LANYARD_LEVEL_LEFT_OUT:
      return "left-out";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_cli_marks_dup_names:
 * @marks: marks
 * @is_terminal: whether a person reads them
 *
 * Names marks; for a program with a space between.
 *
 * Returns: (transfer full): names, "" for no mark
 */
char *
lanyard_cli_marks_dup_names (LanyardMarks marks,
                             gboolean     is_terminal)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if ((marks & LANYARD_MARK_SEEN) != 0)
    g_strv_builder_add (names, is_terminal ? _("Seen") : "seen");
  if ((marks & LANYARD_MARK_WATCH_LATER) != 0)
    g_strv_builder_add (names, is_terminal ? _("Watch later") : "watch-later");
  list = g_strv_builder_end (names);
  /* Translators: what stands between the marks of a talk: "Seen, Watch later" */
  return g_strjoinv (is_terminal ? C_("list of marks", ", ") : " ", list);
}

/**
 * lanyard_cli_role_get_name:
 * @role: a role
 *
 * Gets a role's name.
 *
 * Returns: (transfer none): a name
 */
const char *
lanyard_cli_role_get_name (LanyardRole role)
{
  switch (role)
    {
    case LANYARD_ROLE_SPEAKER:
      return "speaker";
    case LANYARD_ROLE_AUTHOR:
      return "author";
    case LANYARD_ROLE_COAUTHOR:
      return "coauthor";
    case LANYARD_ROLE_LEAD:
      return "lead";
    case LANYARD_ROLE_CHAIR:
      return "chair";
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_cli_text_format_get_name:
 * @format: how a text is written
 *
 * Gets a text format's name.
 *
 * Returns: (transfer none): a name
 */
const char *
lanyard_cli_text_format_get_name (LanyardTextFormat format)
{
  switch (format)
    {
    case LANYARD_TEXT_PLAIN:
      return "plain";
    case LANYARD_TEXT_MARKDOWN:
      return "markdown";
    case LANYARD_TEXT_HTML:
      return "html";
    default:
      g_return_val_if_reached (NULL);
    }
}
