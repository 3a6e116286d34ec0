/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The search, which lies down upon whatever a browser shows: it opens on typing,
 * and going back from it leads to where one was. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../refresh/lanyard-standing-banner.h"
#include "../search/lanyard-search-page.h"
#include "lanyard-browser-private.h"
#include "lanyard-typing.h"

#define SEARCH_TAG "search"

/* It stays when it is left, so that what was typed is still there. */
static void
make_search (LanyardBrowser *self)
{
  AdwNavigationPage *page;

  self->search = lanyard_search_page_new (self->open);
  page = adw_navigation_page_new_with_tag (self->search, _("Search"), SEARCH_TAG);
  adw_navigation_view_add (self->navigation, page);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (adw_bin_get_child (ADW_BIN (self->search))),
                                lanyard_standing_banner_new (self->standing));
}

/* Whether the search is shown, or lies below what is shown. */
gboolean
lanyard_browser_is_searching (LanyardBrowser *self)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->navigation);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (g_strcmp0 (adw_navigation_page_get_tag (page), SEARCH_TAG) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Upon whatever is shown, so that going back leads there, focus and all. */
void
lanyard_browser_show_search (LanyardBrowser *self)
{
  gboolean shows_item = adw_navigation_split_view_get_show_content (self->inner) &&
                        adw_navigation_split_view_get_collapsed (self->inner);

  if (self->open == NULL || lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  if (self->search == NULL)
    make_search (self);
  if (lanyard_browser_is_searching (self))
    adw_navigation_view_pop_to_tag (self->navigation, SEARCH_TAG);
  else
    {
      self->searched_from_item = shows_item;
      adw_navigation_view_push_by_tag (self->navigation, SEARCH_TAG);
    }
  adw_navigation_split_view_set_show_content (self->inner, FALSE);
  lanyard_search_page_begin (LANYARD_SEARCH_PAGE (self->search));
}

void
lanyard_browser_popped_cb (LanyardBrowser    *self,
                           AdwNavigationPage *page)
{
  if (g_strcmp0 (adw_navigation_page_get_tag (page), SEARCH_TAG) != 0)
    return;
  if (self->searched_from_item)
    adw_navigation_split_view_set_show_content (self->inner, TRUE);
  self->searched_from_item = FALSE;
}

/* Who just types wants to search. */
gboolean
lanyard_browser_key_pressed_cb (LanyardBrowser        *self,
                                guint                  key,
                                guint                  code,
                                GdkModifierType        modifiers,
                                GtkEventControllerKey *controller)
{
  if (!lanyard_typing_is_text (GTK_WIDGET (self), key, modifiers))
    return GDK_EVENT_PROPAGATE;
  lanyard_browser_show_search (self);
  return self->search != NULL && lanyard_search_page_forward_key (LANYARD_SEARCH_PAGE (self->search), controller);
}
