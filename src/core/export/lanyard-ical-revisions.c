/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often and when what is in a calendar has changed, which tells a calendar
 * program which of two versions of an entry is the newer one. Nothing is
 * counted for it: a conference's history and the times of picks say it all.
 * Called by lanyard-ical.c; any thread. */

#include "config.h"

#include "lanyard-ical-private.h"

#include "model/lanyard-change.h"
#include "model/lanyard-own-entry.h"

/* 1 January 2020, older than any own entry. */
#define FIRST_SECOND G_GINT64_CONSTANT (1577836800)

typedef struct
{
  gint64 last;      /* when it changed last, UTC seconds */
  gint64 counted;   /* when what was counted last was noticed */
  guint  n_changes; /* how many refreshes found something */
} Revision;

struct _LanyardIcalRevisions
{
  GHashTable *revisions; /* owned: "kind/key" -> Revision */
  gint64 imported_at;    /* UTC seconds */
};

static char *
make_id (LanyardKind  kind,
         const char  *key)
{
  return g_strdup_printf ("%u/%s", (guint) kind, key);
}

static Revision *
get_revision (LanyardIcalRevisions *self,
              LanyardKind           kind,
              const char           *key)
{
  g_autofree char *id = make_id (kind, key);
  Revision *revision = g_hash_table_lookup (self->revisions, id);

  if (revision == NULL)
    {
      revision = g_new0 (Revision, 1);
      revision->counted = LANYARD_NO_TIME;
      g_hash_table_insert (self->revisions, g_steal_pointer (&id), revision);
    }
  return revision;
}

/* What one refresh found about a thing counts once. That it is new is no
 * change of it. */
static void
count (LanyardIcalRevisions      *self,
       LanyardKind                kind,
       const char                *key,
       const LanyardChangeFields *change)
{
  Revision *revision = get_revision (self, kind, key);

  revision->last = MAX (revision->last, change->noticed_at);
  if (change->kind == LANYARD_CHANGE_NEW || change->noticed_at == revision->counted)
    return;
  revision->counted = change->noticed_at;
  revision->n_changes++;
}

/* A block says its session's title and the talks in it. */
static void
count_for_blocks (LanyardIcalRevisions      *self,
                  LanyardProgramme          *programme,
                  const LanyardChangeFields *change)
{
  LanyardSession *session = NULL;
  LanyardTalk *talk = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  LanyardBlock *block;

  if (change->item_kind == LANYARD_KIND_TALK)
    talk = lanyard_programme_find_talk (programme, change->key);
  block = talk != NULL ? lanyard_talk_get_fields (talk)->block : NULL;
  if (block != NULL)
    count (self, LANYARD_KIND_BLOCK, lanyard_item_get_key (LANYARD_ITEM (block)), change);

  if (change->item_kind == LANYARD_KIND_SESSION)
    session = lanyard_programme_find_session (programme, change->key);
  if (session == NULL)
    return;
  blocks = lanyard_programme_dup_session_blocks (programme, session);
  for (guint i = 0; i < blocks->len; i++)
    count (self, LANYARD_KIND_BLOCK, lanyard_item_get_key (g_ptr_array_index (blocks, i)), change);
}

static gint64
get_last (LanyardIcalRevisions *self,
          LanyardKind           kind,
          const char           *key)
{
  g_autofree char *id = make_id (kind, key);
  const Revision *revision = g_hash_table_lookup (self->revisions, id);

  return revision != NULL ? revision->last : 0;
}

/* Private: reads what is known of the changes of a conference. */
LanyardIcalRevisions *
lanyard_ical_revisions_new (const LanyardExtractFields *extract)
{
  LanyardIcalRevisions *self = g_new0 (LanyardIcalRevisions, 1);
  GPtrArray *changes = extract->changes;
  GPtrArray *picks = extract->picks;

  self->revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->imported_at =
      lanyard_conference_get_fields (lanyard_programme_get_conference (extract->programme))->imported_at;
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const LanyardChangeFields *change = lanyard_change_get_fields (g_ptr_array_index (changes, i));

      count (self, change->item_kind, change->key, change);
      count_for_blocks (self, extract->programme, change);
    }
  for (guint i = 0; picks != NULL && i < picks->len; i++)
    {
      const LanyardPick *pick = g_ptr_array_index (picks, i);
      Revision *revision = get_revision (self, pick->kind, pick->key);

      revision->last = MAX (revision->last, pick->picked_at);
    }
  return self;
}

/* Private: forgets it. */
void
lanyard_ical_revisions_free (LanyardIcalRevisions *self)
{
  g_hash_table_unref (self->revisions);
  g_free (self);
}

/* Private: a number that grows with each change. Of an own entry nobody counts
 * the changes; when the last one was grows as well. */
guint
lanyard_ical_revisions_get_sequence (LanyardIcalRevisions *self,
                                     LanyardItem          *item)
{
  g_autofree char *id = make_id (lanyard_item_get_kind (item), lanyard_item_get_key (item));
  const Revision *revision = g_hash_table_lookup (self->revisions, id);

  if (LANYARD_IS_OWN_ENTRY (item))
    return (guint) CLAMP (lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item))->changed_at - FIRST_SECOND, 0,
                          G_MAXINT);
  return revision != NULL ? revision->n_changes : 0;
}

/* Private: when it was changed last, by the organisers or by a pick of it,
 * UTC seconds. */
gint64
lanyard_ical_revisions_get_modified_at (LanyardIcalRevisions *self,
                                        LanyardItem          *item)
{
  LanyardSession *session = lanyard_item_get_session (item);
  gint64 last;

  if (LANYARD_IS_OWN_ENTRY (item))
    return MAX (lanyard_own_entry_get_fields (LANYARD_OWN_ENTRY (item))->changed_at, 0);

  last = get_last (self, lanyard_item_get_kind (item), lanyard_item_get_key (item));
  if (session != NULL)
    last = MAX (last, get_last (self, LANYARD_KIND_SESSION, lanyard_session_get_key (session)));
  return last > 0 ? last : MAX (self->imported_at, 0);
}
