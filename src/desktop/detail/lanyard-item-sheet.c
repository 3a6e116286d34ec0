/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one talk or break: both times, room, session, persons,
 * links, text and what in the plan it runs into. What an outline holds is
 * shown at once; the rest is read from the store. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-link-button.h"
#include "../widgets/lanyard-person-row.h"
#include "../widgets/lanyard-rich-text-view.h"
#include "lanyard-item-sheet.h"
#include "time/lanyard-time-format.h"

struct _LanyardItemSheet
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardItem *item;           /* owned, nullable */
  LanyardTalk *talk;           /* owned, nullable: the item with all it has */
  GCancellable *loading;       /* owned, nullable */
  GPtrArray *rows;             /* owned, of GtkWidget in facts or parts */
  GPtrArray *buttons;          /* owned, of GtkWidget in links */

  GtkScrolledWindow *scroller;
  GtkLabel *heading;
  GtkWidget *cancelled;
  AdwPreferencesGroup *facts;
  AdwWrapBox *links;
  LanyardRichTextView *description;
  AdwPreferencesGroup *parts;
  AdwPreferencesGroup *minutes_group;
  LanyardRichTextView *minutes;
};

enum
{
  SIGNAL_SESSION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardItemSheet, lanyard_item_sheet, ADW_TYPE_BIN)

static void
add_row (LanyardItemSheet   *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (LanyardItemSheet *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)),
                                    row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->buttons->len; i++)
    adw_wrap_box_remove (self->links, g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
}

static GtkWidget *
make_fact (const char *icon_name,
           const char *title,
           const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));
  return row;
}

/* The group makes the list itself and names it after its title, of which it
 * has none. */
static void
name_facts (GtkAccessible *list)
{
  gtk_accessible_reset_relation (list, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, _("Details"), -1);
}

static void
show_time (LanyardItemSheet *self)
{
  g_autofree char *when = lanyard_phrase_when (self->open, self->item);
  g_autofree char *elsewhere = lanyard_phrase_when_elsewhere (self->open, self->item);
  g_autofree char *zone = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (lanyard_item_is_scheduled (self->item))
    zone = lanyard_format_zone (lanyard_open_conference_get_zone (self->open), lanyard_item_get_start (self->item));
  if (zone != NULL && elsewhere != NULL)
    /* Translators: the name of a zone, then the time in another one: "Prague time (CEST) · 17:00–17:30 in Tokyo" */
    subtitle = g_strdup_printf (C_("zone and time elsewhere", "%s · %s"), zone, elsewhere);
  else
    subtitle = g_steal_pointer (&zone);
  row = make_fact ("lanyard-clock-symbolic", when, subtitle);
  add_row (self, self->facts, row);
  name_facts (GTK_ACCESSIBLE (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX)));
}

static void
show_room (LanyardItemSheet *self)
{
  LanyardRoom *room = lanyard_item_get_room (self->item);

  if (room != NULL)
    add_row (self, self->facts,
             make_fact ("lanyard-room-symbolic", lanyard_room_get_name (room), lanyard_room_get_venue (room)));
}

static void
session_row_cb (LanyardItemSheet *self)
{
  g_assert (LANYARD_IS_ITEM_SHEET (self));

  g_signal_emit (self, signals[SIGNAL_SESSION_ACTIVATED], 0, lanyard_item_get_session (self->item));
}

static void
show_session (LanyardItemSheet *self)
{
  LanyardSession *session = lanyard_item_get_session (self->item);
  g_autofree char *talks = NULL;
  GtkWidget *row;

  if (session == NULL)
    return;
  talks = lanyard_phrase_session_talks (self->open, session);
  row = make_fact ("lanyard-microconference-symbolic", lanyard_session_get_title (session), talks);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (session_row_cb), self, G_CONNECT_SWAPPED);
  add_row (self, self->facts, row);
}

static void
show_persons (LanyardItemSheet *self)
{
  GPtrArray *credits;

  if (!LANYARD_IS_TALK (self->item))
    return;
  credits = lanyard_talk_get_fields (self->talk != NULL ? self->talk : LANYARD_TALK (self->item))->credits;
  for (guint i = 0; i < credits->len; i++)
    add_row (self, self->facts, lanyard_person_row_new (g_ptr_array_index (credits, i)));
}

static void
show_overlaps (LanyardItemSheet *self)
{
  LanyardPlan *plan = lanyard_open_conference_get_plan (self->open);
  g_autoptr (GPtrArray) overlaps = lanyard_plan_dup_overlaps_with (plan, self->item);

  for (guint i = 0; i < overlaps->len; i++)
    {
      const LanyardPlanEntry *entry = g_ptr_array_index (overlaps, i);
      g_autofree char *title = NULL;
      g_autofree char *when = lanyard_phrase_when (self->open, entry->item);
      GtkWidget *row;

      /* Translators: %s is the title of something in My Plan that runs at the same time */
      title = g_strdup_printf (_("Overlaps “%s”"), lanyard_item_get_title (entry->item));
      row = make_fact ("dialog-warning-symbolic", title, when);
      gtk_widget_add_css_class (row, "overlap");
      add_row (self, self->facts, row);
    }
}

static void
show_part (LanyardItemSheet *self,
           const LanyardPart *part)
{
  g_autofree char *names = lanyard_credits_dup_names (part->credits, LANYARD_ROLE_SPEAKER);
  g_autofree char *duration = part->duration > 0 ? lanyard_format_duration (part->duration) : NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (names != NULL && duration != NULL)
    /* Translators: who gives a part of a talk, then how long it is */
    subtitle = g_strdup_printf (C_("names and duration", "%s · %s"), names, duration);
  else
    subtitle = g_strdup (names != NULL ? names : duration);
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), part->title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_row (self, self->parts, row);
}

/* What only the whole talk has. */
static void
show_text (LanyardItemSheet *self)
{
  const LanyardTalkFields *fields = lanyard_talk_get_fields (self->talk);

  for (guint i = 0; i < fields->links->len; i++)
    {
      GtkWidget *button = lanyard_link_button_new (g_ptr_array_index (fields->links, i));

      adw_wrap_box_append (self->links, button);
      g_ptr_array_add (self->buttons, button);
    }
  for (guint i = 0; i < fields->parts->len; i++)
    show_part (self, g_ptr_array_index (fields->parts, i));
  gtk_widget_set_visible (GTK_WIDGET (self->links), fields->links->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), fields->parts->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_group), fields->minutes != NULL);
}

static void
hide_text (LanyardItemSheet *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->links), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_group), FALSE);
}

static void
show_item (LanyardItemSheet *self)
{
  remove_rows (self);
  gtk_label_set_label (self->heading, lanyard_item_get_title (self->item));
  gtk_widget_set_visible (self->cancelled, lanyard_item_is_cancelled (self->item));
  show_time (self);
  show_room (self);
  show_session (self);
  show_persons (self);
  show_overlaps (self);
  if (self->talk != NULL)
    show_text (self);
  else
    hide_text (self);
}

static void
show_description (LanyardItemSheet *self)
{
  const LanyardTalkFields *fields = NULL;

  if (self->talk != NULL)
    fields = lanyard_talk_get_fields (self->talk);
  if (fields != NULL)
    {
      lanyard_rich_text_view_set_source (self->description, fields->description, fields->description_format,
                                         fields->url);
      lanyard_rich_text_view_set_source (self->minutes, fields->minutes, LANYARD_TEXT_HTML, fields->url);
    }
  else
    {
      const char *text = LANYARD_IS_BREAK (self->item)
                             ? lanyard_break_get_description (LANYARD_BREAK (self->item))
                             : NULL;

      lanyard_rich_text_view_set_source (self->description, text, LANYARD_TEXT_MARKDOWN, NULL);
      lanyard_rich_text_view_set_source (self->minutes, NULL, LANYARD_TEXT_HTML, NULL);
    }
}

static void
talk_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardItemSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardTalk) talk = lanyard_store_load_talk_finish (LANYARD_STORE (source), result, &error);

  if (talk == NULL || self->open == NULL)
    return;
  g_set_object (&self->talk, talk);
  show_item (self);
  show_description (self);
}

static void
load_talk (LanyardItemSheet *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (!LANYARD_IS_TALK (self->item))
    return;
  self->loading = g_cancellable_new ();
  lanyard_store_load_talk_async (lanyard_open_conference_get_store (self->open),
                                 lanyard_open_conference_get_programme (self->open),
                                 lanyard_item_get_key (self->item), self->loading, talk_loaded_cb,
                                 g_object_ref (self));
}

static void
refresh_cb (LanyardItemSheet *self)
{
  if (self->item != NULL && lanyard_open_conference_get_plan (self->open) != NULL)
    show_item (self);
}

static void
lanyard_item_sheet_dispose (GObject *object)
{
  LanyardItemSheet *self = LANYARD_ITEM_SHEET (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->item);
  g_clear_object (&self->talk);
  g_clear_object (&self->open);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ITEM_SHEET);

  G_OBJECT_CLASS (lanyard_item_sheet_parent_class)->dispose (object);
}

static void
lanyard_item_sheet_class_init (LanyardItemSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_item_sheet_dispose;

  /**
   * LanyardItemSheet::session-activated:
   * @self: the page
   * @session: the session
   *
   * Somebody wants to see the session of what is shown.
   */
  signals[SIGNAL_SESSION_ACTIVATED] = g_signal_new ("session-activated", G_TYPE_FROM_CLASS (klass),
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                    1, LANYARD_TYPE_SESSION);

  g_type_ensure (LANYARD_TYPE_RICH_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/detail/lanyard-item-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, heading);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, cancelled);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, facts);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, links);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, description);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, parts);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, minutes_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, minutes);
}

static void
lanyard_item_sheet_init (LanyardItemSheet *self)
{
  self->rows = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_item_sheet_new:
 * @open: the conference
 *
 * Makes an empty sheet.
 *
 * Returns: (transfer floating): a sheet
 */
GtkWidget *
lanyard_item_sheet_new (LanyardOpenConference *open)
{
  LanyardItemSheet *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_ITEM_SHEET, NULL);
  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (refresh_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * lanyard_item_sheet_set_item:
 * @self: a sheet
 * @item: a talk or a break
 *
 * Shows an item, from the top.
 */
void
lanyard_item_sheet_set_item (LanyardItemSheet *self,
                             LanyardItem      *item)
{
  g_return_if_fail (LANYARD_IS_ITEM_SHEET (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  g_set_object (&self->item, item);
  g_clear_object (&self->talk);
  show_item (self);
  show_description (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  load_talk (self);
}
