/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All about one thing, for people: labelled values, then what was written
 * about it. Times are in the zone that was asked for and in the conference's
 * own. Called by `show`; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-dates.h"
#include "lanyard-cli-items.h"
#include "lanyard-cli-names.h"
#include "lanyard-cli-sheet.h"
#include "lanyard-cli-show-sheet.h"
#include "lanyard-cli-stretches.h"
#include "lanyard-cli-text.h"

#include "text/lanyard-rich-text.h"
#include "time/lanyard-time-format.h"

static void
add_time_in (LanyardCliSheet *sheet,
             LanyardZone     *zone,
             gint64           start,
             gint64           end)
{
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (zone, start), LANYARD_DAY_FULL);
  g_autofree char *range = lanyard_format_time_range (zone, start, end);
  g_autofree char *name = lanyard_format_zone (zone, start);
  /* Translators: a day, a time and a zone: "Monday 5 October 2026, 10:00–10:30, Prague time (CEST)" */
  g_autofree char *text = g_strdup_printf (_("%s, %s, %s"), day, range, name);

  lanyard_cli_sheet_add (sheet, _("When"), text);
}

static void
add_time (LanyardCliSheet *sheet,
          LanyardCliView  *view,
          gint64           start,
          gint64           end)
{
  g_autoptr (LanyardZone) own = lanyard_zone_new (lanyard_conference_get_zone (view->conference));

  if (start == LANYARD_NO_TIME)
    {
      lanyard_cli_sheet_add (sheet, _("When"), _("Not scheduled yet"));
      return;
    }
  add_time_in (sheet, view->zone, start, end);
  if (own != NULL && !lanyard_zone_equal (own, view->zone))
    add_time_in (sheet, own, start, end);
}

static void
add_state (LanyardCliSheet *sheet,
           gboolean         is_cancelled)
{
  if (is_cancelled)
    lanyard_cli_sheet_add (sheet, _("State"), _("Cancelled"));
}

static void
add_room (LanyardCliSheet *sheet,
          LanyardItem     *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);
  const char *venue = room != NULL ? lanyard_room_get_venue (room) : NULL;
  g_autofree char *text = NULL;

  if (room == NULL)
    return;
  if (venue != NULL && *venue != '\0')
    /* Translators: a room and the building it is in */
    text = g_strdup_printf (C_("room and venue", "%s, %s"), lanyard_room_get_name (room), venue);
  lanyard_cli_sheet_add (sheet, _("Room"), text != NULL ? text : lanyard_room_get_name (room));
}

static const char *
get_role_label (LanyardRole role)
{
  switch (role)
    {
    case LANYARD_ROLE_SPEAKER:
      return _("Speaker");
    case LANYARD_ROLE_AUTHOR:
      return _("Author");
    case LANYARD_ROLE_COAUTHOR:
      return _("Co-author");
    case LANYARD_ROLE_LEAD:
      return _("Lead");
    case LANYARD_ROLE_CHAIR:
      return _("Chair");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_credits (LanyardCliSheet *sheet,
             GPtrArray       *credits)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);
      const char *affiliation = lanyard_person_get_affiliation (credit->person);
      g_autofree char *text = NULL;

      if (affiliation != NULL && *affiliation != '\0')
        /* Translators: a person and whom he or she works for */
        text = g_strdup_printf (_("%s (%s)"), lanyard_person_get_name (credit->person), affiliation);
      lanyard_cli_sheet_add (sheet, get_role_label (credit->role),
                             text != NULL ? text : lanyard_person_get_name (credit->person));
    }
}

static const char *
get_link_label (LanyardLinkKind kind)
{
  switch (kind)
    {
    case LANYARD_LINK_WEB:
      return _("Link");
    case LANYARD_LINK_FILE:
      return _("File");
    case LANYARD_LINK_SLIDES:
      return _("Slides");
    case LANYARD_LINK_RECORDING:
      return _("Recording");
    case LANYARD_LINK_STREAM:
      return _("Stream");
    case LANYARD_LINK_CHAT:
      return _("Chat");
    case LANYARD_LINK_PAD:
      return _("Pad");
    case LANYARD_LINK_FEEDBACK:
      return _("Feedback");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_links (LanyardCliSheet *sheet,
           GPtrArray       *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const LanyardLink *link = g_ptr_array_index (links, i);
      g_autofree char *text = NULL;

      if (link->title != NULL && *link->title != '\0')
        /* Translators: a link's name and its address */
        text = g_strdup_printf (_("%s: %s"), link->title, link->url);
      lanyard_cli_sheet_add (sheet, get_link_label (link->kind), text != NULL ? text : link->url);
    }
}

static void
add_parts (LanyardCliSheet *sheet,
           GPtrArray       *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const LanyardPart *part = g_ptr_array_index (parts, i);
      g_autofree char *names = lanyard_cli_items_dup_names (part->credits);
      g_autofree char *text = NULL;

      if (names != NULL && *names != '\0')
        /* Translators: a title and who speaks */
        text = g_strdup_printf (_("%s (%s)"), part->title, names);
      lanyard_cli_sheet_add (sheet, _("Part"), text != NULL ? text : part->title);
      add_links (sheet, part->links);
    }
}

static void
add_text (LanyardCliSheet   *sheet,
          const char        *text,
          LanyardTextFormat  format,
          const char        *base_url)
{
  g_autoptr (LanyardRichText) rich = NULL;
  g_autofree char *plain = NULL;

  if (text == NULL)
    return;
  rich = lanyard_rich_text_new (text, format, base_url);
  plain = lanyard_rich_text_dup_plain (rich);
  lanyard_cli_sheet_add_text (sheet, plain);
}

static void
add_star (LanyardCliSheet *sheet,
          LanyardCliView  *view,
          LanyardKind      kind,
          const char      *key,
          LanyardItem     *item)
{
  switch (lanyard_plan_get_level (view->plan, kind, key))
    {
    case LANYARD_LEVEL_GOING:
      lanyard_cli_sheet_add (sheet, _("Star"), _("Going"));
      break;

    case LANYARD_LEVEL_MAYBE:
      lanyard_cli_sheet_add (sheet, _("Star"), _("Maybe"));
      break;

    case LANYARD_LEVEL_LEFT_OUT:
      lanyard_cli_sheet_add (sheet, _("Star"), _("Left out"));
      break;

    case LANYARD_LEVEL_NONE:
    default:
      if (item != NULL && lanyard_plan_covers (view->plan, item))
        lanyard_cli_sheet_add (sheet, _("Star"), _("With its session"));
      break;
    }
}

static void
add_note (LanyardCliSheet *sheet,
          LanyardCliView  *view,
          LanyardKind      kind,
          const char      *key)
{
  g_autofree char *marks = lanyard_cli_marks_dup_names (lanyard_decisions_get_marks (view->decisions, kind, key), TRUE);

  lanyard_cli_sheet_add (sheet, _("Marks"), marks);
  lanyard_cli_sheet_add (sheet, _("Note"), lanyard_decisions_get_note (view->decisions, kind, key));
}

static void
add_overlaps (LanyardCliSheet *sheet,
              LanyardCliView  *view,
              LanyardItem     *item)
{
  g_autoptr (GPtrArray) entries = lanyard_plan_dup_overlaps_with (view->plan, item);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardItem *other = ((const LanyardPlanEntry *) g_ptr_array_index (entries, i))->item;
      g_autofree char *range = lanyard_format_time_range (view->zone, lanyard_item_get_start (other),
                                                          lanyard_item_get_end (other));
      /* Translators: a title and a time */
      g_autofree char *text = g_strdup_printf (C_("title and times", "%s, %s"), lanyard_item_get_title (other), range);

      lanyard_cli_sheet_add (sheet, _("Overlaps"), text);
    }
}

static void
add_session (LanyardCliSheet *sheet,
             LanyardSession  *session)
{
  if (session != NULL)
    lanyard_cli_sheet_add (sheet, _("Session"), lanyard_session_get_title (session));
}

static void
add_id (LanyardCliSheet *sheet,
        LanyardKind      kind,
        const char      *key)
{
  g_autofree char *id = lanyard_cli_id_dup (kind, key);

  lanyard_cli_sheet_add (sheet, _("ID"), id);
}

static void
add_talk_details (LanyardCliSheet         *sheet,
                  const LanyardTalkFields *fields)
{
  g_autofree char *keywords = NULL;
  g_autofree char *duration = NULL;

  if (fields->item.start == LANYARD_NO_TIME && fields->duration > 0)
    duration = lanyard_format_duration (fields->duration);
  if (fields->keywords != NULL)
    /* Translators: what stands between the keywords of a talk */
    keywords = g_strjoinv (C_("list of keywords", ", "), (char **) fields->keywords);

  lanyard_cli_sheet_add (sheet, _("Subtitle"), fields->subtitle);
  lanyard_cli_sheet_add (sheet, _("Duration"), duration);
  lanyard_cli_sheet_add (sheet, _("Type"), fields->type);
  lanyard_cli_sheet_add (sheet, _("Track"), fields->track);
  lanyard_cli_sheet_add (sheet, _("Code"), fields->code);
  lanyard_cli_sheet_add (sheet, _("Language"), fields->language);
  lanyard_cli_sheet_add (sheet, _("Board"), fields->board);
  lanyard_cli_sheet_add (sheet, _("Keywords"), keywords);
  if (fields->is_unrecorded)
    lanyard_cli_sheet_add (sheet, _("Recording"), _("Not wanted"));
}

/* The name, on a terminal in bold. */
static void
print_title (LanyardCliOutput *output,
             const char       *title)
{
  g_autofree char *line = lanyard_cli_text_dup_line (title);

  lanyard_cli_output_add_bold (output, line);
  lanyard_cli_output_add (output, "\n");
}

/**
 * lanyard_cli_show_sheet_print_conference:
 * @view: a conference
 * @output: where to
 *
 * Prints all about the conference itself.
 */
void
lanyard_cli_show_sheet_print_conference (LanyardCliView   *view,
                                         LanyardCliOutput *output)
{
  const LanyardConferenceFields *fields = lanyard_conference_get_fields (view->conference);
  g_autoptr (LanyardCliSheet) sheet = lanyard_cli_sheet_new ();
  g_autofree char *dates = lanyard_cli_dates_dup (view->conference);

  lanyard_cli_sheet_add (sheet, _("Label"), fields->label);
  lanyard_cli_sheet_add (sheet, _("Notice"), fields->label_message);
  lanyard_cli_sheet_add (sheet, _("Dates"), dates);
  lanyard_cli_sheet_add (sheet, _("Zone"), fields->zone);
  lanyard_cli_sheet_add (sheet, _("Venue"), fields->venue);
  lanyard_cli_sheet_add (sheet, _("Address"), fields->address);
  lanyard_cli_sheet_add (sheet, _("Page"), fields->url);
  lanyard_cli_sheet_add (sheet, _("Organiser"), fields->organizer);
  add_credits (sheet, fields->chairs);
  add_links (sheet, fields->links);
  lanyard_cli_sheet_add_number (sheet, _("Sessions"), fields->n_sessions);
  lanyard_cli_sheet_add_number (sheet, _("Talks"), fields->n_talks);
  lanyard_cli_sheet_add_number (sheet, _("Picks"), lanyard_plan_get_n_picks (view->plan));
  lanyard_cli_sheet_add (sheet, _("ID"), fields->uuid);
  add_text (sheet, fields->description, fields->description_format, fields->url);

  print_title (output, fields->title);
  lanyard_cli_sheet_print (sheet, output);
}

/**
 * lanyard_cli_show_sheet_print_session:
 * @view: a conference
 * @session: one of its sessions
 * @output: where to
 *
 * Prints all about a session, then its talks and breaks.
 */
void
lanyard_cli_show_sheet_print_session (LanyardCliView   *view,
                                      LanyardSession   *session,
                                      LanyardCliOutput *output)
{
  const LanyardSessionFields *fields = lanyard_session_get_fields (session);
  g_autoptr (LanyardCliSheet) sheet = lanyard_cli_sheet_new ();
  g_autoptr (LanyardCliTable) table = lanyard_cli_items_new_table ();
  g_autoptr (GPtrArray) items = lanyard_programme_dup_session_items (view->programme, session);
  g_autoptr (GArray) stretches = lanyard_cli_stretches_new (view, session);
  g_autofree char *rooms = lanyard_cli_stretches_dup_rooms (view, session);

  add_state (sheet, fields->is_cancelled);
  for (guint i = 0; i < stretches->len; i++)
    {
      const LanyardCliStretch *stretch = &g_array_index (stretches, LanyardCliStretch, i);

      add_time (sheet, view, stretch->start, stretch->end);
    }
  lanyard_cli_sheet_add (sheet, _("Room"), rooms);
  add_credits (sheet, fields->leads);
  lanyard_cli_sheet_add (sheet, _("Type"), fields->type);
  lanyard_cli_sheet_add (sheet, _("Code"), fields->code);
  lanyard_cli_sheet_add (sheet, _("Page"), fields->url);
  add_links (sheet, fields->links);
  lanyard_cli_sheet_add_number (sheet, _("Talks"), lanyard_cli_stretches_count_talks (view, session));
  add_star (sheet, view, LANYARD_KIND_SESSION, fields->key, NULL);
  add_note (sheet, view, LANYARD_KIND_SESSION, fields->key);
  add_id (sheet, LANYARD_KIND_SESSION, fields->key);
  add_text (sheet, fields->description, fields->description_format, fields->url);
  add_text (sheet, fields->minutes, LANYARD_TEXT_HTML, fields->url);

  lanyard_cli_view_print_zone (view, output);
  print_title (output, fields->title);
  lanyard_cli_sheet_print (sheet, output);
  lanyard_cli_items_add_list (table, view, items, lanyard_cli_output_is_terminal (output));
  if (items->len > 0)
    lanyard_cli_output_add (output, "\n");
  lanyard_cli_table_print (table, output);
}

/**
 * lanyard_cli_show_sheet_print_talk:
 * @view: a conference
 * @talk: one of its talks, whole
 * @output: where to
 *
 * Prints all about a talk.
 */
void
lanyard_cli_show_sheet_print_talk (LanyardCliView   *view,
                                   LanyardTalk      *talk,
                                   LanyardCliOutput *output)
{
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);
  LanyardItem *item = LANYARD_ITEM (talk);
  g_autoptr (LanyardCliSheet) sheet = lanyard_cli_sheet_new ();

  add_state (sheet, fields->item.is_cancelled);
  add_time (sheet, view, fields->item.start, fields->item.end);
  add_room (sheet, item);
  add_session (sheet, fields->item.session);
  add_credits (sheet, fields->credits);
  add_talk_details (sheet, fields);
  add_parts (sheet, fields->parts);
  lanyard_cli_sheet_add (sheet, _("Page"), fields->url);
  add_links (sheet, fields->links);
  add_star (sheet, view, LANYARD_KIND_TALK, fields->item.key, item);
  add_note (sheet, view, LANYARD_KIND_TALK, fields->item.key);
  add_overlaps (sheet, view, item);
  add_id (sheet, LANYARD_KIND_TALK, fields->item.key);
  add_text (sheet, fields->description, fields->description_format, fields->url);
  add_text (sheet, fields->minutes, LANYARD_TEXT_HTML, fields->url);

  lanyard_cli_view_print_zone (view, output);
  print_title (output, fields->item.title);
  lanyard_cli_sheet_print (sheet, output);
}

/**
 * lanyard_cli_show_sheet_print_break:
 * @view: a conference
 * @a_break: one of its breaks
 * @output: where to
 *
 * Prints all about a break.
 */
void
lanyard_cli_show_sheet_print_break (LanyardCliView   *view,
                                    LanyardBreak     *a_break,
                                    LanyardCliOutput *output)
{
  LanyardItem *item = LANYARD_ITEM (a_break);
  g_autoptr (LanyardCliSheet) sheet = lanyard_cli_sheet_new ();

  add_state (sheet, lanyard_item_is_cancelled (item));
  add_time (sheet, view, lanyard_item_get_start (item), lanyard_item_get_end (item));
  add_room (sheet, item);
  add_session (sheet, lanyard_item_get_session (item));
  add_star (sheet, view, LANYARD_KIND_BREAK, lanyard_item_get_key (item), item);
  add_note (sheet, view, LANYARD_KIND_BREAK, lanyard_item_get_key (item));
  add_overlaps (sheet, view, item);
  add_id (sheet, LANYARD_KIND_BREAK, lanyard_item_get_key (item));
  lanyard_cli_sheet_add_text (sheet, lanyard_break_get_description (a_break));

  lanyard_cli_view_print_zone (view, output);
  print_title (output, lanyard_item_get_title (item));
  lanyard_cli_sheet_print (sheet, output);
}
