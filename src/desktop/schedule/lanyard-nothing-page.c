/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In the place of a day of which the filters leave nothing: the ways out of
 * that. Made by the schedule when it is needed. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-nothing-page.h"
#include "time/lanyard-time-format.h"

struct _LanyardNothingPage
{
  AdwBin parent_instance;

  GtkButton *other_day;
};

G_DEFINE_FINAL_TYPE (LanyardNothingPage, lanyard_nothing_page, ADW_TYPE_BIN)

static void
lanyard_nothing_page_dispose (GObject *object)
{
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_NOTHING_PAGE);

  G_OBJECT_CLASS (lanyard_nothing_page_parent_class)->dispose (object);
}

static void
lanyard_nothing_page_class_init (LanyardNothingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_nothing_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/schedule/lanyard-nothing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardNothingPage, other_day);
}

static void
lanyard_nothing_page_init (LanyardNothingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->other_day), "schedule.show-day(uint32 0)");
}

/**
 * lanyard_nothing_page_new:
 *
 * Makes the page.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
lanyard_nothing_page_new (void)
{
  return g_object_new (LANYARD_TYPE_NOTHING_PAGE, NULL);
}

/**
 * lanyard_nothing_page_set_other_day:
 * @self: a page
 * @has_other: whether something is left of another day
 * @day: which day that is, a Julian day number or 0 for what has no time
 *
 * Offers to go to a day of which something is left.
 */
void
lanyard_nothing_page_set_other_day (LanyardNothingPage *self,
                                    gboolean            has_other,
                                    guint               day)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (LANYARD_IS_NOTHING_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->other_day), has_other);
  if (!has_other)
    return;
  name = day != 0 ? lanyard_format_day (day, LANYARD_DAY_LONG) : g_strdup (_("Not Scheduled Yet"));
  /* Translators: %s is a day, "Tuesday 6 October" */
  label = g_strdup_printf (_("Go to %s"), name);
  gtk_button_set_label (self->other_day, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->other_day), "u", day);
}
