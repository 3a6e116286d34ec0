/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of the help as HTML, which LanyardRichText reads: the elements of
 * Mallard that the help has. Pictures are left out. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-help-book.h"

/* What becomes of an element, and of a title in it. */
typedef struct
{
  const char *name;
  const char *open;
  const char *close;
  const char *open_title;
  const char *close_title;
} Element;

/* Sorted. */
static const Element elements[] = {
  { "app", "<i>", "</i>", "", "" },
  { "cmd", "<code>", "</code>", "", "" },
  { "code", "<code>", "</code>", "", "" },
  { "em", "<i>", "</i>", "", "" },
  { "file", "<code>", "</code>", "", "" },
  { "gui", "<b>", "</b>", "", "" },
  { "input", "<code>", "</code>", "", "" },
  { "item", "<li>", "</li>", "<p><b>", "</b></p>" },
  { "key", "<b>", "</b>", "", "" },
  { "list", "<ul>", "</ul>", "<p><b>", "</b></p>" },
  { "note", "<blockquote>", "</blockquote>", "<p><b>", "</b></p>" },
  { "p", "<p>", "</p>", "", "" },
  { "page", "", "", "<h1>", "</h1>" },
  { "section", "", "", "<h2>", "</h2>" },
  { "steps", "<ol>", "</ol>", "<p><b>", "</b></p>" },
  { "sys", "<code>", "</code>", "", "" },
  { "terms", "<ul>", "</ul>", "<p><b>", "</b></p>" },
  { "var", "<i>", "</i>", "", "" },
};

typedef struct
{
  LanyardHelpBook *book; /* borrowed */
  const char *page;      /* borrowed: its name */
  char *section;         /* owned, nullable: target of the one that is open */
  char *link;            /* owned, nullable: where the open one leads */
  gsize link_start;      /* in html, behind its opening */
  guint n_hidden;        /* open elements that are not shown */
  guint n_in_sequence;   /* keys or labels of the open sequence so far */
  GString *html;         /* borrowed */
} Writer;

static const Element *
find_element (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    if (g_str_equal (elements[i].name, name))
      return &elements[i];
  return NULL;
}

static const char *
parent_of (GMarkupParseContext *context)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  return stack != NULL && stack->next != NULL ? stack->next->data : "";
}

static const char *
find_attribute (const char  *attribute,
                const char **names,
                const char **values)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], attribute))
      return values[i];
  return NULL;
}

static void
append_escaped (Writer     *writer,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (writer->html, escaped);
}

static void
append_link (Writer     *writer,
             const char *target)
{
  g_autofree char *address = lanyard_help_address_new (target);
  const char *title = lanyard_help_book_get_title (writer->book, target);

  g_string_append (writer->html, "<a href=\"");
  append_escaped (writer, address);
  g_string_append (writer->html, "\">");
  append_escaped (writer, title != NULL ? title : target);
  g_string_append (writer->html, "</a>");
}

/* The pages that belong to what ends here, each with its sentence. */
static void
append_topics (Writer     *writer,
               const char *guide)
{
  g_autoptr (GPtrArray) topics = lanyard_help_book_list_topics (writer->book, guide);

  for (guint i = 0; i < topics->len; i++)
    {
      const char *topic = g_ptr_array_index (topics, i);
      const char *summary = lanyard_help_book_get_summary (writer->book, topic);

      g_string_append (writer->html, "<p>");
      append_link (writer, topic);
      if (summary != NULL)
        {
          g_string_append (writer->html, "<br>");
          append_escaped (writer, summary);
        }
      g_string_append (writer->html, "</p>");
    }
}

static void
append_related (Writer *writer)
{
  g_autoptr (GPtrArray) targets = lanyard_help_book_list_related (writer->book, writer->page);

  if (targets->len > 0)
    g_string_append (writer->html, "<hr><ul>");
  for (guint i = 0; i < targets->len; i++)
    {
      g_string_append (writer->html, "<li>");
      append_link (writer, g_ptr_array_index (targets, i));
      g_string_append (writer->html, "</li>");
    }
  if (targets->len > 0)
    g_string_append (writer->html, "</ul>");
}

static void
open_link (Writer     *writer,
           const char *target)
{
  g_autofree char *address = lanyard_help_address_new (target);

  g_set_str (&writer->link, target);
  g_string_append (writer->html, "<a href=\"");
  append_escaped (writer, address);
  g_string_append (writer->html, "\">");
  writer->link_start = writer->html->len;
}

/* A link without words of its own has those of where it leads. */
static void
close_link (Writer *writer)
{
  const char *title = lanyard_help_book_get_title (writer->book, writer->link);

  if (writer->html->len == writer->link_start)
    append_escaped (writer, title != NULL ? title : writer->link);
  g_string_append (writer->html, "</a>");
  g_clear_pointer (&writer->link, g_free);
}

static gboolean
is_hidden (const char *element)
{
  return g_str_equal (element, "info") || g_str_equal (element, "media");
}

static void
start_cb (GMarkupParseContext *context,
          const char          *name,
          const char         **names,
          const char         **values,
          gpointer             user_data,
          GError             **error)
{
  Writer *writer = user_data;
  const char *parent = parent_of (context);
  const Element *element = find_element (g_str_equal (name, "title") ? parent : name);
  const char *target;

  if (writer->n_hidden > 0 || is_hidden (name))
    {
      writer->n_hidden++;
      return;
    }
  if (g_str_equal (name, "keyseq") || g_str_equal (name, "guiseq"))
    writer->n_in_sequence = 0;
  else if (g_str_equal (parent, "keyseq") && writer->n_in_sequence++ > 0)
    g_string_append (writer->html, "+");
  else if (g_str_equal (parent, "guiseq") && writer->n_in_sequence++ > 0)
    g_string_append (writer->html, " ▸ ");

  if (g_str_equal (name, "section"))
    {
      const char *id = find_attribute ("id", names, values);

      g_free (writer->section);
      writer->section = id != NULL ? g_strconcat (writer->page, "#", id, NULL) : NULL;
    }
  if (g_str_equal (name, "link") && (target = find_attribute ("xref", names, values)) != NULL)
    open_link (writer, target);
  else if (element != NULL)
    g_string_append (writer->html, g_str_equal (name, "title") ? element->open_title : element->open);
}

static void
end_cb (GMarkupParseContext *context,
        const char          *name,
        gpointer             user_data,
        GError             **error)
{
  Writer *writer = user_data;
  const Element *element = find_element (g_str_equal (name, "title") ? parent_of (context) : name);

  if (writer->n_hidden > 0)
    {
      writer->n_hidden--;
      return;
    }
  if (g_str_equal (name, "section") && writer->section != NULL)
    append_topics (writer, writer->section);
  else if (g_str_equal (name, "page"))
    {
      append_topics (writer, writer->page);
      append_related (writer);
    }
  if (g_str_equal (name, "link") && writer->link != NULL)
    close_link (writer);
  else if (element != NULL)
    g_string_append (writer->html, g_str_equal (name, "title") ? element->close_title : element->close);
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Writer *writer = user_data;
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  if (writer->n_hidden == 0)
    g_string_append (writer->html, escaped);
}

/**
 * lanyard_help_book_dup_html:
 * @self: the help
 * @page: a page's name
 *
 * Makes HTML of a page: its text, the pages that belong to it, and where to read
 * on. Its links are those of lanyard_help_address_new().
 *
 * Returns: (transfer full) (nullable): the HTML, %NULL if there is no such page
 */
char *
lanyard_help_book_dup_html (LanyardHelpBook *self,
                            const char      *page)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  const char *source = lanyard_help_book_get_source (self, page);
  Writer writer = { .book = self, .page = page, .html = html };

  if (source == NULL)
    return NULL;
  context = g_markup_parse_context_new (&parser, 0, &writer, NULL);
  g_markup_parse_context_parse (context, source, -1, NULL);
  g_free (writer.section);
  g_free (writer.link);
  return g_string_free (g_steal_pointer (&html), FALSE);
}
