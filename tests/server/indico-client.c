/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the test server's own tests ask it: with plain libsoup, one question
 * after the other, without following redirects. */

#include "config.h"

#include "indico-client.h"

#define PATIENCE 20 /* seconds */

void
answer_free (Answer *self)
{
  g_free (self->type);
  g_free (self->location);
  g_free (self->indico_url);
  g_free (self->etag);
  g_free (self->body);
  g_clear_pointer (&self->json, json_node_unref);
  g_free (self);
}

Answer *
ask_with_headers (LanyardIndicoServer *server,
                  const char          *path,
                  const char *const   *headers)
{
  g_autoptr (SoupSession) session = soup_session_new_with_options ("timeout", PATIENCE, NULL);
  g_autofree char *url = g_strconcat (lanyard_indico_server_get_base (server), path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, url);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SoupMessageHeaders *answered = soup_message_get_response_headers (message);
  Answer *answer = g_new0 (Answer, 1);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  for (guint i = 0; headers[i] != NULL; i += 2)
    soup_message_headers_append (soup_message_get_request_headers (message), headers[i], headers[i + 1]);
  bytes = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  answer->status = soup_message_get_status (message);
  answer->type = g_strdup (soup_message_headers_get_content_type (answered, NULL));
  answer->location = g_strdup (soup_message_headers_get_one (answered, "Location"));
  answer->indico_url = g_strdup (soup_message_headers_get_one (answered, "X-Indico-URL"));
  answer->etag = g_strdup (soup_message_headers_get_one (answered, "ETag"));
  answer->body = g_bytes_get_size (bytes) > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
  answer->json = json_from_string (answer->body, NULL);
  return answer;
}

void
assert_answer (LanyardIndicoServer *server,
               const char          *path,
               const char *const   *headers,
               guint                status,
               const char          *type,
               const char          *part_of_body)
{
  g_autoptr (Answer) answer = ask_with_headers (server, path, headers);

  g_test_message ("%s: %u %s", path, answer->status, answer->type);
  g_assert_cmpuint (answer->status, ==, status);
  g_assert_cmpstr (answer->type, ==, type);
  g_assert_cmpint (answer->json != NULL, ==, g_str_equal (type, "application/json"));
  g_assert_nonnull (answer->indico_url);
  g_assert_true (g_str_has_suffix (answer->indico_url, path));
  g_assert_nonnull (strstr (answer->body, part_of_body));
}

static JsonObject *
get_envelope (Answer *answer)
{
  g_assert_cmpuint (answer->status, ==, SOUP_STATUS_OK);
  g_assert_nonnull (answer->json);
  return json_node_get_object (answer->json);
}

guint
get_count (Answer *answer)
{
  return (guint) json_object_get_int_member (get_envelope (answer), "count");
}

gint64
get_made_at (Answer *answer)
{
  return json_object_get_int_member (get_envelope (answer), "ts");
}

const char *
get_title (Answer *answer)
{
  JsonArray *results = json_object_get_array_member (get_envelope (answer), "results");

  return json_object_get_string_member (json_array_get_object_element (results, 0), "title");
}

LanyardIndicoServer *
start_server (const char *prefix)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = get_conference ();
  LanyardIndicoServer *server = lanyard_indico_server_new (FALSE, prefix, 0, &error);

  g_assert_no_error (error);
  g_assert_true (lanyard_indico_server_set_event (server, "77", folder, &error));
  g_assert_no_error (error);
  return server;
}

char *
get_conference (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "conference", NULL);
}

char *
get_changed (const char *version)
{
  return g_build_filename (g_getenv ("LANYARD_CHANGED_PROGRAMMES"), "invented", version, NULL);
}
