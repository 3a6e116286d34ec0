/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The looks that pictures are taken in. One window goes through all of them
 * for each page: that is a layout each, where a window each would be a start.
 * Large text and the direction are there before the window is, as
 * they are for whoever needs them. A language is the process's: see
 * tests/tools/screenshots.sh. In the pseudo language, each page's texts are
 * looked at as well. */

#include "config.h"

#include <string.h>

#include "screenshots-looks.h"
#include "texts.h"

#define PAGE "--page="

typedef struct
{
  const char *name;
  int width;
  int height;
  gboolean dark;
  gboolean mirrored;
  double text_scale;
} Look;

/* The last is what a window is left in. */
static const Look looks[] = {
  { "smallest", 360, 294, FALSE, FALSE, 1 },
  { "narrow", 360, 720, FALSE, FALSE, 1 },
  { "narrow-dark", 360, 720, TRUE, FALSE, 1 },
  { "narrow-mirrored", 360, 720, FALSE, TRUE, 1 },
  { "narrow-large", 360, 720, FALSE, FALSE, 1.6 },
  { "medium", 1024, 600, FALSE, FALSE, 1 },
  { "first", 1200, 750, FALSE, FALSE, 1 },
  { "medium-large", 1024, 600, FALSE, FALSE, 1.6 },
  { "huge", 2560, 1440, FALSE, FALSE, 1 },
  { "wide-mirrored", 1600, 1000, FALSE, TRUE, 1 },
  { "wide-dark", 1600, 1000, TRUE, FALSE, 1 },
  { "wide", 1600, 1000, FALSE, FALSE, 1 },
};

/* Without a name, all are chosen; one of a page may have asterisks. */
static gboolean
is_named (const Looks *self,
          const char  *name,
          gboolean     is_page)
{
  gboolean any = FALSE;

  for (const char *const *word = self->chosen; *word != NULL; word++)
    {
      if (g_str_has_prefix (*word, PAGE) != is_page)
        continue;
      if (g_pattern_match_simple (is_page ? *word + strlen (PAGE) : *word, name))
        return TRUE;
      any = TRUE;
    }
  return !any;
}

static gboolean
is_chosen (const Looks *self,
           const Look  *look)
{
  return look->text_scale == self->text_scale && look->mirrored == self->mirrored && is_named (self, look->name, FALSE);
}

/* Before the first picture: whether each look that was chosen is one; says on
 * stderr which are. */
gboolean
looks_check (Looks *self)
{
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->missed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char *const *name = self->chosen; *name != NULL; name++)
    {
      gboolean is_known = g_str_has_prefix (*name, PAGE);

      for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
        is_known = is_known || g_str_equal (looks[i].name, *name);
      if (is_known)
        continue;
      g_printerr ("There is no look “%s”; there are:", *name);
      for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
        g_printerr (" %s", looks[i].name);
      g_printerr ("\n");
      return FALSE;
    }
  return TRUE;
}

/* Before any window: the looks with a size of text and a direction. Returns whether there is
 * one among those that were chosen. */
gboolean
looks_begin (Looks    *self,
             double    text_scale,
             gboolean  mirrored)
{
  self->mirrored = mirrored;
  gtk_widget_set_default_direction (mirrored ? GTK_TEXT_DIR_RTL : gtk_get_locale_direction ());
  self->text_scale = text_scale;
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * text_scale), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (is_chosen (self, &looks[i]))
      return TRUE;
  return FALSE;
}

static void
put_on (const Look   *look,
        WindowDriver *driver)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      look->dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  window_driver_resize (driver, look->width, look->height);
}

/* What was opened may be a window of its own. */
static void
take (const Looks  *self,
      const char   *name,
      WindowDriver *driver,
      GtkWidget    *opened,
      const char   *page)
{
  GtkWidget *window = opened != NULL ? GTK_WIDGET (gtk_widget_get_root (opened)) : GTK_WIDGET (driver->window);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);

  window_driver_picture (window, path);
  texts_check (window, page);
  g_hash_table_add (self->taken, g_strdup (page));
  g_print ("%s\n", path);
}

/* A picture of what is shown, in each look that was chosen. */
void
looks_take (const Looks  *self,
            WindowDriver *driver,
            const char   *page)
{
  looks_take_with (self, driver, page, NULL, NULL);
}

/* The same of something that opens upon the window, anew for each picture, and
 * is closed after it. What was opened is returned by @open; if it is not seen
 * then, there is no picture that lacks it. */
void
looks_take_with (const Looks  *self,
                 WindowDriver *driver,
                 const char   *page,
                 GtkWidget   *(*open) (WindowDriver *driver),
                 void         (*close) (WindowDriver *driver))
{
  if (!is_named (self, page, TRUE))
    {
      window_driver_settle ();
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", page, looks[i].name);
      GtkWidget *opened = NULL;

      if (!is_chosen (self, &looks[i]))
        continue;
      put_on (&looks[i], driver);
      window_driver_settle ();
      if (open != NULL)
        opened = open (driver);
      if (open == NULL || (opened != NULL && gtk_widget_get_mapped (opened)))
        take (self, name, driver, opened, page);
      else
        g_hash_table_add (self->missed, g_strdup (name));
      if (close != NULL)
        close (driver);
    }
}

/* After the last picture: whether there is one of each page that was asked for.
 * Says on stderr which are missing. */
gboolean
looks_end (Looks *self)
{
  g_autoptr (GHashTable) taken = g_steal_pointer (&self->taken);
  g_autoptr (GHashTable) missed = g_steal_pointer (&self->missed);
  gboolean is_whole = g_hash_table_size (missed) == 0;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, missed);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_printerr ("“%s” could not be shown\n", (const char *) name);
  for (const char *const *word = self->chosen; *word != NULL; word++)
    {
      const char *pattern = g_str_has_prefix (*word, PAGE) ? *word + strlen (PAGE) : "*";
      gboolean is_taken = FALSE;

      g_hash_table_iter_init (&iter, taken);
      while (!is_taken && g_hash_table_iter_next (&iter, &name, NULL))
        is_taken = g_pattern_match_simple (pattern, name);
      if (is_taken)
        continue;
      g_printerr ("There is no picture of “%s”\n", pattern);
      is_whole = FALSE;
    }
  return is_whole;
}
