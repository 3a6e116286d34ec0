/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a session's page that lead on: to a person, to what overlaps in
 * the plan, to a file or a page. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-person-row.h"
#include "../widgets/lanyard-text-side.h"
#include "lanyard-session-phrases.h"
#include "lanyard-session-rows.h"
#include "plan/lanyard-people.h"
#include "text/lanyard-rich-text.h"

static void
lead_on (GtkWidget *row)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
add_to_subtitle (AdwActionRow *row,
                 const char   *line)
{
  const char *subtitle = adw_action_row_get_subtitle (row);
  g_autofree char *lines = NULL;

  if (subtitle != NULL && *subtitle != '\0')
    lines = g_strconcat (subtitle, "\n", line, NULL);
  adw_action_row_set_subtitle (row, lines != NULL ? lines : line);
  adw_action_row_set_subtitle_lines (row, 4);
}

/**
 * lanyard_lead_row_new:
 * @open: the conference
 * @session: a session
 * @credit: somebody who leads it
 *
 * Makes a row that says who it is, how to write to them and what else they do,
 * and leads to their page.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_lead_row_new (LanyardOpenConference *open,
                      LanyardSession        *session,
                      LanyardCredit         *credit)
{
  const char *key = lanyard_person_get_key (credit->person);
  LanyardProfile *profile =
      lanyard_people_find (lanyard_people_get (lanyard_open_conference_get_programme (open)), key);
  GtkWidget *row = lanyard_person_row_new (credit);
  g_autofree char *elsewhere = profile != NULL ? lanyard_phrase_lead_elsewhere (profile, session) : NULL;

  if (elsewhere != NULL)
    add_to_subtitle (ADW_ACTION_ROW (row), elsewhere);
  return row;
}

/**
 * lanyard_overlap_row_new:
 * @open: the conference
 * @entry: what is in the plan at the same time
 *
 * Makes a row that leads to something of the plan.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_overlap_row_new (LanyardOpenConference  *open,
                         const LanyardPlanEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  LanyardKind kind = lanyard_item_get_kind (entry->item);
  g_autofree char *when = lanyard_phrase_meeting (open, entry->item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lanyard_item_get_title (entry->item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  lanyard_text_side_follow (row);
  if (kind == LANYARD_KIND_BLOCK)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-session");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s",
                                        lanyard_session_get_key (lanyard_item_get_session (entry->item)));
    }
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-item");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(us)", (guint) kind,
                                        lanyard_item_get_key (entry->item));
    }
  lead_on (row);
  return row;
}

/**
 * lanyard_more_row_new:
 * @n_more: how many there are
 *
 * Makes a row that stands for the rest of what overlaps, and leads to the plan.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_more_row_new (guint n_more)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;

  /* Translators: %u is how many more talks of My Plan are at the same time */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u More in My Plan", "%u More in My Plan", n_more), n_more);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "plan");
  lead_on (row);
  return row;
}

static void
link_activated_cb (AdwActionRow *row,
                   LanyardLink  *link)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (link->url);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row))), NULL, NULL, NULL);
}

static void
link_unref_closure (gpointer  data,
                    GClosure *closure)
{
  lanyard_link_unref (data);
}

/* What it is, how large it is, and where it leads if that is another title. */
static char *
describe_link (const LanyardLink *link)
{
  g_autofree char *size = NULL;

  if (link->size == 0)
    return g_strdup (lanyard_phrase_link (link->kind));
  size = g_format_size (link->size);
  /* Translators: what a link leads to, then the size of that file: "Slides · 2.1 MB" */
  return g_strdup_printf (C_("kind and size", "%s · %s"), lanyard_phrase_link (link->kind), size);
}

/**
 * lanyard_link_row_new:
 * @link: a link
 *
 * Makes a row that opens @link in the program for it. One to an address that
 * is not safe to open is made insensitive.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_link_row_new (LanyardLink *link)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean has_title = link->title != NULL && *link->title != '\0';
  g_autofree char *description = describe_link (link);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), has_title ? link->title : description);
  if (has_title)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (lanyard_phrase_link_icon (link->kind)));
  gtk_widget_set_tooltip_text (row, link->url);
  gtk_widget_set_sensitive (row, lanyard_url_is_safe (link->url));
  lead_on (row);
  g_signal_connect_data (row, "activated", G_CALLBACK (link_activated_cb), lanyard_link_ref (link), link_unref_closure,
                         G_CONNECT_DEFAULT);
  return row;
}

static gboolean
has_leads_somewhere (LanyardProgramme *programme)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);

  for (guint i = 0; i < sessions->len; i++)
    if (lanyard_session_get_fields (g_ptr_array_index (sessions, i))->leads->len > 0)
      return TRUE;
  return FALSE;
}

/**
 * lanyard_nobody_row_new:
 * @open: the conference
 *
 * Makes a row that says that nobody leads a session, where others have leads:
 * there one looks for them.
 *
 * Returns: (transfer floating) (nullable): a row, %NULL where no session has any
 */
GtkWidget *
lanyard_nobody_row_new (LanyardOpenConference *open)
{
  GtkWidget *row;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  if (!has_leads_somewhere (lanyard_open_conference_get_programme (open)))
    return NULL;
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nobody Named"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("The programme does not say who leads this"));
  return row;
}
