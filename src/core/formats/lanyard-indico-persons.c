/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Speakers, authors, conveners and chairs, whom Indico writes in four shapes:
 * persons and conveners of 2.x and later, persons of 1.x, and a timetable's,
 * which have no id. The other parts of the Indico importer call it, in the
 * thread that imports. */

#include "config.h"

#include <string.h>

#include "lanyard-feed-text.h"
#include "lanyard-indico-private.h"

static const char *
either_line (LanyardIndicoReader *reader,
             JsonObject          *object,
             const char          *name,
             const char          *other)
{
  const char *line = lanyard_indico_line (reader, object, name);

  return line != NULL ? line : lanyard_indico_line (reader, object, other);
}

/* "Dr. " and the like before a family name. */
static const char *
after_title (const char *name)
{
  static const char * const titles[] = { "Mr", "Mrs", "Ms", "Dr", "Prof" };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const char *rest = name + strlen (titles[i]);

      if (!g_str_has_prefix (name, titles[i]))
        continue;
      if (*rest == '.')
        rest++;
      if (*rest == ' ')
        return rest + 1;
    }
  return name;
}

/* "Last, First" the right way round. */
static const char *
turn_round (LanyardIndicoReader *reader,
            const char          *name)
{
  const char *comma = strchr (name, ',');
  g_autofree char *turned = NULL;

  if (comma == NULL)
    return name;
  name = MIN (after_title (name), comma);
  turned = g_strdup_printf ("%s %.*s", comma + 1, (int) (comma - name), name);
  return lanyard_feed_text_line (reader->draft->strings, turned);
}

static const char *
person_name (LanyardIndicoReader *reader,
             JsonObject          *object)
{
  const char *first = either_line (reader, object, "first_name", "firstName");
  const char *last = either_line (reader, object, "last_name", "familyName");
  const char *whole;
  g_autofree char *joined = NULL;

  if (first != NULL && last != NULL)
    {
      joined = g_strconcat (first, " ", last, NULL);
      return g_string_chunk_insert (reader->draft->strings, joined);
    }
  if (first != NULL || last != NULL)
    return first != NULL ? first : last;

  whole = either_line (reader, object, "fullName", "name");
  return whole != NULL ? turn_round (reader, whole) : NULL;
}

/* The EventPerson's id, which is the same in all of an event's talks; "id" and
 * "db_id" number the mention, except a convener's "id". */
static const char *
person_key (LanyardIndicoReader *reader,
            JsonObject          *object)
{
  const char *id = lanyard_indico_id (reader, object, "person_id");
  g_autofree char *key = NULL;

  if (id == NULL && g_strcmp0 (lanyard_json_get_string (object, "_type"), "SlotChair") == 0 &&
      json_object_has_member (object, "db_id"))
    id = lanyard_indico_id (reader, object, "id");
  if (id == NULL)
    return NULL;
  key = g_strconcat ("p", id, NULL);
  return g_string_chunk_insert (reader->draft->strings, key);
}

/* For managers only; up to 3.2 a convener's is an array of one (trap 13). */
static const char *
person_email (LanyardIndicoReader *reader,
              JsonObject          *object)
{
  const char *email = lanyard_json_get_string (object, "email");
  JsonArray *emails = lanyard_json_get_array (object, "email");

  if (lanyard_json_length (emails) > 0)
    email = lanyard_json_nth_string (emails, 0);
  email = lanyard_feed_text_line (reader->draft->strings, email);
  return email != NULL && strchr (email, '@') != NULL && strchr (email, ' ') == NULL ? email : NULL;
}

/* Credits those whom the array of that name lists. Who has no name is nobody. */
void
lanyard_indico_add_credits (LanyardIndicoReader  *reader,
                            JsonObject           *object,
                            const char           *name,
                            LanyardRole           role,
                            GArray              **credits)
{
  JsonArray *persons = lanyard_json_get_array (object, name);

  for (guint i = 0; i < lanyard_json_length (persons); i++)
    {
      JsonObject *person = lanyard_json_nth_object (persons, i);
      const char *full_name = person != NULL ? person_name (reader, person) : NULL;

      if (full_name == NULL)
        continue;
      lanyard_draft_add_credit (credits,
                                lanyard_draft_ensure_person (reader->draft,
                                                             person_key (reader, person),
                                                             full_name,
                                                             lanyard_indico_line (reader, person, "affiliation"),
                                                             person_email (reader, person)),
                                role);
    }
}
