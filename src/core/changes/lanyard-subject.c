/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Talks, sessions and breaks as the comparison of programmes sees them, so that
 * it need not know one from the other. Any thread. */

#include "config.h"

#include "lanyard-subject.h"

/* The blocks of each session, in timetable order. The arrays are the table's. */
GHashTable *
lanyard_subject_index_blocks (LanyardProgramme *programme)
{
  GPtrArray *blocks = lanyard_programme_get_blocks (programme);
  GHashTable *by_session = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < blocks->len; i++)
    {
      LanyardSession *session = lanyard_item_get_session (g_ptr_array_index (blocks, i));
      GPtrArray *its_blocks = g_hash_table_lookup (by_session, session);

      if (its_blocks == NULL)
        {
          its_blocks = g_ptr_array_new ();
          g_hash_table_insert (by_session, session, its_blocks);
        }
      g_ptr_array_add (its_blocks, blocks->pdata[i]);
    }
  return by_session;
}

/* A talk or a break. Without @has_texts its description and links are not
 * known, which is not the same as having none. */
LanyardSubject
lanyard_subject_of_item (LanyardItem *item,
                         gboolean     has_texts)
{
  LanyardSubject subject = {
    .kind = lanyard_item_get_kind (item),
    .key = lanyard_item_get_key (item),
    .title = lanyard_item_get_title (item),
    .is_cancelled = lanyard_item_is_cancelled (item),
    .has_place = TRUE,
    .start = lanyard_item_get_start (item),
    .end = lanyard_item_get_end (item),
    .room = lanyard_item_get_room (item),
    .session = lanyard_item_get_session (item),
  };

  if (LANYARD_IS_TALK (item))
    {
      const LanyardTalkFields *talk = lanyard_talk_get_fields (LANYARD_TALK (item));

      subject.credits = talk->credits;
      if (has_texts)
        {
          subject.description = talk->description;
          subject.description_format = talk->description_format;
          subject.links = talk->links;
        }
    }
  return subject;
}

/* A session is when and where its first block is. With several blocks, which
 * of them moved would be a guess, and their talks tell of it anyway. */
LanyardSubject
lanyard_subject_of_session (GHashTable     *blocks,
                            LanyardSession *session)
{
  const LanyardSessionFields *fields = lanyard_session_get_fields (session);
  GPtrArray *its_blocks = g_hash_table_lookup (blocks, session);
  LanyardItem *block = its_blocks != NULL ? g_ptr_array_index (its_blocks, 0) : NULL;

  return (LanyardSubject) {
    .kind = LANYARD_KIND_SESSION,
    .key = fields->key,
    .title = fields->title,
    .is_cancelled = lanyard_session_is_cancelled (session),
    .has_place = its_blocks == NULL || its_blocks->len == 1,
    .start = block != NULL ? lanyard_item_get_start (block) : LANYARD_NO_TIME,
    .end = block != NULL ? lanyard_item_get_end (block) : LANYARD_NO_TIME,
    .room = block != NULL ? lanyard_item_get_room (block) : NULL,
    .description = fields->description,
    .description_format = fields->description_format,
    .links = fields->links,
  };
}
