/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attachments that are fetched to stay: whole under their name or not there at
 * all, whatever server, disk, network or process do meanwhile. */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "fetch-helper.h"
#include "sync/lanyard-attachment-files.h"
#include "sync/lanyard-attachment.h"

#define UUID "01234567-89ab-4cde-8f01-23456789abcd"

typedef struct
{
  FetchFixture fetch;
  LanyardSync *sync; /* owned */
  char *folder;      /* owned: of the database, which is never opened */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (LanyardStore) store = NULL;
  g_autoptr (LanyardKeyring) keyring = lanyard_keyring_new ();
  g_autoptr (LanyardClock) clock = lanyard_clock_new_from_environment (&error);

  g_assert_no_error (error);
  fetch_fixture_set_up (&fixture->fetch, NULL);
  g_clear_pointer (&fixture->fetch.body, g_bytes_unref);
  fixture->fetch.body = g_bytes_new_take (g_strnfill (300000, 'x'), 300000);
  fixture->folder = g_dir_make_tmp ("lanyard-download-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "lanyard.db", NULL);
  store = lanyard_store_new (path);
  fixture->sync = lanyard_sync_new (store, fixture->fetch.fetcher, keyring, clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GHashTable) nobody = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_finalize_object (fixture->sync);
  fetch_fixture_tear_down (&fixture->fetch, NULL);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  lanyard_attachment_files_sweep (nobody);
}

static LanyardAttachment *
attachment_of (Fixture    *fixture,
               const char *path,
               const char *content_type)
{
  g_autofree char *url = g_strconcat (fixture->fetch.base, path, NULL);
  g_autoptr (LanyardLink) link = lanyard_link_new (url, "Slides", LANYARD_LINK_SLIDES, content_type, 0);

  return lanyard_sync_ref_attachment (fixture->sync, UUID, link);
}

static void
wait_while (LanyardAttachment      *attachment,
            LanyardAttachmentState  state)
{
  while (lanyard_attachment_get_state (attachment) == state)
    g_main_context_iteration (NULL, TRUE);
}

static void
fetch_and_wait (LanyardAttachment *attachment)
{
  wait_while (attachment, LANYARD_ATTACHMENT_UNKNOWN);
  lanyard_attachment_fetch (attachment);
  wait_while (attachment, LANYARD_ATTACHMENT_FETCHING);
}

static gboolean
is_there (LanyardAttachment *attachment,
          const char        *ending)
{
  g_autoptr (GFile) file = lanyard_attachment_dup_file (attachment);
  g_autofree char *path = g_strconcat (g_file_peek_path (file), ending, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
assert_failed (LanyardAttachment *attachment,
               LanyardNetError    code)
{
  g_assert_cmpint (lanyard_attachment_get_state (attachment), ==, LANYARD_ATTACHMENT_ABSENT);
  g_assert_error (lanyard_attachment_get_failure (attachment), LANYARD_NET_ERROR, (int) code);
  g_assert_false (is_there (attachment, ""));
  g_assert_false (is_there (attachment, ".part"));
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/5/8/my%20slides.pdf", "application/pdf");
  g_autoptr (LanyardAttachment) same = attachment_of (fixture, "/5/8/my%20slides.pdf", "application/pdf");
  g_autoptr (GFile) file = lanyard_attachment_dup_file (attachment);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  GStatBuf status;

  g_assert_true (attachment == same);
  g_assert_cmpstr (name, ==, "my slides.pdf");
  fetch_and_wait (attachment);
  g_assert_no_error (lanyard_attachment_get_failure (attachment));
  g_assert_cmpint (lanyard_attachment_get_state (attachment), ==, LANYARD_ATTACHMENT_PRESENT);
  g_assert_cmpuint (lanyard_attachment_get_n_bytes (attachment), ==, 300000);
  g_assert_cmpuint (lanyard_attachment_get_n_total (attachment), ==, 300000);
  g_file_get_contents (g_file_peek_path (file), &text, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (text, size, g_bytes_get_data (fixture->fetch.body, NULL), g_bytes_get_size (fixture->fetch.body));
  g_assert_false (is_there (attachment, ".part"));
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpstr (find_header (&fixture->fetch, "Accept-Encoding"), ==, "identity");
}

/* Another program that begins knows what is here, and can remove it. */
static void
test_known_again (Fixture       *fixture,
                  gconstpointer  data)
{
  LanyardAttachment *before = attachment_of (fixture, "/slides.pdf", NULL);
  g_autoptr (LanyardAttachment) attachment = NULL;

  fetch_and_wait (before);
  g_assert_finalize_object (before);

  attachment = attachment_of (fixture, "/slides.pdf", NULL);
  wait_while (attachment, LANYARD_ATTACHMENT_UNKNOWN);
  g_assert_cmpint (lanyard_attachment_get_state (attachment), ==, LANYARD_ATTACHMENT_PRESENT);
  g_assert_cmpuint (fixture->fetch.n_asked, ==, 1);
  lanyard_attachment_remove (attachment);
  wait_while (attachment, LANYARD_ATTACHMENT_PRESENT);
  g_assert_false (is_there (attachment, ""));
}

/* Somebody cleans the cache folder meanwhile. */
static void
test_cleaned (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/slides.pdf", NULL);
  g_autoptr (GFile) file = lanyard_attachment_dup_file (attachment);

  fetch_and_wait (attachment);
  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  lanyard_attachment_look (attachment);
  wait_while (attachment, LANYARD_ATTACHMENT_PRESENT);
  g_assert_cmpint (lanyard_attachment_get_state (attachment), ==, LANYARD_ATTACHMENT_ABSENT);
}

static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    LanyardFault fault;
    LanyardNetError code;
  } faults[] = {
    { LANYARD_FAULT_CUT, LANYARD_NET_ERROR_INCOMPLETE },
    { LANYARD_FAULT_WRONG_LENGTH, LANYARD_NET_ERROR_INCOMPLETE },
    { LANYARD_FAULT_GONE, LANYARD_NET_ERROR_NOT_FOUND },
    { LANYARD_FAULT_BROKEN, LANYARD_NET_ERROR_SERVER },
    { LANYARD_FAULT_LOGIN_PAGE, LANYARD_NET_ERROR_LOGIN_WALL },
    { LANYARD_FAULT_REDIRECT_LOOP, LANYARD_NET_ERROR_REDIRECTS },
    { LANYARD_FAULT_SILENCE, LANYARD_NET_ERROR_TIMED_OUT },
    { LANYARD_FAULT_ENDLESS, LANYARD_NET_ERROR_TOO_LARGE },
    { LANYARD_FAULT_GZIP_BOMB, LANYARD_NET_ERROR_TOO_LARGE },
  };

  fixture->fetch.limits.silence_ms = 300;
  fetch_fixture_limit (&fixture->fetch);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/slides.pdf", "application/pdf");

      g_test_message ("Fault %u", faults[i].fault);
      fixture->fetch.fault = faults[i].fault;
      fetch_and_wait (attachment);
      assert_failed (attachment, faults[i].code);
    }
}

/* After a failure comes another try, over what it left. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/slides.pdf", NULL);
  g_autoptr (GFile) file = lanyard_attachment_dup_file (attachment);
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
  g_autofree char *part = lanyard_attachment_files_dup_part (g_file_peek_path (file));
  g_autoptr (GError) error = NULL;

  fixture->fetch.fault = LANYARD_FAULT_CUT;
  fetch_and_wait (attachment);
  assert_failed (attachment, LANYARD_NET_ERROR_INCOMPLETE);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (part, "half", -1, &error);
  g_assert_no_error (error);
  fixture->fetch.fault = LANYARD_FAULT_NONE;
  fetch_and_wait (attachment);
  g_assert_cmpint (lanyard_attachment_get_state (attachment), ==, LANYARD_ATTACHMENT_PRESENT);
  g_assert_null (lanyard_attachment_get_failure (attachment));
  g_assert_false (is_there (attachment, ".part"));
}

static void
answer_unauthorized (FetchFixture      *fixture,
                     SoupServer        *server,
                     SoupServerMessage *message,
                     guint              n_asked)
{
  soup_server_message_set_status (message, SOUP_STATUS_UNAUTHORIZED, NULL);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/slides.pdf", NULL);

  fixture->fetch.answer = answer_unauthorized;
  fetch_and_wait (attachment);
  assert_failed (attachment, LANYARD_NET_ERROR_UNAUTHORIZED);
}

/* What the server promises is enough to refuse it. */
static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/film.webm", "video/webm");

  fixture->fetch.limits.max_file_bytes = 299999;
  fetch_fixture_limit (&fixture->fetch);
  fetch_and_wait (attachment);
  assert_failed (attachment, LANYARD_NET_ERROR_TOO_LARGE);

  fixture->fetch.limits.max_file_bytes = 300000;
  fetch_fixture_limit (&fixture->fetch);
  fetch_and_wait (attachment);
  g_assert_cmpint (lanyard_attachment_get_state (attachment), ==, LANYARD_ATTACHMENT_PRESENT);
}

/* More than any disk has. */
static void
answer_huge (FetchFixture      *fixture,
             SoupServer        *server,
             SoupServerMessage *message,
             guint              n_asked)
{
  soup_message_headers_set_content_length (soup_server_message_get_response_headers (message), G_MAXINT64 / 4);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/film.webm", "video/webm");

  fixture->fetch.limits.max_file_bytes = G_MAXINT64;
  fetch_fixture_limit (&fixture->fetch);
  fixture->fetch.answer = answer_huge;
  fetch_and_wait (attachment);
  assert_failed (attachment, LANYARD_NET_ERROR_DISK);
  g_assert_nonnull (strstr (lanyard_attachment_get_failure (attachment)->message, "no room"));
}

/* A file lies where the folder would. */
static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/slides.pdf", NULL);
  g_autoptr (GFile) file = lanyard_attachment_dup_file (attachment);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) above = g_file_get_parent (folder);
  g_autoptr (GError) error = NULL;

  wait_while (attachment, LANYARD_ATTACHMENT_UNKNOWN);
  g_mkdir_with_parents (g_file_peek_path (above), 0700);
  g_file_set_contents (g_file_peek_path (folder), "in the way", -1, &error);
  g_assert_no_error (error);
  lanyard_attachment_fetch (attachment);
  wait_while (attachment, LANYARD_ATTACHMENT_FETCHING);
  assert_failed (attachment, LANYARD_NET_ERROR_DISK);
  g_assert_cmpuint (fixture->fetch.n_asked, ==, 0);
  g_unlink (g_file_peek_path (folder));
}

static void
cancel_when_it_comes_cb (LanyardAttachment *attachment)
{
  if (lanyard_attachment_get_n_bytes (attachment) > 0)
    lanyard_attachment_cancel (attachment);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/slides.pdf", NULL);

  fixture->fetch.fault = LANYARD_FAULT_SLOW;
  g_signal_connect (attachment, "changed", G_CALLBACK (cancel_when_it_comes_cb), NULL);
  fetch_and_wait (attachment);
  g_assert_cmpuint (lanyard_attachment_get_n_bytes (attachment), >, 0);
  g_assert_cmpint (lanyard_attachment_get_state (attachment), ==, LANYARD_ATTACHMENT_ABSENT);
  g_assert_null (lanyard_attachment_get_failure (attachment));
  g_assert_false (is_there (attachment, ""));
  g_assert_false (is_there (attachment, ".part"));
}

static void
die_when_it_comes_cb (LanyardAttachment *attachment)
{
  if (lanyard_attachment_get_n_bytes (attachment) > 0)
    raise (SIGKILL);
}

static void
be_killed (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (LanyardAttachment) attachment = attachment_of (fixture, "/slides.pdf", NULL);

  fixture->fetch.fault = LANYARD_FAULT_SLOW;
  g_signal_connect (attachment, "changed", G_CALLBACK (die_when_it_comes_cb), NULL);
  fetch_and_wait (attachment);
}

static guint
count_files (const char *path,
             gboolean    parts)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        n += count_files (child, parts);
      else if (g_str_has_suffix (name, ".part") == parts)
        n++;
    }
  return n;
}

static void
test_killed (void)
{
  g_autofree char *files = g_build_filename (g_get_user_cache_dir (), "lanyard", "files", UUID, NULL);
  g_autoptr (GHashTable) nobody = g_hash_table_new (g_str_hash, g_str_equal);

  g_test_trap_subprocess ("/download/killed/subprocess", 20 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
  g_assert_false (g_test_trap_has_passed ());
  g_assert_cmpuint (count_files (files, FALSE), ==, 0);
  g_assert_cmpuint (count_files (files, TRUE), ==, 1);
  lanyard_attachment_files_sweep (nobody);
  g_assert_false (g_file_test (files, G_FILE_TEST_EXISTS));
}

/* A token goes to its own server only, and not along with a redirect. */
static void
test_secrets (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (LanyardCredential) credential =
      lanyard_credential_new (LANYARD_CREDENTIAL_TOKEN, fixture->fetch.secure_base, NULL, NULL, "indp_secret");
  g_autofree char *url = g_strconcat (fixture->fetch.secure_base, "/slides.pdf", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "slides.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  LanyardRequest request = { .url = url, .credential = credential, .file = file };
  g_autoptr (LanyardResponse) response = NULL;
  g_autoptr (LanyardResponse) elsewhere = NULL;
  g_autoptr (GError) error = NULL;

  response = fetch (&fixture->fetch, &request, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (response->body);
  g_assert_cmpstr (find_header (&fixture->fetch, "Authorization"), ==, "Bearer indp_secret");

  request.url = fixture->fetch.base;
  elsewhere = fetch (&fixture->fetch, &request, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (find_header (&fixture->fetch, "Authorization"));

  request.url = url;
  fixture->fetch.fault = LANYARD_FAULT_REDIRECT_DOWN;
  assert_fails (&fixture->fetch, &request, LANYARD_NET_ERROR_REDIRECTS, "not encrypted");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

#define ADD(name, func) g_test_add ("/download/" name, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("whole", test_whole);
  ADD ("known-again", test_known_again);
  ADD ("cleaned", test_cleaned);
  ADD ("faults", test_faults);
  ADD ("again", test_again);
  ADD ("refused", test_refused);
  ADD ("too-large", test_too_large);
  ADD ("no-room", test_no_room);
  ADD ("no-folder", test_no_folder);
  ADD ("cancelled", test_cancelled);
  ADD ("killed/subprocess", be_killed);
  ADD ("secrets", test_secrets);
  g_test_add_func ("/download/killed", test_killed);
}

/* The process that is killed has its parent's folder. */
int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *cache = NULL;
  g_autofree char *files = NULL;
  gboolean is_child = g_getenv ("LANYARD_TEST_CACHE") != NULL;
  int status;

  folder = is_child ? g_strdup (g_getenv ("LANYARD_TEST_CACHE")) : g_dir_make_tmp ("lanyard-cache-XXXXXX", NULL);
  g_setenv ("LANYARD_TEST_CACHE", folder, TRUE);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  add_tests ();
  status = g_test_run ();
  if (is_child)
    return status;

  cache = g_build_filename (folder, "lanyard", NULL);
  files = g_build_filename (cache, "files", NULL);
  g_rmdir (files);
  g_rmdir (cache);
  g_rmdir (folder);
  return status;
}
