/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One room: what is on in it, and its days. The page keeps the room's name and
 * finds it anew in each programme; its neighbours are those of the list of
 * rooms. */

#include "config.h"

#include <glib/gi18n.h>

#include "../schedule/lanyard-day-switcher.h"
#include "../widgets/lanyard-item-box.h"
#include "../widgets/lanyard-pick-menu.h"
#include "../widgets/lanyard-text-side.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-room-page.h"
#include "lanyard-room-phrases.h"
#include "lanyard-room-where.h"
#include "plan/lanyard-room-order.h"

struct _LanyardRoomPage
{
  AdwNavigationPage parent_instance;
  LanyardOpenConference *open; /* owned */
  char *room;                  /* owned: its name */
  GPtrArray *days;             /* owned, of LanyardDay */
  LanyardNow *now;             /* owned, nullable until there is a programme */
  gboolean filling;            /* while the days are replaced */

  GtkButton *previous;
  GtkButton *next;
  LanyardZoneButton *zone;
  GtkStack *stack;
  GtkLabel *name;
  LanyardRoomWhere *where;
  GtkLabel *moment;
  GtkWidget *hidden;
  LanyardDaySwitcher *switcher;
  LanyardItemBox *items;
};

G_DEFINE_FINAL_TYPE (LanyardRoomPage, lanyard_room_page, ADW_TYPE_NAVIGATION_PAGE)

static const LanyardDay *
find_day (LanyardRoomPage *self,
          guint            number)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (self->days, i);

      if (day->day == number)
        return day;
    }
  return NULL;
}

/* The day that is shown, else today, else the first. */
static const LanyardDay *
day_to_show (LanyardRoomPage *self)
{
  const LanyardDay *day = find_day (self, lanyard_day_switcher_get_day (self->switcher));

  if (day == NULL)
    day = find_day (self, lanyard_zone_get_day (lanyard_open_conference_get_zone (self->open),
                                                lanyard_open_conference_get_now (self->open)));
  if (day == NULL && self->days->len > 0)
    day = g_ptr_array_index (self->days, 0);
  return day;
}

static void
show_day (LanyardRoomPage *self)
{
  const LanyardDay *day = find_day (self, lanyard_day_switcher_get_day (self->switcher));

  if (day != NULL)
    lanyard_item_box_set_items (self->items, day->items);
}

static void
day_chosen_cb (LanyardRoomPage *self)
{
  if (!self->filling)
    show_day (self);
}

static void
show_days (LanyardRoomPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const LanyardDay *day;

  if (programme == NULL)
    return;
  self->filling = TRUE;
  g_clear_pointer (&self->days, g_ptr_array_unref);
  self->days = lanyard_programme_dup_room_days (programme, lanyard_open_conference_get_zone (self->open), self->room);
  day = day_to_show (self);
  lanyard_day_switcher_set_days (self->switcher, self->days, day != NULL ? day->day : LANYARD_DAY_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), self->days->len > 0);
  self->filling = FALSE;
  show_day (self);
}

static char *
dup_moment (LanyardRoomPage         *self,
            const LanyardRoomMoment *moment)
{
  g_autofree char *running = NULL;
  g_autofree char *next = NULL;

  if (moment == NULL)
    return g_strdup (_("No more talks"));
  if (moment->running != NULL)
    running = lanyard_phrase_running (self->open, moment->running);
  if (moment->next != NULL)
    next = lanyard_phrase_next (self->open, moment->next);
  if (running != NULL && next != NULL)
    return g_strconcat (running, "\n", next, NULL);
  return running != NULL ? g_steal_pointer (&running) : g_steal_pointer (&next);
}

static void
show_moment (LanyardRoomPage *self)
{
  g_autoptr (GHashTable) moments = NULL;
  g_autofree char *text = NULL;

  if (self->now == NULL)
    return;
  moments = lanyard_now_dup_room_moments (self->now, lanyard_open_conference_get_now (self->open));
  text = dup_moment (self, g_hash_table_lookup (moments, self->room));
  gtk_label_set_label (self->moment, text);
}

/* What is hidden is not hidden from who looks at it by name. */
static void
make_now (LanyardRoomPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardPlan *plan = lanyard_open_conference_get_plan (self->open);

  if (programme == NULL || plan == NULL)
    return;
  g_clear_pointer (&self->now, lanyard_now_free);
  self->now = lanyard_now_new (programme, plan, NULL);
  show_moment (self);
}

static gboolean
is_hidden (LanyardRoomPage *self,
           const char      *name)
{
  return lanyard_filter_has_value (lanyard_open_conference_get_hidden (self->open), LANYARD_FILTER_ROOM, name);
}

static void
lead_to (GtkButton  *button,
         const char *name, /* nullable for none */
         const char *label)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  if (name != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-room");
    }
  gtk_widget_set_sensitive (GTK_WIDGET (button), name != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Past rooms that are hidden. */
static const char *
find_neighbour (LanyardRoomPage *self,
                GPtrArray       *rooms,
                guint            position,
                int              step)
{
  for (guint i = position + step; i < rooms->len; i += step)
    {
      const char *name = lanyard_room_get_name (g_ptr_array_index (rooms, i));

      if (!is_hidden (self, name))
        return name;
    }
  return NULL;
}

static void
show_neighbours (LanyardRoomPage *self,
                 GPtrArray       *rooms,
                 guint            position)
{
  const char *before = find_neighbour (self, rooms, position, -1);
  const char *after = find_neighbour (self, rooms, position, 1);
  g_autofree char *before_label = NULL;
  g_autofree char *after_label = NULL;

  /* Translators: %s is a room's name */
  before_label = before != NULL ? g_strdup_printf (_("Previous Room: %s"), before) : g_strdup (_("No Previous Room"));
  /* Translators: %s is a room's name */
  after_label = after != NULL ? g_strdup_printf (_("Next Room: %s"), after) : g_strdup (_("No Next Room"));
  lead_to (self->previous, before, before_label);
  lead_to (self->next, after, after_label);
}

static GPtrArray *
dup_rooms (LanyardRoomPage *self)
{
  return lanyard_room_order_sort (lanyard_open_conference_get_programme (self->open),
                                  lanyard_open_conference_get_choice (self->open, LANYARD_ROOM_ORDER));
}

static gboolean
find_room (GPtrArray  *rooms,
           const char *name,
           guint      *position)
{
  for (guint i = 0; i < rooms->len; i++)
    if (g_str_equal (lanyard_room_get_name (rooms->pdata[i]), name))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/* What somebody chose about the rooms. */
static void
show_choices (LanyardRoomPage *self)
{
  g_autoptr (GPtrArray) rooms = NULL;
  guint position = 0;

  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  rooms = dup_rooms (self);
  gtk_widget_set_visible (self->hidden, is_hidden (self, self->room));
  if (find_room (rooms, self->room, &position))
    show_neighbours (self, rooms, position);
}

static void
choice_changed_cb (LanyardRoomPage *self,
                   const char      *name)
{
  if (g_str_equal (name, LANYARD_ROOM_ORDER))
    show_choices (self);
}

static void
show_gone (LanyardRoomPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->previous), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->next), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "gone");
}

static void
refill (LanyardRoomPage *self)
{
  g_autoptr (GPtrArray) rooms = NULL;
  guint position = 0;

  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  rooms = dup_rooms (self);
  if (!find_room (rooms, self->room, &position))
    {
      show_gone (self);
      return;
    }
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->room);
  gtk_label_set_label (self->name, self->room);
  lanyard_room_where_set_room (self->where, self->open, rooms->pdata[position]);
  gtk_widget_set_visible (GTK_WIDGET (self->previous), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->next), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "room");
  show_choices (self);
  show_days (self);
  make_now (self);
}

static void
zone_changed_cb (LanyardRoomPage *self)
{
  show_days (self);
  show_moment (self);
}

static void
show_room_cb (LanyardRoomPage *self)
{
  g_autoptr (LanyardFilter) hidden = lanyard_filter_with_value (lanyard_open_conference_get_hidden (self->open),
                                                                LANYARD_FILTER_ROOM, self->room, FALSE);

  lanyard_open_conference_set_hidden (self->open, hidden);
}

static void
lanyard_room_page_dispose (GObject *object)
{
  LanyardRoomPage *self = LANYARD_ROOM_PAGE (object);

  g_clear_object (&self->open);
  g_clear_pointer (&self->now, lanyard_now_free);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->room, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ROOM_PAGE);

  G_OBJECT_CLASS (lanyard_room_page_parent_class)->dispose (object);
}

static void
lanyard_room_page_class_init (LanyardRoomPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_room_page_dispose;

  g_type_ensure (LANYARD_TYPE_DAY_SWITCHER);
  g_type_ensure (LANYARD_TYPE_ITEM_BOX);
  g_type_ensure (LANYARD_TYPE_ROOM_WHERE);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rooms/lanyard-room-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, previous);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, next);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, name);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, where);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, moment);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, hidden);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, LanyardRoomPage, items);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_room_cb);
}

static void
lanyard_room_page_init (LanyardRoomPage *self)
{
  self->days = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_text_side_follow (GTK_WIDGET (self));
}

/**
 * lanyard_room_page_new:
 * @open: the conference it shows
 * @name: the room's name
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
lanyard_room_page_new (LanyardOpenConference *open,
                       const char            *name)
{
  LanyardRoomPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_ROOM_PAGE, NULL);
  self->open = g_object_ref (open);
  lanyard_pick_menu_attach (GTK_WIDGET (self), open);
  self->room = g_strdup (name);
  lanyard_zone_button_set_open (self->zone, open);
  lanyard_item_box_set_open (self->items, open, _("Programme"), LANYARD_ITEM_BOX_GAPS);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (make_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::hidden", G_CALLBACK (show_choices), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::now", G_CALLBACK (show_moment), self, G_CONNECT_SWAPPED);
  refill (self);
  return GTK_WIDGET (self);
}

/**
 * lanyard_room_page_set_room:
 * @self: a page
 * @name: the name of another room
 *
 * Shows another room, on the same day if it has that.
 */
void
lanyard_room_page_set_room (LanyardRoomPage *self,
                            const char      *name)
{
  g_return_if_fail (LANYARD_IS_ROOM_PAGE (self));
  g_return_if_fail (name != NULL);

  if (g_set_str (&self->room, name))
    refill (self);
}
