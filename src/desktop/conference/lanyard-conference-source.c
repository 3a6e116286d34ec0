/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the programme comes from: its address, how old it is, why the last
 * refresh failed and when the next one is due. Part of the conference's page;
 * follows how the conference stands to its server, each minute. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../refresh/lanyard-standing-phrases.h"
#include "lanyard-conference-source.h"
#include "time/lanyard-time-format.h"

struct _LanyardConferenceSource
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardStanding *standing;   /* owned, nullable until set */

  AdwActionRow *address;
  AdwActionRow *format;
  AdwActionRow *age;
  AdwActionRow *failure;
  AdwActionRow *next;
};

G_DEFINE_FINAL_TYPE (LanyardConferenceSource, lanyard_conference_source, ADW_TYPE_BIN)

/* A row without a value is not there. */
static void
show_value (AdwActionRow *row,
            const char   *value)
{
  if (value != NULL && g_strcmp0 (adw_action_row_get_subtitle (row), value) != 0)
    adw_action_row_set_subtitle (row, value);
  gtk_widget_set_visible (GTK_WIDGET (row), value != NULL);
}

static char *
dup_next (LanyardConferenceSource *self)
{
  gint64 due = lanyard_standing_get_due (self->standing);
  gint64 now = lanyard_open_conference_get_now (self->open);

  if (due == LANYARD_NO_TIME)
    return NULL;
  /* Translators: when the programme is refreshed next */
  return due > now ? lanyard_format_time_until (due - now) : g_strdup (_("soon"));
}

static void
show_standing (LanyardConferenceSource *self)
{
  const char *address = lanyard_standing_get_address (self->standing);
  gboolean is_refreshing = lanyard_standing_is_refreshing (self->standing);
  g_autofree char *age = is_refreshing ? g_strdup (_("Refreshing…")) : lanyard_phrase_standing (self->standing);
  g_autofree char *next = is_refreshing ? NULL : dup_next (self);

  g_assert (LANYARD_IS_CONFERENCE_SOURCE (self));

  show_value (self->address, address);
  /* The one that is read today. */
  show_value (self->format, "Indico");
  show_value (self->age, age);
  show_value (self->failure, is_refreshing ? NULL : lanyard_standing_get_failure (self->standing, NULL));
  show_value (self->next, next);
}

static void
copy_cb (LanyardConferenceSource *self)
{
  g_assert (LANYARD_IS_CONFERENCE_SOURCE (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), adw_action_row_get_subtitle (self->address));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Address copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
open_cb (LanyardConferenceSource *self)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (adw_action_row_get_subtitle (self->address));

  g_assert (LANYARD_IS_CONFERENCE_SOURCE (self));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
lanyard_conference_source_dispose (GObject *object)
{
  LanyardConferenceSource *self = LANYARD_CONFERENCE_SOURCE (object);

  g_clear_object (&self->standing);
  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CONFERENCE_SOURCE);

  G_OBJECT_CLASS (lanyard_conference_source_parent_class)->dispose (object);
}

static void
lanyard_conference_source_class_init (LanyardConferenceSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_conference_source_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/conference/lanyard-conference-source.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, address);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, format);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, age);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, failure);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, next);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
lanyard_conference_source_init (LanyardConferenceSource *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_conference_source_set_standing:
 * @self: a source
 * @open: the conference
 * @standing: how it stands to its server
 *
 * Says what it shows; once.
 */
void
lanyard_conference_source_set_standing (LanyardConferenceSource *self,
                                        LanyardOpenConference   *open,
                                        LanyardStanding         *standing)
{
  g_return_if_fail (LANYARD_IS_CONFERENCE_SOURCE (self));
  g_return_if_fail (self->standing == NULL);

  self->open = g_object_ref (open);
  self->standing = g_object_ref (standing);
  g_signal_connect_object (standing, "changed", G_CALLBACK (show_standing), self, G_CONNECT_SWAPPED);
  show_standing (self);
}
