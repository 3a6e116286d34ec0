/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has a conference read from other feeds: shows which it is read from and which
 * there are, reads those that are ticked, says what that would change, and does
 * it when told to. Nothing is changed before. Main thread. */

#include "config.h"

#include "lanyard-feed-choices.h"
#include "lanyard-feed-review.h"
#include "lanyard-feeds-dialog.h"

struct _LanyardFeedsDialog
{
  AdwDialog parent_instance;
  LanyardSync *sync;         /* owned */
  char *uuid;                /* owned: the conference */
  char **feeds;              /* owned: the addresses that it is read from */
  GCancellable *work;        /* owned, nullable: ends what is under way */
  LanyardFeedChange *change; /* owned, nullable: what is reviewed */

  AdwNavigationView *navigation;
  GtkStack *steps;
  AdwBanner *read_failure;
  LanyardFeedChoices *choices;
  GtkWidget *review_changes;
  GtkWidget *cancel;
  AdwNavigationPage *review_page;
  AdwBanner *save_failure;
  LanyardFeedReview *review;
  GtkWidget *apply;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardFeedsDialog, lanyard_feeds_dialog, ADW_TYPE_DIALOG)

static void
end_work (LanyardFeedsDialog *self)
{
  g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
}

static void
show_banner (LanyardFeedsDialog *self,
             AdwBanner          *banner,
             const GError       *error)
{
  adw_banner_set_revealed (banner, error != NULL);
  if (error == NULL)
    return;
  adw_banner_set_title (banner, error->message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_choices (LanyardFeedsDialog *self)
{
  gtk_stack_set_visible_child_name (self->steps, "choices");
  gtk_widget_set_visible (self->review_changes, TRUE);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->review_changes);
}

/* There is something to review if others are ticked than today. */
static void
choices_changed_cb (LanyardFeedsDialog *self)
{
  g_auto (GStrv) ticked = lanyard_feed_choices_dup_ticked (self->choices);

  g_assert (LANYARD_IS_FEEDS_DIALOG (self));

  gtk_widget_set_sensitive (self->review_changes,
                            ticked[0] != NULL &&
                                !g_strv_equal ((const char *const *) ticked, (const char *const *) self->feeds));
}

/* Whoever goes back while it is done could choose other feeds, and would be given
 * the way back of those. */
static void
set_applying (LanyardFeedsDialog *self,
              gboolean            is_applying)
{
  gtk_widget_set_sensitive (self->apply, !is_applying);
  adw_navigation_page_set_can_pop (self->review_page, !is_applying);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (LanyardFeedsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardFeedChange) change = lanyard_feed_change_prepare_finish (LANYARD_SYNC (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->work);
  show_choices (self);
  show_banner (self, self->read_failure, error);
  if (change == NULL)
    {
      gtk_widget_grab_focus (self->review_changes);
      return;
    }
  g_clear_pointer (&self->change, lanyard_feed_change_unref);
  self->change = g_steal_pointer (&change);
  lanyard_feed_review_set_change (self->review, self->change);
  show_banner (self, self->save_failure, NULL);
  set_applying (self, FALSE);
  adw_navigation_view_push_by_tag (self->navigation, "review");
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->apply);
  gtk_widget_grab_focus (self->apply);
}

static void
review_cb (LanyardFeedsDialog *self)
{
  g_auto (GStrv) ticked = lanyard_feed_choices_dup_ticked (self->choices);

  g_assert (LANYARD_IS_FEEDS_DIALOG (self));

  end_work (self);
  self->work = g_cancellable_new ();
  lanyard_feed_choices_end (self->choices);
  show_banner (self, self->read_failure, NULL);
  gtk_stack_set_visible_child_name (self->steps, "progress");
  gtk_widget_set_visible (self->review_changes, FALSE);
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->cancel);
  gtk_widget_grab_focus (self->cancel);
  lanyard_feed_change_prepare_async (self->sync, self->uuid, (const char *const *) ticked, NULL, NULL, self->work,
                                     prepared_cb, g_object_ref (self));
}

static void
cancel_cb (LanyardFeedsDialog *self)
{
  g_assert (LANYARD_IS_FEEDS_DIALOG (self));

  end_work (self);
  show_choices (self);
  gtk_widget_grab_focus (self->review_changes);
}

static void
popped_cb (LanyardFeedsDialog *self)
{
  g_assert (LANYARD_IS_FEEDS_DIALOG (self));

  show_choices (self);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardFeedsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (lanyard_feed_change_finish (LANYARD_SYNC (source), result, &error))
    {
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0, self->change);
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  show_banner (self, self->save_failure, error);
  set_applying (self, FALSE);
}

static void
apply_cb (LanyardFeedsDialog *self)
{
  g_assert (LANYARD_IS_FEEDS_DIALOG (self));

  set_applying (self, TRUE);
  lanyard_feed_change_apply_async (self->sync, self->change, applied_cb, g_object_ref (self));
}

static void
lanyard_feeds_dialog_closed (AdwDialog *dialog)
{
  LanyardFeedsDialog *self = LANYARD_FEEDS_DIALOG (dialog);

  end_work (self);
  lanyard_feed_choices_end (self->choices);
}

static void
lanyard_feeds_dialog_dispose (GObject *object)
{
  LanyardFeedsDialog *self = LANYARD_FEEDS_DIALOG (object);

  end_work (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FEEDS_DIALOG);
  g_clear_pointer (&self->change, lanyard_feed_change_unref);
  g_clear_pointer (&self->feeds, g_strfreev);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_object (&self->sync);

  G_OBJECT_CLASS (lanyard_feeds_dialog_parent_class)->dispose (object);
}

static void
lanyard_feeds_dialog_class_init (LanyardFeedsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_feeds_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = lanyard_feeds_dialog_closed;

  /**
   * LanyardFeedsDialog::changed:
   * @self: the dialog
   * @change: what was changed, which may be undone
   *
   * The conference is read from other feeds now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, LANYARD_TYPE_FEED_CHANGE);

  g_type_ensure (LANYARD_TYPE_FEED_CHOICES);
  g_type_ensure (LANYARD_TYPE_FEED_REVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/feeds/lanyard-feeds-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, read_failure);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, review_changes);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, review_page);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, save_failure);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, review);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedsDialog, apply);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_cb);
}

static void
lanyard_feeds_dialog_init (LanyardFeedsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_feeds_dialog_new:
 * @open: the conference, whose programme is there
 * @standing: how that stands to its server
 *
 * Makes a dialog that changes the conference's feeds.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_feeds_dialog_new (LanyardOpenConference *open,
                          LanyardStanding       *standing)
{
  LanyardFeedsDialog *self;
  LanyardConference *conference;
  const char *feeds;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (LANYARD_IS_STANDING (standing), NULL);

  conference = lanyard_programme_get_conference (lanyard_open_conference_get_programme (open));
  feeds = lanyard_standing_get_address (standing);
  self = g_object_new (LANYARD_TYPE_FEEDS_DIALOG, NULL);
  self->sync = g_object_ref (lanyard_lazy_sync_get (lanyard_standing_get_sync (standing)));
  self->uuid = g_strdup (lanyard_conference_get_uuid (conference));
  self->feeds = feeds != NULL ? lanyard_feed_split_url (feeds) : g_new0 (char *, 1);
  show_choices (self);
  lanyard_feed_choices_begin (self->choices, self->sync, feeds, lanyard_conference_get_fields (conference)->url);
  choices_changed_cb (self);
  return ADW_DIALOG (self);
}
