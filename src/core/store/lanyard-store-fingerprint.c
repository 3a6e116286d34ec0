/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells whether two programmes would be stored alike, field by field, so that
 * a refresh without news writes nothing. What the store itself gives a
 * conference (uuid, revision, numbers) does not count.
 * Called by saving, on the store's worker thread. */

#include "config.h"

#include "lanyard-store-save-private.h"

/* Every text ends with a zero byte; none and an empty one are different. */
static void
add_text (GChecksum  *sum,
          const char *text)
{
  if (text != NULL)
    g_checksum_update (sum, (const guchar *) "=", 1);
  g_checksum_update (sum, (const guchar *) (text != NULL ? text : ""), text != NULL ? strlen (text) + 1 : 1);
}

static void
add_number (GChecksum *sum,
            gint64     number)
{
  g_checksum_update (sum, (const guchar *) &number, sizeof number);
}

static void
add_credits (GChecksum *sum,
             GPtrArray *credits)
{
  add_number (sum, credits->len);
  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);
      LanyardTextFormat format;

      add_number (sum, credit->role);
      add_text (sum, lanyard_person_get_key (credit->person));
      add_text (sum, lanyard_person_get_name (credit->person));
      add_text (sum, lanyard_person_get_affiliation (credit->person));
      add_text (sum, lanyard_person_get_email (credit->person));
      add_text (sum, lanyard_person_get_biography (credit->person, &format));
      add_number (sum, format);
    }
}

static void
add_links (GChecksum *sum,
           GPtrArray *links)
{
  add_number (sum, links->len);
  for (guint i = 0; i < links->len; i++)
    {
      const LanyardLink *link = g_ptr_array_index (links, i);

      add_number (sum, link->kind);
      add_text (sum, link->url);
      add_text (sum, link->title);
      add_text (sum, link->content_type);
      add_number (sum, link->size);
    }
}

static void
add_item (GChecksum   *sum,
          LanyardItem *item)
{
  LanyardRoom *room = lanyard_item_get_room (item);
  LanyardSession *session = lanyard_item_get_session (item);

  add_text (sum, lanyard_item_get_key (item));
  add_text (sum, lanyard_item_get_title (item));
  add_number (sum, lanyard_item_get_start (item));
  add_number (sum, lanyard_item_get_end (item));
  add_text (sum, room != NULL ? lanyard_room_get_name (room) : NULL);
  add_text (sum, room != NULL ? lanyard_room_get_venue (room) : NULL);
  add_text (sum, session != NULL ? lanyard_session_get_key (session) : NULL);
  add_number (sum, lanyard_item_is_cancelled (item));
}

static void
add_block (GChecksum    *sum,
           LanyardBlock *block)
{
  add_text (sum, block != NULL ? lanyard_item_get_key (LANYARD_ITEM (block)) : NULL);
}

static void
add_conference (GChecksum                     *sum,
                const LanyardConferenceFields *fields)
{
  add_text (sum, fields->feed_id);
  add_text (sum, fields->title);
  add_number (sum, fields->start);
  add_number (sum, fields->end);
  add_text (sum, fields->zone);
  add_text (sum, fields->venue);
  add_text (sum, fields->address);
  add_text (sum, fields->url);
  add_text (sum, fields->description);
  add_number (sum, fields->description_format);
  add_text (sum, fields->organizer);
  add_text (sum, fields->language);
  add_text (sum, fields->label);
  add_text (sum, fields->label_message);
  add_number (sum, fields->is_cancelled);
  add_credits (sum, fields->chairs);
  add_links (sum, fields->links);
}

static void
add_session (GChecksum                  *sum,
             const LanyardSessionFields *fields)
{
  add_text (sum, fields->key);
  add_text (sum, fields->title);
  add_text (sum, fields->code);
  add_text (sum, fields->type);
  add_text (sum, fields->description);
  add_number (sum, fields->description_format);
  add_text (sum, fields->minutes);
  add_text (sum, fields->color);
  add_number (sum, fields->is_poster);
  add_text (sum, fields->url);
  add_credits (sum, fields->leads);
  add_links (sum, fields->links);
  add_number (sum, fields->is_cancelled);
}

static void
add_part (GChecksum         *sum,
          const LanyardPart *part)
{
  add_text (sum, part->key);
  add_text (sum, part->title);
  add_number (sum, part->duration);
  add_credits (sum, part->credits);
  add_links (sum, part->links);
}

static void
add_talk (GChecksum               *sum,
          LanyardTalk             *talk,
          const LanyardTalkFields *fields)
{
  add_item (sum, LANYARD_ITEM (talk));
  add_block (sum, fields->block);
  add_number (sum, fields->duration);
  add_text (sum, fields->subtitle);
  add_number (sum, fields->is_unrecorded);
  add_text (sum, fields->description);
  add_number (sum, fields->description_format);
  add_text (sum, fields->minutes);
  add_text (sum, fields->url);
  add_text (sum, fields->type);
  add_text (sum, fields->track);
  add_text (sum, fields->code);
  add_text (sum, fields->language);
  add_text (sum, fields->board);
  add_number (sum, fields->keywords != NULL);
  for (guint i = 0; fields->keywords != NULL && fields->keywords[i] != NULL; i++)
    add_text (sum, fields->keywords[i]);
  add_credits (sum, fields->credits);
  add_number (sum, fields->parts->len);
  for (guint i = 0; i < fields->parts->len; i++)
    add_part (sum, g_ptr_array_index (fields->parts, i));
  add_links (sum, fields->links);
}

static char *
get_fingerprint (LanyardProgramme *programme)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  GPtrArray *blocks = lanyard_programme_get_blocks (programme);
  GPtrArray *talks = lanyard_programme_get_talks (programme);
  GPtrArray *breaks = lanyard_programme_get_breaks (programme);

  add_conference (sum, lanyard_conference_get_fields (lanyard_programme_get_conference (programme)));
  add_number (sum, lanyard_programme_get_n_skipped (programme));
  add_number (sum, sessions->len);
  for (guint i = 0; i < sessions->len; i++)
    add_session (sum, lanyard_session_get_fields (g_ptr_array_index (sessions, i)));
  add_number (sum, blocks->len);
  for (guint i = 0; i < blocks->len; i++)
    {
      add_item (sum, g_ptr_array_index (blocks, i));
      add_credits (sum, lanyard_block_get_leads (g_ptr_array_index (blocks, i)));
    }
  add_number (sum, talks->len);
  for (guint i = 0; i < talks->len; i++)
    add_talk (sum, g_ptr_array_index (talks, i), lanyard_talk_get_fields (g_ptr_array_index (talks, i)));
  add_number (sum, breaks->len);
  for (guint i = 0; i < breaks->len; i++)
    {
      add_item (sum, g_ptr_array_index (breaks, i));
      add_block (sum, lanyard_break_get_block (g_ptr_array_index (breaks, i)));
      add_text (sum, lanyard_break_get_description (g_ptr_array_index (breaks, i)));
    }
  return g_strdup (g_checksum_get_string (sum));
}

/*
 * lanyard_store_is_same_programme:
 * @a: a whole programme
 * @b: a whole programme
 *
 * Says whether nothing needs to be written where @a is stored and @b is to be.
 */
gboolean
lanyard_store_is_same_programme (LanyardProgramme *a,
                                 LanyardProgramme *b)
{
  g_autofree char *first = get_fingerprint (a);
  g_autofree char *second = get_fingerprint (b);

  return g_str_equal (first, second);
}
