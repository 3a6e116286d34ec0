/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One talk, block or break in a list: its time, its session's colour, title,
 * people, place and star. Lists recycle rows, so that everything shown is set
 * anew by bind. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-color-band.h"
#include "lanyard-item-row.h"
#include "lanyard-star-button.h"
#include "time/lanyard-time-format.h"

struct _LanyardItemRow
{
  GtkBox parent_instance;
  LanyardItem *item; /* owned, nullable until bound */

  GtkLabel *times;
  LanyardColorBand *band;
  GtkLabel *title;
  GtkLabel *facts;
  LanyardStarButton *star;
};

G_DEFINE_FINAL_TYPE (LanyardItemRow, lanyard_item_row, GTK_TYPE_BOX)

static char *
dup_speakers (LanyardItem *item)
{
  if (!LANYARD_IS_TALK (item))
    return NULL;
  return lanyard_credits_dup_names (lanyard_talk_get_fields (LANYARD_TALK (item))->credits, LANYARD_ROLE_SPEAKER);
}

static char *
dup_place (LanyardItem         *item,
           LanyardItemRowFlags  flags)
{
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardRoom *room = lanyard_item_get_room (item);
  const char *session_title = NULL;

  if (session != NULL && (flags & LANYARD_ITEM_ROW_IN_SESSION) == 0 &&
      lanyard_item_get_kind (item) != LANYARD_KIND_BLOCK)
    session_title = lanyard_session_get_title (session);

  if (session_title != NULL && room != NULL)
    /* Translators: where a talk is: the session's name, then the room's */
    return g_strdup_printf (C_("session and room", "%s · %s"), session_title, lanyard_room_get_name (room));
  if (session_title != NULL)
    return g_strdup (session_title);
  return room != NULL ? g_strdup (lanyard_room_get_name (room)) : NULL;
}

/* One label of two lines costs half of what two labels do, and rows are what
 * there is most of. Each line is cut off by itself where it is too long. */
static void
show_facts (LanyardItemRow      *self,
            LanyardItemRowFlags  flags)
{
  g_autofree char *people = dup_speakers (self->item);
  g_autofree char *place = dup_place (self->item, flags);
  g_autoptr (GString) markup = g_string_new (NULL);

  if (people != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (people, -1);

      g_string_append (markup, escaped);
    }
  if (place != NULL)
    {
      g_autofree char *escaped = g_markup_printf_escaped ("<span alpha=\"60%%\">%s</span>", place);

      if (markup->len > 0)
        g_string_append_c (markup, '\n');
      g_string_append (markup, escaped);
    }
  gtk_label_set_label (self->facts, markup->str);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), markup->len > 0);
}

static void
show_times (LanyardItemRow *self,
            LanyardZone    *zone)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->times), lanyard_item_is_scheduled (self->item));
  if (!lanyard_item_is_scheduled (self->item))
    return;

  start = lanyard_format_time (zone, lanyard_item_get_start (self->item));
  end = lanyard_format_time (zone, lanyard_item_get_end (self->item));
  markup = g_markup_printf_escaped ("<b>%s</b>\n<span alpha=\"60%%\">%s</span>", start, end);
  gtk_label_set_label (self->times, markup);
}

static void
show_kind (LanyardItemRow *self)
{
  if (LANYARD_IS_BREAK (self->item))
    gtk_widget_add_css_class (GTK_WIDGET (self), "break");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "break");
}

static void
bind_star (LanyardItemRow        *self,
           LanyardOpenConference *open)
{
  LanyardSession *session = lanyard_item_get_session (self->item);

  if (lanyard_item_get_kind (self->item) == LANYARD_KIND_BLOCK)
    lanyard_star_button_bind (self->star, open, LANYARD_KIND_SESSION, lanyard_session_get_key (session),
                              lanyard_session_get_title (session));
  else
    lanyard_star_button_bind (self->star, open, lanyard_item_get_kind (self->item), lanyard_item_get_key (self->item),
                              lanyard_item_get_title (self->item));
}

static void
lanyard_item_row_dispose (GObject *object)
{
  LanyardItemRow *self = LANYARD_ITEM_ROW (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ITEM_ROW);

  G_OBJECT_CLASS (lanyard_item_row_parent_class)->dispose (object);
}

static void
lanyard_item_row_class_init (LanyardItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_item_row_dispose;

  g_type_ensure (LANYARD_TYPE_COLOR_BAND);
  g_type_ensure (LANYARD_TYPE_STAR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/widgets/lanyard-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardItemRow, times);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemRow, band);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemRow, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemRow, facts);
  gtk_widget_class_bind_template_child (widget_class, LanyardItemRow, star);
}

static void
lanyard_item_row_init (LanyardItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
 * @flags: what to leave out
 *
 * Shows an item.
 */
void
lanyard_item_row_bind (LanyardItemRow        *self,
                       LanyardOpenConference *open,
                       LanyardItem           *item,
                       LanyardItemRowFlags    flags)
{
  LanyardSession *session = lanyard_item_get_session (item);

  g_return_if_fail (LANYARD_IS_ITEM_ROW (self));
  g_return_if_fail (LANYARD_IS_ITEM (item));

  g_set_object (&self->item, item);
  show_times (self, lanyard_open_conference_get_zone (open));
  show_kind (self);
  lanyard_color_band_set_color (self->band, session != NULL ? lanyard_session_get_fields (session)->color : NULL);
  gtk_label_set_label (self->title, lanyard_item_get_title (item));
  show_facts (self, flags);
  bind_star (self, open);
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
 * lanyard_item_dup_accessible_label:
 * @open: the conference
 * @item: an item
 *
 * Says in one line what a row shows, so that a screen reader need not read
 * its labels one by one.
 *
 * Returns: (transfer full): time, title, people, place and whether it is picked
 */
char *
lanyard_item_dup_accessible_label (LanyardOpenConference *open,
                                   LanyardItem           *item)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  LanyardLevel level;
  char *people;
  char *place;

  g_return_val_if_fail (LANYARD_IS_ITEM (item), NULL);

  if (lanyard_item_is_scheduled (item))
    g_ptr_array_add (facts, lanyard_format_time_range (lanyard_open_conference_get_zone (open),
                                                       lanyard_item_get_start (item), lanyard_item_get_end (item)));
  g_ptr_array_add (facts, g_strdup (lanyard_item_get_title (item)));
  people = dup_speakers (item);
  if (people != NULL)
    g_ptr_array_add (facts, people);
  place = dup_place (item, LANYARD_ITEM_ROW_NONE);
  if (place != NULL)
    g_ptr_array_add (facts, place);
  level = lanyard_item_get_kind (item) == LANYARD_KIND_BLOCK
              ? lanyard_open_conference_get_level (open, LANYARD_KIND_SESSION,
                                                   lanyard_session_get_key (lanyard_item_get_session (item)))
              : lanyard_open_conference_get_level (open, lanyard_item_get_kind (item), lanyard_item_get_key (item));
  if (level == LANYARD_LEVEL_GOING)
    g_ptr_array_add (facts, g_strdup (_("in My Plan")));
  else if (level == LANYARD_LEVEL_MAYBE)
    g_ptr_array_add (facts, g_strdup (_("in My Plan as maybe")));
  g_ptr_array_add (facts, NULL);

  /* Translators: what stands between the facts about a talk that a screen reader says */
  return g_strjoinv (C_("list of facts", ", "), (char **) facts->pdata);
}
