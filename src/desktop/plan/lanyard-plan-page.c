/* SPDX-License-Identifier: GPL-3.0-or-later */

/* My Plan: its days drawn to scale, or all of it as a list, and above that what
 * is in conflict. What somebody does there are actions of the page, in
 * lanyard-plan-page-actions.c; export, printing and sharing have their place in
 * its menu. Made by the browser. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-lazy-menu.h"
#include "../widgets/lanyard-window-buttons.h"
#include "lanyard-plan-edits.h"
#include "lanyard-plan-page-private.h"
#include "lanyard-plan-phrases.h"
#include "time/lanyard-time-format.h"

enum
{
  SIGNAL_ITEM_ACTIVATED,
  N_SIGNALS,
};

typedef enum
{
  PROP_VIEW = 1,
  PROP_ALL_CONFERENCES,
} LanyardPlanPageProperty;

static GParamSpec *properties[PROP_ALL_CONFERENCES + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardPlanPage, lanyard_plan_page, ADW_TYPE_BIN)

static gboolean
is_list (LanyardPlanPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->views), "list") == 0;
}

/* Times are never without their zone: where its button is not, the title says
 * it. */
static void
show_subtitle (LanyardPlanPage *self)
{
  LanyardProgramme *programme = self->open != NULL ? lanyard_open_conference_get_programme (self->open) : NULL;
  LanyardConference *conference;
  g_autofree char *zone = NULL;

  if (programme == NULL)
    return;
  conference = lanyard_programme_get_conference (programme);
  if (self->folded)
    zone = lanyard_format_zone (lanyard_open_conference_get_zone (self->open), lanyard_conference_get_fields (conference)->start);
  adw_window_title_set_subtitle (self->title, zone != NULL ? zone : lanyard_conference_get_title (conference));
}

static void
show_conflicts (LanyardPlanPage *self)
{
  g_autofree char *sentence = NULL;

  if (self->plan == NULL)
    return;
  sentence = lanyard_phrase_conflicts (lanyard_shown_plan_get_conflicts (self->plan), self->folded);
  adw_banner_set_use_markup (self->conflicts, FALSE);
  if (sentence != NULL)
    adw_banner_set_title (self->conflicts, sentence);
  adw_banner_set_revealed (self->conflicts, sentence != NULL);
}

static const LanyardPlanDay *
find_day (LanyardPlanPage *self,
          guint            day)
{
  GPtrArray *days = lanyard_shown_plan_get_days (self->plan);

  for (guint i = 0; i < days->len; i++)
    if (((LanyardPlanDay *) g_ptr_array_index (days, i))->day == day)
      return g_ptr_array_index (days, i);
  return NULL;
}

/* The day that is shown; of another conference today, or the first on which
 * there is something, or the first. */
static guint
day_to_show (LanyardPlanPage *self,
             gboolean         is_other)
{
  GPtrArray *days = lanyard_shown_plan_get_days (self->plan);
  guint day = lanyard_day_switcher_get_day (self->switcher);

  if (!is_other && find_day (self, day) != NULL)
    return day;
  day = lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open), lanyard_open_conference_get_now (self->open));
  if (find_day (self, day) != NULL)
    return day;
  for (guint i = 0; i < days->len; i++)
    if (((LanyardPlanDay *) g_ptr_array_index (days, i))->entries->len > 0)
      return ((LanyardPlanDay *) g_ptr_array_index (days, i))->day;
  return days->len > 0 ? ((LanyardPlanDay *) g_ptr_array_index (days, 0))->day : LANYARD_DAY_NONE;
}

static void
fill_switcher (LanyardPlanPage *self,
               guint            day)
{
  GPtrArray *plan_days = lanyard_shown_plan_get_days (self->plan);
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  guint today = lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open), lanyard_open_conference_get_now (self->open));

  for (guint i = 0; i < plan_days->len; i++)
    {
      LanyardDay *one = g_new0 (LanyardDay, 1);

      one->day = ((LanyardPlanDay *) g_ptr_array_index (plan_days, i))->day;
      g_ptr_array_add (days, one);
    }
  self->filling = TRUE;
  lanyard_day_switcher_set_days (self->switcher, days, day);
  self->filling = FALSE;
  gtk_widget_set_visible (self->now_button, find_day (self, today) != NULL);
}

static void
fill_board (LanyardPlanPage *self,
            guint            day)
{
  gboolean is_new = self->board == NULL;

  if (is_new)
    {
      self->board = LANYARD_DAY_BOARD (lanyard_day_board_new (self->open));
      adw_bin_set_child (self->day, GTK_WIDGET (self->board));
    }
  lanyard_day_board_set_plan (self->board, lanyard_shown_plan_get_days (self->plan),
                              lanyard_shown_plan_get_conflicts (self->plan));
  lanyard_day_board_set_day (self->board, day);
}

static void
show_empty (LanyardPlanPage *self)
{
  adw_status_page_set_description (self->empty,
                                   lanyard_phrase_empty_plan (lanyard_open_conference_get_programme (self->open)));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* What has no time stands in the list. */
static void
show_entries (LanyardPlanPage *self)
{
  guint day = lanyard_day_switcher_get_day (self->switcher);

  if (lanyard_shown_plan_get_entries (self->plan)->len == 0)
    show_empty (self);
  else if (is_list (self) || day == LANYARD_DAY_NONE)
    {
      lanyard_plan_page_fill_list (self, is_list (self) ? NULL : find_day (self, LANYARD_DAY_NONE));
      gtk_stack_set_visible_child_name (self->stack, "list");
    }
  else
    {
      fill_board (self, day);
      gtk_stack_set_visible_child_name (self->stack, "day");
    }
}

static void
refill (LanyardPlanPage *self)
{
  const char *uuid = lanyard_open_conference_get_uuid (self->open);
  gboolean is_other = g_strcmp0 (uuid, self->shown_uuid) != 0;
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  gboolean keeps_top;
  gint64 top;
  guint day;

  g_assert (LANYARD_IS_PLAN_PAGE (self));

  if (lanyard_open_conference_get_plan (self->open) == NULL)
    return;
  /* Another zone is another place of the same hours: one goes on looking at them. */
  keeps_top = !is_other && self->shown_zone != NULL && !lanyard_zone_equal (self->shown_zone, zone) &&
              self->board != NULL && lanyard_day_board_get_top (self->board, &top);
  g_set_str (&self->shown_uuid, uuid);
  g_clear_pointer (&self->shown_zone, lanyard_zone_unref);
  self->shown_zone = lanyard_zone_ref (zone);
  /* There is a little room above what one looks at, and that may be of the day before. */
  day = keeps_top ? lanyard_zone_get_day (zone, top + LANYARD_DAY_BOARD_ROOM_ABOVE) : LANYARD_DAY_NONE;
  keeps_top = keeps_top && find_day (self, day) != NULL;
  fill_switcher (self, keeps_top ? day : day_to_show (self, is_other));
  show_subtitle (self);
  show_conflicts (self);
  show_entries (self);
  if (keeps_top)
    lanyard_day_board_show_top (self->board, top);
}

/* In the list it leads to the first entry of the day. */
static void
day_chosen_cb (LanyardPlanPage *self)
{
  guint day = lanyard_day_switcher_get_day (self->switcher);
  const LanyardPlanDay *plan_day;

  g_assert (LANYARD_IS_PLAN_PAGE (self));

  if (self->filling || self->plan == NULL)
    return;
  plan_day = find_day (self, day);
  show_entries (self);
  if (is_list (self) && plan_day != NULL && plan_day->entries->len > 0)
    lanyard_item_list_show_item (self->list, ((LanyardPlanEntry *) g_ptr_array_index (plan_day->entries, 0))->item);
}

static void
view_chosen_cb (LanyardPlanPage *self)
{
  g_assert (LANYARD_IS_PLAN_PAGE (self));

  if (self->plan != NULL && lanyard_open_conference_get_plan (self->open) != NULL)
    show_entries (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
fold_cb (LanyardPlanPage *self)
{
  self->folded = TRUE;
  show_subtitle (self);
  show_conflicts (self);
}

static void
unfold_cb (LanyardPlanPage *self)
{
  self->folded = FALSE;
  show_subtitle (self);
  show_conflicts (self);
}

static void
lanyard_plan_page_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (object);

  switch ((LanyardPlanPageProperty) property_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, is_list (self) ? "list" : "day");
      break;
    case PROP_ALL_CONFERENCES:
      g_value_set_boolean (value, g_settings_get_boolean (self->settings, "plan-all-conferences"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_plan_page_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (object);

  switch ((LanyardPlanPageProperty) property_id)
    {
    case PROP_VIEW:
      adw_toggle_group_set_active_name (self->views, g_strcmp0 (g_value_get_string (value), "list") == 0 ? "list" : "day");
      break;
    case PROP_ALL_CONFERENCES:
      g_settings_set_boolean (self->settings, "plan-all-conferences", g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_plan_page_dispose (GObject *object)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (object);

  g_clear_pointer (&self->lines, lanyard_plan_lines_free);
  g_clear_object (&self->plan);
  g_clear_object (&self->settings);
  g_clear_object (&self->open);
  g_clear_pointer (&self->shown_uuid, g_free);
  g_clear_pointer (&self->shown_zone, lanyard_zone_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (lanyard_plan_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /* "day" or "list". */
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "day", flags);
  properties[PROP_ALL_CONFERENCES] = g_param_spec_boolean ("all-conferences", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, header);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, menu);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, now_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, views);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, conflicts);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, empty);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, day);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanPage, list);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "item_activated_cb", G_CALLBACK (lanyard_plan_page_item_activated_cb));
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
}

static void
lanyard_plan_page_class_init (LanyardPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lanyard_plan_page_dispose;
  object_class->get_property = lanyard_plan_page_get_property;
  object_class->set_property = lanyard_plan_page_set_property;
  install_properties (object_class);

  /**
   * LanyardPlanPage::item-activated:
   * @self: the page
   * @item: the item
   *
   * Somebody wants to see an item of the open conference.
   */
  signals[SIGNAL_ITEM_ACTIVATED] = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ITEM);

  lanyard_plan_page_install_actions (widget_class);
  g_type_ensure (LANYARD_TYPE_DAY_SWITCHER);
  g_type_ensure (LANYARD_TYPE_ITEM_LIST);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/plan/lanyard-plan-page.ui");
  bind_template (widget_class);
}

static void
lanyard_plan_page_init (LanyardPlanPage *self)
{
  self->settings = g_settings_new (APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_lazy_menu_set (self->menu_button, self->menu);
  g_settings_bind (self->settings, "plan-view", self, "view", G_SETTINGS_BIND_DEFAULT);
}

/* Private: somebody wants to see an item of the open conference. */
void
lanyard_plan_page_activate (LanyardPlanPage *self,
                            LanyardItem     *item)
{
  g_signal_emit (self, signals[SIGNAL_ITEM_ACTIVATED], 0, item);
}

/* Private: a day of the plan, to scale or in the list. */
void
lanyard_plan_page_show_day (LanyardPlanPage *self,
                            guint            day)
{
  if (find_day (self, day) != NULL)
    lanyard_day_switcher_set_day (self->switcher, day);
}

/**
 * lanyard_plan_page_set_open:
 * @self: a page
 * @open: the conference whose plan it shows
 *
 * Says what it shows; once.
 */
void
lanyard_plan_page_set_open (LanyardPlanPage       *self,
                            LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_PLAN_PAGE (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  self->plan = lanyard_shown_plan_new (open);
  lanyard_zone_button_set_open (self->zone, open);
  lanyard_plan_page_set_list_open (self);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);
}

/**
 * lanyard_plan_page_step_day:
 * @self: a page
 * @n_days: how many days on, or back
 *
 * Shows another day, if there is one.
 */
void
lanyard_plan_page_step_day (LanyardPlanPage *self,
                            int              n_days)
{
  g_return_if_fail (LANYARD_IS_PLAN_PAGE (self));

  lanyard_day_switcher_step (self->switcher, n_days);
}

/**
 * lanyard_plan_page_shows_days:
 * @self: a page
 *
 * Says whether days are drawn to scale, and not listed.
 *
 * Returns: whether they are
 */
gboolean
lanyard_plan_page_shows_days (LanyardPlanPage *self)
{
  g_return_val_if_fail (LANYARD_IS_PLAN_PAGE (self), FALSE);

  return !is_list (self);
}

/**
 * lanyard_plan_page_show_now:
 * @self: a page
 *
 * Shows today, and in it now.
 */
void
lanyard_plan_page_show_now (LanyardPlanPage *self)
{
  guint today;

  g_return_if_fail (LANYARD_IS_PLAN_PAGE (self));

  if (self->plan == NULL)
    return;
  today = lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open), lanyard_open_conference_get_now (self->open));
  lanyard_plan_page_show_day (self, today);
  if (self->board != NULL)
    lanyard_day_board_show_now (self->board);
}

/**
 * lanyard_plan_page_set_alone:
 * @self: a page
 * @alone: whether there is nothing beside it
 *
 * Says whether it has all the width, and with it the window's buttons.
 */
void
lanyard_plan_page_set_alone (LanyardPlanPage *self,
                             gboolean        alone)
{
  g_return_if_fail (LANYARD_IS_PLAN_PAGE (self));

  lanyard_window_buttons_show (self->header, &self->window_buttons, alone);
}
