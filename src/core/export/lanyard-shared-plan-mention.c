/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody else means by an id, a key or a title, in the programme that
 * one has. Called by lanyard-shared-plan.c; any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-shared-plan-private.h"

/* Private: frees it. */
void
lanyard_mention_free (LanyardMention *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->url);
  g_free (self);
}

/* Private: the kind's name in a file. */
const char *
lanyard_shared_kind_get_name (LanyardKind kind)
{
  switch (kind)
    {
    case LANYARD_KIND_TALK: return "talk";
    case LANYARD_KIND_SESSION: return "session";
    case LANYARD_KIND_BREAK: return "break";
    case LANYARD_KIND_BLOCK:
    case LANYARD_KIND_OWN:
    default: g_return_val_if_reached (NULL);
    }
}

/* "indico-contribution-3104@lpc.events" is talk 3104, "pretalx-conf-ABCDEF@host"
 * the talk with that code. */
static char *
dup_key_of_id (const char *id)
{
  const char *at = strchr (id, '@');
  g_autofree char *name = at != NULL ? g_strndup (id, at - id) : NULL;
  const char *dash = name != NULL ? strrchr (name, '-') : NULL;

  if (dash != NULL && (g_str_has_prefix (name, "indico-contribution-") || g_str_has_prefix (name, "pretalx-")))
    return g_strdup (dash + 1);
  return g_strdup (id);
}

static gboolean
fits (const LanyardMention *self,
      const char           *key,
      const char           *title,
      const char           *url,
      const char           *code)
{
  if (self->is_id)
    return g_strcmp0 (code, key) == 0;
  if (self->url != NULL)
    return g_strcmp0 (url, self->url) == 0;
  return self->title != NULL && g_strcmp0 (title, self->title) == 0;
}

/* By page or title, if there is only one like it. */
static const char *
find_talk (const LanyardMention *self,
           LanyardProgramme     *programme,
           const char           *key)
{
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  const char *found = NULL;

  if (lanyard_programme_find_talk (programme, key) != NULL)
    return lanyard_item_get_key (LANYARD_ITEM (lanyard_programme_find_talk (programme, key)));
  for (guint i = 0; i < talks->len; i++)
    {
      const LanyardTalkFields *fields = lanyard_talk_get_fields (g_ptr_array_index (talks, i));

      if (!fits (self, key, fields->item.title, fields->url, fields->code))
        continue;
      if (found != NULL)
        return NULL;
      found = fields->item.key;
    }
  return found;
}

static const char *
find_session (const LanyardMention *self,
              LanyardProgramme     *programme)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  const char *found = NULL;

  if (lanyard_programme_find_session (programme, self->key) != NULL)
    return lanyard_session_get_key (lanyard_programme_find_session (programme, self->key));
  for (guint i = 0; i < sessions->len; i++)
    {
      const LanyardSessionFields *fields = lanyard_session_get_fields (g_ptr_array_index (sessions, i));

      if (!fits (self, self->key, fields->title, fields->url, fields->code))
        continue;
      if (found != NULL)
        return NULL;
      found = fields->key;
    }
  return found;
}

static const char *
find_break (const LanyardMention *self,
            LanyardProgramme     *programme)
{
  LanyardBreak *found = lanyard_programme_find_break (programme, self->key);

  return found != NULL ? lanyard_item_get_key (LANYARD_ITEM (found)) : NULL;
}

/* Private: finds what is meant; the key is the programme's. */
gboolean
lanyard_mention_resolve (const LanyardMention  *self,
                         LanyardProgramme      *programme,
                         LanyardKind           *kind,
                         const char           **key)
{
  g_autofree char *talk = NULL;

  *kind = self->kind;
  *key = NULL;
  switch (self->kind)
    {
    case LANYARD_KIND_TALK:
      talk = self->is_id ? dup_key_of_id (self->key) : g_strdup (self->key);
      *key = find_talk (self, programme, talk);
      break;
    case LANYARD_KIND_SESSION:
      *key = find_session (self, programme);
      break;
    case LANYARD_KIND_BREAK:
      *key = find_break (self, programme);
      break;
    case LANYARD_KIND_BLOCK:
    case LANYARD_KIND_OWN:
    default:
      break;
    }
  return *key != NULL;
}
