/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole programme, a day at a time: as a list under headings of hours, or
 * as a grid of rooms and hours, which is made when it is first shown. Days are
 * days of the zone in which times are shown, and regroup with it. Made by the
 * browser. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../grid/lanyard-grid.h"
#include "../widgets/lanyard-item-list.h"
#include "../widgets/lanyard-lazy-menu.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-day-switcher.h"
#include "lanyard-schedule-page.h"
#include "time/lanyard-time-format.h"

#define NO_TIME_NAME "no-time"
#define LIST_VIEW "list"
#define GRID_VIEW "grid"

struct _LanyardSchedulePage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  char *wanted_day;            /* owned, nullable: the day to show when it is there */
  GPtrArray *days;             /* owned, of LanyardDay */
  gboolean folded;             /* whether the bar is too narrow for the zone */

  AdwWindowTitle *title;
  LanyardDaySwitcher *switcher;
  LanyardZoneButton *zone;
  AdwToggleGroup *views;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  GtkStack *stack;
  LanyardItemList *list;
  AdwBin *grid;
  AdwBin *empty;
};

typedef enum
{
  PROP_VIEW = 1,
} LanyardSchedulePageProperty;

enum
{
  SIGNAL_ITEM_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_VIEW + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSchedulePage, lanyard_schedule_page, ADW_TYPE_BIN)

static char *
name_of_day (guint day)
{
  GDate date;

  if (day == LANYARD_DAY_NONE)
    return g_strdup (NO_TIME_NAME);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04d-%02u-%02d", g_date_get_year (&date), (guint) g_date_get_month (&date),
                          g_date_get_day (&date));
}

static const LanyardDay *
find_day (LanyardSchedulePage *self,
          guint                number)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (self->days, i);

      if (day->day == number)
        return day;
    }
  return NULL;
}

static const LanyardDay *
find_day_by_name (LanyardSchedulePage *self,
                  const char          *name)
{
  for (guint i = 0; name != NULL && i < self->days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (self->days, i);
      g_autofree char *its_name = name_of_day (day->day);

      if (g_str_equal (its_name, name))
        return day;
    }
  return NULL;
}

/* The day that was shown last, else today, else the first. */
static const LanyardDay *
day_to_show (LanyardSchedulePage *self)
{
  const LanyardDay *day = find_day_by_name (self, self->wanted_day);

  if (day == NULL)
    day = find_day (self, lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open),
                                                lanyard_open_conference_get_now (self->open)));
  if (day == NULL && self->days->len > 0)
    day = g_ptr_array_index (self->days, 0);
  return day;
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
item_activated_cb (LanyardSchedulePage *self,
                   LanyardItem         *item)
{
  g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, item);
}

static LanyardGrid *
ensure_grid (LanyardSchedulePage *self)
{
  if (adw_bin_get_child (self->grid) == NULL)
    {
      GtkWidget *grid = lanyard_grid_new (self->open);

      g_signal_connect_object (grid, "item-activated", G_CALLBACK (item_activated_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->grid, grid);
    }
  return LANYARD_GRID (adw_bin_get_child (self->grid));
}

static void
show_day (LanyardSchedulePage *self)
{
  const LanyardDay *day = find_day (self, lanyard_day_switcher_get_day (self->switcher));
  const char *view = lanyard_schedule_page_get_view (self);

  if (day == NULL)
    {
      show_empty (self);
      return;
    }
  if (g_str_equal (view, GRID_VIEW))
    lanyard_grid_set_day (ensure_grid (self), day->day, day->items);
  else
    lanyard_item_list_set_items (self->list, day->items, TRUE);
  gtk_stack_set_visible_child_name (self->stack, view);
}

static void
day_chosen_cb (LanyardSchedulePage *self)
{
  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  g_free (self->wanted_day);
  self->wanted_day = lanyard_schedule_page_dup_day (self);
  show_day (self);
}

static void
view_chosen_cb (LanyardSchedulePage *self)
{
  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  if (self->open != NULL && lanyard_open_conference_get_programme (self->open) != NULL)
    show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/* Times are never without their zone: where its button is not, the title says
 * it. */
static void
show_subtitle (LanyardSchedulePage *self)
{
  LanyardProgramme *programme = self->open != NULL ? lanyard_open_conference_get_programme (self->open) : NULL;
  g_autofree char *zone = NULL;

  if (programme == NULL)
    return;
  if (self->folded)
    zone = lanyard_format_zone (lanyard_open_conference_get_zone (self->open),
                                lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->start);
  adw_window_title_set_subtitle (self->title, zone != NULL ? zone
                                                           : lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
}

static void
fold_cb (LanyardSchedulePage *self)
{
  self->folded = TRUE;
  show_subtitle (self);
}

static void
unfold_cb (LanyardSchedulePage *self)
{
  self->folded = FALSE;
  show_subtitle (self);
}

static void
refill (LanyardSchedulePage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const LanyardDay *day;

  if (programme == NULL)
    return;
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = lanyard_programme_dup_days (programme, lanyard_open_conference_get_zone (self->open));
  day = day_to_show (self);
  lanyard_day_switcher_set_days (self->switcher, self->days, day != NULL ? day->day : LANYARD_DAY_NONE);
  show_subtitle (self);
  show_day (self);
}

static void
lanyard_schedule_page_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((LanyardSchedulePageProperty) property_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, lanyard_schedule_page_get_view (LANYARD_SCHEDULE_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_schedule_page_set_property (GObject      *object,
                                    guint         property_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch ((LanyardSchedulePageProperty) property_id)
    {
    case PROP_VIEW:
      lanyard_schedule_page_set_view (LANYARD_SCHEDULE_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_schedule_page_get_property;
  object_class->set_property = lanyard_schedule_page_set_property;
  object_class->dispose = lanyard_schedule_page_dispose;

  /* "list" or "grid". */
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, LIST_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_property_action (widget_class, "schedule.view", "view");

  /**
   * LanyardSchedulePage::item-activated:
   * @self: the page
   * @item: the item
   *
   * Somebody wants to see an item.
   */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ITEM);

  g_type_ensure (LANYARD_TYPE_DAY_SWITCHER);
  g_type_ensure (LANYARD_TYPE_ITEM_LIST);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/schedule/lanyard-schedule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, views);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, menu);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, grid);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, empty);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
}

static void
lanyard_schedule_page_init (LanyardSchedulePage *self)
{
  self->days = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_lazy_menu_set (self->menu_button, self->menu);
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

  return self->days->len > 0 ? name_of_day (lanyard_day_switcher_get_day (self->switcher)) : g_strdup (self->wanted_day);
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
  const LanyardDay *found;

  g_return_if_fail (LANYARD_IS_SCHEDULE_PAGE (self));

  g_set_str (&self->wanted_day, day);
  found = find_day_by_name (self, day);
  if (found != NULL)
    lanyard_day_switcher_set_day (self->switcher, found->day);
}

/**
 * lanyard_schedule_page_step_day:
 * @self: a page
 * @n_days: how many days further; negative for back
 *
 * Shows the day before or after the one that is shown, if there is one.
 */
void
lanyard_schedule_page_step_day (LanyardSchedulePage *self,
                                int                  n_days)
{
  g_return_if_fail (LANYARD_IS_SCHEDULE_PAGE (self));

  if (!lanyard_day_switcher_step (self->switcher, n_days))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * lanyard_schedule_page_get_view:
 * @self: a page
 *
 * Gets how the programme is shown.
 *
 * Returns: (transfer none): "list" or "grid"
 */
const char *
lanyard_schedule_page_get_view (LanyardSchedulePage *self)
{
  g_return_val_if_fail (LANYARD_IS_SCHEDULE_PAGE (self), LIST_VIEW);

  return adw_toggle_group_get_active_name (self->views);
}

/**
 * lanyard_schedule_page_set_view:
 * @self: a page
 * @view: "list" or "grid"; any other name does nothing
 *
 * Shows the programme as a list or as a grid.
 */
void
lanyard_schedule_page_set_view (LanyardSchedulePage *self,
                                const char          *view)
{
  g_return_if_fail (LANYARD_IS_SCHEDULE_PAGE (self));

  if (g_strcmp0 (view, LIST_VIEW) == 0 || g_strcmp0 (view, GRID_VIEW) == 0)
    adw_toggle_group_set_active_name (self->views, view);
}
