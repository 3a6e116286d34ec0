/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody who speaks or leads, from A to Z, with a field that narrows the
 * list down. While the list has the focus, what one types moves along it. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-growing-model.h"
#include "../widgets/lanyard-list-top.h"
#include "lanyard-person-phrases.h"
#include "lanyard-speaker-row.h"
#include "lanyard-speakers-page.h"
#include "plan/lanyard-people.h"

/* How long after a letter the next one belongs to the same name. */
#define TYPING_PAUSE_MS 1000
#define ROWS_AT_ONCE 14

struct _LanyardSpeakersPage
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned */
  GPtrArray *everybody;        /* owned, of LanyardProfile, nullable until there is a programme */
  LanyardGrowingModel *found;  /* owned: those of them with the words that were typed */
  GString *typed;              /* owned: what was typed in the list just now */
  guint typing_pause;          /* id of the source that forgets it */

  AdwWindowTitle *title;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (LanyardSpeakersPage, lanyard_speakers_page, ADW_TYPE_BIN)

static GPtrArray *
get_found (LanyardSpeakersPage *self)
{
  return lanyard_growing_model_get_items (self->found);
}

static void
show_stack_page (LanyardSpeakersPage *self)
{
  gboolean has_people = self->everybody != NULL && self->everybody->len > 0;
  const char *no_one = has_people ? "nobody" : "empty";

  gtk_widget_set_visible (GTK_WIDGET (self->entry), has_people);
  gtk_stack_set_visible_child_name (self->stack, get_found (self)->len > 0 ? "people" : no_one);
}

/* Each letter is a section with a heading of its own. */
static void
find (LanyardSpeakersPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->everybody != NULL && i < self->everybody->len; i++)
    {
      LanyardProfile *profile = g_ptr_array_index (self->everybody, i);
      gint64 section = g_str_hash (lanyard_profile_get_initial (profile));

      if (!lanyard_profile_matches (profile, words))
        continue;
      g_ptr_array_add (found, g_object_ref (profile));
      g_array_append_val (sections, section);
    }
  lanyard_growing_model_set_items (self->found, found, sections, 0, ROWS_AT_ONCE);
  show_stack_page (self);
}

static void
refill (LanyardSpeakersPage *self)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);

  if (programme == NULL)
    return;
  g_clear_pointer (&self->everybody, g_ptr_array_unref);
  self->everybody = g_ptr_array_ref (lanyard_people_get_profiles (lanyard_people_get (programme)));
  find (self);
  adw_window_title_set_subtitle (self->title,
                                 lanyard_conference_get_title (lanyard_programme_get_conference (programme)));
}

static void
words_changed_cb (LanyardSpeakersPage *self)
{
  guint n_found;
  g_autofree char *count = NULL;

  find (self);
  lanyard_list_show_top (self->view);
  n_found = get_found (self)->len;
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person found", "%u people found", n_found), n_found);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), count, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
show_person (LanyardSpeakersPage *self,
             guint                position)
{
  GPtrArray *found = get_found (self);

  if (position < found->len)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-person", "s",
                                lanyard_profile_get_key (g_ptr_array_index (found, position)));
}

static void
activated_cb (LanyardSpeakersPage *self,
              guint                position)
{
  gtk_single_selection_set_selected (self->selection, position);
  show_person (self, position);
}

static void
entry_activated_cb (LanyardSpeakersPage *self)
{
  show_person (self, 0);
}

static void
focus_list_cb (LanyardSpeakersPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Whoever's name begins so, else whoever has a word that does, a family name. */
static guint
find_typed (LanyardSpeakersPage *self)
{
  GPtrArray *found = get_found (self);
  guint second_best = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < found->len; i++)
    {
      LanyardProfile *profile = g_ptr_array_index (found, i);

      if (lanyard_profile_begins_with (profile, self->typed->str))
        return i;
      if (second_best == GTK_INVALID_LIST_POSITION && lanyard_profile_matches (profile, self->typed->str))
        second_best = i;
    }
  return second_best;
}

static void
forget_typed_cb (gpointer user_data)
{
  LanyardSpeakersPage *self = user_data;

  self->typing_pause = 0;
  g_string_truncate (self->typed, 0);
}

/* Letters move along the list; a space does only within a name, for else it
 * activates a row. What is no letter goes on to the window. */
static gboolean
key_pressed_cb (LanyardSpeakersPage *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  guint position;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isprint (c))
    return GDK_EVENT_PROPAGATE;
  if (!g_unichar_isalnum (c) && self->typed->len == 0)
    return GDK_EVENT_PROPAGATE;

  g_clear_handle_id (&self->typing_pause, g_source_remove);
  self->typing_pause = g_timeout_add_once (TYPING_PAUSE_MS, forget_typed_cb, self);
  g_string_append_unichar (self->typed, c);
  position = find_typed (self);
  if (position == GTK_INVALID_LIST_POSITION)
    return GDK_EVENT_STOP;
  lanyard_growing_model_grow (self->found, get_found (self)->len);
  gtk_list_view_scroll_to (self->view, position, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static void
heading_setup_cb (LanyardSpeakersPage *self,
                  GtkListHeader       *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "item-heading");
  gtk_list_header_set_child (header, label);
}

static void
heading_bind_cb (LanyardSpeakersPage *self,
                 GtkListHeader       *header)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       lanyard_profile_get_initial (gtk_list_header_get_item (header)));
}

static void
row_setup_cb (LanyardSpeakersPage *self,
              GtkListItem         *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_speaker_row_new ());
}

static void
show_plan (LanyardOpenConference *open,
           GParamSpec            *pspec,
           GtkListItem           *list_item)
{
  LanyardProfile *profile = gtk_list_item_get_item (list_item);
  g_autofree char *label = lanyard_profile_dup_accessible_label (profile, open);

  lanyard_speaker_row_show_plan (LANYARD_SPEAKER_ROW (gtk_list_item_get_child (list_item)), profile, open);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
row_bind_cb (LanyardSpeakersPage *self,
             GtkListItem         *list_item)
{
  lanyard_speaker_row_bind (LANYARD_SPEAKER_ROW (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item));
  show_plan (self->open, NULL, list_item);
  g_signal_connect_object (self->open, "notify::plan", G_CALLBACK (show_plan), list_item, G_CONNECT_DEFAULT);
}

static void
row_unbind_cb (LanyardSpeakersPage *self,
               GtkListItem         *list_item)
{
  if (self->open != NULL)
    g_signal_handlers_disconnect_by_func (self->open, show_plan, list_item);
}

static void
lanyard_speakers_page_dispose (GObject *object)
{
  LanyardSpeakersPage *self = LANYARD_SPEAKERS_PAGE (object);

  g_clear_handle_id (&self->typing_pause, g_source_remove);
  g_clear_object (&self->found);
  g_clear_pointer (&self->everybody, g_ptr_array_unref);
  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SPEAKERS_PAGE);

  G_OBJECT_CLASS (lanyard_speakers_page_parent_class)->dispose (object);
}

static void
lanyard_speakers_page_finalize (GObject *object)
{
  LanyardSpeakersPage *self = LANYARD_SPEAKERS_PAGE (object);

  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (lanyard_speakers_page_parent_class)->finalize (object);
}

static void
lanyard_speakers_page_class_init (LanyardSpeakersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_speakers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_speakers_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/speakers/lanyard-speakers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakersPage, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakersPage, entry);
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakersPage, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardSpeakersPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
}

static void
lanyard_speakers_page_init (LanyardSpeakersPage *self)
{
  self->typed = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = lanyard_growing_model_new (LANYARD_TYPE_PROFILE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->found));
}

/**
 * lanyard_speakers_page_new:
 * @open: the conference it shows
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
lanyard_speakers_page_new (LanyardOpenConference *open)
{
  LanyardSpeakersPage *self;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_SPEAKERS_PAGE, NULL);
  self->open = g_object_ref (open);
  g_signal_connect_object (open, "notify::programme", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);
  return GTK_WIDGET (self);
}
