/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the model's objects from the database's rows: conferences, rooms,
 * persons, and what belongs to others: credits, links, parts. Those come in
 * the order of their owners' numbers, as the owners do, so both are read side
 * by side and nothing is ever looked up.
 * Called by the files that load, on the store's worker thread. */

#include "config.h"

#include "lanyard-store-names.h"
#include "lanyard-store-rows.h"

typedef gpointer (*MakeFunc) (LanyardStoreOwned  *self,
                              GError            **error);

typedef gpointer (*ReadFunc) (LanyardStatement *row);

struct _LanyardStoreOwned
{
  LanyardStatement *statement; /* owned; the owner's number comes first */
  gboolean is_started;
  gboolean has_row;
  MakeFunc make;
  GDestroyNotify free_made;
  GPtrArray *persons;         /* borrowed, nullable: by their numbers, with gaps */
  LanyardStoreOwned *credits; /* owned, nullable: those of parts */
  LanyardStoreOwned *links;   /* owned, nullable: those of parts */
};

static gpointer
read_room (LanyardStatement *row)
{
  return lanyard_room_new (lanyard_statement_need_text (row, 0), lanyard_statement_get_text (row, 1));
}

static gpointer
read_person (LanyardStatement *row)
{
  return lanyard_person_new (lanyard_statement_need_text (row, 0), lanyard_statement_need_text (row, 1),
                             lanyard_statement_get_text (row, 2), lanyard_statement_get_text (row, 3));
}

static gpointer
read_whole_person (LanyardStatement *row)
{
  return lanyard_person_new_whole (lanyard_statement_need_text (row, 0), lanyard_statement_need_text (row, 1),
                                   lanyard_statement_get_text (row, 2), lanyard_statement_get_text (row, 3),
                                   lanyard_statement_get_text (row, 4),
                                   lanyard_store_text_format_of_name (lanyard_statement_get_text (row, 5)));
}

static GPtrArray *
read_all (LanyardDatabase  *database,
          const char       *sql,
          gint64            conference,
          ReadFunc          read,
          GError          **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardStatement) row = lanyard_statement_new (database, sql, error);
  g_autoptr (GError) failure = NULL;

  if (row == NULL)
    return NULL;

  lanyard_statement_bind_number (row, conference);
  while (lanyard_statement_next (row, &failure))
    g_ptr_array_add (objects, read (row));
  if (failure == NULL)
    return g_steal_pointer (&objects);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gpointer
make_credit (LanyardStoreOwned  *self,
             GError            **error)
{
  guint64 number = lanyard_statement_get_number (self->statement, 1);
  LanyardPerson *person = number < self->persons->len ? g_ptr_array_index (self->persons, number) : NULL;

  if (person == NULL)
    return NULL;
  return lanyard_credit_new (person, lanyard_store_role_of_name (lanyard_statement_get_text (self->statement, 2)));
}

static gpointer
make_link (LanyardStoreOwned  *self,
           GError            **error)
{
  return lanyard_link_new (lanyard_statement_need_text (self->statement, 1),
                           lanyard_statement_get_text (self->statement, 2),
                           lanyard_store_link_kind_of_name (lanyard_statement_get_text (self->statement, 3)),
                           lanyard_statement_get_text (self->statement, 4),
                           lanyard_statement_get_number (self->statement, 5));
}

static gpointer
make_part (LanyardStoreOwned  *self,
           GError            **error)
{
  gint64 number = lanyard_statement_get_number (self->statement, 1);
  g_autoptr (GPtrArray) credits = lanyard_store_owned_take (self->credits, number, error);
  g_autoptr (GPtrArray) links = lanyard_store_owned_take (self->links, number, error);

  return lanyard_part_new (lanyard_statement_need_text (self->statement, 2),
                           lanyard_statement_need_text (self->statement, 3),
                           lanyard_statement_get_number (self->statement, 4),
                           credits, links);
}

static LanyardStoreOwned *
owned_new (LanyardDatabase  *database,
           const char       *sql,
           gint64            conference,
           const char       *owner_kind,
           gint64            first_owner,
           GError          **error)
{
  g_autoptr (LanyardStatement) statement = lanyard_statement_new (database, sql, error);
  LanyardStoreOwned *self;

  if (statement == NULL)
    return NULL;

  lanyard_statement_bind_number (statement, conference);
  lanyard_statement_bind_number (statement, first_owner);
  if (owner_kind != NULL)
    lanyard_statement_bind_text (statement, owner_kind);

  self = g_new0 (LanyardStoreOwned, 1);
  self->statement = g_steal_pointer (&statement);
  return self;
}

static void
go_on (LanyardStoreOwned  *self,
       GError            **error)
{
  self->has_row = lanyard_statement_next (self->statement, error);
  self->is_started = TRUE;
}

static gboolean
is_at (LanyardStoreOwned *self,
       gint64             owner)
{
  return self->has_row && lanyard_statement_get_number (self->statement, 0) == owner;
}

/*
 * lanyard_store_rows_read_conference:
 * @row: a row of %LANYARD_STORE_CONFERENCE_COLUMNS
 * @chairs: (nullable): who chairs it
 * @links: (nullable): its links
 *
 * Makes a conference.
 */
LanyardConference *
lanyard_store_rows_read_conference (LanyardStatement *row,
                                    GPtrArray        *chairs,
                                    GPtrArray        *links)
{
  return lanyard_conference_new (&(LanyardConferenceFields) {
    .uuid = lanyard_statement_need_text (row, 0),
    .feed_id = lanyard_statement_get_text (row, 1),
    .title = lanyard_statement_need_text (row, 2),
    .start = lanyard_statement_get_time (row, 3),
    .end = lanyard_statement_get_time (row, 4),
    .zone = lanyard_statement_need_text (row, 5),
    .venue = lanyard_statement_get_text (row, 6),
    .address = lanyard_statement_get_text (row, 7),
    .url = lanyard_statement_get_text (row, 8),
    .description = lanyard_statement_get_text (row, 9),
    .description_format = lanyard_store_text_format_of_name (lanyard_statement_get_text (row, 10)),
    .organizer = lanyard_statement_get_text (row, 11),
    .language = lanyard_statement_get_text (row, 12),
    .label = lanyard_statement_get_text (row, 13),
    .label_message = lanyard_statement_get_text (row, 14),
    .is_cancelled = lanyard_statement_get_number (row, 15) != 0,
    .n_talks = lanyard_statement_get_number (row, 16),
    .n_sessions = lanyard_statement_get_number (row, 17),
    .imported_at = lanyard_statement_get_time (row, 18),
    .revision = lanyard_statement_get_number (row, 19),
    .chairs = chairs,
    .links = links,
  });
}

/* Reads all rooms of a conference, each at the place of its number. */
GPtrArray *
lanyard_store_rows_read_rooms (LanyardDatabase  *database,
                               gint64            conference,
                               GError          **error)
{
  return read_all (database, "SELECT name, venue FROM rooms WHERE conference = ?1 ORDER BY number",
                   conference, read_room, error);
}

/* Reads all persons of a conference, each at the place of their number;
 * @whole: with what they say of themselves. */
GPtrArray *
lanyard_store_rows_read_persons (LanyardDatabase  *database,
                                 gint64            conference,
                                 gboolean          whole,
                                 GError          **error)
{
  if (whole)
    return read_all (database,
                     "SELECT p.key, p.name, p.affiliation, p.email, d.description, d.description_format"
                     "  FROM persons p LEFT JOIN documents d"
                     "    ON d.conference = p.conference AND d.kind = 'person' AND d.key = p.key"
                     "  WHERE p.conference = ?1 ORDER BY p.number",
                     conference, read_whole_person, error);
  return read_all (database,
                   "SELECT key, name, affiliation, email FROM persons WHERE conference = ?1 ORDER BY number",
                   conference, read_person, error);
}

/*
 * lanyard_store_owned_new_credits:
 * @owner_kind: what the owners are; borrowed for as long as the result lives
 * @first_owner: the number of the first owner who will ask
 * @persons: the persons by number; borrowed likewise
 *
 * Begins to read credits.
 */
LanyardStoreOwned *
lanyard_store_owned_new_credits (LanyardDatabase  *database,
                                 gint64            conference,
                                 const char       *owner_kind,
                                 gint64            first_owner,
                                 GPtrArray        *persons,
                                 GError          **error)
{
  LanyardStoreOwned *self;

  self = owned_new (database,
                    "SELECT owner, person, role FROM credits"
                    "  WHERE conference = ?1 AND owner >= ?2 AND owner_kind = ?3"
                    "  ORDER BY owner, position",
                    conference, owner_kind, first_owner, error);
  if (self == NULL)
    return NULL;

  self->make = make_credit;
  self->free_made = (GDestroyNotify) lanyard_credit_unref;
  self->persons = persons;
  return self;
}

/* Begins to read links; see lanyard_store_owned_new_credits(). */
LanyardStoreOwned *
lanyard_store_owned_new_links (LanyardDatabase  *database,
                               gint64            conference,
                               const char       *owner_kind,
                               gint64            first_owner,
                               GError          **error)
{
  LanyardStoreOwned *self;

  self = owned_new (database,
                    "SELECT owner, url, title, kind, content_type, size FROM links"
                    "  WHERE conference = ?1 AND owner >= ?2 AND owner_kind = ?3"
                    "  ORDER BY owner, position",
                    conference, owner_kind, first_owner, error);
  if (self == NULL)
    return NULL;

  self->make = make_link;
  self->free_made = (GDestroyNotify) lanyard_link_unref;
  return self;
}

/*
 * lanyard_store_owned_new_parts:
 * @first_owner: the number of the first talk that will ask
 * @persons: the persons by number; borrowed for as long as the result lives
 *
 * Begins to read parts. They are numbered through all talks, so their own
 * credits and links come side by side as well.
 */
LanyardStoreOwned *
lanyard_store_owned_new_parts (LanyardDatabase  *database,
                               gint64            conference,
                               gint64            first_owner,
                               GPtrArray        *persons,
                               GError          **error)
{
  g_autoptr (LanyardStoreOwned) self = NULL;

  self = owned_new (database,
                    "SELECT talk, number, key, title, duration FROM parts"
                    "  WHERE conference = ?1 AND talk >= ?2 ORDER BY talk, number",
                    conference, NULL, first_owner, error);
  if (self == NULL)
    return NULL;

  self->make = make_part;
  self->free_made = (GDestroyNotify) lanyard_part_unref;
  self->credits = lanyard_store_owned_new_credits (database, conference, "part", 0, persons, error);
  if (self->credits == NULL)
    return NULL;
  self->links = lanyard_store_owned_new_links (database, conference, "part", 0, error);
  if (self->links == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

/*
 * lanyard_store_owned_take:
 * @owner: the owner's number, no less than that of the last one
 * @error: (not optional): where to say why it failed; does nothing if it
 *   already says something, so that one look after many calls is enough
 *
 * Reads what belongs to one owner.
 *
 * Returns: (transfer full) (nullable): the credits, links or parts, or %NULL
 *   for none
 */
GPtrArray *
lanyard_store_owned_take (LanyardStoreOwned  *self,
                          gint64              owner,
                          GError            **error)
{
  g_autoptr (GPtrArray) taken = NULL;

  if (*error == NULL && !self->is_started)
    go_on (self, error);
  while (*error == NULL && self->has_row && lanyard_statement_get_number (self->statement, 0) < owner)
    go_on (self, error);

  for (; *error == NULL && is_at (self, owner); go_on (self, error))
    {
      gpointer made = self->make (self, error);

      if (made == NULL)
        continue;
      if (taken == NULL)
        taken = g_ptr_array_new_with_free_func (self->free_made);
      g_ptr_array_add (taken, made);
    }

  return g_steal_pointer (&taken);
}

void
lanyard_store_owned_free (LanyardStoreOwned *self)
{
  g_clear_pointer (&self->credits, lanyard_store_owned_free);
  g_clear_pointer (&self->links, lanyard_store_owned_free);
  lanyard_statement_free (self->statement);
  g_free (self);
}
