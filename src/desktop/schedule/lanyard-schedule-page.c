/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole programme, a day at a time, under headings of hours. Days are
 * days of the zone in which times are shown, and regroup with it. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-item-list.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-schedule-page.h"
#include "plan/lanyard-day.h"
#include "time/lanyard-time-format.h"

#define NO_TIME_NAME "no-time"

struct _LanyardSchedulePage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  char *wanted_day;            /* owned, nullable: the day to show when it is there */
  GPtrArray *days;             /* owned, of LanyardDay */
  gboolean filling;            /* while the days are replaced */

  AdwWindowTitle *title;
  AdwToggleGroup *toggles;
  LanyardZoneButton *zone;
  GtkStack *stack;
  LanyardItemList *list;
  AdwBin *empty;
};

enum
{
  SIGNAL_ITEM_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSchedulePage, lanyard_schedule_page, ADW_TYPE_BIN)

static char *
name_of_day (const LanyardDay *day)
{
  GDate date;

  if (day->day == LANYARD_DAY_NONE)
    return g_strdup (NO_TIME_NAME);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day->day);
  return g_strdup_printf ("%04d-%02u-%02d", g_date_get_year (&date), (guint) g_date_get_month (&date),
                          g_date_get_day (&date));
}

static const LanyardDay *
find_day (LanyardSchedulePage *self,
          const char          *name)
{
  for (guint i = 0; name != NULL && i < self->days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (self->days, i);
      g_autofree char *its_name = name_of_day (day);

      if (g_str_equal (its_name, name))
        return day;
    }
  return NULL;
}

/* The day that was shown last, else today, else the first. */
static const LanyardDay *
day_to_show (LanyardSchedulePage *self)
{
  const LanyardDay *wanted = find_day (self, self->wanted_day);
  guint today;

  if (wanted != NULL)
    return wanted;
  today = lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open),
                                lanyard_open_conference_get_now (self->open));
  for (guint i = 0; i < self->days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (self->days, i);

      if (day->day == today)
        return day;
    }
  return self->days->len > 0 ? g_ptr_array_index (self->days, 0) : NULL;
}

static void
add_toggle (LanyardSchedulePage *self,
            const LanyardDay    *day)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *name = name_of_day (day);
  g_autofree char *label = NULL;
  g_autofree char *tooltip = NULL;

  if (day->day == LANYARD_DAY_NONE)
    {
      /* Translators: stands among the days, for talks that have no time yet */
      label = g_strdup (_("No Time"));
      tooltip = g_strdup (_("Not Scheduled Yet"));
    }
  else
    {
      label = lanyard_format_day (day->day, LANYARD_DAY_SHORT);
      tooltip = lanyard_format_day (day->day, LANYARD_DAY_FULL);
    }
  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_set_tooltip (toggle, tooltip);
  adw_toggle_group_add (self->toggles, toggle);
}

/* Made when it is needed, which is hardly ever. */
static void
show_empty (LanyardSchedulePage *self)
{
  if (adw_bin_get_child (self->empty) == NULL)
    adw_bin_set_child (self->empty, g_object_new (ADW_TYPE_STATUS_PAGE,
                                                  "icon-name", "lanyard-schedule-symbolic",
                                                  "title", _("No Talks Yet"),
                                                  "description", _("The programme of this conference has no talks. "
                                                                   "Refresh it when it is published."),
                                                  NULL));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_day (LanyardSchedulePage *self)
{
  const LanyardDay *day = find_day (self, adw_toggle_group_get_active_name (self->toggles));

  if (day == NULL)
    {
      show_empty (self);
      return;
    }
  lanyard_item_list_set_items (self->list, day->items, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "items");
}

static void
day_chosen_cb (LanyardSchedulePage *self)
{
  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  if (self->filling)
    return;
  g_set_str (&self->wanted_day, adw_toggle_group_get_active_name (self->toggles));
  show_day (self);
}

static void
refill (LanyardSchedulePage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const LanyardDay *day;
  g_autofree char *name = NULL;

  if (programme == NULL)
    return;

  self->filling = TRUE;
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = lanyard_programme_dup_days (programme, lanyard_open_conference_get_zone (self->open));
  adw_toggle_group_remove_all (self->toggles);
  for (guint i = 0; i < self->days->len; i++)
    add_toggle (self, g_ptr_array_index (self->days, i));
  day = day_to_show (self);
  if (day != NULL)
    {
      name = name_of_day (day);
      adw_toggle_group_set_active_name (self->toggles, name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->toggles), self->days->len > 0);
  self->filling = FALSE;

  adw_window_title_set_subtitle (self->title,
                                 lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
  show_day (self);
}

static void
item_activated_cb (LanyardSchedulePage *self,
                   LanyardItem         *item)
{
  g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, item);
}

static void
lanyard_schedule_page_dispose (GObject *object)
{
  LanyardSchedulePage *self = LANYARD_SCHEDULE_PAGE (object);

  g_clear_object (&self->open);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->wanted_day, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SCHEDULE_PAGE);

  G_OBJECT_CLASS (lanyard_schedule_page_parent_class)->dispose (object);
}

static void
lanyard_schedule_page_class_init (LanyardSchedulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_schedule_page_dispose;

  /**
   * LanyardSchedulePage::item-activated:
   * @self: the page
   * @item: the item
   *
   * Somebody wants to see an item.
   */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ITEM);

  g_type_ensure (LANYARD_TYPE_ITEM_LIST);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/schedule/lanyard-schedule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, toggles);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, empty);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
}

static void
lanyard_schedule_page_init (LanyardSchedulePage *self)
{
  self->days = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_schedule_page_set_open:
 * @self: a page
 * @open: the conference it shows
 *
 * Says what it shows; once.
 */
void
lanyard_schedule_page_set_open (LanyardSchedulePage   *self,
                                LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_SCHEDULE_PAGE (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  lanyard_zone_button_set_open (self->zone, open);
  lanyard_item_list_set_open (self->list, open, LANYARD_HEADING_HOUR);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);
}

/**
 * lanyard_schedule_page_dup_day:
 * @self: a page
 *
 * Gets which day is shown, so that it can be shown again at the next start.
 *
 * Returns: (transfer full) (nullable): "2026-10-05" or a name for talks without a time
 */
char *
lanyard_schedule_page_dup_day (LanyardSchedulePage *self)
{
  g_return_val_if_fail (LANYARD_IS_SCHEDULE_PAGE (self), NULL);

  return g_strdup (adw_toggle_group_get_active_name (self->toggles));
}

/**
 * lanyard_schedule_page_set_day:
 * @self: a page
 * @day: (nullable): what lanyard_schedule_page_dup_day() gave
 *
 * Shows a day, now or as soon as a programme is there that has it.
 */
void
lanyard_schedule_page_set_day (LanyardSchedulePage *self,
                               const char          *day)
{
  g_return_if_fail (LANYARD_IS_SCHEDULE_PAGE (self));

  g_set_str (&self->wanted_day, day);
  if (find_day (self, day) != NULL)
    adw_toggle_group_set_active_name (self->toggles, day);
}
