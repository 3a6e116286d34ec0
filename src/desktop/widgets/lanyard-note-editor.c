/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Your own note on a talk, a session or a break: a button to begin one, the
 * note as its Markdown means it, and a text to write it in. What is written is
 * kept while it is typed, and at the latest when the page is left; nobody has
 * to save. On the page of a talk and of a session; what text needs is made
 * when there is some. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-note-editor.h"
#include "lanyard-rich-text-view.h"

/* How far what is kept may be behind what is typed, in milliseconds. */
#define DELAY 400

struct _LanyardNoteEditor
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until set */
  LanyardPickable *subject;    /* owned, nullable: what the note is on */
  char *uuid;                  /* owned, nullable: the conference that was shown when something was typed */
  GtkTextView *text;           /* borrowed from entry, NULL until a note is edited */
  guint timeout;               /* id of the source that keeps what is typed; 0 if all is kept */
  gboolean is_following;       /* while the text follows what is kept */

  GtkStack *stack;
  GtkWidget *add_button;
  GtkWidget *edit_button;
  AdwBin *shown;               /* holds a LanyardRichTextView from the first note on */
  AdwBin *entry;
};

G_DEFINE_FINAL_TYPE (LanyardNoteEditor, lanyard_note_editor, ADW_TYPE_BIN)

static const char *
get_note (LanyardNoteEditor *self)
{
  return lanyard_decisions_get_note (lanyard_open_conference_get_decisions (self->open), self->subject->kind, self->subject->key);
}

/* The conference that is shown, while another may be on its way. */
static const char *
get_uuid (LanyardNoteEditor *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);

  return programme != NULL ? lanyard_conference_get_uuid (lanyard_programme_get_conference (programme)) : NULL;
}

static gboolean
is_editing (LanyardNoteEditor *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "edited");
}

/* NULL for nothing but space. */
static char *
dup_text (LanyardNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;
  g_autofree char *visible = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  visible = g_strstrip (g_strdup (text));
  return *visible != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
keep (LanyardNoteEditor *self)
{
  g_autoptr (LanyardEdit) edit = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (self->timeout == 0)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->uuid == NULL)
    return;
  text = dup_text (self);
  edit = lanyard_edit_new ();
  lanyard_edit_set_note (edit, self->subject->kind, self->subject->key, text);
  /* Translators: what was done; %s is the title of a talk, a microconference or a break */
  label = g_strdup_printf (_("Wrote a note on “%s”"), self->subject->title);
  lanyard_open_conference_apply_to (self->open, self->uuid, edit, label);
}

static gboolean
timeout_cb (gpointer user_data)
{
  LanyardNoteEditor *self = LANYARD_NOTE_EDITOR (user_data);

  keep (self);
  return G_SOURCE_REMOVE;
}

/* Not with each key: what is on its way already is overtaken. */
static void
typed_cb (LanyardNoteEditor *self)
{
  g_assert (LANYARD_IS_NOTE_EDITOR (self));

  if (self->subject == NULL || self->is_following || self->timeout != 0)
    return;
  g_set_str (&self->uuid, get_uuid (self));
  self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

static void
show_note (LanyardNoteEditor *self)
{
  const char *note = self->subject != NULL ? get_note (self) : NULL;

  if (note != NULL && adw_bin_get_child (self->shown) == NULL)
    adw_bin_set_child (self->shown, g_object_new (LANYARD_TYPE_RICH_TEXT_VIEW, NULL));
  if (adw_bin_get_child (self->shown) != NULL)
    lanyard_rich_text_view_set_source (LANYARD_RICH_TEXT_VIEW (adw_bin_get_child (self->shown)), note, LANYARD_TEXT_MARKDOWN, NULL);
  gtk_stack_set_visible_child_name (self->stack, note != NULL ? "shown" : "none");
}

/* What somebody types counts for more than what came from elsewhere meanwhile. */
static void
show_text (LanyardNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  const char *note = get_note (self);
  g_autofree char *text = dup_text (self);

  if (self->timeout != 0 || g_strcmp0 (text, note) == 0)
    return;
  self->is_following = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, note != NULL ? note : "", -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->is_following = FALSE;
}

static void
decisions_cb (LanyardNoteEditor *self)
{
  g_assert (LANYARD_IS_NOTE_EDITOR (self));

  if (self->subject == NULL)
    return;
  if (is_editing (self))
    show_text (self);
  else
    show_note (self);
}

static void
done_cb (LanyardNoteEditor *self)
{
  g_assert (LANYARD_IS_NOTE_EDITOR (self));

  keep (self);
  show_note (self);
  gtk_widget_grab_focus (get_note (self) != NULL ? self->edit_button : self->add_button);
}

static void
edit_cb (LanyardNoteEditor *self)
{
  g_assert (LANYARD_IS_NOTE_EDITOR (self));

  lanyard_note_editor_edit (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  done_cb (LANYARD_NOTE_EDITOR (user_data));
  return TRUE;
}

static void
make_text (LanyardNoteEditor *self)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = GTK_TEXT_VIEW (text);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_widget_set_size_request (text, -1, 96);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("My Note"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Saved as you type"), -1);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, GDK_NO_MODIFIER_MASK),
                                                          gtk_callback_action_new (escape_cb, self, NULL)));
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (text, keys);
  gtk_widget_add_controller (text, focus);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->entry, text);
}

/* The window closes, or another page is shown. */
static void
lanyard_note_editor_unmap (GtkWidget *widget)
{
  LanyardNoteEditor *self = LANYARD_NOTE_EDITOR (widget);

  keep (self);
  /* A text view that still has the focus when its window is taken apart makes
   * something for assistive technology that nobody lets go of. */
  if (self->text != NULL && gtk_widget_has_focus (GTK_WIDGET (self->text)))
    gtk_root_set_focus (gtk_widget_get_root (widget), NULL);

  GTK_WIDGET_CLASS (lanyard_note_editor_parent_class)->unmap (widget);
}

static void
lanyard_note_editor_dispose (GObject *object)
{
  LanyardNoteEditor *self = LANYARD_NOTE_EDITOR (object);

  keep (self);
  g_clear_object (&self->open);
  g_clear_pointer (&self->subject, lanyard_pickable_free);
  g_clear_pointer (&self->uuid, g_free);
  self->text = NULL;
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_NOTE_EDITOR);

  G_OBJECT_CLASS (lanyard_note_editor_parent_class)->dispose (object);
}

static void
lanyard_note_editor_class_init (LanyardNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_note_editor_dispose;
  widget_class->unmap = lanyard_note_editor_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/widgets/lanyard-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardNoteEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardNoteEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardNoteEditor, edit_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardNoteEditor, shown);
  gtk_widget_class_bind_template_child (widget_class, LanyardNoteEditor, entry);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
lanyard_note_editor_init (LanyardNoteEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_same (const LanyardPickable *a,
         const LanyardPickable *b)
{
  return a != NULL && b != NULL && a->kind == b->kind && g_str_equal (a->key, b->key);
}

/**
 * lanyard_note_editor_set_subject:
 * @self: an editor
 * @open: the conference, the same each time
 * @subject: (transfer full) (nullable): what the note is on
 *
 * Shows the note on something else. What was being typed is kept; on the same
 * thing one types on.
 */
void
lanyard_note_editor_set_subject (LanyardNoteEditor     *self,
                                 LanyardOpenConference *open,
                                 LanyardPickable       *subject)
{
  gboolean goes_on;

  g_return_if_fail (LANYARD_IS_NOTE_EDITOR (self));

  if (g_set_object (&self->open, open))
    g_signal_connect_object (open, "notify::decisions", G_CALLBACK (decisions_cb), self, G_CONNECT_SWAPPED);
  goes_on = is_same (self->subject, subject);
  if (!goes_on)
    keep (self);
  g_clear_pointer (&self->subject, lanyard_pickable_free);
  self->subject = subject;
  gtk_widget_set_visible (GTK_WIDGET (self), subject != NULL);
  if (!goes_on)
    show_note (self);
}

/**
 * lanyard_note_editor_edit:
 * @self: an editor with a subject
 *
 * Lets somebody write.
 */
void
lanyard_note_editor_edit (LanyardNoteEditor *self)
{
  g_return_if_fail (LANYARD_IS_NOTE_EDITOR (self));

  if (self->subject == NULL)
    return;
  if (self->text == NULL)
    make_text (self);
  show_text (self);
  gtk_stack_set_visible_child_name (self->stack, "edited");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
