/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidebar's foot: how old the programme is, a spinner while it is being
 * refreshed, and why the last refresh failed. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-standing-foot.h"
#include "lanyard-standing-phrases.h"

struct _LanyardStandingFoot
{
  AdwBin parent_instance;
  LanyardStanding *standing; /* owned, nullable until set */

  GtkWidget *spinner;
  GtkLabel *age;
  GtkLabel *failure;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (LanyardStandingFoot, lanyard_standing_foot, ADW_TYPE_BIN)

static char *
dup_first_line (LanyardStandingFoot *self,
                gboolean              is_refreshing)
{
  if (is_refreshing)
    return g_strdup (_("Refreshing…"));
  return lanyard_phrase_standing (self->standing);
}

/* A failure that a banner tells already is not told twice. */
static const char *
get_second_line (LanyardStandingFoot *self,
                 gboolean              is_refreshing)
{
  gboolean by_hand;
  const char *failure = lanyard_standing_get_failure (self->standing, &by_hand);

  if (is_refreshing || by_hand || lanyard_standing_get_state (self->standing) != LANYARD_STANDING_FAILED)
    return NULL;
  return failure;
}

/* Only what differs is set, for this is called each minute. */
static void
show_standing (LanyardStandingFoot *self)
{
  gboolean is_refreshing = lanyard_standing_is_refreshing (self->standing);
  g_autofree char *age = dup_first_line (self, is_refreshing);
  const char *failure = get_second_line (self, is_refreshing);

  gtk_label_set_label (self->age, age != NULL ? age : "");
  gtk_label_set_label (self->failure, failure != NULL ? failure : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
  gtk_widget_set_visible (self->spinner, is_refreshing);
  gtk_widget_set_visible (self->cancel, lanyard_standing_can_cancel (self->standing));
  gtk_widget_set_visible (GTK_WIDGET (self), age != NULL || failure != NULL);
}

static void
lanyard_standing_foot_dispose (GObject *object)
{
  LanyardStandingFoot *self = LANYARD_STANDING_FOOT (object);

  g_clear_object (&self->standing);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_STANDING_FOOT);

  G_OBJECT_CLASS (lanyard_standing_foot_parent_class)->dispose (object);
}

static void
lanyard_standing_foot_class_init (LanyardStandingFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_standing_foot_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/refresh/lanyard-standing-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardStandingFoot, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardStandingFoot, age);
  gtk_widget_class_bind_template_child (widget_class, LanyardStandingFoot, failure);
  gtk_widget_class_bind_template_child (widget_class, LanyardStandingFoot, cancel);
}

static void
lanyard_standing_foot_init (LanyardStandingFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_standing_foot_set_standing:
 * @self: a foot
 * @standing: what it shows
 *
 * Says what it shows; once.
 */
void
lanyard_standing_foot_set_standing (LanyardStandingFoot *self,
                                    LanyardStanding     *standing)
{
  g_return_if_fail (LANYARD_IS_STANDING_FOOT (self));
  g_return_if_fail (LANYARD_IS_STANDING (standing));
  g_return_if_fail (self->standing == NULL);

  self->standing = g_object_ref (standing);
  g_signal_connect_object (standing, "changed", G_CALLBACK (show_standing), self, G_CONNECT_SWAPPED);
  show_standing (self);
}
