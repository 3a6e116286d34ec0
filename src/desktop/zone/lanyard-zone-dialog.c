/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chooses a zone by the name of a city or by its abbreviation. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-zone-dialog.h"
#include "time/lanyard-time-format.h"

struct _LanyardZoneDialog
{
  AdwDialog parent_instance;
  LanyardOpenConference *open; /* owned */
  GtkFilterListModel *found;   /* owned */
  char *words;                 /* owned, nullable: what is searched, folded */

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (LanyardZoneDialog, lanyard_zone_dialog, ADW_TYPE_DIALOG)

static char *
fold (const char *text)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "_/", ' ');

  return g_utf8_casefold (spaced, -1);
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  LanyardZoneDialog *self = user_data;
  const char *id = gtk_string_object_get_string (item);
  g_autoptr (LanyardZone) zone = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *abbreviation = NULL;

  if (self->words == NULL || *self->words == '\0')
    return TRUE;
  folded = fold (id);
  if (strstr (folded, self->words) != NULL)
    return TRUE;
  zone = lanyard_zone_new (id);
  if (zone == NULL)
    return FALSE;
  abbreviation = lanyard_zone_dup_abbreviation (zone, lanyard_open_conference_get_now (self->open));
  g_free (folded);
  folded = g_utf8_casefold (abbreviation, -1);
  return g_str_has_prefix (folded, self->words);
}

static void
search_changed_cb (LanyardZoneDialog *self)
{
  gboolean any;

  g_clear_pointer (&self->words, g_free);
  self->words = fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;
  gtk_stack_set_visible_child_name (self->stack, any ? "zones" : "empty");
}

static void
choose (LanyardZoneDialog *self,
        guint              position)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  g_autoptr (LanyardZone) zone = NULL;

  if (item == NULL)
    return;
  zone = lanyard_zone_new (gtk_string_object_get_string (item));
  if (zone != NULL)
    lanyard_open_conference_set_zone_choice (self->open, LANYARD_ZONE_OTHER, zone);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activated_cb (LanyardZoneDialog *self,
              guint              position)
{
  choose (self, position);
}

static void
search_activated_cb (LanyardZoneDialog *self)
{
  choose (self, 0);
}

/* The entry keeps Escape for itself, so that the dialog does not see it. */
static void
search_stopped_cb (LanyardZoneDialog *self)
{
  g_assert (LANYARD_IS_ZONE_DIALOG (self));

  adw_dialog_close (ADW_DIALOG (self));
}

static void
row_setup_cb (LanyardZoneDialog *self,
              GtkListItem       *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *time = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (time, "dimmed");
  gtk_widget_add_css_class (time, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), time);
  gtk_list_item_set_child (list_item, box);
}

static char *
dup_readable_id (const char *id)
{
  return g_strdelimit (g_strdup (id), "_", ' ');
}

static void
row_bind_cb (LanyardZoneDialog *self,
             GtkListItem       *list_item)
{
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  const char *id = gtk_string_object_get_string (gtk_list_item_get_item (list_item));
  g_autoptr (LanyardZone) zone = lanyard_zone_new (id);
  g_autofree char *readable = dup_readable_id (id);
  g_autofree char *now = NULL;

  gtk_label_set_label (GTK_LABEL (name), readable);
  gtk_list_item_set_accessible_label (list_item, readable);
  if (zone == NULL)
    return;
  now = lanyard_format_time (zone, lanyard_open_conference_get_now (self->open));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), now);
}

static void
lanyard_zone_dialog_dispose (GObject *object)
{
  LanyardZoneDialog *self = LANYARD_ZONE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ZONE_DIALOG);
  g_clear_object (&self->found);
  g_clear_object (&self->open);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (lanyard_zone_dialog_parent_class)->dispose (object);
}

static void
lanyard_zone_dialog_class_init (LanyardZoneDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_zone_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/zone/lanyard-zone-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneDialog, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneDialog, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
lanyard_zone_dialog_init (LanyardZoneDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_zone_dialog_new:
 * @open: the conference whose times are to be shown
 *
 * Makes a dialog that sets the zone of @open.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_zone_dialog_new (LanyardOpenConference *open,
                         GSettings             *settings)
{
  LanyardZoneDialog *self;
  g_auto (GStrv) ids = NULL;
  GtkFilter *filter;

  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (open), NULL);

  self = g_object_new (LANYARD_TYPE_ZONE_DIALOG, NULL);
  self->open = g_object_ref (open);
  ids = lanyard_zone_list_ids ();
  filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (gtk_string_list_new ((const char * const *) ids)), filter);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->found));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->search));
  return ADW_DIALOG (self);
}
