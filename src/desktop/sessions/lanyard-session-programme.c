/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session's talks and breaks in order, under a heading for each time that it
 * meets if there are several, with what is free between them. A row costs its
 * share of a frame, so that a screenful is made at once and the others a few a
 * frame. On the page of a session. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../widgets/lanyard-item-row.h"
#include "../widgets/lanyard-list-focus.h"
#include "../widgets/lanyard-show-item.h"
#include "lanyard-session-phrases.h"
#include "lanyard-session-programme.h"
#include "plan/lanyard-session-lines.h"
#include "time/lanyard-time-format.h"

#define ROWS_AT_ONCE 6
#define ROWS_A_FRAME 3

struct _LanyardSessionProgramme
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* owned, nullable until shown */
  GPtrArray *lines;            /* owned, of LanyardSessionLine; nullable until shown */
  guint n_rows;                /* how many of them have a row */
  gboolean has_headings;
  guint tick;                  /* id of the callback that makes rows, 0 if all are made */
  GtkListBox *list;            /* borrowed: our child */
};

G_DEFINE_FINAL_TYPE (LanyardSessionProgramme, lanyard_session_programme, ADW_TYPE_BIN)

static gboolean
has_several_stretches (GPtrArray *lines)
{
  guint n_stretches = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const LanyardSessionLine *line = g_ptr_array_index (lines, i);

      if (line->kind == LANYARD_SESSION_LINE_STRETCH)
        n_stretches++;
    }
  return n_stretches > 1;
}

static char *
dup_loose_heading (LanyardOpenConference    *open,
                   const LanyardSessionLine *line)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (open);
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (zone, line->start), LANYARD_DAY_MEDIUM);
  g_autofree char *range = lanyard_format_time_range (zone, line->start, line->end);

  /* Translators: a day, then a range of times: "Monday 5 October, 10:00–10:30" */
  return g_strdup_printf (C_("day and times", "%s, %s"), day, range);
}

/* When and where, below the block's own title if it has one; markup. */
static char *
dup_heading (LanyardOpenConference    *open,
             const LanyardSessionLine *line)
{
  g_autofree char *meeting = NULL;
  const char *title;

  if (line->item == NULL)
    meeting = dup_loose_heading (open, line);
  else
    meeting = lanyard_phrase_meeting (open, line->item);
  title = line->item != NULL ? lanyard_item_get_title (line->item) : NULL;
  if (title == NULL || g_str_equal (title, lanyard_session_get_title (lanyard_item_get_session (line->item))))
    return g_markup_printf_escaped ("<b>%s</b>", meeting);
  return g_markup_printf_escaped ("<b>%s</b>\n%s", title, meeting);
}

static char *
dup_free_time (LanyardOpenConference    *open,
               const LanyardSessionLine *line)
{
  g_autofree char *start = lanyard_format_time (lanyard_open_conference_get_zone (open), line->start);
  g_autofree char *duration = lanyard_format_duration (line->end - line->start);

  /* Translators: a time, then how long nothing is on from then: "11:30 · 15 min free" */
  return g_strdup_printf (C_("time and free time", "%s · %s free"), start, duration);
}

/* What a line that is no item says; markup. */
static char *
dup_text (LanyardOpenConference    *open,
          const LanyardSessionLine *line)
{
  g_autofree char *duration = NULL;

  switch (line->kind)
    {
    case LANYARD_SESSION_LINE_STRETCH:
      return dup_heading (open, line);
    case LANYARD_SESSION_LINE_GAP:
      return dup_free_time (open, line);
    case LANYARD_SESSION_LINE_EMPTY:
      duration = lanyard_format_duration (line->end - line->start);
      /* Translators: %s is how long a microconference has a room: "No talks yet: a block of 3 h" */
      return g_strdup_printf (_("No talks yet: a block of %s"), duration);
    case LANYARD_SESSION_LINE_UNSCHEDULED:
      return g_markup_printf_escaped ("<b>%s</b>", _("Not Scheduled Yet"));
    case LANYARD_SESSION_LINE_ITEM:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
is_heading (const LanyardSessionLine *line)
{
  return line->kind == LANYARD_SESSION_LINE_STRETCH || line->kind == LANYARD_SESSION_LINE_UNSCHEDULED;
}

static GtkWidget *
make_text_row (const LanyardSessionLine *line)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "accessible-role",
                                   is_heading (line) ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, is_heading (line) ? "day-heading" : "programme-note");
  if (!is_heading (line))
    gtk_widget_add_css_class (label, "dimmed");
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child", label, NULL);
}

static LanyardItemRowFlags
get_flags (const LanyardSessionLine *line)
{
  return LANYARD_ITEM_ROW_IN_SESSION | (line->is_elsewhere ? 0 : LANYARD_ITEM_ROW_IN_ROOM);
}

static void
name_item_row (LanyardSessionProgramme  *self,
               GtkWidget                *row,
               const LanyardSessionLine *line)
{
  g_autofree char *name = lanyard_item_dup_accessible_label (self->open, line->item, get_flags (line));

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_row (LanyardSessionProgramme  *self,
          GtkWidget                *row,
          const LanyardSessionLine *line)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  g_autofree char *text = NULL;

  if (line->kind == LANYARD_SESSION_LINE_ITEM)
    {
      lanyard_item_row_bind (LANYARD_ITEM_ROW (child), self->open, line->item, get_flags (line));
      name_item_row (self, row, line);
      return;
    }
  text = dup_text (self->open, line);
  gtk_label_set_markup (GTK_LABEL (child), text);
  gtk_widget_set_visible (row, line->kind != LANYARD_SESSION_LINE_STRETCH || self->has_headings);
}

static GtkWidget *
make_row (const LanyardSessionLine *line)
{
  if (line->kind == LANYARD_SESSION_LINE_ITEM)
    return g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", lanyard_item_row_new (), NULL);
  return make_text_row (line);
}

static void
add_rows (LanyardSessionProgramme *self,
          guint                    n_rows)
{
  for (guint i = 0; i < n_rows && self->n_rows < self->lines->len; i++)
    {
      const LanyardSessionLine *line = g_ptr_array_index (self->lines, self->n_rows);
      GtkWidget *row = make_row (line);

      bind_row (self, row, line);
      gtk_list_box_append (self->list, row);
      self->n_rows++;
    }
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *frame_clock,
         gpointer       user_data)
{
  LanyardSessionProgramme *self = LANYARD_SESSION_PROGRAMME (widget);

  add_rows (self, ROWS_A_FRAME);
  if (self->n_rows < self->lines->len)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_making_rows (LanyardSessionProgramme *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

/* Anew with each plan, for a row's name says whether it is picked. */
static void
name_rows (LanyardSessionProgramme *self)
{
  if (self->lines == NULL || lanyard_open_conference_get_programme (self->open) == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    {
      const LanyardSessionLine *line = g_ptr_array_index (self->lines, i);

      if (line->kind == LANYARD_SESSION_LINE_ITEM)
        name_item_row (self, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i)), line);
    }
}

static void
row_activated_cb (LanyardSessionProgramme *self,
                  GtkListBoxRow           *row)
{
  const LanyardSessionLine *line = g_ptr_array_index (self->lines, gtk_list_box_row_get_index (row));

  if (line->kind == LANYARD_SESSION_LINE_ITEM)
    lanyard_show_item (GTK_WIDGET (self), line->item);
}

static gboolean
lanyard_session_programme_focus (GtkWidget        *widget,
                                 GtkDirectionType  direction)
{
  return GTK_WIDGET_CLASS (lanyard_session_programme_parent_class)->focus (widget, direction) ||
         lanyard_list_focus_first (LANYARD_SESSION_PROGRAMME (widget)->list, direction);
}

static void
lanyard_session_programme_dispose (GObject *object)
{
  LanyardSessionProgramme *self = LANYARD_SESSION_PROGRAMME (object);

  stop_making_rows (self);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (lanyard_session_programme_parent_class)->dispose (object);
}

static void
lanyard_session_programme_class_init (LanyardSessionProgrammeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_session_programme_dispose;
  GTK_WIDGET_CLASS (klass)->focus = lanyard_session_programme_focus;
}

static void
lanyard_session_programme_init (LanyardSessionProgramme *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  lanyard_list_pass_headings (self->list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Programme"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

/* Keeps the rows that can show another line of the same kind, so that what is
 * on the screen stays where it is. */
static void
take_lines (LanyardSessionProgramme *self,
            GPtrArray               *lines)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->lines);
  guint n_kept = 0;

  while (n_kept < self->n_rows && n_kept < lines->len &&
         ((LanyardSessionLine *) g_ptr_array_index (before, n_kept))->kind ==
             ((LanyardSessionLine *) g_ptr_array_index (lines, n_kept))->kind)
    n_kept++;
  while (self->n_rows > n_kept)
    gtk_list_box_remove (self->list, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, --self->n_rows)));
  self->lines = lines;
  self->has_headings = has_several_stretches (lines);
}

/**
 * lanyard_session_programme_show:
 * @self: the programme of a session
 * @open: the conference, the same each time
 * @session: the session
 *
 * Shows what a session has. Without anything to show it is hidden.
 */
void
lanyard_session_programme_show (LanyardSessionProgramme *self,
                                LanyardOpenConference   *open,
                                LanyardSession          *session)
{
  g_return_if_fail (LANYARD_IS_SESSION_PROGRAMME (self));
  g_return_if_fail (LANYARD_IS_SESSION (session));

  if (g_set_object (&self->open, open))
    g_signal_connect_object (open, "notify::plan", G_CALLBACK (name_rows), self, G_CONNECT_SWAPPED);
  stop_making_rows (self);
  take_lines (self, lanyard_programme_dup_session_lines (lanyard_open_conference_get_programme (open), session));
  lanyard_session_programme_show_times (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->lines->len > 0);
  if (self->n_rows < ROWS_AT_ONCE)
    add_rows (self, ROWS_AT_ONCE - self->n_rows);
  if (self->n_rows < self->lines->len)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * lanyard_session_programme_show_times:
 * @self: the programme of a session
 *
 * Shows the times anew, in the zone that was chosen since.
 */
void
lanyard_session_programme_show_times (LanyardSessionProgramme *self)
{
  g_return_if_fail (LANYARD_IS_SESSION_PROGRAMME (self));

  for (guint i = 0; i < self->n_rows; i++)
    bind_row (self, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i)), g_ptr_array_index (self->lines, i));
}
