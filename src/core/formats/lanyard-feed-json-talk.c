/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What talks in schedules in JSON are made of: keys, descriptions of two parts,
 * links in three shapes. The importers of such schedules call it, in the
 * thread that imports. */

#include "config.h"

#include <string.h>

#include "text/lanyard-tag.h"

#include "lanyard-feed-json.h"
#include "lanyard-feed-text.h"

/* With how many of a talk's links a new one is compared: more than any talk
 * has, and few enough for a feed that has a million. */
#define MOST_COMPARED 300

/* Adds a talk, known by the best of its ids, else by its address, else by its
 * title and start. @start is as the feed spells it, and tells two of the same
 * id apart. */
LanyardDraftTalk *
lanyard_feed_json_add_talk (LanyardFeedReader    *reader,
                            const LanyardFeedIds *ids,
                            const char           *title,
                            const char           *start)
{
  const char *candidates[] = { ids->guid, ids->code, ids->id, ids->url };
  const char *key = NULL;
  LanyardDraftTalk *talk;

  g_assert (title != NULL);

  for (gsize i = 0; key == NULL && i < G_N_ELEMENTS (candidates); i++)
    key = candidates[i];
  if (key == NULL)
    key = lanyard_draft_make_key (reader->draft, title, start);

  talk = lanyard_draft_add_talk (reader->draft, key, start);
  talk->fields.item.title = title;
  talk->fields.code = ids->code;
  talk->fields.url = ids->url;
  return talk;
}

/* Remarks on what a talk lacks once it has been read. Its end counts for more
 * than its duration. */
void
lanyard_feed_json_settle_talk (LanyardFeedReader *reader,
                               LanyardDraftTalk  *talk)
{
  const LanyardItemFields *item = &talk->fields.item;

  if (item->start == LANYARD_NO_TIME)
    lanyard_draft_remark (reader->draft, LANYARD_REMARK_NO_START);
  else if (talk->fields.duration == 0 && (item->end == LANYARD_NO_TIME || item->end <= item->start))
    lanyard_draft_remark (reader->draft, LANYARD_REMARK_NO_DURATION);
}

/* Whether @text says all that @part says, but for white space. */
static gboolean
says (const char *text,
      const char *part)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GString) right = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (left, *text);
  for (; *part != '\0'; part++)
    if (!g_ascii_isspace (*part))
      g_string_append_c (right, *part);
  return strstr (left->str, right->str) != NULL;
}

/* Whether a whole tag begins there, and none that would hide what follows. */
static gboolean
is_tag (const char *at)
{
  const LanyardTag *tag = lanyard_tag_find_at (at);
  const char *end = strpbrk (at + 1, "<>");

  return tag != NULL && tag->meaning != LANYARD_MEANING_HIDDEN && end != NULL && *end == '>';
}

static gboolean
is_entity (const char *at)
{
  gsize length = 1;

  while (g_ascii_isalnum (at[length]) || (length == 1 && at[length] == '#'))
    length++;
  return length > 1 && at[length] == ';';
}

/* Markdown, or what is taken for it, as paragraphs of HTML: its tags and
 * entities are HTML's already, and what only looks like them is text. */
static char *
as_html (const char *text)
{
  GString *html = g_string_new ("<p>");

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '<' && !is_tag (at))
      g_string_append (html, "&lt;");
    else if (*at == '&' && !is_entity (at))
      g_string_append (html, "&amp;");
    else
      g_string_append_c (html, *at);
  g_string_replace (html, "\n\n", "</p><p>", 0);
  g_string_append (html, "</p>");
  return g_string_free (html, FALSE);
}

/* Fills a description from an abstract and the text after it, which often
 * repeats the abstract. Of two that are written differently both become HTML. */
void
lanyard_feed_json_fill_description (LanyardFeedReader *reader,
                                    const char        *abstract,
                                    const char        *description,
                                    const char       **field,
                                    LanyardTextFormat *format)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *joined = NULL;
  LanyardTextFormat formats[2];

  if (abstract == NULL || description == NULL || says (description, abstract) || says (abstract, description))
    {
      *field = abstract == NULL || (description != NULL && strlen (description) > strlen (abstract)) ? description : abstract;
      if (*field != NULL)
        *format = lanyard_text_format_guess (*field);
      return;
    }

  formats[0] = lanyard_text_format_guess (abstract);
  formats[1] = lanyard_text_format_guess (description);
  *format = formats[0] == LANYARD_TEXT_HTML ? formats[0] : formats[1];
  first = formats[0] == *format ? g_strdup (abstract) : as_html (abstract);
  second = formats[1] == *format ? g_strdup (description) : as_html (description);
  joined = g_strconcat (first, "\n\n", second, NULL);
  *field = g_string_chunk_insert (reader->draft->strings, joined);
}

/* What a link leads to, by the type that its feed gives it (schedule.json 2,
 * the CCC's hub) or else by its own words. */
static LanyardLinkKind
link_kind (const char *url,
           const char *title,
           const char *type)
{
  static const struct
  {
    const char *type;
    LanyardLinkKind kind;
  } kinds[] = {
    { "FEEDBACK", LANYARD_LINK_FEEDBACK },
    { "SLIDES", LANYARD_LINK_SLIDES },
    { "PAPER", LANYARD_LINK_FILE },
    { "MEDIA", LANYARD_LINK_RECORDING },
    { "RECORDING", LANYARD_LINK_RECORDING },
  };

  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (type, kinds[i].type) == 0)
      return kinds[i].kind;
  return lanyard_link_guess_kind (url, title, type != NULL && strchr (type, '/') != NULL ? type : NULL);
}

/* A link to the same, which is the one of @kind from now on if it was none in
 * particular: FOSDEM has the address for feedback among all others as well. */
static gboolean
has_link (GPtrArray       *links,
          const char      *url,
          LanyardLinkKind  kind)
{
  for (guint i = links->len; i > 0 && links->len - i < MOST_COMPARED; i--)
    {
      LanyardLink *link = g_ptr_array_index (links, i - 1);

      if (strcmp (link->url, url) != 0)
        continue;
      if (link->kind == LANYARD_LINK_WEB && kind != LANYARD_LINK_WEB)
        {
          links->pdata[i - 1] = lanyard_link_new (url, link->title, kind, link->content_type, link->size);
          lanyard_link_unref (link);
        }
      return TRUE;
    }
  return FALSE;
}

/* Adds a link, which is not added twice. A file is one unless its words say
 * what is in it. */
void
lanyard_feed_json_add_link (LanyardFeedReader *reader,
                            const char        *url,
                            const char        *title,
                            const char        *type,
                            gboolean           is_file,
                            GPtrArray        **links)
{
  const char *content_type = type != NULL && strchr (type, '/') != NULL ? type : NULL;
  LanyardLinkKind kind;

  url = lanyard_feed_json_url_of (reader, lanyard_feed_text_borrow_line (reader->draft->strings, url));
  if (url == NULL)
    return;

  kind = link_kind (url, title, type);
  if (kind == LANYARD_LINK_WEB && is_file)
    kind = LANYARD_LINK_FILE;
  if (*links != NULL && has_link (*links, url, kind))
    return;
  if (*links == NULL)
    *links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);
  g_ptr_array_add (*links, lanyard_link_new (url, title, kind, content_type, 0));
}

static const char *
first_line (LanyardFeedReader  *reader,
            JsonObject         *object,
            const char * const *names)
{
  const char *line = NULL;

  for (; line == NULL && *names != NULL; names++)
    line = lanyard_feed_json_line (reader, object, *names);
  return line;
}

/* Adds links or attachments: strings, or objects that say the address, what is
 * there and of which type it is in one of several ways. */
void
lanyard_feed_json_add_links (LanyardFeedReader *reader,
                             JsonArray         *array,
                             gboolean           are_files,
                             GPtrArray        **links)
{
  static const char * const addresses[] = { "url", "href", "link", "resource", NULL };
  static const char * const titles[] = { "title", "name", "text", "description", NULL };

  for (guint i = 0; i < lanyard_json_length (array); i++)
    {
      JsonObject *object = lanyard_json_nth_object (array, i);
      const char *type = object != NULL ? lanyard_feed_json_line (reader, object, "type") : NULL;

      if (object != NULL)
        lanyard_feed_json_add_link (reader, first_line (reader, object, addresses), first_line (reader, object, titles),
                                    type, are_files, links);
      else
        lanyard_feed_json_add_link (reader, lanyard_json_nth_string (array, i), NULL, NULL, are_files, links);
    }
}
