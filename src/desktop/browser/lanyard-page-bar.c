/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The five main pages at the bottom of a narrow window; the others are in the
 * sidebar. Where their names do not fit, large ones above all, there are icons
 * alone. None of them is marked while another page is shown. It is empty until
 * it is first shown, which in most windows it never is. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-page-bar.h"

struct _LanyardPageBar
{
  AdwBin parent_instance;
  char *page;         /* owned, nullable: the page that is shown */
  guint n_unseen;     /* updates */
  gboolean following; /* while the page that is shown is marked */

  AdwToggleGroup *toggles;
  AdwToggle *updates; /* borrowed from the toggles, NULL until filled */
  GtkLabel *count;    /* borrowed from the toggles, NULL until filled */
  GPtrArray *names;   /* owned, of labels borrowed from the toggles */
  gboolean compact;   /* whether there are icons alone */
};

typedef enum
{
  PROP_COMPACT = 1,
} LanyardPageBarProperty;

static GParamSpec *properties[PROP_COMPACT + 1];

G_DEFINE_FINAL_TYPE (LanyardPageBar, lanyard_page_bar, ADW_TYPE_BIN)

static AdwToggle *
add_toggle (LanyardPageBar *self,
            const char     *page,
            const char     *icon_name,
            const char     *title,
            GtkWidget      *icon)
{
  AdwToggle *toggle = adw_toggle_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);

  g_ptr_array_add (self->names, label);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (label, !self->compact);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), icon != NULL ? icon : gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  adw_toggle_set_name (toggle, page);
  adw_toggle_set_label (toggle, title);
  adw_toggle_set_tooltip (toggle, title);
  adw_toggle_set_child (toggle, box);
  adw_toggle_group_add (self->toggles, toggle);
  return toggle;
}

/* The icon with the number of what nobody has seen yet upon it. */
static GtkWidget *
make_updates_icon (LanyardPageBar *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->count = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "unseen-count");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_visible (label, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), gtk_image_new_from_icon_name ("lanyard-updates-symbolic"));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), label);
  return overlay;
}

static void
active_cb (LanyardPageBar *self)
{
  const char *page = adw_toggle_group_get_active_name (self->toggles);

  if (page != NULL && !self->following)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", page);
}

static void
mark_page (LanyardPageBar *self)
{
  self->following = TRUE;
  if (self->page != NULL && adw_toggle_group_get_toggle_by_name (self->toggles, self->page) != NULL)
    adw_toggle_group_set_active_name (self->toggles, self->page);
  else
    adw_toggle_group_set_active (self->toggles, GTK_INVALID_LIST_POSITION);
  self->following = FALSE;
}

static void
show_n_unseen (LanyardPageBar *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->n_unseen);
  g_autofree char *tooltip = NULL;

  if (self->n_unseen > 0)
    tooltip = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Updates, %u is new", "Updates, %u are new", self->n_unseen),
                               self->n_unseen);
  gtk_label_set_label (self->count, number);
  gtk_widget_set_visible (GTK_WIDGET (self->count), self->n_unseen > 0);
  adw_toggle_set_tooltip (self->updates, tooltip != NULL ? tooltip : adw_toggle_get_label (self->updates));
}

static void
fill (LanyardPageBar *self)
{
  self->following = TRUE;
  add_toggle (self, "plan", "lanyard-star-symbolic", _("My Plan"), NULL);
  /* Translators: short for Now & Next, in the narrow bar of pages */
  add_toggle (self, "now", "lanyard-clock-symbolic", C_("page", "Now"), NULL);
  /* Translators: the schedule, in the narrow bar of pages; about eight narrow letters fit */
  add_toggle (self, "schedule", "lanyard-schedule-symbolic", C_("page", "Schedule"), NULL);
  /* Translators: short for Microconferences or Tracks, in the narrow bar of pages */
  add_toggle (self, "sessions", "lanyard-microconference-symbolic", C_("page", "Sessions"), NULL);
  self->updates = add_toggle (self, "updates", NULL, _("Updates"), make_updates_icon (self));
  mark_page (self);
  show_n_unseen (self);
}

static void
set_compact (LanyardPageBar *self,
             gboolean        compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  for (guint i = 0; i < self->names->len; i++)
    gtk_widget_set_visible (self->names->pdata[i], !compact);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
lanyard_page_bar_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((LanyardPageBarProperty) property_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, LANYARD_PAGE_BAR (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_page_bar_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((LanyardPageBarProperty) property_id)
    {
    case PROP_COMPACT:
      set_compact (LANYARD_PAGE_BAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_page_bar_show (GtkWidget *widget)
{
  LanyardPageBar *self = LANYARD_PAGE_BAR (widget);

  if (self->updates == NULL)
    fill (self);
  GTK_WIDGET_CLASS (lanyard_page_bar_parent_class)->show (widget);
}

static void
lanyard_page_bar_dispose (GObject *object)
{
  LanyardPageBar *self = LANYARD_PAGE_BAR (object);

  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_PAGE_BAR);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->page, g_free);

  G_OBJECT_CLASS (lanyard_page_bar_parent_class)->dispose (object);
}

static void
lanyard_page_bar_class_init (LanyardPageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_page_bar_dispose;
  G_OBJECT_CLASS (klass)->get_property = lanyard_page_bar_get_property;
  G_OBJECT_CLASS (klass)->set_property = lanyard_page_bar_set_property;

  widget_class->show = lanyard_page_bar_show;

  /* Whether pages have icons alone. */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/browser/lanyard-page-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPageBar, toggles);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

static void
lanyard_page_bar_init (LanyardPageBar *self)
{
  self->names = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_page_bar_set_page:
 * @self: a bar
 * @page: a page's name
 *
 * Marks the page that is shown, if it is one of the five.
 */
void
lanyard_page_bar_set_page (LanyardPageBar *self,
                           const char     *page)
{
  g_return_if_fail (LANYARD_IS_PAGE_BAR (self));

  g_set_str (&self->page, page);
  if (self->updates != NULL)
    mark_page (self);
}

/**
 * lanyard_page_bar_set_n_unseen:
 * @self: a bar
 * @n_unseen: how many updates nobody has seen yet
 *
 * Shows that there are updates.
 */
void
lanyard_page_bar_set_n_unseen (LanyardPageBar *self,
                               guint           n_unseen)
{
  g_return_if_fail (LANYARD_IS_PAGE_BAR (self));

  self->n_unseen = n_unseen;
  if (self->updates != NULL)
    show_n_unseen (self);
}
