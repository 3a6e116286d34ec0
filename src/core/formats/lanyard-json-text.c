/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goes through the text of a document and has json-glib parse one entry at a
 * time, which is freed before the next one. The guard has seen to it that each
 * bracket, comma and colon is in its place, so that all to be done here is to
 * find where a value ends. Whether it is sound json-glib says, when it is
 * loaded; what is not is remembered by the document, so that nobody has to ask
 * at each entry. The importers call it, in the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-json-text.h"
#include "lanyard-refusal.h"

struct _LanyardJsonDocument
{
  GBytes *bytes;       /* owned: as the guard lets them pass */
  JsonParser *parser;  /* owned: of one value after the other */
  gboolean is_damaged; /* something that was loaded was no JSON */
};

static inline gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *
skip_blanks (const char *at,
             const char *end)
{
  while (at < end && is_blank (*at))
    at++;
  return at;
}

/* Skips a string, of which @at is the first character; returns where it ends,
 * at its second quote, or @end if it has none. */
const char *
lanyard_json_string_end (const char *at,
                         const char *end)
{
  const char *quote = at - 1;

  while (at < end)
    {
      const char *backslash;

      if (quote < at)
        quote = memchr (at, '"', end - at);
      if (quote == NULL)
        return end;
      backslash = memchr (at, '\\', quote - at);
      if (backslash == NULL)
        return quote;
      at = MIN (backslash + 2, end);
    }
  return end;
}

/* Skips a value of any kind. */
static const char *
value_end (const char *at,
           const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    switch (*at)
      {
      case '"':
        at = lanyard_json_string_end (at + 1, end);
        if (depth == 0)
          return at + 1;
        break;
      case '{':
      case '[':
        depth++;
        break;
      case '}':
      case ']':
        if (depth <= 1)
          return depth == 0 ? at : at + 1;
        depth--;
        break;
      case ',':
      case ':':
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        if (depth == 0)
          return at;
        break;
      default:
        break;
      }
  return end;
}

/* Opens a document after guarding it. */
LanyardJsonDocument *
lanyard_json_document_new (GBytes  *bytes,
                           GError **error)
{
  GBytes *guarded = lanyard_json_guard (bytes, error);
  LanyardJsonDocument *self;

  if (guarded == NULL)
    return NULL;
  self = g_new0 (LanyardJsonDocument, 1);
  self->bytes = guarded;
  self->parser = json_parser_new ();
  json_parser_set_strict (self->parser, TRUE);
  return self;
}

/* Frees a document. */
void
lanyard_json_document_free (LanyardJsonDocument *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->parser);
  g_free (self);
}

/* The outermost value, which is all of the text. */
LanyardJsonText
lanyard_json_document_root (LanyardJsonDocument *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  const char *end = data + size;

  while (end > data && is_blank (end[-1]))
    end--;
  return (LanyardJsonText) { self, skip_blanks (data, end), end };
}

/* Whether all that has been read of the document was sound; else what has been
 * made of it is not to be used. */
gboolean
lanyard_json_document_check (LanyardJsonDocument  *self,
                             GError              **error)
{
  if (self->is_damaged)
    lanyard_refusal_set_damaged (error);
  return !self->is_damaged;
}

/* Whether there is an array. */
gboolean
lanyard_json_text_is_array (LanyardJsonText text)
{
  return text.at != NULL && *text.at == '[';
}

/* Whether there is an object. */
gboolean
lanyard_json_text_is_object (LanyardJsonText text)
{
  return text.at != NULL && *text.at == '{';
}

/* Parses a value with all that is in it. Returns NULL where there is none, or
 * it is damaged. */
JsonNode *
lanyard_json_text_load (LanyardJsonText text)
{
  LanyardJsonDocument *document = text.document;

  if (text.at == NULL || document->is_damaged)
    return NULL;
  if (!json_parser_load_from_data (document->parser, text.at, text.end - text.at, NULL))
    {
      document->is_damaged = TRUE;
      return NULL;
    }
  return json_parser_steal_root (document->parser);
}

/* Parses an object but for the members of these names (NULL at the end), which
 * are given as @values: those that are large. Of two of one name the last
 * counts, as it does in json-glib. Returns NULL where there is no object. */
JsonObject *
lanyard_json_text_open (LanyardJsonText      text,
                        const char * const  *names,
                        LanyardJsonText     *values)
{
  g_auto (LanyardJsonWalk) walk = { 0 };
  JsonObject *object;

  for (gsize i = 0; names[i] != NULL; i++)
    values[i] = (LanyardJsonText) { 0 };
  if (!lanyard_json_text_is_object (text))
    return NULL;

  object = json_object_new ();
  lanyard_json_walk_object (&walk, text);
  while (lanyard_json_walk_next (&walk))
    {
      gsize i = 0;

      while (names[i] != NULL && strcmp (names[i], walk.name) != 0)
        i++;
      if (names[i] != NULL)
        values[i] = walk.text;
      else if (lanyard_json_walk_load (&walk) != NULL)
        json_object_set_member (object, walk.name, g_steal_pointer (&walk.node));
    }
  return object;
}

static void
begin_walk (LanyardJsonWalk *walk,
            LanyardJsonText  text,
            gboolean         has_entries)
{
  *walk = (LanyardJsonWalk) {
    .text.document = text.document,
    .next = has_entries ? text.at + 1 : NULL,
    .end = text.end,
  };
}

/* Begins to go through an array's elements; what is no array has none. */
void
lanyard_json_walk_array (LanyardJsonWalk *walk,
                         LanyardJsonText  text)
{
  begin_walk (walk, text, lanyard_json_text_is_array (text));
}

/* Begins to go through an object's members; what is no object has none. */
void
lanyard_json_walk_object (LanyardJsonWalk *walk,
                          LanyardJsonText  text)
{
  begin_walk (walk, text, lanyard_json_text_is_object (text));
  walk->has_names = TRUE;
}

/* Reads the name that begins at @at; returns where its member's value begins. */
static const char *
read_name (LanyardJsonWalk *walk,
           const char      *at)
{
  const char *quote = lanyard_json_string_end (at + 1, walk->end);
  const char *colon = skip_blanks (quote + 1, walk->end);

  if (memchr (at, '\\', quote - at) != NULL)
    {
      g_autoptr (JsonNode) name = lanyard_json_text_load ((LanyardJsonText) { walk->text.document, at, quote + 1 });

      walk->name = name != NULL ? json_node_dup_string (name) : NULL;
    }
  else
    walk->name = g_strndup (at + 1, quote - at - 1);
  return skip_blanks (colon + 1, walk->end);
}

/* Goes to the next element or member. Returns FALSE at the end, and where
 * something of the document was damaged. */
gboolean
lanyard_json_walk_next (LanyardJsonWalk *walk)
{
  const char *at;

  g_clear_pointer (&walk->node, json_node_unref);
  g_clear_pointer (&walk->name, g_free);
  if (walk->next == NULL || walk->text.document->is_damaged)
    return FALSE;

  at = skip_blanks (walk->next, walk->end);
  if (at == walk->end - 1)
    {
      walk->next = NULL;
      return FALSE;
    }
  if (walk->has_begun)
    at = skip_blanks (at + 1, walk->end); /* past the comma */
  if (walk->has_names)
    at = read_name (walk, at);
  walk->text.at = at;
  walk->text.end = walk->next = value_end (at, walk->end);
  walk->index += walk->has_begun;
  walk->has_begun = TRUE;
  return !walk->text.document->is_damaged;
}

/* Parses what the walk is at; the walk keeps it until it goes on. */
JsonNode *
lanyard_json_walk_load (LanyardJsonWalk *walk)
{
  if (walk->node == NULL)
    walk->node = lanyard_json_text_load (walk->text);
  return walk->node;
}

/* Likewise, if it is an object; else NULL. */
JsonObject *
lanyard_json_walk_load_object (LanyardJsonWalk *walk)
{
  return lanyard_json_node_object (lanyard_json_walk_load (walk));
}

/* Frees what a walk owns. */
void
lanyard_json_walk_clear (LanyardJsonWalk *walk)
{
  g_clear_pointer (&walk->node, json_node_unref);
  g_clear_pointer (&walk->name, g_free);
}
