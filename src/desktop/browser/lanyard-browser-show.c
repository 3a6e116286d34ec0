/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies down upon the pages of a browser when it is asked for by name: an
 * item, a session, a person, a room, the conference itself. Main thread. */

#include "config.h"

#include "../conference/lanyard-conference-page.h"
#include "../rooms/lanyard-room-page.h"
#include "../search/lanyard-search-page.h"
#include "../sessions/lanyard-session-page.h"
#include "../speakers/lanyard-person-page.h"
#include "lanyard-browser-private.h"

/* A page that lies upon the others already comes to the top again; one that is
 * new lies down upon them. */
static void
push_page (LanyardBrowser    *self,
           AdwNavigationPage *page,
           const char        *tag)
{
  adw_navigation_page_set_tag (page, tag);
  adw_navigation_view_push (self->navigation, page);
}

static gboolean
return_to_page (LanyardBrowser *self,
                const char     *tag)
{
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  if (adw_navigation_view_find_page (self->navigation, tag) == NULL)
    return FALSE;
  adw_navigation_view_pop_to_tag (self->navigation, tag);
  return TRUE;
}

/**
 * lanyard_browser_show_item:
 * @self: a browser
 * @item: a talk, a break or a block
 *
 * Shows an item; of a block, its session.
 */
void
lanyard_browser_show_item (LanyardBrowser *self,
                           LanyardItem    *item)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  if (lanyard_item_get_kind (item) == LANYARD_KIND_BLOCK)
    {
      lanyard_browser_show_session (self, lanyard_item_get_session (item));
      return;
    }
  lanyard_detail_page_set_item (self->detail, item);
  if (lanyard_browser_is_searching (self))
    lanyard_detail_page_set_words (self->detail, lanyard_search_page_get_words (LANYARD_SEARCH_PAGE (self->search)));
  adw_navigation_split_view_set_show_content (self->inner, TRUE);
}

/**
 * lanyard_browser_show_session:
 * @self: a browser
 * @session: a session
 *
 * Shows the page of a session.
 */
void
lanyard_browser_show_session (LanyardBrowser *self,
                              LanyardSession *session)
{
  g_autofree char *tag = NULL;

  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (LANYARD_IS_SESSION (session));

  tag = g_strdup_printf ("session:%s", lanyard_session_get_key (session));
  if (!return_to_page (self, tag))
    push_page (self, ADW_NAVIGATION_PAGE (lanyard_session_page_new (self->open, session)), tag);
}

/**
 * lanyard_browser_show_person:
 * @self: a browser
 * @key: a person's key
 *
 * Shows the page of somebody who speaks or leads.
 */
void
lanyard_browser_show_person (LanyardBrowser *self,
                             const char     *key)
{
  g_autofree char *tag = NULL;

  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (key != NULL);

  tag = g_strdup_printf ("person:%s", key);
  if (!return_to_page (self, tag))
    push_page (self, ADW_NAVIGATION_PAGE (lanyard_person_page_new (self->open, key)), tag);
}

/**
 * lanyard_browser_show_room:
 * @self: a browser
 * @name: a room's name
 *
 * Shows the page of a room; on the page of another one, in its place.
 */
void
lanyard_browser_show_room (LanyardBrowser *self,
                           const char     *name)
{
  g_autofree char *tag = NULL;
  AdwNavigationPage *page;

  g_return_if_fail (LANYARD_IS_BROWSER (self));
  g_return_if_fail (name != NULL);

  tag = g_strdup_printf ("room:%s", name);
  if (return_to_page (self, tag))
    return;
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (LANYARD_IS_ROOM_PAGE (page))
    {
      lanyard_room_page_set_room (LANYARD_ROOM_PAGE (page), name);
      adw_navigation_page_set_tag (page, tag);
    }
  else
    push_page (self, ADW_NAVIGATION_PAGE (lanyard_room_page_new (self->open, name)), tag);
}

/**
 * lanyard_browser_show_conference:
 * @self: a browser
 *
 * Shows the page about the conference itself.
 */
void
lanyard_browser_show_conference (LanyardBrowser *self)
{
  g_return_if_fail (LANYARD_IS_BROWSER (self));

  if (!return_to_page (self, "conference"))
    push_page (self, ADW_NAVIGATION_PAGE (lanyard_conference_page_new (self->open, self->standing)), "conference");
}

/**
 * lanyard_browser_get_shown_page:
 * @self: a browser
 *
 * Gets the page that is shown: one that the sidebar names, or what lies upon it;
 * an item only where it has all of the window.
 *
 * Returns: (transfer none) (nullable): the page, %NULL before there is one
 */
GtkWidget *
lanyard_browser_get_shown_page (LanyardBrowser *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (LANYARD_IS_BROWSER (self), NULL);

  if (adw_navigation_split_view_get_collapsed (self->inner) && adw_navigation_split_view_get_show_content (self->inner))
    return GTK_WIDGET (self->detail);
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (g_strcmp0 (adw_navigation_page_get_tag (page), "root") == 0)
    return adw_bin_get_child (ADW_BIN (gtk_stack_get_visible_child (self->pages)));
  return self->search != NULL && adw_navigation_page_get_child (page) == self->search ? self->search : GTK_WIDGET (page);
}
