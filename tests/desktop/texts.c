/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's texts in another language. tests/tools/in-language.sh sets the
 * locale and says where the translation is.
 *
 * In the language that make-pseudo.py makes, each translated text has brackets.
 * What is seen without them is either data, or a text that no translator can
 * reach; groups of brackets with something between them were put together of
 * pieces in the source, in an order that may be wrong elsewhere. */

#include "config.h"

#include <libintl.h>
#include <string.h>

#include <adwaita.h>
#include <json-glib/json-glib.h>

#include "texts.h"

#define OPEN 0x2045
#define CLOSE 0x2046
#define HIDDEN_OPEN 0x2062
#define HIDDEN_CLOSE 0x2063

/* Names of programs and zones, and what GTK calls its own buttons: none of it
 * is ours to translate. */
static const char *const foreign[] = { "Lanyard", "Indico", "CEST", "CET", "JST", "Close", "Close the window", NULL };

/* All texts of data, one a line. */
static GString *
get_data (void)
{
  static GString *data;

  if (data == NULL)
    data = g_string_new ("\n");
  return data;
}

gboolean
texts_are_pseudo (void)
{
  return g_getenv ("LANYARD_TEST_LOCALEDIR") != NULL && g_strcmp0 (g_getenv ("LANGUAGE"), "pseudo") == 0;
}

/* What may be seen instead of an English text: its translations, as it is and
 * with a mnemonic somewhere, which is not seen. What is not ours stays. */
char **
texts_dup_forms (const char *text)
{
  g_autoptr (GStrvBuilder) forms = g_strv_builder_new ();
  gsize length = strlen (text);

  g_strv_builder_add (forms, dgettext (GETTEXT_PACKAGE, text));
  for (gsize i = 0; g_getenv ("LANYARD_TEST_LOCALEDIR") != NULL && i < length; i++)
    {
      g_autofree char *head = g_strndup (text, i);
      g_autofree char *with_mnemonic = g_strconcat (head, "_", text + i, NULL);
      const char *found = dgettext (GETTEXT_PACKAGE, with_mnemonic);

      if (found != with_mnemonic)
        {
          g_auto (GStrv) parts = g_strsplit (found, "_", -1);

          g_strv_builder_take (forms, g_strjoinv ("", parts));
        }
    }
  return g_strv_builder_end (forms);
}

static void
add_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) values = json_object_get_values (json_node_get_object (node));

      for (GList *value = values; value != NULL; value = value->next)
        add_node (value->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (GList) values = json_array_get_elements (json_node_get_array (node));

      for (GList *value = values; value != NULL; value = value->next)
        add_node (value->data);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_string_append_printf (get_data (), "%s\n", json_node_get_string (node));
    }
}

/* The texts of a folder's JSON files, or a whole file: lists of zones, which
 * have underscores for spaces, and of conferences. */
static void
add_data (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autofree char *contents = NULL;
  const char *name;

  if (folder == NULL && g_file_get_contents (path, &contents, NULL, NULL))
    g_string_append_printf (get_data (), "%s\n", g_strdelimit (contents, "_", ' '));
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();

      if (g_str_has_suffix (name, ".json") && json_parser_load_from_file (parser, file, NULL))
        add_node (json_parser_get_root (parser));
    }
}

/* What comes with the system and with the program. */
static void
add_usual_data (void)
{
  g_autofree char *directory = g_build_filename (LANYARD_SOURCES, "src", "core", "directory", "conferences.json5", NULL);
  g_autofree char *sample = g_build_filename (LANYARD_SOURCES, "data", "sample", NULL);
  g_autofree char *invented = g_build_filename (LANYARD_SOURCES, "tests", "data", "conference", NULL);

  add_data (directory);
  add_data (sample);
  add_data (invented);
  add_data ("/usr/share/zoneinfo/tzdata.zi");
  add_data ("/usr/share/zoneinfo/iso3166.tab");
}

/* Before the first window, and after GTK has set the locale. */
void
texts_bind (void)
{
  const char *folder = g_getenv ("LANYARD_TEST_LOCALEDIR");

  if (folder == NULL)
    return;
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (texts_are_pseudo () && get_data ()->len == 1)
    add_usual_data ();
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
is_data (char *text)
{
  g_strstrip (text);
  if (!has_letters (text) || g_strv_contains (foreign, text) || g_str_has_prefix (text, "UTC") || strstr (text, "127.0.0.1") != NULL)
    return TRUE;
  return strstr (get_data ()->str, text) != NULL;
}

/* What is wrong with a text, or nothing. */
static const char *
find_fault (const char *text)
{
  g_autoptr (GString) outside = g_string_new (NULL);
  guint n_groups = 0, depth = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == OPEN || letter == HIDDEN_OPEN)
        {
          n_groups += depth == 0;
          depth++;
        }
      else if ((letter == CLOSE || letter == HIDDEN_CLOSE) && depth > 0)
        {
          depth--;
          if (depth == 0)
            g_string_append_c (outside, '\n');
        }
      else if (depth == 0)
        {
          g_string_append_unichar (outside, letter);
        }
    }

  if (has_letters (outside->str))
    {
      g_auto (GStrv) pieces = g_strsplit (outside->str, "\n", -1);

      for (char **piece = pieces; *piece != NULL; piece++)
        if (!is_data (*piece))
          return "is not translated";
      return NULL;
    }
  if (n_groups > 1 && strspn (outside->str, "\n") < outside->len)
    return "is put together of pieces";
  return NULL;
}

static guint
check_text (GtkWidget  *widget,
            const char *text,
            const char *what,
            const char *page)
{
  const char *fault = text != NULL && g_utf8_validate (text, -1, NULL) ? find_fault (text) : NULL;

  if (fault == NULL)
    return 0;
  g_printerr ("%s: the %s “%s” of a %s %s\n", page, what, text, G_OBJECT_TYPE_NAME (widget), fault);
  return 1;
}

/* GTK tells a value only by comparing it with another one, in quotes. */
static char *
dup_accessible (GtkWidget             *widget,
                GtkAccessibleProperty  property)
{
  g_autofree char *value = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return NULL;
  value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "");
  return value != NULL ? g_strdup (value) : NULL;
}

/* Looks at each text that is seen or said below a widget; in the pseudo
 * language only. Says on stderr what is wrong, and returns how much is. What
 * a feed wrote at length, what somebody types and what the libraries say of
 * themselves are not looked at. */
guint
texts_check (GtkWidget  *root,
             const char *page)
{
  guint n_faults = 0;

  if (!texts_are_pseudo () || !gtk_widget_get_mapped (root) || GTK_IS_TEXT (root) || GTK_IS_TEXT_VIEW (root) ||
      GTK_IS_WINDOW_CONTROLS (root) || ADW_IS_AVATAR (root) || g_str_equal (G_OBJECT_TYPE_NAME (root), "LanyardRichTextView"))
    return 0;

  if (GTK_IS_LABEL (root))
    {
      n_faults += check_text (root, gtk_label_get_text (GTK_LABEL (root)), "text", page);
    }
  else
    {
      g_autofree char *label = dup_accessible (root, GTK_ACCESSIBLE_PROPERTY_LABEL);
      g_autofree char *description = dup_accessible (root, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);

      n_faults += check_text (root, label, "name", page);
      n_faults += check_text (root, description, "description", page);
    }
  n_faults += check_text (root, gtk_widget_get_tooltip_text (root), "tooltip", page);
  if (GTK_IS_ENTRY (root))
    n_faults += check_text (root, gtk_entry_get_placeholder_text (GTK_ENTRY (root)), "placeholder", page);
  if (GTK_IS_SEARCH_ENTRY (root))
    n_faults += check_text (root, gtk_search_entry_get_placeholder_text (GTK_SEARCH_ENTRY (root)), "placeholder", page);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_faults += texts_check (child, page);
  return n_faults;
}
