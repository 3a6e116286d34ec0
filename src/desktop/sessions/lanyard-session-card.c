/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One session in the list of sessions: when and where, who leads it, how many
 * talks it has and how many of them are starred. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-color-band.h"
#include "../widgets/lanyard-star-button.h"
#include "../widgets/lanyard-text-side.h"
#include "lanyard-session-card.h"
#include "lanyard-session-phrases.h"

#define MOST_MEETINGS 3

struct _LanyardSessionCard
{
  GtkBox parent_instance;
  LanyardOpenConference *open; /* owned, nullable until bound */
  LanyardSession *session;     /* owned, nullable until bound */

  LanyardColorBand *band;
  GtkLabel *title;
  GtkLabel *cancelled;
  GtkLabel *when;
  GtkLabel *leads;
  GtkLabel *talks;
  LanyardStarButton *star;
};

G_DEFINE_FINAL_TYPE (LanyardSessionCard, lanyard_session_card, GTK_TYPE_BOX)

static char *
dup_leads (LanyardSession *session)
{
  g_autofree char *names =
      lanyard_credits_dup_names (lanyard_session_get_fields (session)->leads, LANYARD_ROLE_LEAD);

  if (names == NULL)
    return NULL;
  /* Translators: %s is the names of those who lead a microconference */
  return g_strdup_printf (_("Led by %s"), names);
}

static void
lanyard_session_card_dispose (GObject *object)
{
  LanyardSessionCard *self = LANYARD_SESSION_CARD (object);

  g_clear_object (&self->open);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_SESSION_CARD);

  G_OBJECT_CLASS (lanyard_session_card_parent_class)->dispose (object);
}

static void
lanyard_session_card_class_init (LanyardSessionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_session_card_dispose;

  g_type_ensure (LANYARD_TYPE_COLOR_BAND);
  g_type_ensure (LANYARD_TYPE_STAR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/sessions/lanyard-session-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionCard, band);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionCard, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionCard, cancelled);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionCard, when);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionCard, leads);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionCard, talks);
  gtk_widget_class_bind_template_child (widget_class, LanyardSessionCard, star);
}

static void
lanyard_session_card_init (LanyardSessionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_text_side_follow (GTK_WIDGET (self));
}

/**
 * lanyard_session_card_new:
 *
 * Makes an empty card.
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
lanyard_session_card_new (void)
{
  return g_object_new (LANYARD_TYPE_SESSION_CARD, NULL);
}

/**
 * lanyard_session_card_bind:
 * @self: a card
 * @open: the conference
 * @session: what to show
 *
 * Shows a session. What depends on zone and plan is shown by
 * lanyard_session_card_refresh(), which whoever binds calls as well.
 */
void
lanyard_session_card_bind (LanyardSessionCard    *self,
                           LanyardOpenConference *open,
                           LanyardSession        *session)
{
  g_autofree char *leads = NULL;

  g_return_if_fail (LANYARD_IS_SESSION_CARD (self));
  g_return_if_fail (LANYARD_IS_SESSION (session));

  g_set_object (&self->open, open);
  g_set_object (&self->session, session);
  leads = dup_leads (session);
  lanyard_color_band_set_session (self->band, session);
  gtk_label_set_label (self->title, lanyard_session_get_title (session));
  gtk_widget_set_visible (GTK_WIDGET (self->cancelled), lanyard_session_is_cancelled (session));
  gtk_label_set_label (self->leads, leads != NULL ? leads : "");
  gtk_widget_set_visible (GTK_WIDGET (self->leads), leads != NULL);
  lanyard_star_button_bind (self->star, open, LANYARD_KIND_SESSION, lanyard_session_get_key (session),
                            lanyard_session_get_title (session));
}

/**
 * lanyard_session_card_refresh:
 * @self: a card that shows a session
 *
 * Says anew when the session meets and how much of it is starred.
 */
void
lanyard_session_card_refresh (LanyardSessionCard *self)
{
  g_autofree char *when = NULL;
  g_autofree char *talks = NULL;

  g_return_if_fail (LANYARD_IS_SESSION_CARD (self));
  g_return_if_fail (self->session != NULL);

  when = lanyard_phrase_meetings (self->open, self->session, MOST_MEETINGS);
  talks = lanyard_phrase_session_talks (self->open, self->session);
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->talks, talks);
}

/**
 * lanyard_session_card_dup_name:
 * @self: a card that shows a session
 *
 * Says in one line what a card shows.
 *
 * Returns: (transfer full): title, times, place, leads and number of talks, and whether it is picked
 */
char *
lanyard_session_card_dup_name (LanyardSessionCard *self)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_null_terminated (6, NULL, TRUE);
  LanyardLevel level;

  g_return_val_if_fail (LANYARD_IS_SESSION_CARD (self), NULL);
  g_return_val_if_fail (self->session != NULL, NULL);

  g_ptr_array_add (facts, (gpointer) lanyard_session_get_title (self->session));
  if (lanyard_session_is_cancelled (self->session))
    g_ptr_array_add (facts, _("cancelled"));
  g_ptr_array_add (facts, (gpointer) gtk_label_get_label (self->when));
  if (gtk_widget_get_visible (GTK_WIDGET (self->leads)))
    g_ptr_array_add (facts, (gpointer) gtk_label_get_label (self->leads));
  g_ptr_array_add (facts, (gpointer) gtk_label_get_label (self->talks));
  level = lanyard_open_conference_get_level (self->open, LANYARD_KIND_SESSION, lanyard_session_get_key (self->session));
  if (level == LANYARD_LEVEL_GOING)
    g_ptr_array_add (facts, _("in My Plan"));
  else if (level == LANYARD_LEVEL_MAYBE)
    g_ptr_array_add (facts, _("in My Plan as maybe"));

  /* Translators: what stands between the facts about a talk that a screen reader says */
  return g_strjoinv (C_("list of facts", ", "), (char **) facts->pdata);
}
