/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of shortcuts against the keys that work: nothing that the program
 * listens to is missing there, nothing is promised that no action has, and both
 * of its forms, for the floor and for the newest, say the same. */

#include "config.h"

#include <string.h>

#include "lanyard-application.h"

/* Keys of widgets, which only those know. */
static const char *const keys_of_widgets[] = {
  "Menu", "<Shift>F10", "F10", "Return", "Escape", "<Alt>Left", "<Control>a", "<Shift>space", "<Alt>Up", "<Alt>Down", "Delete", "<Control>plus", "<Control>minus", "<Control>0", "Up",
  "Down", "Left", "Right", "Home", "End", "<Control>Home", "<Control>End", "space",
  "<Control>space", "<Control>Up", "<Control>Down", "<Control>Left", "<Control>Right", "<Shift>Up", "<Shift>Down",
};

typedef struct
{
  GHashTable *keys;  /* owned: the keys in the order of GDK, as a set of strings */
  GHashTable *keys_of_group; /* owned: those of one group, in which each stands once */
  GPtrArray *titles; /* owned: "title: keys" in order */
  char *title;       /* owned, nullable */
  GString *text;     /* owned, nullable: what is between tags of a property */
  gboolean is_key;
} Listing;

static char *
dup_canonical (const char *key)
{
  GdkModifierType modifiers;
  guint value;

  g_assert_true (gtk_accelerator_parse (key, &value, &modifiers));
  return gtk_accelerator_name (value, modifiers);
}

/* What an own entry and a room are removed with is one key. */
static void
start_group (Listing     *listing,
             const char **values)
{
  if (g_str_equal (values[0], "GtkShortcutsGroup") || g_str_equal (values[0], "AdwShortcutsSection"))
    g_hash_table_remove_all (listing->keys_of_group);
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Listing *listing = user_data;

  if (g_str_equal (element, "object"))
    start_group (listing, values);
  if (!g_str_equal (element, "property"))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "name") &&
        (g_str_equal (values[i], "accelerator") || g_str_equal (values[i], "title")))
      {
        listing->is_key = g_str_equal (values[i], "accelerator");
        listing->text = g_string_new (NULL);
      }
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Listing *listing = user_data;

  if (listing->text != NULL)
    g_string_append_len (listing->text, text, length);
}

static void
end_cb (GMarkupParseContext  *context,
        const char           *element,
        gpointer              user_data,
        GError              **error)
{
  Listing *listing = user_data;
  g_autofree char *text = NULL;
  g_auto (GStrv) keys = NULL;

  if (listing->text == NULL)
    return;
  text = g_string_free_and_steal (g_steal_pointer (&listing->text));
  if (!listing->is_key)
    {
      g_set_str (&listing->title, text);
      return;
    }
  g_ptr_array_add (listing->titles, g_strdup_printf ("%s: %s", listing->title, text));
  keys = g_strsplit (text, " ", -1);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_hash_table_add (listing->keys, dup_canonical (keys[i]));
      g_assert_true (g_hash_table_add (listing->keys_of_group, dup_canonical (keys[i])));
    }
}

static void
listing_free (Listing *listing)
{
  g_hash_table_unref (listing->keys);
  g_hash_table_unref (listing->keys_of_group);
  g_ptr_array_unref (listing->titles);
  g_free (listing->title);
  g_free (listing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listing, listing_free)

static Listing *
read_listing (const char *name)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "desktop", "shortcuts", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  gsize length;
  Listing *listing = g_new0 (Listing, 1);

  listing->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  listing->keys_of_group = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  listing->titles = g_ptr_array_new_with_free_func (g_free);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, listing, NULL);
  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  g_assert_true (g_markup_parse_context_parse (context, text, length, &error));
  g_assert_no_error (error);
  return listing;
}

static void
test_forms (void)
{
  g_autoptr (Listing) overlay = read_listing ("help-overlay.ui");
  g_autoptr (Listing) dialog = read_listing ("shortcuts-dialog.ui");

  g_assert_cmpuint (overlay->titles->len, >, 30);
  g_assert_cmpuint (overlay->titles->len, ==, dialog->titles->len);
  for (guint i = 0; i < overlay->titles->len; i++)
    g_assert_cmpstr (g_ptr_array_index (overlay->titles, i), ==, g_ptr_array_index (dialog->titles, i));
}

static void
check_listed (GtkApplication *application,
              Listing        *listing)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          g_autofree char *key = dup_canonical (keys[j]);

          g_test_message ("%s of %s", key, actions[i]);
          g_assert_true (g_hash_table_contains (listing->keys, key));
        }
    }
}

static void
check_works (GtkApplication *application,
             const char     *key)
{
  g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, key);
  gboolean is_of_widget = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (keys_of_widgets); i++)
    {
      g_autofree char *known = dup_canonical (keys_of_widgets[i]);

      is_of_widget = is_of_widget || g_str_equal (known, key);
    }
  g_test_message ("%s", key);
  g_assert_true (is_of_widget != (g_strv_length (actions) > 0));
}

static void
test_keys (void)
{
  g_autoptr (Listing) listing = read_listing ("help-overlay.ui");
  g_autoptr (LanyardApplication) application = lanyard_application_new ();
  GHashTableIter iter;
  gpointer key;

  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  check_listed (GTK_APPLICATION (application), listing);
  g_hash_table_iter_init (&iter, listing->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    check_works (GTK_APPLICATION (application), key);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shortcuts/forms", test_forms);
  g_test_add_func ("/shortcuts/keys", test_keys);
  return g_test_run ();
}
