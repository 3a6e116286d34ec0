/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of the help, in LanyardHelpDialog. Main thread. */

#include "config.h"

#include <string.h>

#include "../widgets/lanyard-rich-text-view.h"
#include "lanyard-help-sheet.h"

struct _LanyardHelpSheet
{
  AdwNavigationPage parent_instance;
  char *page;    /* owned: its name */
  char *section; /* owned, nullable: the title of the one to begin at */

  GtkScrolledWindow *scroller;
  LanyardRichTextView *text;
};

G_DEFINE_FINAL_TYPE (LanyardHelpSheet, lanyard_help_sheet, ADW_TYPE_NAVIGATION_PAGE)

/* A heading that is new is nowhere before the next frame. */
static gboolean
scroll_cb (GtkWidget     *heading,
           GdkFrameClock *frame_clock,
           gpointer       user_data)
{
  LanyardHelpSheet *self = LANYARD_HELP_SHEET (user_data);
  graphene_point_t place;

  if (gtk_widget_get_height (heading) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_point (heading, GTK_WIDGET (self->text), graphene_point_zero (), &place))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), place.y);
  return G_SOURCE_REMOVE;
}

static void
text_shown_cb (LanyardHelpSheet *self)
{
  GtkWidget *heading = self->section != NULL ? lanyard_rich_text_view_find_heading (self->text, self->section) : NULL;

  if (heading != NULL)
    gtk_widget_add_tick_callback (heading, scroll_cb, self, NULL);
}

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
  g_free (LANYARD_HELP_SHEET (object)->section);

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
  gtk_widget_class_bind_template_child (widget_class, LanyardHelpSheet, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardHelpSheet, text);
  gtk_widget_class_bind_template_callback (widget_class, text_shown_cb);
}

static void
lanyard_help_sheet_init (LanyardHelpSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_help_sheet_new:
 * @book: the help
 * @target: a page of it, or a section of one
 *
 * Makes what shows a page, at the section.
 *
 * Returns: (transfer floating): a page of a navigation view
 */
AdwNavigationPage *
lanyard_help_sheet_new (LanyardHelpBook *book,
                        const char      *target)
{
  LanyardHelpSheet *self = g_object_new (LANYARD_TYPE_HELP_SHEET, NULL);
  g_autofree char *html = NULL;
  const char *title;

  self->page = g_strndup (target, strcspn (target, "#"));
  if (strchr (target, '#') != NULL)
    self->section = g_strdup (lanyard_help_book_get_title (book, target));
  html = lanyard_help_book_dup_html (book, self->page);
  title = lanyard_help_book_get_title (book, self->page);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title != NULL ? title : self->page);
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
