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

static void
show_item_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *target)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardItem *item = NULL;
  const char *key;
  guint kind;

  g_variant_get (target, "(u&s)", &kind, &key);
  if (programme != NULL)
    item = find_item (programme, kind, key);
  if (item != NULL)
    lanyard_browser_show_item (self->browser, item);
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
 * and "win.show-person" a key, "win.show-room" a name. */
void
lanyard_window_install_show_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-item", "(us)", show_item_action);
  gtk_widget_class_install_action (widget_class, "win.show-session", "s", show_session_action);
  gtk_widget_class_install_action (widget_class, "win.show-person", "s", show_person_action);
  gtk_widget_class_install_action (widget_class, "win.show-room", "s", show_room_action);
  gtk_widget_class_install_action (widget_class, "win.show-conference", NULL, show_conference_action);
  gtk_widget_class_install_action (widget_class, "win.previous-item", NULL, previous_item_action);
  gtk_widget_class_install_action (widget_class, "win.next-item", NULL, next_item_action);
}
