/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Accounts, what counts as a conflict in the plan, how often programmes are
 * fetched again, where conferences are listed, and which were removed. Opened from
 * the main menu. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "accounts/lanyard-accounts-group.h"
#include "export/lanyard-calendar-group.h"
#include "lanyard-directory-group.h"
#include "lanyard-preferences-dialog.h"
#include "lanyard-removed-group.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* How old a programme may get, in seconds; 0 means that it is left alone. */
typedef struct
{
  int seconds;
  const char *name;
} Age;

/* No server is asked more often than every ten minutes, which is for how long
 * Indico gives the same answer. */
static const Age ages_during[] = {
  { 10 * MINUTE, N_("Every 10 Minutes") },
  { 30 * MINUTE, N_("Every 30 Minutes") },
  { HOUR, N_("Every Hour") },
  { 0, N_("Never") },
};

static const Age ages_before[] = {
  { HOUR, N_("Every Hour") },
  { 6 * HOUR, N_("Every 6 Hours") },
  { DAY, N_("Every Day") },
  { 7 * DAY, N_("Every Week") },
  { 0, N_("Never") },
};

struct _LanyardPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  LanyardAccountsGroup *accounts;
  LanyardCalendarGroup *calendar;
  LanyardDirectoryGroup *directory;
  AdwComboRow *age_before;
  AdwComboRow *age_during;
  AdwSpinRow *room_change;
  LanyardRemovedGroup *removed;
};

G_DEFINE_FINAL_TYPE (LanyardPreferencesDialog, lanyard_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* A list of ages, ended by 0. */
static guint
find_nearest (const Age *ages,
              int        seconds)
{
  guint nearest = 0;
  guint i;

  for (i = 0; ages[i].seconds != 0; i++)
    if (ABS (ages[i].seconds - seconds) < ABS (ages[nearest].seconds - seconds))
      nearest = i;
  return seconds == 0 ? i : nearest;
}

static gboolean
age_to_position (GValue   *value,
                 GVariant *variant,
                 gpointer  ages)
{
  g_value_set_uint (value, find_nearest (ages, g_variant_get_int32 (variant)));
  return TRUE;
}

static GVariant *
position_to_age (const GValue       *value,
                 const GVariantType *type,
                 gpointer            user_data)
{
  const Age *ages = user_data;

  return g_variant_new_int32 (ages[g_value_get_uint (value)].seconds);
}

static void
bind_ages (AdwComboRow *row,
           const Age   *ages,
           guint        n_ages,
           GSettings   *settings,
           const char  *key)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_ages; i++)
    gtk_string_list_append (names, _(ages[i].name));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, age_to_position,
                                position_to_age, (gpointer) ages, NULL);
}

static void
lanyard_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (lanyard_preferences_dialog_parent_class)->dispose (object);
}

/* The list in a group can have the focus, and not each libadwaita gives it the
 * group's name. */
static void
name_lists (GtkWidget  *widget,
            const char *title)
{
  if (ADW_IS_PREFERENCES_GROUP (widget))
    title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget));
  if (GTK_IS_LIST_BOX (widget) && title != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_lists (child, title);
}

static void
lanyard_preferences_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_preferences_dialog_parent_class)->map (widget);
  name_lists (widget, NULL);
}

static void
lanyard_preferences_dialog_class_init (LanyardPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_preferences_dialog_dispose;
  widget_class->map = lanyard_preferences_dialog_map;

  g_type_ensure (LANYARD_TYPE_ACCOUNTS_GROUP);
  g_type_ensure (LANYARD_TYPE_CALENDAR_GROUP);
  g_type_ensure (LANYARD_TYPE_DIRECTORY_GROUP);
  g_type_ensure (LANYARD_TYPE_REMOVED_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/preferences/lanyard-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferencesDialog, accounts);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferencesDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferencesDialog, directory);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferencesDialog, age_before);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferencesDialog, age_during);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferencesDialog, room_change);
  gtk_widget_class_bind_template_child (widget_class, LanyardPreferencesDialog, removed);
}

static void
lanyard_preferences_dialog_init (LanyardPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_preferences_dialog_new:
 * @fetcher: asks servers
 * @keyring: has the accounts
 * @store: has the conferences
 * @settings: the program's settings
 *
 * Makes a dialog of what can be set.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_preferences_dialog_new (LanyardFetcher *fetcher,
                                LanyardKeyring *keyring,
                                LanyardStore   *store,
                                GSettings      *settings)
{
  LanyardPreferencesDialog *self;

  g_return_val_if_fail (LANYARD_IS_FETCHER (fetcher), NULL);
  g_return_val_if_fail (LANYARD_IS_KEYRING (keyring), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_PREFERENCES_DIALOG, NULL);
  lanyard_accounts_group_set_source (self->accounts, fetcher, keyring);
  lanyard_removed_group_set_store (self->removed, store);
  lanyard_calendar_group_set_settings (self->calendar, settings);
  lanyard_directory_group_set_settings (self->directory, settings);
  bind_ages (self->age_before, ages_before, G_N_ELEMENTS (ages_before), settings, "refresh-age-before");
  bind_ages (self->age_during, ages_during, G_N_ELEMENTS (ages_during), settings, "refresh-age-during");
  g_settings_bind (settings, "room-change-minutes", self->room_change, "value", G_SETTINGS_BIND_DEFAULT);
  return ADW_DIALOG (self);
}
