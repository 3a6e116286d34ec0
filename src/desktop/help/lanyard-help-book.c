/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The help as it is installed: pages in Mallard, and what they say of one
 * another. A target is the name of a page, or of a section of it after "#". Made
 * on any thread, then never changed; LanyardHelpDialog shows it. */

#include "config.h"

#include <string.h>

#include "lanyard-help-book.h"

/* No such server can be: RFC 6761. Links of texts are addresses of the web, and
 * the dialog takes these before anything else sees them. */
#define ADDRESS "https://help.invalid/"

typedef struct
{
  char *title;          /* owned, nullable */
  char *summary;        /* owned, nullable */
  char *source;         /* owned: Mallard */
  gboolean is_first;    /* among the topics of its guide */
  GPtrArray *guides;    /* owned, of char: targets that it is a topic of */
  GPtrArray *see_also;  /* owned, of char: other targets */
} HelpPage;

struct _LanyardHelpBook
{
  GObject parent_instance;
  GHashTable *pages;  /* owned, from char, its name, to HelpPage */
  GHashTable *titles; /* owned, from char, a target, to char */
};

G_DEFINE_FINAL_TYPE (LanyardHelpBook, lanyard_help_book, G_TYPE_OBJECT)

/* What is noticed while a page is gone through. */
typedef struct
{
  LanyardHelpBook *book; /* borrowed */
  const char *name;      /* borrowed */
  HelpPage *page;        /* borrowed */
  char *section;         /* owned, nullable: target of the one that is open */
  GString *text;         /* owned, nullable: of the title or summary that is open */
} Survey;

static HelpPage *
help_page_new (char *source)
{
  HelpPage *page = g_new0 (HelpPage, 1);

  page->source = source;
  page->guides = g_ptr_array_new_with_free_func (g_free);
  page->see_also = g_ptr_array_new_with_free_func (g_free);
  return page;
}

static void
help_page_free (gpointer data)
{
  HelpPage *page = data;

  g_free (page->title);
  g_free (page->summary);
  g_free (page->source);
  g_ptr_array_unref (page->guides);
  g_ptr_array_unref (page->see_also);
  g_free (page);
}

static const char *
parent_of (GMarkupParseContext *context)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  return stack != NULL && stack->next != NULL ? stack->next->data : "";
}

static void
notice_link (Survey      *survey,
             const char **names,
             const char **values)
{
  const char *type = NULL, *target = NULL, *group = NULL;

  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "type"))
      type = values[i];
    else if (g_str_equal (names[i], "xref"))
      target = values[i];
    else if (g_str_equal (names[i], "group"))
      group = values[i];
  if (target == NULL)
    return;
  if (g_strcmp0 (type, "guide") == 0)
    g_ptr_array_add (survey->page->guides, g_strdup (target));
  else
    g_ptr_array_add (survey->page->see_also, g_strdup (target));
  survey->page->is_first = survey->page->is_first || g_strcmp0 (group, "#first") == 0;
}

static void
survey_start_cb (GMarkupParseContext *context,
                 const char          *element,
                 const char         **names,
                 const char         **values,
                 gpointer             user_data,
                 GError             **error)
{
  Survey *survey = user_data;
  const char *parent = parent_of (context);

  if (g_str_equal (element, "section"))
    for (gsize i = 0; names[i] != NULL; i++)
      {
        if (!g_str_equal (names[i], "id"))
          continue;
        g_free (survey->section);
        survey->section = g_strconcat (survey->name, "#", values[i], NULL);
      }
  if (g_str_equal (element, "link") && g_str_equal (parent, "info"))
    notice_link (survey, names, values);
  else if ((g_str_equal (element, "title") && (g_str_equal (parent, "page") || g_str_equal (parent, "section"))) ||
           (g_str_equal (element, "desc") && g_str_equal (parent, "info")))
    {
      if (survey->text != NULL)
        g_string_free (survey->text, TRUE);
      survey->text = g_string_new (NULL);
    }
}

static void
survey_end_cb (GMarkupParseContext *context,
               const char          *element,
               gpointer             user_data,
               GError             **error)
{
  Survey *survey = user_data;
  char *text;

  if (survey->text == NULL || !(g_str_equal (element, "title") || g_str_equal (element, "desc")))
    return;
  text = g_string_free (g_steal_pointer (&survey->text), FALSE);
  if (g_str_equal (element, "desc"))
    {
      /* Those that follow are for some uses only. */
      if (survey->page->summary == NULL)
        survey->page->summary = text;
      else
        g_free (text);
    }
  else if (g_str_equal (parent_of (context), "section") && survey->section != NULL)
    g_hash_table_insert (survey->book->titles, g_strdup (survey->section), text);
  else
    {
      survey->page->title = text;
      g_hash_table_insert (survey->book->titles, g_strdup (survey->name), g_strdup (text));
    }
}

static void
survey_text_cb (GMarkupParseContext *context,
                const char          *text,
                gsize                length,
                gpointer             user_data,
                GError             **error)
{
  Survey *survey = user_data;

  if (survey->text != NULL)
    g_string_append_len (survey->text, text, (gssize) length);
}

static void
add_page (LanyardHelpBook *self,
          const char      *name,
          char            *source)
{
  static const GMarkupParser parser = { survey_start_cb, survey_end_cb, survey_text_cb, NULL, NULL };
  HelpPage *page = help_page_new (source);
  Survey survey = { .book = self, .name = name, .page = page };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &survey, NULL);
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (self->pages, g_strdup (name), page);
  if (!g_markup_parse_context_parse (context, source, -1, &error))
    g_debug ("The page “%s” of the help is damaged: %s", name, error->message);
  g_free (survey.section);
  if (survey.text != NULL)
    g_string_free (survey.text, TRUE);
}

static gboolean
read_folder (LanyardHelpBook *self,
             const char      *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *file;

  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *name = g_strndup (file, strcspn (file, "."));
      g_autofree char *page = g_build_filename (path, file, NULL);
      char *source;

      if (g_str_has_suffix (file, ".page") && g_file_get_contents (page, &source, NULL, NULL))
        add_page (self, name, source);
    }
  return g_hash_table_contains (self->pages, "index");
}

/* In the best language that there is, as a viewer would look for it. */
static gboolean
read_below (LanyardHelpBook *self,
            const char      *data_folder)
{
  const char *const *languages = g_get_language_names ();

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (data_folder, "help", languages[i], GETTEXT_PACKAGE, NULL);

      if (read_folder (self, path))
        return TRUE;
    }
  return FALSE;
}

static void
lanyard_help_book_finalize (GObject *object)
{
  LanyardHelpBook *self = LANYARD_HELP_BOOK (object);

  g_hash_table_unref (self->pages);
  g_hash_table_unref (self->titles);

  G_OBJECT_CLASS (lanyard_help_book_parent_class)->finalize (object);
}

static void
lanyard_help_book_class_init (LanyardHelpBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_help_book_finalize;
}

static void
lanyard_help_book_init (LanyardHelpBook *self)
{
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, help_page_free);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * lanyard_help_book_new_read:
 *
 * Reads the help that is installed: some forty small files. Any thread.
 *
 * Returns: (transfer full) (nullable): the help, %NULL if it is not installed
 */
LanyardHelpBook *
lanyard_help_book_new_read (void)
{
  g_autoptr (LanyardHelpBook) self = g_object_new (LANYARD_TYPE_HELP_BOOK, NULL);
  const char *const *folders = g_get_system_data_dirs ();
  gboolean is_read = read_below (self, g_get_user_data_dir ()) || read_below (self, DATADIR);

  for (gsize i = 0; !is_read && folders[i] != NULL; i++)
    is_read = read_below (self, folders[i]);
  return is_read ? g_steal_pointer (&self) : NULL;
}

static int
compare_names (gconstpointer first,
               gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

/**
 * lanyard_help_book_list_pages:
 * @self: the help
 *
 * Lists the names of all pages.
 *
 * Returns: (transfer container) (element-type utf8): the names, sorted
 */
GPtrArray *
lanyard_help_book_list_pages (LanyardHelpBook *self)
{
  GPtrArray *names;

  g_return_val_if_fail (LANYARD_IS_HELP_BOOK (self), NULL);

  names = g_hash_table_get_keys_as_ptr_array (self->pages);
  g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * lanyard_help_book_get_title:
 * @self: the help
 * @target: a page, or a section of one
 *
 * Gets what is written above something.
 *
 * Returns: (transfer none) (nullable): the title, %NULL if there is no such thing
 */
const char *
lanyard_help_book_get_title (LanyardHelpBook *self,
                             const char      *target)
{
  g_return_val_if_fail (LANYARD_IS_HELP_BOOK (self), NULL);
  g_return_val_if_fail (target != NULL, NULL);

  return g_hash_table_lookup (self->titles, target);
}

/**
 * lanyard_help_book_get_summary:
 * @self: the help
 * @page: a page's name
 *
 * Gets one sentence about a page.
 *
 * Returns: (transfer none) (nullable): the sentence
 */
const char *
lanyard_help_book_get_summary (LanyardHelpBook *self,
                               const char      *page)
{
  const HelpPage *found;

  g_return_val_if_fail (LANYARD_IS_HELP_BOOK (self), NULL);

  found = g_hash_table_lookup (self->pages, page);
  return found != NULL ? found->summary : NULL;
}

/**
 * lanyard_help_book_get_source:
 * @self: the help
 * @page: a page's name
 *
 * Gets a page as it is written, in Mallard.
 *
 * Returns: (transfer none) (nullable): the page, %NULL if there is no such one
 */
const char *
lanyard_help_book_get_source (LanyardHelpBook *self,
                              const char      *page)
{
  const HelpPage *found;

  g_return_val_if_fail (LANYARD_IS_HELP_BOOK (self), NULL);

  found = g_hash_table_lookup (self->pages, page);
  return found != NULL ? found->source : NULL;
}

static int
compare_topics (gconstpointer first,
                gconstpointer second,
                gpointer      user_data)
{
  LanyardHelpBook *self = user_data;
  const HelpPage *one = g_hash_table_lookup (self->pages, *(const char *const *) first);
  const HelpPage *other = g_hash_table_lookup (self->pages, *(const char *const *) second);

  if (one->is_first != other->is_first)
    return one->is_first ? -1 : 1;
  return g_utf8_collate (one->title != NULL ? one->title : "", other->title != NULL ? other->title : "");
}

/**
 * lanyard_help_book_list_topics:
 * @self: the help
 * @guide: a page or a section
 *
 * Lists the pages that belong to a guide.
 *
 * Returns: (transfer container) (element-type utf8): their names, in order
 */
GPtrArray *
lanyard_help_book_list_topics (LanyardHelpBook *self,
                               const char      *guide)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name, page;

  g_return_val_if_fail (LANYARD_IS_HELP_BOOK (self), NULL);

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &name, &page))
    if (g_ptr_array_find_with_equal_func (((const HelpPage *) page)->guides, guide, g_str_equal, NULL))
      g_ptr_array_add (topics, name);
  g_ptr_array_sort_with_data (topics, compare_topics, self);
  return g_steal_pointer (&topics);
}

/**
 * lanyard_help_book_list_related:
 * @self: the help
 * @page: a page's name
 *
 * Lists where to read on after a page.
 *
 * Returns: (transfer container) (element-type utf8): targets
 */
GPtrArray *
lanyard_help_book_list_related (LanyardHelpBook *self,
                                const char      *page)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  const HelpPage *found;

  g_return_val_if_fail (LANYARD_IS_HELP_BOOK (self), NULL);

  found = g_hash_table_lookup (self->pages, page);
  for (guint i = 0; found != NULL && i < found->see_also->len; i++)
    g_ptr_array_add (targets, g_ptr_array_index (found->see_also, i));
  return g_steal_pointer (&targets);
}

/**
 * lanyard_help_address_new:
 * @target: a page, or a section of one
 *
 * Makes the address with which texts of the help link to something in it.
 *
 * Returns: (transfer full): the address
 */
char *
lanyard_help_address_new (const char *target)
{
  return g_strconcat (ADDRESS, target, NULL);
}

/**
 * lanyard_help_address_get_target:
 * @address: where a link leads
 *
 * Gets the page, or the section of one, that a link leads to.
 *
 * Returns: (transfer none) (nullable): a part of @address, %NULL if the link
 *   leads out of the help
 */
const char *
lanyard_help_address_get_target (const char *address)
{
  g_return_val_if_fail (address != NULL, NULL);

  return g_str_has_prefix (address, ADDRESS) ? address + strlen (ADDRESS) : NULL;
}
