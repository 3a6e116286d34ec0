/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that opens slides, a recording, a chat or a page in the program
 * for it. It says what it opens before it does. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "lanyard-link-button.h"
#include "text/lanyard-rich-text.h"

static void
clicked_cb (GtkButton   *button,
            LanyardLink *link)
{
  lanyard_link_open (link, GTK_WIDGET (button));
}

static void
link_unref_closure (gpointer  data,
                    GClosure *closure)
{
  lanyard_link_unref (data);
}

/* Whose server it is; the address itself of what has none, such as a room of
 * Matrix. */
static char *
dup_place (LanyardLink *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link->url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return g_strdup (link->url);
  /* Translators: %s is the name of a server */
  return g_strdup_printf (_("Opens %s"), host);
}

/**
 * lanyard_link_open:
 * @link: a link
 * @widget: what was pressed
 *
 * Opens what a link leads to, in the program for it.
 */
void
lanyard_link_open (LanyardLink *link,
                   GtkWidget   *widget)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;

  g_return_if_fail (link != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  launcher = gtk_uri_launcher_new (link->url);
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL, NULL);
}

/**
 * lanyard_link_button_new_with_label:
 * @link: a link
 * @label: what the button says
 *
 * Makes a button that opens @link, and says where that leads in its tooltip.
 * One to an address that is not safe to open is made insensitive.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
lanyard_link_button_new_with_label (LanyardLink *link,
                                    const char  *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *place = dup_place (link);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), lanyard_phrase_link_icon (link->kind));
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
  gtk_widget_set_sensitive (button, lanyard_url_is_safe (link->url));
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), lanyard_link_ref (link), link_unref_closure,
                         G_CONNECT_DEFAULT);
  return button;
}

/**
 * lanyard_link_button_new:
 * @link: a link
 *
 * Makes a button that opens @link, with the link's own title, or else what its
 * kind is called.
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
lanyard_link_button_new (LanyardLink *link)
{
  const char *title = link->title != NULL && *link->title != '\0' ? link->title : lanyard_phrase_link (link->kind);

  return lanyard_link_button_new_with_label (link, title);
}
