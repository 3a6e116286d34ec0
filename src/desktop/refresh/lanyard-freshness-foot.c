/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidebar's foot: how old the programme is, a spinner while it is being
 * refreshed, and why the last refresh failed. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-freshness-foot.h"
#include "lanyard-freshness-phrases.h"

struct _LanyardFreshnessFoot
{
  AdwBin parent_instance;
  LanyardFreshness *freshness; /* owned, nullable until set */

  GtkWidget *spinner;
  GtkLabel *age;
  GtkLabel *failure;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (LanyardFreshnessFoot, lanyard_freshness_foot, ADW_TYPE_BIN)

static char *
dup_first_line (LanyardFreshnessFoot *self,
                gboolean              is_refreshing)
{
  if (is_refreshing)
    return g_strdup (_("Refreshing…"));
  return lanyard_phrase_freshness (self->freshness);
}

/* A failure that a banner tells already is not told twice. */
static const char *
get_second_line (LanyardFreshnessFoot *self,
                 gboolean              is_refreshing)
{
  gboolean by_hand;
  const char *failure = lanyard_freshness_get_failure (self->freshness, &by_hand);

  if (is_refreshing || by_hand || lanyard_freshness_get_state (self->freshness) != LANYARD_FRESHNESS_FAILED)
    return NULL;
  return failure;
}

/* Only what differs is set, for this is called each minute. */
static void
show_freshness (LanyardFreshnessFoot *self)
{
  gboolean is_refreshing = lanyard_freshness_is_refreshing (self->freshness);
  g_autofree char *age = dup_first_line (self, is_refreshing);
  const char *failure = get_second_line (self, is_refreshing);

  gtk_label_set_label (self->age, age != NULL ? age : "");
  gtk_label_set_label (self->failure, failure != NULL ? failure : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
  gtk_widget_set_visible (self->spinner, is_refreshing);
  gtk_widget_set_visible (self->cancel, lanyard_freshness_can_cancel (self->freshness));
  gtk_widget_set_visible (GTK_WIDGET (self), age != NULL || failure != NULL);
}

static void
lanyard_freshness_foot_dispose (GObject *object)
{
  LanyardFreshnessFoot *self = LANYARD_FRESHNESS_FOOT (object);

  g_clear_object (&self->freshness);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FRESHNESS_FOOT);

  G_OBJECT_CLASS (lanyard_freshness_foot_parent_class)->dispose (object);
}

static void
lanyard_freshness_foot_class_init (LanyardFreshnessFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_freshness_foot_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/refresh/lanyard-freshness-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFreshnessFoot, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardFreshnessFoot, age);
  gtk_widget_class_bind_template_child (widget_class, LanyardFreshnessFoot, failure);
  gtk_widget_class_bind_template_child (widget_class, LanyardFreshnessFoot, cancel);
}

static void
lanyard_freshness_foot_init (LanyardFreshnessFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_freshness_foot_set_freshness:
 * @self: a foot
 * @freshness: what it shows
 *
 * Says what it shows; once.
 */
void
lanyard_freshness_foot_set_freshness (LanyardFreshnessFoot *self,
                                      LanyardFreshness     *freshness)
{
  g_return_if_fail (LANYARD_IS_FRESHNESS_FOOT (self));
  g_return_if_fail (LANYARD_IS_FRESHNESS (freshness));
  g_return_if_fail (self->freshness == NULL);

  self->freshness = g_object_ref (freshness);
  g_signal_connect_object (freshness, "changed", G_CALLBACK (show_freshness), self, G_CONNECT_SWAPPED);
  show_freshness (self);
}
