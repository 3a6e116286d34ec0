/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of a programme side by side, one of them shown. Where there is no
 * room for all, they scroll, and the one that is shown stays in view. Made by
 * the schedule. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-day-switcher.h"
#include "time/lanyard-time-format.h"

struct _LanyardDaySwitcher
{
  AdwBin parent_instance;
  GArray *days;        /* owned, of guint: what the toggles stand for */
  gboolean filling;    /* while the toggles are replaced */
  guint tick_callback; /* id, or 0: brings the chosen day into view */

  GtkViewport *viewport;
  AdwToggleGroup *toggles;
};

typedef enum
{
  PROP_DAY = 1,
} LanyardDaySwitcherProperty;

static GParamSpec *properties[PROP_DAY + 1];

G_DEFINE_FINAL_TYPE (LanyardDaySwitcher, lanyard_day_switcher, ADW_TYPE_BIN)

static char *
name_of_day (guint day)
{
  return g_strdup_printf ("%u", day);
}

static void
add_toggle (LanyardDaySwitcher *self,
            guint               day)
{
  AdwToggle *toggle = adw_toggle_new ();
  g_autofree char *name = name_of_day (day);
  g_autofree char *label = NULL;
  g_autofree char *tooltip = NULL;

  if (day == LANYARD_DAY_NONE)
    {
      /* Translators: stands among the days, for talks that have no time yet */
      label = g_strdup (_("No Time"));
      tooltip = g_strdup (_("Not Scheduled Yet"));
    }
  else
    {
      label = lanyard_format_day (day, LANYARD_DAY_SHORT);
      tooltip = lanyard_format_day (day, LANYARD_DAY_FULL);
    }
  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_set_tooltip (toggle, tooltip);
  adw_toggle_group_add (self->toggles, toggle);
}

/* The widget of the active toggle: the group has no other way to it. */
static GtkWidget *
find_active_widget (LanyardDaySwitcher *self)
{
  guint active = adw_toggle_group_get_active (self->toggles);
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toggles)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!g_str_equal (gtk_widget_get_css_name (child), "toggle"))
        continue;
      if (i++ == active)
        return child;
    }
  return NULL;
}

static gboolean
bring_into_view_cb (GtkWidget     *widget,
                    GdkFrameClock *frame_clock,
                    gpointer       user_data)
{
  LanyardDaySwitcher *self = LANYARD_DAY_SWITCHER (widget);
  GtkWidget *active = find_active_widget (self);

  self->tick_callback = 0;
  if (active != NULL)
    gtk_viewport_scroll_to (self->viewport, active, NULL);
  return G_SOURCE_REMOVE;
}

/* In the next frame, when the toggles have their places. */
static void
bring_into_view (LanyardDaySwitcher *self)
{
  if (self->tick_callback == 0)
    self->tick_callback = gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_into_view_cb, NULL, NULL);
}

static void
day_chosen_cb (LanyardDaySwitcher *self)
{
  g_assert (LANYARD_IS_DAY_SWITCHER (self));

  if (self->filling)
    return;
  bring_into_view (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

static gboolean
has_days (LanyardDaySwitcher *self,
          GPtrArray          *days)
{
  if (self->days->len != days->len)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    {
      const LanyardDay *day = g_ptr_array_index (days, i);

      if (day->day != g_array_index (self->days, guint, i))
        return FALSE;
    }
  return TRUE;
}

static void
lanyard_day_switcher_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch ((LanyardDaySwitcherProperty) property_id)
    {
    case PROP_DAY:
      g_value_set_uint (value, lanyard_day_switcher_get_day (LANYARD_DAY_SWITCHER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_day_switcher_dispose (GObject *object)
{
  LanyardDaySwitcher *self = LANYARD_DAY_SWITCHER (object);

  if (self->tick_callback != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_callback);
  self->tick_callback = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_DAY_SWITCHER);

  G_OBJECT_CLASS (lanyard_day_switcher_parent_class)->dispose (object);
}

static void
lanyard_day_switcher_finalize (GObject *object)
{
  g_array_unref (LANYARD_DAY_SWITCHER (object)->days);

  G_OBJECT_CLASS (lanyard_day_switcher_parent_class)->finalize (object);
}

static void
lanyard_day_switcher_class_init (LanyardDaySwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_day_switcher_get_property;
  object_class->dispose = lanyard_day_switcher_dispose;
  object_class->finalize = lanyard_day_switcher_finalize;

  properties[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, LANYARD_DAY_NONE,
                                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/schedule/lanyard-day-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardDaySwitcher, viewport);
  gtk_widget_class_bind_template_child (widget_class, LanyardDaySwitcher, toggles);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
}

static void
lanyard_day_switcher_init (LanyardDaySwitcher *self)
{
  self->days = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_day_switcher_set_days:
 * @self: a day switcher
 * @days: (element-type LanyardDay): the days to choose from
 * @day: the one that is shown, a Julian day number or %LANYARD_DAY_NONE
 *
 * Says which days there are. That is nobody's choice, and no property changes.
 */
void
lanyard_day_switcher_set_days (LanyardDaySwitcher *self,
                               GPtrArray          *days,
                               guint               day)
{
  g_autofree char *name = name_of_day (day);

  g_return_if_fail (LANYARD_IS_DAY_SWITCHER (self));

  self->filling = TRUE;
  if (!has_days (self, days))
    {
      g_array_set_size (self->days, 0);
      adw_toggle_group_remove_all (self->toggles);
      for (guint i = 0; i < days->len; i++)
        {
          const LanyardDay *one = g_ptr_array_index (days, i);

          g_array_append_val (self->days, one->day);
          add_toggle (self, one->day);
        }
      gtk_widget_set_visible (GTK_WIDGET (self->toggles), days->len > 0);
    }
  if (days->len > 0)
    adw_toggle_group_set_active_name (self->toggles, name);
  self->filling = FALSE;
  bring_into_view (self);
}

/**
 * lanyard_day_switcher_get_day:
 * @self: a day switcher
 *
 * Gets which day is shown.
 *
 * Returns: a Julian day number, or %LANYARD_DAY_NONE
 */
guint
lanyard_day_switcher_get_day (LanyardDaySwitcher *self)
{
  guint active;

  g_return_val_if_fail (LANYARD_IS_DAY_SWITCHER (self), LANYARD_DAY_NONE);

  active = adw_toggle_group_get_active (self->toggles);
  return active < self->days->len ? g_array_index (self->days, guint, active) : LANYARD_DAY_NONE;
}

/**
 * lanyard_day_switcher_set_day:
 * @self: a day switcher
 * @day: one of its days
 *
 * Shows another day, as if it had been chosen by hand.
 */
void
lanyard_day_switcher_set_day (LanyardDaySwitcher *self,
                              guint               day)
{
  g_autofree char *name = name_of_day (day);

  g_return_if_fail (LANYARD_IS_DAY_SWITCHER (self));

  if (lanyard_day_switcher_get_day (self) != day)
    adw_toggle_group_set_active_name (self->toggles, name);
}

/**
 * lanyard_day_switcher_step:
 * @self: a day switcher
 * @n_days: how many days further; negative for back
 *
 * Shows a day after or before the one that is shown, as if it had been chosen
 * by hand.
 *
 * Returns: whether there is one
 */
gboolean
lanyard_day_switcher_step (LanyardDaySwitcher *self,
                           int                 n_days)
{
  gint64 position;

  g_return_val_if_fail (LANYARD_IS_DAY_SWITCHER (self), FALSE);

  position = (gint64) adw_toggle_group_get_active (self->toggles) + n_days;
  if (position < 0 || position >= self->days->len)
    return FALSE;
  adw_toggle_group_set_active (self->toggles, (guint) position);
  return TRUE;
}
