/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody else's plan, from a link or a file, beside one's own: what both
 * want, what only they want, what only you want. A star on each row takes it
 * over, and can be undone like any other. Opened by the window's action. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-star-button.h"
#include "../widgets/lanyard-text-side.h"
#include "export/lanyard-shared-plan.h"
#include "lanyard-their-plan-dialog.h"
#include "time/lanyard-time-format.h"

struct _LanyardTheirPlanDialog
{
  AdwDialog parent_instance;
  LanyardOpenConference *open; /* owned */
  LanyardSharedPlan *theirs;   /* owned, nullable: once something was read */
  GPtrArray *groups;           /* owned, of GtkWidget, borrowed children */
  GCancellable *reading;       /* owned: ends with the dialog */

  AdwWindowTitle *title;
  AdwBanner *banner;
  AdwPreferencesPage *page;
  GtkEditable *link_row;
};

G_DEFINE_FINAL_TYPE (LanyardTheirPlanDialog, lanyard_their_plan_dialog, ADW_TYPE_DIALOG)

static void
say (LanyardTheirPlanDialog *self,
     const char             *sentence)
{
  if (sentence != NULL)
    adw_banner_set_title (self->banner, sentence);
  adw_banner_set_revealed (self->banner, sentence != NULL);
}

static char *
dup_when (LanyardTheirPlanDialog *self,
          const LanyardTheirs    *theirs)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (self->open);
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (theirs->start == LANYARD_NO_TIME)
    return g_strdup (_("Not scheduled yet"));
  day = lanyard_format_day (lanyard_zone_get_day (zone, theirs->start), LANYARD_DAY_MEDIUM);
  time = lanyard_format_time (zone, theirs->start);
  if (theirs->theirs == LANYARD_LEVEL_MAYBE)
    /* Translators: a day and a time, then that somebody else may go there */
    return g_strdup_printf (_("%s, %s · a maybe of theirs"), day, time);
  /* Translators: a day and a time: "Mon 5 Oct, 10:00" */
  return g_strdup_printf (C_("day and time", "%s, %s"), day, time);
}

static GtkWidget *
make_row (LanyardTheirPlanDialog *self,
          const LanyardTheirs    *theirs)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *star = lanyard_star_button_new ();
  g_autofree char *when = dup_when (self, theirs);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), theirs->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  lanyard_text_side_follow (row);
  gtk_widget_set_valign (star, GTK_ALIGN_CENTER);
  lanyard_star_button_bind (LANYARD_STAR_BUTTON (star), self->open, theirs->kind, theirs->key, theirs->title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), star);
  return row;
}

/* Whether the row belongs into that group: 0 only they, 1 both, 2 only you. */
static gboolean
is_in_group (const LanyardTheirs *theirs,
             guint                group)
{
  gboolean is_yours = theirs->yours == LANYARD_LEVEL_GOING || theirs->yours == LANYARD_LEVEL_MAYBE;

  if (theirs->theirs == LANYARD_LEVEL_NONE)
    return group == 2;
  return group == (is_yours ? 1 : 0);
}

static void
add_group (LanyardTheirPlanDialog *self,
           GPtrArray              *both,
           guint                   number,
           const char             *title)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < both->len; i++)
    {
      const LanyardTheirs *theirs = g_ptr_array_index (both, i);

      if (!is_in_group (theirs, number))
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
          adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
          g_ptr_array_add (self->groups, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, theirs));
    }
}

/* Times are never without their zone. */
static void
show_zone (LanyardTheirPlanDialog *self)
{
  LanyardConference *conference =
      lanyard_programme_get_conference (lanyard_open_conference_get_programme (self->open));
  g_autofree char *zone = lanyard_format_zone (lanyard_open_conference_get_zone (self->open),
                                               lanyard_conference_get_fields (conference)->start);

  adw_window_title_set_subtitle (self->title, zone);
}

static void
tell_unknown (LanyardTheirPlanDialog *self,
              guint                   n_unknown)
{
  LanyardConference *conference =
      lanyard_programme_get_conference (lanyard_open_conference_get_programme (self->open));
  g_autofree char *sentence = NULL;

  if (n_unknown == lanyard_shared_plan_get_n_picks (self->theirs) && n_unknown > 0 &&
      !lanyard_shared_plan_is_of (self->theirs, conference))
    sentence = g_strdup (_("This is a plan of another conference. Open that one first."));
  else if (n_unknown > 0)
    sentence = g_strdup_printf (ngettext ("%u of theirs is not in this programme.",
                                          "%u of theirs are not in this programme.", n_unknown),
                                n_unknown);
  else if (lanyard_shared_plan_get_n_picks (self->theirs) == 0)
    sentence = g_strdup (_("They have not starred anything yet."));
  say (self, sentence);
}

/* Once for each plan that is read: a row stays where it is when it is starred,
 * so that the next one can be reached. */
static void
take (LanyardTheirPlanDialog *self,
      LanyardSharedPlan      *theirs,
      const GError           *error)
{
  g_autoptr (GPtrArray) both = NULL;
  guint n_unknown;

  if (theirs == NULL)
    {
      say (self, error->message);
      return;
    }
  g_set_object (&self->theirs, theirs);
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  both = lanyard_shared_plan_compare (theirs, lanyard_open_conference_get_programme (self->open),
                                      lanyard_open_conference_get_plan (self->open), &n_unknown);
  add_group (self, both, 0, _("Only Theirs"));
  add_group (self, both, 1, _("Both of You"));
  add_group (self, both, 2, _("Only Yours"));
  tell_unknown (self, n_unknown);
}

static void
link_entered_cb (LanyardTheirPlanDialog *self)
{
  g_assert (LANYARD_IS_THEIR_PLAN_DIALOG (self));

  lanyard_their_plan_dialog_open_link (self, gtk_editable_get_text (self->link_row));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardTheirPlanDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (LanyardSharedPlan) theirs = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  theirs = bytes != NULL ? lanyard_shared_plan_new (bytes, &error) : NULL;
  take (self, theirs, error);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardTheirPlanDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    lanyard_their_plan_dialog_open_file (self, file);
}

static void
open_file_cb (LanyardTheirPlanDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_assert (LANYARD_IS_THEIR_PLAN_DIALOG (self));

  gtk_file_dialog_set_title (dialog, _("Open Somebody’s Plan"));
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->reading, file_chosen_cb,
                        g_object_ref (self));
}

static void
lanyard_their_plan_dialog_dispose (GObject *object)
{
  LanyardTheirPlanDialog *self = LANYARD_THEIR_PLAN_DIALOG (object);

  g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_THEIR_PLAN_DIALOG);
  g_clear_object (&self->reading);
  g_clear_object (&self->open);
  g_clear_object (&self->theirs);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_their_plan_dialog_parent_class)->dispose (object);
}

static void
lanyard_their_plan_dialog_class_init (LanyardTheirPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_their_plan_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/export/lanyard-their-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardTheirPlanDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardTheirPlanDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, LanyardTheirPlanDialog, page);
  gtk_widget_class_bind_template_child (widget_class, LanyardTheirPlanDialog, link_row);
  gtk_widget_class_bind_template_callback (widget_class, link_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_file_cb);
}

static void
lanyard_their_plan_dialog_init (LanyardTheirPlanDialog *self)
{
  self->groups = g_ptr_array_new ();
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_their_plan_dialog_new:
 * @open: what the window shows; it has a programme
 *
 * Makes a dialog that reads somebody else's plan.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_their_plan_dialog_new (LanyardOpenConference *open)
{
  LanyardTheirPlanDialog *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (lanyard_open_conference_get_programme (open) != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_THEIR_PLAN_DIALOG, NULL);
  self->open = g_object_ref (open);
  show_zone (self);
  return ADW_DIALOG (self);
}

/**
 * lanyard_their_plan_dialog_open_link:
 * @self: a dialog
 * @link: what somebody pasted
 *
 * Shows the plan that a link holds. Nothing is fetched.
 */
void
lanyard_their_plan_dialog_open_link (LanyardTheirPlanDialog *self,
                                     const char             *link)
{
  g_autoptr (LanyardSharedPlan) theirs = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (LANYARD_IS_THEIR_PLAN_DIALOG (self));
  g_return_if_fail (link != NULL);

  theirs = lanyard_shared_plan_new_for_link (link, &error);
  take (self, theirs, error);
}

/**
 * lanyard_their_plan_dialog_open_file:
 * @self: a dialog
 * @file: a file
 *
 * Reads a file, and shows the plan in it.
 */
void
lanyard_their_plan_dialog_open_file (LanyardTheirPlanDialog *self,
                                     GFile                  *file)
{
  g_return_if_fail (LANYARD_IS_THEIR_PLAN_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_bytes_async (file, self->reading, loaded_cb, g_object_ref (self));
}
