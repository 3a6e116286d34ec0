/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conferences of a directory that can be added: what runs now, what comes,
 * what is over, as far as they have the words that somebody typed. Part of what
 * finds a conference, in the dialog that adds one. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-directory-list.h"
#include "time/lanyard-time-format.h"

#define N_PHASES (LANYARD_LISTING_UNDATED + 1)

#define MOST_LINES 3

struct _LanyardDirectoryList
{
  AdwBin parent_instance;
  LanyardDirectory *directory;  /* owned, nullable until it is read */
  guint today;                  /* a Julian day number */
  char *text;                   /* owned, nullable: what is looked for */
  GListStore *phases[N_PHASES]; /* owned, of LanyardListing */

  GtkListView *view;
  GtkSingleSelection *selection;
  GtkFlattenListModel *flat;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardDirectoryList, lanyard_directory_list, ADW_TYPE_BIN)

static const char *
name_phase (LanyardListingPhase phase)
{
  switch (phase)
    {
    case LANYARD_LISTING_RUNNING: return _("Now");
    case LANYARD_LISTING_COMING: return _("Upcoming");
    case LANYARD_LISTING_OVER: return _("Past");
    case LANYARD_LISTING_UNDATED: return _("Without a Date");
    default: g_return_val_if_reached ("");
    }
}

/* When and where: what tells conferences of one name apart. */
static char *
dup_details (const LanyardListingFields *fields)
{
  g_autofree char *dates = NULL;

  if (fields->first_day != 0)
    dates = lanyard_format_day_range (fields->first_day, fields->last_day);
  if (dates != NULL && fields->city != NULL)
    /* Translators: a conference's dates and its city: "5–7 October 2026 · Prague" */
    return g_strdup_printf (C_("conference", "%s · %s"), dates, fields->city);
  return dates != NULL ? g_steal_pointer (&dates) : g_strdup (fields->city != NULL ? fields->city : "");
}

/* As it is called on the first day: "CEST". */
static char *
dup_zone (const LanyardListingFields *fields)
{
  g_autoptr (LanyardZone) zone = fields->zone != NULL ? lanyard_zone_new (fields->zone) : NULL;

  if (zone == NULL || fields->first_day == 0)
    return g_strdup ("");
  return lanyard_zone_dup_abbreviation (zone, lanyard_zone_get_day_start (zone, fields->first_day));
}

static void
activated_cb (LanyardDirectoryList *self,
              guint                 position)
{
  g_autoptr (LanyardListing) listing = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (listing != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, listing);
}

/* The end of a name tells one year from another, so that it is in sight also
 * where text is large and the window is narrow. */
static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dimmed");
    }
  return label;
}

static void
row_setup_cb (LanyardDirectoryList *self,
              GtkListItem          *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *zone = make_label ("caption");

  gtk_label_set_ellipsize (GTK_LABEL (zone), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (zone), FALSE);
  gtk_widget_add_css_class (row, "listing-row");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (names), make_label (NULL));
  gtk_box_append (GTK_BOX (names), make_label ("caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (names), "numeric");
  gtk_box_append (GTK_BOX (row), names);
  gtk_box_append (GTK_BOX (row), zone);
  gtk_list_item_set_child (list_item, row);
}

static void
row_bind_cb (LanyardDirectoryList *self,
             GtkListItem          *list_item)
{
  const LanyardListingFields *fields = lanyard_listing_get_fields (gtk_list_item_get_item (list_item));
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (row));
  g_autofree char *details = dup_details (fields);
  g_autofree char *zone = dup_zone (fields);
  /* Translators: a conference's title, its dates and city, its time zone: what a screen reader says */
  g_autofree char *label = g_strdup_printf (C_("conference", "%s, %s, %s"), fields->title, details, zone);

  gtk_label_set_label (GTK_LABEL (title), fields->title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), details);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), zone);
  gtk_widget_set_tooltip_text (row, fields->title);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
heading_setup_cb (LanyardDirectoryList *self,
                  GtkListHeader        *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "listing-heading");
  gtk_list_header_set_child (header, label);
}

static void
heading_bind_cb (LanyardDirectoryList *self,
                 GtkListHeader        *header)
{
  LanyardListingPhase phase = lanyard_listing_get_phase (gtk_list_header_get_item (header), self->today);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), name_phase (phase));
}

static void
lanyard_directory_list_dispose (GObject *object)
{
  LanyardDirectoryList *self = LANYARD_DIRECTORY_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_DIRECTORY_LIST);
  g_clear_object (&self->directory);
  g_clear_pointer (&self->text, g_free);
  for (guint i = 0; i < N_PHASES; i++)
    g_clear_object (&self->phases[i]);

  G_OBJECT_CLASS (lanyard_directory_list_parent_class)->dispose (object);
}

static void
lanyard_directory_list_class_init (LanyardDirectoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_directory_list_dispose;

  /**
   * LanyardDirectoryList::chosen:
   * @self: the list
   * @listing: a conference
   *
   * Somebody wants this conference.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, LANYARD_TYPE_LISTING);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/add/lanyard-directory-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardDirectoryList, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardDirectoryList, selection);
  gtk_widget_class_bind_template_child (widget_class, LanyardDirectoryList, flat);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
}

static void
lanyard_directory_list_init (LanyardDirectoryList *self)
{
  g_autoptr (GListStore) sections = g_list_store_new (G_TYPE_LIST_MODEL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_PHASES; i++)
    {
      self->phases[i] = g_list_store_new (LANYARD_TYPE_LISTING);
      g_list_store_append (sections, self->phases[i]);
    }
  gtk_flatten_list_model_set_model (self->flat, G_LIST_MODEL (sections));
}

/**
 * lanyard_directory_list_set_directory:
 * @self: a list
 * @directory: what to look in
 * @today: the day that it is, a Julian day number
 *
 * Sets what is looked in from the next lanyard_directory_list_find() on.
 */
void
lanyard_directory_list_set_directory (LanyardDirectoryList *self,
                                      LanyardDirectory     *directory,
                                      guint                 today)
{
  g_return_if_fail (LANYARD_IS_DIRECTORY_LIST (self));
  g_return_if_fail (LANYARD_IS_DIRECTORY (directory));

  g_set_object (&self->directory, directory);
  self->today = today;
}

/* What is found comes in the order of phases. */
static void
show_phase (LanyardDirectoryList *self,
            GPtrArray            *found,
            LanyardListingPhase   phase,
            guint                *position)
{
  guint first = *position;

  while (*position < found->len && lanyard_listing_get_phase (found->pdata[*position], self->today) == phase)
    ++*position;
  g_list_store_splice (self->phases[phase], 0, g_list_model_get_n_items (G_LIST_MODEL (self->phases[phase])),
                       found->pdata + first, *position - first);
}

/**
 * lanyard_directory_list_find:
 * @self: a list
 * @text: what somebody typed
 *
 * Shows the conferences that have these words; without any, all.
 *
 * Returns: how many there are
 */
guint
lanyard_directory_list_find (LanyardDirectoryList *self,
                             const char           *text)
{
  g_autoptr (GPtrArray) found = NULL;
  guint position = 0;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY_LIST (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  if (self->directory == NULL)
    return 0;
  found = lanyard_directory_find_words (self->directory, text, self->today);
  for (guint i = 0; i < N_PHASES; i++)
    show_phase (self, found, i, &position);
  /* A newer directory leaves the list where it is. */
  if (g_set_str (&self->text, text) && found->len > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
  return found->len;
}

/**
 * lanyard_directory_list_ref_first:
 * @self: a list
 *
 * Gets the conference at the top.
 *
 * Returns: (transfer full) (nullable): a listing
 */
LanyardListing *
lanyard_directory_list_ref_first (LanyardDirectoryList *self)
{
  g_return_val_if_fail (LANYARD_IS_DIRECTORY_LIST (self), NULL);

  return g_list_model_get_item (G_LIST_MODEL (self->selection), 0);
}

/**
 * lanyard_directory_list_focus_first:
 * @self: a list
 *
 * Gives the conference at the top the focus.
 *
 * Returns: whether there is one
 */
gboolean
lanyard_directory_list_focus_first (LanyardDirectoryList *self)
{
  g_return_val_if_fail (LANYARD_IS_DIRECTORY_LIST (self), FALSE);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  return TRUE;
}
