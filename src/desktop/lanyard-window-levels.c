/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stars by key, and the way back from whatever was decided in the window:
 * by key, or from the notice that says what happened. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-window-private.h"
#include "widgets/lanyard-item-list.h"
#include "widgets/lanyard-pick-actions.h"
#include "widgets/lanyard-pick-source.h"
#include "widgets/lanyard-picking.h"
#include "widgets/lanyard-toast.h"

static void
dismiss_toast (LanyardWindow *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/* What its button would do. */
static const char *
get_label (LanyardWindow *self)
{
  return self->undo_toast_redoes ? lanyard_open_conference_get_redo_label (self->open)
                                 : lanyard_open_conference_get_undo_label (self->open);
}

static void
show_toast (LanyardWindow *self,
            const char    *sentence,
            gboolean       redoes)
{
  AdwToast *toast = lanyard_toast_new_offer (sentence, redoes ? _("_Redo") : _("_Undo"),
                                             redoes ? "win.redo-edit" : "win.undo-edit", NULL);

  dismiss_toast (self);
  g_set_object (&self->undo_toast, toast);
  self->undo_toast_redoes = redoes;
  g_set_str (&self->undo_toast_label, get_label (self));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* --- stars ----------------------------------------------------------------- */

/* What is selected, else what has the focus, else what is shown in detail. */
static GPtrArray *
dup_pickables (LanyardWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *list = focus != NULL ? gtk_widget_get_ancestor (focus, LANYARD_TYPE_ITEM_LIST) : NULL;
  GPtrArray *pickables = list != NULL ? lanyard_item_list_dup_selected (LANYARD_ITEM_LIST (list)) : NULL;
  LanyardPickSource *source = lanyard_pick_source_find (focus);
  LanyardPickable *pickable;

  if (pickables != NULL)
    return pickables;
  if (source == NULL)
    source = LANYARD_PICK_SOURCE (lanyard_browser_get_detail (self->browser));
  pickables = lanyard_pickables_new ();
  pickable = lanyard_pick_source_dup_pickable (source);
  if (pickable != NULL)
    g_ptr_array_add (pickables, pickable);
  return pickables;
}

/* Ctrl+D and Shift+Ctrl+D: to the level, or away from it. */
static void
toggle_level_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  g_autoptr (GPtrArray) pickables = NULL;

  if (lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  pickables = dup_pickables (self);
  if (pickables->len > 0)
    lanyard_picking_toggle_level (widget, self->open, pickables, lanyard_level_from_name (g_variant_get_string (target, NULL)));
  else
    gtk_widget_error_bell (widget);
}

/* --- undo and redo --------------------------------------------------------- */

/* A text has a history of its own while one writes it. */
static gboolean
pass_to_text (LanyardWindow *self,
              const char    *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)))
    return FALSE;
  gtk_widget_activate_action (focus, action, NULL);
  return TRUE;
}

/* Undo is about the conference that is shown; where there is nothing of it to
 * take back, what was done last may be in another one. */
static gboolean
point_elsewhere (LanyardWindow *self)
{
  g_autofree char *sentence = NULL;

  if (lanyard_open_conference_get_undo_label (self->open) != NULL || self->edited_uuid == NULL ||
      g_strcmp0 (self->edited_uuid, lanyard_open_conference_get_uuid (self->open)) == 0)
    return FALSE;
  /* Translators: %s is the title of a conference */
  sentence = g_strdup_printf (_("The last change was in “%s”"), self->edited_title);
  adw_toast_overlay_add_toast (self->toasts, lanyard_toast_new_offer (sentence, _("_Show"), "win.conference",
                                                                      g_variant_new_string (self->edited_uuid)));
  return TRUE;
}

static void
remember_edited (LanyardWindow *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);

  if (programme == NULL)
    return;
  g_set_str (&self->edited_uuid, lanyard_open_conference_get_uuid (self->open));
  g_set_str (&self->edited_title, lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (!pass_to_text (self, "text.undo") && !point_elsewhere (self))
    lanyard_open_conference_undo (self->open);
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (!pass_to_text (self, "text.redo"))
    lanyard_open_conference_redo (self->open);
}

/* The button of a notice: what it offers is not the history of a text. */
static void
undo_edit_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  lanyard_open_conference_undo (LANYARD_WINDOW (widget)->open);
}

static void
redo_edit_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  lanyard_open_conference_redo (LANYARD_WINDOW (widget)->open);
}

/* "win.offer-undo": says what was just done, with a way back. */
static void
offer_undo_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *target)
{
  show_toast (LANYARD_WINDOW (widget), g_variant_get_string (target, NULL), FALSE);
}

static void
edited_cb (LanyardWindow        *self,
           const char           *label,
           LanyardEditDirection  direction)
{
  g_autofree char *sentence = NULL;

  g_assert (LANYARD_IS_WINDOW (self));

  remember_edited (self);
  switch (direction)
    {
    case LANYARD_EDIT_DONE:
      dismiss_toast (self);
      break;
    case LANYARD_EDIT_UNDONE:
      if (label != NULL)
        /* Translators: %s says what had been done, such as: Removed “Intro” from My Plan */
        sentence = g_strdup_printf (_("Undone: %s"), label);
      show_toast (self, sentence != NULL ? sentence : _("Undone"), TRUE);
      break;
    case LANYARD_EDIT_REDONE:
      show_toast (self, label != NULL ? label : _("Done again"), FALSE);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Another program was faster, or another conference is shown: what the notice
 * offers is not what its button would do now. */
static void
history_changed_cb (LanyardWindow *self)
{
  g_assert (LANYARD_IS_WINDOW (self));

  if (g_strcmp0 (self->undo_toast_label, get_label (self)) != 0)
    dismiss_toast (self);
}

/* Private: "win.toggle-level" takes a level's name. */
void
lanyard_window_install_level_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.toggle-level", "s", toggle_level_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-edit", NULL, undo_edit_action);
  gtk_widget_class_install_action (widget_class, "win.redo-edit", NULL, redo_edit_action);
  gtk_widget_class_install_action (widget_class, "win.offer-undo", "s", offer_undo_action);
}

/* Private: tells of what is undone and done again. */
void
lanyard_window_follow_edits (LanyardWindow *self)
{
  g_signal_connect_object (self->open, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->open, "notify::undo-label", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
}
