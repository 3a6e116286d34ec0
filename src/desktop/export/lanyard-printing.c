/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints what goes out on the paper that somebody chooses in the system's
 * dialog; small paper gets small pages. Started by the window's action. Main
 * thread. */

#include "config.h"

#include "lanyard-printing.h"
#include "lanyard-saving.h"

/* What is being printed; owned by the operation. */
typedef struct
{
  LanyardOutgoing *outgoing; /* owned */
  LanyardPages *pages;       /* owned, nullable: once the paper is known */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_clear_object (&printing->pages);
  g_object_unref (printing->outgoing);
  g_free (printing);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *printing)
{
  g_clear_object (&printing->pages);
  printing->pages = lanyard_saving_make_pages (printing->outgoing, lanyard_outgoing_is_day_grid (printing->outgoing),
                                               gtk_print_context_get_width (context),
                                               gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) lanyard_pages_get_n_pages (printing->pages));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *printing)
{
  lanyard_pages_draw (printing->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

/**
 * lanyard_printing_new:
 * @outgoing: what is printed
 *
 * Makes an operation that prints it.
 *
 * Returns: (transfer full): an operation
 */
GtkPrintOperation *
lanyard_printing_new (LanyardOutgoing *outgoing)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;
  Printing *printing;

  g_return_val_if_fail (LANYARD_IS_OUTGOING (outgoing), NULL);

  printing = g_new0 (Printing, 1);
  printing->outgoing = g_object_ref (outgoing);
  operation = gtk_print_operation_new ();
  g_object_set_data_full (G_OBJECT (operation), "lanyard-printing", printing, printing_free);
  setup = gtk_page_setup_new ();
  if (lanyard_outgoing_is_day_grid (outgoing))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, lanyard_outgoing_get_title (outgoing));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  return operation;
}
