/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The export of a test server: /export/event/ID[-ID].json and
 * /export/timetable/ID[-ID].json with the cache, the errors and the silence
 * about what one may not see of the real one. Documents are in UTC whatever
 * zone is asked for, as each date says. On the server's thread.
 */

#include "config.h"

#include "lanyard-indico-auth.h"
#include "lanyard-indico-export.h"

#define MAX_EVENTS 100u

/* What is asked for and who asks. */
typedef struct
{
  LanyardIndicoDetail  detail;
  char                *name; /* "event" */
  GStrv                events;
  char                *user; /* NULL for the public */
} Export;

static void
clear_export (Export *export)
{
  g_free (export->name);
  g_strfreev (export->events);
  g_free (export->user);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, clear_export)

static LanyardIndicoDetail
get_detail (LanyardIndicoRequest *request,
            const char           *name)
{
  const char *detail = lanyard_indico_request_get_parameter (request, "detail", "d");

  if (g_str_equal (name, "timetable"))
    return LANYARD_INDICO_DETAIL_TIMETABLE;
  if (g_strcmp0 (detail, "sessions") == 0)
    return LANYARD_INDICO_DETAIL_SESSIONS;
  if (g_strcmp0 (detail, "contributions") == 0 || g_strcmp0 (detail, "subcontributions") == 0)
    return LANYARD_INDICO_DETAIL_CONTRIBUTIONS;
  return LANYARD_INDICO_DETAIL_EVENTS;
}

/* Takes "/export/event/20-21.json" apart; FALSE if there is no such export. */
static gboolean
parse_path (LanyardIndicoRequest *request,
            Export               *export)
{
  g_auto (GStrv) parts = g_strsplit (request->path, "/", -1);
  g_autofree char *ids = NULL;

  if (g_strv_length (parts) != 4 || !g_str_has_suffix (parts[3], ".json"))
    return FALSE;
  if (!g_str_equal (parts[2], "event") && !g_str_equal (parts[2], "timetable"))
    return FALSE;
  ids = g_strndup (parts[3], strlen (parts[3]) - strlen (".json"));
  export->name = g_strdup (parts[2]);
  export->events = g_strsplit (ids, "-", -1);
  export->detail = get_detail (request, export->name);
  return TRUE;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* Whether all is well with what is asked; answers if not. */
static gboolean
check_parameters (LanyardIndicoRequest *request,
                  const Export         *export)
{
  const char *zone_name = lanyard_indico_request_get_parameter (request, "tz", NULL);
  const char *limit = lanyard_indico_request_get_parameter (request, "limit", "n");
  g_autoptr (GTimeZone) zone = zone_name != NULL ? g_time_zone_new_identifier (zone_name) : NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; export->events[i] != NULL; i++)
    {
      if (is_number (export->events[i]))
        continue;
      if (export->detail == LANYARD_INDICO_DETAIL_TIMETABLE)
        lanyard_indico_answer_error (request, SOUP_STATUS_INTERNAL_SERVER_ERROR, "Something went wrong", "Invalid event id");
      else
        lanyard_indico_answer_complaint (request, SOUP_STATUS_BAD_REQUEST, "Invalid event id");
      return FALSE;
    }
  if (limit != NULL && !is_number (limit))
    {
      lanyard_indico_answer_error (request, SOUP_STATUS_UNPROCESSABLE_ENTITY, "Unprocessable Entity", "Invalid limit");
      return FALSE;
    }
  if (g_strv_length (export->events) > MAX_EVENTS)
    message = g_strdup_printf ("You can only request up to %u events per request with the detail level 'sessions'", MAX_EVENTS);
  else if (zone_name != NULL && zone == NULL)
    message = g_strdup_printf ("Bad timezone: '%s'", zone_name);
  if (message == NULL)
    return TRUE;
  lanyard_indico_answer_complaint (request, SOUP_STATUS_BAD_REQUEST, message);
  return FALSE;
}

/* Finds out who asks; answers and gives FALSE if who asks is not let in. The
 * export wraps what is wrong with a token in a page of status 400. */
static gboolean
check_asker (LanyardIndicoRequest *request,
             Export               *export)
{
  const char *const scopes[] = { "read:legacy_api", NULL };
  LanyardIndicoBearer bearer = lanyard_indico_find_bearer (request);
  const char *error = NULL;
  const char *user;

  if (bearer.secret != NULL)
    {
      if (bearer.token == NULL)
        error = "invalid_token";
      else if (!lanyard_indico_token_may (bearer.token, scopes))
        error = "insufficient_scope";
      user = bearer.secret;
    }
  else if (!lanyard_indico_check_api_key (request, &user))
    {
      return FALSE;
    }
  if (error != NULL)
    {
      g_autofree char *text = g_strdup_printf ("OAuth error: %s: %s", error, lanyard_indico_describe_oauth (error));

      lanyard_indico_answer_error (request, SOUP_STATUS_BAD_REQUEST, "Bad Request", text);
      return FALSE;
    }
  if (user == NULL && lanyard_indico_request_is_set (request, "onlyauthed", "oa"))
    {
      lanyard_indico_answer_complaint (request, SOUP_STATUS_FORBIDDEN, "Not authenticated");
      return FALSE;
    }
  export->user = lanyard_indico_request_is_set (request, "onlypublic", "op") ? NULL : g_strdup (user);
  return TRUE;
}

/* The events that are there for who asks. */
static GPtrArray *
find_events (LanyardIndicoRequest *request,
             const Export         *export)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; export->events[i] != NULL; i++)
    {
      LanyardIndicoEvent *event = lanyard_indico_state_find_event (request->state, export->events[i]);

      if (event != NULL && (!event->is_restricted || export->user != NULL))
        g_ptr_array_add (found, event);
    }
  return found;
}

static LanyardIndicoCached *
make_results (LanyardIndicoRequest *request,
              const Export         *export,
              GPtrArray            *events,
              const char           *key)
{
  gboolean is_object = export->detail == LANYARD_INDICO_DETAIL_TIMETABLE;
  GString *text = g_string_new (is_object ? "{" : "[");
  guint count = 0;

  for (guint i = 0; i < events->len; i++)
    {
      LanyardIndicoEvent *event = g_ptr_array_index (events, i);
      GBytes *bytes = event->documents->results[export->detail];

      if (bytes == NULL)
        continue;
      if (count++ > 0)
        g_string_append_c (text, ',');
      g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
    }
  g_string_append_c (text, is_object ? '}' : ']');
  return lanyard_indico_state_cache (request->state, key, g_string_free_and_steal (text), count);
}

static LanyardIndicoCached *
get_results (LanyardIndicoRequest *request,
             const Export         *export,
             GPtrArray            *events)
{
  const char *const left_out[] = { "_", "ak", "apikey", "signature", "timestamp", "nc", "nocache", "oa", "onlyauthed", NULL };
  g_autofree char *query = lanyard_indico_request_normalise (request, left_out);
  g_autofree char *key = g_strdup_printf ("%s %s", export->user != NULL ? export->user : "", query);
  LanyardIndicoCached *cached = NULL;

  if (!lanyard_indico_request_is_set (request, "nocache", "nc"))
    cached = lanyard_indico_state_find_cached (request->state, key);
  return cached != NULL ? cached : make_results (request, export, events, key);
}

/* Whether the asker has this content already; answers if so. Only of servers
 * that were told to have validators. */
static gboolean
check_validators (LanyardIndicoRequest *request,
                  const char           *content)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (request->message);
  const char *known = soup_message_headers_get_list (headers, "If-None-Match");
  g_autofree char *sum = NULL;
  g_autofree char *etag = NULL;

  if (!request->state->has_validators)
    return FALSE;
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA1, content, -1);
  etag = g_strdup_printf ("\"%s\"", sum);
  soup_message_headers_replace (soup_server_message_get_response_headers (request->message), "ETag", etag);
  if (known == NULL || strstr (known, etag) == NULL)
    return FALSE;
  soup_server_message_set_status (request->message, SOUP_STATUS_NOT_MODIFIED, NULL);
  return TRUE;
}

static void
answer_results (LanyardIndicoRequest      *request,
                const LanyardIndicoCached *results)
{
  g_autofree char *url = g_strconcat (request->state->base, request->path, request->query != NULL ? "?" : NULL,
                                      request->query, NULL);
  g_autofree char *escaped_url = lanyard_indico_escape_json (url);

  if (check_validators (request, results->results))
    return;
  lanyard_indico_answer_json (request, SOUP_STATUS_OK,
                              g_strdup_printf ("{\"count\":%u,\"additionalInfo\":{},\"ts\":%" G_GINT64_FORMAT
                                               ",\"url\":\"%s\",\"results\":%s,\"_type\":\"HTTPAPIResult\"}",
                                               results->count, results->made_at, escaped_url, results->results));
}

/* A document that is no export, given as it is. */
static GBytes *
find_body (const Export *export,
           GPtrArray    *events)
{
  LanyardIndicoEvent *event = events->len > 0 ? g_ptr_array_index (events, 0) : NULL;

  return event != NULL ? event->documents->bodies[export->detail] : NULL;
}

void
lanyard_indico_export_answer (LanyardIndicoRequest *request)
{
  g_auto (Export) export = { LANYARD_INDICO_DETAIL_EVENTS, NULL, NULL, NULL };
  g_autoptr (GPtrArray) events = NULL;
  GBytes *body;

  if (g_pattern_match_simple ("/export/event/*/contribution/*.json", request->path))
    {
      lanyard_indico_answer_error (request, SOUP_STATUS_SERVICE_UNAVAILABLE, "Service Unavailable", "This is not available.");
      return;
    }
  if (!parse_path (request, &export))
    {
      lanyard_indico_answer_not_found (request);
      return;
    }
  if (!check_asker (request, &export) || !check_parameters (request, &export))
    return;
  events = find_events (request, &export);
  body = find_body (&export, events);
  if (body == NULL)
    {
      answer_results (request, get_results (request, &export, events));
      return;
    }
  soup_server_message_set_status (request->message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (request->message, "application/json", SOUP_MEMORY_COPY,
                                    g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}
