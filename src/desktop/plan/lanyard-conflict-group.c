/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conflict in the dialog: which two entries, when and for how long, and for
 * each of them what can be done: keep it, make it a maybe, hear it at another
 * time, watch it later. Recordings are read from the store. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-link-button.h"
#include "../widgets/lanyard-text-side.h"
#include "../widgets/lanyard-wrapped-heading.h"
#include "lanyard-conflict-group.h"
#include "lanyard-plan-edits.h"
#include "plan/lanyard-alternative.h"
#include "time/lanyard-time-format.h"

/* Pixels that two buttons have room in, side by side. */
#define BUTTONS_WIDTH 190

struct _LanyardConflictGroup
{
  AdwPreferencesGroup parent_instance;
  LanyardShownPlan *plan;    /* owned */
  LanyardConflict *conflict; /* owned */
  GCancellable *reading;     /* owned: ends the reading of talks */
};

G_DEFINE_FINAL_TYPE (LanyardConflictGroup, lanyard_conflict_group, ADW_TYPE_PREFERENCES_GROUP)

static LanyardOpenConference *
get_open (LanyardConflictGroup *self)
{
  return lanyard_shown_plan_get_open (self->plan);
}

static LanyardPlanEntry *
get_entry (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "entry");
}

static GtkWidget *
add_button (LanyardConflictGroup *self,
            AdwWrapBox           *buttons,
            const char           *label,
            char                 *name,
            LanyardPlanEntry     *entry,
            GCallback             clicked)
{
  GtkWidget *button = gtk_button_new ();

  /* With a label of its own the button would go by that, and say nothing of what. */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (label));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, name);
  g_object_set_data_full (G_OBJECT (button), "entry", lanyard_plan_entry_ref (entry), (GDestroyNotify) lanyard_plan_entry_unref);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (buttons, button);
  g_free (name);
  return button;
}

/* Returns what takes the row's buttons: one upon the other where, side by side,
 * large text or long words would leave the title a few letters a line. */
static AdwWrapBox *
add_row (LanyardConflictGroup *self,
         const char           *title,
         const char           *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *buttons = g_object_new (ADW_TYPE_WRAP_BOX,
                                     "child-spacing", 6, "line-spacing", 6, "natural-line-length", BUTTONS_WIDTH,
                                     "justify", ADW_JUSTIFY_FILL, "justify-last-line", TRUE,
                                     "valign", GTK_ALIGN_CENTER, "margin-top", 6, "margin-bottom", 6, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  lanyard_text_side_follow (row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_WRAP_BOX (buttons);
}

static void
keep_cb (LanyardConflictGroup *self,
         GtkWidget            *button)
{
  g_autoptr (LanyardConflict) conflict = lanyard_conflict_ref (self->conflict);

  g_assert (LANYARD_IS_CONFLICT_GROUP (self));

  lanyard_plan_entry_give_way (lanyard_conflict_get_other (conflict, get_entry (button)), GTK_WIDGET (self), get_open (self), conflict);
}

static void
demote_cb (LanyardConflictGroup *self,
           GtkWidget            *button)
{
  g_autoptr (LanyardPlanEntry) entry = lanyard_plan_entry_ref (get_entry (button));

  lanyard_plan_entry_set_level (entry, GTK_WIDGET (self), get_open (self), LANYARD_LEVEL_MAYBE);
}

static void
edit_cb (LanyardConflictGroup *self,
         GtkWidget            *button)
{
  LanyardPlanEntry *entry = get_entry (button);

  gtk_widget_activate_action (GTK_WIDGET (self), "plan.show", "(sus)", lanyard_conference_get_uuid (entry->conference),
                              (guint) lanyard_item_get_kind (entry->item), lanyard_item_get_key (entry->item));
}

static void
swap_cb (LanyardConflictGroup *self,
         GtkWidget            *button)
{
  LanyardTalk *talk = g_object_get_data (G_OBJECT (button), "talk");
  g_autoptr (LanyardPlanEntry) entry = lanyard_plan_entry_ref (get_entry (button));

  lanyard_plan_entry_swap (entry, GTK_WIDGET (self), get_open (self), talk);
}

static void
watch_later_cb (LanyardConflictGroup *self,
                GtkWidget            *button)
{
  g_autoptr (LanyardPlanEntry) entry = lanyard_plan_entry_ref (get_entry (button));

  lanyard_plan_entry_watch_later (entry, GTK_WIDGET (self), get_open (self));
}

static void
add_repeat (LanyardConflictGroup *self,
            LanyardPlanEntry     *entry,
            LanyardAlternative   *alternative)
{
  const char *title = lanyard_item_get_title (entry->item);
  g_autofree char *when = lanyard_phrase_when (get_open (self), LANYARD_ITEM (alternative->talk));
  g_autofree char *heading = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *button;
  AdwWrapBox *buttons;

  /* Translators: the same talk at another time; %s is its title */
  heading = g_strdup_printf (_("“%s” again"), title);
  /* Translators: when a talk is given again, and whether one is free then */
  subtitle = g_strdup_printf (C_("list of facts", "%1$s, %2$s"), when, alternative->is_free ? _("you are free then") : _("you are busy then"));
  buttons = add_row (self, heading, subtitle);
  /* Translators: on a button: to the same talk at another time */
  button = add_button (self, buttons, _("Go Then"), g_strdup_printf (_("Go to “%s” Then"), title), entry, G_CALLBACK (swap_cb));
  g_object_set_data_full (G_OBJECT (button), "talk", g_object_ref (alternative->talk), g_object_unref);
}

static void
add_recording (LanyardConflictGroup *self,
               LanyardPlanEntry     *entry,
               LanyardAlternative   *alternative)
{
  const char *title = lanyard_item_get_title (entry->item);
  g_autofree char *heading = NULL;
  AdwWrapBox *buttons;

  /* Translators: %s is the title of a talk */
  heading = g_strdup_printf (_("Recording of “%s”"), title);
  buttons = add_row (self, heading, alternative->link->title != NULL ? alternative->link->title : alternative->link->url);
  adw_wrap_box_append (buttons, lanyard_link_button_new_with_label (alternative->link, _("Open")));
  add_button (self, buttons, _("Watch Later"), g_strdup_printf (_("Watch “%s” Later"), title), entry, G_CALLBACK (watch_later_cb));
}

static void
add_alternatives (LanyardConflictGroup *self,
                  LanyardPlanEntry     *entry,
                  LanyardTalk          *talk)
{
  g_autoptr (GPtrArray) alternatives = lanyard_alternatives_find (lanyard_open_conference_get_programme (get_open (self)), talk,
                                                                  lanyard_shown_plan_get_entries (self->plan));

  for (guint i = 0; i < alternatives->len; i++)
    {
      LanyardAlternative *alternative = g_ptr_array_index (alternatives, i);

      if (alternative->kind == LANYARD_ALTERNATIVE_REPEAT)
        add_repeat (self, entry, alternative);
      else
        add_recording (self, entry, alternative);
    }
}

/* Both talks are asked for, and answered in that order. */
static void
talk_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardConflictGroup) self = user_data;
  g_autoptr (LanyardTalk) talk = lanyard_store_load_talk_finish (LANYARD_STORE (source), result, NULL);
  LanyardPlanEntry *entries[] = { self->conflict->first, self->conflict->second };

  if (talk == NULL || g_cancellable_is_cancelled (self->reading))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (LANYARD_IS_TALK (entries[i]->item) && lanyard_plan_entry_is_of (entries[i], get_open (self)) &&
        g_str_equal (lanyard_item_get_key (entries[i]->item), lanyard_item_get_key (LANYARD_ITEM (talk))))
      add_alternatives (self, entries[i], talk);
}

static void
load_talk (LanyardConflictGroup *self,
           LanyardPlanEntry     *entry)
{
  LanyardOpenConference *open = get_open (self);

  if (!LANYARD_IS_TALK (entry->item) || !lanyard_plan_entry_is_of (entry, open))
    return;
  lanyard_store_load_talk_async (lanyard_open_conference_get_store (open), lanyard_open_conference_get_programme (open),
                                 lanyard_item_get_key (entry->item), self->reading, talk_loaded_cb, g_object_ref (self));
}

static char *
dup_subtitle (LanyardConflictGroup *self,
              LanyardPlanEntry     *entry)
{
  LanyardOpenConference *open = get_open (self);
  LanyardRoom *room = lanyard_item_get_room (entry->item);
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  g_autofree char *range = lanyard_format_time_range (lanyard_open_conference_get_zone (open), lanyard_item_get_start (entry->item),
                                                      lanyard_item_get_end (entry->item));

  g_ptr_array_add (facts, range);
  if (room != NULL)
    g_ptr_array_add (facts, (gpointer) lanyard_room_get_name (room));
  if (!lanyard_plan_entry_is_of (entry, open))
    g_ptr_array_add (facts, (gpointer) lanyard_conference_get_title (entry->conference));
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (C_("facts of a talk", " · "), (char **) facts->pdata);
}

/* Entries of another conference are changed where that is open. */
static void
add_entry (LanyardConflictGroup *self,
           LanyardPlanEntry     *entry)
{
  const char *title = lanyard_item_get_title (entry->item);
  gboolean is_ours = lanyard_plan_entry_is_of (entry, get_open (self));
  g_autofree char *subtitle = dup_subtitle (self, entry);
  AdwWrapBox *buttons = add_row (self, title, subtitle);

  if (is_ours && LANYARD_IS_OWN_ENTRY (entry->item))
    add_button (self, buttons, _("Edit…"), g_strdup_printf (_("Edit “%s”"), title), entry, G_CALLBACK (edit_cb));
  else if (is_ours && entry->level == LANYARD_LEVEL_GOING)
    /* Translators: on a button: make a talk a fallback */
    add_button (self, buttons, C_("level", "Maybe"), g_strdup_printf (_("Make “%s” a Maybe"), title), entry, G_CALLBACK (demote_cb));
  if (lanyard_plan_entry_is_of (lanyard_conflict_get_other (self->conflict, entry), get_open (self)))
    add_button (self, buttons, _("Keep"), g_strdup_printf (_("Keep “%s”"), title), entry, G_CALLBACK (keep_cb));
}

static void
lanyard_conflict_group_dispose (GObject *object)
{
  LanyardConflictGroup *self = LANYARD_CONFLICT_GROUP (object);

  g_cancellable_cancel (self->reading);

  G_OBJECT_CLASS (lanyard_conflict_group_parent_class)->dispose (object);
}

static void
lanyard_conflict_group_finalize (GObject *object)
{
  LanyardConflictGroup *self = LANYARD_CONFLICT_GROUP (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->conflict, lanyard_conflict_unref);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (lanyard_conflict_group_parent_class)->finalize (object);
}

static void
lanyard_conflict_group_class_init (LanyardConflictGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_conflict_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_conflict_group_finalize;
}

static void
lanyard_conflict_group_init (LanyardConflictGroup *self)
{
  self->reading = g_cancellable_new ();
}

/**
 * lanyard_conflict_group_new:
 * @plan: a plan
 * @conflict: one of its conflicts
 *
 * Makes a group of rows about a conflict.
 *
 * Returns: (transfer floating): a group
 */
GtkWidget *
lanyard_conflict_group_new (LanyardShownPlan *plan,
                            LanyardConflict  *conflict)
{
  LanyardConflictGroup *self;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *plain_title = lanyard_conflict_dup_title (conflict);
  g_autofree char *plain_description = NULL;

  g_return_val_if_fail (LANYARD_IS_SHOWN_PLAN (plan), NULL);

  self = g_object_new (LANYARD_TYPE_CONFLICT_GROUP, NULL);
  self->plan = g_object_ref (plan);
  self->conflict = lanyard_conflict_ref (conflict);
  plain_description = lanyard_conflict_dup_description (conflict, lanyard_open_conference_get_zone (get_open (self)));
  title = g_markup_escape_text (plain_title, -1);
  description = g_markup_escape_text (plain_description, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  lanyard_wrapped_heading_make (ADW_PREFERENCES_GROUP (self));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  add_entry (self, conflict->first);
  add_entry (self, conflict->second);
  load_talk (self, conflict->first);
  load_talk (self, conflict->second);
  return GTK_WIDGET (self);
}
