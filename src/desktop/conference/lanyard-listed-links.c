/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages, maps and plans that the directory knows of a conference, but for
 * those that its programme has as well. Files can be kept for use without a
 * network, as those of talks can. Part of the page about the conference. Main
 * thread; the directory is read on another. */

#include "config.h"

#include "../detail/lanyard-link-rows.h"
#include "lanyard-listed-links.h"
#include "sync/lanyard-directory-match.h"

struct _LanyardListedLinks
{
  AdwPreferencesGroup parent_instance;
  LanyardConference *conference; /* owned, nullable until it is set */
  LanyardLazySync *sync;         /* owned, nullable until it is set */
  GCancellable *looking;         /* owned, nullable: ends the look into the directory */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LanyardListedLinks, lanyard_listed_links, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
has_link (const LanyardConferenceFields *fields,
          const char                    *url)
{
  if (g_strcmp0 (fields->url, url) == 0)
    return TRUE;
  for (guint i = 0; fields->links != NULL && i < fields->links->len; i++)
    if (g_str_equal (((const LanyardLink *) g_ptr_array_index (fields->links, i))->url, url))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_new_links (LanyardListedLinks *self,
                LanyardListing     *listing)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (self->conference);
  GPtrArray *links = lanyard_listing_get_fields (listing)->links;
  GPtrArray *new_links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);

  for (guint i = 0; i < links->len; i++)
    {
      LanyardLink *link = g_ptr_array_index (links, i);

      if (!has_link (fields, link->url))
        g_ptr_array_add (new_links, lanyard_link_ref (link));
    }
  return new_links;
}

static void
show_listing (LanyardListedLinks *self,
              LanyardListing     *listing)
{
  const LanyardLinkPlace place = { self->sync, lanyard_conference_get_uuid (self->conference) };
  g_autoptr (GPtrArray) links = list_new_links (self, listing);
  guint n_rows = lanyard_link_rows_add_pages (self->list, links);

  n_rows += lanyard_link_rows_add_files (self->list, links, &place);
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (LanyardListedLinks) self = user_data;
  g_autoptr (LanyardListing) listing = lanyard_directory_match_finish (result, NULL);

  if (listing != NULL && self->conference != NULL)
    show_listing (self, listing);
}

static void
end_looking (LanyardListedLinks *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
lanyard_listed_links_dispose (GObject *object)
{
  LanyardListedLinks *self = LANYARD_LISTED_LINKS (object);

  end_looking (self);
  g_clear_object (&self->conference);
  g_clear_object (&self->sync);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_LISTED_LINKS);

  G_OBJECT_CLASS (lanyard_listed_links_parent_class)->dispose (object);
}

static void
lanyard_listed_links_class_init (LanyardListedLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_listed_links_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/conference/lanyard-listed-links.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardListedLinks, list);
}

static void
lanyard_listed_links_init (LanyardListedLinks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_listed_links_show:
 * @self: a group
 * @open: the conference, whose programme is there
 * @sync: what fetches files that are asked for
 *
 * Shows what the directory knows of a conference; the same one is looked for
 * once.
 */
void
lanyard_listed_links_show (LanyardListedLinks    *self,
                           LanyardOpenConference *open,
                           LanyardLazySync       *sync)
{
  LanyardConference *conference;
  const char *uuid;

  g_return_if_fail (LANYARD_IS_LISTED_LINKS (self));
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (open));
  g_return_if_fail (LANYARD_IS_LAZY_SYNC (sync));

  conference = lanyard_programme_get_conference (lanyard_open_conference_get_programme (open));
  uuid = lanyard_conference_get_uuid (conference);
  if (self->conference != NULL && g_strcmp0 (lanyard_conference_get_uuid (self->conference), uuid) == 0)
    return;
  end_looking (self);
  g_set_object (&self->conference, conference);
  g_set_object (&self->sync, sync);
  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->looking = g_cancellable_new ();
  lanyard_directory_match_async (lanyard_open_conference_get_store (open), conference, self->looking, matched_cb,
                                 g_object_ref (self));
}
