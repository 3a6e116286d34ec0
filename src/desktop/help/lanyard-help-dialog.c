/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the help in the window, where no viewer can: a page above the list of
 * all, and each that a link leads to above it. lanyard-help.c opens it. Main
 * thread. */

#include "config.h"

#include <string.h>

#include "../widgets/lanyard-rich-text-view.h"
#include "lanyard-help-dialog.h"
#include "lanyard-help-sheet.h"

struct _LanyardHelpDialog
{
  AdwDialog parent_instance;
  LanyardHelpBook *book; /* owned */

  AdwNavigationView *pages;
};

G_DEFINE_FINAL_TYPE (LanyardHelpDialog, lanyard_help_dialog, ADW_TYPE_DIALOG)

/* A sheet, or NULL if there is no such page. */
static AdwNavigationPage *
make_sheet (LanyardHelpDialog *self,
            const char        *target)
{
  g_autofree char *page = g_strndup (target, strcspn (target, "#"));

  return lanyard_help_book_get_source (self->book, page) != NULL ? lanyard_help_sheet_new (self->book, target) : NULL;
}

static void
open_link_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *address)
{
  LanyardHelpDialog *self = LANYARD_HELP_DIALOG (widget);
  const char *target = lanyard_help_address_get_target (g_variant_get_string (address, NULL));
  AdwNavigationPage *sheet = target != NULL ? make_sheet (self, target) : NULL;

  if (sheet != NULL)
    adw_navigation_view_push (self->pages, sheet);
}

static void
lanyard_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_HELP_DIALOG);

  G_OBJECT_CLASS (lanyard_help_dialog_parent_class)->dispose (object);
}

static void
lanyard_help_dialog_finalize (GObject *object)
{
  g_clear_object (&LANYARD_HELP_DIALOG (object)->book);

  G_OBJECT_CLASS (lanyard_help_dialog_parent_class)->finalize (object);
}

static void
lanyard_help_dialog_class_init (LanyardHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_help_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_help_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/help/lanyard-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardHelpDialog, pages);
  gtk_widget_class_install_action (widget_class, LANYARD_RICH_TEXT_OPEN_LINK, "s", open_link_cb);
}

static void
lanyard_help_dialog_init (LanyardHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_help_dialog_new:
 * @book: the help
 * @target: a page, or a section of one
 *
 * Makes a dialog that shows a page of the help. Going back leads to the list of
 * all pages.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_help_dialog_new (LanyardHelpBook *book,
                         const char      *target)
{
  LanyardHelpDialog *self = g_object_new (LANYARD_TYPE_HELP_DIALOG, NULL);
  AdwNavigationPage *sheets[2] = { lanyard_help_sheet_new (book, "index"), NULL };

  self->book = g_object_ref (book);
  if (!g_str_equal (target, "index"))
    sheets[1] = make_sheet (self, target);
  adw_navigation_view_replace (self->pages, sheets, sheets[1] != NULL ? 2 : 1);
  return ADW_DIALOG (self);
}

/**
 * lanyard_help_dialog_get_page:
 * @self: a dialog
 *
 * Gets the name of the page that is shown.
 *
 * Returns: (transfer none): the name
 */
const char *
lanyard_help_dialog_get_page (LanyardHelpDialog *self)
{
  g_return_val_if_fail (LANYARD_IS_HELP_DIALOG (self), NULL);

  return lanyard_help_sheet_get_page (LANYARD_HELP_SHEET (adw_navigation_view_get_visible_page (self->pages)));
}
