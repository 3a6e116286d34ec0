/* SPDX-License-Identifier: GPL-3.0-or-later */

/* See site-helper.h. */

#include "config.h"

#include <string.h>

#include "site-helper.h"

typedef struct
{
  guint  status;
  char  *type;     /* owned, nullable */
  char  *body;     /* owned, nullable */
  char  *location; /* owned, nullable */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_free (self->type);
  g_free (self->body);
  g_free (self->location);
  g_free (self);
}

static void
answer_with (SoupServerMessage *message,
             const Answer      *answer,
             char             **request)
{
  SoupMessageHeaders *asked = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *told = soup_server_message_get_response_headers (message);
  g_autofree char *sum = NULL;
  g_autofree char *etag = NULL;

  if (answer->location != NULL)
    soup_message_headers_replace (told, "Location", answer->location);
  soup_server_message_set_status (message, answer->status, NULL);
  if (answer->body == NULL)
    return;

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA1, answer->body, -1);
  etag = g_strdup_printf ("\"%s\"", sum);
  soup_message_headers_replace (told, "ETag", etag);
  if (g_strcmp0 (soup_message_headers_get_one (asked, "If-None-Match"), etag) == 0)
    {
      char *unmodified = g_strconcat (*request, " 304", NULL);

      g_free (*request);
      *request = unmodified;
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      return;
    }
  soup_server_message_set_response (message, answer->type, SOUP_MEMORY_COPY, answer->body, strlen (answer->body));
}

static void
asked_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  Site *self = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  const char *parameters = g_uri_get_query (uri);
  char *request = g_strconcat (path, parameters != NULL ? "?" : NULL, parameters, NULL);
  const Answer *answer = g_hash_table_lookup (self->answers, request);

  g_set_str (&self->accept,
             soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Accept"));
  if (answer != NULL)
    answer_with (message, answer, &request);
  else
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
  g_ptr_array_add (self->requests, request);
}

Site *
site_new (void)
{
  Site *self = g_new0 (Site, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris;

  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, answer_free);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, asked_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return self;
}

void
site_free (Site *self)
{
  g_clear_object (&self->server);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_free (self->accept);
  g_free (self->base);
  g_free (self);
}

static Answer *
put (Site       *self,
     const char *path,
     guint       status)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->status = status;
  g_hash_table_insert (self->answers, g_strdup (path), answer);
  return answer;
}

void
site_put (Site       *self,
          const char *path,
          const char *type,
          const char *body)
{
  Answer *answer = put (self, path, SOUP_STATUS_OK);

  answer->type = g_strdup (type);
  answer->body = g_strdup (body);
}

void
site_set_status (Site       *self,
                 const char *path,
                 guint       status)
{
  put (self, path, status);
}

void
site_redirect (Site       *self,
               const char *path,
               const char *location)
{
  put (self, path, SOUP_STATUS_FOUND)->location = g_strdup (location);
}

char *
site_dup_url (Site       *self,
              const char *path)
{
  return g_strconcat (self->base, path, NULL);
}

guint
site_count (Site       *self,
            const char *part)
{
  guint n = 0;

  for (guint i = 0; i < self->requests->len; i++)
    n += strstr (g_ptr_array_index (self->requests, i), part) != NULL;
  return n;
}

void
site_forget (Site *self)
{
  g_ptr_array_set_size (self->requests, 0);
}

char *
dup_schedule (const char *title)
{
  return g_strdup_printf (
      "{\"schedule\":{\"version\":\"1\",\"conference\":{\"acronym\":\"tern26\",\"title\":\"Tern Days 2026\","
      "\"start\":\"2026-10-02\",\"end\":\"2026-10-02\",\"daysCount\":1,\"timeslot_duration\":\"00:05\","
      "\"time_zone_name\":\"Europe/Lisbon\",\"days\":[{\"index\":1,\"date\":\"2026-10-02\","
      "\"day_start\":\"2026-10-02T09:00:00+01:00\",\"day_end\":\"2026-10-02T18:00:00+01:00\",\"rooms\":{\"Pier\":[{"
      "\"guid\":\"5b1f6b4e-0000-4000-8000-000000000001\",\"id\":1,\"date\":\"2026-10-02T10:00:00+01:00\","
      "\"start\":\"10:00\",\"duration\":\"00:30\",\"room\":\"Pier\",\"slug\":\"tern26-1\",\"title\":\"%s\","
      "\"subtitle\":\"\",\"track\":null,\"type\":\"talk\",\"language\":\"en\",\"abstract\":\"\",\"description\":\"\","
      "\"persons\":[{\"id\":7,\"public_name\":\"Ada Tern\"}],\"links\":[],\"attachments\":[]}]}}]}}}",
      title);
}

char *
dup_widget (void)
{
  return g_strdup (
      "{\"talks\":[{\"code\":\"KN0TS1\",\"id\":1,\"title\":\"Knots\",\"abstract\":\"\",\"speakers\":[\"ABCDEF\"],"
      "\"track\":null,\"start\":\"2026-10-02T10:00:00+01:00\",\"end\":\"2026-10-02T10:30:00+01:00\",\"room\":1,"
      "\"duration\":30,\"updated\":\"2026-09-01T10:00:00+01:00\"},"
      "{\"id\":2,\"title\":{\"en\":\"Tea\"},\"start\":\"2026-10-02T10:30:00+01:00\","
      "\"end\":\"2026-10-02T11:00:00+01:00\",\"room\":1,\"duration\":30,\"updated\":\"2026-09-01T10:00:00+01:00\"}],"
      "\"version\":\"1.0\",\"timezone\":\"Europe/Lisbon\",\"event_start\":\"2026-10-02\",\"event_end\":\"2026-10-02\","
      "\"tracks\":[],\"rooms\":[{\"id\":1,\"name\":{\"en\":\"Pier\"},\"description\":{}}],"
      "\"speakers\":[{\"code\":\"ABCDEF\",\"name\":\"Ada Tern\",\"avatar\":null}]}");
}
