/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a server's token, tests it and keeps it. Opened from an error that
 * needs an account and from the preferences. Main thread. */

#include "config.h"

#include "lanyard-sign-in-dialog.h"

struct _LanyardSignInDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (LanyardSignInDialog, lanyard_sign_in_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNED_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lanyard_sign_in_dialog_class_init (LanyardSignInDialogClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               APP_PATH "/accounts/lanyard-sign-in-dialog.ui");
  signals[SIGNED_IN] = g_signal_new ("signed-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lanyard_sign_in_dialog_init (LanyardSignInDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lanyard_sign_in_dialog_new (LanyardFetcher *fetcher,
                            LanyardKeyring *keyring,
                            const char     *address)
{
  return g_object_new (LANYARD_TYPE_SIGN_IN_DIALOG, NULL);
}
