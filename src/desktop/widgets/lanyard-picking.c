/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stars, keys and menus do: one edit of the open conference for however
 * many things, with a name by which it can be undone, and a notice where not
 * everything that happened is seen. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-picking.h"

static LanyardItem *
find_item (LanyardOpenConference *open,
           const LanyardPickable *pickable)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (open);

  if (programme == NULL)
    return NULL;
  switch (pickable->kind)
    {
    case LANYARD_KIND_TALK: return (LanyardItem *) lanyard_programme_find_talk (programme, pickable->key);
    case LANYARD_KIND_BREAK: return (LanyardItem *) lanyard_programme_find_break (programme, pickable->key);
    case LANYARD_KIND_SESSION:
    case LANYARD_KIND_BLOCK:
    case LANYARD_KIND_OWN: return NULL;
    default: g_return_val_if_reached (NULL);
    }
}

/* What an edit of one thing is called. */
static char *
dup_level_label (const LanyardPickable *pickable,
                 LanyardLevel           before,
                 LanyardLevel           level)
{
  switch (level)
    {
    case LANYARD_LEVEL_GOING:
      /* Translators: what was done; %s is the title of a talk, a microconference or a break */
      return g_strdup_printf (_("Added “%s” to My Plan"), pickable->title);
    case LANYARD_LEVEL_MAYBE:
      /* Translators: what was done; %s is the title of a talk, a microconference or a break */
      return g_strdup_printf (_("Made “%s” a maybe"), pickable->title);
    case LANYARD_LEVEL_LEFT_OUT:
      /* Translators: what was done; %s is the title of a talk of a microconference that is in My Plan as a whole */
      return g_strdup_printf (_("Left out “%s”"), pickable->title);
    case LANYARD_LEVEL_NONE:
      if (before == LANYARD_LEVEL_LEFT_OUT)
        /* Translators: what was done; %s is the title of a talk that had been left out of My Plan */
        return g_strdup_printf (_("Took back “%s”"), pickable->title);
      /* Translators: what was done; %s is the title of a talk, a microconference or a break */
      return g_strdup_printf (_("Removed “%s” from My Plan"), pickable->title);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_levels_label (guint        n,
                  LanyardLevel level)
{
  switch (level)
    {
    case LANYARD_LEVEL_GOING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Added %u item to My Plan", "Added %u items to My Plan", n), n);
    case LANYARD_LEVEL_MAYBE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Made %u item a maybe", "Made %u items maybes", n), n);
    case LANYARD_LEVEL_LEFT_OUT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Left out %u item", "Left out %u items", n), n);
    case LANYARD_LEVEL_NONE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Removed %u item from My Plan", "Removed %u items from My Plan", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_mark_label (const LanyardPickable *pickable,
                LanyardMarks           mark,
                gboolean               is_set)
{
  if (mark == LANYARD_MARK_SEEN && is_set)
    /* Translators: what was done; %s is the title of a talk or a microconference */
    return g_strdup_printf (_("Marked “%s” as seen"), pickable->title);
  if (mark == LANYARD_MARK_SEEN)
    /* Translators: what was done; %s is the title of a talk or a microconference */
    return g_strdup_printf (_("Marked “%s” as not seen"), pickable->title);
  if (is_set)
    /* Translators: what was done; %s is the title of a talk or a microconference */
    return g_strdup_printf (_("Marked “%s” to watch later"), pickable->title);
  /* Translators: what was done; %s is the title of a talk or a microconference */
  return g_strdup_printf (_("No longer watching “%s” later"), pickable->title);
}

static char *
dup_marks_label (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Marked %u item", "Marked %u items", n), n);
}

/* What one sees happen needs no notice, and can be undone by key all the same. */
static void
apply (GtkWidget             *widget,
       LanyardOpenConference *open,
       LanyardEdit           *edit,
       const char            *label,
       gboolean               tells)
{
  g_autofree char *sentence = g_strdup (label);

  lanyard_open_conference_apply (open, edit, label);
  if (tells)
    gtk_widget_activate_action (widget, "win.offer-undo", "s", sentence);
}

/**
 * lanyard_picking_get_level:
 * @open: the conference
 * @pickable: what can be starred
 *
 * Gets how much it is wanted.
 *
 * Returns: the level of its own pick
 */
LanyardLevel
lanyard_picking_get_level (LanyardOpenConference *open,
                           const LanyardPickable *pickable)
{
  return lanyard_open_conference_get_level (open, pickable->kind, pickable->key);
}

/**
 * lanyard_picking_get_marks:
 * @open: the conference
 * @pickable: what can be starred
 *
 * Gets how it is marked.
 *
 * Returns: the marks
 */
LanyardMarks
lanyard_picking_get_marks (LanyardOpenConference *open,
                           const LanyardPickable *pickable)
{
  return lanyard_decisions_get_marks (lanyard_open_conference_get_decisions (open), pickable->kind, pickable->key);
}

/**
 * lanyard_picking_is_in_picked:
 * @open: the conference
 * @pickable: what can be starred
 *
 * Says whether it is a talk or a break of a session that is in the plan as a
 * whole, and so in the plan as well unless it is left out.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_picking_is_in_picked (LanyardOpenConference *open,
                              const LanyardPickable *pickable)
{
  LanyardItem *item = find_item (open, pickable);
  LanyardSession *session = item != NULL ? lanyard_item_get_session (item) : NULL;

  return session != NULL &&
         lanyard_level_is_picked (lanyard_open_conference_get_level (open, LANYARD_KIND_SESSION, lanyard_session_get_key (session)));
}

/**
 * lanyard_picking_get_next:
 * @level: a level
 * @is_in_picked: whether its session is in the plan as a whole
 *
 * Gets what one more press of a star makes of a level: going, maybe, then none;
 * inside a session that is picked it is left out before that.
 *
 * Returns: the next level
 */
LanyardLevel
lanyard_picking_get_next (LanyardLevel level,
                          gboolean     is_in_picked)
{
  switch (level)
    {
    case LANYARD_LEVEL_NONE: return LANYARD_LEVEL_GOING;
    case LANYARD_LEVEL_GOING: return LANYARD_LEVEL_MAYBE;
    case LANYARD_LEVEL_MAYBE: return is_in_picked ? LANYARD_LEVEL_LEFT_OUT : LANYARD_LEVEL_NONE;
    case LANYARD_LEVEL_LEFT_OUT: return LANYARD_LEVEL_NONE;
    default: g_return_val_if_reached (LANYARD_LEVEL_NONE);
    }
}

/**
 * lanyard_picking_step:
 * @widget: what was pressed
 * @open: the conference
 * @pickable: what can be starred
 *
 * Does what a press of a star does.
 */
void
lanyard_picking_step (GtkWidget             *widget,
                      LanyardOpenConference *open,
                      const LanyardPickable *pickable)
{
  g_autoptr (GPtrArray) pickables = lanyard_pickables_new ();
  LanyardLevel next =
      lanyard_picking_get_next (lanyard_picking_get_level (open, pickable), lanyard_picking_is_in_picked (open, pickable));

  g_ptr_array_add (pickables, lanyard_pickable_new (pickable->kind, pickable->key, pickable->title));
  lanyard_picking_set_level (widget, open, pickables, next);
}

/**
 * lanyard_picking_set_level:
 * @widget: what was used for it
 * @open: the conference
 * @pickables: (element-type LanyardPickable): what to star
 * @level: how much it is wanted
 *
 * Gives all of them a level, in one edit. What goes from the plan, or is many
 * things, is told with a way back.
 */
void
lanyard_picking_set_level (GtkWidget             *widget,
                           LanyardOpenConference *open,
                           GPtrArray             *pickables,
                           LanyardLevel           level)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *label = NULL;
  const LanyardPickable *last = NULL;
  LanyardLevel before = level;
  guint n = 0;

  for (guint i = 0; i < pickables->len; i++)
    {
      const LanyardPickable *pickable = g_ptr_array_index (pickables, i);

      if (lanyard_picking_get_level (open, pickable) == level)
        continue;
      before = lanyard_picking_get_level (open, pickable);
      last = pickable;
      lanyard_edit_set_level (edit, pickable->kind, pickable->key, level);
      n++;
    }
  if (last == NULL)
    return;
  label = n == 1 ? dup_level_label (last, before, level) : dup_levels_label (n, level);
  apply (widget, open, edit, label, n > 1 || !lanyard_level_is_picked (level));
}

/**
 * lanyard_picking_toggle_level:
 * @widget: what was used for it
 * @open: the conference
 * @pickables: (element-type LanyardPickable): what to star
 * @level: how much it is wanted
 *
 * Gives all of them a level, or takes it away if all of them have it.
 */
void
lanyard_picking_toggle_level (GtkWidget             *widget,
                              LanyardOpenConference *open,
                              GPtrArray             *pickables,
                              LanyardLevel           level)
{
  gboolean have_all = TRUE;

  for (guint i = 0; i < pickables->len; i++)
    have_all &= lanyard_picking_get_level (open, g_ptr_array_index (pickables, i)) == level;
  lanyard_picking_set_level (widget, open, pickables, have_all ? LANYARD_LEVEL_NONE : level);
}

/**
 * lanyard_picking_set_mark:
 * @widget: what was used for it
 * @open: the conference
 * @pickables: (element-type LanyardPickable): what to mark
 * @mark: one mark
 * @is_set: whether to set it or to take it away
 *
 * Marks all of them, in one edit.
 */
void
lanyard_picking_set_mark (GtkWidget             *widget,
                          LanyardOpenConference *open,
                          GPtrArray             *pickables,
                          LanyardMarks           mark,
                          gboolean               is_set)
{
  g_autoptr (LanyardEdit) edit = lanyard_edit_new ();
  g_autofree char *label = NULL;
  const LanyardPickable *last = NULL;
  guint n = 0;

  for (guint i = 0; i < pickables->len; i++)
    {
      const LanyardPickable *pickable = g_ptr_array_index (pickables, i);
      LanyardMarks before = lanyard_picking_get_marks (open, pickable);
      LanyardMarks after = is_set ? before | mark : before & ~mark;

      if (after == before)
        continue;
      last = pickable;
      lanyard_edit_set_marks (edit, pickable->kind, pickable->key, after);
      n++;
    }
  if (last == NULL)
    return;
  label = n == 1 ? dup_mark_label (last, mark, is_set) : dup_marks_label (n);
  apply (widget, open, edit, label, n > 1);
}
