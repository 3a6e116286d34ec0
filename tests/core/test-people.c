/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <time.h>

#include "plan/lanyard-initial.h"
#include "plan/lanyard-people.h"

/* A programme that is put together person by person. */
typedef struct
{
  GHashTable *persons; /* owned: key -> LanyardPerson */
  GPtrArray *sessions; /* owned */
  GPtrArray *blocks;   /* owned */
  GPtrArray *talks;    /* owned */
  GPtrArray *chairs;   /* owned */
} Draft;

static void
set_up (Draft         *draft,
        gconstpointer  data)
{
  draft->persons = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  draft->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  draft->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  draft->talks = g_ptr_array_new_with_free_func (g_object_unref);
  draft->chairs = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);
}

static void
tear_down (Draft         *draft,
           gconstpointer  data)
{
  g_ptr_array_unref (draft->chairs);
  g_ptr_array_unref (draft->talks);
  g_ptr_array_unref (draft->blocks);
  g_ptr_array_unref (draft->sessions);
  g_hash_table_unref (draft->persons);
}

static void
add_person (Draft      *draft,
            const char *key,
            const char *name,
            const char *affiliation,
            const char *email)
{
  g_hash_table_insert (draft->persons, (char *) key, lanyard_person_new (key, name, affiliation, email));
}

static GPtrArray *
credits (Draft       *draft,
         LanyardRole  role,
         const char  *keys)
{
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_credit_unref);
  g_auto (GStrv) each = g_strsplit (keys, "|", -1);

  for (guint i = 0; each[i] != NULL; i++)
    g_ptr_array_add (array, lanyard_credit_new (g_hash_table_lookup (draft->persons, each[i]), role));
  return array;
}

static void
add_talk_in (Draft       *draft,
             const char  *key,
             gint64       start,
             gint64       end,
             const char  *room_name,
             LanyardRole  role,
             const char  *keys)
{
  g_autoptr (GPtrArray) who = credits (draft, role, keys);
  g_autoptr (LanyardRoom) room = room_name != NULL ? lanyard_room_new (room_name, NULL) : NULL;

  g_ptr_array_add (draft->talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = key, .title = key, .start = start, .end = end, .room = room,
              .is_cancelled = g_str_has_prefix (key, "cancelled") },
    .credits = who,
  }));
}

static void
add_talk (Draft       *draft,
          const char  *key,
          LanyardRole  role,
          const char  *keys)
{
  add_talk_in (draft, key, LANYARD_NO_TIME, LANYARD_NO_TIME, NULL, role, keys);
}

static LanyardProgramme *
finish (Draft *draft)
{
  g_autoptr (LanyardConference) conference = lanyard_conference_new (
      &(LanyardConferenceFields) { .title = "C", .zone = "UTC", .chairs = draft->chairs });

  return lanyard_programme_new (&(LanyardProgrammeFields) {
    .conference = conference,
    .sessions = draft->sessions,
    .blocks = draft->blocks,
    .talks = draft->talks,
  });
}

/* A programme of one talk at which all those speak who are in the draft. */
static LanyardProgramme *
finish_with_all (Draft *draft)
{
  g_autofree char **keys = (char **) g_hash_table_get_keys_as_array (draft->persons, NULL);
  g_autofree char *all = g_strjoinv ("|", keys);

  add_talk (draft, "talk", LANYARD_ROLE_SPEAKER, all);
  return finish (draft);
}

static void
assert_same (Draft      *draft,
             const char *a,
             const char *b,
             gboolean    expected)
{
  g_autoptr (LanyardProgramme) programme = finish_with_all (draft);
  LanyardPeople *people = lanyard_people_get (programme);

  g_assert_nonnull (lanyard_people_find (people, a));
  if (expected)
    g_assert_true (lanyard_people_find (people, a) == lanyard_people_find (people, b));
  else
    g_assert_true (lanyard_people_find (people, a) != lanyard_people_find (people, b));
}

static void
test_same_spelling (Draft         *draft,
                    gconstpointer  data)
{
  add_person (draft, "p1", "Zoë J. Müller-Łopez", "Institut für Kerne", NULL);
  add_person (draft, "n:ZOE", "ZOE  J MÜLLER ŁOPEZ", "institut fur  kerne", NULL);
  assert_same (draft, "p1", "n:ZOE", TRUE);
}

static void
test_same_mail (Draft         *draft,
                gconstpointer  data)
{
  add_person (draft, "p1", "Ann Smith", "Red", "ann@example.org");
  add_person (draft, "p2", "Ann Smith", "Blue", "Ann@Example.org");
  assert_same (draft, "p1", "p2", TRUE);
}

static void
test_other_mail (Draft         *draft,
                 gconstpointer  data)
{
  add_person (draft, "p1", "Ann Smith", "Red", "ann@example.org");
  add_person (draft, "p2", "Ann Smith", "Red", "smith@example.org");
  assert_same (draft, "p1", "p2", FALSE);
}

/* Whoever has no address is neither of the two who have different ones. */
static void
test_between_mails (Draft         *draft,
                    gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = NULL;
  LanyardPeople *people;

  add_person (draft, "p1", "Ann Smith", "Red", "ann@example.org");
  add_person (draft, "p2", "Ann Smith", "Red", "smith@example.org");
  add_person (draft, "p3", "Ann Smith", "Red", NULL);
  add_person (draft, "n:Ann Smith/RED", "Ann Smith", "RED", NULL);
  programme = finish_with_all (draft);
  people = lanyard_people_get (programme);
  g_assert_cmpuint (lanyard_people_get_profiles (people)->len, ==, 3);
  g_assert_true (lanyard_people_find (people, "p3") == lanyard_people_find (people, "n:Ann Smith/RED"));
}

static void
test_other_affiliation (Draft         *draft,
                        gconstpointer  data)
{
  add_person (draft, "p1", "Wei Wang", "Red", NULL);
  add_person (draft, "n:Wei Wang/Blue", "Wei Wang", "Blue", NULL);
  assert_same (draft, "p1", "n:Wei Wang/Blue", FALSE);
}

static void
test_numbered_twice (Draft         *draft,
                     gconstpointer  data)
{
  add_person (draft, "p1", "Wei Wang", "Red", NULL);
  add_person (draft, "p2", "Wei Wang", "Red", NULL);
  assert_same (draft, "p1", "p2", TRUE);
}

static void
test_numbered_namesakes (Draft         *draft,
                         gconstpointer  data)
{
  add_person (draft, "p1", "Wei Wang", NULL, NULL);
  add_person (draft, "p2", "Wei Wang", NULL, NULL);
  assert_same (draft, "p1", "p2", FALSE);
}

static void
test_without_affiliation (Draft         *draft,
                          gconstpointer  data)
{
  add_person (draft, "p1", "Wei Wang", "Red", "wei@example.org");
  add_person (draft, "n:Wei Wang", "Wei Wang", NULL, NULL);
  assert_same (draft, "p1", "n:Wei Wang", TRUE);
}

/* Which of two with different affiliations somebody without one is cannot be
 * told, but it is always the same one. */
static void
test_order_of_mentions (Draft         *draft,
                        gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = NULL;
  LanyardProfile *profile;

  add_person (draft, "n:B", "Émile Zola", NULL, NULL);
  add_person (draft, "n:A", "Emile Zola", "Red", NULL);
  add_talk (draft, "1", LANYARD_ROLE_SPEAKER, "n:B");
  add_talk (draft, "2", LANYARD_ROLE_SPEAKER, "n:A");
  programme = finish (draft);
  profile = lanyard_people_find (lanyard_people_get (programme), "n:B");
  g_assert_cmpstr (lanyard_profile_get_key (profile), ==, "n:A");
  g_assert_cmpstr (lanyard_profile_get_name (profile), ==, "Emile Zola");
  g_assert_cmpstr (lanyard_profile_get_affiliation (profile), ==, "Red");
  g_assert_cmpuint (lanyard_profile_get_talks (profile)->len, ==, 2);
}

static void
test_roles (Draft         *draft,
            gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GPtrArray) leads = NULL;
  g_autoptr (GPtrArray) block_leads = NULL;
  LanyardSession *session;
  LanyardPeople *people;
  LanyardProfile *ann;
  LanyardProfile *bob;

  add_person (draft, "p1", "Ann", "Red", NULL);
  add_person (draft, "p2", "Bob", NULL, NULL);
  add_person (draft, "p3", "Ann", "red", NULL);
  leads = credits (draft, LANYARD_ROLE_LEAD, "p1");
  block_leads = credits (draft, LANYARD_ROLE_LEAD, "p2|p3");
  session = lanyard_session_new (&(LanyardSessionFields) { .key = "s", .title = "S", .leads = leads });
  g_ptr_array_add (draft->sessions, session);
  g_ptr_array_add (draft->blocks, lanyard_block_new (&(LanyardItemFields) {
                                                       .key = "b", .title = "S", .start = 0, .end = 10, .session = session,
                                                     },
                                                     block_leads));
  g_ptr_array_add (draft->chairs, lanyard_credit_new (g_hash_table_lookup (draft->persons, "p2"), LANYARD_ROLE_CHAIR));
  add_talk_in (draft, "1", 20, 30, NULL, LANYARD_ROLE_SPEAKER, "p1|p3");
  add_talk_in (draft, "2", 10, 15, NULL, LANYARD_ROLE_COAUTHOR, "p1|p2");
  programme = finish (draft);
  people = lanyard_people_get (programme);
  g_assert_true (people == lanyard_people_get (programme));

  ann = lanyard_people_find (people, "p1");
  g_assert_true (ann == lanyard_people_find (people, "p3"));
  g_assert_cmpuint (lanyard_profile_get_talks (ann)->len, ==, 1);
  g_assert_cmpuint (lanyard_profile_get_authored (ann)->len, ==, 1);
  g_assert_cmpuint (lanyard_profile_get_sessions (ann)->len, ==, 1);
  g_assert_true (lanyard_profile_has_role (ann, LANYARD_ROLE_SPEAKER));
  g_assert_false (lanyard_profile_has_role (ann, LANYARD_ROLE_CHAIR));

  bob = lanyard_people_find (people, "p2");
  g_assert_cmpuint (lanyard_profile_get_talks (bob)->len, ==, 0);
  g_assert_true (lanyard_profile_has_role (bob, LANYARD_ROLE_CHAIR));
  g_assert_true (lanyard_profile_has_role (bob, LANYARD_ROLE_LEAD));
  g_assert_null (lanyard_people_find (people, "p4"));
}

/* Who gives a talk and wrote it gives it. */
static void
test_speaks_and_wrote (Draft         *draft,
                       gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GPtrArray) who = NULL;
  LanyardProfile *ann;

  add_person (draft, "p1", "Ann", "Red", NULL);
  add_person (draft, "p2", "Ann", "Red", NULL);
  who = credits (draft, LANYARD_ROLE_SPEAKER, "p1");
  g_ptr_array_add (who, lanyard_credit_new (g_hash_table_lookup (draft->persons, "p2"), LANYARD_ROLE_AUTHOR));
  g_ptr_array_add (draft->talks, lanyard_talk_new (&(LanyardTalkFields) {
    .item = { .key = "1", .title = "1", .start = 0, .end = 10 },
    .credits = who,
  }));
  programme = finish (draft);
  ann = lanyard_people_find (lanyard_people_get (programme), "p1");
  g_assert_cmpuint (lanyard_profile_get_talks (ann)->len, ==, 1);
  g_assert_cmpuint (lanyard_profile_get_authored (ann)->len, ==, 0);
}

static void
test_overlaps (Draft         *draft,
               gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GPtrArray) overlaps = NULL;
  const LanyardTalkOverlap *overlap;

  add_person (draft, "p1", "Ann", NULL, NULL);
  add_talk_in (draft, "1", 0, 100, "A", LANYARD_ROLE_SPEAKER, "p1");
  add_talk_in (draft, "2", 80, 120, "B", LANYARD_ROLE_SPEAKER, "p1");
  add_talk_in (draft, "poster", 90, 110, "B", LANYARD_ROLE_SPEAKER, "p1");
  add_talk_in (draft, "cancelled", 0, 200, "C", LANYARD_ROLE_SPEAKER, "p1");
  add_talk_in (draft, "wrote", 0, 200, "C", LANYARD_ROLE_AUTHOR, "p1");
  add_talk_in (draft, "after", 120, 130, NULL, LANYARD_ROLE_SPEAKER, "p1");
  add_talk_in (draft, "no length", 125, 125, NULL, LANYARD_ROLE_SPEAKER, "p1");
  add_talk (draft, "no time", LANYARD_ROLE_SPEAKER, "p1");
  programme = finish (draft);
  overlaps = lanyard_profile_dup_overlaps (lanyard_people_find (lanyard_people_get (programme), "p1"));
  g_assert_cmpuint (overlaps->len, ==, 2);
  overlap = g_ptr_array_index (overlaps, 0);
  g_assert_cmpstr (lanyard_item_get_key (LANYARD_ITEM (overlap->first)), ==, "1");
  g_assert_cmpstr (lanyard_item_get_key (LANYARD_ITEM (overlap->second)), ==, "2");
  g_assert_cmpint (overlap->start, ==, 80);
  g_assert_cmpint (overlap->end, ==, 100);
  overlap = g_ptr_array_index (overlaps, 1);
  g_assert_cmpstr (lanyard_item_get_key (LANYARD_ITEM (overlap->second)), ==, "poster");
}

static void
test_order (Draft         *draft,
            gconstpointer  data)
{
  static const char *names[] = { "4chan Anon", "ann Zeta", "Björn A", "Ørjan B", "Анна К", "Bjorn B", "Ann Alpha",
                                 "김철수", "王伟", "Émile C", "---" };
  static const char *expected = "A ann Alpha|A ann Zeta|B Björn A|B Bjorn B|E Émile C|O Ørjan B|А Анна К|"
                                "ㄱ 김철수|王 王伟|# ---|# 4chan Anon|";
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  GPtrArray *profiles;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_person (draft, names[i], g_str_equal (names[i], "Ann Alpha") ? "ann Alpha" : names[i], NULL, NULL);
  programme = finish_with_all (draft);
  profiles = lanyard_people_get_profiles (lanyard_people_get (programme));
  for (guint i = 0; i < profiles->len; i++)
    g_string_append_printf (found, "%s %s|", lanyard_profile_get_initial (profiles->pdata[i]),
                            lanyard_profile_get_name (profiles->pdata[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_initials (void)
{
  static const char *pairs[][2] = {
    { "ada", "A" },     { "Élodie", "E" }, { "øyvind", "O" }, { "Łukasz", "L" }, { "“Quoted” Name", "Q" },
    { "ß", "ß" },       { "йон", "Й" },    { "Άλφα", "Α" },   { "한나", "ㅎ" },  { "힣", "ㅎ" },
    { "가", "ㄱ" },     { "", "#" },       { "42", "#" },     { "…", "#" },      { "ﬁona", "F" },
    { "عمر", "ع" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *initial = lanyard_initial_of_name (pairs[i][0]);

      g_assert_cmpstr (initial, ==, pairs[i][1]);
    }
}

static void
test_matches (Draft         *draft,
              gconstpointer  data)
{
  g_autoptr (LanyardProgramme) programme = NULL;
  LanyardProfile *profile;

  add_person (draft, "p1", "José-María O'Neill", "Université de Genève", NULL);
  programme = finish_with_all (draft);
  profile = lanyard_people_find (lanyard_people_get (programme), "p1");
  g_assert_true (lanyard_profile_matches (profile, ""));
  g_assert_true (lanyard_profile_matches (profile, "jose"));
  g_assert_true (lanyard_profile_matches (profile, "MARIA gen"));
  g_assert_true (lanyard_profile_matches (profile, "  o'ne "));
  g_assert_false (lanyard_profile_matches (profile, "ose"));
  g_assert_false (lanyard_profile_matches (profile, "jose paris"));
  g_assert_true (lanyard_profile_begins_with (profile, "JOSÉ m"));
  g_assert_false (lanyard_profile_begins_with (profile, "maria"));
}

/* 12,000 talks of 6,000 speakers, half of them numbered. */
static void
test_speed (Draft         *draft,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LanyardProgramme) programme = NULL;
  clock_t begin;
  double elapsed;

  for (guint i = 0; i < 6000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Given%u Fämily%u", i % 997, i);
      g_autofree char *affiliation = g_strdup_printf ("Institute %u", i % 90);

      g_ptr_array_add (keys, g_strdup_printf (i % 2 == 0 ? "p%u" : "n:%u", i));
      add_person (draft, g_ptr_array_index (keys, i), name, affiliation, NULL);
    }
  for (guint i = 0; i < 12000; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *who = g_strdup_printf ("%s|%s", (char *) keys->pdata[i % 6000], (char *) keys->pdata[i * 7 % 6000]);

      add_talk_in (draft, key, i * 10, i * 10 + 20, "A", LANYARD_ROLE_SPEAKER, who);
    }
  programme = finish (draft);
  begin = clock ();
  g_assert_cmpuint (lanyard_people_get_profiles (lanyard_people_get (programme))->len, ==, 6000);
  elapsed = (double) (clock () - begin) * 1000 / CLOCKS_PER_SEC;
  g_test_minimized_result (elapsed, "12,000 talks of 6,000 people: %.1f ms", elapsed);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Draft *draft, gconstpointer data);
  } tests[] = {
    { "/people/same-spelling", test_same_spelling },
    { "/people/same-mail", test_same_mail },
    { "/people/other-mail", test_other_mail },
    { "/people/between-mails", test_between_mails },
    { "/people/other-affiliation", test_other_affiliation },
    { "/people/numbered-twice", test_numbered_twice },
    { "/people/numbered-namesakes", test_numbered_namesakes },
    { "/people/without-affiliation", test_without_affiliation },
    { "/people/order-of-mentions", test_order_of_mentions },
    { "/people/roles", test_roles },
    { "/people/speaks-and-wrote", test_speaks_and_wrote },
    { "/people/overlaps", test_overlaps },
    { "/people/order", test_order },
    { "/people/matches", test_matches },
    { "/people/speed", test_speed },
  };

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Draft, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/people/initials", test_initials);

  return g_test_run ();
}
