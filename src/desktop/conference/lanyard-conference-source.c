/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the programme comes from: its addresses, how old it is, why the last
 * refresh failed and when the next one is due. Part of the conference's page;
 * follows how the conference stands to its server, each minute. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../refresh/lanyard-standing-phrases.h"
#include "../widgets/lanyard-row-button.h"
#include "lanyard-conference-source.h"
#include "net/lanyard-offer.h"
#include "time/lanyard-time-format.h"

struct _LanyardConferenceSource
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardStanding *standing;   /* owned, nullable until set */
  char *address;               /* owned, nullable: of the feeds that are shown, as a feed has it */
  guint n_feeds;               /* how many of the first rows show feeds */

  GtkListBox *list;
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

/* --- the feeds --------------------------------------------------------------- */

static const char *
get_address (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
copy_cb (LanyardConferenceSource *self,
         GtkWidget               *button)
{
  g_assert (LANYARD_IS_CONFERENCE_SOURCE (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), get_address (button));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Address copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
open_cb (LanyardConferenceSource *self,
         GtkWidget               *button)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (get_address (button));

  g_assert (LANYARD_IS_CONFERENCE_SOURCE (self));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static GtkWidget *
make_feed_row (LanyardConferenceSource *self,
               const char              *url)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "property");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Address"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), url);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  lanyard_row_button_add (ADW_ACTION_ROW (row), "edit-copy-symbolic", _("Copy the Address"), G_CALLBACK (copy_cb), self);
  lanyard_row_button_add (ADW_ACTION_ROW (row), "lanyard-link-symbolic", _("Open in the Browser"), G_CALLBACK (open_cb), self);
  return row;
}

/* What the feeds seem to be. Files do not tell, but for those of an Indico,
 * which know where they are from. */
static char *
dup_formats (LanyardConferenceSource *self,
             char                   **urls)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const char *feed_id = programme != NULL
                            ? lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->feed_id
                            : NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; urls[i] != NULL; i++)
    g_strv_builder_add (names, lanyard_offer_kind_get_name (lanyard_offer_kind_of_feed (urls[i])));
  if (urls[0] == NULL && feed_id != NULL && lanyard_offer_kind_of_feed (feed_id) == LANYARD_OFFER_INDICO)
    g_strv_builder_add (names, lanyard_offer_kind_get_name (LANYARD_OFFER_INDICO));
  else if (urls[0] == NULL)
    g_strv_builder_add (names, _("Files"));
  all = g_strv_builder_end (names);
  return g_strjoinv ("\n", all);
}

static void
show_feeds (LanyardConferenceSource *self,
            const char              *address)
{
  g_auto (GStrv) urls = address != NULL ? lanyard_feed_split_url (address) : g_new0 (char *, 1);
  g_autofree char *formats = dup_formats (self, urls);

  show_value (self->format, formats);
  if (g_strcmp0 (address, self->address) == 0)
    return;
  g_set_str (&self->address, address);
  for (; self->n_feeds > 0; self->n_feeds--)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  for (; urls[self->n_feeds] != NULL; self->n_feeds++)
    gtk_list_box_insert (self->list, make_feed_row (self, urls[self->n_feeds]), self->n_feeds);
}

/* --- the standing ------------------------------------------------------------ */

static void
show_standing (LanyardConferenceSource *self)
{
  gboolean is_refreshing = lanyard_standing_is_refreshing (self->standing);
  g_autofree char *age = is_refreshing ? g_strdup (_("Refreshing…")) : lanyard_phrase_standing (self->standing);
  g_autofree char *next = is_refreshing ? NULL : dup_next (self);

  g_assert (LANYARD_IS_CONFERENCE_SOURCE (self));

  show_feeds (self, lanyard_standing_get_address (self->standing));
  show_value (self->age, age);
  show_value (self->failure, is_refreshing ? NULL : lanyard_standing_get_failure (self->standing, NULL));
  show_value (self->next, next);
}

static void
lanyard_conference_source_dispose (GObject *object)
{
  LanyardConferenceSource *self = LANYARD_CONFERENCE_SOURCE (object);

  g_clear_object (&self->standing);
  g_clear_object (&self->open);
  g_clear_pointer (&self->address, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CONFERENCE_SOURCE);

  G_OBJECT_CLASS (lanyard_conference_source_parent_class)->dispose (object);
}

static void
lanyard_conference_source_class_init (LanyardConferenceSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_conference_source_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/conference/lanyard-conference-source.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, format);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, age);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, failure);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceSource, next);
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
