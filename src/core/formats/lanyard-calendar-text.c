/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorts the lines of a calendar by the component that they belong to, however
 * these are nested, unclosed or closed twice. What nothing is made of, such as
 * alarms and tasks, is left out. The readers of iCalendar and xCal call it, in
 * the thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-calendar-private.h"

/* No talk's entry has more properties; libical makes much of each. */
#define MOST_LINES 2000

static void
component_free (gpointer data)
{
  g_string_free (data, TRUE);
}

/* Makes a calendar in which nothing is yet. */
LanyardCalendarText *
lanyard_calendar_text_new (void)
{
  LanyardCalendarText *self = g_new0 (LanyardCalendarText, 1);

  self->head = g_string_new ("BEGIN:VCALENDAR\r\n");
  self->zones = g_ptr_array_new_with_free_func (component_free);
  self->events = g_ptr_array_new_with_free_func (component_free);
  return self;
}

/* Frees a calendar. */
void
lanyard_calendar_text_free (LanyardCalendarText *self)
{
  g_string_free (self->head, TRUE);
  g_ptr_array_unref (self->zones);
  g_ptr_array_unref (self->events);
  g_free (self->left_out);
  g_free (self);
}

static gboolean
is_one_of (const char         *name,
           const char * const *names)
{
  for (; *names != NULL; names++)
    if (g_ascii_strcasecmp (name, *names) == 0)
      return TRUE;
  return FALSE;
}

/* Whether it is a component that cannot be inside one that is left out. */
static gboolean
is_outer (const char *name)
{
  return is_one_of (name, (const char *[]) { "VEVENT", "VTIMEZONE", "VCALENDAR", NULL });
}

static gboolean
is_in (const LanyardCalendarText *self,
       GPtrArray                 *components)
{
  return self->current != NULL && components->len > 0 &&
         g_ptr_array_index (components, components->len - 1) == (gpointer) self->current;
}

/* The part of a zone's description that has this name, or NULL. */
static const char *
find_observance (const LanyardCalendarText *self,
                 const char                *name)
{
  if (!is_in (self, self->zones))
    return NULL;
  if (g_ascii_strcasecmp (name, "STANDARD") == 0)
    return "STANDARD";
  return g_ascii_strcasecmp (name, "DAYLIGHT") == 0 ? "DAYLIGHT" : NULL;
}

static void
begin (LanyardCalendarText *self,
       GPtrArray           *components,
       const char          *name)
{
  self->current = g_string_new (NULL);
  self->n_lines = 0;
  g_string_append_printf (self->current, "BEGIN:%s\r\n", name);
  g_ptr_array_add (components, self->current);
}

static void
finish_observance (LanyardCalendarText *self)
{
  if (self->observance != NULL)
    g_string_append_printf (self->current, "END:%s\r\n", self->observance);
  self->observance = NULL;
}

static void
finish_current (LanyardCalendarText *self)
{
  if (self->current == NULL)
    return;
  finish_observance (self);
  g_string_append (self->current, is_in (self, self->zones) ? "END:VTIMEZONE\r\n" : "END:VEVENT\r\n");
  self->current = NULL;
}

static void
leave_out (LanyardCalendarText *self,
           const char          *name)
{
  g_free (self->left_out);
  self->left_out = g_strdup (name);
  self->depth = 1;
}

/* A component begins. One that should have ended before ends here. */
void
lanyard_calendar_text_open (LanyardCalendarText *self,
                            const char          *name)
{
  if (self->left_out != NULL && !is_outer (name))
    {
      if (g_ascii_strcasecmp (name, self->left_out) == 0)
        self->depth++;
      return;
    }
  if (is_outer (name))
    {
      self->is_mended |= self->left_out != NULL || self->current != NULL;
      g_clear_pointer (&self->left_out, g_free);
      finish_current (self);
    }

  if (g_ascii_strcasecmp (name, "VCALENDAR") == 0)
    self->n_begun++;
  else if (g_ascii_strcasecmp (name, "VEVENT") == 0)
    begin (self, self->events, "VEVENT");
  else if (g_ascii_strcasecmp (name, "VTIMEZONE") == 0)
    begin (self, self->zones, "VTIMEZONE");
  else if (find_observance (self, name) != NULL)
    {
      finish_observance (self);
      self->observance = find_observance (self, name);
      g_string_append_printf (self->current, "BEGIN:%s\r\n", self->observance);
    }
  else
    leave_out (self, name);
}

/* A component ends, and with it all that should have ended in it. */
void
lanyard_calendar_text_close (LanyardCalendarText *self,
                             const char          *name)
{
  if (self->left_out != NULL && !is_outer (name))
    {
      if (g_ascii_strcasecmp (name, self->left_out) == 0 && --self->depth == 0)
        g_clear_pointer (&self->left_out, g_free);
      return;
    }
  self->is_mended |= self->left_out != NULL;
  g_clear_pointer (&self->left_out, g_free);

  if (g_ascii_strcasecmp (name, "VCALENDAR") == 0)
    {
      self->is_mended |= self->current != NULL;
      finish_current (self);
      self->n_ended++;
    }
  else if (is_outer (name))
    finish_current (self);
  else
    finish_observance (self);
}

/* One property, unfolded and UTF-8. */
void
lanyard_calendar_text_add (LanyardCalendarText *self,
                           const char          *line)
{
  gsize name_length = strcspn (line, ";:");
  guint *n_lines = self->current != NULL ? &self->n_lines : &self->n_head_lines;

  if (self->left_out != NULL || line[name_length] == '\0')
    return;
  if (*n_lines == MOST_LINES ||
      !lanyard_calendar_property_append (self->current != NULL ? self->current : self->head, line, name_length))
    self->is_mended = TRUE;
  else
    ++*n_lines;
}

/* A document is at its end. An entry that is still open then is half an entry,
 * which is left out rather than shown with half a title. */
void
lanyard_calendar_text_end (LanyardCalendarText *self)
{
  self->is_cut_off |= self->current != NULL || self->n_ended < self->n_begun;
  if (is_in (self, self->events))
    {
      g_ptr_array_remove_index (self->events, self->events->len - 1);
      self->current = NULL;
      self->n_lost++;
    }
  finish_current (self);
  g_clear_pointer (&self->left_out, g_free);
}
