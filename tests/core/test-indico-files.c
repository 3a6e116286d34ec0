/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole documents: a real export, a large one, those of every kind of server
 * and account, against counts and sums of instants that Python's json and
 * zoneinfo found in them; and that the order of documents decides nothing. */

#include "config.h"

#include "indico-documents.h"

typedef struct
{
  const char *name;
  guint n_talks;
  guint n_sessions;
  guint n_blocks;
  guint n_breaks;
  guint n_unscheduled;
  gint64 sum; /* of all talks' starts and ends, UTC seconds */
} Expected;

/* Talks by db_id or contributionId, sessions by db_id or else by title, blocks
 * by id or sessionSlotId, breaks by entry key, each counted once a document;
 * an instant is datetime.strptime (date + time) in zoneinfo's tz. */
static const Expected expected[] = {
  { "indico/xdc2021.contributions.json", 37, 3, 0, 0, 0, 120752887800 },
  { "lpc2026/event-contributions.json", 295, 30, 0, 0, 0, 1056857853780 },
  { "lpc2026/event-sessions.json", 295, 31, 45, 0, 0, 1056857853780 },
  { "lpc2026/timetable.json", 295, 31, 45, 54, 0, 1056857853780 },
  { "indico-synthetic/large-1200-contributions.event.sessions.indico-3.3.12.json", 1200, 60, 60, 0, 0, 4237431840000 },
  { "indico-synthetic/large-1200-contributions.timetable.indico-3.3.12.json", 1200, 60, 60, 60, 0, 4237431840000 },
  { "indico-synthetic/lpc2020-like.newfoundland.event.sessions.indico-3.2.9.json", 18, 3, 3, 0, 0, 57541266000 },
  { "indico-synthetic/lpc2020-like.newfoundland.timetable.indico-3.2.9.json", 18, 3, 3, 3, 0, 57541266000 },
  { "indico-synthetic/lpc2024-like.event.contributions.indico-3.2.9.json", 39, 7, 0, 0, 3, 124325202000 },
  { "indico-synthetic/lpc2024-like.event.contributions.indico-3.3.12.json", 38, 7, 0, 0, 3, 120871839900 },
  { "indico-synthetic/lpc2024-like.event.contributions.tz-vienna.indico-3.3.12.json", 38, 7, 0, 0, 3, 120871839900 },
  { "indico-synthetic/lpc2024-like.event.sessions.as-attendee.indico-3.3.12.json", 38, 7, 10, 0, 2, 124325202000 },
  { "indico-synthetic/lpc2024-like.event.sessions.as-manager.indico-3.3.12.json", 38, 7, 10, 0, 2, 124325202000 },
  { "indico-synthetic/lpc2024-like.event.sessions.indico-3.2.9.json", 38, 7, 10, 0, 2, 124325202000 },
  { "indico-synthetic/lpc2024-like.event.sessions.indico-3.3.12.json", 37, 7, 10, 0, 2, 120871839900 },
  { "indico-synthetic/lpc2024-like.event.sessions.tz-vienna.indico-3.3.12.json", 37, 7, 10, 0, 2, 120871839900 },
  { "indico-synthetic/lpc2024-like.event.subcontributions.indico-3.3.12.json", 38, 7, 0, 0, 3, 120871839900 },
  { "indico-synthetic/lpc2024-like.timetable.as-attendee.indico-3.3.12.json", 36, 7, 10, 11, 0, 124325211000 },
  { "indico-synthetic/lpc2024-like.timetable.indico-3.2.9.json", 35, 7, 10, 11, 0, 120871848900 },
  { "indico-synthetic/lpc2024-like.timetable.indico-3.3.12.json", 35, 7, 10, 11, 0, 120871848900 },
};

static void
test_counts (gconstpointer data)
{
  const Expected *facts = data;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (LanyardProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *document = shared_document (facts->name);
  GPtrArray *talks;
  gint64 sum = 0;
  guint n_unscheduled = 0;

  if (document == NULL)
    return;
  g_ptr_array_add (documents, document);
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_no_error (error);

  talks = lanyard_programme_get_talks (programme);
  g_assert_cmpuint (talks->len, ==, facts->n_talks);
  g_assert_cmpuint (lanyard_programme_get_sessions (programme)->len, ==, facts->n_sessions);
  g_assert_cmpuint (lanyard_programme_get_blocks (programme)->len, ==, facts->n_blocks);
  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, facts->n_breaks);
  g_assert_cmpuint (lanyard_programme_get_n_skipped (programme), ==, 0);
  for (guint i = 0; i < talks->len; i++)
    if (lanyard_item_is_scheduled (talks->pdata[i]))
      sum += lanyard_item_get_start (talks->pdata[i]) + lanyard_item_get_end (talks->pdata[i]);
    else
      n_unscheduled++;
  g_assert_cmpuint (n_unscheduled, ==, facts->n_unscheduled);
  g_assert_cmpint (sum, ==, facts->sum);
}

/* Reads files of the shared data, NULL at the end. */
static LanyardProgramme *
read_shared (const char *first,
             ...)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme;
  va_list names;

  va_start (names, first);
  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    {
      GBytes *document = shared_document (name);

      if (document == NULL)
        {
          va_end (names);
          return NULL;
        }
      g_ptr_array_add (documents, document);
    }
  va_end (names);
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_no_error (error);
  return programme;
}

/* The real one: times in UTC though the event is in Warsaw, sessions by title
 * only, authors who are not entered as speakers. */
static void
test_xdc_2021 (void)
{
  g_autoptr (LanyardProgramme) programme = read_shared ("indico/xdc2021.contributions.json", NULL);
  const LanyardConferenceFields *conference;
  const LanyardTalkFields *talk;
  LanyardSession *session;
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (programme == NULL)
    return;
  conference = lanyard_conference_get_fields (lanyard_programme_get_conference (programme));
  g_assert_cmpstr (conference->title, ==, "X.Org Developer Conference 2021");
  g_assert_cmpstr (conference->zone, ==, "Europe/Warsaw");
  g_assert_cmpstr (conference->feed_id, ==, "https://indico.freedesktop.org/event/1/");
  g_assert_cmpint (conference->start, ==, 1631685600);
  g_assert_cmpint (conference->end, ==, 1631901600);
  g_assert_cmpint (conference->description_format, ==, LANYARD_TEXT_HTML);
  g_assert_cmpuint (conference->chairs->len, ==, 4);
  g_assert_cmpuint (conference->n_talks, ==, 37);
  g_assert_cmpuint (conference->n_sessions, ==, 3);
  g_assert_null (conference->venue);

  persons = lanyard_programme_dup_persons (programme);
  g_assert_cmpuint (persons->len, ==, 40);
  session = lanyard_programme_find_session (programme, "t:Main Track");
  items = lanyard_programme_dup_session_items (programme, session);
  g_assert_cmpuint (items->len, ==, 29);
  g_assert_cmpstr (lanyard_item_get_title (items->pdata[0]), ==, "Opening Session");

  talk = lanyard_talk_get_fields (lanyard_programme_find_talk (programme, "26"));
  g_assert_cmpint (talk->item.start, ==, 1631887800);
  g_assert_cmpint (talk->item.end, ==, 1631889000);
  g_assert_cmpuint (talk->duration, ==, 1200);
  g_assert_cmpuint (talk->credits->len, ==, 1);
  g_assert_cmpint (((LanyardCredit *) talk->credits->pdata[0])->role, ==, LANYARD_ROLE_AUTHOR);
  g_assert_cmpstr (lanyard_person_get_name (((LanyardCredit *) talk->credits->pdata[0])->person), ==, "Martin Peres");
  g_assert_cmpstr (talk->track, ==, "Talk (half slot) (CLOSED)");
  g_assert_cmpint (talk->description_format, ==, LANYARD_TEXT_MARKDOWN);
  g_assert_null (strchr (talk->description, '\r'));
  g_assert_null (talk->item.room);
}

static void
test_lpc_2026 (void)
{
  g_autoptr (LanyardProgramme) programme =
      read_shared ("lpc2026/timetable.json", "lpc2026/event-sessions.json", "lpc2026/event-contributions.json", NULL);
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GPtrArray) rooms = NULL;
  GPtrArray *breaks;
  guint n_inner = 0;

  if (programme == NULL)
    return;
  breaks = lanyard_programme_get_breaks (programme);
  persons = lanyard_programme_dup_persons (programme);
  rooms = lanyard_programme_dup_rooms (programme);
  for (guint i = 0; i < breaks->len; i++)
    if (lanyard_break_get_block (breaks->pdata[i]) != NULL)
      n_inner++;

  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 295);
  g_assert_cmpuint (lanyard_programme_get_sessions (programme)->len, ==, 31);
  g_assert_cmpuint (lanyard_programme_get_blocks (programme)->len, ==, 45);
  g_assert_cmpuint (n_inner, ==, 52);
  g_assert_cmpuint (breaks->len - n_inner, ==, 2);
  g_assert_cmpuint (persons->len, ==, 313);
  g_assert_cmpuint (rooms->len, ==, 10);
  g_assert_true (lanyard_programme_has_microconferences (programme));
  g_assert_cmpstr (lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->feed_id, ==,
                   "https://lpc.events/event/20/");
}

#define LPC2024 "indico-synthetic/lpc2024-like."

/* What an attendee sees adds to what all see: 38 talks in the sessions, one in
 * no block in the contributions. */
static void
test_three_documents (void)
{
  g_autoptr (LanyardProgramme) programme =
      read_shared (LPC2024 "event.sessions.as-attendee.indico-3.3.12.json",
                   LPC2024 "event.contributions.indico-3.3.12.json",
                   LPC2024 "timetable.indico-3.3.12.json", NULL);

  if (programme == NULL)
    return;
  g_assert_cmpuint (lanyard_programme_get_talks (programme)->len, ==, 39);
  g_assert_cmpuint (lanyard_programme_get_sessions (programme)->len, ==, 7);
  g_assert_cmpuint (lanyard_programme_get_blocks (programme)->len, ==, 10);
  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, 11);
}

static GPtrArray *
permute (GPtrArray  *documents,
         const char *order)
{
  GPtrArray *permuted = g_ptr_array_new ();

  for (; *order != '\0'; order++)
    g_ptr_array_add (permuted, documents->pdata[*order - '0']);
  return permuted;
}

static void
assert_order_decides_nothing (GPtrArray *documents)
{
  /* The last ones hold a document twice. */
  static const char * const orders[] = { "012", "021", "102", "120", "201", "210", "0012", "21012", "222110" };
  g_autofree char *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GPtrArray) permuted = permute (documents, orders[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (LanyardProgramme) programme = lanyard_format_read (permuted, NULL, &error);
      g_autofree char *dump = NULL;

      g_assert_no_error (error);
      dump = dump_programme (programme);
      if (first == NULL)
        first = g_steal_pointer (&dump);
      else
        g_assert_cmpstr (dump, ==, first);
    }
}

static void
test_order_of_documents (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();

  assert_order_decides_nothing (documents);
}

static void
test_order_of_shared_documents (void)
{
  static const char * const names[][3] = {
    { "lpc2026/event-sessions.json", "lpc2026/event-contributions.json", "lpc2026/timetable.json" },
    { LPC2024 "event.sessions.indico-3.2.9.json", LPC2024 "event.contributions.indico-3.2.9.json",
      LPC2024 "timetable.indico-3.2.9.json" },
    { LPC2024 "event.sessions.tz-vienna.indico-3.3.12.json", LPC2024 "event.contributions.tz-vienna.indico-3.3.12.json",
      LPC2024 "timetable.as-attendee.indico-3.3.12.json" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

      for (gsize j = 0; j < 3; j++)
        {
          GBytes *document = shared_document (names[i][j]);

          if (document == NULL)
            return;
          g_ptr_array_add (documents, document);
        }
      assert_order_decides_nothing (documents);
    }
}

/* The zone of the stamps is a matter of how it was asked for. */
static void
test_zone_of_stamps (void)
{
  g_autoptr (LanyardProgramme) utc = read_shared (LPC2024 "event.sessions.indico-3.3.12.json", NULL);
  g_autoptr (LanyardProgramme) vienna = read_shared (LPC2024 "event.sessions.tz-vienna.indico-3.3.12.json", NULL);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (utc == NULL || vienna == NULL)
    return;
  left = dump_programme (utc);
  right = dump_programme (vienna);
  g_assert_cmpstr (left, ==, right);
}

/* Of two documents of one kind the newer counts, or of one moment the larger,
 * which somebody with an account got. */
static void
test_two_of_a_kind (void)
{
  g_autoptr (LanyardProgramme) both = read_shared (LPC2024 "event.sessions.indico-3.3.12.json",
                                                   LPC2024 "event.sessions.as-manager.indico-3.3.12.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) newer = NULL;

  newer = read_texts (&error,
                      "{'ts':5,'count':1,'additionalInfo':{},'results':[{'_fossil':'conferenceMetadataWithContribs','id':'1','title':'A',"
                      "'contributions':[{'db_id':1,'title':'Stays'},{'db_id':2,'title':'Was withdrawn since, and has a longer title'}]}]}",
                      "{'count':1,'additionalInfo':{},'results':[{'_fossil':'conferenceMetadataWithContribs','id':'1','title':'A',"
                      "'contributions':[{'db_id':1,'title':'Stays'}]}],'ts':6}",
                      NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_talks (newer)->len, ==, 1);
  if (both != NULL)
    g_assert_cmpuint (lanyard_programme_get_talks (both)->len, ==, 38);
}

static void
test_mixed (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();
  g_autofree char *other = event_document ("WithContribs", "'contributions':[{'db_id':1,'title':'A'}]");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) second = NULL;
  g_autoptr (LanyardProgramme) programme = NULL;

  /* The same number, on another server. */
  g_ptr_array_add (documents, document_from_text (other));
  programme = lanyard_format_read (documents, NULL, &error);
  g_assert_null (programme);
  g_assert_error (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MIXED);

  /* Two numbers in one answer. */
  programme = read_texts (&second, "{'count':2,'additionalInfo':{},'results':[{'id':'1','title':'A'},{'id':'2','title':'B'}]}", NULL);
  g_assert_null (programme);
  g_assert_error (second, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_MIXED);
}

/* One event that is named twice is one: the last counts, as in all of JSON. */
static void
test_named_twice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardProgramme) programme =
      read_texts (&error,
                  "{'count':1,'additionalInfo':{},'results':{'20':{'20300101':{}},'\\u00320':{'20300102':{'b1':"
                  "{'entryType':'Break','title':'Tea','startDate':{'date':'2030-01-02','time':'10:00:00','tz':'UTC'},"
                  "'duration':15}}}}}",
                  NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (lanyard_programme_get_breaks (programme)->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *path = g_strconcat ("/indico/files/", expected[i].name, NULL);

      g_test_add_data_func (path, &expected[i], test_counts);
    }
  g_test_add_func ("/indico/files/xdc-2021", test_xdc_2021);
  g_test_add_func ("/indico/files/lpc-2026", test_lpc_2026);
  g_test_add_func ("/indico/files/three-documents", test_three_documents);
  g_test_add_func ("/indico/files/order-of-documents", test_order_of_documents);
  g_test_add_func ("/indico/files/order-of-shared-documents", test_order_of_shared_documents);
  g_test_add_func ("/indico/files/zone-of-stamps", test_zone_of_stamps);
  g_test_add_func ("/indico/files/two-of-a-kind", test_two_of_a_kind);
  g_test_add_func ("/indico/files/mixed", test_mixed);
  g_test_add_func ("/indico/files/named-twice", test_named_twice);

  return g_test_run ();
}
