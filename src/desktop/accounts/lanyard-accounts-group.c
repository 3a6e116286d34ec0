/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The servers that somebody is signed in to, with a button to sign out of
 * each. Part of the preferences. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-toast.h"
#include "lanyard-accounts-group.h"
#include "lanyard-sign-in-dialog.h"
#include "net/lanyard-origin.h"

struct _LanyardAccountsGroup
{
  AdwPreferencesGroup parent_instance;
  LanyardFetcher *fetcher;   /* owned */
  LanyardKeyring *keyring;   /* owned */
  GCancellable *cancellable; /* owned: ends what is under way when the group goes */
  GPtrArray *rows;           /* owned, of rows that belong to the group */

  AdwActionRow *note;
  GtkWidget *add;
};

/* A sign-out that is under way. */
typedef struct
{
  LanyardAccountsGroup *group;    /* owned */
  LanyardCredential *credential;  /* owned, nullable until it is read */
  char *origin;                   /* owned */
} SignOut;

G_DEFINE_FINAL_TYPE (LanyardAccountsGroup, lanyard_accounts_group, ADW_TYPE_PREFERENCES_GROUP)

static void
sign_out_free (SignOut *self)
{
  g_clear_object (&self->group);
  g_clear_pointer (&self->credential, lanyard_credential_unref);
  g_free (self->origin);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignOut, sign_out_free)

static void
say (LanyardAccountsGroup *self,
     AdwToast             *toast)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
say_error (LanyardAccountsGroup *self,
           const GError         *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, lanyard_toast_new (error->message));
}

/* --- signing out -------------------------------------------------------------- */

static void
kept_again_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (LanyardAccountsGroup) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!lanyard_keyring_keep_finish (LANYARD_KEYRING (source), result, &error))
    say_error (self, error);
}

static void
undo_clicked_cb (AdwToast *toast,
                 SignOut  *sign_out)
{
  LanyardAccountsGroup *self = sign_out->group;

  lanyard_keyring_keep_async (self->keyring, sign_out->credential, self->cancellable, kept_again_cb,
                              g_object_ref (self));
}

static void
sign_out_closure_free (gpointer  data,
                       GClosure *closure)
{
  sign_out_free (data);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SignOut) sign_out = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *host = lanyard_origin_dup_readable (sign_out->origin);
  g_autofree char *sentence = NULL;
  LanyardAccountsGroup *self = sign_out->group;
  AdwToast *toast;

  lanyard_keyring_forget_finish (LANYARD_KEYRING (source), result, &error);
  if (error != NULL)
    {
      say_error (self, error);
      return;
    }

  /* Translators: %s is a server, such as lpc.events */
  sentence = g_strdup_printf (_("Signed out of %s"), host);
  toast = lanyard_toast_new (sentence);
  if (sign_out->credential != NULL)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), g_steal_pointer (&sign_out),
                             sign_out_closure_free, 0);
    }
  say (self, toast);
}

/* The token is read before it is deleted, as no server shows it again. */
static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SignOut) sign_out = user_data;
  g_autoptr (GError) error = NULL;
  LanyardKeyring *keyring = LANYARD_KEYRING (source);
  LanyardAccountsGroup *self = sign_out->group;
  const char *origin = sign_out->origin;

  sign_out->credential = lanyard_keyring_find_finish (keyring, result, &error);
  if (error != NULL)
    say_error (self, error);
  else
    lanyard_keyring_forget_async (keyring, origin, self->cancellable, forgotten_cb, g_steal_pointer (&sign_out));
}

static void
sign_out_clicked_cb (LanyardAccountsGroup *self,
                     GtkWidget            *button)
{
  const char *origin = g_object_get_data (G_OBJECT (button), "origin");
  SignOut *sign_out = g_new0 (SignOut, 1);

  sign_out->group = g_object_ref (self);
  sign_out->origin = g_strdup (origin);
  lanyard_keyring_find_async (self->keyring, origin, self->cancellable, found_cb, sign_out);
}

/* --- rows ----------------------------------------------------------------------- */

static GtkWidget *
new_row (LanyardAccountsGroup *self,
         LanyardCredential    *account)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Sign _Out"));
  g_autofree char *host = lanyard_origin_dup_readable (account->origin);
  g_autofree char *label = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), host);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), account->user != NULL ? account->user : "");

  /* Translators: %s is a server, such as lpc.events */
  label = g_strdup_printf (_("Sign out of %s"), host);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "origin", g_strdup (account->origin), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (sign_out_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_note (LanyardAccountsGroup *self,
           const char           *sentence)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->note), FALSE);
  adw_action_row_set_subtitle (self->note, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *sentence != '\0');
}

static void
move_to_end (LanyardAccountsGroup *self,
             GtkWidget            *row)
{
  g_object_ref (row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_object_unref (row);
}

static void
show_accounts (LanyardAccountsGroup *self,
               GPtrArray            *accounts)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < accounts->len; i++)
    {
      GtkWidget *row = new_row (self, g_ptr_array_index (accounts, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  move_to_end (self, self->add);
  show_note (self, "");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardAccountsGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = lanyard_keyring_list_finish (LANYARD_KEYRING (source), result, &error);

  if (accounts != NULL)
    show_accounts (self, accounts);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_note (self, error->message);
}

static void
load (LanyardAccountsGroup *self)
{
  lanyard_keyring_list_async (self->keyring, self->cancellable, listed_cb, g_object_ref (self));
}

static void
add_activated_cb (LanyardAccountsGroup *self)
{
  g_assert (LANYARD_IS_ACCOUNTS_GROUP (self));

  adw_dialog_present (lanyard_sign_in_dialog_new (self->fetcher, self->keyring, NULL), GTK_WIDGET (self));
}

static void
lanyard_accounts_group_dispose (GObject *object)
{
  LanyardAccountsGroup *self = LANYARD_ACCOUNTS_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ACCOUNTS_GROUP);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->keyring);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_accounts_group_parent_class)->dispose (object);
}

static void
lanyard_accounts_group_class_init (LanyardAccountsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_accounts_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/accounts/lanyard-accounts-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardAccountsGroup, note);
  gtk_widget_class_bind_template_child (widget_class, LanyardAccountsGroup, add);
  gtk_widget_class_bind_template_callback (widget_class, add_activated_cb);
}

static void
lanyard_accounts_group_init (LanyardAccountsGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_accounts_group_set_source:
 * @self: a group
 * @fetcher: asks servers
 * @keyring: has the accounts
 *
 * Says where the accounts are; once.
 */
void
lanyard_accounts_group_set_source (LanyardAccountsGroup *self,
                                   LanyardFetcher       *fetcher,
                                   LanyardKeyring       *keyring)
{
  g_return_if_fail (LANYARD_IS_ACCOUNTS_GROUP (self));
  g_return_if_fail (LANYARD_IS_FETCHER (fetcher));
  g_return_if_fail (LANYARD_IS_KEYRING (keyring));
  g_return_if_fail (self->keyring == NULL);

  self->fetcher = g_object_ref (fetcher);
  self->keyring = g_object_ref (keyring);
  g_signal_connect_object (keyring, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}
