/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody does to the entries of their plan, as edits with words for what
 * was done, so that each can be undone. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-plan-edits.h"
#include "model/lanyard-block.h"

/**
 * lanyard_plan_entry_is_of:
 * @self: an entry
 * @open: a conference
 *
 * Says whether an entry is in the plan of a conference, and can be changed
 * through it.
 *
 * Returns: whether it is
 */
gboolean
lanyard_plan_entry_is_of (LanyardPlanEntry      *self,
                          LanyardOpenConference *open)
{
  return g_strcmp0 (lanyard_conference_get_uuid (self->conference), lanyard_open_conference_get_uuid (open)) == 0;
}

/* Told with a way back, for what is done may be out of sight. What was used may
 * be gone with what it was about. */
static void
apply (GtkWidget             *widget,
       LanyardOpenConference *open,
       LanyardEdit           *edit,
       const char            *label)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  lanyard_open_conference_apply (open, edit, label);
  if (root != NULL)
    gtk_widget_activate_action (GTK_WIDGET (root), "win.offer-undo", "s", label);
}

static char *
dup_label (LanyardPlanEntry *entry,
           LanyardLevel      level)
{
  const char *title = lanyard_item_get_title (entry->item);

  if (level == LANYARD_LEVEL_GOING)
    /* Translators: what was done, and can be undone; %s is the title of a talk */
    return g_strdup_printf (_("Added “%s” to My Plan"), title);
  if (level == LANYARD_LEVEL_MAYBE)
    /* Translators: what was done, and can be undone; %s is the title of a talk */
    return g_strdup_printf (_("Made “%s” a maybe"), title);
  /* Translators: what was done, and can be undone; %s is the title of a talk */
  return g_strdup_printf (_("Removed “%s” from My Plan"), title);
}

/* A talk of a session that is picked as a whole is only gone when it is left out. */
static LanyardLevel
level_of_nothing (LanyardPlanEntry *entry)
{
  return entry->covered && entry->pick_kind != LANYARD_KIND_SESSION ? LANYARD_LEVEL_LEFT_OUT : LANYARD_LEVEL_NONE;
}

/**
 * lanyard_plan_entry_set_level:
 * @self: an entry of the plan of @open, not an own one unless @level is %LANYARD_LEVEL_NONE
 * @widget: what was used for it
 * @open: its conference
 * @level: how much it is wanted, %LANYARD_LEVEL_NONE to let it go
 *
 * Changes how much an entry is wanted.
 */
void
lanyard_plan_entry_set_level (LanyardPlanEntry      *self,
                              GtkWidget             *widget,
                              LanyardOpenConference *open,
                              LanyardLevel           level)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *label = dup_label (self, level);

  g_return_if_fail (lanyard_plan_entry_is_of (self, open));

  if (LANYARD_IS_OWN_ENTRY (self->item))
    {
      g_return_if_fail (level == LANYARD_LEVEL_NONE);
      lanyard_own_entry_remove (LANYARD_OWN_ENTRY (self->item), widget, open);
      return;
    }
  lanyard_edit_set_level (edit, self->pick_kind, self->pick_key,
                          level == LANYARD_LEVEL_NONE ? level_of_nothing (self) : level);
  apply (widget, open, edit, label);
}

static gboolean
overlaps (LanyardItem     *item,
          LanyardConflict *conflict)
{
  return lanyard_item_is_scheduled (item) && lanyard_item_get_start (item) < conflict->end &&
         lanyard_item_get_end (item) > conflict->start;
}

static guint
leave_out (LanyardEdit     *edit,
           GPtrArray       *items,
           LanyardItem     *block,
           LanyardConflict *conflict)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      if (lanyard_item_get_session (item) != lanyard_item_get_session (block) || !overlaps (item, conflict))
        continue;
      lanyard_edit_set_level (edit, lanyard_item_get_kind (item), lanyard_item_get_key (item), LANYARD_LEVEL_LEFT_OUT);
      n++;
    }
  return n;
}

/**
 * lanyard_plan_entry_give_way:
 * @self: an entry of the plan of @open
 * @widget: what was used for it
 * @open: its conference
 * @conflict: a conflict that it is in
 *
 * Lets an entry go for the sake of the other one in a conflict. Of a session
 * only those of its talks go that are in the way.
 */
void
lanyard_plan_entry_give_way (LanyardPlanEntry      *self,
                             GtkWidget             *widget,
                             LanyardOpenConference *open,
                             LanyardConflict       *conflict)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (open);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *label = NULL;

  g_return_if_fail (lanyard_plan_entry_is_of (self, open));

  if (!LANYARD_IS_BLOCK (self->item) || conflict->kind != LANYARD_CONFLICT_OVERLAP ||
      leave_out (edit, lanyard_programme_get_talks (programme), self->item, conflict) == 0)
    {
      lanyard_plan_entry_set_level (self, widget, open, LANYARD_LEVEL_NONE);
      return;
    }
  leave_out (edit, lanyard_programme_get_breaks (programme), self->item, conflict);
  /* Translators: what was done, and can be undone; %s is the title of a microconference */
  label = g_strdup_printf (_("Left a part of “%s” out"), lanyard_item_get_title (self->item));
  apply (widget, open, edit, label);
}

/**
 * lanyard_plan_entry_swap:
 * @self: a talk in the plan of @open
 * @widget: what was used for it
 * @open: its conference
 * @talk: the same talk at another time
 *
 * Goes to a talk at another time.
 */
void
lanyard_plan_entry_swap (LanyardPlanEntry      *self,
                         GtkWidget             *widget,
                         LanyardOpenConference *open,
                         LanyardTalk           *talk)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *label = NULL;

  g_return_if_fail (lanyard_plan_entry_is_of (self, open));

  /* Translators: what was done, and can be undone; %s is the title of a talk */
  label = g_strdup_printf (_("Moved “%s” to another time"), lanyard_item_get_title (self->item));
  lanyard_edit_set_level (edit, self->pick_kind, self->pick_key, level_of_nothing (self));
  lanyard_edit_set_level (edit, LANYARD_KIND_TALK, lanyard_item_get_key (LANYARD_ITEM (talk)), LANYARD_LEVEL_GOING);
  apply (widget, open, edit, label);
}

/**
 * lanyard_plan_entry_watch_later:
 * @self: a talk in the plan of @open
 * @widget: what was used for it
 * @open: its conference
 *
 * Lets a talk go, to watch its recording.
 */
void
lanyard_plan_entry_watch_later (LanyardPlanEntry      *self,
                                GtkWidget             *widget,
                                LanyardOpenConference *open)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  LanyardDecisions *decisions = lanyard_open_conference_get_decisions (open);
  LanyardKind kind = lanyard_item_get_kind (self->item);
  const char *key = lanyard_item_get_key (self->item);
  g_autofree char *label = NULL;

  g_return_if_fail (lanyard_plan_entry_is_of (self, open));

  /* Translators: what was done, and can be undone; %s is the title of a talk */
  label = g_strdup_printf (_("Marked “%s” to watch later"), lanyard_item_get_title (self->item));
  lanyard_edit_set_level (edit, self->pick_kind, self->pick_key, level_of_nothing (self));
  lanyard_edit_set_marks (edit, kind, key, lanyard_decisions_get_marks (decisions, kind, key) | LANYARD_MARK_WATCH_LATER);
  apply (widget, open, edit, label);
}

/**
 * lanyard_own_entry_move:
 * @self: an own entry
 * @widget: what was used for it
 * @open: the conference in whose plan it is
 * @start: UTC seconds
 * @end: UTC seconds, after @start
 *
 * Gives an own entry another time.
 */
void
lanyard_own_entry_move (LanyardOwnEntry       *self,
                        GtkWidget             *widget,
                        LanyardOpenConference *open,
                        gint64                 start,
                        gint64                 end)
{
  g_autoptr (LanyardOwnEntry) moved = lanyard_own_entry_new_moved (self, start, end);
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *label = NULL;

  /* Translators: what was done, and can be undone; %s is the title of an own entry */
  label = g_strdup_printf (_("Moved “%s”"), lanyard_item_get_title (LANYARD_ITEM (self)));
  lanyard_edit_put_entry (edit, moved);
  apply (widget, open, edit, label);
}

/**
 * lanyard_own_entry_remove:
 * @self: an own entry
 * @widget: what was used for it
 * @open: the conference in whose plan it is
 *
 * Removes an own entry.
 */
void
lanyard_own_entry_remove (LanyardOwnEntry       *self,
                          GtkWidget             *widget,
                          LanyardOpenConference *open)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *label = NULL;

  /* Translators: what was done, and can be undone; %s is the title of an own entry */
  label = g_strdup_printf (_("Removed “%s”"), lanyard_item_get_title (LANYARD_ITEM (self)));
  lanyard_edit_remove_entry (edit, lanyard_item_get_key (LANYARD_ITEM (self)));
  apply (widget, open, edit, label);
}

/**
 * lanyard_own_entry_put:
 * @self: an own entry
 * @widget: what was used for it
 * @open: the conference in whose plan it is to be
 *
 * Adds an own entry, or puts it in the place of what it was.
 */
void
lanyard_own_entry_put (LanyardOwnEntry       *self,
                       GtkWidget             *widget,
                       LanyardOpenConference *open)
{
  const char *uuid = lanyard_item_get_key (LANYARD_ITEM (self));
  gboolean is_new = lanyard_decisions_find_entry (lanyard_open_conference_get_decisions (open), uuid) == NULL;
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *label = NULL;

  if (is_new)
    /* Translators: what was done, and can be undone; %s is the title of an own entry */
    label = g_strdup_printf (_("Added “%s”"), lanyard_item_get_title (LANYARD_ITEM (self)));
  else
    /* Translators: what was done, and can be undone; %s is the title of an own entry */
    label = g_strdup_printf (_("Changed “%s”"), lanyard_item_get_title (LANYARD_ITEM (self)));
  lanyard_edit_put_entry (edit, self);
  apply (widget, open, edit, label);
}
