/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that opens slides, a recording, a chat or a page in the program
 * for it. It says what it opens before it does. */

#include "config.h"

#include <adwaita.h>

#include "../lanyard-phrases.h"
#include "lanyard-link-button.h"
#include "text/lanyard-rich-text.h"

static void
clicked_cb (GtkButton   *button,
            LanyardLink *link)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (link->url);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (root), NULL, NULL, NULL);
}

static void
link_unref_closure (gpointer  data,
                    GClosure *closure)
{
  lanyard_link_unref (data);
}

/**
 * lanyard_link_button_new:
 * @link: a link
 *
 * Makes a button that opens @link. One to an address that is not safe to open
 * is made insensitive.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
lanyard_link_button_new (LanyardLink *link)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  const char *title = link->title != NULL && *link->title != '\0' ? link->title : lanyard_phrase_link (link->kind);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), lanyard_phrase_link_icon (link->kind));
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), title);
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, link->url);
  gtk_widget_set_sensitive (button, lanyard_url_is_safe (link->url));
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), lanyard_link_ref (link), link_unref_closure,
                         G_CONNECT_DEFAULT);
  return button;
}
