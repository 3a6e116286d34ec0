/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a programme: whole, or as an outline without what only the page of
 * one talk shows. Every table is read once, in the order of its numbers, and
 * what rows refer to is already there, in an array.
 * Called by loading and by saving, on the store's worker thread, inside their
 * transactions. */

#include "config.h"

#include "lanyard-store-names.h"
#include "lanyard-store-rows.h"

typedef struct
{
  gboolean whole;
  gint64 conference;
  GPtrArray *rooms;              /* owned; these are all by number */
  GPtrArray *persons;            /* owned */
  GPtrArray *sessions;           /* owned */
  GPtrArray *blocks;             /* owned */
  GPtrArray *talks;              /* owned */
  GPtrArray *breaks;             /* owned */
  LanyardSession *lost_session;  /* owned, nullable: of blocks whose own a damaged database has lost */
} Loader;

/* The item that all of a kind have in common is selected in this order. */
#define ITEM_COLUMNS(table) \
  table ".number, " table ".key, " table ".title, " table ".start, " table ".\"end\", " table ".room, " table ".session, " table ".is_cancelled"
#define N_ITEM_COLUMNS 8

static void
loader_clear (Loader *self)
{
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->talks, g_ptr_array_unref);
  g_clear_pointer (&self->breaks, g_ptr_array_unref);
  g_clear_object (&self->lost_session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

/* The object that a column refers to by its number. */
static gpointer
get_referred (LanyardStatement *row,
              int               column,
              GPtrArray        *objects)
{
  guint64 number;

  if (lanyard_statement_is_null (row, column))
    return NULL;

  number = lanyard_statement_get_number (row, column);
  return number < objects->len ? g_ptr_array_index (objects, number) : NULL;
}

static LanyardItemFields
read_item (Loader           *self,
           LanyardStatement *row)
{
  return (LanyardItemFields) {
    .key = lanyard_statement_need_text (row, 1),
    .title = lanyard_statement_need_text (row, 2),
    .start = lanyard_statement_get_time (row, 3),
    .end = lanyard_statement_get_time (row, 4),
    .room = get_referred (row, 5, self->rooms),
    .session = get_referred (row, 6, self->sessions),
    .is_cancelled = lanyard_statement_get_number (row, 7) != 0,
  };
}

/* A block without one cannot be, and those after it must keep their numbers. */
static LanyardSession *
ensure_lost_session (Loader *self)
{
  if (self->lost_session == NULL)
    self->lost_session = lanyard_session_new (&(LanyardSessionFields) { .key = "?", .title = "?" });
  return self->lost_session;
}

static LanyardStatement *
select_rows (Loader           *self,
             LanyardDatabase  *database,
             const char       *sql,
             GError          **error)
{
  LanyardStatement *statement = lanyard_statement_new (database, sql, error);

  if (statement != NULL)
    lanyard_statement_bind_number (statement, self->conference);
  return statement;
}

static gboolean
end_rows (GError **failure,
          GError **error)
{
  if (*failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (failure));
  return FALSE;
}

static void
add_session (Loader            *self,
             LanyardStatement  *row,
             LanyardStoreOwned *leads_of,
             LanyardStoreOwned *links_of,
             GError           **error)
{
  gint64 number = lanyard_statement_get_number (row, 0);
  g_autoptr (GPtrArray) leads = lanyard_store_owned_take (leads_of, number, error);
  g_autoptr (GPtrArray) links = lanyard_store_owned_take (links_of, number, error);

  g_ptr_array_add (self->sessions, lanyard_session_new (&(LanyardSessionFields) {
    .key = lanyard_statement_need_text (row, 1),
    .title = lanyard_statement_need_text (row, 2),
    .code = lanyard_statement_get_text (row, 3),
    .type = lanyard_statement_get_text (row, 4),
    .color = lanyard_statement_get_text (row, 5),
    .is_poster = lanyard_statement_get_number (row, 6) != 0,
    .url = lanyard_statement_get_text (row, 7),
    .description = lanyard_statement_get_text (row, 8),
    .description_format = lanyard_store_text_format_of_name (lanyard_statement_get_text (row, 9)),
    .minutes = lanyard_statement_get_text (row, 10),
    .is_cancelled = lanyard_statement_get_number (row, 11) != 0,
    .leads = leads,
    .links = links,
  }));
}

static gboolean
load_sessions (Loader           *self,
               LanyardDatabase  *database,
               GError          **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (LanyardStoreOwned) leads = NULL;
  g_autoptr (LanyardStoreOwned) links = NULL;
  g_autoptr (GError) failure = NULL;

  if ((row = select_rows (self, database,
                          "SELECT s.number, s.key, s.title, s.code, s.type, s.color, s.is_poster, s.url,"
                          "    d.description, d.description_format, d.minutes, s.is_cancelled"
                          "  FROM sessions s CROSS JOIN documents d"
                          "    ON d.conference = s.conference AND d.kind = 'session' AND d.key = s.key"
                          "  WHERE s.conference = ?1 ORDER BY s.number",
                          error)) == NULL ||
      (leads = lanyard_store_owned_new_credits (database, self->conference, "session", 0,
                                                self->persons, error)) == NULL ||
      (links = lanyard_store_owned_new_links (database, self->conference, "session", 0, error)) == NULL)
    return FALSE;

  while (failure == NULL && lanyard_statement_next (row, &failure))
    add_session (self, row, leads, links, &failure);
  return end_rows (&failure, error);
}

static gboolean
load_blocks (Loader           *self,
             LanyardDatabase  *database,
             GError          **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (LanyardStoreOwned) leads_of = NULL;
  g_autoptr (GError) failure = NULL;

  if ((row = select_rows (self, database,
                          "SELECT " ITEM_COLUMNS ("b") " FROM blocks b"
                          "  WHERE b.conference = ?1 ORDER BY b.number",
                          error)) == NULL ||
      (leads_of = lanyard_store_owned_new_credits (database, self->conference, "block", 0,
                                                   self->persons, error)) == NULL)
    return FALSE;

  while (failure == NULL && lanyard_statement_next (row, &failure))
    {
      LanyardItemFields item = read_item (self, row);
      g_autoptr (GPtrArray) leads = NULL;

      if (item.session == NULL)
        item.session = ensure_lost_session (self);
      leads = lanyard_store_owned_take (leads_of, lanyard_statement_get_number (row, 0), &failure);
      g_ptr_array_add (self->blocks, lanyard_block_new (&item, leads));
    }
  return end_rows (&failure, error);
}

typedef struct
{
  LanyardStoreOwned *credits; /* owned */
  LanyardStoreOwned *parts;   /* owned, NULL in an outline */
  LanyardStoreOwned *links;   /* owned, NULL in an outline */
} TalkOwned;

static void
talk_owned_clear (TalkOwned *owned)
{
  g_clear_pointer (&owned->credits, lanyard_store_owned_free);
  g_clear_pointer (&owned->parts, lanyard_store_owned_free);
  g_clear_pointer (&owned->links, lanyard_store_owned_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalkOwned, talk_owned_clear)

static void
add_talk (Loader            *self,
          LanyardStatement  *row,
          TalkOwned         *owned,
          GError           **error)
{
  gint64 number = lanyard_statement_get_number (row, 0);
  const char *keywords = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 7);
  g_autoptr (GPtrArray) credits = lanyard_store_owned_take (owned->credits, number, error);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_auto (GStrv) words = keywords != NULL ? g_strsplit (keywords, "\n", -1) : NULL;
  LanyardTalkFields fields = {
    .item = read_item (self, row),
    .block = get_referred (row, N_ITEM_COLUMNS, self->blocks),
    .duration = lanyard_statement_get_number (row, N_ITEM_COLUMNS + 1),
    .url = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 2),
    .type = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 3),
    .track = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 4),
    .code = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 5),
    .board = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 6),
    .keywords = (const char *const *) words,
    .language = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 8),
    .subtitle = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 9),
    .is_unrecorded = lanyard_statement_get_number (row, N_ITEM_COLUMNS + 10) != 0,
    .credits = credits,
  };

  if (self->whole)
    {
      parts = lanyard_store_owned_take (owned->parts, number, error);
      links = lanyard_store_owned_take (owned->links, number, error);
      fields.description = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 11);
      fields.description_format =
          lanyard_store_text_format_of_name (lanyard_statement_get_text (row, N_ITEM_COLUMNS + 12));
      fields.minutes = lanyard_statement_get_text (row, N_ITEM_COLUMNS + 13);
      fields.parts = parts;
      fields.links = links;
    }
  g_ptr_array_add (self->talks, lanyard_talk_new (&fields));
}

#define TALK_COLUMNS                                                                  \
  ITEM_COLUMNS ("t")                                                                  \
  ", t.block, t.duration, t.url, t.type, t.track, t.code, t.board, t.keywords, t.language, t.subtitle, t.is_unrecorded"

/* The joins are crossed so that the planner keeps their order, in which the
 * rows come sorted. */
static gboolean
load_talks (Loader           *self,
            LanyardDatabase  *database,
            GError          **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_auto (TalkOwned) owned = { NULL };
  g_autoptr (GError) failure = NULL;

  row = select_rows (self, database,
                     self->whole ? "SELECT " TALK_COLUMNS ", d.description, d.description_format, d.minutes"
                                   "  FROM talks t CROSS JOIN documents d"
                                   "    ON d.conference = t.conference AND d.kind = 'talk' AND d.key = t.key"
                                   "  WHERE t.conference = ?1 ORDER BY t.number"
                                 : "SELECT " TALK_COLUMNS " FROM talks t"
                                   "  WHERE t.conference = ?1 ORDER BY t.number",
                     error);
  if (row == NULL ||
      (owned.credits = lanyard_store_owned_new_credits (database, self->conference, "talk", 0,
                                                        self->persons, error)) == NULL)
    return FALSE;
  if (self->whole &&
      ((owned.parts = lanyard_store_owned_new_parts (database, self->conference, 0, self->persons, error)) == NULL ||
       (owned.links = lanyard_store_owned_new_links (database, self->conference, "talk", 0, error)) == NULL))
    return FALSE;

  while (failure == NULL && lanyard_statement_next (row, &failure))
    add_talk (self, row, &owned, &failure);
  return end_rows (&failure, error);
}

static gboolean
load_breaks (Loader           *self,
             LanyardDatabase  *database,
             GError          **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (GError) failure = NULL;

  row = select_rows (self, database,
                     "SELECT " ITEM_COLUMNS ("b") ", b.block, b.description FROM breaks b"
                     "  WHERE b.conference = ?1 ORDER BY b.number",
                     error);
  if (row == NULL)
    return FALSE;

  while (lanyard_statement_next (row, &failure))
    {
      LanyardItemFields item = read_item (self, row);

      g_ptr_array_add (self->breaks,
                       lanyard_break_new (&item, get_referred (row, N_ITEM_COLUMNS, self->blocks),
                                          lanyard_statement_get_text (row, N_ITEM_COLUMNS + 1)));
    }
  return end_rows (&failure, error);
}

static LanyardConference *
load_conference (Loader           *self,
                 LanyardDatabase  *database,
                 guint            *n_skipped,
                 GError          **error)
{
  g_autoptr (LanyardStatement) row = NULL;
  g_autoptr (LanyardStoreOwned) chairs_of = NULL;
  g_autoptr (LanyardStoreOwned) links_of = NULL;
  g_autoptr (GPtrArray) chairs = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (LanyardConference) conference = NULL;
  g_autoptr (GError) failure = NULL;

  if ((row = select_rows (self, database,
                          "SELECT " LANYARD_STORE_CONFERENCE_COLUMNS ", n_skipped FROM conferences"
                          "  WHERE id = ?1",
                          error)) == NULL ||
      (chairs_of = lanyard_store_owned_new_credits (database, self->conference, "conference", 0,
                                                    self->persons, error)) == NULL ||
      (links_of = lanyard_store_owned_new_links (database, self->conference, "conference", 0, error)) == NULL)
    return NULL;

  chairs = lanyard_store_owned_take (chairs_of, 0, &failure);
  links = lanyard_store_owned_take (links_of, 0, &failure);
  if (failure == NULL && lanyard_statement_next (row, &failure))
    {
      conference = lanyard_store_rows_read_conference (row, chairs, links);
      *n_skipped = lanyard_statement_get_number (row, LANYARD_STORE_N_CONFERENCE_COLUMNS);
    }
  return end_rows (&failure, error) ? g_steal_pointer (&conference) : NULL;
}

static LanyardProgramme *
load_programme (Loader           *self,
                LanyardDatabase  *database,
                GError          **error)
{
  g_autoptr (LanyardConference) conference = NULL;
  guint n_skipped = 0;

  if ((self->rooms = lanyard_store_rows_read_rooms (database, self->conference, error)) == NULL ||
      (self->persons = lanyard_store_rows_read_persons (database, self->conference, self->whole, error)) == NULL ||
      (conference = load_conference (self, database, &n_skipped, error)) == NULL ||
      !load_sessions (self, database, error) ||
      !load_blocks (self, database, error) ||
      !load_talks (self, database, error) ||
      !load_breaks (self, database, error))
    return NULL;

  return lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference,
    .sessions = self->sessions,
    .blocks = self->blocks,
    .talks = self->talks,
    .breaks = self->breaks,
    .n_skipped = n_skipped,
  });
}

/*
 * lanyard_store_read_programme:
 * @conference: the number of the conference's row, which may be removed
 * @whole: whether to read also what an outline does not have
 *
 * Reads a programme.
 */
LanyardProgramme *
lanyard_store_read_programme (LanyardDatabase  *database,
                              gint64            conference,
                              gboolean          whole,
                              GError          **error)
{
  g_auto (Loader) loader = { .whole = whole, .conference = conference };

  loader.sessions = g_ptr_array_new_with_free_func (g_object_unref);
  loader.blocks = g_ptr_array_new_with_free_func (g_object_unref);
  loader.talks = g_ptr_array_new_with_free_func (g_object_unref);
  loader.breaks = g_ptr_array_new_with_free_func (g_object_unref);
  return load_programme (&loader, database, error);
}
