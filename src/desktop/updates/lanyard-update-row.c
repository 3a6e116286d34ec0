/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One change in the list of the Updates page: what kind it is, of what, and
 * from what to what in both zones. Lists recycle rows: everything shown is set
 * anew by bind. What a row says in words is the list item's name. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-text-side.h"
#include "changes/lanyard-change-text.h"
#include "lanyard-update-row.h"

struct _LanyardUpdateRow
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkLabel *elsewhere;
  GtkImage *star;
  GtkWidget *dot;
};

G_DEFINE_FINAL_TYPE (LanyardUpdateRow, lanyard_update_row, ADW_TYPE_BIN)

static const char *
get_icon_name (LanyardChangeKind kind)
{
  switch (kind)
    {
    case LANYARD_CHANGE_NEW: return "lanyard-new-symbolic";
    case LANYARD_CHANGE_CANCELLED: return "lanyard-cancelled-symbolic";
    case LANYARD_CHANGE_RESTORED: return "lanyard-restored-symbolic";
    case LANYARD_CHANGE_TIME: return "lanyard-clock-symbolic";
    case LANYARD_CHANGE_ROOM: return "lanyard-room-symbolic";
    case LANYARD_CHANGE_TITLE: return "lanyard-title-symbolic";
    case LANYARD_CHANGE_SPEAKERS: return "lanyard-person-symbolic";
    case LANYARD_CHANGE_SESSION: return "lanyard-microconference-symbolic";
    case LANYARD_CHANGE_DESCRIPTION: return "lanyard-pad-symbolic";
    case LANYARD_CHANGE_LINKS: return "lanyard-link-symbolic";
    default: g_return_val_if_reached (NULL);
    }
}

static char *
dup_elsewhere (LanyardOpenConference *open,
               LanyardChange         *change)
{
  LanyardZone *second = lanyard_open_conference_get_compared_zone (open);

  if (second == NULL)
    return NULL;
  return lanyard_change_dup_time_elsewhere (change, lanyard_open_conference_get_zone (open), second);
}

static void
show_title (LanyardUpdateRow *self,
            const char       *title,
            gboolean          is_cancelled)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (is_cancelled)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->title, attributes);
  gtk_label_set_label (self->title, title);
}

static void
lanyard_update_row_dispose (GObject *object)
{
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_UPDATE_ROW);

  G_OBJECT_CLASS (lanyard_update_row_parent_class)->dispose (object);
}

static void
lanyard_update_row_class_init (LanyardUpdateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_update_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/updates/lanyard-update-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdateRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdateRow, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdateRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdateRow, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdateRow, star);
  gtk_widget_class_bind_template_child (widget_class, LanyardUpdateRow, dot);
}

static void
lanyard_update_row_init (LanyardUpdateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_text_side_follow (GTK_WIDGET (self));
}

/**
 * lanyard_update_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_update_row_new (void)
{
  return g_object_new (LANYARD_TYPE_UPDATE_ROW, NULL);
}

/**
 * lanyard_update_row_bind:
 * @self: a row
 * @open: the conference
 * @change: what to show
 * @is_fresh: whether nobody had seen it before
 *
 * Shows a change.
 */
void
lanyard_update_row_bind (LanyardUpdateRow      *self,
                         LanyardOpenConference *open,
                         LanyardChange         *change,
                         gboolean               is_fresh)
{
  const LanyardChangeFields *fields;
  g_autofree char *sentence = NULL;
  g_autofree char *elsewhere = NULL;

  g_return_if_fail (LANYARD_IS_UPDATE_ROW (self));
  g_return_if_fail (LANYARD_IS_CHANGE (change));

  fields = lanyard_change_get_fields (change);
  sentence = lanyard_change_dup_sentence (change, lanyard_open_conference_get_zone (open));
  elsewhere = dup_elsewhere (open, change);
  gtk_image_set_from_icon_name (self->icon, get_icon_name (fields->kind));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), lanyard_change_kind_title (fields->kind));
  show_title (self, fields->title, fields->kind == LANYARD_CHANGE_CANCELLED);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->elsewhere, elsewhere != NULL ? elsewhere : "");
  gtk_widget_set_visible (GTK_WIDGET (self->elsewhere), elsewhere != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->star), fields->is_mine);
  gtk_widget_set_visible (self->dot, is_fresh);
}

/**
 * lanyard_update_dup_accessible_label:
 * @open: the conference
 * @change: a change
 * @is_fresh: whether nobody had seen it before
 *
 * Says in one line what a row shows, so that a screen reader need not read its
 * labels one by one.
 *
 * Returns: (transfer full): title, what changed, and whether it is mine and unseen
 */
char *
lanyard_update_dup_accessible_label (LanyardOpenConference *open,
                                     LanyardChange         *change,
                                     gboolean               is_fresh)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  const LanyardChangeFields *fields;
  char *elsewhere;

  g_return_val_if_fail (LANYARD_IS_CHANGE (change), NULL);

  fields = lanyard_change_get_fields (change);
  g_ptr_array_add (facts, g_strdup (fields->title));
  g_ptr_array_add (facts, lanyard_change_dup_sentence (change, lanyard_open_conference_get_zone (open)));
  elsewhere = dup_elsewhere (open, change);
  if (elsewhere != NULL)
    g_ptr_array_add (facts, elsewhere);
  if (fields->is_mine)
    g_ptr_array_add (facts, g_strdup (_("in My Plan")));
  if (is_fresh)
    g_ptr_array_add (facts, g_strdup (_("new since you last looked")));
  g_ptr_array_add (facts, NULL);

  /* Translators: what stands between the facts about a talk that a screen reader says */
  return g_strjoinv (C_("list of facts", ", "), (char **) facts->pdata);
}
