/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The feeds that a conference may be read from: those that it is read from
 * today, what its server offers besides, and what somebody adds by its address.
 * Part of the dialog that changes feeds; main thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-feed-choices.h"
#include "net/lanyard-address.h"

#define URL "lanyard-feed-url"

struct _LanyardFeedChoices
{
  AdwBin parent_instance;
  LanyardSync *sync;        /* owned, nullable until it begins */
  GCancellable *looking;    /* owned, nullable: ends what is under way */
  GPtrArray *checks;        /* owned, of borrowed GtkCheckButton with the feed's address */
  char *page;               /* owned, nullable: the conference's page, to be looked at if the feed does not tell */
  gboolean wants_all;       /* whether what is being looked up was asked for by its address */

  AdwPreferencesGroup *group;
  GtkWidget *spinner;
  GtkListBox *list;
  AdwEntryRow *other;
  GtkLabel *failure;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardFeedChoices, lanyard_feed_choices, ADW_TYPE_BIN)

static void
emit_changed (LanyardFeedChoices *self)
{
  g_assert (LANYARD_IS_FEED_CHOICES (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static const char *
get_url (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), URL);
}

static GtkWidget *
find_check (LanyardFeedChoices *self,
            const char         *url)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (g_str_equal (get_url (g_ptr_array_index (self->checks, i)), url))
      return g_ptr_array_index (self->checks, i);
  return NULL;
}

/* Where it is, without what every address begins with. */
static const char *
get_place (const char *url)
{
  const char *rest = strstr (url, "://");

  return rest != NULL ? rest + strlen ("://") : url;
}

/* One feed; the same one is there once, and is ticked if it is wanted now. */
static void
add_choice (LanyardFeedChoices *self,
            const char         *url,
            LanyardOfferKind    kind,
            gboolean            is_ticked)
{
  GtkWidget *check = find_check (self, url);
  GtkWidget *row;

  if (check != NULL)
    {
      if (is_ticked)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      return;
    }
  check = gtk_check_button_new ();
  row = adw_action_row_new ();
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_ticked);
  g_object_set_data_full (G_OBJECT (check), URL, g_strdup (url), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lanyard_offer_kind_get_name (kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_place (url));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

/* --- looking ----------------------------------------------------------------- */

static void
show_failure (LanyardFeedChoices *self,
              const char         *sentence)
{
  gtk_label_set_label (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
  if (sentence != NULL && self->wants_all)
    gtk_widget_add_css_class (GTK_WIDGET (self->other), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->other), "error");
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What nobody but Lanyard has thought of is no choice, unless somebody wants
 * to know what is at an address. Of that the best is what they mean. */
static guint
add_offers (LanyardFeedChoices *self,
            GPtrArray          *offers)
{
  guint n_added = 0;

  for (guint i = 0; i < offers->len; i++)
    {
      const LanyardOffer *offer = g_ptr_array_index (offers, i);

      if (offer->source == LANYARD_OFFER_GUESSED)
        continue;
      add_choice (self, offer->url, offer->kind, self->wants_all && n_added == 0);
      n_added++;
    }
  return n_added;
}

static void look (LanyardFeedChoices *self,
                  const char         *address,
                  gboolean            wants_all);

/* Who has asked for nothing need not hear that there is nothing more; that
 * there is no network, they may mend. */
static gboolean
is_worth_telling (LanyardFeedChoices *self,
                  const GError       *error)
{
  return self->wants_all || g_error_matches (error, LANYARD_NET_ERROR, LANYARD_NET_ERROR_OFFLINE);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardFeedChoices) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = lanyard_sync_list_offers_finish (LANYARD_SYNC (source), result, &error);
  g_autofree char *page = NULL;
  guint n_before;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->sync == NULL)
    return;
  g_clear_object (&self->looking);
  gtk_widget_set_visible (self->spinner, FALSE);
  n_before = self->checks->len;
  if (offers == NULL && is_worth_telling (self, error))
    show_failure (self, error->message);
  else if (offers != NULL && add_offers (self, offers) == 0 && self->wants_all)
    show_failure (self, _("There is no feed at this address; paste that of a schedule as XML, JSON or iCalendar."));
  else if (self->wants_all)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->other), "");
      emit_changed (self);
    }
  else if (self->checks->len == n_before && self->page != NULL)
    {
      page = g_steal_pointer (&self->page);
      look (self, page, FALSE);
    }
}

static void
look (LanyardFeedChoices *self,
      const char         *address,
      gboolean            wants_all)
{
  lanyard_feed_choices_end (self);
  self->wants_all = wants_all;
  self->looking = g_cancellable_new ();
  show_failure (self, NULL);
  gtk_widget_set_visible (self->spinner, TRUE);
  lanyard_sync_list_offers_async (self->sync, address, self->looking, listed_cb, g_object_ref (self));
}

/* What is a document by its name is a feed by that; what is a page has some. */
static void
applied_cb (LanyardFeedChoices *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->other))));
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardAddress) address = NULL;

  g_assert (LANYARD_IS_FEED_CHOICES (self));

  if (*text == '\0')
    return;
  self->wants_all = TRUE;
  address = lanyard_address_parse (text, &error);
  if (address == NULL)
    {
      show_failure (self, error->message);
      return;
    }
  if (lanyard_offer_kind_guess (address->page) == LANYARD_OFFER_OTHER)
    {
      look (self, text, TRUE);
      return;
    }
  lanyard_feed_choices_end (self);
  show_failure (self, NULL);
  add_choice (self, address->page, lanyard_offer_kind_guess (address->page), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->other), "");
  emit_changed (self);
}

static void
changed_cb (LanyardFeedChoices *self)
{
  g_assert (LANYARD_IS_FEED_CHOICES (self));

  if (self->wants_all && self->looking == NULL && *gtk_editable_get_text (GTK_EDITABLE (self->other)) != '\0')
    show_failure (self, NULL);
}

/* --- the widget -------------------------------------------------------------- */

static void
lanyard_feed_choices_dispose (GObject *object)
{
  LanyardFeedChoices *self = LANYARD_FEED_CHOICES (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->sync);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->page, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FEED_CHOICES);

  G_OBJECT_CLASS (lanyard_feed_choices_parent_class)->dispose (object);
}

static void
lanyard_feed_choices_class_init (LanyardFeedChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_feed_choices_dispose;

  /**
   * LanyardFeedChoices::changed:
   * @self: the choices
   *
   * Others are ticked than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/feeds/lanyard-feed-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedChoices, group);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedChoices, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedChoices, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedChoices, other);
  gtk_widget_class_bind_template_child (widget_class, LanyardFeedChoices, failure);
  gtk_widget_class_bind_template_callback (widget_class, applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
lanyard_feed_choices_init (LanyardFeedChoices *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_feed_choices_begin:
 * @self: choices
 * @sync: what asks servers
 * @feeds: (nullable): the addresses that the conference is read from, as a feed has them
 * @page: (nullable): the address of the conference's page
 *
 * Shows the feeds of today, and looks for what is offered besides; once.
 */
void
lanyard_feed_choices_begin (LanyardFeedChoices *self,
                            LanyardSync        *sync,
                            const char         *feeds,
                            const char         *page)
{
  g_auto (GStrv) urls = NULL;

  g_return_if_fail (LANYARD_IS_FEED_CHOICES (self));
  g_return_if_fail (LANYARD_IS_SYNC (sync));
  g_return_if_fail (self->sync == NULL);

  self->sync = g_object_ref (sync);
  urls = feeds != NULL ? lanyard_feed_split_url (feeds) : g_new0 (char *, 1);
  for (guint i = 0; urls[i] != NULL; i++)
    add_choice (self, urls[i], lanyard_offer_kind_of_feed (urls[i]), TRUE);
  if (urls[0] != NULL)
    self->page = g_strdup (page);
  if (urls[0] != NULL || page != NULL)
    look (self, urls[0] != NULL ? urls[0] : page, FALSE);
}

/**
 * lanyard_feed_choices_end:
 * @self: choices
 *
 * Ends what is being looked up.
 */
void
lanyard_feed_choices_end (LanyardFeedChoices *self)
{
  g_return_if_fail (LANYARD_IS_FEED_CHOICES (self));

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  gtk_widget_set_visible (self->spinner, FALSE);
}

/**
 * lanyard_feed_choices_dup_ticked:
 * @self: choices
 *
 * Gets what is ticked, in the order in which it is shown.
 *
 * Returns: (transfer full) (array zero-terminated=1): addresses
 */
char **
lanyard_feed_choices_dup_ticked (LanyardFeedChoices *self)
{
  g_autoptr (GStrvBuilder) urls = g_strv_builder_new ();

  g_return_val_if_fail (LANYARD_IS_FEED_CHOICES (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_strv_builder_add (urls, get_url (g_ptr_array_index (self->checks, i)));
  return g_strv_builder_end (urls);
}
