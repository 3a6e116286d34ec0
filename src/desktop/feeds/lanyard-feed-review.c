/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other feeds would change about a conference, before that is done: how
 * much there is, what becomes of stars and notes, what could not be read. Part
 * of the dialog that changes feeds; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-remarks-label.h"
#include "formats/lanyard-same-conference.h"
#include "lanyard-feed-review.h"

struct _LanyardFeedReview
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *warning;
  AdwActionRow *sessions;
  AdwActionRow *talks;
  AdwActionRow *decided;
  AdwActionRow *feeds;
  GtkLabel *remarks;
};

G_DEFINE_FINAL_TYPE (LanyardFeedReview, lanyard_feed_review, ADW_TYPE_BIN)

static void
show_numbers (AdwActionRow *row,
              guint         n_old,
              guint         n_new)
{
  g_autofree char *text = NULL;

  if (n_old == n_new)
    text = g_strdup_printf ("%u", n_new);
  else
    /* Translators: how many talks there are today, and how many with the feeds that are chosen */
    text = g_strdup_printf (_("%1$u now, %2$u with these feeds"), n_old, n_new);
  adw_action_row_set_subtitle (row, text);
  gtk_widget_set_visible (GTK_WIDGET (row), n_old > 0 || n_new > 0);
}

/* Those that stay from an earlier change are not in any feed. */
static guint
count_talks (LanyardProgramme *programme)
{
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  guint n_talks = 0;

  for (guint i = 0; i < talks->len; i++)
    n_talks += !lanyard_item_is_cancelled (g_ptr_array_index (talks, i));
  return n_talks;
}

static guint
count_sessions (LanyardProgramme *programme)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  guint n_sessions = 0;

  for (guint i = 0; i < sessions->len; i++)
    n_sessions += !lanyard_session_is_cancelled (g_ptr_array_index (sessions, i));
  return n_sessions;
}

static void
show_decided (LanyardFeedReview       *self,
              const LanyardFeedChange *change)
{
  g_autofree char *text = NULL;

  if (change->n_missing == 0)
    /* Translators: stars and notes, when a conference is read from other feeds */
    text = g_strdup_printf (ngettext ("%u is kept", "All %u are kept", change->n_decided), change->n_decided);
  else
    /* Translators: the first number is of what is not there any more, of which the second is the whole */
    text = g_strdup_printf (ngettext ("%1$u of %2$u is not in these feeds; it stays, marked as cancelled",
                                      "%1$u of %2$u are not in these feeds; they stay, marked as cancelled",
                                      change->n_missing),
                            change->n_missing, change->n_decided);
  adw_action_row_set_subtitle (self->decided, text);
  gtk_widget_set_visible (GTK_WIDGET (self->decided), change->n_decided > 0);
}

static void
show_warning (LanyardFeedReview       *self,
              const LanyardFeedChange *change)
{
  gboolean is_of_same = lanyard_programme_is_of_same (change->old_programme, change->programme);
  g_autofree char *text = NULL;

  if (!is_of_same)
    /* Translators: %s is a conference's title */
    text = g_strdup_printf (_("This seems to be another conference: “%s”. Add it as one of its own, unless only its "
                              "name has changed."),
                            lanyard_conference_get_title (lanyard_programme_get_conference (change->programme)));
  gtk_label_set_label (self->warning, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), !is_of_same);
}

static void
show_feeds (LanyardFeedReview       *self,
            const LanyardFeedChange *change)
{
  g_auto (GStrv) urls = lanyard_feed_split_url (change->feed->url);
  g_autofree char *text = g_strjoinv ("\n", urls);

  adw_action_row_set_subtitle (self->feeds, text);
}

static void
lanyard_feed_review_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_FEED_REVIEW);

  G_OBJECT_CLASS (lanyard_feed_review_parent_class)->dispose (object);
}

static void
lanyard_feed_review_class_init (LanyardFeedReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_feed_review_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/feeds/lanyard-feed-review.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedReview, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedReview, warning);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedReview, sessions);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedReview, talks);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedReview, decided);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedReview, feeds);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedReview, remarks);
}

static void
lanyard_feed_review_init (LanyardFeedReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_feed_review_set_change:
 * @self: a review
 * @change: what other feeds would change
 *
 * Shows it.
 */
void
lanyard_feed_review_set_change (LanyardFeedReview *self,
                                LanyardFeedChange *change)
{
  g_return_if_fail (LANYARD_IS_FEED_REVIEW (self));
  g_return_if_fail (change != NULL);

  gtk_label_set_label (self->title, lanyard_conference_get_title (lanyard_programme_get_conference (change->old_programme)));
  show_warning (self, change);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sessions), lanyard_phrase_sessions (change->programme));
  show_numbers (self->sessions, count_sessions (change->old_programme), count_sessions (change->programme));
  show_numbers (self->talks, count_talks (change->old_programme), count_talks (change->programme));
  show_decided (self, change);
  show_feeds (self, change);
  lanyard_remarks_label_show (self->remarks, change->programme, FALSE);
}
