/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the window that show one thing: pages, rows and buttons name
 * it, and need not know where it is shown. */

#include "config.h"

#include "lanyard-window-private.h"

static LanyardItem *
find_item (LanyardProgramme *programme,
           LanyardKind       kind,
           const char       *key)
{
  if (kind == LANYARD_KIND_TALK)
    return (LanyardItem *) lanyard_programme_find_talk (programme, key);
  if (kind == LANYARD_KIND_BREAK)
    return (LanyardItem *) lanyard_programme_find_break (programme, key);
  return NULL;
}

/* Private: a talk or a break of the programme that is open. */
LanyardItem *
lanyard_window_find_item (LanyardWindow *self,
                          GVariant      *target)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  const char *key;
  guint kind;

  g_variant_get (target, "(u&s)", &kind, &key);
  return programme != NULL ? find_item (programme, kind, key) : NULL;
}

static void
show_item_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardItem *item = lanyard_window_find_item (self, target);
  guint kind;

  g_variant_get_child (target, 0, "u", &kind);
  if (item != NULL)
    lanyard_browser_show_item (self->browser, item);
  else if (kind == LANYARD_KIND_OWN)
    gtk_widget_activate_action (widget, "win.page", "s", "plan");
}

static void
show_session_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardSession *session = NULL;

  if (programme != NULL)
    session = lanyard_programme_find_session (programme, g_variant_get_string (target, NULL));
  if (session != NULL)
    lanyard_browser_show_session (self->browser, session);
}

static void
show_person_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *target)
{
  lanyard_browser_show_person (LANYARD_WINDOW (widget)->browser, g_variant_get_string (target, NULL));
}

static void
show_room_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  lanyard_browser_show_room (LANYARD_WINDOW (widget)->browser, g_variant_get_string (target, NULL));
}

static void
show_conference_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *target)
{
  lanyard_browser_show_conference (LANYARD_WINDOW (widget)->browser);
}

static void
show_match (LanyardWindow    *self,
            LanyardMatchKind  kind,
            const char       *key)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (kind)
    {
    case LANYARD_MATCH_TALK:
      gtk_widget_activate_action (widget, "win.show-item", "(us)", LANYARD_KIND_TALK, key);
      break;
    case LANYARD_MATCH_BREAK:
      gtk_widget_activate_action (widget, "win.show-item", "(us)", LANYARD_KIND_BREAK, key);
      break;
    case LANYARD_MATCH_SESSION:
      gtk_widget_activate_action (widget, "win.show-session", "s", key);
      break;
    case LANYARD_MATCH_PERSON:
      gtk_widget_activate_action (widget, "win.show-person", "s", key);
      break;
    case LANYARD_MATCH_ROOM:
      gtk_widget_activate_action (widget, "win.show-room", "s", key);
      break;
    default:
      g_return_if_reached ();
    }
}

/* Private: shows the match that was asked for, as soon as its conference is
 * loaded. */
void
lanyard_window_show_wanted_match (LanyardWindow *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  g_autoptr (GVariant) match = NULL;
  const char *uuid;
  const char *key;
  guint kind;

  if (self->wanted_match == NULL || programme == NULL)
    return;
  g_variant_get (self->wanted_match, "(&su&s)", &uuid, &kind, &key);
  if (g_strcmp0 (uuid, lanyard_conference_get_uuid (lanyard_programme_get_conference (programme))) != 0)
    return;
  match = g_steal_pointer (&self->wanted_match);
  show_match (self, kind, key);
}

/* Of another conference: that one is opened first. */
static void
show_match_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  const char *uuid;

  g_variant_get_child (target, 0, "&s", &uuid);
  g_clear_pointer (&self->wanted_match, g_variant_unref);
  self->wanted_match = g_variant_ref (target);
  if (g_strcmp0 (uuid, lanyard_open_conference_get_uuid (self->open)) != 0)
    gtk_widget_activate_action (widget, "win.conference", "s", uuid);
  lanyard_window_show_wanted_match (self);
}

static void
previous_item_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *target)
{
  lanyard_detail_page_step (lanyard_browser_get_detail (LANYARD_WINDOW (widget)->browser), -1);
}

static void
next_item_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  lanyard_detail_page_step (lanyard_browser_get_detail (LANYARD_WINDOW (widget)->browser), 1);
}

/* Private: lets somebody step to the previous and next talk where there is one. */
void
lanyard_window_update_steps (LanyardWindow *self)
{
  LanyardDetailPage *detail = lanyard_browser_get_detail (self->browser);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-item",
                                 lanyard_detail_page_get_neighbour (detail, -1) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-item",
                                 lanyard_detail_page_get_neighbour (detail, 1) != NULL);
}

/* Private: "win.show-item" takes a LanyardKind and a key, "win.show-session"
 * and "win.show-person" a key, "win.show-room" a name, "win.show-match" what a
 * LanyardMatch says: conference, LanyardMatchKind and key. */
void
lanyard_window_install_show_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-item", "(us)", show_item_action);
  gtk_widget_class_install_action (widget_class, "win.show-session", "s", show_session_action);
  gtk_widget_class_install_action (widget_class, "win.show-person", "s", show_person_action);
  gtk_widget_class_install_action (widget_class, "win.show-room", "s", show_room_action);
  gtk_widget_class_install_action (widget_class, "win.show-match", "(sus)", show_match_action);
  gtk_widget_class_install_action (widget_class, "win.show-conference", NULL, show_conference_action);
  gtk_widget_class_install_action (widget_class, "win.previous-item", NULL, previous_item_action);
  gtk_widget_class_install_action (widget_class, "win.next-item", NULL, next_item_action);
}
