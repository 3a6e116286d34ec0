/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody who speaks or leads, by name. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-speakers-page.h"

struct _LanyardSpeakersPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */

  AdwWindowTitle *title;
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (LanyardSpeakersPage, lanyard_speakers_page, ADW_TYPE_BIN)

static void
lanyard_speakers_page_dispose (GObject *object)
{
  LanyardSpeakersPage *self = LANYARD_SPEAKERS_PAGE (object);

  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SPEAKERS_PAGE);

  G_OBJECT_CLASS (lanyard_speakers_page_parent_class)->dispose (object);
}

static void
lanyard_speakers_page_class_init (LanyardSpeakersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_speakers_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/speakers/lanyard-speakers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakersPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakersPage, content);
}

static void
lanyard_speakers_page_init (LanyardSpeakersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_speakers_page_new:
 * @open: the conference it shows
 *
 * Makes the page.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_speakers_page_new (LanyardOpenConference *open)
{
  LanyardSpeakersPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_SPEAKERS_PAGE, NULL);
  self->open = g_object_ref (open);
  return GTK_WIDGET (self);
}
