/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the schedule is read, so that one can return there at the next start:
 * in the list or in the grid, and on which day that was. Main thread. */

#include "config.h"

#include <string.h>

#include "lanyard-schedule-days.h"
#include "lanyard-schedule-page-private.h"

/* Before the part of the grid that was in sight, in place of an item's kind. */
#define GRID_POSITION "grid "

/* Private: the day of now, in the zone that is shown. */
guint
lanyard_schedule_page_get_today (LanyardSchedulePage *self)
{
  return lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open),
                               lanyard_open_conference_get_now (self->open));
}

static void
remember_position (LanyardSchedulePage *self,
                   const char          *position)
{
  if (g_str_has_prefix (position, GRID_POSITION))
    g_set_str (&self->grid_position, position + strlen (GRID_POSITION));
  else
    lanyard_item_list_set_position (self->list, position);
}

/* Private: drops what was remembered on another day than this: during the
 * conference one wants to see today. */
void
lanyard_schedule_page_forget_old_position (LanyardSchedulePage *self)
{
  g_autofree char *today = lanyard_day_dup_name (lanyard_schedule_page_get_today (self));

  if (self->wanted_position == NULL)
    return;
  if (g_str_has_prefix (self->wanted_position, today))
    remember_position (self, self->wanted_position + strlen (today) + 1);
  else if (lanyard_days_find (self->days, lanyard_schedule_page_get_today (self)) != NULL)
    g_clear_pointer (&self->wanted_day, g_free);
  else if (strchr (self->wanted_position, ' ') != NULL)
    remember_position (self, strchr (self->wanted_position, ' ') + 1);
  g_clear_pointer (&self->wanted_position, g_free);
}

/* Private: where one reads. The day of now goes before: what was remembered on
 * another day is old. */
char *
lanyard_schedule_page_dup_position (LanyardSchedulePage *self)
{
  g_autofree char *today = NULL;
  g_autofree char *position = NULL;

  if (self->wanted_position != NULL || self->open == NULL)
    return g_strdup (self->wanted_position != NULL ? self->wanted_position : "");
  today = lanyard_day_dup_name (lanyard_schedule_page_get_today (self));
  position = lanyard_schedule_page_dup_grid_position (self);
  if (position != NULL)
    return g_strconcat (today, " " GRID_POSITION, position, NULL);
  position = lanyard_item_list_dup_position (self->list);
  return g_strdup_printf ("%s %s", today, position != NULL ? position : "");
}

/* Private: where to read, before there are items; later it comes back from where
 * it is kept. */
void
lanyard_schedule_page_set_position (LanyardSchedulePage *self,
                                    const char          *position)
{
  if (self->open == NULL)
    g_set_str (&self->wanted_position, position != NULL && *position != '\0' ? position : NULL);
}
