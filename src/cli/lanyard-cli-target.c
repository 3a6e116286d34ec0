/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what was typed to the talk, session or break that is meant: an id as
 * it is printed, a bare key, a title, or part of a title, if only one thing
 * fits. Called by `show`, `star`, `note`, `mark` and their like; main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-cli-choice.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-target.h"
#include "lanyard-cli-text.h"

#include "time/lanyard-time-format.h"

/* How well something fits what was typed; better ones hide worse ones. */
typedef enum
{
  FIT_NONE,
  FIT_PART_OF_TITLE,
  FIT_TITLE,
  FIT_KEY,
  FIT_ID,
} Fit;

typedef struct
{
  const char *text;   /* borrowed */
  char       *folded; /* owned */
  GArray     *found;  /* owned, of LanyardCliTarget */
  Fit         fit;    /* of all in found */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->folded, g_free);
  g_clear_pointer (&search->found, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static Fit
find_fit (const Search           *search,
          const LanyardCliTarget *target)
{
  g_autofree char *key = lanyard_cli_text_dup_line (lanyard_cli_target_get_key (target));
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;

  if (g_str_equal (key, search->text))
    return FIT_KEY;
  id = lanyard_cli_id_dup (lanyard_cli_target_get_kind (target), key);
  if (g_str_equal (id, search->text))
    return FIT_ID;
  if (search->fit >= FIT_KEY || *search->folded == '\0')
    return FIT_NONE;

  title = lanyard_cli_text_dup_folded (lanyard_cli_target_get_title (target));
  if (g_str_equal (title, search->folded))
    return FIT_TITLE;
  return strstr (title, search->folded) != NULL ? FIT_PART_OF_TITLE : FIT_NONE;
}

static void
consider (Search                 *search,
          const LanyardCliTarget *target)
{
  Fit fit = find_fit (search, target);

  if (fit == FIT_NONE || fit < search->fit)
    return;
  if (fit > search->fit)
    g_array_set_size (search->found, 0);
  search->fit = fit;
  g_array_append_vals (search->found, target, 1);
}

static void
consider_items (Search    *search,
                GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardCliTarget target = { .item = g_ptr_array_index (items, i) };

      consider (search, &target);
    }
}

static void
consider_all (Search         *search,
              LanyardCliView *view)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (view->programme);

  for (guint i = 0; i < sessions->len; i++)
    {
      LanyardCliTarget target = { .session = g_ptr_array_index (sessions, i) };

      consider (search, &target);
    }
  consider_items (search, lanyard_programme_get_talks (view->programme));
  consider_items (search, lanyard_programme_get_breaks (view->programme));
}

/* Breaks often have the same title; their time tells them apart. */
static char *
dup_candidate (LanyardCliView         *view,
               const LanyardCliTarget *target)
{
  g_autofree char *id = lanyard_cli_id_dup (lanyard_cli_target_get_kind (target),
                                            lanyard_cli_target_get_key (target));
  g_autofree char *title = lanyard_cli_text_dup_line (lanyard_cli_target_get_title (target));
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  gint64 start;

  if (target->item == NULL || !lanyard_item_is_scheduled (target->item))
    return g_strdup_printf ("%s  %s", id, title);

  start = lanyard_item_get_start (target->item);
  day = lanyard_format_day (lanyard_zone_get_day (view->zone, start), LANYARD_DAY_SHORT);
  time = lanyard_format_time (view->zone, start);
  return g_strdup_printf ("%s  %s %s  %s", id, day, time, title);
}

static void
set_ambiguous (GError         **error,
               const Search    *search,
               LanyardCliView  *view)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < search->found->len; i++)
    g_ptr_array_add (candidates, dup_candidate (view, &g_array_index (search->found, LanyardCliTarget, i)));
  lanyard_cli_choice_set_ambiguous (error, search->text, candidates);
}

/**
 * lanyard_cli_target_find:
 * @self: (out caller-allocates): return location for what is meant
 * @view: a conference
 * @text: what was typed
 * @error: return location for an error
 *
 * Finds what is meant.
 *
 * Returns: %FALSE with @error set when nothing or more than one thing fits
 */
gboolean
lanyard_cli_target_find (LanyardCliTarget  *self,
                         LanyardCliView    *view,
                         const char        *text,
                         GError           **error)
{
  g_autofree char *line = NULL;
  g_auto (Search) search = { 0 };

  g_return_val_if_fail (self != NULL && view != NULL && text != NULL, FALSE);

  line = lanyard_cli_text_dup_line (text);
  search.text = line;
  search.folded = lanyard_cli_text_dup_folded (line);
  search.found = g_array_new (FALSE, FALSE, sizeof (LanyardCliTarget));
  consider_all (&search, view);

  if (search.found->len == 1)
    {
      *self = g_array_index (search.found, LanyardCliTarget, 0);
      return TRUE;
    }
  if (search.found->len == 0)
    g_set_error (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_NOT_FOUND,
                 /* Translators: %s is what was typed */
                 _("There is no talk, session or break “%s”."), line);
  else
    set_ambiguous (error, &search, view);
  return FALSE;
}

/**
 * lanyard_cli_target_find_all:
 * @view: a conference
 * @words: what was typed, ended by %NULL
 * @error: return location for an error
 *
 * Finds what each word means.
 *
 * Returns: (transfer full) (element-type LanyardCliTarget) (nullable): the
 *   targets, %NULL with @error set when a word fits nothing or more than one thing
 */
GArray *
lanyard_cli_target_find_all (LanyardCliView  *view,
                             char           **words,
                             GError         **error)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, TRUE, sizeof (LanyardCliTarget));

  g_return_val_if_fail (view != NULL && words != NULL, NULL);

  for (char **word = words; *word != NULL; word++)
    {
      LanyardCliTarget target = { NULL, NULL };

      if (!lanyard_cli_target_find (&target, view, *word, error))
        return NULL;
      g_array_append_val (targets, target);
    }
  return g_steal_pointer (&targets);
}

/**
 * lanyard_cli_target_get_kind:
 * @self: what is meant
 *
 * Gets whether it is a talk, a session or a break.
 *
 * Returns: the kind
 */
LanyardKind
lanyard_cli_target_get_kind (const LanyardCliTarget *self)
{
  g_return_val_if_fail (self != NULL, LANYARD_KIND_TALK);

  return self->session != NULL ? LANYARD_KIND_SESSION : lanyard_item_get_kind (self->item);
}

/**
 * lanyard_cli_target_get_key:
 * @self: what is meant
 *
 * Gets its key.
 *
 * Returns: (transfer none): the key
 */
const char *
lanyard_cli_target_get_key (const LanyardCliTarget *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->session != NULL ? lanyard_session_get_key (self->session) : lanyard_item_get_key (self->item);
}

/**
 * lanyard_cli_target_get_title:
 * @self: what is meant
 *
 * Gets its title.
 *
 * Returns: (transfer none): the title
 */
const char *
lanyard_cli_target_get_title (const LanyardCliTarget *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->session != NULL ? lanyard_session_get_title (self->session) : lanyard_item_get_title (self->item);
}

/**
 * lanyard_cli_target_add_json:
 * @self: what is meant
 * @json: a document, inside an object
 *
 * Adds the members that say what is meant.
 */
void
lanyard_cli_target_add_json (const LanyardCliTarget *self,
                             LanyardCliJson         *json)
{
  LanyardKind kind;

  g_return_if_fail (self != NULL && json != NULL);

  kind = lanyard_cli_target_get_kind (self);
  lanyard_cli_json_add_string (json, "kind", lanyard_cli_kind_get_name (kind));
  lanyard_cli_json_add_id (json, "id", kind, lanyard_cli_target_get_key (self));
  lanyard_cli_json_add_string (json, "key", lanyard_cli_target_get_key (self));
  lanyard_cli_json_add_string (json, "title", lanyard_cli_target_get_title (self));
}
