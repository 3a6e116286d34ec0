/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be decided about one thing, or several, as actions for menus and
 * toggle buttons: "pick.level" with a level's name, "pick.seen" and
 * "pick.watch-later". Their states follow what is decided, here or elsewhere.
 * A page has them for what it shows, a menu for what it is about. Main thread. */

#include "config.h"

#include "lanyard-pick-actions.h"
#include "lanyard-picking.h"

struct _LanyardPickActions
{
  GSimpleActionGroup parent_instance;
  GtkWidget *widget;           /* weak: what has the actions */
  LanyardOpenConference *open; /* owned */
  GPtrArray *pickables;        /* owned, of LanyardPickable: what they are about */
};

G_DEFINE_FINAL_TYPE (LanyardPickActions, lanyard_pick_actions, G_TYPE_SIMPLE_ACTION_GROUP)

/* NULL unless all have the same. */
static const char *
get_level_name (LanyardPickActions *self)
{
  LanyardLevel level = LANYARD_LEVEL_NONE;

  for (guint i = 0; i < self->pickables->len; i++)
    {
      LanyardLevel one = lanyard_picking_get_level (self->open, g_ptr_array_index (self->pickables, i));

      if (i > 0 && one != level)
        return NULL;
      level = one;
    }
  return lanyard_level_get_name (level);
}

/* Those that all have. */
static LanyardMarks
get_marks (LanyardPickActions *self)
{
  LanyardMarks marks = self->pickables->len > 0 ? LANYARD_MARK_SEEN | LANYARD_MARK_WATCH_LATER : LANYARD_MARKS_NONE;

  for (guint i = 0; i < self->pickables->len; i++)
    marks &= lanyard_picking_get_marks (self->open, g_ptr_array_index (self->pickables, i));
  return marks;
}

static void
show_state (LanyardPickActions *self,
            const char         *name,
            GVariant           *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), self->pickables->len > 0);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
follow (LanyardPickActions *self)
{
  const char *level = get_level_name (self);
  LanyardMarks marks = get_marks (self);

  show_state (self, "level", g_variant_new_string (level != NULL ? level : ""));
  show_state (self, "seen", g_variant_new_boolean ((marks & LANYARD_MARK_SEEN) != 0));
  show_state (self, "watch-later", g_variant_new_boolean ((marks & LANYARD_MARK_WATCH_LATER) != 0));
}

static void
change_level_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  LanyardPickActions *self = LANYARD_PICK_ACTIONS (user_data);

  if (self->widget != NULL)
    lanyard_picking_set_level (self->widget, self->open, self->pickables, lanyard_level_from_name (g_variant_get_string (state, NULL)));
}

static void
change_mark_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  LanyardPickActions *self = LANYARD_PICK_ACTIONS (user_data);
  gboolean is_seen = g_str_equal (g_action_get_name (G_ACTION (action)), "seen");

  if (self->widget != NULL)
    lanyard_picking_set_mark (self->widget, self->open, self->pickables, is_seen ? LANYARD_MARK_SEEN : LANYARD_MARK_WATCH_LATER,
                              g_variant_get_boolean (state));
}

static void
lanyard_pick_actions_dispose (GObject *object)
{
  LanyardPickActions *self = LANYARD_PICK_ACTIONS (object);

  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->open);
  g_clear_pointer (&self->pickables, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_pick_actions_parent_class)->dispose (object);
}

static void
lanyard_pick_actions_class_init (LanyardPickActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_pick_actions_dispose;
}

static void
lanyard_pick_actions_init (LanyardPickActions *self)
{
  static const GActionEntry entries[] = {
    { .name = "level", .parameter_type = "s", .state = "''", .change_state = change_level_cb },
    { .name = "seen", .state = "false", .change_state = change_mark_cb },
    { .name = "watch-later", .state = "false", .change_state = change_mark_cb },
  };

  self->pickables = lanyard_pickables_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * lanyard_pick_actions_new:
 * @widget: what is to have the actions
 * @open: the conference
 *
 * Gives a widget, and what is in it, the actions. They are about nothing yet.
 *
 * Returns: (transfer none): the actions, owned by @widget
 */
LanyardPickActions *
lanyard_pick_actions_new (GtkWidget             *widget,
                          LanyardOpenConference *open)
{
  g_autoptr (LanyardPickActions) self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_PICK_ACTIONS, NULL);
  g_set_weak_pointer (&self->widget, widget);
  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  gtk_widget_insert_action_group (widget, LANYARD_PICK_PREFIX, G_ACTION_GROUP (self));
  return self;
}

/**
 * lanyard_pick_actions_take_pickables:
 * @self: the actions
 * @pickables: (transfer full) (element-type LanyardPickable): what they are about from now on
 *
 * Has the actions be about other things.
 */
void
lanyard_pick_actions_take_pickables (LanyardPickActions *self,
                                     GPtrArray          *pickables)
{
  g_return_if_fail (LANYARD_IS_PICK_ACTIONS (self));
  g_return_if_fail (pickables != NULL);

  g_ptr_array_unref (self->pickables);
  self->pickables = pickables;
  follow (self);
}

/**
 * lanyard_pick_actions_take_pickable:
 * @self: the actions
 * @pickable: (transfer full) (nullable): what they are about from now on
 *
 * Has the actions be about another thing, or nothing.
 */
void
lanyard_pick_actions_take_pickable (LanyardPickActions *self,
                                    LanyardPickable    *pickable)
{
  GPtrArray *pickables = lanyard_pickables_new ();

  if (pickable != NULL)
    g_ptr_array_add (pickables, pickable);
  lanyard_pick_actions_take_pickables (self, pickables);
}

static const char *const level_names[] = {
  [LANYARD_LEVEL_NONE] = "none",
  [LANYARD_LEVEL_MAYBE] = "maybe",
  [LANYARD_LEVEL_GOING] = "going",
  [LANYARD_LEVEL_LEFT_OUT] = "left-out",
};

/**
 * lanyard_level_get_name:
 * @level: a level
 *
 * Gets what actions call a level.
 *
 * Returns: (transfer none): "none", "maybe", "going" or "left-out"
 */
const char *
lanyard_level_get_name (LanyardLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (level_names), level_names[LANYARD_LEVEL_NONE]);

  return level_names[level];
}

/**
 * lanyard_level_from_name:
 * @name: what actions call it
 *
 * Finds a level.
 *
 * Returns: the level, %LANYARD_LEVEL_NONE for anything else
 */
LanyardLevel
lanyard_level_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_names); i++)
    if (g_str_equal (level_names[i], name))
      return i;
  return LANYARD_LEVEL_NONE;
}
