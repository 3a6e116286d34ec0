/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One talk, block or break in a list: its time, its session's colour, title,
 * people, place and star. There are more rows than anything else, and a window
 * full of them is what the program starts with, so that a row draws its text
 * itself instead of being made of labels; lanyard-item-row-draw.c does. Lists
 * recycle rows: everything shown is set anew by bind. A row follows the zone
 * and the minute itself: what runs says how long it still does, and what is
 * over steps back while the conference goes on. What a row says in words is
 * the list item's name. While its list is selecting, a check takes the place of
 * the star. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lanyard-drawn-text.h"
#include "lanyard-item-row-private.h"
#include "lanyard-item-words.h"
#include "lanyard-pick-source.h"
#include "lanyard-session-color.h"
#include "lanyard-star-button.h"
#include "lanyard-text-side.h"
#include "time/lanyard-time-format.h"

#define SECONDS_A_DAY (24 * 60 * 60)

static LanyardPickable *
lanyard_item_row_dup_pickable (LanyardPickSource *source)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (source);

  /* The open conference may have something else under the same key. */
  if (self->item == NULL || (self->flags & LANYARD_ITEM_ROW_ELSEWHERE) != 0)
    return NULL;
  return lanyard_pickable_new_of_item (self->item);
}

static void
lanyard_item_row_init_pick_source (LanyardPickSourceInterface *iface)
{
  iface->dup_pickable = lanyard_item_row_dup_pickable;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardItemRow, lanyard_item_row, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_PICK_SOURCE, lanyard_item_row_init_pick_source))

/* How soon it begins, if that is to be said and it does; from afar the heading
 * above says it for all. */
static char *
dup_soon (LanyardItemRow *self)
{
  gint64 seconds = lanyard_item_get_start (self->item) - lanyard_open_conference_get_now (self->open);

  if ((self->flags & LANYARD_ITEM_ROW_SOON) == 0 || !lanyard_item_is_scheduled (self->item) || seconds <= 0 ||
      seconds >= SECONDS_A_DAY)
    return NULL;
  return lanyard_format_time_until (seconds);
}

/* One layout a line, styled as a whole: styling stretches of one layout costs
 * more than a second layout does. */
static PangoLayout *
make_layout (GtkWidget   *styled,
             PangoWeight  weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (styled, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
set_text (LanyardItemRow *self,
          PangoLayout    *layout,
          const char     *text)
{
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  lanyard_text_side_align (layout, gtk_widget_get_direction (GTK_WIDGET (self)));
}

static void
show_times (LanyardItemRow *self,
            LanyardZone    *zone)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (lanyard_item_is_scheduled (self->item))
    {
      start = lanyard_format_time (zone, lanyard_item_get_start (self->item));
      end = lanyard_format_time (zone, lanyard_item_get_end (self->item));
    }
  set_text (self, self->start, start);
  set_text (self, self->end, end);
}

/* A break is not what one came for. What is cancelled is struck through. */
static void
show_title (LanyardItemRow *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (lanyard_item_is_cancelled (self->item))
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  if (!LANYARD_IS_BREAK (self->item))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->title, attributes);
  set_text (self, self->title, lanyard_item_get_title (self->item));
}

static void
show_state (LanyardItemRow *self)
{
  g_autofree char *state = NULL;

  g_clear_object (&self->state);
  if (lanyard_item_is_cancelled (self->item))
    state = g_strdup (_("Cancelled"));
  else if (self->phase == LANYARD_PHASE_RUNNING)
    state = lanyard_item_dup_time_left (self->open, self->item);
  else
    state = dup_soon (self);
  if (state == NULL)
    return;
  self->state = make_layout (self->star, PANGO_WEIGHT_BOLD);
  set_text (self, self->state, state);
}

static void
show_second (LanyardItemRow *self)
{
  g_autofree char *second = lanyard_item_dup_second_time (self->open, self->item);

  g_clear_object (&self->second);
  if (second == NULL)
    return;
  self->second = make_layout (self->star, PANGO_WEIGHT_NORMAL);
  pango_layout_set_ellipsize (self->second, PANGO_ELLIPSIZE_END);
  set_text (self, self->second, second);
}

/* What somebody put into the plan themselves has no star, and what is of another
 * conference has it there. */
static void
bind_star (LanyardItemRow        *self,
           LanyardOpenConference *open)
{
  gboolean is_here = (self->flags & LANYARD_ITEM_ROW_ELSEWHERE) == 0;
  g_autoptr (LanyardPickable) pickable = is_here ? lanyard_pickable_new_of_item (self->item) : NULL;

  gtk_widget_set_visible (self->star, pickable != NULL);
  if (pickable != NULL)
    lanyard_star_button_bind (LANYARD_STAR_BUTTON (self->star), open, pickable->kind, pickable->key, pickable->title);
}

static void
show_decided (LanyardItemRow *self)
{
  gboolean is_here = (self->flags & LANYARD_ITEM_ROW_ELSEWHERE) == 0;
  g_autofree char *place = lanyard_item_dup_place (self->open, self->item, self->flags);
  g_autofree char *text = NULL;

  self->is_left_out = is_here && lanyard_item_get_level (self->open, self->item) == LANYARD_LEVEL_LEFT_OUT;
  if (!is_here && self->conference != NULL)
    /* Translators: length, session and room of a talk, and the conference that it is of */
    text = g_strdup_printf (C_("facts of a talk", "%1$s · %2$s"), place, self->conference);
  set_text (self, self->place, text != NULL ? text : place);
}

static void
plan_cb (LanyardItemRow *self)
{
  g_assert (LANYARD_IS_ITEM_ROW (self));

  show_decided (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- selecting ------------------------------------------------------------- */

static void
check_toggled_cb (LanyardItemRow *self)
{
  if (self->selection != NULL)
    lanyard_selection_set_selected (self->selection, self->item, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

/* The row has the focus, and its keys; the check is for pointers, fingers and
 * assistive technology. */
static void
make_check (LanyardItemRow *self)
{
  self->check = gtk_check_button_new ();
  gtk_widget_add_css_class (self->check, "selection-mode");
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->check, GTK_WIDGET (self));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
show_selection (LanyardItemRow *self)
{
  gboolean is_active = self->selection != NULL && lanyard_selection_is_active (self->selection);
  g_autofree char *label = NULL;

  gtk_widget_set_child_visible (self->star, !is_active);
  if (self->check == NULL && !is_active)
    return;
  if (self->check == NULL)
    make_check (self);
  /* Nothing can be done with what has no star, and there is no room for a check. */
  gtk_widget_set_child_visible (self->check, is_active && gtk_widget_get_visible (self->star));
  if (!is_active || self->item == NULL)
    return;
  /* Translators: the name of a check; %s is the title of a talk */
  label = g_strdup_printf (_("Select “%s”"), lanyard_item_get_title (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_handlers_block_by_func (self->check, check_toggled_cb, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), lanyard_selection_contains (self->selection, self->item));
  g_signal_handlers_unblock_by_func (self->check, check_toggled_cb, self);
}

/* --- zone, minute, decisions ----------------------------------------------- */

static void
minute_cb (LanyardItemRow *self)
{
  LanyardPhase before = self->phase;

  g_assert (LANYARD_IS_ITEM_ROW (self));

  self->phase = lanyard_item_get_phase (self->open, self->item);
  if (self->phase == before && self->phase != LANYARD_PHASE_RUNNING && (self->flags & LANYARD_ITEM_ROW_SOON) == 0)
    return;
  show_state (self);
  if (self->phase == before)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
zone_cb (LanyardItemRow *self)
{
  g_assert (LANYARD_IS_ITEM_ROW (self));

  show_times (self, lanyard_open_conference_get_zone (self->open));
  show_second (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
unfollow (LanyardItemRow *self)
{
  if (self->open != NULL)
    g_signal_handlers_disconnect_by_data (self->open, self);
  g_clear_object (&self->open);
}

static void
follow (LanyardItemRow        *self,
        LanyardOpenConference *open)
{
  if (self->open == open)
    return;
  unfollow (self);
  self->open = g_object_ref (open);
  g_signal_connect_swapped (open, "notify::plan", G_CALLBACK (plan_cb), self);
  g_signal_connect_swapped (open, "notify::now", G_CALLBACK (minute_cb), self);
  g_signal_connect_swapped (open, "notify::zone", G_CALLBACK (zone_cb), self);
}

static void
lanyard_item_row_dispose (GObject *object)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (object);

  unfollow (self);
  lanyard_item_row_set_selection (self, NULL);
  g_clear_pointer (&self->conference, g_free);
  g_clear_pointer (&self->star, gtk_widget_unparent);
  g_clear_pointer (&self->check, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->start);
  g_clear_object (&self->end);
  g_clear_object (&self->title);
  g_clear_object (&self->state);
  g_clear_object (&self->people);
  g_clear_object (&self->place);
  g_clear_object (&self->second);

  G_OBJECT_CLASS (lanyard_item_row_parent_class)->dispose (object);
}

static void
lanyard_item_row_root (GtkWidget *widget)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (widget);

  GTK_WIDGET_CLASS (lanyard_item_row_parent_class)->root (widget);
  lanyard_drawn_text_renew (&self->start, widget);
  lanyard_drawn_text_renew (&self->end, widget);
  lanyard_drawn_text_renew (&self->title, widget);
  lanyard_drawn_text_renew (&self->state, self->star);
  lanyard_drawn_text_renew (&self->people, self->star);
  lanyard_drawn_text_renew (&self->place, self->star);
  lanyard_drawn_text_renew (&self->second, self->star);
}

static GtkSizeRequestMode
lanyard_item_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lanyard_item_row_class_init (LanyardItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_item_row_dispose;
  widget_class->get_request_mode = lanyard_item_row_get_request_mode;
  widget_class->measure = lanyard_item_row_measure;
  widget_class->root = lanyard_item_row_root;
  widget_class->size_allocate = lanyard_item_row_size_allocate;
  widget_class->snapshot = lanyard_item_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "itemrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The small lines are set in the font of the star, which has no text of its
 * own: a font scaled here would be rounded otherwise than the style sheet's
 * captions, and be one more to load before the first frame. */
static void
lanyard_item_row_init (LanyardItemRow *self)
{
  self->star = lanyard_star_button_new ();
  gtk_widget_set_parent (self->star, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->star, "caption");
  self->start = make_layout (GTK_WIDGET (self), PANGO_WEIGHT_BOLD);
  self->end = make_layout (GTK_WIDGET (self), PANGO_WEIGHT_NORMAL);
  self->title = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->people = make_layout (self->star, PANGO_WEIGHT_NORMAL);
  self->place = make_layout (self->star, PANGO_WEIGHT_NORMAL);
  pango_layout_set_wrap (self->title, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->people, PANGO_ELLIPSIZE_END);
  pango_layout_set_ellipsize (self->place, PANGO_ELLIPSIZE_END);
}

/**
 * lanyard_item_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_item_row_new (void)
{
  return g_object_new (LANYARD_TYPE_ITEM_ROW, NULL);
}

/**
 * lanyard_item_row_bind:
 * @self: a row
 * @open: the conference
 * @item: what to show
 * @flags: what to leave out, or to say besides
 *
 * Shows an item.
 */
void
lanyard_item_row_bind (LanyardItemRow        *self,
                       LanyardOpenConference *open,
                       LanyardItem           *item,
                       LanyardItemRowFlags    flags)
{
  g_autofree char *people = NULL;

  g_return_if_fail (LANYARD_IS_ITEM_ROW (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  people = lanyard_item_dup_speakers (item);
  follow (self, open);
  g_set_object (&self->item, item);
  self->flags = flags;
  self->phase = lanyard_item_get_phase (self->open, self->item);
  self->color = lanyard_session_get_color (lanyard_item_get_session (item));
  show_times (self, lanyard_open_conference_get_zone (open));
  show_title (self);
  show_state (self);
  show_second (self);
  set_text (self, self->people, people);
  show_decided (self);
  bind_star (self, open);
  show_selection (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * lanyard_item_row_set_conference:
 * @self: a row
 * @title: (nullable): a conference
 *
 * Says of which conference an item is that is bound next with
 * %LANYARD_ITEM_ROW_ELSEWHERE.
 */
void
lanyard_item_row_set_conference (LanyardItemRow *self,
                                 const char     *title)
{
  g_return_if_fail (LANYARD_IS_ITEM_ROW (self));

  g_set_str (&self->conference, title);
}

/**
 * lanyard_item_row_get_item:
 * @self: a row
 *
 * Gets what it shows.
 *
 * Returns: (transfer none) (nullable): the item
 */
LanyardItem *
lanyard_item_row_get_item (LanyardItemRow *self)
{
  g_return_val_if_fail (LANYARD_IS_ITEM_ROW (self), NULL);

  return self->item;
}

/**
 * lanyard_item_row_set_selection:
 * @self: a row
 * @selection: (nullable): what its list selects
 *
 * Has the row show whether its item is selected, while somebody is selecting.
 */
void
lanyard_item_row_set_selection (LanyardItemRow   *self,
                                LanyardSelection *selection)
{
  g_return_if_fail (LANYARD_IS_ITEM_ROW (self));

  if (self->selection == selection)
    return;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, show_selection, self);
  g_set_object (&self->selection, selection);
  if (selection == NULL)
    return;
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (show_selection), self);
  show_selection (self);
}
