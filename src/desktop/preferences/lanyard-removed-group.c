/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conferences that were removed, with what is kept of them, to be restored
 * or deleted for good. There is no group without any. In the dialog of the
 * preferences; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-row-button.h"
#include "../widgets/lanyard-toast.h"
#include "lanyard-removed-group.h"

struct _LanyardRemovedGroup
{
  AdwPreferencesGroup parent_instance;
  LanyardStore *store;       /* owned, nullable until set */
  GPtrArray *rows;           /* owned, of GtkWidget, borrowed children */
  GCancellable *cancellable; /* owned: ends the reading of what is not shown any more */
};

G_DEFINE_FINAL_TYPE (LanyardRemovedGroup, lanyard_removed_group, ADW_TYPE_PREFERENCES_GROUP)

/* A conference that something is done with. */
typedef struct
{
  LanyardRemovedGroup *group; /* owned */
  GtkWidget *row;             /* owned */
  char *uuid;                 /* owned */
  char *title;                /* owned */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->group);
  g_object_unref (errand->row);
  g_free (errand->uuid);
  g_free (errand->title);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static Errand *
errand_new (LanyardRemovedGroup *self,
            GtkWidget           *row)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->group = g_object_ref (self);
  errand->row = g_object_ref (row);
  errand->uuid = g_strdup (g_object_get_data (G_OBJECT (row), "uuid"));
  errand->title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  return errand;
}

static void
say (LanyardRemovedGroup *self,
     const char          *sentence)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);

  if (dialog != NULL)
    adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), lanyard_toast_new (sentence));
}

static void list (LanyardRemovedGroup *self);

/* --- restoring and deleting ------------------------------------------------- */

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (lanyard_store_restore_conference_finish (LANYARD_STORE (source), result, &error))
    /* Translators: %s is the title of a conference that had been removed */
    sentence = g_strdup_printf (_("“%s” is back"), errand->title);
  say (errand->group, sentence != NULL ? sentence : error->message);
}

static void
restore_cb (LanyardRemovedGroup *self,
            GtkWidget           *button)
{
  Errand *errand = errand_new (self, gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW));

  lanyard_store_restore_conference_async (self->store, errand->uuid, NULL, restored_cb, errand);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (lanyard_store_forget_conference_finish (LANYARD_STORE (source), result, &error))
    {
      /* Translators: %s is the title of a conference */
      sentence = g_strdup_printf (_("“%s” is deleted"), errand->title);
      gtk_widget_activate_action (GTK_WIDGET (errand->group), "win.conference-deleted", "s", errand->uuid);
    }
  /* The store tells nobody, for no list but this one had it. */
  if (errand->group->store != NULL)
    list (errand->group);
  say (errand->group, sentence != NULL ? sentence : error->message);
}

static void
answered_cb (AdwAlertDialog *dialog,
             const char     *response,
             gpointer        user_data)
{
  LanyardRemovedGroup *self = LANYARD_REMOVED_GROUP (user_data);
  Errand *errand;

  if (!g_str_equal (response, "delete") || self->store == NULL)
    return;
  errand = errand_new (self, g_object_get_data (G_OBJECT (dialog), "row"));
  lanyard_store_forget_conference_async (self->store, errand->uuid, NULL, forgotten_cb, errand);
}

static void
delete_cb (LanyardRemovedGroup *self,
           GtkWidget           *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  AdwDialog *dialog = adw_alert_dialog_new (_("Delete for Good?"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                /* Translators: %s is the title of a conference */
                                _("The programme of “%s” is deleted, and with it your stars, notes, marks and entries. "
                                  "This cannot be undone."),
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "row", g_object_ref (row), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- rows --------------------------------------------------------------------- */

static void
add_fact (GPtrArray *facts,
          char      *fact,
          guint      n)
{
  if (n > 0)
    g_ptr_array_add (facts, fact);
  else
    g_free (fact);
}

/* What would go with it. */
static void
decisions_loaded_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (LanyardDecisions) decisions = lanyard_store_load_decisions_finish (LANYARD_STORE (source), result, NULL);
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  guint n;

  if (decisions == NULL)
    return;
  n = lanyard_decisions_get_picks (decisions)->len;
  add_fact (facts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u star", "%u stars", n), n), n);
  n = lanyard_decisions_get_notes (decisions)->len;
  add_fact (facts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note or mark", "%u notes and marks", n), n), n);
  n = lanyard_decisions_get_entries (decisions)->len;
  add_fact (facts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry of your own", "%u entries of your own", n), n), n);
  g_ptr_array_add (facts, NULL);
  text = g_strjoinv (C_("facts of a talk", " · "), (char **) facts->pdata);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (errand->row), text);
}

static void
add_row (LanyardRemovedGroup *self,
         LanyardConference   *conference)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = lanyard_conference_get_title (conference);
  /* Translators: %s is the title of a conference that was removed */
  g_autofree char *restore = g_strdup_printf (_("Restore “%s”"), title);
  /* Translators: %s is the title of a conference that was removed */
  g_autofree char *delete = g_strdup_printf (_("Delete “%s” for Good"), title);
  Errand *errand;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data_full (G_OBJECT (row), "uuid", g_strdup (lanyard_conference_get_uuid (conference)), g_free);
  lanyard_row_button_add (ADW_ACTION_ROW (row), "edit-undo-symbolic", restore, G_CALLBACK (restore_cb), self);
  lanyard_row_button_add (ADW_ACTION_ROW (row), "user-trash-symbolic", delete, G_CALLBACK (delete_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  errand = errand_new (self, row);
  lanyard_store_load_decisions_async (self->store, errand->uuid, self->cancellable, decisions_loaded_cb, errand);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardRemovedGroup) self = user_data;
  g_autoptr (GPtrArray) conferences = lanyard_store_list_removed_finish (LANYARD_STORE (source), result, NULL);

  if (conferences == NULL || self->store == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < conferences->len; i++)
    add_row (self, g_ptr_array_index (conferences, i));
  gtk_widget_set_visible (GTK_WIDGET (self), conferences->len > 0);
}

static void
list (LanyardRemovedGroup *self)
{
  g_assert (LANYARD_IS_REMOVED_GROUP (self));

  lanyard_store_list_removed_async (self->store, self->cancellable, listed_cb, g_object_ref (self));
}

static void
lanyard_removed_group_dispose (GObject *object)
{
  LanyardRemovedGroup *self = LANYARD_REMOVED_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lanyard_removed_group_parent_class)->dispose (object);
}

static void
lanyard_removed_group_finalize (GObject *object)
{
  LanyardRemovedGroup *self = LANYARD_REMOVED_GROUP (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (lanyard_removed_group_parent_class)->finalize (object);
}

static void
lanyard_removed_group_class_init (LanyardRemovedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_removed_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = lanyard_removed_group_finalize;
}

static void
lanyard_removed_group_init (LanyardRemovedGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Removed Conferences"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Kept for 30 days, and with notes or entries of your own until you delete them"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * lanyard_removed_group_set_store:
 * @self: a group
 * @store: an open store
 *
 * Says whose conferences it lists; once.
 */
void
lanyard_removed_group_set_store (LanyardRemovedGroup *self,
                                 LanyardStore        *store)
{
  g_return_if_fail (LANYARD_IS_REMOVED_GROUP (self));
  g_return_if_fail (self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "conferences-changed", G_CALLBACK (list), self, G_CONNECT_SWAPPED);
  list (self);
}
