/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows rich text as widgets: a selectable label for paragraphs that follow one
 * another, one for each heading and item, a grid a table, a frame around code.
 * The text is parsed on another thread; nothing in it is fetched. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-highlight.h"
#include "lanyard-rich-text-view.h"
#include "lanyard-text-side.h"

#define INDENT 18
#define HEADING_SPACE 9

/* Between paragraphs of one label: an empty line as high as the space between
 * two of the box. Whoever copies the text gets an empty line. */
#define PARAGRAPH_BREAK "<span size=\"45%\">\n\n</span>"

struct _LanyardRichTextView
{
  AdwBin parent_instance;
  GtkBox *box;            /* borrowed: our child */
  GCancellable *parsing;  /* owned, nullable */
  char *text;             /* owned, nullable: what is shown, as it is written */
  char *words;            /* owned, nullable: of the search to mark */
};

G_DEFINE_FINAL_TYPE (LanyardRichTextView, lanyard_rich_text_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *text;
  LanyardTextFormat format;
  char *base_url;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->text);
  g_free (source->base_url);
  g_free (source);
}

/* Without such an action around, the label opens the link itself. */
static gboolean
link_activated_cb (GtkWidget  *label,
                   const char *address)
{
  return gtk_widget_activate_action (label, LANYARD_RICH_TEXT_OPEN_LINK, "s", address);
}

static GtkWidget *
make_label (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated_cb), NULL);
  return label;
}

static GtkWidget *
make_runs (GPtrArray *runs)
{
  g_autofree char *markup = lanyard_text_runs_dup_markup (runs);

  return make_label (markup);
}

static GtkWidget *
make_heading (const LanyardTextNode *node)
{
  static const char *classes[] = { "title-3", "title-4", "heading", "heading", "heading", "heading" };
  g_autofree char *markup = lanyard_text_runs_dup_markup (node->runs);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, classes[CLAMP (node->level, 1, 6) - 1]);
  /* The title of what is shown is above all of them. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) node->level + 1, -1);
  return label;
}

static GtkWidget *
make_item (const LanyardTextNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *marker;
  g_autofree char *number = NULL;

  if (node->ordinal >= 0)
    /* Translators: the number of an item in a numbered list */
    number = g_strdup_printf (C_("numbered list", "%d."), node->ordinal);
  marker = gtk_label_new (number != NULL ? number : node->list_depth % 2 == 1 ? "•" : "◦");
  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_widget_add_css_class (marker, "dimmed");
  gtk_box_append (GTK_BOX (box), marker);
  gtk_box_append (GTK_BOX (box), make_runs (node->runs));
  return box;
}

static GtkWidget *
make_code (const LanyardTextNode *node)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = lanyard_text_runs_dup_plain (node->runs);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "code");
  return scroller;
}

static GtkWidget *
make_table (const LanyardTextNode *node)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < node->cells->len; i++)
    {
      GtkWidget *cell = make_runs (g_ptr_array_index (node->cells, i));

      gtk_label_set_wrap (GTK_LABEL (cell), FALSE);
      if (node->has_header && i < node->n_columns)
        gtk_widget_add_css_class (cell, "heading");
      gtk_grid_attach (GTK_GRID (grid), cell, i % node->n_columns, i / node->n_columns, 1, 1);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "code");
  return scroller;
}

static GtkWidget *
make_node (const LanyardTextNode *node)
{
  switch (node->kind)
    {
    case LANYARD_NODE_HEADING:
      return make_heading (node);
    case LANYARD_NODE_ITEM:
      return make_item (node);
    case LANYARD_NODE_CODE:
      return make_code (node);
    case LANYARD_NODE_TABLE:
      return make_table (node);
    case LANYARD_NODE_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case LANYARD_NODE_PARAGRAPH:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
indent (GtkWidget             *widget,
        const LanyardTextNode *node)
{
  guint depth = node->list_depth;

  if (node->kind == LANYARD_NODE_ITEM && depth > 0)
    depth--;
  gtk_widget_set_margin_start (widget, INDENT * MIN (depth + node->quote_depth, 8));
  if (node->quote_depth > 0)
    gtk_widget_add_css_class (widget, "quote");
}

static gboolean
continues (const LanyardTextNode *node,
           const LanyardTextNode *next)
{
  return next->kind == LANYARD_NODE_PARAGRAPH && next->list_depth == node->list_depth &&
         next->quote_depth == node->quote_depth;
}

/* Paragraphs that follow one another are one label, so that one can select
 * across them. Moves @index to the last of them. */
static GtkWidget *
make_paragraphs (LanyardRichText *rich,
                 guint           *index)
{
  const LanyardTextNode *node = lanyard_rich_text_get_node (rich, *index);
  g_autofree char *first = lanyard_text_runs_dup_markup (node->runs);
  g_autoptr (GString) markup = g_string_new (first);

  while (*index + 1 < lanyard_rich_text_get_n_nodes (rich) &&
         continues (node, lanyard_rich_text_get_node (rich, *index + 1)))
    {
      g_autofree char *next = NULL;

      *index += 1;
      next = lanyard_text_runs_dup_markup (lanyard_rich_text_get_node (rich, *index)->runs);
      g_string_append (markup, PARAGRAPH_BREAK);
      g_string_append (markup, next);
    }
  return make_label (markup->str);
}

static void
show (LanyardRichTextView *self,
      LanyardRichText     *rich)
{
  for (guint i = 0; i < lanyard_rich_text_get_n_nodes (rich); i++)
    {
      const LanyardTextNode *node = lanyard_rich_text_get_node (rich, i);
      GtkWidget *widget = node->kind == LANYARD_NODE_PARAGRAPH ? make_paragraphs (rich, &i) : make_node (node);

      indent (widget, node);
      if (node->kind == LANYARD_NODE_HEADING && i > 0)
        gtk_widget_set_margin_top (widget, HEADING_SPACE);
      gtk_box_append (self->box, widget);
    }
  lanyard_text_side_set_prose (GTK_WIDGET (self->box), self->text);
  if (self->words != NULL)
    lanyard_highlight_labels (GTK_WIDGET (self->box), self->words);
}

static void
clear (LanyardRichTextView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const Source *source = task_data;

  g_task_return_pointer (task, lanyard_rich_text_new (source->text, source->format, source->base_url),
                         g_object_unref);
}

static void
parsed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  LanyardRichTextView *self = LANYARD_RICH_TEXT_VIEW (object);
  g_autoptr (LanyardRichText) rich = g_task_propagate_pointer (G_TASK (result), NULL);

  if (rich == NULL || self->box == NULL)
    return;
  show (self, rich);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static void
lanyard_rich_text_view_dispose (GObject *object)
{
  LanyardRichTextView *self = LANYARD_RICH_TEXT_VIEW (object);

  g_cancellable_cancel (self->parsing);
  g_clear_object (&self->parsing);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->words, g_free);
  self->box = NULL;

  G_OBJECT_CLASS (lanyard_rich_text_view_parent_class)->dispose (object);
}

static void
lanyard_rich_text_view_class_init (LanyardRichTextViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_rich_text_view_dispose;

  /**
   * LanyardRichTextView::shown:
   * @self: the view
   *
   * A text is parsed, and there.
   */
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", LANYARD_TYPE_RICH_TEXT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
lanyard_rich_text_view_init (LanyardRichTextView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * lanyard_rich_text_view_set_source:
 * @self: a view
 * @text: (nullable): what is written
 * @format: how it is written
 * @base_url: (nullable): what relative links stand on
 *
 * Shows a text, as soon as it is parsed. Without one the view is hidden, and
 * one that is shown already stays as it is.
 */
void
lanyard_rich_text_view_set_source (LanyardRichTextView *self,
                                   const char          *text,
                                   LanyardTextFormat    format,
                                   const char          *base_url)
{
  g_autoptr (GTask) task = NULL;
  Source *source;

  g_return_if_fail (LANYARD_IS_RICH_TEXT_VIEW (self));

  if (!g_set_str (&self->text, text) && text != NULL)
    return;
  g_cancellable_cancel (self->parsing);
  g_clear_object (&self->parsing);
  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
  if (text == NULL || *text == '\0')
    return;

  self->parsing = g_cancellable_new ();
  task = g_task_new (self, self->parsing, parsed_cb, NULL);
  g_task_set_source_tag (task, lanyard_rich_text_view_set_source);
  source = g_new0 (Source, 1);
  source->text = g_strdup (text);
  source->format = format;
  source->base_url = g_strdup (base_url);
  g_task_set_task_data (task, source, source_free);
  g_task_run_in_thread (task, parse_in_thread);
}

/**
 * lanyard_rich_text_view_find_heading:
 * @self: a view
 * @words: what a heading says
 *
 * Finds a heading in the text that is shown.
 *
 * Returns: (transfer none) (nullable): what shows it, %NULL if there is none
 */
GtkWidget *
lanyard_rich_text_view_find_heading (LanyardRichTextView *self,
                                     const char          *words)
{
  GtkWidget *child;

  g_return_val_if_fail (LANYARD_IS_RICH_TEXT_VIEW (self), NULL);

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_HEADING &&
        g_str_equal (gtk_label_get_text (GTK_LABEL (child)), words))
      break;
  return child;
}

/**
 * lanyard_rich_text_view_set_words:
 * @self: a view
 * @words: (nullable): what somebody typed into a search
 *
 * Marks the words of a search in the text that is shown, and in what is shown
 * from now on.
 */
void
lanyard_rich_text_view_set_words (LanyardRichTextView *self,
                                  const char          *words)
{
  g_return_if_fail (LANYARD_IS_RICH_TEXT_VIEW (self));

  if (g_set_str (&self->words, words))
    lanyard_highlight_labels (GTK_WIDGET (self->box), words);
}
