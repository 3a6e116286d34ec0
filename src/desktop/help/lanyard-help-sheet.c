/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of the help, in LanyardHelpDialog. Main thread. */

#include "config.h"

#include "../widgets/lanyard-rich-text-view.h"
#include "lanyard-help-sheet.h"

struct _LanyardHelpSheet
{
  AdwNavigationPage parent_instance;
  char *page; /* owned: its name */

  LanyardRichTextView *text;
};

G_DEFINE_FINAL_TYPE (LanyardHelpSheet, lanyard_help_sheet, ADW_TYPE_NAVIGATION_PAGE)

static void
lanyard_help_sheet_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_HELP_SHEET);

  G_OBJECT_CLASS (lanyard_help_sheet_parent_class)->dispose (object);
}

static void
lanyard_help_sheet_finalize (GObject *object)
{
  g_free (LANYARD_HELP_SHEET (object)->page);

  G_OBJECT_CLASS (lanyard_help_sheet_parent_class)->finalize (object);
}

static void
lanyard_help_sheet_class_init (LanyardHelpSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_help_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_help_sheet_finalize;

  g_type_ensure (LANYARD_TYPE_RICH_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/help/lanyard-help-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardHelpSheet, text);
}

static void
lanyard_help_sheet_init (LanyardHelpSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_help_sheet_new:
 * @book: the help
 * @page: name of a page of it
 *
 * Makes what shows a page.
 *
 * Returns: (transfer floating): a page of a navigation view
 */
AdwNavigationPage *
lanyard_help_sheet_new (LanyardHelpBook *book,
                        const char      *page)
{
  LanyardHelpSheet *self = g_object_new (LANYARD_TYPE_HELP_SHEET, NULL);
  g_autofree char *html = lanyard_help_book_dup_html (book, page);
  const char *title = lanyard_help_book_get_title (book, page);

  self->page = g_strdup (page);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title != NULL ? title : page);
  lanyard_rich_text_view_set_source (self->text, html, LANYARD_TEXT_HTML, NULL);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * lanyard_help_sheet_get_page:
 * @self: a sheet
 *
 * Gets which page it shows.
 *
 * Returns: (transfer none): its name
 */
const char *
lanyard_help_sheet_get_page (LanyardHelpSheet *self)
{
  g_return_val_if_fail (LANYARD_IS_HELP_SHEET (self), NULL);

  return self->page;
}
