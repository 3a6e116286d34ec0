/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a server's token, tests it and keeps it. Opened from an error that
 * needs an account and from the preferences. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-sign-in-dialog.h"
#include "net/lanyard-origin.h"
#include "net/lanyard-sign-in.h"

struct _LanyardSignInDialog
{
  AdwDialog parent_instance;
  LanyardFetcher *fetcher;   /* owned */
  LanyardKeyring *keyring;   /* owned */
  LanyardAddress *address;   /* owned, nullable: of the server, once it is known */
  GCancellable *cancellable; /* owned, nullable: ends the sign-in under way */

  AdwPreferencesGroup *server_group;
  AdwEntryRow *server;
  AdwActionRow *token_page;
  AdwEntryRow *token;
  AdwExpanderRow *api_key_row;
  AdwEntryRow *api_key;
  AdwEntryRow *secret;
  GtkWidget *form;
  GtkLabel *problem;
  GtkWidget *cancel;
  GtkWidget *sign_in;
  GtkWidget *spinner;
  GtkStack *stack;
  AdwStatusPage *done;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (LanyardSignInDialog, lanyard_sign_in_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
has_text (AdwEntryRow *row)
{
  return *text_of (row) != '\0';
}

static void
show_problem (LanyardSignInDialog *self,
              const char          *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *sentence != '\0');
  if (*sentence != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
update (LanyardSignInDialog *self)
{
  gboolean is_busy = self->cancellable != NULL;
  gboolean wants_api_key = adw_expander_row_get_expanded (self->api_key_row);
  gboolean is_whole = wants_api_key ? has_text (self->api_key) && has_text (self->secret) : has_text (self->token);

  gtk_widget_set_visible (self->cancel, is_busy);
  gtk_widget_set_visible (self->spinner, is_busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->token), !wants_api_key);
  gtk_widget_set_sensitive (GTK_WIDGET (self->token_page), self->address != NULL);
  gtk_widget_set_sensitive (self->sign_in, !is_busy && is_whole && self->address != NULL);
}

/* The focus never stays on what cannot be used. */
static void
begin_to_wait (LanyardSignInDialog *self)
{
  self->cancellable = g_cancellable_new ();
  update (self);
  gtk_widget_grab_focus (self->cancel);
  gtk_widget_set_sensitive (self->form, FALSE);
}

static void
end_waiting (LanyardSignInDialog *self)
{
  gtk_widget_set_sensitive (self->form, TRUE);
  gtk_widget_grab_focus (
    GTK_WIDGET (adw_expander_row_get_expanded (self->api_key_row) ? self->secret : self->token));
  g_clear_object (&self->cancellable);
  update (self);
}

static void
set_address (LanyardSignInDialog *self,
             const char          *text)
{
  g_autofree char *page = NULL;

  g_clear_pointer (&self->address, lanyard_address_unref);
  if (*text != '\0')
    self->address = lanyard_address_parse (text, NULL);
  if (self->address != NULL)
    page = lanyard_indico_feed_dup_token_page (self->address);
  adw_action_row_set_subtitle (self->token_page, page != NULL ? page : "");
  update (self);
}

static void
changed_cb (LanyardSignInDialog *self)
{
  g_assert (LANYARD_IS_SIGN_IN_DIALOG (self));

  show_problem (self, "");
  if (gtk_widget_get_visible (GTK_WIDGET (self->server_group)))
    set_address (self, text_of (self->server));
  else
    update (self);
}

static void
expanded_cb (LanyardSignInDialog *self)
{
  g_assert (LANYARD_IS_SIGN_IN_DIALOG (self));

  if (adw_expander_row_get_expanded (self->api_key_row))
    gtk_widget_grab_focus (GTK_WIDGET (self->api_key));
  changed_cb (self);
}

static void
page_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LanyardSignInDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_problem (self, _("No browser could be opened; open the page in one yourself."));
}

static void
token_page_activated_cb (LanyardSignInDialog *self)
{
  g_autofree char *page = lanyard_indico_feed_dup_token_page (self->address);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (root), NULL, page_opened_cb, g_object_ref (self));
}

/* What was typed is not needed any more. */
static void
clear_secrets (LanyardSignInDialog *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->token), "");
  gtk_editable_set_text (GTK_EDITABLE (self->api_key), "");
  gtk_editable_set_text (GTK_EDITABLE (self->secret), "");
}

static void
show_done (LanyardSignInDialog   *self,
           const LanyardIdentity *identity)
{
  const char *user = identity->name != NULL ? identity->name : identity->email;
  g_autofree char *host = lanyard_origin_dup_readable (self->address->origin);
  g_autofree char *sentence = NULL;
  g_autofree char *markup = NULL;

  if (user != NULL)
    /* Translators: the first %s is a server, such as lpc.events, the second a person’s name */
    sentence = g_strdup_printf (_("To %s as %s"), host, user);
  else
    /* Translators: %s is a server, such as lpc.events; the scope that a token lacks would tell the name */
    sentence = g_strdup_printf (_("To %s, which does not say as whom"), host);
  markup = g_markup_escape_text (sentence, -1);
  adw_status_page_set_description (self->done, markup);
  gtk_stack_set_visible_child_name (self->stack, "done");
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->close);
  gtk_widget_grab_focus (self->close);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
signed_in_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LanyardSignInDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardIdentity) identity = lanyard_sign_in_finish (result, &error);

  end_waiting (self);
  if (identity != NULL)
    {
      clear_secrets (self);
      show_done (self, identity);
      g_signal_emit (self, signals[SIGNED_IN], 0, self->address->origin);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
sign_in_clicked_cb (LanyardSignInDialog *self)
{
  g_assert (LANYARD_IS_SIGN_IN_DIALOG (self) && self->cancellable == NULL);

  show_problem (self, "");
  begin_to_wait (self);
  if (adw_expander_row_get_expanded (self->api_key_row))
    lanyard_sign_in_async (self->fetcher, self->keyring, self->address, LANYARD_CREDENTIAL_API_KEY,
                           text_of (self->api_key), text_of (self->secret), self->cancellable, signed_in_cb,
                           g_object_ref (self));
  else
    lanyard_sign_in_async (self->fetcher, self->keyring, self->address, LANYARD_CREDENTIAL_TOKEN, NULL,
                           text_of (self->token), self->cancellable, signed_in_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (LanyardSignInDialog *self)
{
  g_assert (LANYARD_IS_SIGN_IN_DIALOG (self));

  g_cancellable_cancel (self->cancellable);
}

static void
close_clicked_cb (LanyardSignInDialog *self)
{
  g_assert (LANYARD_IS_SIGN_IN_DIALOG (self));

  adw_dialog_close (ADW_DIALOG (self));
}

static void
lanyard_sign_in_dialog_closed (AdwDialog *dialog)
{
  LanyardSignInDialog *self = LANYARD_SIGN_IN_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
}

static void
lanyard_sign_in_dialog_dispose (GObject *object)
{
  LanyardSignInDialog *self = LANYARD_SIGN_IN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_SIGN_IN_DIALOG);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->keyring);
  g_clear_pointer (&self->address, lanyard_address_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (lanyard_sign_in_dialog_parent_class)->dispose (object);
}

static void
lanyard_sign_in_dialog_class_init (LanyardSignInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_sign_in_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = lanyard_sign_in_dialog_closed;

  /**
   * LanyardSignInDialog::signed-in:
   * @self: a dialog
   * @origin: the server
   *
   * The account is good and kept. The dialog stays until it is closed.
   */
  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/accounts/lanyard-sign-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, server_group);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, server);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, token_page);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, token);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, api_key_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, api_key);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, secret);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, form);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, sign_in);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, done);
  gtk_widget_class_bind_template_child (widget_class, LanyardSignInDialog, close);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, token_page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
lanyard_sign_in_dialog_init (LanyardSignInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_sign_in_dialog_new:
 * @fetcher: asks the server
 * @keyring: keeps the account
 * @address: (nullable): the server's address or that of a conference on it;
 *   %NULL to let people type it
 *
 * Makes a dialog that signs in to a server.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
lanyard_sign_in_dialog_new (LanyardFetcher *fetcher,
                            LanyardKeyring *keyring,
                            const char     *address)
{
  LanyardSignInDialog *self;

  g_return_val_if_fail (LANYARD_IS_FETCHER (fetcher), NULL);
  g_return_val_if_fail (LANYARD_IS_KEYRING (keyring), NULL);

  self = g_object_new (LANYARD_TYPE_SIGN_IN_DIALOG, NULL);
  self->fetcher = g_object_ref (fetcher);
  self->keyring = g_object_ref (keyring);
  set_address (self, address != NULL ? address : "");
  gtk_widget_set_visible (GTK_WIDGET (self->server_group), self->address == NULL);
  if (self->address != NULL)
    {
      g_autofree char *host = lanyard_origin_dup_readable (self->address->origin);
      g_autofree char *title = NULL;

      /* Translators: %s is a server, such as lpc.events */
      title = g_strdup_printf (_("Sign In to %s"), host);
      adw_dialog_set_title (ADW_DIALOG (self), title);
    }
  adw_dialog_set_focus (ADW_DIALOG (self),
                        GTK_WIDGET (self->address != NULL ? self->token : self->server));
  return ADW_DIALOG (self);
}
