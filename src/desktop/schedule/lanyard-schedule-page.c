/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole programme, a day at a time: as a list under headings of hours, or
 * as a grid of rooms and hours, which is made when it is first shown. Days are
 * days of the zone in which times are shown, and regroup with it. What of a day
 * is shown is in lanyard-schedule-page-items.c, and where it is read in
 * lanyard-schedule-page-place.c. Made by the browser. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../widgets/lanyard-lazy-menu.h"
#include "../widgets/lanyard-window-buttons.h"
#include "lanyard-filter-popover.h"
#include "lanyard-item-menu.h"
#include "lanyard-schedule-days.h"
#include "lanyard-schedule-page-private.h"
#include "time/lanyard-time-format.h"

typedef enum
{
  PROP_VIEW = 1,
  PROP_POSITION,
} LanyardSchedulePageProperty;

enum
{
  SIGNAL_ITEM_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_POSITION + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSchedulePage, lanyard_schedule_page, ADW_TYPE_BIN)

/* The day that was shown last, else today, else the first. */
static const LanyardDay *
day_to_show (LanyardSchedulePage *self)
{
  const LanyardDay *day = lanyard_days_find_named (self->days, self->wanted_day);

  if (day == NULL)
    day = lanyard_days_find (self->days, lanyard_schedule_page_get_today (self));
  if (day == NULL && self->days->len > 0)
    day = g_ptr_array_index (self->days, 0);
  return day;
}

/* Private: somebody wants to see an item. */
void
lanyard_schedule_page_activate (LanyardSchedulePage *self,
                                LanyardItem         *item)
{
  g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, item);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  LanyardSchedulePage *self = LANYARD_SCHEDULE_PAGE (user_data);

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, lanyard_filter_popover_new (self->open));
}

static void
day_chosen_cb (LanyardSchedulePage *self)
{
  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  g_free (self->wanted_day);
  self->wanted_day = lanyard_schedule_page_dup_day (self);
  lanyard_schedule_page_show_items (self, TRUE);
}

static void
view_chosen_cb (LanyardSchedulePage *self)
{
  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  if (self->open != NULL && lanyard_open_conference_get_programme (self->open) != NULL)
    lanyard_schedule_page_show_items (self, FALSE);
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
fill (LanyardSchedulePage *self,
      const LanyardDay    *day,
      gboolean             from_top)
{
  lanyard_day_switcher_set_days (self->switcher, self->days, day != NULL ? day->day : LANYARD_DAY_NONE);
  show_subtitle (self);
  lanyard_schedule_page_show_now_button (self);
  lanyard_schedule_page_show_items (self, from_top);
}

static void
take_days (LanyardSchedulePage *self)
{
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = lanyard_programme_dup_days (lanyard_open_conference_get_programme (self->open),
                                           lanyard_open_conference_get_zone (self->open));
}

static void
programme_changed_cb (LanyardSchedulePage *self)
{
  const char *uuid = lanyard_open_conference_get_uuid (self->open);
  gboolean is_other;

  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  is_other = g_strcmp0 (uuid, self->shown_uuid) != 0;
  g_set_str (&self->shown_uuid, uuid);
  take_days (self);
  lanyard_schedule_page_forget_old_position (self);
  fill (self, day_to_show (self), is_other);
}

/* Days regroup: one stays with what one reads. */
static void
zone_changed_cb (LanyardSchedulePage *self)
{
  LanyardItem *top = lanyard_item_list_get_top_item (self->list);
  const LanyardDay *day = NULL;

  g_assert (LANYARD_IS_SCHEDULE_PAGE (self));

  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  take_days (self);
  if (top != NULL)
    day = lanyard_days_find (self->days, lanyard_item_is_scheduled (top)
                              ? lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open), lanyard_item_get_start (top))
                              : LANYARD_DAY_NONE);
  fill (self, day != NULL ? day : day_to_show (self), FALSE);
}

/* Whoever keeps where one reads does so now. */
static void
lanyard_schedule_page_unmap (GtkWidget *widget)
{
  g_object_notify_by_pspec (G_OBJECT (widget), properties[PROP_POSITION]);

  GTK_WIDGET_CLASS (lanyard_schedule_page_parent_class)->unmap (widget);
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
    case PROP_POSITION:
      g_value_take_string (value, lanyard_schedule_page_dup_position (LANYARD_SCHEDULE_PAGE (object)));
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
    case PROP_POSITION:
      lanyard_schedule_page_set_position (LANYARD_SCHEDULE_PAGE (object), g_value_get_string (value));
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
  g_clear_pointer (&self->wanted_position, g_free);
  g_clear_pointer (&self->grid_position, g_free);
  g_clear_pointer (&self->shown_uuid, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SCHEDULE_PAGE);

  G_OBJECT_CLASS (lanyard_schedule_page_parent_class)->dispose (object);
}

static void
show_day_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *target)
{
  lanyard_day_switcher_set_day (LANYARD_SCHEDULE_PAGE (widget)->switcher, g_variant_get_uint32 (target));
}

static void
lanyard_schedule_page_class_init (LanyardSchedulePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_schedule_page_get_property;
  object_class->set_property = lanyard_schedule_page_set_property;
  object_class->dispose = lanyard_schedule_page_dispose;
  widget_class->unmap = lanyard_schedule_page_unmap;

  /* "list" or "grid". */
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, LIST_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Where the list or the grid is read, so that one can return there at the next start.
   * Told when the page goes out of sight. */
  properties[PROP_POSITION] = g_param_spec_string ("position", NULL, NULL, NULL,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_property_action (widget_class, "schedule.view", "view");
  gtk_widget_class_install_action (widget_class, "schedule.show-day", "u", show_day_action);

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
  g_type_ensure (LANYARD_TYPE_FILTER_CHIPS);
  g_type_ensure (LANYARD_TYPE_ITEM_LIST);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/schedule/lanyard-schedule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, header);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, now_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, views);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, menu);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, chips);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, grid);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, empty);
  gtk_widget_class_bind_template_child (widget_class, LanyardSchedulePage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "item_activated_cb", G_CALLBACK (lanyard_schedule_page_activate));
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
}

static void
lanyard_schedule_page_init (LanyardSchedulePage *self)
{
  self->days = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_lazy_menu_set (self->menu_button, self->menu);
  gtk_menu_button_set_create_popup_func (self->filter_button, create_popover_cb, self, NULL);
  lanyard_item_menu_attach (self->list, NULL, NULL);
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
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);
  lanyard_schedule_page_follow (self);
  /* After this page, so that rows which it drops have nothing to do. */
  lanyard_item_list_set_open (self->list, open, LANYARD_HEADING_HOUR);
  lanyard_filter_chips_set_open (self->chips, open);
  programme_changed_cb (self);
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

  return self->days->len > 0 ? lanyard_day_dup_name (lanyard_day_switcher_get_day (self->switcher)) : g_strdup (self->wanted_day);
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
  found = lanyard_days_find_named (self->days, day);
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

/**
 * lanyard_schedule_page_show_filters:
 * @self: a page
 *
 * Opens the filters.
 */
void
lanyard_schedule_page_show_filters (LanyardSchedulePage *self)
{
  g_return_if_fail (LANYARD_IS_SCHEDULE_PAGE (self));

  gtk_menu_button_popup (self->filter_button);
}

/**
 * lanyard_schedule_page_set_alone:
 * @self: a page
 * @alone: whether there is nothing beside it
 *
 * Says whether it has all the width, and with it the window's buttons.
 */
void
lanyard_schedule_page_set_alone (LanyardSchedulePage *self,
                                 gboolean            alone)
{
  g_return_if_fail (LANYARD_IS_SCHEDULE_PAGE (self));

  lanyard_window_buttons_show (self->header, &self->window_buttons, alone);
}
