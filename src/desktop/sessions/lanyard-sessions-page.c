/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All sessions of the conference, under the name that it has for them, in the
 * order that somebody chose. At the end a row says how many are hidden, and
 * brings them back. A card costs its share of a frame, so that a screenful is
 * made or made anew at once, and the others a few a frame. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-lazy-menu.h"
#include "../widgets/lanyard-list-top.h"
#include "../widgets/lanyard-pick-menu.h"
#include "../widgets/lanyard-zone-button.h"
#include "lanyard-session-card.h"
#include "lanyard-session-order.h"
#include "lanyard-sessions-page.h"

#define ORDER_CHOICE "sessions-order"
#define CARDS_AT_ONCE 8
#define CARDS_A_FRAME 3

struct _LanyardSessionsPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  guint n_hidden;              /* sessions that are left out */
  GPtrArray *cards;            /* owned, of GtkListItem, borrowed: all that show a session */
  GPtrArray *stale;            /* owned, of GtkListItem, borrowed: those of them to be refreshed */
  guint tick;                  /* id of the callback that makes and refreshes cards, or 0 */

  AdwWindowTitle *title;
  GtkMenuButton *order_button;
  GtkLabel *order_label;
  GMenuModel *orders;
  LanyardZoneButton *zone;
  GtkStack *stack;
  GtkListView *view;
  GtkSliceListModel *shown; /* the items that have a card */
  GListStore *items;        /* of LanyardSession; last a GtkStringObject if some are hidden */
};

typedef enum
{
  PROP_ORDER = 1,
} LanyardSessionsPageProperty;

enum
{
  SIGNAL_SESSION_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_ORDER + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSessionsPage, lanyard_sessions_page, ADW_TYPE_BIN)

static LanyardSessionOrder
get_order (LanyardSessionsPage *self)
{
  return lanyard_session_order_parse (lanyard_open_conference_get_choice (self->open, ORDER_CHOICE));
}

static gboolean
is_hidden (LanyardSessionsPage *self,
           LanyardSession      *session)
{
  return lanyard_filter_has_value (lanyard_open_conference_get_hidden (self->open), LANYARD_FILTER_SESSION,
                                   lanyard_session_get_key (session));
}

static guint
leave_out_hidden (LanyardSessionsPage *self,
                  GPtrArray           *sessions)
{
  guint n_hidden = 0;

  for (guint i = sessions->len; i > 0; i--)
    if (is_hidden (self, g_ptr_array_index (sessions, i - 1)))
      {
        g_ptr_array_remove_index (sessions, i - 1);
        n_hidden++;
      }
  return n_hidden;
}

static char *
dup_hidden_sentence (LanyardSessionsPage *self)
{
  if (lanyard_programme_has_microconferences (lanyard_open_conference_get_programme (self->open)))
    /* Translators: the last row of a list; choosing it shows them again */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u Hidden Microconference",
                                         "Show %u Hidden Microconferences", self->n_hidden),
                            self->n_hidden);
  /* Translators: the last row of a list; choosing it shows them again */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u Hidden Track", "Show %u Hidden Tracks", self->n_hidden),
                          self->n_hidden);
}

static gboolean
holds (GListModel *model,
       GPtrArray  *items)
{
  if (g_list_model_get_n_items (model) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (item != g_ptr_array_index (items, i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_in_view (GtkWidget *card,
            GtkWidget *view)
{
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (card) && gtk_widget_compute_bounds (card, view, &bounds) &&
         bounds.origin.y < gtk_widget_get_height (view) && bounds.origin.y + bounds.size.height > 0;
}

static void
refresh_card (GtkListItem *list_item)
{
  LanyardSessionCard *card = LANYARD_SESSION_CARD (gtk_list_item_get_child (list_item));
  g_autofree char *name = NULL;

  lanyard_session_card_refresh (card);
  name = lanyard_session_card_dup_name (card);
  gtk_list_item_set_accessible_label (list_item, name);
}

static void
refresh_some (LanyardSessionsPage *self)
{
  for (guint i = 0; i < CARDS_A_FRAME && self->stale->len > 0; i++)
    refresh_card (g_ptr_array_steal_index_fast (self->stale, self->stale->len - 1));
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *frame_clock,
         gpointer       user_data)
{
  LanyardSessionsPage *self = LANYARD_SESSIONS_PAGE (widget);
  guint n_shown = gtk_slice_list_model_get_size (self->shown);

  if (self->stale->len > 0)
    refresh_some (self);
  else
    gtk_slice_list_model_set_size (self->shown, n_shown + CARDS_A_FRAME);
  if (self->stale->len > 0 || n_shown < g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
go_on (LanyardSessionsPage *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Zone or plan is another: what is to be seen says so at once. */
static void
refresh_cards (LanyardSessionsPage *self)
{
  if (lanyard_open_conference_get_programme (self->open) == NULL ||
      lanyard_open_conference_get_plan (self->open) == NULL)
    return;

  g_ptr_array_set_size (self->stale, 0);
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkListItem *list_item = g_ptr_array_index (self->cards, i);

      if (is_in_view (gtk_list_item_get_child (list_item), GTK_WIDGET (self->view)))
        refresh_card (list_item);
      else
        g_ptr_array_add (self->stale, list_item);
    }
  if (self->stale->len > 0)
    go_on (self);
}

/* All at once, so that the list knows which items stay, and with them the
 * focus and what is in view; who is at the top stays there. */
static void
list_items (LanyardSessionsPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  GtkAdjustment *position = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  gboolean at_top = position == NULL || gtk_adjustment_get_value (position) <= 0;
  g_autoptr (GPtrArray) items = NULL;

  if (programme == NULL)
    return;
  items = lanyard_session_order_sort (get_order (self), programme, lanyard_open_conference_get_plan (self->open));
  self->n_hidden = leave_out_hidden (self, items);
  gtk_stack_set_visible_child_name (self->stack, items->len + self->n_hidden > 0 ? "sessions" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->order_button), items->len > 1);
  if (self->n_hidden > 0)
    {
      g_autofree char *sentence = dup_hidden_sentence (self);

      g_ptr_array_add (items, gtk_string_object_new (sentence));
    }
  if (holds (G_LIST_MODEL (self->items), items))
    return;
  if (at_top)
    gtk_slice_list_model_set_size (self->shown, CARDS_AT_ONCE);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  if (at_top)
    lanyard_list_show_top (self->view);
  go_on (self);
}

static void
show_order (LanyardSessionsPage *self)
{
  static const char *labels[] = { N_("By Time"), N_("By Name"), N_("By Stars") };
  const char *label = _(labels[get_order (self)]);

  gtk_label_set_label (self->order_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
refill (LanyardSessionsPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);

  if (programme == NULL)
    return;
  list_items (self);
  show_order (self);
  adw_window_title_set_title (self->title, lanyard_phrase_sessions (programme));
  adw_window_title_set_subtitle (self->title,
                                 lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lanyard_phrase_sessions (programme), -1);
}

static void
choice_changed_cb (LanyardSessionsPage *self,
                   const char          *name)
{
  if (!g_str_equal (name, ORDER_CHOICE) || lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  show_order (self);
  list_items (self);
}

/* A card must not run away from under the hand that stars it: the order by
 * stars is made anew when the page is shown again. */
static void
lanyard_sessions_page_map (GtkWidget *widget)
{
  LanyardSessionsPage *self = LANYARD_SESSIONS_PAGE (widget);

  if (self->open != NULL && get_order (self) == LANYARD_SESSION_ORDER_PICKS)
    list_items (self);

  GTK_WIDGET_CLASS (lanyard_sessions_page_parent_class)->map (widget);
}

static void
show_hidden (LanyardSessionsPage *self)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (lanyard_open_conference_get_programme (self->open));
  g_autoptr (LanyardFilter) hidden = lanyard_filter_ref (lanyard_open_conference_get_hidden (self->open));

  for (guint i = 0; i < sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (sessions, i);
      LanyardFilter *fewer =
          lanyard_filter_with_value (hidden, LANYARD_FILTER_SESSION, lanyard_session_get_key (session), FALSE);

      lanyard_filter_unref (hidden);
      hidden = fewer;
    }
  lanyard_open_conference_set_hidden (self->open, hidden);
}

static GtkWidget *
make_hidden_row (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "hidden-row");
  return label;
}

static void
bind_session (LanyardSessionsPage *self,
              GtkListItem         *list_item,
              LanyardSession      *session)
{
  if (!LANYARD_IS_SESSION_CARD (gtk_list_item_get_child (list_item)))
    gtk_list_item_set_child (list_item, lanyard_session_card_new ());
  lanyard_session_card_bind (LANYARD_SESSION_CARD (gtk_list_item_get_child (list_item)), self->open, session);
  refresh_card (list_item);
  g_ptr_array_add (self->cards, list_item);
}

static void
card_bind_cb (LanyardSessionsPage *self,
              GtkListItem         *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  if (LANYARD_IS_SESSION (item))
    {
      bind_session (self, list_item, item);
      return;
    }
  if (!GTK_IS_LABEL (gtk_list_item_get_child (list_item)))
    gtk_list_item_set_child (list_item, make_hidden_row ());
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), gtk_string_object_get_string (item));
  gtk_list_item_set_accessible_label (list_item, gtk_string_object_get_string (item));
}

static void
card_unbind_cb (LanyardSessionsPage *self,
                GtkListItem         *list_item)
{
  if (self->open == NULL)
    return;
  g_ptr_array_remove_fast (self->cards, list_item);
  g_ptr_array_remove_fast (self->stale, list_item);
}

static void
activated_cb (LanyardSessionsPage *self,
              guint                position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  g_assert (LANYARD_IS_SESSIONS_PAGE (self));

  if (LANYARD_IS_SESSION (item))
    g_signal_emit (self, signals[SIGNAL_SESSION_ACTIVATED], 0, item);
  else
    show_hidden (self);
}

static void
lanyard_sessions_page_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  LanyardSessionsPage *self = LANYARD_SESSIONS_PAGE (object);

  switch ((LanyardSessionsPageProperty) property_id)
    {
    case PROP_ORDER:
      g_value_set_static_string (value, lanyard_session_order_get_name (
                                            self->open != NULL ? get_order (self) : LANYARD_SESSION_ORDER_TIME));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_sessions_page_set_property (GObject      *object,
                                    guint         property_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  LanyardSessionsPage *self = LANYARD_SESSIONS_PAGE (object);

  switch ((LanyardSessionsPageProperty) property_id)
    {
    case PROP_ORDER:
      if (lanyard_open_conference_get_programme (self->open) != NULL)
        lanyard_open_conference_set_choice (
            self->open, ORDER_CHOICE,
            lanyard_session_order_get_name (lanyard_session_order_parse (g_value_get_string (value))));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_sessions_page_dispose (GObject *object)
{
  LanyardSessionsPage *self = LANYARD_SESSIONS_PAGE (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SESSIONS_PAGE);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->stale, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_sessions_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (LANYARD_TYPE_ZONE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/sessions/lanyard-sessions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, order_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, order_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, orders);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, zone);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, shown);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionsPage, items);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_unbind_cb);
}

static void
lanyard_sessions_page_class_init (LanyardSessionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lanyard_sessions_page_dispose;
  object_class->get_property = lanyard_sessions_page_get_property;
  object_class->set_property = lanyard_sessions_page_set_property;
  widget_class->map = lanyard_sessions_page_map;

  /**
   * LanyardSessionsPage:order:
   *
   * In which order the sessions are: "time", "name" or "picks".
   */
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "time",
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

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

  gtk_widget_class_install_property_action (widget_class, "sessions.order", "order");
  bind_template (widget_class);
}

static void
lanyard_sessions_page_init (LanyardSessionsPage *self)
{
  self->cards = g_ptr_array_new ();
  self->stale = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_slice_list_model_set_size (self->shown, CARDS_AT_ONCE);
  lanyard_lazy_menu_set (self->order_button, self->orders);
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
  lanyard_pick_menu_attach (GTK_WIDGET (self), open);
  lanyard_zone_button_set_open (self->zone, open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (refresh_cards), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (refresh_cards), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::hidden", G_CALLBACK (list_items), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  refill (self);
}
