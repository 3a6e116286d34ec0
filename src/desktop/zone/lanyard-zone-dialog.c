/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chooses a zone by the name of a city or country, or by its short name. Whoever
 * opens it hears of what is chosen by a signal. Main thread; the zones
 * are read on another. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-recent-zones.h"
#include "lanyard-zone-dialog.h"
#include "time/lanyard-time-format.h"
#include "time/lanyard-zone-index.h"

struct _LanyardZoneDialog
{
  AdwDialog parent_instance;
  LanyardZone *here;           /* owned */
  gint64 now;                  /* UTC seconds */
  GCancellable *reading;       /* owned: ends the reading of the zones */
  LanyardZoneIndex *index;     /* owned, nullable until read */
  GListStore *recent;          /* owned, of LanyardZonePlace: chosen lately, empty while something is typed */
  GListStore *found;           /* owned, of LanyardZonePlace */
  char **recent_ids;           /* owned */

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkFlattenListModel *flat;
};

enum
{
  SIGNAL_ZONE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardZoneDialog, lanyard_zone_dialog, ADW_TYPE_DIALOG)

static gboolean
is_anything_typed (LanyardZoneDialog *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

static void
show_recent (LanyardZoneDialog *self)
{
  g_list_store_remove_all (self->recent);
  if (is_anything_typed (self))
    return;
  for (guint i = 0; self->recent_ids[i] != NULL; i++)
    {
      LanyardZonePlace *place = lanyard_zone_index_find_id (self->index, self->recent_ids[i]);

      if (place != NULL)
        g_list_store_append (self->recent, place);
    }
}

static void
show_found (LanyardZoneDialog *self)
{
  g_autoptr (GPtrArray) places = NULL;

  if (self->index == NULL)
    return;
  places = lanyard_zone_index_find (self->index, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  show_recent (self);
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), places->pdata,
                       places->len);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_stack_set_visible_child_name (self->stack, places->len > 0 ? "zones" : "empty");
  if (places->len > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
index_made_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LanyardZoneDialog) self = user_data;
  g_autoptr (LanyardZoneIndex) index = lanyard_zone_index_new_finish (result, NULL);

  if (index == NULL || self->here == NULL)
    return;
  self->index = g_steal_pointer (&index);
  show_found (self);
}

static void
search_changed_cb (LanyardZoneDialog *self)
{
  g_assert (LANYARD_IS_ZONE_DIALOG (self));

  show_found (self);
}

static void
choose (LanyardZoneDialog *self,
        guint              position)
{
  g_autoptr (LanyardZonePlace) place = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (place == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_ZONE_CHOSEN], 0, lanyard_zone_place_get_zone (place));
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
  if (is_anything_typed (self))
    choose (self, 0);
}

/* The entry keeps Escape for itself, so that the dialog does not see it. */
static void
search_stopped_cb (LanyardZoneDialog *self)
{
  g_assert (LANYARD_IS_ZONE_DIALOG (self));

  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
key_pressed_cb (LanyardZoneDialog *self,
                guint              key,
                guint              code,
                GdkModifierType    modifiers)
{
  if (key != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_label (const char *style,
            float       xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dimmed");
    }
  return label;
}

static void
row_setup_cb (LanyardZoneDialog *self,
              GtkListItem       *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *time = make_label (NULL, 1);

  gtk_label_set_ellipsize (GTK_LABEL (time), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (time, "numeric");
  gtk_widget_add_css_class (row, "zone-row");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (names), make_label (NULL, 0));
  gtk_box_append (GTK_BOX (names), make_label ("caption", 0));
  gtk_box_append (GTK_BOX (row), names);
  gtk_box_append (GTK_BOX (row), time);
  gtk_list_item_set_child (list_item, row);
}

/* What tells places of one name apart, and why one was found by a short name. */
static char *
dup_details (LanyardZonePlace *place,
             gint64            now)
{
  const char *country = lanyard_zone_place_get_country (place);
  const char *abbreviations = lanyard_zone_place_get_abbreviations (place);
  g_autofree char *offset = lanyard_format_zone_offset (lanyard_zone_place_get_zone (place), now);

  if (g_str_equal (abbreviations, offset))
    {
      if (country == NULL)
        return g_steal_pointer (&offset);
      /* Translators: a place's country and its distance from UTC: "Brazil · UTC−03:00" */
      return g_strdup_printf (C_("place", "%s · %s"), country, offset);
    }
  if (country == NULL)
    /* Translators: a zone's short names and its distance from UTC: "CET, CEST · UTC+01:00" */
    return g_strdup_printf (C_("zone", "%s · %s"), abbreviations, offset);
  /* Translators: a place's country, its zone's short names and its distance from UTC: "India · IST · UTC+05:30" */
  return g_strdup_printf (C_("place", "%s · %s · %s"), country, abbreviations, offset);
}

/* With the day, where that is not today. */
static char *
dup_time (LanyardZoneDialog *self,
          LanyardZone       *zone)
{
  g_autofree char *time = lanyard_format_time (zone, self->now);
  g_autofree char *day = NULL;
  guint number = lanyard_zone_get_day (zone, self->now);

  if (number == lanyard_zone_get_day (self->here, self->now))
    return g_steal_pointer (&time);
  day = lanyard_format_day (number, LANYARD_DAY_SHORT);
  /* Translators: a day, then a time: "Tue 6, 04:30" */
  return g_strdup_printf (C_("day and time", "%s, %s"), day, time);
}

static void
row_bind_cb (LanyardZoneDialog *self,
             GtkListItem       *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *names = gtk_widget_get_first_child (row);
  GtkWidget *city = gtk_widget_get_first_child (names);
  LanyardZonePlace *place = gtk_list_item_get_item (list_item);
  g_autofree char *details = dup_details (place, self->now);
  g_autofree char *time = dup_time (self, lanyard_zone_place_get_zone (place));
  /* Translators: a city, the facts about its zone, the time there: what a screen reader says */
  g_autofree char *label =
      g_strdup_printf (C_("zone", "%s, %s, %s"), lanyard_zone_place_get_city (place), details, time);

  gtk_label_set_label (GTK_LABEL (city), lanyard_zone_place_get_city (place));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (city)), details);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), time);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
heading_setup_cb (LanyardZoneDialog *self,
                  GtkListHeader     *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "zone-heading");
  gtk_list_header_set_child (header, label);
}

static void
heading_bind_cb (LanyardZoneDialog *self,
                 GtkListHeader     *header)
{
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  guint n_recent = g_list_model_get_n_items (G_LIST_MODEL (self->recent));
  g_autofree char *text = NULL;

  if (gtk_list_header_get_start (header) < n_recent)
    text = g_strdup (_("Recent"));
  else if (is_anything_typed (self))
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n_found), n_found);
  else
    text = g_strdup (_("All Places"));
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
lanyard_zone_dialog_dispose (GObject *object)
{
  LanyardZoneDialog *self = LANYARD_ZONE_DIALOG (object);

  g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ZONE_DIALOG);
  g_clear_object (&self->reading);
  g_clear_object (&self->index);
  g_clear_object (&self->recent);
  g_clear_object (&self->found);
  g_clear_pointer (&self->here, lanyard_zone_unref);
  g_clear_pointer (&self->recent_ids, g_strfreev);

  G_OBJECT_CLASS (lanyard_zone_dialog_parent_class)->dispose (object);
}

static void
lanyard_zone_dialog_class_init (LanyardZoneDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_zone_dialog_dispose;

  /**
   * LanyardZoneDialog::zone-chosen:
   * @self: the dialog
   * @zone: the zone
   *
   * Somebody chose a zone; the dialog closes right after.
   */
  signals[SIGNAL_ZONE_CHOSEN] = g_signal_new ("zone-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                              NULL, G_TYPE_NONE, 1, lanyard_zone_get_type ());

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/zone/lanyard-zone-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneDialog, search);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneDialog, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, LanyardZoneDialog, flat);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
lanyard_zone_dialog_init (LanyardZoneDialog *self)
{
  g_autoptr (GListStore) sections = g_list_store_new (G_TYPE_LIST_MODEL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->here = lanyard_zone_new_local ();
  self->reading = g_cancellable_new ();
  self->recent = g_list_store_new (LANYARD_TYPE_ZONE_PLACE);
  self->found = g_list_store_new (LANYARD_TYPE_ZONE_PLACE);
  g_list_store_append (sections, self->recent);
  g_list_store_append (sections, self->found);
  gtk_flatten_list_model_set_model (self->flat, G_LIST_MODEL (sections));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->search));
}

/**
 * lanyard_zone_dialog_new:
 * @settings: where the zones that were chosen lately are
 * @now: what time it is, UTC seconds
 *
 * Makes a dialog that asks for a zone. Whoever opens it connects to
 * #LanyardZoneDialog::zone-chosen.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_zone_dialog_new (GSettings *settings,
                         gint64     now)
{
  LanyardZoneDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_ZONE_DIALOG, NULL);
  self->now = now;
  self->recent_ids = lanyard_recent_zones_list (settings);
  lanyard_zone_index_new_async (now, self->reading, index_made_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
