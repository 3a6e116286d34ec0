/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed, found in one conference or all. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-search-page.h"

struct _LanyardSearchPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */

  AdwWindowTitle *title;
  AdwBin *content;
};

G_DEFINE_FINAL_TYPE (LanyardSearchPage, lanyard_search_page, ADW_TYPE_BIN)

static void
lanyard_search_page_dispose (GObject *object)
{
  LanyardSearchPage *self = LANYARD_SEARCH_PAGE (object);

  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SEARCH_PAGE);

  G_OBJECT_CLASS (lanyard_search_page_parent_class)->dispose (object);
}

static void
lanyard_search_page_class_init (LanyardSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_search_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/search/lanyard-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSearchPage, content);
}

static void
lanyard_search_page_init (LanyardSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_search_page_new:
 * @open: the conference it shows
 *
 * Makes the page.
 *
 * Returns: (transfer full): a page, floating
 */
GtkWidget *
lanyard_search_page_new (LanyardOpenConference *open)
{
  LanyardSearchPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_SEARCH_PAGE, NULL);
  self->open = g_object_ref (open);
  return GTK_WIDGET (self);
}
