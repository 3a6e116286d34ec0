/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one talk or break: facts, links, files, what in the plan it
 * runs into, text, parts and minutes. What an outline holds is shown at once;
 * the rest is read from the store. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-highlight.h"
#include "../widgets/lanyard-note-editor.h"
#include "../widgets/lanyard-rich-text-view.h"
#include "../widgets/lanyard-text-side.h"
#include "lanyard-fact-row.h"
#include "lanyard-item-facts.h"
#include "lanyard-item-properties.h"
#include "lanyard-item-sheet.h"
#include "lanyard-link-rows.h"
#include "time/lanyard-time-format.h"

struct _LanyardItemSheet
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardLazySync *sync;       /* owned, nullable until set */
  LanyardItem *item;           /* owned, nullable */
  LanyardItem *outlined;       /* owned, nullable: what the facts are of; an older item while a new one is read */
  LanyardTalk *talk;           /* owned, nullable: the item with all it has */
  GCancellable *loading;       /* owned, nullable */
  char *words;                 /* owned, nullable: of the search to mark */
  char *uuid;                  /* owned, nullable: of the item's conference, while another one may be loading */

  GtkScrolledWindow *scroller;
  GtkLabel *heading;
  GtkLabel *subtitle;
  GtkWidget *cancelled;
  LanyardItemFacts *facts;
  AdwWrapBox *links;
  GtkWidget *marks;
  LanyardNoteEditor *note;
  GtkListBox *overlaps;
  GtkWidget *files_section;
  GtkListBox *files;
  LanyardRichTextView *description;
  GtkWidget *parts_section;
  GtkListBox *parts;
  GtkWidget *minutes_section;
  LanyardRichTextView *minutes;
  GtkListBox *properties;
};

G_DEFINE_FINAL_TYPE (LanyardItemSheet, lanyard_item_sheet, ADW_TYPE_BIN)

/* --- overlaps -------------------------------------------------------------- */

static char *
dup_overlap_subtitle (LanyardItemSheet       *self,
                      const LanyardPlanEntry *entry)
{
  LanyardRoom *room = lanyard_item_get_room (entry->item);
  g_autofree char *when = lanyard_phrase_when (self->open, entry->item);
  g_autofree char *where = NULL;

  if (room == NULL)
    where = g_steal_pointer (&when);
  else
    /* Translators: a time, then a room */
    where = g_strdup_printf (C_("time and room", "%s · %s"), when, lanyard_room_get_name (room));
  if (entry->level != LANYARD_LEVEL_MAYBE)
    return g_steal_pointer (&where);
  /* Translators: %s is when and where something is that is in My Plan as a maybe */
  return g_strdup_printf (C_("overlap", "%s · Maybe"), where);
}

/* A block is its session's, and has no page of its own. */
static void
set_overlap_action (GtkWidget   *row,
                    LanyardItem *item)
{
  if (lanyard_item_get_kind (item) == LANYARD_KIND_BLOCK)
    lanyard_fact_row_set_action (row, "win.show-session",
                                 g_variant_new_string (lanyard_session_get_key (lanyard_item_get_session (item))));
  else
    lanyard_fact_row_set_action (row, "win.show-item",
                                 g_variant_new ("(us)", lanyard_item_get_kind (item), lanyard_item_get_key (item)));
}

static void
add_overlap (LanyardItemSheet       *self,
             const LanyardPlanEntry *entry)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = dup_overlap_subtitle (self, entry);
  GtkWidget *row;

  /* Translators: %s is the title of something in My Plan that runs at the same time */
  title = g_strdup_printf (_("Overlaps “%s”"), lanyard_item_get_title (entry->item));
  row = lanyard_fact_row_new ("dialog-warning-symbolic", title, subtitle);
  gtk_widget_add_css_class (row, "overlap");
  set_overlap_action (row, entry->item);
  gtk_list_box_append (self->overlaps, row);
}

static void
show_overlaps (LanyardItemSheet *self)
{
  g_autoptr (GPtrArray) overlaps =
      lanyard_plan_dup_overlaps_with (lanyard_open_conference_get_plan (self->open), self->item);

  gtk_list_box_remove_all (self->overlaps);
  for (guint i = 0; i < overlaps->len; i++)
    add_overlap (self, g_ptr_array_index (overlaps, i));
  gtk_widget_set_visible (GTK_WIDGET (self->overlaps), overlaps->len > 0);
}

static void
follow_plan_cb (LanyardItemSheet *self)
{
  if (self->item != NULL && lanyard_open_conference_get_plan (self->open) != NULL)
    show_overlaps (self);
}

/* --- marks ----------------------------------------------------------------- */

/* Afterwards, and while it runs, for one may have to go. What is marked already
 * says so at any time. */
static void
show_marks (LanyardItemSheet *self)
{
  gboolean has_begun = lanyard_item_is_scheduled (self->item) &&
                       lanyard_item_get_start (self->item) <= lanyard_open_conference_get_now (self->open);
  LanyardMarks marks = lanyard_decisions_get_marks (lanyard_open_conference_get_decisions (self->open),
                                                    lanyard_item_get_kind (self->item), lanyard_item_get_key (self->item));

  gtk_widget_set_visible (self->marks, LANYARD_IS_TALK (self->item) && (has_begun || marks != LANYARD_MARKS_NONE));
}

static void
follow_marks_cb (LanyardItemSheet *self)
{
  if (self->item != NULL)
    show_marks (self);
}

/* --- links and files ------------------------------------------------------- */

static void
add_button (LanyardItemSheet *self,
            const char       *icon_name,
            const char       *label,
            const char       *action_name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon_name);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(us)", lanyard_item_get_kind (self->item),
                                    lanyard_item_get_key (self->item));
  adw_wrap_box_append (self->links, button);
}

static void
remove_buttons (LanyardItemSheet *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->links))) != NULL)
    adw_wrap_box_remove (self->links, button);
}

static void
show_links (LanyardItemSheet *self)
{
  LanyardLinkPlace place = { self->sync, self->uuid };
  GPtrArray *links = self->talk != NULL ? lanyard_talk_get_fields (self->talk)->links : NULL;
  gboolean is_scheduled = lanyard_item_is_scheduled (self->item);
  guint n_buttons = 0;
  guint n_files = 0;

  remove_buttons (self);
  gtk_list_box_remove_all (self->files);
  if (links != NULL)
    {
      n_buttons = lanyard_link_buttons_add (self->links, links);
      n_files = lanyard_link_rows_add_files (self->files, links, &place);
    }
  if (is_scheduled)
    {
      add_button (self, "lanyard-schedule-symbolic", _("Add to Calendar"), "win.add-to-calendar");
      add_button (self, "lanyard-clock-symbolic", _("Show in Schedule"), "win.show-in-schedule");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->links), is_scheduled || n_buttons > 0);
  gtk_widget_set_visible (self->files_section, n_files > 0);
}

/* --- parts ----------------------------------------------------------------- */

static GtkWidget *
make_part (const LanyardPart *part)
{
  g_autofree char *names = lanyard_credits_dup_names (part->credits, LANYARD_ROLE_SPEAKER);
  g_autofree char *duration = part->duration > 0 ? lanyard_format_duration (part->duration) : NULL;
  g_autofree char *subtitle = NULL;

  if (names != NULL && duration != NULL)
    /* Translators: who gives a part of a talk, then how long it is */
    subtitle = g_strdup_printf (C_("names and duration", "%s · %s"), names, duration);
  else
    subtitle = g_strdup (names != NULL ? names : duration);
  return lanyard_fact_row_new ("lanyard-title-symbolic", part->title, subtitle);
}

static void
show_parts (LanyardItemSheet *self)
{
  LanyardLinkPlace place = { self->sync, self->uuid };
  GPtrArray *parts = self->talk != NULL ? lanyard_talk_get_fields (self->talk)->parts : NULL;

  gtk_list_box_remove_all (self->parts);
  gtk_widget_set_visible (self->parts_section, parts != NULL && parts->len > 0);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const LanyardPart *part = g_ptr_array_index (parts, i);

      gtk_list_box_append (self->parts, make_part (part));
      lanyard_link_rows_add_pages (self->parts, part->links);
      lanyard_link_rows_add_files (self->parts, part->links, &place);
    }
}

/* --- the small print ------------------------------------------------------- */

static void
show_subtitle (LanyardItemSheet *self)
{
  const char *text = LANYARD_IS_TALK (self->item) ? lanyard_talk_get_fields (LANYARD_TALK (self->item))->subtitle : NULL;

  gtk_label_set_label (self->subtitle, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), text != NULL);
}

static void
show_properties (LanyardItemSheet *self)
{
  LanyardItem *item = self->talk != NULL ? LANYARD_ITEM (self->talk) : self->item;

  lanyard_item_properties_show (self->properties, LANYARD_IS_TALK (item) ? LANYARD_TALK (item) : NULL);
}

/* --- the whole ------------------------------------------------------------- */

static void
show_texts (LanyardItemSheet *self)
{
  const LanyardTalkFields *fields = self->talk != NULL ? lanyard_talk_get_fields (self->talk) : NULL;

  gtk_widget_set_visible (self->minutes_section, fields != NULL && fields->minutes != NULL);
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

/* What an outline holds. */
static void
show_outline (LanyardItemSheet *self)
{
  g_set_object (&self->outlined, self->item);
  gtk_label_set_label (self->heading, lanyard_item_get_title (self->item));
  lanyard_highlight_label (self->heading, self->words);
  show_subtitle (self);
  gtk_widget_set_visible (self->cancelled, lanyard_item_is_cancelled (self->item));
  lanyard_item_facts_set_item (self->facts, self->item);
  show_marks (self);
  lanyard_note_editor_set_subject (self->note, self->open, lanyard_pickable_new_of_item (self->item));
  show_overlaps (self);
}

/* What it does not hold, as far as it is there. */
static void
show_rest (LanyardItemSheet *self)
{
  show_links (self);
  show_texts (self);
  show_parts (self);
  show_properties (self);
}

static void
talk_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardItemSheet) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardTalk) talk = lanyard_store_load_talk_finish (LANYARD_STORE (source), result, &error);

  if (self->open == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_set_object (&self->talk, talk);
  if (self->outlined != self->item)
    show_outline (self);
  show_rest (self);
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
lanyard_item_sheet_dispose (GObject *object)
{
  LanyardItemSheet *self = LANYARD_ITEM_SHEET (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->item);
  g_clear_object (&self->outlined);
  g_clear_object (&self->talk);
  g_clear_object (&self->open);
  g_clear_object (&self->sync);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->uuid, g_free);
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

  g_type_ensure (LANYARD_TYPE_ITEM_FACTS);
  g_type_ensure (LANYARD_TYPE_NOTE_EDITOR);
  g_type_ensure (LANYARD_TYPE_RICH_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/detail/lanyard-item-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, heading);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, cancelled);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, facts);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, links);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, marks);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, note);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, overlaps);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, files_section);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, files);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, description);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, parts_section);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, parts);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, minutes_section);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, minutes);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemSheet, properties);
}

static void
lanyard_item_sheet_init (LanyardItemSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_text_side_follow (GTK_WIDGET (self));
}

/**
 * lanyard_item_sheet_new:
 * @open: the conference
 * @sync: what fetches files, not used before there is one to show
 *
 * Makes an empty sheet.
 *
 * Returns: (transfer floating): a sheet
 */
GtkWidget *
lanyard_item_sheet_new (LanyardOpenConference *open,
                        LanyardLazySync       *sync)
{
  LanyardItemSheet *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);
  g_return_val_if_fail (LANYARD_IS_LAZY_SYNC (sync), NULL);

  self = g_object_new (LANYARD_TYPE_ITEM_SHEET, NULL);
  self->open = g_object_ref (open);
  self->sync = g_object_ref (sync);
  lanyard_item_facts_set_open (self->facts, open);
  g_signal_connect_object (open, "notify::decisions", G_CALLBACK (follow_marks_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::now", G_CALLBACK (follow_marks_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::zone", G_CALLBACK (follow_plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::plan", G_CALLBACK (follow_plan_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * lanyard_item_sheet_set_item:
 * @self: a sheet
 * @item: a talk or a break of the programme that is open
 *
 * Shows an item, from the top. The talk that is shown already stays where it
 * is scrolled to, and changes when all of its new version is there.
 */
void
lanyard_item_sheet_set_item (LanyardItemSheet *self,
                             LanyardItem      *item)
{
  LanyardProgramme *programme;
  gboolean is_same;

  g_return_if_fail (LANYARD_IS_ITEM_SHEET (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));
  programme = lanyard_open_conference_get_programme (self->open);
  g_return_if_fail (programme != NULL);

  is_same = self->talk != NULL && LANYARD_IS_TALK (item) &&
            g_str_equal (lanyard_item_get_key (LANYARD_ITEM (self->talk)), lanyard_item_get_key (item));
  g_set_object (&self->item, item);
  g_set_str (&self->uuid, lanyard_conference_get_uuid (lanyard_programme_get_conference (programme)));
  if (!is_same)
    {
      g_clear_object (&self->talk);
      show_outline (self);
      show_rest (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }
  load_talk (self);
}

/**
 * lanyard_item_sheet_set_words:
 * @self: a sheet
 * @words: (nullable): what somebody typed into a search
 *
 * Marks the words of a search in title, text and minutes, of this item and of
 * those that are shown from now on.
 */
void
lanyard_item_sheet_set_words (LanyardItemSheet *self,
                              const char       *words)
{
  g_return_if_fail (LANYARD_IS_ITEM_SHEET (self));

  if (!g_set_str (&self->words, words))
    return;
  lanyard_highlight_label (self->heading, words);
  lanyard_rich_text_view_set_words (self->description, words);
  lanyard_rich_text_view_set_words (self->minutes, words);
}
