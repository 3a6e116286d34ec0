/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the results: what was found with its words marked, who, when and
 * where, the text around the words, the star. Of another conference, which.
 * Used by the search page's list, main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "../lanyard-phrases.h"
#include "../widgets/lanyard-color-band.h"
#include "../widgets/lanyard-marked-text.h"
#include "../widgets/lanyard-star-button.h"
#include "../widgets/lanyard-text-side.h"
#include "lanyard-result-row.h"
#include "plan/lanyard-people.h"
#include "time/lanyard-time-format.h"

struct _LanyardResultRow
{
  AdwBin parent_instance;
  LanyardOpenConference *open; /* borrowed: outlives the rows of its pages; NULL until bound */

  LanyardColorBand *band;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *people;
  GtkLabel *where;
  GtkLabel *snippet;
  GtkLabel *conference;
  GtkWidget *star;
};

G_DEFINE_FINAL_TYPE (LanyardResultRow, lanyard_result_row, ADW_TYPE_BIN)

static void
show_line (GtkLabel   *label,
           const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  gtk_label_set_attributes (label, NULL);
  gtk_label_set_label (label, text != NULL ? text : "");
}

static void
show_marked_line (GtkLabel   *label,
                  const char *marked)
{
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
  lanyard_marked_text_show (marked, label);
}

static char *
dup_when_in (LanyardZone        *zone,
             const LanyardMatch *match)
{
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (zone, match->start), LANYARD_DAY_MEDIUM);
  g_autofree char *times = lanyard_format_time_range (zone, match->start, match->end);

  /* Translators: a day, then a range of times: "Mon 5 Oct, 10:00–10:30" */
  return g_strdup_printf (C_("day and times", "%s, %s"), day, times);
}

static char *
dup_when (LanyardOpenConference *open,
          const LanyardMatch    *match)
{
  LanyardZone *zone = lanyard_open_conference_get_zone (open);
  LanyardZone *second = lanyard_open_conference_get_second_zone (open);
  g_autofree char *when = NULL;
  g_autofree char *elsewhere = NULL;
  g_autofree char *city = NULL;

  if (match->start == LANYARD_NO_TIME)
    return g_strdup (_("Not scheduled yet"));
  when = dup_when_in (zone, match);
  if (second == NULL)
    return g_steal_pointer (&when);
  city = lanyard_zone_dup_city (second);
  elsewhere = lanyard_zone_get_day (zone, match->start) == lanyard_zone_get_day (second, match->start)
                  ? lanyard_format_time_range (second, match->start, match->end)
                  : dup_when_in (second, match);
  /* Translators: when something is, then the same in another zone, and that zone's city:
   * "Mon 5 Oct, 10:00–10:30 (17:00–17:30 in Tokyo)" */
  return g_strdup_printf (C_("two zones", "%s (%s in %s)"), when, elsewhere, city);
}

/* Without what the snippet says. */
static char *
dup_where (LanyardItem       *item,
           LanyardMatchPlace  place)
{
  LanyardSession *session = lanyard_item_get_session (item);
  LanyardRoom *room = lanyard_item_get_room (item);
  const char *session_title = NULL;
  const char *room_name = NULL;

  if (session != NULL && place != LANYARD_MATCH_IN_SESSION)
    session_title = lanyard_session_get_title (session);
  if (room != NULL && place != LANYARD_MATCH_IN_ROOM)
    room_name = lanyard_room_get_name (room);
  if (session_title != NULL && room_name != NULL)
    /* Translators: where a talk is: the session's name, then the room's */
    return g_strdup_printf (C_("session and room", "%s · %s"), session_title, room_name);
  return g_strdup (session_title != NULL ? session_title : room_name);
}

static LanyardItem *
find_item (LanyardOpenConference *open,
           const LanyardMatch    *match)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (open);

  if (match->kind == LANYARD_MATCH_TALK)
    return (LanyardItem *) lanyard_programme_find_talk (programme, match->key);
  return (LanyardItem *) lanyard_programme_find_break (programme, match->key);
}

static void
show_star (LanyardResultRow   *self,
           LanyardKind         kind,
           const LanyardMatch *match)
{
  gtk_widget_set_visible (self->star, TRUE);
  lanyard_star_button_bind (LANYARD_STAR_BUTTON (self->star), self->open, kind, match->key, match->title);
}

static void
show_item (LanyardResultRow   *self,
           const LanyardMatch *match,
           LanyardItem        *item)
{
  g_autofree char *people = NULL;
  g_autofree char *when = dup_when (self->open, match);
  g_autofree char *place = dup_where (item, match->place);
  g_autofree char *where = NULL;

  if (match->kind == LANYARD_MATCH_TALK)
    people = lanyard_credits_dup_names (lanyard_talk_get_fields (LANYARD_TALK (item))->credits, LANYARD_ROLE_SPEAKER);
  if (match->place != LANYARD_MATCH_IN_PERSONS)
    show_line (self->people, people);
  if (place != NULL)
    /* Translators: when something is, then where: "Mon 5 Oct, 10:00–10:30 · Rust MC · Club E" */
    where = g_strdup_printf (C_("when and where", "%s · %s"), when, place);
  show_line (self->where, where != NULL ? where : when);
  lanyard_color_band_set_session (self->band, lanyard_item_get_session (item));
  show_star (self, match->kind == LANYARD_MATCH_TALK ? LANYARD_KIND_TALK : LANYARD_KIND_BREAK, match);
}

static void
show_session (LanyardResultRow   *self,
              const LanyardMatch *match)
{
  LanyardSession *session =
      lanyard_programme_find_session (lanyard_open_conference_get_programme (self->open), match->key);
  g_autofree char *where = NULL;

  if (session == NULL)
    return;
  where = lanyard_phrase_session (self->open, session);
  show_line (self->where, where);
  lanyard_color_band_set_session (self->band, session);
  show_star (self, LANYARD_KIND_SESSION, match);
}

/* What tells people of one name apart, and how much there is to see of them. */
static void
show_person (LanyardResultRow   *self,
             const LanyardMatch *match)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (self->open);
  LanyardProfile *profile = lanyard_people_find (lanyard_people_get (programme), match->key);
  g_autofree char *talks = NULL;
  guint n_talks;

  if (profile == NULL)
    return;
  n_talks = lanyard_profile_get_talks (profile)->len;
  if (n_talks > 0)
    talks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u talk", "%u talks", n_talks), n_talks);
  if (match->place == LANYARD_MATCH_IN_TITLE)
    show_line (self->people, lanyard_profile_get_affiliation (profile));
  show_line (self->where, talks);
}

/* What the open conference knows of it. */
static void
show_own (LanyardResultRow   *self,
          const LanyardMatch *match)
{
  LanyardItem *item;

  switch (match->kind)
    {
    case LANYARD_MATCH_TALK:
    case LANYARD_MATCH_BREAK:
      item = find_item (self->open, match);
      if (item != NULL)
        show_item (self, match, item);
      break;
    case LANYARD_MATCH_SESSION:
      show_session (self, match);
      break;
    case LANYARD_MATCH_PERSON:
      show_person (self, match);
      break;
    case LANYARD_MATCH_ROOM:
      break;
    default:
      g_return_if_reached ();
    }
}

static void
show_foreign (LanyardResultRow   *self,
              const LanyardMatch *match,
              const char         *conference)
{
  g_autofree char *when = NULL;

  if (match->kind == LANYARD_MATCH_TALK || match->kind == LANYARD_MATCH_BREAK)
    when = dup_when (self->open, match);
  show_line (self->where, when);
  show_line (self->conference, conference);
}

static const char *
icon_of (LanyardMatchKind kind)
{
  switch (kind)
    {
    case LANYARD_MATCH_TALK: return NULL;
    case LANYARD_MATCH_SESSION: return "lanyard-microconference-symbolic";
    case LANYARD_MATCH_BREAK: return "lanyard-break-symbolic";
    case LANYARD_MATCH_PERSON: return "lanyard-person-symbolic";
    case LANYARD_MATCH_ROOM: return "lanyard-room-symbolic";
    default: g_return_val_if_reached (NULL);
    }
}

static void
show_snippet (LanyardResultRow   *self,
              const LanyardMatch *match)
{
  if (match->snippet == NULL || *match->snippet == '\0')
    return;
  if (match->place == LANYARD_MATCH_IN_PERSONS)
    show_marked_line (self->people, match->snippet);
  else
    show_marked_line (self->snippet, match->snippet);
}

static void
clear (LanyardResultRow *self)
{
  show_line (self->people, NULL);
  show_line (self->where, NULL);
  show_line (self->snippet, NULL);
  show_line (self->conference, NULL);
  gtk_widget_set_visible (self->star, FALSE);
  gtk_image_set_from_icon_name (self->icon, NULL);
  lanyard_color_band_set_session (self->band, NULL);
}

static void
show_offer (LanyardResultRow *self,
            LanyardResult    *result)
{
  guint n_found = lanyard_result_get_n_found (result);
  g_autofree char *offer = NULL;

  if (lanyard_result_is_capped (result))
    offer = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show the first %u", "Show the first %u", n_found), n_found);
  else
    offer = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show all %u", "Show all %u", n_found), n_found);
  show_line (self->title, offer);
  gtk_image_set_from_icon_name (self->icon, "pan-down-symbolic");
}

static void
lanyard_result_row_dispose (GObject *object)
{
  /* The template would take the child away without the bin's knowing. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_RESULT_ROW);

  G_OBJECT_CLASS (lanyard_result_row_parent_class)->dispose (object);
}

static void
lanyard_result_row_class_init (LanyardResultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_result_row_dispose;

  g_type_ensure (LANYARD_TYPE_COLOR_BAND);
  g_type_ensure (LANYARD_TYPE_STAR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/search/lanyard-result-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardResultRow, band);
  gtk_widget_class_bind_template_child (widget_class, LanyardResultRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LanyardResultRow, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardResultRow, people);
  gtk_widget_class_bind_template_child (widget_class, LanyardResultRow, where);
  gtk_widget_class_bind_template_child (widget_class, LanyardResultRow, snippet);
  gtk_widget_class_bind_template_child (widget_class, LanyardResultRow, conference);
  gtk_widget_class_bind_template_child (widget_class, LanyardResultRow, star);
}

static void
lanyard_result_row_init (LanyardResultRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_text_side_follow (GTK_WIDGET (self));
}

/**
 * lanyard_result_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
lanyard_result_row_new (void)
{
  return g_object_new (LANYARD_TYPE_RESULT_ROW, NULL);
}

/**
 * lanyard_result_row_bind:
 * @self: a row
 * @open: the conference that is shown
 * @result: what to show
 * @conference: (nullable): the name of the result's conference if it is
 *   another one
 *
 * Shows a result.
 */
void
lanyard_result_row_bind (LanyardResultRow      *self,
                         LanyardOpenConference *open,
                         LanyardResult         *result,
                         const char            *conference)
{
  const LanyardMatch *match;
  const char *icon;

  g_return_if_fail (LANYARD_IS_RESULT_ROW (self));
  g_return_if_fail (LANYARD_IS_RESULT (result));

  self->open = open;
  clear (self);
  match = lanyard_result_get_match (result);
  icon = match != NULL ? icon_of (match->kind) : "pan-down-symbolic";
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  if (match == NULL)
    {
      show_offer (self, result);
      return;
    }
  show_marked_line (self->title, match->marked_title != NULL ? match->marked_title : match->title);
  if (g_strcmp0 (match->uuid, lanyard_open_conference_get_uuid (open)) != 0)
    show_foreign (self, match, conference);
  else if (lanyard_open_conference_get_programme (open) != NULL)
    show_own (self, match);
  show_snippet (self, match);
}

static void
add_line (GPtrArray *facts,
          GtkLabel  *label)
{
  if (gtk_widget_get_visible (GTK_WIDGET (label)))
    g_ptr_array_add (facts, (char *) gtk_label_get_label (label));
}

/**
 * lanyard_result_row_dup_accessible_label:
 * @self: a row that is bound
 *
 * Says in one line what the row shows.
 *
 * Returns: (transfer full): title, people, when and where, snippet
 */
char *
lanyard_result_row_dup_accessible_label (LanyardResultRow *self)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  g_return_val_if_fail (LANYARD_IS_RESULT_ROW (self), NULL);

  add_line (facts, self->title);
  add_line (facts, self->people);
  add_line (facts, self->where);
  add_line (facts, self->snippet);
  add_line (facts, self->conference);
  if (gtk_widget_has_css_class (self->star, "starred") && gtk_widget_get_visible (self->star))
    g_ptr_array_add (facts, _("in My Plan"));
  g_ptr_array_add (facts, NULL);

  /* Translators: what stands between the facts about a talk that a screen reader says */
  return g_strjoinv (C_("list of facts", ", "), (char **) facts->pdata);
}
