/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyboard on a day of the plan: Enter opens, Delete lets go; an own entry
 * is moved with Ctrl and the arrow keys, and made longer or shorter with Shift
 * and them. How much an entry is wanted is said with the window's keys. Main
 * thread. */

#include "config.h"

#include "lanyard-day-view-private.h"
#include "lanyard-plan-edits.h"

#define STEP_SECONDS (15 * 60)
#define DAY_SECONDS (24 * 60 * 60)

static void
activate (LanyardDayView   *self,
          LanyardPlanEntry *entry,
          const char       *action)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (lanyard_plan_entry_to_target (entry));

  gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
}

static gboolean
move (LanyardDayView   *self,
      LanyardPlanEntry *entry,
      gint64            start_by,
      gint64            end_by)
{
  gint64 start = lanyard_item_get_start (entry->item) + start_by;
  gint64 end = lanyard_item_get_end (entry->item) + end_by;

  if (!LANYARD_IS_OWN_ENTRY (entry->item) || !lanyard_plan_entry_is_of (entry, self->open) || end <= start)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.move-entry", LANYARD_PLAN_MOVE_TARGET, lanyard_item_get_key (entry->item),
                              start, end);
  return TRUE;
}

/* To the same hour of another day, also where the clocks change between. */
static gboolean
move_to_day (LanyardDayView   *self,
             LanyardPlanEntry *entry,
             int               n_days)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  gint64 start = lanyard_item_get_start (entry->item);
  gint64 by = n_days * DAY_SECONDS;

  by += lanyard_zone_get_offset (zone, start) - lanyard_zone_get_offset (zone, start + by);
  return move (self, entry, by, by);
}

static gboolean
press_with_control (LanyardDayView   *self,
                    LanyardPlanEntry *entry,
                    guint             key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int next_day = rtl ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, entry, -STEP_SECONDS, -STEP_SECONDS);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, entry, STEP_SECONDS, STEP_SECONDS);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_to_day (self, entry, -next_day);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_to_day (self, entry, next_day);
    default:
      return FALSE;
    }
}

static gboolean
press_with_shift (LanyardDayView   *self,
                  LanyardPlanEntry *entry,
                  LanyardDayPart   *part,
                  guint             key)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, entry, 0, -STEP_SECONDS);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, entry, 0, STEP_SECONDS);
    case GDK_KEY_F10:
      lanyard_day_view_popup_menu (self, part, -1, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_plain (LanyardDayView   *self,
             LanyardPlanEntry *entry,
             LanyardDayPart   *part,
             guint             key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      activate (self, entry, "plan.show");
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      activate (self, entry, "plan.remove");
      return TRUE;
    case GDK_KEY_Menu:
      lanyard_day_view_popup_menu (self, part, -1, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
go_to_end (LanyardDayView *self,
           guint           key)
{
  gboolean is_home = key == GDK_KEY_Home || key == GDK_KEY_KP_Home;

  if (!is_home && key != GDK_KEY_End && key != GDK_KEY_KP_End)
    return FALSE;
  lanyard_day_view_focus_part (self, lanyard_day_view_nearest_part (self, is_home ? self->start - DAY_SECONDS
                                                                                  : self->end + DAY_SECONDS));
  return TRUE;
}

static gboolean
key_pressed_cb (LanyardDayView  *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  LanyardDayPart *part = lanyard_day_view_get_focused (self);
  LanyardPlanEntry *entry = part != NULL ? lanyard_day_part_get_entry (part) : NULL;

  g_assert (LANYARD_IS_DAY_VIEW (self));

  if (part == NULL)
    return FALSE;
  g_set_str (&self->current, part->id);
  if (modifiers == 0 && go_to_end (self, key))
    return TRUE;
  if (entry == NULL)
    return FALSE;
  if (modifiers == GDK_CONTROL_MASK)
    return press_with_control (self, entry, key);
  if (modifiers == GDK_SHIFT_MASK)
    return press_with_shift (self, entry, part, key);
  return modifiers == 0 && press_plain (self, entry, part, key);
}

/* Private: lets keys do what they do here. */
void
lanyard_day_view_add_keys (LanyardDayView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
