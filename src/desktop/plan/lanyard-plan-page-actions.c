/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the page of the plan: its days, its dialogs and its menus go
 * through them. Main thread. */

#include "config.h"

#include "lanyard-conflict-dialog.h"
#include "lanyard-day-view.h"
#include "lanyard-entry-dialog.h"
#include "lanyard-fits-dialog.h"
#include "lanyard-plan-edits.h"
#include "lanyard-plan-page-private.h"
#include "store/lanyard-store.h"

#define QUARTER (15 * 60)
#define HOUR (60 * 60)
#define NOON (12 * HOUR)

static LanyardPlanEntry *
find_entry (LanyardPlanPage *self,
            GVariant        *target)
{
  const char *uuid;
  const char *key;
  guint kind;

  if (self->plan == NULL)
    return NULL;
  g_variant_get (target, "(&su&s)", &uuid, &kind, &key);
  return lanyard_shown_plan_find_entry (self->plan, uuid, kind, key);
}

static void
entry_saved_cb (LanyardPlanPage *self,
                LanyardOwnEntry *entry)
{
  LanyardItem *item = LANYARD_ITEM (entry);
  guint day = lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open), lanyard_item_get_start (item));

  g_assert (LANYARD_IS_PLAN_PAGE (self));

  if (self->board == NULL || !lanyard_day_board_shows_day (self->board, day))
    lanyard_plan_page_show_day (self, day);
  if (self->board != NULL)
    lanyard_day_board_show_entry (self->board, LANYARD_KIND_OWN, lanyard_item_get_key (item));
}

static void
present_entry_dialog (LanyardPlanPage *self,
                      AdwDialog       *dialog)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (entry_saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_elsewhere (LanyardPlanPage  *self,
                LanyardPlanEntry *entry)
{
  const char *uuid = lanyard_conference_get_uuid (entry->conference);
  const char *key = lanyard_item_get_key (entry->item);

  switch (lanyard_item_get_kind (entry->item))
    {
    case LANYARD_KIND_TALK:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-match", "(sus)", uuid, (guint) LANYARD_MATCH_TALK, key);
      break;
    case LANYARD_KIND_BREAK:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-match", "(sus)", uuid, (guint) LANYARD_MATCH_BREAK, key);
      break;
    case LANYARD_KIND_BLOCK:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-match", "(sus)", uuid, (guint) LANYARD_MATCH_SESSION,
                                  lanyard_session_get_key (lanyard_item_get_session (entry->item)));
      break;
    case LANYARD_KIND_OWN:
    case LANYARD_KIND_SESSION:
    default:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.conference", "s", uuid);
    }
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (widget);
  LanyardPlanEntry *entry = find_entry (self, target);

  if (entry == NULL)
    return;
  if (!lanyard_plan_entry_is_of (entry, self->open))
    show_elsewhere (self, entry);
  else if (LANYARD_IS_OWN_ENTRY (entry->item))
    present_entry_dialog (self, lanyard_entry_dialog_new_of (self->open, LANYARD_OWN_ENTRY (entry->item)));
  else
    lanyard_plan_page_activate (self, entry->item);
}

static void
resolve_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *target)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (widget);
  LanyardPlanEntry *entry = target != NULL ? find_entry (self, target) : NULL;

  if (self->plan != NULL && (entry != NULL || target == NULL))
    adw_dialog_present (lanyard_conflict_dialog_new (self->plan, entry), widget);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *target)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (widget);
  LanyardPlanEntry *entry = find_entry (self, target);

  if (entry == NULL)
    return;
  if (lanyard_plan_entry_is_of (entry, self->open))
    lanyard_plan_entry_set_level (entry, widget, self->open, LANYARD_LEVEL_NONE);
  else
    gtk_widget_error_bell (widget);
}

static void
level_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *target)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (widget);
  LanyardPlanEntry *entry = NULL;
  const char *uuid;
  const char *key;
  guint kind;
  guint level;

  g_variant_get (target, "(&su&su)", &uuid, &kind, &key, &level);
  if (self->plan != NULL)
    entry = lanyard_shown_plan_find_entry (self->plan, uuid, kind, key);
  if (entry != NULL && lanyard_plan_entry_is_of (entry, self->open) && level <= LANYARD_LEVEL_GOING &&
      (!LANYARD_IS_OWN_ENTRY (entry->item) || level == LANYARD_LEVEL_NONE))
    lanyard_plan_entry_set_level (entry, widget, self->open, level);
  else
    gtk_widget_error_bell (widget);
}

static void
fits_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (widget);
  gint64 start;
  gint64 end;

  g_variant_get (target, LANYARD_PLAN_STRETCH_TARGET, &start, &end);
  if (self->plan != NULL && start < end)
    adw_dialog_present (lanyard_fits_dialog_new (self->plan, start, end), widget);
}

static void
new_entry_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (widget);
  gint64 start;
  gint64 end;

  g_variant_get (target, LANYARD_PLAN_STRETCH_TARGET, &start, &end);
  if (self->plan != NULL && start < end)
    present_entry_dialog (self, lanyard_entry_dialog_new (self->open, start, end));
}

/* Today the next hour; on another day the first free stretch that is long
 * enough, or noon. */
static gint64
find_start (LanyardPlanPage *self)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  gint64 now = lanyard_open_conference_get_now (self->open);
  guint shown = lanyard_day_switcher_get_day (self->switcher);
  GPtrArray *days = lanyard_shown_plan_get_days (self->plan);

  if (shown == LANYARD_DAY_NONE || shown == lanyard_zone_get_day (zone, now))
    return (now + QUARTER - 1) / QUARTER * QUARTER;
  for (guint i = 0; i < days->len; i++)
    {
      LanyardPlanDay *day = g_ptr_array_index (days, i);
      g_autoptr (GPtrArray) gaps = NULL;

      if (day->day != shown)
        continue;
      gaps = lanyard_plan_day_find_gaps (day, HOUR);
      if (gaps->len > 0 && day->entries->len > 0)
        return ((LanyardGap *) g_ptr_array_index (gaps, 0))->start;
    }
  return lanyard_zone_get_day_start (zone, shown) + NOON;
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *target)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (widget);
  gint64 start;

  if (self->plan == NULL || lanyard_open_conference_get_plan (self->open) == NULL)
    return;
  start = find_start (self);
  present_entry_dialog (self, lanyard_entry_dialog_new (self->open, start, start + HOUR));
}

static void
move_entry_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *target)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (widget);
  LanyardOwnEntry *entry;
  const char *uuid;
  gint64 start;
  gint64 end;

  g_variant_get (target, "(&sxx)", &uuid, &start, &end);
  if (self->plan == NULL)
    return;
  entry = lanyard_decisions_find_entry (lanyard_open_conference_get_decisions (self->open), uuid);
  if (entry == NULL || start >= end)
    return;
  g_object_ref (entry);
  lanyard_own_entry_move (entry, widget, self->open, start, end);
  entry_saved_cb (self, lanyard_decisions_find_entry (lanyard_open_conference_get_decisions (self->open), uuid));
  g_object_unref (entry);
}

static void
show_now_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *target)
{
  lanyard_plan_page_show_now (LANYARD_PLAN_PAGE (widget));
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardPlanPage *self = LANYARD_PLAN_PAGE (widget);

  if (self->board != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->board),
                                g_str_equal (action_name, "plan.zoom-in") ? "board.zoom-in" : "board.zoom-out", NULL);
}

/* Private: see LanyardDayView for those that it activates. */
void
lanyard_plan_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.show", LANYARD_PLAN_ENTRY_TARGET, show_action);
  gtk_widget_class_install_action (widget_class, "plan.resolve", LANYARD_PLAN_ENTRY_TARGET, resolve_action);
  gtk_widget_class_install_action (widget_class, "plan.resolve-all", NULL, resolve_action);
  gtk_widget_class_install_action (widget_class, "plan.remove", LANYARD_PLAN_ENTRY_TARGET, remove_action);
  gtk_widget_class_install_action (widget_class, "plan.level", LANYARD_PLAN_LEVEL_TARGET, level_action);
  gtk_widget_class_install_action (widget_class, "plan.fits", LANYARD_PLAN_STRETCH_TARGET, fits_action);
  gtk_widget_class_install_action (widget_class, "plan.new-entry", LANYARD_PLAN_STRETCH_TARGET, new_entry_action);
  gtk_widget_class_install_action (widget_class, "plan.move-entry", LANYARD_PLAN_MOVE_TARGET, move_entry_action);
  gtk_widget_class_install_action (widget_class, "plan.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "plan.show-now", NULL, show_now_action);
  gtk_widget_class_install_action (widget_class, "plan.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "plan.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_property_action (widget_class, "plan.view", "view");
  gtk_widget_class_install_property_action (widget_class, "plan.all-conferences", "all-conferences");
}
