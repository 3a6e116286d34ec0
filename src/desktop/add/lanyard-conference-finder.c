/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the conference that somebody wants: by words in the directory, or by an
 * address, and says what is wrong with that. Whoever shows it hears by signals
 * which address is wanted. Part of the dialog that adds a conference. Main
 * thread. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "formats/lanyard-format.h"
#include "lanyard-conference-finder.h"
#include "lanyard-directory-list.h"
#include "net/lanyard-address.h"
#include "net/lanyard-net-error.h"

struct _LanyardConferenceFinder
{
  AdwBin parent_instance;
  gboolean has_directory;

  GtkSearchEntry *entry;
  GtkStack *stack;
  LanyardDirectoryList *directory;
  AdwStatusPage *address;
  GtkLabel *failure;
  GtkButton *sign_in;
  GtkWidget *look_up;
};

enum
{
  SIGNAL_WANTED,
  SIGNAL_SIGN_IN,
  SIGNAL_STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardConferenceFinder, lanyard_conference_finder, ADW_TYPE_BIN)

static gboolean
is_anything_typed (LanyardConferenceFinder *self)
{
  g_autofree char *text = g_strstrip (g_strdup (lanyard_conference_finder_get_text (self)));

  return *text != '\0';
}

static const char *
get_server (LanyardAddress *address)
{
  return strstr (address->origin, "://") + strlen ("://");
}

/* What is typed is rather an address, or at least nothing that the directory has. */
static void
show_address (LanyardConferenceFinder *self)
{
  const char *text = lanyard_conference_finder_get_text (self);
  g_autoptr (LanyardAddress) address = lanyard_address_is_likely (text) ? lanyard_address_parse (text, NULL) : NULL;

  if (address != NULL)
    {
      adw_status_page_set_icon_name (self->address, NULL);
      adw_status_page_set_title (self->address, get_server (address));
      adw_status_page_set_description (self->address, _("This server is asked which conference it is."));
    }
  else
    {
      adw_status_page_set_icon_name (self->address, "lanyard-search-symbolic");
      adw_status_page_set_title (self->address, _("No Conference Found"));
      adw_status_page_set_description (
          self->address, _("Try other words, or paste the address of the conference, or of any of its pages."));
    }
  gtk_stack_set_visible_child_name (self->stack, "address");
}

static void
show_found (LanyardConferenceFinder *self)
{
  const char *text = lanyard_conference_finder_get_text (self);
  guint n_found = lanyard_directory_list_find (self->directory, lanyard_address_is_likely (text) ? "" : text);

  if (is_anything_typed (self) && (n_found == 0 || lanyard_address_is_likely (text)))
    show_address (self);
  else
    gtk_stack_set_visible_child_name (self->stack, self->has_directory ? "directory" : "waiting");
}

static void
entry_changed_cb (LanyardConferenceFinder *self)
{
  g_assert (LANYARD_IS_CONFERENCE_FINDER (self));

  lanyard_conference_finder_clear_failure (self);
  show_found (self);
}

static void
look_up_cb (LanyardConferenceFinder *self)
{
  if (is_anything_typed (self))
    g_signal_emit (self, signals[SIGNAL_WANTED], 0, lanyard_conference_finder_get_text (self));
}

static void
listing_chosen_cb (LanyardConferenceFinder *self,
                   LanyardListing          *listing)
{
  g_signal_emit (self, signals[SIGNAL_WANTED], 0, lanyard_listing_get_fields (listing)->address);
}

static void
entry_activated_cb (LanyardConferenceFinder *self)
{
  g_autoptr (LanyardListing) first = NULL;

  if (!is_anything_typed (self))
    return;
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "directory") == 0)
    first = lanyard_directory_list_ref_first (self->directory);
  if (first != NULL)
    listing_chosen_cb (self, first);
  else
    look_up_cb (self);
}

/* The entry keeps Escape for itself, so that the dialog does not see it. */
static void
entry_stopped_cb (LanyardConferenceFinder *self)
{
  g_signal_emit (self, signals[SIGNAL_STOPPED], 0);
}

static gboolean
key_pressed_cb (LanyardConferenceFinder *self,
                guint                    key,
                guint                    code,
                GdkModifierType          modifiers)
{
  if (key != GDK_KEY_Down || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "directory") != 0)
    return GDK_EVENT_PROPAGATE;
  return lanyard_directory_list_focus_first (self->directory) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
sign_in_cb (LanyardConferenceFinder *self)
{
  g_signal_emit (self, signals[SIGNAL_SIGN_IN], 0);
}

/* Whether an account may help. Indico hides what one may not see behind "not
 * found". */
static gboolean
may_need_account (const GError *error)
{
  static const struct
  {
    GQuark (*domain) (void);
    int code;
  } hidden[] = {
    { lanyard_net_error_quark, LANYARD_NET_ERROR_UNAUTHORIZED },
    { lanyard_net_error_quark, LANYARD_NET_ERROR_FORBIDDEN },
    { lanyard_net_error_quark, LANYARD_NET_ERROR_NOT_FOUND },
    { lanyard_net_error_quark, LANYARD_NET_ERROR_LOGIN_WALL },
    { lanyard_format_error_quark, LANYARD_FORMAT_ERROR_NOT_FOUND },
    { lanyard_format_error_quark, LANYARD_FORMAT_ERROR_NOT_AUTHORISED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (g_error_matches (error, hidden[i].domain (), hidden[i].code))
      return TRUE;
  return FALSE;
}

static void
offer_sign_in (LanyardConferenceFinder *self)
{
  g_autoptr (LanyardAddress) address = lanyard_address_parse (lanyard_conference_finder_get_text (self), NULL);
  g_autofree char *label = NULL;

  if (address == NULL)
    return;
  /* Translators: %s is a server's name, such as "lpc.events" */
  label = g_strdup_printf (_("_Sign In to %s…"), get_server (address));
  gtk_button_set_label (self->sign_in, label);
  gtk_widget_set_visible (GTK_WIDGET (self->sign_in), TRUE);
}

/* What was copied may be the address. It is taken only if nobody typed one
 * meanwhile. */
static void
clipboard_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (LanyardConferenceFinder) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || is_anything_typed (self) ||
      !lanyard_address_is_likely (g_strstrip (text)))
    return;
  lanyard_conference_finder_set_text (self, text, TRUE);
}

/* GDK may never answer who asks an empty clipboard. */
static gboolean
has_text (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  return gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) ||
         gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8") ||
         gdk_content_formats_contain_mime_type (formats, "text/plain");
}

static void
lanyard_conference_finder_map (GtkWidget *widget)
{
  LanyardConferenceFinder *self = LANYARD_CONFERENCE_FINDER (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  GTK_WIDGET_CLASS (lanyard_conference_finder_parent_class)->map (widget);
  if (!is_anything_typed (self) && has_text (clipboard))
    gdk_clipboard_read_text_async (clipboard, NULL, clipboard_read_cb, g_object_ref (self));
}

static gboolean
lanyard_conference_finder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LANYARD_CONFERENCE_FINDER (widget)->entry));
}

static void
lanyard_conference_finder_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_CONFERENCE_FINDER);

  G_OBJECT_CLASS (lanyard_conference_finder_parent_class)->dispose (object);
}

static void
lanyard_conference_finder_class_init (LanyardConferenceFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_conference_finder_dispose;
  widget_class->map = lanyard_conference_finder_map;
  widget_class->grab_focus = lanyard_conference_finder_grab_focus;

  /**
   * LanyardConferenceFinder::wanted:
   * @self: the finder
   * @address: where the conference is
   *
   * Somebody wants the conference of this address.
   */
  signals[SIGNAL_WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LanyardConferenceFinder::sign-in:
   * @self: the finder
   *
   * Somebody wants to sign in to the server of the address that is typed.
   */
  signals[SIGNAL_SIGN_IN] = g_signal_new ("sign-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * LanyardConferenceFinder::stopped:
   * @self: the finder
   *
   * Somebody pressed Escape while typing.
   */
  signals[SIGNAL_STOPPED] = g_signal_new ("stopped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  g_type_ensure (LANYARD_TYPE_DIRECTORY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/add/lanyard-conference-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceFinder, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceFinder, directory);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceFinder, address);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceFinder, failure);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceFinder, sign_in);
  gtk_widget_class_bind_template_child (widget_class, LanyardConferenceFinder, look_up);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, listing_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
}

static void
lanyard_conference_finder_init (LanyardConferenceFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_conference_finder_set_directory:
 * @self: a finder
 * @directory: what to look in
 * @today: the day that it is, a Julian day number
 *
 * Sets the directory, which may be a newer one.
 */
void
lanyard_conference_finder_set_directory (LanyardConferenceFinder *self,
                                         LanyardDirectory        *directory,
                                         guint                    today)
{
  g_return_if_fail (LANYARD_IS_CONFERENCE_FINDER (self));

  self->has_directory = TRUE;
  lanyard_directory_list_set_directory (self->directory, directory, today);
  show_found (self);
}

/**
 * lanyard_conference_finder_get_text:
 * @self: a finder
 *
 * Gets what is typed.
 *
 * Returns: (transfer none): words, an address or nothing
 */
const char *
lanyard_conference_finder_get_text (LanyardConferenceFinder *self)
{
  g_return_val_if_fail (LANYARD_IS_CONFERENCE_FINDER (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * lanyard_conference_finder_set_text:
 * @self: a finder
 * @text: words or an address
 * @is_selected: whether what is typed next takes its place
 *
 * Has it look for something, as if it had been typed.
 */
void
lanyard_conference_finder_set_text (LanyardConferenceFinder *self,
                                    const char              *text,
                                    gboolean                 is_selected)
{
  g_return_if_fail (LANYARD_IS_CONFERENCE_FINDER (self));
  g_return_if_fail (text != NULL);

  if (!g_str_equal (lanyard_conference_finder_get_text (self), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), is_selected ? 0 : -1, -1);
}

/**
 * lanyard_conference_finder_show_failure:
 * @self: a finder
 * @error: what is wrong with the address that is typed
 *
 * Says why there is no conference at the address, and offers to sign in if that
 * may help.
 */
void
lanyard_conference_finder_show_failure (LanyardConferenceFinder *self,
                                        const GError            *error)
{
  g_return_if_fail (LANYARD_IS_CONFERENCE_FINDER (self));
  g_return_if_fail (error != NULL);

  show_address (self);
  adw_status_page_set_description (self->address, NULL);
  gtk_label_set_label (self->failure, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (may_need_account (error))
    offer_sign_in (self);
}

/**
 * lanyard_conference_finder_clear_failure:
 * @self: a finder
 *
 * Takes back what was said about the address.
 */
void
lanyard_conference_finder_clear_failure (LanyardConferenceFinder *self)
{
  g_return_if_fail (LANYARD_IS_CONFERENCE_FINDER (self));

  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sign_in), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}
