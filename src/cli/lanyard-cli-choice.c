/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which conference is meant: by what was typed, or by the time. Never guesses
 * between several that fit what was typed. Called by the context; any
 * thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-cli-choice.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-text.h"

#define MOST_CANDIDATES 20

static gboolean
has_folded_title (LanyardConference *conference,
                  const char        *folded,
                  gboolean           wants_all)
{
  g_autofree char *title = lanyard_cli_text_dup_folded (lanyard_conference_get_title (conference));

  return wants_all ? g_str_equal (title, folded) : strstr (title, folded) != NULL;
}

static gboolean
has_uuid (LanyardConference *conference,
          const char        *start)
{
  const char *uuid = lanyard_conference_get_uuid (conference);

  return g_ascii_strncasecmp (uuid, start, strlen (start)) == 0;
}

/* An exact title counts more than others that contain it. */
static GPtrArray *
find_matches (GPtrArray  *conferences,
              const char *name)
{
  g_autofree char *folded = lanyard_cli_text_dup_folded (name);
  g_autoptr (GPtrArray) exact = g_ptr_array_new ();
  GPtrArray *matches = g_ptr_array_new ();

  for (guint i = 0; *folded != '\0' && i < conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (conferences, i);

      if (has_folded_title (conference, folded, TRUE))
        g_ptr_array_add (exact, conference);
      if (has_uuid (conference, name) || has_folded_title (conference, folded, FALSE))
        g_ptr_array_add (matches, conference);
    }

  if (exact->len == 1)
    g_ptr_array_set_size (matches, 0);
  if (exact->len == 1)
    g_ptr_array_add (matches, g_ptr_array_index (exact, 0));
  return matches;
}

static char *
dup_candidate (LanyardConference *conference)
{
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_conference_get_title (conference));

  return g_strdup_printf ("%s  %s", lanyard_conference_get_uuid (conference), title);
}

static void
set_no_conference (GError **error)
{
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
               /* Translators: %s is a command to type, the same in every language */
               _("There is no conference yet; “%s” adds one."), "lanyard-cli add ADDRESS");
}

/* How a conference stands to the present: running ones before upcoming ones
 * before past ones, and within those the nearest first. */
static int
rank_by_time (const LanyardConferenceFields *fields,
              gint64                         now,
              guint64                       *distance)
{
  *distance = 0;
  if (fields->start == LANYARD_NO_TIME || fields->end == LANYARD_NO_TIME)
    return 3;
  if (fields->end <= now)
    {
      *distance = (guint64) (now - fields->end);
      return 2;
    }
  if (fields->start > now)
    {
      *distance = (guint64) (fields->start - now);
      return 1;
    }
  *distance = (guint64) (now - fields->start);
  return 0;
}

/**
 * lanyard_cli_choice_set_ambiguous:
 * @error: return location for an error
 * @text: what was typed
 * @candidates: (element-type utf8): a line about each thing that fits
 *
 * Says that more than one thing fits, and which.
 */
void
lanyard_cli_choice_set_ambiguous (GError     **error,
                                  const char  *text,
                                  GPtrArray   *candidates)
{
  g_autofree char *typed = lanyard_cli_text_dup_line (text);
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_left = candidates->len - MIN (candidates->len, MOST_CANDIDATES);

  for (guint i = 0; i < candidates->len - n_left; i++)
    g_string_append_printf (list, "\n  %s", (const char *) g_ptr_array_index (candidates, i));
  if (n_left > 0)
    {
      g_string_append (list, "\n  ");
      /* Translators: below a list that goes on */
      g_string_append_printf (list, ngettext ("and %u more", "and %u more", n_left), n_left);
    }
  g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE,
               /* Translators: “%s” is what was typed; the last %s is a list, each entry on a line of its own */
               _("“%s” can mean several things; write the id of one:%s"), typed, list->str);
}

/**
 * lanyard_cli_choice_find:
 * @conferences: (element-type LanyardConference): all there are
 * @name: a uuid, the start of one, or part of a title
 * @error: return location for an error
 *
 * Finds the conference of that name.
 *
 * Returns: (transfer none) (nullable): the conference, %NULL with @error set
 *   when none or several fit
 */
LanyardConference *
lanyard_cli_choice_find (GPtrArray   *conferences,
                         const char  *name,
                         GError     **error)
{
  g_autofree char *valid = NULL;
  g_autoptr (GPtrArray) matches = NULL;

  g_return_val_if_fail (conferences != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  valid = lanyard_cli_text_dup_line (name);
  matches = find_matches (conferences, valid);
  if (matches->len == 1)
    return g_ptr_array_index (matches, 0);

  if (matches->len == 0)
    g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
                 /* Translators: %s is what was typed */
                 _("There is no conference “%s”."), valid);
  else
    {
      g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < matches->len; i++)
        g_ptr_array_add (candidates, dup_candidate (g_ptr_array_index (matches, i)));
      lanyard_cli_choice_set_ambiguous (error, name, candidates);
    }
  return NULL;
}

/**
 * lanyard_cli_choice_find_current:
 * @conferences: (element-type LanyardConference): all there are
 * @now: the time, UTC seconds
 * @error: return location for an error
 *
 * Finds the conference that somebody means who names none: the one that is
 * running (of several the one that began last), else the next, else the one
 * that ended last.
 *
 * Returns: (transfer none) (nullable): the conference, %NULL with @error set
 *   when there is none at all
 */
LanyardConference *
lanyard_cli_choice_find_current (GPtrArray  *conferences,
                                 gint64      now,
                                 GError    **error)
{
  LanyardConference *best = NULL;
  guint64 best_distance = 0;
  int best_rank = 0;

  g_return_val_if_fail (conferences != NULL, NULL);

  for (guint i = 0; i < conferences->len; i++)
    {
      LanyardConference *conference = g_ptr_array_index (conferences, i);
      guint64 distance;
      int rank = rank_by_time (lanyard_conference_get_fields (conference), now, &distance);

      if (best == NULL || rank < best_rank || (rank == best_rank && distance < best_distance))
        {
          best = conference;
          best_rank = rank;
          best_distance = distance;
        }
    }
  if (best == NULL)
    set_no_conference (error);
  return best;
}
