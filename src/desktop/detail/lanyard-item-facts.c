/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When, where, in which session and by whom something is: a boxed list at the
 * top of an item's sheet, whose rows lead on. A minute that passes, a zone or a
 * pick changes what a row says and makes no new one. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../speakers/lanyard-person-phrases.h"
#include "../widgets/lanyard-person-row.h"
#include "lanyard-fact-row.h"
#include "lanyard-item-facts.h"
#include "plan/lanyard-neighbours.h"
#include "plan/lanyard-people.h"
#include "time/lanyard-time-format.h"

struct _LanyardItemFacts
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardItem *item;           /* owned, nullable */
  GtkListBox *list;            /* borrowed: our child */
  AdwActionRow *time;          /* borrowed from the list, NULL until made */
  AdwActionRow *room;          /* borrowed from the list, nullable */
  AdwActionRow *session;       /* borrowed from the list, nullable */
};

G_DEFINE_FINAL_TYPE (LanyardItemFacts, lanyard_item_facts, ADW_TYPE_BIN)

/* The second zone is a line of its own where both are shown, for there may be
 * a day in it. */
static char *
dup_time_subtitle (LanyardItemFacts *self)
{
  g_autofree char *elsewhere = lanyard_phrase_when_elsewhere (self->open, self->item);
  g_autofree char *how_soon = lanyard_phrase_how_soon (self->open, self->item);
  g_autofree char *zone = NULL;

  if (how_soon == NULL)
    return NULL;
  zone = lanyard_format_zone (lanyard_open_conference_get_zone (self->open), lanyard_item_get_start (self->item));
  if (elsewhere == NULL)
    /* Translators: the name of a zone, then how soon something is: "Prague time (CEST) · in 3 days" */
    return g_strdup_printf (C_("zone and how soon", "%s · %s"), zone, how_soon);
  /* Translators: the name of a zone, how soon something is, and the time in another zone on a line of its own:
   * "Prague time (CEST) · in 3 days", "17:00–17:30 in Tokyo" */
  return g_strdup_printf (C_("zone, how soon and time elsewhere", "%s · %s\n%s"), zone, how_soon, elsewhere);
}

static void
show_time (LanyardItemFacts *self)
{
  g_autofree char *when = lanyard_phrase_when (self->open, self->item);
  g_autofree char *subtitle = dup_time_subtitle (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->time), when);
  adw_action_row_set_subtitle (self->time, subtitle != NULL ? subtitle : "");
}

static void
show_session (LanyardItemFacts *self)
{
  LanyardNeighbours neighbours;
  g_autofree char *subtitle = NULL;

  if (self->session == NULL)
    return;
  lanyard_neighbours_find (lanyard_open_conference_get_programme (self->open), self->item,
                           lanyard_open_conference_get_zone (self->open), &neighbours);
  if (neighbours.position > 0 && neighbours.n_talks > 1)
    /* Translators: the number of a talk in its session, then how many talks that has: "Talk 3 of 24" */
    subtitle = g_strdup_printf (C_("session", "Talk %u of %u"), neighbours.position, neighbours.n_talks);
  else
    subtitle = lanyard_phrase_session_talks (self->open, lanyard_item_get_session (self->item));
  adw_action_row_set_subtitle (self->session, subtitle);
}

static char *
dup_place (LanyardItemFacts *self,
           LanyardRoom      *room)
{
  return lanyard_open_conference_dup_place (self->open, lanyard_room_get_name (room), lanyard_room_get_venue (room));
}

static void
show_place_cb (LanyardItemFacts *self)
{
  g_autofree char *place = NULL;

  if (self->room == NULL)
    return;
  place = dup_place (self, lanyard_item_get_room (self->item));
  adw_action_row_set_subtitle (self->room, place != NULL ? place : "");
}

static void
add_room (LanyardItemFacts *self)
{
  LanyardRoom *room = lanyard_item_get_room (self->item);
  g_autofree char *place = NULL;
  GtkWidget *row;

  self->room = NULL;
  if (room == NULL)
    return;
  place = dup_place (self, room);
  row = lanyard_fact_row_new ("lanyard-room-symbolic", lanyard_room_get_name (room), place);
  self->room = ADW_ACTION_ROW (row);
  lanyard_fact_row_set_action (row, "win.show-room", g_variant_new_string (lanyard_room_get_name (room)));
  gtk_list_box_append (self->list, row);
}

static void
add_session (LanyardItemFacts *self)
{
  LanyardSession *session = lanyard_item_get_session (self->item);
  GtkWidget *row;

  self->session = NULL;
  if (session == NULL)
    return;
  row = lanyard_fact_row_new ("lanyard-microconference-symbolic", lanyard_session_get_title (session), NULL);
  lanyard_fact_row_set_action (row, "win.show-session", g_variant_new_string (lanyard_session_get_key (session)));
  self->session = ADW_ACTION_ROW (row);
  gtk_list_box_append (self->list, row);
  show_session (self);
}

/* Who speaks says so here, where authors stand beside them. */
static char *
dup_person_subtitle (LanyardItemFacts    *self,
                     const LanyardCredit *credit,
                     const char          *who)
{
  LanyardPeople *people = lanyard_people_get (lanyard_open_conference_get_programme (self->open));
  LanyardProfile *profile = lanyard_people_find (people, lanyard_person_get_key (credit->person));
  g_autofree char *talks = profile != NULL ? lanyard_phrase_talks (profile) : g_strdup ("");
  g_autofree char *role = NULL;

  if (credit->role == LANYARD_ROLE_SPEAKER && who != NULL && *who != '\0')
    /* Translators: %s is whom a speaker works for */
    role = g_strdup_printf (C_("affiliation", "Speaker · %s"), who);
  else
    role = g_strdup (credit->role == LANYARD_ROLE_SPEAKER ? _("Speaker") : who != NULL ? who : "");
  if (*role == '\0' || *talks == '\0')
    return g_strdup (*role != '\0' ? role : talks);
  /* Translators: as what and for whom somebody takes part, then how many talks they give: "Speaker · Red Hat · 3 talks" */
  return g_strdup_printf (C_("person and talks", "%s · %s"), role, talks);
}

static void
add_persons (LanyardItemFacts *self)
{
  GPtrArray *credits;

  if (!LANYARD_IS_TALK (self->item))
    return;
  credits = lanyard_talk_get_fields (LANYARD_TALK (self->item))->credits;
  for (guint i = 0; i < credits->len; i++)
    {
      LanyardCredit *credit = g_ptr_array_index (credits, i);
      GtkWidget *row = lanyard_person_row_new (credit);
      g_autofree char *subtitle =
          dup_person_subtitle (self, credit, adw_action_row_get_subtitle (ADW_ACTION_ROW (row)));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_list_box_append (self->list, row);
    }
}

static void
follow_time_cb (LanyardItemFacts *self)
{
  if (self->item != NULL && lanyard_open_conference_get_programme (self->open) != NULL)
    show_time (self);
}

static void
follow_plan_cb (LanyardItemFacts *self)
{
  if (self->item != NULL && lanyard_open_conference_get_plan (self->open) != NULL)
    show_session (self);
}

static void
lanyard_item_facts_dispose (GObject *object)
{
  LanyardItemFacts *self = LANYARD_ITEM_FACTS (object);

  g_clear_object (&self->item);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_item_facts_parent_class)->dispose (object);
}

static void
lanyard_item_facts_class_init (LanyardItemFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_item_facts_dispose;
}

static void
lanyard_item_facts_init (LanyardItemFacts *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Details"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * lanyard_item_facts_set_open:
 * @self: the facts
 * @open: the conference
 *
 * Says of which conference they are; once.
 */
void
lanyard_item_facts_set_open (LanyardItemFacts      *self,
                             LanyardOpenConference *open)
{
  g_return_if_fail (LANYARD_IS_ITEM_FACTS (self));
  g_return_if_fail (self->open == NULL);

  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::now", G_CALLBACK (follow_time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (follow_time_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (follow_plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::listing", G_CALLBACK (show_place_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_item_facts_set_item:
 * @self: the facts
 * @item: a talk or a break of the programme
 *
 * Shows the facts of something.
 */
void
lanyard_item_facts_set_item (LanyardItemFacts *self,
                             LanyardItem      *item)
{
  g_return_if_fail (LANYARD_IS_ITEM_FACTS (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  g_set_object (&self->item, item);
  gtk_list_box_remove_all (self->list);
  self->time = ADW_ACTION_ROW (lanyard_fact_row_new ("lanyard-clock-symbolic", "", NULL));
  gtk_list_box_append (self->list, GTK_WIDGET (self->time));
  show_time (self);
  add_room (self);
  add_session (self);
  add_persons (self);
}
