/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One human in a programme and all that they do there: the talks they give or
 * have written, the sessions they lead. Made by lanyard_people_get(), which
 * recognises them; never changes afterwards. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-initial.h"
#include "lanyard-profile-private.h"

struct _LanyardProfile
{
  GObject parent_instance;
  LanyardPerson *person; /* owned: the one whose key is the profile's */
  char *affiliation;     /* owned, nullable: the person's, else that of another mention */
  char *email;           /* owned, nullable: likewise */
  char *initial;         /* owned: see lanyard_initial_of_name() */
  char *folded;          /* owned: name and affiliation as they are compared */
  char *initial_order;   /* owned: collation key */
  char *name_order;      /* owned: collation key */
  guint roles;           /* a bit for each LanyardRole */
  GPtrArray *talks;      /* owned, of LanyardTalk, in timetable order: what they speak at */
  GPtrArray *authored;   /* owned, of LanyardTalk, in timetable order: what they wrote only */
  GPtrArray *sessions;   /* owned, of LanyardSession, by title */
};

G_DEFINE_FINAL_TYPE (LanyardProfile, lanyard_profile, G_TYPE_OBJECT)

static void
lanyard_profile_finalize (GObject *object)
{
  LanyardProfile *self = LANYARD_PROFILE (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->affiliation, g_free);
  g_clear_pointer (&self->email, g_free);
  g_clear_pointer (&self->initial, g_free);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->initial_order, g_free);
  g_clear_pointer (&self->name_order, g_free);
  g_clear_pointer (&self->talks, g_ptr_array_unref);
  g_clear_pointer (&self->authored, g_ptr_array_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_profile_parent_class)->finalize (object);
}

static void
lanyard_profile_class_init (LanyardProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_profile_finalize;
}

static void
lanyard_profile_init (LanyardProfile *self)
{
  self->talks = g_ptr_array_new_with_free_func (g_object_unref);
  self->authored = g_ptr_array_new_with_free_func (g_object_unref);
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Talks come in timetable order, each with all its credits, so that what is
 * there already is the last one. */
static void
add_once (GPtrArray *array,
          gpointer   object)
{
  if (array->len == 0 || g_ptr_array_index (array, array->len - 1) != object)
    g_ptr_array_add (array, g_object_ref (object));
}

static gboolean
is_in_one_room (LanyardItem *a,
                LanyardItem *b)
{
  LanyardRoom *room = lanyard_item_get_room (a);
  LanyardRoom *other = lanyard_item_get_room (b);

  return room != NULL && other != NULL && g_str_equal (lanyard_room_get_name (room), lanyard_room_get_name (other));
}

static gboolean
takes_place (LanyardItem *item)
{
  return lanyard_item_is_scheduled (item) && !lanyard_item_is_cancelled (item);
}

/* Private: begins a profile with the person whose key becomes its own. */
LanyardProfile *
lanyard_profile_new (LanyardPerson *person)
{
  LanyardProfile *self = g_object_new (LANYARD_TYPE_PROFILE, NULL);

  self->person = g_object_ref (person);
  lanyard_profile_add_person (self, person);
  return self;
}

/* Private: what one mention does not say, another may. */
void
lanyard_profile_add_person (LanyardProfile *self,
                            LanyardPerson  *person)
{
  if (self->affiliation == NULL)
    self->affiliation = g_strdup (lanyard_person_get_affiliation (person));
  if (self->email == NULL)
    self->email = g_strdup (lanyard_person_get_email (person));
}

void
lanyard_profile_add_talk (LanyardProfile *self,
                          LanyardTalk    *talk,
                          LanyardRole     role)
{
  lanyard_profile_add_role (self, role);
  add_once (role == LANYARD_ROLE_SPEAKER ? self->talks : self->authored, talk);
}

void
lanyard_profile_add_session (LanyardProfile *self,
                             LanyardSession *session)
{
  lanyard_profile_add_role (self, LANYARD_ROLE_LEAD);
  if (!g_ptr_array_find (self->sessions, session, NULL))
    g_ptr_array_add (self->sessions, g_object_ref (session));
}

void
lanyard_profile_add_role (LanyardProfile *self,
                          LanyardRole     role)
{
  self->roles |= 1u << role;
}

/* Private: ends a profile. A talk that somebody gives and wrote is one they
 * give. */
void
lanyard_profile_settle (LanyardProfile *self)
{
  const char *name = lanyard_profile_get_name (self);
  g_autofree char *folded_name = lanyard_fold_name (name);
  g_autofree char *folded_initial = NULL;

  for (guint i = self->authored->len; i > 0; i--)
    if (g_ptr_array_find (self->talks, g_ptr_array_index (self->authored, i - 1), NULL))
      g_ptr_array_remove_index (self->authored, i - 1);

  self->initial = lanyard_initial_of_name (name);
  folded_initial = g_utf8_casefold (self->initial, -1);
  self->initial_order = g_utf8_collate_key (folded_initial, -1);
  self->name_order = g_utf8_collate_key (folded_name, -1);
  if (self->affiliation != NULL)
    {
      g_autofree char *folded_affiliation = lanyard_fold_name (self->affiliation);

      self->folded = g_strconcat (folded_name, " ", folded_affiliation, NULL);
    }
  else
    self->folded = g_steal_pointer (&folded_name);
}

/* Private: by initial, what has none last, then by name, and by key in the
 * end, so that the order is always the same. */
int
lanyard_profile_compare (LanyardProfile *a,
                         LanyardProfile *b)
{
  gboolean a_is_last = g_str_equal (a->initial, LANYARD_INITIAL_NONE);
  gboolean b_is_last = g_str_equal (b->initial, LANYARD_INITIAL_NONE);
  int order;

  if (a_is_last != b_is_last)
    return a_is_last ? 1 : -1;
  order = strcmp (a->initial_order, b->initial_order);
  if (order == 0)
    order = strcmp (a->name_order, b->name_order);
  if (order == 0)
    order = strcmp (lanyard_profile_get_key (a), lanyard_profile_get_key (b));
  return order;
}

/* Most names, in a tenth of the time. */
static char *
fold_ascii (const char *name)
{
  GString *result = g_string_sized_new (strlen (name));

  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (result, g_ascii_tolower (*p));
      else if (result->len > 0 && result->str[result->len - 1] != ' ')
        g_string_append_c (result, ' ');
    }
  return g_string_free (result, FALSE);
}

static char *
fold_any (const char *name)
{
  g_autofree char *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (decomposed != NULL ? decomposed : name, -1);
  GString *result = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (result, c);
      else if (result->len > 0 && result->str[result->len - 1] != ' ')
        g_string_append_c (result, ' ');
    }
  return g_string_free (result, FALSE);
}

/* Private: a name as it is compared: without case, accents, and the dots and
 * spaces that one feed sets and another does not. */
char *
lanyard_fold_name (const char *name)
{
  return g_strchomp (g_str_is_ascii (name) ? fold_ascii (name) : fold_any (name));
}

/**
 * lanyard_profile_get_key:
 * @self: a profile
 *
 * Gets a key by which lanyard_people_find() finds it; that of one of the
 * persons that it is made of.
 *
 * Returns: (transfer none): the key
 */
const char *
lanyard_profile_get_key (LanyardProfile *self)
{
  g_return_val_if_fail (LANYARD_IS_PROFILE (self), NULL);

  return lanyard_person_get_key (self->person);
}

/**
 * lanyard_profile_get_name:
 * @self: a profile
 *
 * Gets the name as it is shown, given name first.
 *
 * Returns: (transfer none): the name
 */
const char *
lanyard_profile_get_name (LanyardProfile *self)
{
  g_return_val_if_fail (LANYARD_IS_PROFILE (self), NULL);

  return lanyard_person_get_name (self->person);
}

/**
 * lanyard_profile_get_affiliation:
 * @self: a profile
 *
 * Gets whom they work for or stand for.
 *
 * Returns: (transfer none) (nullable): the affiliation
 */
const char *
lanyard_profile_get_affiliation (LanyardProfile *self)
{
  g_return_val_if_fail (LANYARD_IS_PROFILE (self), NULL);

  return self->affiliation;
}

/**
 * lanyard_profile_get_email:
 * @self: a profile
 *
 * Gets an address to write to.
 *
 * Returns: (transfer none) (nullable): the address
 */
const char *
lanyard_profile_get_email (LanyardProfile *self)
{
  g_return_val_if_fail (LANYARD_IS_PROFILE (self), NULL);

  return self->email;
}

/**
 * lanyard_profile_get_initial:
 * @self: a profile
 *
 * Gets the letter under which they stand in a list.
 *
 * Returns: (transfer none): a letter, or %LANYARD_INITIAL_NONE
 */
const char *
lanyard_profile_get_initial (LanyardProfile *self)
{
  g_return_val_if_fail (LANYARD_IS_PROFILE (self), NULL);

  return self->initial;
}

/**
 * lanyard_profile_has_role:
 * @self: a profile
 * @role: a role
 *
 * Says whether they have @role anywhere in the programme.
 *
 * Returns: %TRUE if they do
 */
gboolean
lanyard_profile_has_role (LanyardProfile *self,
                          LanyardRole     role)
{
  g_return_val_if_fail (LANYARD_IS_PROFILE (self), FALSE);

  return (self->roles & 1u << role) != 0;
}

/**
 * lanyard_profile_get_talks:
 * @self: a profile
 *
 * Gets what they speak at, in timetable order, talks without a time last.
 *
 * Returns: (transfer none) (element-type LanyardTalk): the talks; do not modify
 */
GPtrArray *
lanyard_profile_get_talks (LanyardProfile *self)
{
  g_return_val_if_fail (LANYARD_IS_PROFILE (self), NULL);

  return self->talks;
}

/**
 * lanyard_profile_get_authored:
 * @self: a profile
 *
 * Gets what they wrote or helped to write, but others present, in timetable
 * order.
 *
 * Returns: (transfer none) (element-type LanyardTalk): the talks; do not modify
 */
GPtrArray *
lanyard_profile_get_authored (LanyardProfile *self)
{
  g_return_val_if_fail (LANYARD_IS_PROFILE (self), NULL);

  return self->authored;
}

/**
 * lanyard_profile_get_sessions:
 * @self: a profile
 *
 * Gets what they lead, by title.
 *
 * Returns: (transfer none) (element-type LanyardSession): the sessions; do not modify
 */
GPtrArray *
lanyard_profile_get_sessions (LanyardProfile *self)
{
  g_return_val_if_fail (LANYARD_IS_PROFILE (self), NULL);

  return self->sessions;
}

/**
 * lanyard_profile_dup_overlaps:
 * @self: a profile
 *
 * Finds where the programme asks them to speak in two places at once. Talks in
 * one room, as posters are, and cancelled ones do not count.
 *
 * Returns: (transfer full) (element-type LanyardTalkOverlap): the overlaps, by
 *   start of the first talk; they borrow the talks from @self
 */
GPtrArray *
lanyard_profile_dup_overlaps (LanyardProfile *self)
{
  GPtrArray *overlaps = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (LANYARD_IS_PROFILE (self), NULL);

  for (guint i = 0; i < self->talks->len; i++)
    {
      LanyardItem *first = g_ptr_array_index (self->talks, i);

      for (guint j = i + 1; takes_place (first) && j < self->talks->len; j++)
        {
          LanyardItem *second = g_ptr_array_index (self->talks, j);
          LanyardTalkOverlap *overlap;

          if (lanyard_item_get_start (second) >= lanyard_item_get_end (first))
            break;
          if (!takes_place (second) || lanyard_item_get_end (second) == lanyard_item_get_start (second) ||
              is_in_one_room (first, second))
            continue;
          overlap = g_new0 (LanyardTalkOverlap, 1);
          overlap->first = LANYARD_TALK (first);
          overlap->second = LANYARD_TALK (second);
          overlap->start = lanyard_item_get_start (second);
          overlap->end = MIN (lanyard_item_get_end (first), lanyard_item_get_end (second));
          g_ptr_array_add (overlaps, overlap);
        }
    }
  return overlaps;
}

static gboolean
has_word_beginning (const char *text,
                    const char *beginning)
{
  for (const char *found = strstr (text, beginning); found != NULL; found = strstr (found + 1, beginning))
    if (found == text || found[-1] == ' ')
      return TRUE;
  return FALSE;
}

/**
 * lanyard_profile_matches:
 * @self: a profile
 * @words: what somebody has typed
 *
 * Says whether each of @words begins a word of the name or the affiliation.
 * Case and accents make no difference.
 *
 * Returns: %TRUE if so, and if there are no words
 */
gboolean
lanyard_profile_matches (LanyardProfile *self,
                         const char     *words)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) beginnings = NULL;

  g_return_val_if_fail (LANYARD_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  folded = lanyard_fold_name (words);
  beginnings = g_strsplit (folded, " ", -1);
  for (guint i = 0; beginnings[i] != NULL; i++)
    if (!has_word_beginning (self->folded, beginnings[i]))
      return FALSE;
  return TRUE;
}

/**
 * lanyard_profile_begins_with:
 * @self: a profile
 * @typed: what somebody has typed
 *
 * Says whether the name begins with @typed. Case and accents make no
 * difference.
 *
 * Returns: %TRUE if it does
 */
gboolean
lanyard_profile_begins_with (LanyardProfile *self,
                             const char     *typed)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (LANYARD_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (typed != NULL, FALSE);

  folded = lanyard_fold_name (typed);
  return g_str_has_prefix (self->folded, folded);
}
