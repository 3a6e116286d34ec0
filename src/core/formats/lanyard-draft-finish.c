/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns a draft into a programme once everything has been read: joins what was
 * known by title only, settles times, gives breaks their keys, and makes the
 * immutable objects from the inside out. The importers call it last, in the
 * thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-draft.h"
#include "lanyard-feed-text.h"

/* Nothing in a programme takes longer; what says so is wrong. */
#define LONGEST (366 * 24 * 60 * 60)

/* Short keys first, so that numbers are in their order. */
static int
compare_keys (const char *a,
              const char *b)
{
  gsize left = strlen (a);
  gsize right = strlen (b);

  return left != right ? (left > right) - (left < right) : strcmp (a, b);
}

static int
compare_draft_blocks (gconstpointer a,
                      gconstpointer b)
{
  const LanyardDraftBlock *left = *(LanyardDraftBlock **) a;
  const LanyardDraftBlock *right = *(LanyardDraftBlock **) b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return compare_keys (left->key, right->key);
}

/* The sessions by title; of namesakes the one whose key comes first. */
static GHashTable *
index_titles (LanyardDraft *self)
{
  GHashTable *by_title = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      LanyardDraftSession *session = g_ptr_array_index (self->sessions, i);
      LanyardDraftSession *namesake;

      if (session->fields.title == NULL)
        continue;
      namesake = g_hash_table_lookup (by_title, session->fields.title);
      if (namesake == NULL || compare_keys (session->fields.key, namesake->fields.key) < 0)
        g_hash_table_replace (by_title, (char *) session->fields.title, session);
    }
  return by_title;
}

/* Finds the sessions of talks that know theirs by its title alone; makes a
 * session that no document describes, with a key made of the title. */
static void
join_sessions (LanyardDraft *self)
{
  g_autoptr (GHashTable) by_title = index_titles (self);

  for (guint i = 0; i < self->talks->len; i++)
    {
      LanyardDraftTalk *talk = g_ptr_array_index (self->talks, i);

      if (talk->session == NULL && talk->block != NULL)
        talk->session = talk->block->session;
      if (talk->session != NULL || talk->session_title == NULL)
        continue;

      talk->session = g_hash_table_lookup (by_title, talk->session_title);
      if (talk->session == NULL)
        {
          g_autofree char *key = g_strconcat ("t:", talk->session_title, NULL);

          talk->session = lanyard_draft_ensure_session (self, key);
          talk->session->fields.title = talk->session_title;
          g_hash_table_insert (by_title, (char *) talk->session_title, talk->session);
        }
    }
}

/* A session that names no leads is led by those of its blocks. */
static void
share_leads (LanyardDraft *self)
{
  g_autoptr (GHashTable) leaderless = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      LanyardDraftSession *session = g_ptr_array_index (self->sessions, i);

      if (session->leads == NULL)
        g_hash_table_add (leaderless, session);
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      LanyardDraftBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->leads == NULL || !g_hash_table_contains (leaderless, block->session))
        continue;
      for (guint j = 0; j < block->leads->len; j++)
        lanyard_draft_add_credit (&block->session->leads,
                                  g_array_index (block->leads, LanyardDraftCredit, j).person,
                                  LANYARD_ROLE_LEAD);
    }
}

/* The end counts for more than the duration: Indico's wraps at 24 hours, and a
 * poster's is its block's. But an end before the start, as the hour that
 * exists twice gives it, is worth nothing. */
static void
settle_times (gint64 *start,
              gint64 *end,
              guint  *duration)
{
  if (*start == LANYARD_NO_TIME)
    *end = LANYARD_NO_TIME;
  else if (*end == LANYARD_NO_TIME || *end < *start || *end - *start > LONGEST ||
           (*end == *start && *duration > 0))
    *end = *start + *duration;
  else
    *duration = *end - *start;
}

static GPtrArray *
make_credits (GArray *drafts)
{
  GPtrArray *credits;

  if (drafts == NULL)
    return NULL;

  credits = g_ptr_array_new_full (drafts->len, (GDestroyNotify) lanyard_credit_unref);
  for (guint i = 0; i < drafts->len; i++)
    {
      const LanyardDraftCredit *draft = &g_array_index (drafts, LanyardDraftCredit, i);
      LanyardDraftPerson *person = draft->person;

      if (person->person == NULL)
        person->person = lanyard_person_new_whole (person->key, person->name, person->affiliation, person->email,
                                                   person->biography, person->biography_format);
      if (person->credits[draft->role] == NULL)
        person->credits[draft->role] = lanyard_credit_new (person->person, draft->role);
      g_ptr_array_add (credits, lanyard_credit_ref (person->credits[draft->role]));
    }
  return credits;
}

static LanyardRoom *
make_room (LanyardDraftRoom *draft)
{
  if (draft == NULL)
    return NULL;
  if (draft->room == NULL)
    draft->room = lanyard_room_new (draft->name, draft->venue);
  return draft->room;
}

static LanyardSession *
made_session (LanyardDraftSession *draft)
{
  return draft != NULL ? draft->session : NULL;
}

static LanyardBlock *
made_block (LanyardDraftBlock *draft)
{
  return draft != NULL ? draft->block : NULL;
}

/* Makes the sessions. One that is mentioned by number only, without a title
 * anywhere, is none that could be shown. */
static GPtrArray *
make_sessions (LanyardDraft *self)
{
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; i < self->sessions->len; i++)
    {
      LanyardDraftSession *draft = g_ptr_array_index (self->sessions, i);
      g_autoptr (GPtrArray) leads = make_credits (draft->leads);
      LanyardSessionFields fields = draft->fields;

      if (fields.title == NULL)
        continue;
      lanyard_feed_text_add_links (fields.description, &draft->links);
      lanyard_feed_text_add_links (fields.minutes, &draft->links);
      fields.leads = leads;
      fields.links = draft->links;
      draft->session = lanyard_session_new (&fields);
      g_ptr_array_add (sessions, draft->session);
    }
  return sessions;
}

static GPtrArray *
make_blocks (LanyardDraft *self)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < self->blocks->len; i++)
    {
      LanyardDraftBlock *draft = g_ptr_array_index (self->blocks, i);
      g_autoptr (GPtrArray) leads = make_credits (draft->leads);
      guint duration = 0;

      if (draft->session->session == NULL)
        {
          lanyard_draft_skip (self, LANYARD_KIND_BLOCK, draft->key);
          continue;
        }
      settle_times (&draft->start, &draft->end, &duration);
      draft->block = lanyard_block_new (&(LanyardItemFields) {
        .key = draft->key,
        .title = draft->title != NULL ? draft->title : draft->session->fields.title,
        .start = draft->start,
        .end = draft->end,
        .room = make_room (draft->room),
        .session = draft->session->session,
      }, leads);
      g_ptr_array_add (blocks, draft->block);
    }
  return blocks;
}

static GPtrArray *
make_parts (GPtrArray *drafts)
{
  GPtrArray *parts;

  if (drafts == NULL)
    return NULL;

  parts = g_ptr_array_new_full (drafts->len, (GDestroyNotify) lanyard_part_unref);
  for (guint i = 0; i < drafts->len; i++)
    {
      LanyardDraftPart *draft = g_ptr_array_index (drafts, i);
      g_autoptr (GPtrArray) credits = make_credits (draft->credits);

      g_ptr_array_add (parts, lanyard_part_new (draft->key, draft->title, draft->duration, credits, draft->links));
    }
  return parts;
}

static LanyardTalk *
make_talk (LanyardDraftTalk *draft)
{
  g_autoptr (GPtrArray) credits = make_credits (draft->credits);
  g_autoptr (GPtrArray) parts = make_parts (draft->parts);
  LanyardTalkFields fields = draft->fields;
  LanyardDraftRoom *room = draft->room;

  if (room == NULL && draft->block != NULL)
    room = draft->block->room;
  settle_times (&fields.item.start, &fields.item.end, &fields.duration);
  fields.item.room = make_room (room);
  fields.item.session = made_session (draft->session);
  fields.block = made_block (draft->block);
  if (draft->session != NULL && g_strcmp0 (fields.track, draft->session->fields.title) == 0)
    fields.track = NULL;
  if (draft->keywords != NULL)
    {
      g_ptr_array_add (draft->keywords, NULL);
      fields.keywords = (const char * const *) draft->keywords->pdata;
    }
  lanyard_feed_text_add_links (fields.description, &draft->links);
  lanyard_feed_text_add_links (fields.minutes, &draft->links);
  fields.credits = credits;
  fields.parts = parts;
  fields.links = draft->links;
  return lanyard_talk_new (&fields);
}

/* Makes the talks. There are many of them: each draft is let go once there is a
 * talk of it, so that not all are in memory twice. */
static GPtrArray *
make_talks (LanyardDraft *self)
{
  gsize n_drafts;
  g_autofree gpointer *drafts = g_ptr_array_steal (self->talks, &n_drafts);
  GPtrArray *talks = g_ptr_array_new_full (n_drafts, g_object_unref);

  g_hash_table_remove_all (self->talks_by_key);
  for (gsize i = 0; i < n_drafts; i++)
    {
      LanyardDraftTalk *draft = drafts[i];

      if (draft->fields.item.title != NULL)
        g_ptr_array_add (talks, make_talk (draft));
      else
        lanyard_draft_skip (self, LANYARD_KIND_TALK, draft->fields.item.key);
      lanyard_draft_talk_free (draft);
    }
  return talks;
}

/* What a break's key begins with: its block, or its day in the conference's
 * zone. Entries of a timetable have numbers, but get new ones when they are
 * moved. */
static char *
dup_break_place (LanyardDraftBreak *entry,
                 LanyardZone       *zone)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (entry->block != NULL)
    return g_strconcat (entry->block->key, "/", entry->title, NULL);

  utc = g_date_time_new_from_unix_utc (entry->start);
  local = g_date_time_to_timezone (utc, lanyard_zone_get_time_zone (zone));
  return g_strdup_printf ("%04d-%02d-%02d/%s",
                          g_date_time_get_year (local), g_date_time_get_month (local),
                          g_date_time_get_day_of_month (local), entry->title);
}

static int
compare_breaks (gconstpointer a,
                gconstpointer b)
{
  const LanyardDraftBreak *left = *(LanyardDraftBreak **) a;
  const LanyardDraftBreak *right = *(LanyardDraftBreak **) b;
  int order = strcmp (left->key, right->key);

  if (order == 0 && left->start != right->start)
    return left->start < right->start ? -1 : 1;
  if (order == 0 && left->end != right->end)
    return left->end < right->end ? -1 : 1;
  if (order == 0)
    order = g_strcmp0 (left->room != NULL ? left->room->name : NULL, right->room != NULL ? right->room->name : NULL);
  if (order == 0)
    order = g_strcmp0 (left->description, right->description);
  return order;
}

static gboolean
is_same_break (const LanyardDraftBreak *a,
               const LanyardDraftBreak *b)
{
  return a->start == b->start && a->end == b->end && a->room == b->room && a->block == b->block &&
         strcmp (a->title, b->title) == 0;
}

/* Makes the breaks. A break's key is its block or day, its title, and which of
 * those of that title it is there, counted from 1 in order of start: stable as
 * long as no earlier one of the same name comes or goes. A break that was read
 * twice, in a block over midnight or in two documents, is one. */
static GPtrArray *
make_breaks (LanyardDraft *self,
             LanyardZone  *zone)
{
  GPtrArray *breaks = g_ptr_array_new_full (self->breaks->len, g_object_unref);
  const LanyardDraftBreak *before = NULL;
  guint ordinal = 0;

  for (guint i = 0; i < self->breaks->len; i++)
    {
      LanyardDraftBreak *draft = g_ptr_array_index (self->breaks, i);
      guint duration = 0;

      settle_times (&draft->start, &draft->end, &duration);
      draft->key = dup_break_place (draft, zone);
      if (draft->room == NULL && draft->block != NULL)
        draft->room = draft->block->room;
    }
  g_ptr_array_sort (self->breaks, compare_breaks);

  for (guint i = 0; i < self->breaks->len; i++)
    {
      const LanyardDraftBreak *draft = g_ptr_array_index (self->breaks, i);
      g_autofree char *key = NULL;

      if (before != NULL && is_same_break (before, draft))
        continue;
      ordinal = before != NULL && strcmp (before->key, draft->key) == 0 ? ordinal + 1 : 1;
      before = draft;
      key = g_strdup_printf ("%s/%u", draft->key, ordinal);
      g_ptr_array_add (breaks, lanyard_break_new (&(LanyardItemFields) {
        .key = key,
        .title = draft->title,
        .start = draft->start,
        .end = draft->end,
        .room = make_room (draft->room),
        .session = draft->block != NULL ? made_session (draft->block->session) : NULL,
      }, made_block (draft->block), draft->description));
    }
  return breaks;
}

/* Stretches the conference over its items where the feed does not say when it
 * is. */
static void
enclose (LanyardConferenceFields *conference,
         GPtrArray               *items,
         gboolean                 wants_start,
         gboolean                 wants_end)
{
  for (guint i = 0; i < items->len; i++)
    {
      LanyardItem *item = g_ptr_array_index (items, i);

      if (!lanyard_item_is_scheduled (item))
        continue;
      if (wants_start && (conference->start == LANYARD_NO_TIME || lanyard_item_get_start (item) < conference->start))
        conference->start = lanyard_item_get_start (item);
      if (wants_end && (conference->end == LANYARD_NO_TIME || lanyard_item_get_end (item) > conference->end))
        conference->end = lanyard_item_get_end (item);
    }
}

static LanyardConference *
make_conference (LanyardDraft                 *self,
                 const LanyardProgrammeFields *programme)
{
  g_autoptr (GPtrArray) chairs = make_credits (self->chairs);
  LanyardConferenceFields fields = self->conference;
  gboolean wants_start = fields.start == LANYARD_NO_TIME;
  gboolean wants_end = fields.end == LANYARD_NO_TIME || fields.end < fields.start;

  if (wants_end)
    fields.end = LANYARD_NO_TIME;
  enclose (&fields, programme->blocks, wants_start, wants_end);
  enclose (&fields, programme->talks, wants_start, wants_end);
  enclose (&fields, programme->breaks, wants_start, wants_end);
  lanyard_feed_text_add_links (fields.description, &self->links);
  fields.chairs = chairs;
  fields.links = self->links;
  fields.n_talks = programme->talks->len;
  fields.n_sessions = programme->sessions->len;
  return lanyard_conference_new (&fields);
}

static guint
count_skipped (LanyardDraft *self,
               GPtrArray    *talks)
{
  for (guint i = 0; g_hash_table_size (self->skipped) > 0 && i < talks->len; i++)
    {
      LanyardItem *talk = g_ptr_array_index (talks, i);
      g_autofree char *skipped = g_strdup_printf ("%d:%s", LANYARD_KIND_TALK, lanyard_item_get_key (talk));

      g_hash_table_remove (self->skipped, skipped);
    }
  return g_hash_table_size (self->skipped);
}

/* Makes the programme. The conference must have a title by now. */
LanyardProgramme *
lanyard_draft_finish (LanyardDraft *self)
{
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) talks = NULL;
  g_autoptr (GPtrArray) breaks = NULL;
  g_autoptr (LanyardConference) conference = NULL;
  LanyardProgrammeFields fields = { 0 };
  LanyardZone *zone;

  g_assert (self->conference.title != NULL);

  if (self->conference.zone == NULL || lanyard_draft_get_zone (self, self->conference.zone) == NULL)
    self->conference.zone = "UTC";
  zone = lanyard_draft_get_zone (self, self->conference.zone);

  g_ptr_array_sort (self->blocks, compare_draft_blocks);
  join_sessions (self);
  share_leads (self);
  fields.sessions = sessions = make_sessions (self);
  fields.blocks = blocks = make_blocks (self);
  fields.talks = talks = make_talks (self);
  fields.breaks = breaks = make_breaks (self, zone);
  fields.conference = conference = make_conference (self, &fields);
  fields.n_skipped = count_skipped (self, talks);
  fields.remarks = self->remarks;
  return lanyard_programme_new (&fields);
}
