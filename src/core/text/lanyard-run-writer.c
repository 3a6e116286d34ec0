/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the runs of one paragraph, cell or stretch of code: joins what looks
 * alike, makes one space of many, lets no control character through, and finds
 * the pairs of "==" that mean highlighting. LanyardTextBuilder is its only
 * caller. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-run-writer.h"

/* Stands for "==" until its partner is found. No control character of the
 * text itself gets in. */
#define MARK '\1'

struct _LanyardRunWriter
{
  GPtrArray *runs;        /* owned; finished */
  GString *text;          /* owned; of the run that is being written */
  char *run_href;         /* owned GRefString, nullable; of the same */
  LanyardRunStyle run_style;
  char *href;             /* owned GRefString, nullable; of what comes next */
  LanyardRunStyle style;
  gboolean verbatim;      /* code: spaces count, and all is one run */
  gboolean at_line_start; /* nothing is on this line yet */
  gboolean after_space;
  gboolean wants_break;   /* before the next character */
  gboolean has_marks;
};

static void
set_href (char **href,
          char  *new_href)
{
  if (*href == new_href)
    return;

  g_clear_pointer (href, g_ref_string_release);
  *href = new_href != NULL ? g_ref_string_acquire (new_href) : NULL;
}

static void
flush (LanyardRunWriter *self)
{
  if (self->text->len > 0)
    g_ptr_array_add (self->runs, lanyard_text_run_new (self->text->str, self->text->len,
                                                       self->run_style, self->run_href));
  g_string_truncate (self->text, 0);
}

/* Begins another run if what comes next looks different. */
static void
take_style (LanyardRunWriter *self)
{
  if (self->run_style == self->style && self->run_href == self->href)
    return;

  flush (self);
  self->run_style = self->style;
  set_href (&self->run_href, self->href);
}

static void
emit (LanyardRunWriter *self,
      const char       *text,
      gsize             length)
{
  take_style (self);
  g_string_append_len (self->text, text, (gssize) length);
}

/* At the end of the text or of a line stands at most one space. */
static void
trim_end (LanyardRunWriter *self)
{
  while (self->text->len > 0 || self->runs->len > 0)
    {
      LanyardTextRun *last;

      while (self->text->len > 0 && strchr (" \n", self->text->str[self->text->len - 1]) != NULL)
        g_string_truncate (self->text, self->text->len - 1);
      if (self->text->len > 0 || self->runs->len == 0)
        return;

      last = self->runs->pdata[self->runs->len - 1];
      g_string_assign (self->text, last->text);
      self->run_style = last->style;
      set_href (&self->run_href, last->href);
      g_ptr_array_set_size (self->runs, (int) self->runs->len - 1);
    }
}

static void
add_visible (LanyardRunWriter *self,
             const char       *text,
             gsize             length)
{
  if (self->wants_break)
    {
      self->wants_break = FALSE;
      lanyard_run_writer_add_break (self);
    }
  emit (self, text, length);
  self->at_line_start = FALSE;
  self->after_space = FALSE;
}

/* The length of the control character at @at, 0 if there is none. Beside
 * ASCII's there are U+0080 to U+009F, which are two bytes long. */
static gsize
measure_control (const char *at,
                 gsize       left)
{
  guchar first = (guchar) at[0];

  if (first < 0x20 || first == 0x7f)
    return 1;
  if (first == 0xc2 && left > 1 && (guchar) at[1] < 0xa0)
    return 2;
  return 0;
}

static void
add_verbatim (LanyardRunWriter *self,
              const char       *text,
              gsize             length)
{
  for (gsize i = 0; i < length;)
    {
      gsize control = strchr ("\t\n", text[i]) != NULL ? 0 : measure_control (text + i, length - i);

      if (control == 0)
        emit (self, text + i++, 1);
      else
        i += control;
    }
}

static void
add_collapsed (LanyardRunWriter *self,
               const char       *text,
               gsize             length)
{
  gsize i = 0;

  while (i < length)
    {
      gsize start = i, control = 0;

      while (i < length && text[i] != ' ' && (control = measure_control (text + i, length - i)) == 0)
        i++;
      if (i > start)
        add_visible (self, text + start, i - start);
      if (i == length)
        return;

      if (strchr (" \t\n\r\f", text[i]) != NULL && text[i] != '\0' && !self->at_line_start && !self->after_space)
        {
          emit (self, " ", 1);
          self->after_space = TRUE;
        }
      i += MAX (control, 1);
    }
}

/* Python-Markdown, as Indico sets it up, highlights ==this==. What opens must
 * not follow a word nor what closes precede one, so that a==b stays code. */
static gboolean
can_open (const char *previous,
          const char *next)
{
  return !g_unichar_isalnum (g_utf8_get_char (previous)) && *next != '\0' && !g_ascii_isspace (*next);
}

static gboolean
can_close (const char *previous,
           const char *next)
{
  return *previous != '\0' && !g_ascii_isspace (*previous) && !g_unichar_isalnum (g_utf8_get_char (next));
}

/* For each MARK of @text in order: 1 if it opens, 2 if it closes, 0 if it is
 * no more than two equals signs. */
static GByteArray *
pair_marks (const char *text)
{
  GByteArray *roles = g_byte_array_new ();
  int open = -1;

  for (const char *at = strchr (text, MARK); at != NULL; at = strchr (at + 1, MARK))
    {
      const char *previous = at > text ? g_utf8_prev_char (at) : "";
      guint8 role = 0;

      if (open >= 0 && can_close (previous, at + 1) && *previous != MARK)
        {
          roles->data[open] = 1;
          role = 2;
          open = -1;
        }
      else if (can_open (previous, at + 1))
        open = (int) roles->len;
      g_byte_array_append (roles, &role, 1);
    }

  return roles;
}

static char *
join_text (GPtrArray *runs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, ((LanyardTextRun *) runs->pdata[i])->text);

  return g_string_free (text, FALSE);
}

/* Writes the runs anew, with the pairs of marks turned into style. */
static void
resolve_marks (LanyardRunWriter *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->runs);
  g_autofree char *all = join_text (old);
  g_autoptr (GByteArray) roles = pair_marks (all);
  LanyardRunStyle mark = 0;
  guint n = 0;

  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_text_run_free);
  for (guint i = 0; i < old->len; i++)
    {
      const LanyardTextRun *run = old->pdata[i];

      for (const char *at = run->text; *at != '\0';)
        {
          gsize length = strcspn (at, "\1");

          if (length > 0)
            {
              lanyard_run_writer_set_style (self, run->style | mark, run->href);
              emit (self, at, length);
            }
          at += length;
          if (*at == '\0')
            break;
          if (roles->data[n] == 0)
            {
              lanyard_run_writer_set_style (self, run->style | mark, run->href);
              emit (self, "==", 2);
            }
          else
            mark = roles->data[n] == 1 ? LANYARD_RUN_MARK : 0;
          n++;
          at++;
        }
    }
  flush (self);
}

/* @href is a GRefString, which all runs of a link share: links of many runs
 * would multiply it. */
LanyardTextRun *
lanyard_text_run_new (const char      *text,
                      gsize            length,
                      LanyardRunStyle  style,
                      char            *href)
{
  LanyardTextRun *run = g_new0 (LanyardTextRun, 1);

  run->text = g_strndup (text, length);
  run->style = style;
  run->href = href != NULL ? g_ref_string_acquire (href) : NULL;
  return run;
}

void
lanyard_text_run_free (LanyardTextRun *run)
{
  g_free (run->text);
  g_clear_pointer (&run->href, g_ref_string_release);
  g_free (run);
}

/* @verbatim is for code: spaces and lines stay, styles do not. */
LanyardRunWriter *
lanyard_run_writer_new (gboolean verbatim)
{
  LanyardRunWriter *self = g_new0 (LanyardRunWriter, 1);

  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_text_run_free);
  self->text = g_string_new (NULL);
  self->verbatim = verbatim;
  self->style = verbatim ? LANYARD_RUN_CODE : 0;
  self->at_line_start = TRUE;
  return self;
}

void
lanyard_run_writer_free (LanyardRunWriter *self)
{
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->run_href, g_ref_string_release);
  g_clear_pointer (&self->href, g_ref_string_release);
  g_free (self);
}

/* How what is added next looks. @href is a GRefString. */
void
lanyard_run_writer_set_style (LanyardRunWriter *self,
                              LanyardRunStyle   style,
                              char             *href)
{
  if (self->verbatim)
    return;

  self->style = style;
  set_href (&self->href, href);
}

void
lanyard_run_writer_add_text (LanyardRunWriter *self,
                             const char       *text,
                             gsize             length)
{
  if (self->verbatim)
    add_verbatim (self, text, length);
  else
    add_collapsed (self, text, length);
}

/* A line break; at the beginning there is nothing to break. */
void
lanyard_run_writer_add_break (LanyardRunWriter *self)
{
  if (self->verbatim)
    {
      emit (self, "\n", 1);
      return;
    }
  if (lanyard_run_writer_is_empty (self))
    return;

  if (self->after_space && self->text->len > 0)
    g_string_truncate (self->text, self->text->len - 1);
  emit (self, "\n", 1);
  self->at_line_start = TRUE;
  self->after_space = FALSE;
}

/* What follows, if anything does, begins a line. */
void
lanyard_run_writer_add_boundary (LanyardRunWriter *self)
{
  self->wants_break = !self->at_line_start;
}

/* "==", which may begin or end a highlight. */
void
lanyard_run_writer_add_mark (LanyardRunWriter *self)
{
  static const char mark = MARK;

  add_visible (self, &mark, 1);
  self->has_marks = TRUE;
}

gboolean
lanyard_run_writer_ends_line (LanyardRunWriter *self)
{
  return self->at_line_start && !lanyard_run_writer_is_empty (self);
}

gboolean
lanyard_run_writer_is_empty (LanyardRunWriter *self)
{
  return self->text->len == 0 && self->runs->len == 0;
}

/* Ends the writing. Returns: (transfer full): the runs */
GPtrArray *
lanyard_run_writer_end (LanyardRunWriter *self)
{
  trim_end (self);
  if (self->verbatim)
    {
      gsize blank = strspn (self->text->str, "\n");

      g_string_erase (self->text, 0, (gssize) blank);
    }
  flush (self);
  if (self->has_marks)
    resolve_marks (self);

  return g_steal_pointer (&self->runs);
}
