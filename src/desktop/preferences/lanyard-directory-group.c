/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the directory of conferences is fetched. Part of the preferences; what
 * is set here counts from the next time that somebody adds a conference. Main
 * thread. */

#include "config.h"

#include "lanyard-directory-group.h"

#define KEY "directory-address"

struct _LanyardDirectoryGroup
{
  AdwPreferencesGroup parent_instance;
  GSettings *settings; /* owned, nullable until it is set */

  AdwEntryRow *address;
  GtkWidget *usual;
};

G_DEFINE_FINAL_TYPE (LanyardDirectoryGroup, lanyard_directory_group, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_typed (LanyardDirectoryGroup *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->address))));
}

static gboolean
is_good (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);

  if (*address == '\0')
    return TRUE;
  return uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http")) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static void
mark (LanyardDirectoryGroup *self,
      gboolean               good)
{
  if (good)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->address), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->address), GTK_ACCESSIBLE_STATE_INVALID);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->address), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->address), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
changed_cb (LanyardDirectoryGroup *self)
{
  mark (self, TRUE);
}

/* What cannot be fetched is not kept. */
static void
apply_cb (LanyardDirectoryGroup *self)
{
  g_autofree char *address = dup_typed (self);
  gboolean good = is_good (address);

  if (good)
    g_settings_set_string (self->settings, KEY, address);
  mark (self, good);
}

static void
show_address (LanyardDirectoryGroup *self)
{
  g_autofree char *address = g_settings_get_string (self->settings, KEY);
  g_autoptr (GVariant) usual = g_settings_get_default_value (self->settings, KEY);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->address)), address))
    gtk_editable_set_text (GTK_EDITABLE (self->address), address);
  gtk_widget_set_visible (self->usual, !g_str_equal (g_variant_get_string (usual, NULL), address));
}

static void
usual_cb (LanyardDirectoryGroup *self)
{
  g_settings_reset (self->settings, KEY);
}

static void
lanyard_directory_group_dispose (GObject *object)
{
  LanyardDirectoryGroup *self = LANYARD_DIRECTORY_GROUP (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_DIRECTORY_GROUP);

  G_OBJECT_CLASS (lanyard_directory_group_parent_class)->dispose (object);
}

static void
lanyard_directory_group_class_init (LanyardDirectoryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_directory_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/preferences/lanyard-directory-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardDirectoryGroup, address);
  gtk_widget_class_bind_template_child (widget_class, LanyardDirectoryGroup, usual);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, usual_cb);
}

static void
lanyard_directory_group_init (LanyardDirectoryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_directory_group_set_settings:
 * @self: a group
 * @settings: the program's settings
 *
 * Sets what it shows and changes.
 */
void
lanyard_directory_group_set_settings (LanyardDirectoryGroup *self,
                                      GSettings             *settings)
{
  g_return_if_fail (LANYARD_IS_DIRECTORY_GROUP (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (show_address), self, G_CONNECT_SWAPPED);
  show_address (self);
}
