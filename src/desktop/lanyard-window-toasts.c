/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says in passing. A toast that offers something goes when it
 * cannot be had any more: what is about a conference when another one is shown,
 * the way back of what was hidden or removed when it is there again, or gone for
 * good.
 *
 * A toast comes up once what it is about has been drawn: both in one turn of the
 * main loop would keep the window waiting. Main thread. */

#include "config.h"

#include "lanyard-window-private.h"
#include "widgets/lanyard-toast.h"

/* A toast that is there, or waits for its turn. */
typedef struct
{
  LanyardWindow *window; /* borrowed: has it */
  AdwToast *toast;       /* owned */
  char *uuid;            /* owned: the conference it is about */
  gboolean brings_back;  /* whether that was removed */
  guint coming;          /* id of the source that shows it, 0 when it has come up */
} Offer;

static void
offer_free (Offer *offer)
{
  g_clear_handle_id (&offer->coming, g_source_remove);
  g_signal_handlers_disconnect_by_data (offer->toast, offer);
  g_object_unref (offer->toast);
  g_free (offer->uuid);
  g_free (offer);
}

static void
dismissed_cb (Offer *offer)
{
  g_ptr_array_remove_fast (offer->window->offers, offer);
}

static gboolean
come_up_cb (gpointer user_data)
{
  Offer *offer = user_data;

  offer->coming = 0;
  adw_toast_overlay_add_toast (offer->window->toasts, g_object_ref (offer->toast));
  return G_SOURCE_REMOVE;
}

static void
show_offer (LanyardWindow *self,
            AdwToast      *toast,
            const char    *uuid,
            gboolean       brings_back)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->window = self;
  offer->toast = toast;
  offer->uuid = g_strdup (uuid);
  offer->brings_back = brings_back;
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (dismissed_cb), offer);
  g_ptr_array_add (self->offers, offer);
  offer->coming = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, come_up_cb, offer, NULL);
}

/* Whether what it would show again has been shown again. */
static gboolean
is_unhidden (LanyardWindow *self,
             AdwToast      *toast)
{
  const char *value;
  guint field;

  if (g_strcmp0 (adw_toast_get_action_name (toast), "win.unhide") != 0)
    return FALSE;
  g_variant_get (adw_toast_get_action_target_value (toast), "(u&s)", &field, &value);
  return !lanyard_filter_has_value (lanyard_open_conference_get_hidden (self->open), field, value);
}

static gboolean
is_to_be_had (LanyardWindow *self,
              const Offer   *offer)
{
  if (offer->brings_back)
    return lanyard_window_find_conference (self, offer->uuid) == NULL;
  return g_strcmp0 (offer->uuid, lanyard_open_conference_get_uuid (self->open)) == 0 && !is_unhidden (self, offer->toast);
}

/* Private: before anything is said. */
void
lanyard_window_init_toasts (LanyardWindow *self)
{
  self->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) offer_free);
}

/* Private: shows a sentence for a moment. */
void
lanyard_window_say (LanyardWindow *self,
                    const char    *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, lanyard_toast_new (sentence));
}

/* Private: shows a toast with a button that is about the conference that is
 * shown; takes it. */
void
lanyard_window_show_offer (LanyardWindow *self,
                           AdwToast      *toast)
{
  show_offer (self, toast, lanyard_open_conference_get_uuid (self->open), FALSE);
}

/* Private: the same of a sentence, a button, its action and what that is about. */
void
lanyard_window_offer (LanyardWindow *self,
                      const char    *sentence,
                      const char    *button,
                      const char    *action,
                      GVariant      *target)
{
  lanyard_window_show_offer (self, lanyard_toast_new_offer (sentence, button, action, target));
}

/* Private: shows a toast with a button that brings a removed conference back;
 * takes it. */
void
lanyard_window_show_way_back (LanyardWindow *self,
                              AdwToast      *toast,
                              const char    *uuid)
{
  show_offer (self, toast, uuid, TRUE);
}

static void
take_back (LanyardWindow *self,
           guint          index)
{
  Offer *offer = g_ptr_array_index (self->offers, index);

  if (offer->coming != 0)
    g_ptr_array_remove_index_fast (self->offers, index);
  else
    adw_toast_dismiss (offer->toast);
}

/* Private: a conference that was removed is deleted for good. */
void
lanyard_window_end_way_back (LanyardWindow *self,
                             const char    *uuid)
{
  for (guint i = self->offers->len; i > 0; i--)
    {
      const Offer *offer = g_ptr_array_index (self->offers, i - 1);

      if (offer->brings_back && g_str_equal (offer->uuid, uuid))
        take_back (self, i - 1);
    }
}

/* Private: another conference may be shown, others may be there, and other
 * things may be hidden. */
void
lanyard_window_review_offers (LanyardWindow *self)
{
  for (guint i = self->offers->len; i > 0; i--)
    if (!is_to_be_had (self, g_ptr_array_index (self->offers, i - 1)))
      take_back (self, i - 1);
}
