/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of a talk: what it is and how large, on its server, on its way or here
 * for use without a network. Shown by the sheet of an item; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-lazy-menu.h"
#include "../widgets/lanyard-link-button.h"
#include "../widgets/lanyard-text-side.h"
#include "lanyard-attachment-row.h"
#include "text/lanyard-rich-text.h"

struct _LanyardAttachmentRow
{
  AdwActionRow parent_instance;
  LanyardLink *link;             /* owned */
  LanyardAttachment *attachment; /* owned */
  LanyardAttachmentState shown;  /* what it was when last shown */

  GtkImage *icon;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  GtkWidget *fetch;
  GtkWidget *open;
  GtkMenuButton *more;
  GMenuModel *menu;
};

G_DEFINE_FINAL_TYPE (LanyardAttachmentRow, lanyard_attachment_row, ADW_TYPE_ACTION_ROW)

/* --- what can be done with it ---------------------------------------------- */

static void
fetch_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *target)
{
  lanyard_attachment_fetch (LANYARD_ATTACHMENT_ROW (widget)->attachment);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *target)
{
  lanyard_attachment_cancel (LANYARD_ATTACHMENT_ROW (widget)->attachment);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *target)
{
  lanyard_attachment_remove (LANYARD_ATTACHMENT_ROW (widget)->attachment);
}

static void
browse_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *target)
{
  lanyard_link_open (LANYARD_ATTACHMENT_ROW (widget)->link, widget);
}

/* What cannot be opened may have been cleaned away. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardAttachment) attachment = user_data;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, NULL))
    lanyard_attachment_look (attachment);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LanyardAttachment) attachment = user_data;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, NULL))
    lanyard_attachment_look (attachment);
}

static GtkFileLauncher *
make_launcher (LanyardAttachmentRow *self)
{
  g_autoptr (GFile) file = lanyard_attachment_dup_file (self->attachment);

  return gtk_file_launcher_new (file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardAttachmentRow *self = LANYARD_ATTACHMENT_ROW (widget);
  g_autoptr (GtkFileLauncher) launcher = make_launcher (self);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, opened_cb,
                            g_object_ref (self->attachment));
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *target)
{
  LanyardAttachmentRow *self = LANYARD_ATTACHMENT_ROW (widget);
  g_autoptr (GtkFileLauncher) launcher = make_launcher (self);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, shown_cb,
                                            g_object_ref (self->attachment));
}

static void
lanyard_attachment_row_activate (AdwActionRow *row)
{
  LanyardAttachmentRow *self = LANYARD_ATTACHMENT_ROW (row);
  gboolean is_here = lanyard_attachment_get_state (self->attachment) == LANYARD_ATTACHMENT_PRESENT;

  gtk_widget_activate_action (GTK_WIDGET (self), is_here ? "attachment.open" : "attachment.browse", NULL);
}

/* --- what it shows --------------------------------------------------------- */

static char *
dup_progress (LanyardAttachment *attachment)
{
  guint64 n_total = lanyard_attachment_get_n_total (attachment);
  g_autofree char *here = g_format_size (lanyard_attachment_get_n_bytes (attachment));
  g_autofree char *total = g_format_size (n_total);

  if (n_total == 0)
    /* Translators: how much of a file has arrived: "3.1 MB so far" */
    return g_strdup_printf (_("%s so far"), here);
  /* Translators: how much of a file has arrived, and how much it is: "3.1 MB of 12.4 MB" */
  return g_strdup_printf (C_("download", "%s of %s"), here, total);
}

static char *
dup_subtitle (LanyardAttachmentRow *self)
{
  const GError *failure = lanyard_attachment_get_failure (self->attachment);
  g_autofree char *file = lanyard_phrase_file (self->link);

  if (failure != NULL)
    return g_strdup (failure->message);
  switch (lanyard_attachment_get_state (self->attachment))
    {
    case LANYARD_ATTACHMENT_FETCHING: return dup_progress (self->attachment);
    case LANYARD_ATTACHMENT_PRESENT:
      /* Translators: %s is "PDF, 1.2 MB" */
      return g_strdup_printf (_("%s · Available offline"), file);
    case LANYARD_ATTACHMENT_UNKNOWN:
    case LANYARD_ATTACHMENT_ABSENT:
    default: return g_steal_pointer (&file);
    }
}

static void
show_progress (LanyardAttachmentRow *self)
{
  guint64 n_bytes = lanyard_attachment_get_n_bytes (self->attachment);
  guint64 n_total = lanyard_attachment_get_n_total (self->attachment);

  if (n_total > 0)
    gtk_progress_bar_set_fraction (self->progress, MIN (1.0, (double) n_bytes / (double) n_total));
  else
    gtk_progress_bar_pulse (self->progress);
}

/* Said aloud when it comes to an end: nobody watches a download. */
static void
announce_end (LanyardAttachmentRow *self)
{
  const GError *failure = lanyard_attachment_get_failure (self->attachment);
  g_autofree char *sentence = NULL;

  if (failure != NULL)
    sentence = g_strdup (failure->message);
  else if (lanyard_attachment_get_state (self->attachment) == LANYARD_ATTACHMENT_PRESENT)
    /* Translators: %s is the title of a file */
    sentence = g_strdup_printf (_("“%s” is available offline"),
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  if (sentence != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The button that was pressed goes; the one that takes its place has the focus
 * then, so that a keyboard does not lose its way. */
static void
show_buttons (LanyardAttachmentRow   *self,
              LanyardAttachmentState  state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean has_focus = focus != NULL && focus != GTK_WIDGET (self) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
  gboolean is_here = state == LANYARD_ATTACHMENT_PRESENT;
  gboolean is_coming = state == LANYARD_ATTACHMENT_FETCHING;
  gboolean is_away = state == LANYARD_ATTACHMENT_ABSENT;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_coming);
  gtk_widget_set_visible (self->cancel, is_coming);
  gtk_widget_set_visible (self->fetch, is_away);
  gtk_widget_set_visible (self->open, is_here);
  gtk_widget_set_visible (GTK_WIDGET (self->more), is_here);
  if (has_focus)
    gtk_widget_grab_focus (is_here ? self->open : is_coming ? self->cancel : self->fetch);
}

static void
changed_cb (LanyardAttachmentRow *self)
{
  LanyardAttachmentState state = lanyard_attachment_get_state (self->attachment);
  g_autofree char *subtitle = dup_subtitle (self);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  if (lanyard_attachment_get_failure (self->attachment) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "failed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "failed");
  if (state == LANYARD_ATTACHMENT_FETCHING)
    show_progress (self);
  if (state == self->shown)
    return;

  show_buttons (self, state);
  if (self->shown == LANYARD_ATTACHMENT_FETCHING)
    announce_end (self);
  self->shown = state;
}

/* Takes the name. */
static void
name_button (GtkWidget *button,
             char      *name)
{
  g_autofree char *owned_name = name;

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, owned_name, -1);
}

/* Several files may stand below one another, so that each button says whose it is. */
static void
name_buttons (LanyardAttachmentRow *self,
              const char           *title)
{
  /* Translators: %s is the title of a file */
  name_button (self->fetch, g_strdup_printf (_("Download “%s” for Offline Use"), title));
  /* Translators: %s is the title of a file */
  name_button (self->cancel, g_strdup_printf (_("Cancel the Download of “%s”"), title));
  /* Translators: %s is the title of a file */
  name_button (self->open, g_strdup_printf (_("Open “%s”"), title));
  /* Translators: %s is the title of a file */
  name_button (GTK_WIDGET (self->more), g_strdup_printf (_("More for “%s”"), title));
  /* Translators: %s is the title of a file */
  name_button (GTK_WIDGET (self->progress), g_strdup_printf (_("Download of “%s”"), title));
}

/* The children are the row's own, which takes them away itself: the template
 * would do so without its knowing. */
static void
lanyard_attachment_row_dispose (GObject *object)
{
  LanyardAttachmentRow *self = LANYARD_ATTACHMENT_ROW (object);

  g_clear_object (&self->attachment);
  g_clear_pointer (&self->link, lanyard_link_unref);

  G_OBJECT_CLASS (lanyard_attachment_row_parent_class)->dispose (object);
}

static void
lanyard_attachment_row_class_init (LanyardAttachmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_attachment_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = lanyard_attachment_row_activate;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/detail/lanyard-attachment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardAttachmentRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LanyardAttachmentRow, progress);
  gtk_widget_class_bind_template_child (widget_class, LanyardAttachmentRow, cancel);
  gtk_widget_class_bind_template_child (widget_class, LanyardAttachmentRow, fetch);
  gtk_widget_class_bind_template_child (widget_class, LanyardAttachmentRow, open);
  gtk_widget_class_bind_template_child (widget_class, LanyardAttachmentRow, more);
  gtk_widget_class_bind_template_child (widget_class, LanyardAttachmentRow, menu);
  gtk_widget_class_install_action (widget_class, "attachment.fetch", NULL, fetch_action);
  gtk_widget_class_install_action (widget_class, "attachment.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "attachment.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "attachment.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "attachment.browse", NULL, browse_action);
  gtk_widget_class_install_action (widget_class, "attachment.remove", NULL, remove_action);
}

static void
lanyard_attachment_row_init (LanyardAttachmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_text_side_follow (GTK_WIDGET (self));
  lanyard_lazy_menu_set (self->more, self->menu);
}

/**
 * lanyard_attachment_row_new:
 * @link: a link to a file
 * @label: what to call it
 * @attachment: what is known of the file
 *
 * Makes a row for a boxed list. It opens the file, or its address as long as
 * the file is not here.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_attachment_row_new (LanyardLink       *link,
                            const char        *label,
                            LanyardAttachment *attachment)
{
  LanyardAttachmentRow *self;

  g_return_val_if_fail (link != NULL, NULL);
  g_return_val_if_fail (LANYARD_IS_ATTACHMENT (attachment), NULL);

  self = g_object_new (LANYARD_TYPE_ATTACHMENT_ROW, NULL);
  self->link = lanyard_link_ref (link);
  self->attachment = g_object_ref (attachment);
  gtk_image_set_from_icon_name (self->icon, lanyard_phrase_link_icon (link->kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  name_buttons (self, label);
  g_signal_connect_object (attachment, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
