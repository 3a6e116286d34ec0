/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One person of a talk or session: name, affiliation, and a way to write to
 * them where the feed gives their address. Leads to the person's page. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-person-row.h"
#include "lanyard-text-side.h"

static void
write_cb (GtkButton     *button,
          LanyardPerson *person)
{
  g_autofree char *address = g_uri_escape_string (lanyard_person_get_email (person), "@", FALSE);
  g_autofree char *uri = g_strdup_printf ("mailto:%s", address);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), NULL, NULL, NULL);
}

static GtkWidget *
make_mail_button (LanyardPerson *person)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("mail-unread-symbolic");
  g_autofree char *label = NULL;

  /* Translators: %s is a person's name */
  label = g_strdup_printf (_("Write to %s"), lanyard_person_get_name (person));
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (write_cb), person, G_CONNECT_DEFAULT);
  return button;
}

static char *
dup_role (const LanyardCredit *credit)
{
  switch (credit->role)
    {
    case LANYARD_ROLE_AUTHOR: return g_strdup (_("Author"));
    case LANYARD_ROLE_COAUTHOR: return g_strdup (_("Co-author"));
    case LANYARD_ROLE_SPEAKER:
    case LANYARD_ROLE_LEAD:
    case LANYARD_ROLE_CHAIR: return NULL;
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_person_row_new:
 * @credit: a person and their role
 *
 * Makes a row for a boxed list.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_person_row_new (LanyardCredit *credit)
{
  LanyardPerson *person = credit->person;
  const char *affiliation = lanyard_person_get_affiliation (person);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *avatar = adw_avatar_new (32, lanyard_person_get_name (person), TRUE);
  g_autofree char *role = dup_role (credit);
  g_autofree char *subtitle = NULL;

  if (role != NULL && affiliation != NULL)
    /* Translators: a person's role in a talk, then whom they work for */
    subtitle = g_strdup_printf (C_("role and affiliation", "%s · %s"), role, affiliation);
  else
    subtitle = g_strdup (role != NULL ? role : affiliation);

  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lanyard_person_get_name (person));
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (lanyard_person_get_email (person) != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_mail_button (person));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-person");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", lanyard_person_get_key (person));
  lanyard_text_side_follow (row);
  return row;
}
