/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One person in the list of speakers: who they are, how many talks they give,
 * and whether one of those is starred. The list recycles rows. */

#include "config.h"

#include "lanyard-person-phrases.h"
#include "lanyard-speaker-row.h"

struct _LanyardSpeakerRow
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *who;
  GtkImage *star;
  GtkLabel *talks;
};

G_DEFINE_FINAL_TYPE (LanyardSpeakerRow, lanyard_speaker_row, ADW_TYPE_BIN)

static void
lanyard_speaker_row_dispose (GObject *object)
{
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_SPEAKER_ROW);

  G_OBJECT_CLASS (lanyard_speaker_row_parent_class)->dispose (object);
}

static void
lanyard_speaker_row_class_init (LanyardSpeakerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_speaker_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/speakers/lanyard-speaker-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakerRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakerRow, name);
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakerRow, who);
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakerRow, star);
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakerRow, talks);
}

static void
lanyard_speaker_row_init (LanyardSpeakerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_speaker_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_speaker_row_new (void)
{
  return g_object_new (LANYARD_TYPE_SPEAKER_ROW, NULL);
}

/**
 * lanyard_speaker_row_bind:
 * @self: a row
 * @profile: whom to show
 *
 * Shows somebody, but not yet what of theirs is starred.
 */
void
lanyard_speaker_row_bind (LanyardSpeakerRow *self,
                          LanyardProfile    *profile)
{
  g_autofree char *who = NULL;
  g_autofree char *talks = NULL;

  g_return_if_fail (LANYARD_IS_SPEAKER_ROW (self));
  g_return_if_fail (LANYARD_IS_PROFILE (profile));

  who = lanyard_phrase_who (profile);
  talks = lanyard_phrase_talks (profile);
  adw_avatar_set_text (self->avatar, lanyard_profile_get_name (profile));
  gtk_label_set_label (self->name, lanyard_profile_get_name (profile));
  gtk_label_set_label (self->who, who);
  gtk_label_set_label (self->talks, talks);
}

/**
 * lanyard_speaker_row_show_plan:
 * @self: a row
 * @profile: whom it shows
 * @open: the conference
 *
 * Shows whether a talk of theirs is starred.
 */
void
lanyard_speaker_row_show_plan (LanyardSpeakerRow     *self,
                               LanyardProfile        *profile,
                               LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_SPEAKER_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->star), lanyard_profile_is_picked (profile, open));
}
