/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All sessions of the conference, under the name that it has for them, in
 * order of time. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-session-card.h"
#include "lanyard-sessions-page.h"

struct _LanyardSessionsPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */

  AdwWindowTitle *title;
  LanyardZoneButton *zone;
  GtkStack *stack;
  GtkListView *view;
  GListStore *sessions;
};

enum
{
  SIGNAL_SESSION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSessionsPage, lanyard_sessions_page, ADW_TYPE_BIN)

/* The blocks are in timetable order, so that the order in which sessions turn
 * up among them is that of their first blocks; those without one come last. */
static GPtrArray *
sessions_by_time (LanyardProgramme *programme)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (programme);
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  GPtrArray *ordered = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      LanyardSession *session = lanyard_item_get_session (g_ptr_array_index (blocks, i));

      if (g_hash_table_add (seen, session))
        g_ptr_array_add (ordered, session);
    }
  for (guint i = 0; i < sessions->len; i++)
    if (g_hash_table_add (seen, g_ptr_array_index (sessions, i)))
      g_ptr_array_add (ordered, g_ptr_array_index (sessions, i));
  return ordered;
}

static void
refill (LanyardSessionsPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  g_autoptr (GPtrArray) ordered = NULL;

  if (programme == NULL)
    return;
  ordered = sessions_by_time (programme);
  g_list_store_splice (self->sessions, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sessions)), ordered->pdata,
                       ordered->len);
  adw_window_title_set_title (self->title, lanyard_phrase_sessions (programme));
  adw_window_title_set_subtitle (self->title,
                                 lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lanyard_phrase_sessions (programme), -1);
  gtk_stack_set_visible_child_name (self->stack, ordered->len > 0 ? "sessions" : "empty");
}

static void
card_setup_cb (LanyardSessionsPage *self,
               GtkListItem         *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_session_card_new ());
}

/* Anew with each plan, for it says how much is picked. */
static void
name_card (LanyardOpenConference *open,
           GParamSpec            *pspec,
           GtkListItem           *list_item)
{
  g_autofree char *label = NULL;

  if (lanyard_open_conference_get_programme (open) == NULL)
    return;
  label = lanyard_session_dup_accessible_label (open, gtk_list_item_get_item (list_item));
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
card_bind_cb (LanyardSessionsPage *self,
              GtkListItem         *list_item)
{
  lanyard_session_card_bind (LANYARD_SESSION_CARD (gtk_list_item_get_child (list_item)), self->open,
                             gtk_list_item_get_item (list_item));
  name_card (self->open, NULL, list_item);
  g_signal_connect_object (self->open, "notify::plan", G_CALLBACK (name_card), list_item, G_CONNECT_DEFAULT);
}

static void
card_unbind_cb (LanyardSessionsPage *self,
                GtkListItem         *list_item)
{
  if (self->open != NULL)
    g_signal_handlers_disconnect_by_func (self->open, name_card, list_item);
}

static void
activated_cb (LanyardSessionsPage *self,
              guint                position)
{
  g_autoptr (LanyardSession) session = g_list_model_get_item (G_LIST_MODEL (self->sessions), position);

  g_assert (LANYARD_IS_SESSIONS_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_SESSION_ACTIVATED], 0, session);
}

static void
lanyard_sessions_page_dispose (GObject *object)
{
  LanyardSessionsPage *self = LANYARD_SESSIONS_PAGE (object);

  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SESSIONS_PAGE);

  G_OBJECT_CLASS (lanyard_sessions_page_parent_class)->dispose (object);
}

static void
lanyard_sessions_page_class_init (LanyardSessionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_sessions_page_dispose;

  /**
   * LanyardSessionsPage::session-activated:
   * @self: the page
   * @session: the session
   *
   * Somebody wants to see a session.
   */
  signals[SIGNAL_SESSION_ACTIVATED] = g_signal_new ("session-activated", G_TYPE_FROM_CLASS (klass),
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                    1, LANYARD_TYPE_SESSION);

  g_type_ensure (LANYARD_TYPE_SESSION);
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/sessions/lanyard-sessions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, sessions);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_unbind_cb);
}

static void
lanyard_sessions_page_init (LanyardSessionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_sessions_page_set_open:
 * @self: a page
 * @open: the conference it shows
 *
 * Says what it shows; once.
 */
void
lanyard_sessions_page_set_open (LanyardSessionsPage   *self,
                                LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_SESSIONS_PAGE (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  lanyard_zone_button_set_open (self->zone, open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);
}
