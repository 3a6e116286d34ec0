/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All about one thing: labelled values, then text. On a terminal the values
 * are aligned and everything is wrapped; through a pipe each value is a line
 * of its own, with a tab after the label. Made by `show`; main thread. */

#include "config.h"

#include "lanyard-cli-sheet.h"
#include "lanyard-cli-text.h"

#define GAP 2
#define READABLE_WIDTH 100

typedef struct
{
  char *label; /* owned */
  char *value; /* owned */
} Line;

struct _LanyardCliSheet
{
  GArray  *lines; /* owned, of Line */
  GString *text;  /* owned */
};

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->label, g_free);
  g_clear_pointer (&line->value, g_free);
}

static int
find_label_width (LanyardCliSheet *self)
{
  int width = 0;

  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, lanyard_cli_text_get_width (g_array_index (self->lines, Line, i).label));
  return width;
}

/* A value that is repeated under one label, like a second speaker, is told
 * the label only once. */
static gboolean
repeats_label (LanyardCliSheet *self,
               guint            index)
{
  return index > 0 && g_str_equal (g_array_index (self->lines, Line, index).label,
                                   g_array_index (self->lines, Line, index - 1).label);
}

static void
print_lines (LanyardCliSheet  *self,
             LanyardCliOutput *output,
             int               width)
{
  int label_width = find_label_width (self);
  int indent = MIN (label_width + GAP, width / 2);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *label = lanyard_cli_text_dup_cut (repeats_label (self, i) ? "" : line->label, indent - GAP);
      g_autofree char *padding = g_strnfill (indent - lanyard_cli_text_get_width (label), ' ');
      g_autofree char *value = lanyard_cli_text_dup_wrapped (line->value, width - indent, indent);

      if (*label != '\0')
        lanyard_cli_output_add_bold (output, label);
      lanyard_cli_output_add (output, padding);
      lanyard_cli_output_add (output, g_strchug (value));
    }
}

static void
print_for_people (LanyardCliSheet  *self,
                  LanyardCliOutput *output)
{
  int width = MIN (lanyard_cli_output_get_width (output), READABLE_WIDTH);

  print_lines (self, output, width);
  if (self->text->len > 0)
    {
      g_autofree char *wrapped = lanyard_cli_text_dup_wrapped (self->text->str, width, 0);

      lanyard_cli_output_add (output, "\n");
      lanyard_cli_output_add (output, wrapped);
    }
}

static void
print_plain (LanyardCliSheet  *self,
             LanyardCliOutput *output)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      lanyard_cli_output_add (output, line->label);
      lanyard_cli_output_add (output, "\t");
      lanyard_cli_output_add_line (output, line->value);
    }
  if (self->text->len > 0)
    {
      lanyard_cli_output_add (output, "\n");
      lanyard_cli_output_add_line (output, self->text->str);
    }
}

/**
 * lanyard_cli_sheet_new:
 *
 * Makes an empty sheet.
 *
 * Returns: (transfer full): a sheet
 */
LanyardCliSheet *
lanyard_cli_sheet_new (void)
{
  LanyardCliSheet *self = g_new0 (LanyardCliSheet, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->text = g_string_new (NULL);
  return self;
}

/**
 * lanyard_cli_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Frees a sheet.
 */
void
lanyard_cli_sheet_free (LanyardCliSheet *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->lines);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * lanyard_cli_sheet_add:
 * @self: a sheet
 * @label: what it is, translated
 * @value: (nullable): any text
 *
 * Adds a value, unless it is %NULL or empty.
 */
void
lanyard_cli_sheet_add (LanyardCliSheet *self,
                       const char      *label,
                       const char      *value)
{
  Line line;

  g_return_if_fail (self != NULL);
  g_return_if_fail (label != NULL);

  line.value = lanyard_cli_text_dup_line (value);
  if (*line.value == '\0')
    {
      g_free (line.value);
      return;
    }
  line.label = g_strdup (label);
  g_array_append_val (self->lines, line);
}

/**
 * lanyard_cli_sheet_add_number:
 * @self: a sheet
 * @label: what it is, translated
 * @number: how many there are
 *
 * Adds a number, also if it is 0.
 */
void
lanyard_cli_sheet_add_number (LanyardCliSheet *self,
                              const char      *label,
                              guint            number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  lanyard_cli_sheet_add (self, label, text);
}

/**
 * lanyard_cli_sheet_add_text:
 * @self: a sheet
 * @text: (nullable): any text of several lines
 *
 * Adds paragraphs below the values.
 */
void
lanyard_cli_sheet_add_text (LanyardCliSheet *self,
                            const char      *text)
{
  g_autofree char *lines = lanyard_cli_text_dup_lines (text);

  g_return_if_fail (self != NULL);

  if (*lines == '\0')
    return;
  if (self->text->len > 0)
    g_string_append (self->text, "\n\n");
  g_string_append (self->text, lines);
}

/**
 * lanyard_cli_sheet_print:
 * @self: a sheet
 * @output: where to
 *
 * Prints the sheet.
 */
void
lanyard_cli_sheet_print (LanyardCliSheet  *self,
                         LanyardCliOutput *output)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (output != NULL);

  if (lanyard_cli_output_is_terminal (output))
    print_for_people (self, output);
  else
    print_plain (self, output);
}
