/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody in a programme: who speaks, wrote, leads or chairs. A programme's
 * persons are mentions with keys of their own; here it is decided which of
 * them are the same human. Pages, their counts and search ask for it; it is
 * made when somebody first does and kept with the programme. Any thread.
 *
 * The rule. Mentions with the same key are one person already: Indico's
 * person_id, or name and affiliation where a feed numbers nobody. Two persons
 * are the same human if their names are the same but for case, accents, dots
 * and spaces, and
 * - their mail addresses are the same; or
 * - one or both have no mail address, and their affiliations are the same; or
 * - one or both have no mail address, one or both have no affiliation, and
 *   not both are numbered by the feed.
 * Persons whose mail addresses differ are never the same, nor is somebody
 * without an address taken for one of two whose addresses differ. */

#include "config.h"

#include <string.h>

#include "lanyard-people.h"
#include "lanyard-profile-private.h"

/* What the key of a person begins with whom the feed does not number. */
#define KEY_OF_NAME "n:"

struct _LanyardPeople
{
  GPtrArray *profiles;  /* owned, of LanyardProfile, by initial and name */
  GHashTable *by_key;   /* owned: person's key, borrowed -> LanyardProfile, borrowed from profiles */
  GPtrArray *persons;   /* owned, of LanyardPerson: who own the keys */
};

/* Mentions that are one human, while they are being found. */
typedef struct
{
  LanyardProfile *profile; /* borrowed */
  char *affiliation;       /* owned, folded, nullable */
  char *email;             /* owned, folded, nullable */
  gboolean is_numbered;
} Human;

static void
human_free (gpointer data)
{
  Human *human = data;

  g_free (human->affiliation);
  g_free (human->email);
  g_free (human);
}

static void
people_free (gpointer data)
{
  LanyardPeople *self = data;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->profiles);
  g_ptr_array_unref (self->persons);
  g_free (self);
}

/* Who says more about themselves comes first, and then who comes first by key:
 * it must not matter where in the programme somebody is mentioned first. */
static int
compare_persons (gconstpointer a,
                 gconstpointer b)
{
  LanyardPerson *left = *(LanyardPerson **) a;
  LanyardPerson *right = *(LanyardPerson **) b;
  int known_of_left = (lanyard_person_get_email (left) != NULL) * 2 + (lanyard_person_get_affiliation (left) != NULL);
  int known_of_right =
      (lanyard_person_get_email (right) != NULL) * 2 + (lanyard_person_get_affiliation (right) != NULL);

  if (known_of_left != known_of_right)
    return known_of_right - known_of_left;
  return strcmp (lanyard_person_get_key (left), lanyard_person_get_key (right));
}

static gboolean
are_same (const Human *a,
          const Human *b)
{
  if (a->email != NULL && b->email != NULL)
    return g_str_equal (a->email, b->email);
  if (a->affiliation != NULL && b->affiliation != NULL)
    return g_str_equal (a->affiliation, b->affiliation);
  return !a->is_numbered || !b->is_numbered;
}

/* The one human that @other can be: of several, one without a mail address,
 * for those with different ones cannot both be meant. */
static Human *
find_human (GPtrArray   *namesakes,
            const Human *other)
{
  Human *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < namesakes->len; i++)
    {
      Human *human = g_ptr_array_index (namesakes, i);

      if (!are_same (human, other))
        continue;
      if (human->email == NULL || other->email != NULL)
        return human;
      found = human;
      n_found++;
    }
  return n_found == 1 ? found : NULL;
}

static Human *
make_human (LanyardPerson *person)
{
  Human *human = g_new0 (Human, 1);
  const char *affiliation = lanyard_person_get_affiliation (person);
  const char *email = lanyard_person_get_email (person);

  human->affiliation = affiliation != NULL ? lanyard_fold_name (affiliation) : NULL;
  human->email = email != NULL ? g_utf8_casefold (email, -1) : NULL;
  human->is_numbered = !g_str_has_prefix (lanyard_person_get_key (person), KEY_OF_NAME);
  return human;
}

/* What one mention does not say, another may; what is numbered once is. */
static void
add_mention (Human         *human,
             Human         *mention, /* owned */
             LanyardPerson *person)
{
  if (human->affiliation == NULL)
    human->affiliation = g_steal_pointer (&mention->affiliation);
  if (human->email == NULL)
    human->email = g_steal_pointer (&mention->email);
  human->is_numbered |= mention->is_numbered;
  lanyard_profile_add_person (human->profile, person);
  human_free (mention);
}

/* Persons must come as compare_persons() orders them. */
static void
recognise (LanyardPeople *self,
           GHashTable    *humans,
           LanyardPerson *person)
{
  g_autofree char *name = lanyard_fold_name (lanyard_person_get_name (person));
  GPtrArray *namesakes = g_hash_table_lookup (humans, name);
  Human *mention = make_human (person);
  Human *human;

  if (namesakes == NULL)
    {
      namesakes = g_ptr_array_new_with_free_func (human_free);
      g_hash_table_insert (humans, g_steal_pointer (&name), namesakes);
    }
  human = find_human (namesakes, mention);
  if (human != NULL)
    add_mention (human, mention, person);
  else
    {
      human = mention;
      human->profile = lanyard_profile_new (person);
      g_ptr_array_add (namesakes, human);
      g_ptr_array_add (self->profiles, human->profile);
    }
  g_hash_table_insert (self->by_key, (char *) lanyard_person_get_key (person), human->profile);
}

static LanyardProfile *
profile_of (LanyardPeople       *self,
            const LanyardCredit *credit)
{
  return lanyard_people_find (self, lanyard_person_get_key (credit->person));
}

static void
add_credits (LanyardPeople *self,
             LanyardTalk   *talk,
             GPtrArray     *credits)
{
  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      lanyard_profile_add_talk (profile_of (self, credit), talk, credit->role);
    }
}

/* In timetable order, as the programme has them. */
static void
add_talks (LanyardPeople *self,
           GPtrArray     *talks)
{
  for (guint i = 0; i < talks->len; i++)
    {
      LanyardTalk *talk = g_ptr_array_index (talks, i);
      const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);

      add_credits (self, talk, fields->credits);
      for (guint j = 0; j < fields->parts->len; j++)
        add_credits (self, talk, ((LanyardPart *) g_ptr_array_index (fields->parts, j))->credits);
    }
}

static void
add_leads (LanyardPeople  *self,
           LanyardSession *session,
           GPtrArray      *leads)
{
  for (guint i = 0; i < leads->len; i++)
    lanyard_profile_add_session (profile_of (self, g_ptr_array_index (leads, i)), session);
}

static void
add_sessions (LanyardPeople    *self,
              LanyardProgramme *programme)
{
  GPtrArray *sessions = lanyard_programme_get_sessions (programme);
  GPtrArray *blocks = lanyard_programme_get_blocks (programme);

  for (guint i = 0; i < sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (sessions, i);

      add_leads (self, session, lanyard_session_get_fields (session)->leads);
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      LanyardBlock *block = g_ptr_array_index (blocks, i);

      add_leads (self, lanyard_item_get_session (LANYARD_ITEM (block)), lanyard_block_get_leads (block));
    }
}

static void
add_chairs (LanyardPeople    *self,
            LanyardProgramme *programme)
{
  GPtrArray *chairs = lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->chairs;

  for (guint i = 0; i < chairs->len; i++)
    lanyard_profile_add_role (profile_of (self, g_ptr_array_index (chairs, i)), LANYARD_ROLE_CHAIR);
}

static int
compare_profiles (gconstpointer a,
                  gconstpointer b)
{
  return lanyard_profile_compare (*(LanyardProfile **) a, *(LanyardProfile **) b);
}

static LanyardPeople *
make_people (LanyardProgramme *programme)
{
  LanyardPeople *self = g_new0 (LanyardPeople, 1);
  g_autoptr (GHashTable) humans =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  self->profiles = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->persons = lanyard_programme_dup_persons (programme);
  g_ptr_array_sort (self->persons, compare_persons);
  for (guint i = 0; i < self->persons->len; i++)
    recognise (self, humans, g_ptr_array_index (self->persons, i));
  add_talks (self, lanyard_programme_get_talks (programme));
  add_sessions (self, programme);
  add_chairs (self, programme);
  for (guint i = 0; i < self->profiles->len; i++)
    lanyard_profile_settle (g_ptr_array_index (self->profiles, i));
  g_ptr_array_sort (self->profiles, compare_profiles);
  return self;
}

/**
 * lanyard_people_get:
 * @programme: a programme; an outline will do
 *
 * Gets everybody in a programme. The first time it takes some milliseconds
 * for each thousand talks; it is kept as long as @programme.
 *
 * Returns: (transfer none): the people
 */
LanyardPeople *
lanyard_people_get (LanyardProgramme *programme)
{
  static const char key[] = "lanyard-people";
  LanyardPeople *self;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);

  self = g_object_get_data (G_OBJECT (programme), key);
  if (self != NULL)
    return self;
  self = make_people (programme);
  if (g_object_replace_data (G_OBJECT (programme), key, NULL, self, people_free, NULL))
    return self;
  /* Another thread was faster. */
  people_free (self);
  return g_object_get_data (G_OBJECT (programme), key);
}

/**
 * lanyard_people_get_profiles:
 * @self: the people of a programme
 *
 * Gets everybody, by initial and name. Names are ordered as they are shown,
 * given name first: feeds do not say which part is the family's name.
 *
 * Returns: (transfer none) (element-type LanyardProfile): the profiles; do not modify
 */
GPtrArray *
lanyard_people_get_profiles (LanyardPeople *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->profiles;
}

/**
 * lanyard_people_find:
 * @self: the people of a programme
 * @key: a person's key, of any mention
 *
 * Looks somebody up.
 *
 * Returns: (transfer none) (nullable): the profile, or %NULL if there is none
 */
LanyardProfile *
lanyard_people_find (LanyardPeople *self,
                     const char    *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->by_key, key);
}
