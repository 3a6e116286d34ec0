/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The zone that the laptop is in, as it travels.
 *
 * Two things tell: the link /etc/localtime, which is replaced when the zone is
 * set, and the system service that sets it, which says so on the system bus. A
 * sandbox may see only one of them. The variable TZ outranks both, and then
 * nothing ever changes. Made by the window and the agent, on the thread whose
 * main context is to hear of changes. */

#include "config.h"

#include <gio/gio.h>

#include "lanyard-local-zone.h"
#include "lanyard-zone-private.h"

#define TIMEDATE_NAME "org.freedesktop.timedate1"
#define TIMEDATE_PATH "/org/freedesktop/timedate1"

struct _LanyardLocalZone
{
  GObject parent_instance;
  char *path;                /* owned */
  gboolean honours_variable; /* whether TZ counts: not if a path was given */
  LanyardZone *zone;         /* owned */
  GFileMonitor *monitor;     /* owned, nullable */
  GCancellable *cancellable; /* owned, stops the search for a bus */
  GDBusConnection *bus;      /* owned, nullable */
  guint subscription;
};

typedef enum
{
  PROP_ZONE = 1,
} LanyardLocalZoneProperty;

static GParamSpec *properties[PROP_ZONE + 1];

G_DEFINE_FINAL_TYPE (LanyardLocalZone, lanyard_local_zone, G_TYPE_OBJECT)

static LanyardZone *
read_zone (LanyardLocalZone *self)
{
  LanyardZone *zone;

  if (self->honours_variable)
    return lanyard_zone_new_local ();

  zone = lanyard_zone_new_from_localtime (self->path);
  return zone != NULL ? zone : lanyard_zone_new_utc ();
}

/* Takes @zone. The name counts, not only the rules: who flies from Berlin to
 * Oslo wants to read Oslo. */
static void
set_zone (LanyardLocalZone *self,
          LanyardZone      *zone)
{
  g_autoptr (LanyardZone) old = g_steal_pointer (&self->zone);

  g_assert (zone != NULL);

  self->zone = zone;
  if (old == NULL || !g_str_equal (lanyard_zone_get_id (old), lanyard_zone_get_id (zone)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

static void
monitor_changed_cb (GFileMonitor      *monitor,
                    GFile             *file,
                    GFile             *other_file,
                    GFileMonitorEvent  event,
                    LanyardLocalZone  *self)
{
  g_assert (LANYARD_IS_LOCAL_ZONE (self));

  /* Between its removal and its replacement the link says nothing. */
  if (event != G_FILE_MONITOR_EVENT_DELETED)
    set_zone (self, read_zone (self));
}

static void
timedate_changed_cb (GDBusConnection *bus,
                     const char      *sender,
                     const char      *object_path,
                     const char      *interface,
                     const char      *signal,
                     GVariant        *parameters,
                     gpointer         user_data)
{
  LanyardLocalZone *self = user_data;
  g_autoptr (GVariant) changed = NULL;
  g_autoptr (LanyardZone) zone = NULL;
  const char *id;

  g_assert (LANYARD_IS_LOCAL_ZONE (self));

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;

  changed = g_variant_get_child_value (parameters, 1);
  if (g_variant_lookup (changed, "Timezone", "&s", &id))
    zone = lanyard_zone_new (id);
  if (zone != NULL)
    set_zone (self, g_steal_pointer (&zone));
}

static void
bus_ready_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  LanyardLocalZone *self = user_data;

  /* Without a bus, or when cancelled because @self is gone, there is nothing
   * to do and nobody to tell. */
  if (bus == NULL)
    return;

  /* A bus that is restarted must not take the program with it. */
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  self->subscription =
      g_dbus_connection_signal_subscribe (bus, TIMEDATE_NAME, "org.freedesktop.DBus.Properties",
                                          "PropertiesChanged", TIMEDATE_PATH, TIMEDATE_NAME,
                                          G_DBUS_SIGNAL_FLAGS_NONE, timedate_changed_cb, self, NULL);
  self->bus = g_steal_pointer (&bus);
}

static void
lanyard_local_zone_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LanyardLocalZone *self = LANYARD_LOCAL_ZONE (object);

  switch ((LanyardLocalZoneProperty) prop_id)
    {
    case PROP_ZONE:
      g_value_set_boxed (value, self->zone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_local_zone_dispose (GObject *object)
{
  LanyardLocalZone *self = LANYARD_LOCAL_ZONE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->bus != NULL)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->bus);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (lanyard_local_zone_parent_class)->dispose (object);
}

static void
lanyard_local_zone_finalize (GObject *object)
{
  LanyardLocalZone *self = LANYARD_LOCAL_ZONE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->zone, lanyard_zone_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (lanyard_local_zone_parent_class)->finalize (object);
}

static void
lanyard_local_zone_class_init (LanyardLocalZoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_local_zone_get_property;
  object_class->dispose = lanyard_local_zone_dispose;
  object_class->finalize = lanyard_local_zone_finalize;

  /**
   * LanyardLocalZone:zone:
   *
   * The zone that the laptop is in. Changes while the program runs.
   */
  properties[PROP_ZONE] = g_param_spec_boxed ("zone", NULL, NULL, LANYARD_TYPE_ZONE,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
lanyard_local_zone_init (LanyardLocalZone *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * lanyard_local_zone_new:
 * @localtime_path: (nullable): the link to follow, %NULL for the machine's own
 *   (and the variable TZ, if it is set)
 *
 * Begins to follow the laptop. Changes arrive in the main context that is the
 * thread's default now.
 *
 * Returns: (transfer full): a follower
 */
LanyardLocalZone *
lanyard_local_zone_new (const char *localtime_path)
{
  LanyardLocalZone *self = g_object_new (LANYARD_TYPE_LOCAL_ZONE, NULL);
  g_autoptr (GFile) file = NULL;

  self->path = g_strdup (localtime_path != NULL ? localtime_path : "/etc/localtime");
  self->honours_variable = localtime_path == NULL;
  self->zone = read_zone (self);
  if (self->honours_variable && g_getenv ("TZ") != NULL)
    return self;

  file = g_file_new_for_path (self->path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, bus_ready_cb, self);

  return self;
}

/**
 * lanyard_local_zone_get_zone:
 * @self: a follower
 *
 * Gets the zone that the laptop is in now.
 *
 * Returns: (transfer none): the zone
 */
LanyardZone *
lanyard_local_zone_get_zone (LanyardLocalZone *self)
{
  g_return_val_if_fail (LANYARD_IS_LOCAL_ZONE (self), NULL);

  return self->zone;
}
