/* SPDX-License-Identifier: GPL-3.0-or-later */

/* At which side text begins where it runs the other way than the window's
 * language, as English titles in a Hebrew window do. What names or describes a
 * thing begins where everything of the window does, in one line or in two, or
 * the lines of a page would stand at both sides. Only prose is read in its own
 * language, with lists and all. Pango itself would put each line where its own
 * language begins. Used by rows, cells and pages. Main thread. */

#include "config.h"

#include "lanyard-text-side.h"

static GtkTextDirection
get_direction (gunichar character)
{
  switch (character)
    {
    case 0x061c: /* Arabic letter mark */
    case 0x200f: /* right-to-left mark */
      return GTK_TEXT_DIR_RTL;
    case 0x200e: /* left-to-right mark */
      return GTK_TEXT_DIR_LTR;
    default:
      break;
    }
  if (!g_unichar_isalpha (character))
    return GTK_TEXT_DIR_NONE;
  switch ((int) g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return GTK_TEXT_DIR_RTL;
    default:
      return GTK_TEXT_DIR_LTR;
    }
}

/* As its first letter does, or a mark that a translation begins with: what
 * Pango goes by, which lays out the text to tell. */
static GtkTextDirection
find_direction (const char *text)
{
  GtkTextDirection direction = GTK_TEXT_DIR_NONE;

  for (const char *p = text; *p != '\0' && direction == GTK_TEXT_DIR_NONE; p = g_utf8_next_char (p))
    direction = get_direction (g_utf8_get_char (p));
  return direction;
}

static gboolean
runs_against (const char       *text,
              GtkTextDirection  window)
{
  GtkTextDirection direction = find_direction (text);

  return direction != GTK_TEXT_DIR_NONE && direction != window;
}

/**
 * lanyard_text_side_align:
 * @layout: a layout of a widget, with the text it is to show
 * @direction: the widget's
 *
 * Lets a text that a widget draws itself begin where the window's language
 * does. To be asked again for each text.
 */
void
lanyard_text_side_align (PangoLayout      *layout,
                         GtkTextDirection  direction)
{
  gboolean rtl = direction == GTK_TEXT_DIR_RTL;
  gboolean swapped;

  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  /* Pango swaps the sides of what runs against the widget. */
  swapped = runs_against (pango_layout_get_text (layout), direction);
  pango_layout_set_alignment (layout, rtl != swapped ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* A label turns left and right around itself, and Pango then swaps the sides. */
static void
label_cb (GtkLabel *label)
{
  gboolean against = runs_against (gtk_label_get_text (label), gtk_widget_get_direction (GTK_WIDGET (label)));

  gtk_label_set_justify (label, against ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

/**
 * lanyard_text_side_follow:
 * @widget: a page or row whose labels exist, empty or not
 *
 * Lets what its labels of several lines say begin where the window's language
 * does, from now on.
 */
void
lanyard_text_side_follow (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)) &&
      gtk_label_get_justify (GTK_LABEL (widget)) == GTK_JUSTIFY_LEFT)
    {
      g_signal_connect (widget, "notify::label", G_CALLBACK (label_cb), NULL);
      g_signal_connect (widget, "direction-changed", G_CALLBACK (label_cb), NULL);
      label_cb (GTK_LABEL (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    lanyard_text_side_follow (child);
}

static void
set_direction (GtkWidget        *widget,
               GtkTextDirection  direction)
{
  gtk_widget_set_direction (widget, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    set_direction (child, direction);
}

/**
 * lanyard_text_side_set_prose:
 * @widget: what shows a long text
 * @text: the text
 *
 * Lays out all of it as the text's own language runs. Numbers alone run no way.
 */
void
lanyard_text_side_set_prose (GtkWidget  *widget,
                             const char *text)
{
  GtkTextDirection direction;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  direction = find_direction (text);
  if (direction != GTK_TEXT_DIR_NONE)
    set_direction (widget, direction);
}
