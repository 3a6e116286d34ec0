/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The pages of a test server, with the redirects that lead to them, and
 * /api/user/. Who may not see one is sent to the login; scripts are told in
 * JSON. On the server's thread.
 */

#include "config.h"

#include "lanyard-indico-auth.h"
#include "lanyard-indico-pages.h"

static void
answer_login_needed (LanyardIndicoRequest *request)
{
  g_autofree char *next = NULL;
  g_autofree char *path = NULL;

  if (request->is_script)
    {
      lanyard_indico_answer_error (request, SOUP_STATUS_FORBIDDEN, "Forbidden", "You are currently not authenticated. Please log in.");
      return;
    }
  next = g_strconcat (request->state->prefix, request->path, NULL);
  path = g_strdup_printf ("/login/?next=%s", next);
  lanyard_indico_answer_redirect (request, SOUP_STATUS_FOUND, path);
}

/* Whether a bad or weak token, or one beside a cookie, ends it here. */
static gboolean
refuse_bearer (LanyardIndicoRequest      *request,
               const LanyardIndicoBearer *bearer,
               const char *const         *scopes)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (request->message);

  if (bearer->secret == NULL)
    return FALSE;
  if (soup_message_headers_get_list (headers, "Cookie") != NULL)
    lanyard_indico_answer_error (request, SOUP_STATUS_BAD_REQUEST, "Bad Request", "Cookie and token at once");
  else if (bearer->token == NULL)
    lanyard_indico_answer_oauth (request, SOUP_STATUS_UNAUTHORIZED, "invalid_token");
  else if (!lanyard_indico_token_may (bearer->token, scopes))
    lanyard_indico_answer_oauth (request, SOUP_STATUS_FORBIDDEN, "insufficient_scope");
  else
    return FALSE;
  return TRUE;
}

/* A number that stays the same for the same name. */
static guint
get_user_number (const LanyardIndicoToken *token)
{
  return 1000 + g_str_hash (token->last_name) % 9000;
}

static void
answer_user (LanyardIndicoRequest      *request,
             const LanyardIndicoBearer *bearer)
{
  g_autofree char *name = NULL;
  g_autofree char *json = NULL;

  if (bearer->token == NULL)
    {
      lanyard_indico_answer_json (request, SOUP_STATUS_OK, g_strdup ("null\n"));
      return;
    }
  name = g_ascii_strdown (bearer->token->first_name, -1);
  json = g_strdup_printf ("{\"admin\": false, \"email\": \"%s@example.org\", \"first_name\": \"%s\", \"id\": %u, \"last_name\": \"%s\"}\n",
                          name, bearer->token->first_name, get_user_number (bearer->token), bearer->token->last_name);
  lanyard_indico_answer_json (request, SOUP_STATUS_OK, g_steal_pointer (&json));
}

/* What stands on a page of an event: its own, its timetable, its lists, one of
 * each talk and session. %NULL: there is no such page. */
static const char *
find_title (const LanyardIndicoDocuments *documents,
            const char                   *kind,
            const char                   *number)
{
  const char *const kinds[] = { "", "timetable", "contributions", "sessions", NULL };

  if (*number == '\0')
    return g_strv_contains (kinds, kind) ? documents->title : NULL;
  if (g_str_equal (kind, "contributions"))
    return g_hash_table_lookup (documents->contributions, number);
  if (g_str_equal (kind, "sessions"))
    return g_hash_table_lookup (documents->sessions, number);
  return NULL;
}

static void
answer_event (LanyardIndicoRequest      *request,
              const LanyardIndicoBearer *bearer,
              GStrv                      parts)
{
  LanyardIndicoEvent *event = lanyard_indico_state_find_event (request->state, parts[2]);
  const char *title = event != NULL ? find_title (event->documents, parts[3], parts[4]) : NULL;
  g_autofree char *with_slash = NULL;

  if (event != NULL && !g_str_has_suffix (request->path, "/"))
    {
      with_slash = g_strconcat (request->path, "/", request->query != NULL ? "?" : NULL, request->query, NULL);
      lanyard_indico_answer_redirect (request, SOUP_STATUS_PERMANENT_REDIRECT, with_slash);
    }
  else if (event != NULL && event->is_restricted && bearer->token == NULL)
    answer_login_needed (request);
  else if (title != NULL)
    lanyard_indico_answer_page (request, SOUP_STATUS_OK, title, event->documents->title);
  else
    lanyard_indico_answer_not_found (request);
}

/* Addresses of other times and short ones; whether it was one. */
static gboolean
redirect_to_event (LanyardIndicoRequest *request,
                   GStrv                 parts)
{
  gboolean is_old = g_str_equal (parts[1], "conferenceDisplay.py");
  const char *event = NULL;
  g_autofree char *path = NULL;

  if (is_old)
    event = lanyard_indico_request_get_parameter (request, "confid", NULL);
  else if (g_str_equal (parts[1], "e") || g_str_equal (parts[1], "event"))
    event = g_hash_table_lookup (request->state->shortcuts, parts[2]);
  if (event == NULL)
    return FALSE;
  path = g_strdup_printf ("/event/%s/", event);
  lanyard_indico_answer_redirect (request, is_old ? SOUP_STATUS_MOVED_PERMANENTLY : SOUP_STATUS_FOUND, path);
  return TRUE;
}

void
lanyard_indico_pages_answer (LanyardIndicoRequest *request)
{
  const char *const read_user[] = { "read:user", "read:everything", "full:everything", NULL };
  const char *const read_all[] = { "read:everything", "full:everything", NULL };
  /* With enough empty parts behind for all to be looked at. */
  g_autofree char *padded = g_strconcat (request->path, "////", NULL);
  g_auto (GStrv) parts = g_strsplit (padded, "/", -1);
  LanyardIndicoBearer bearer = lanyard_indico_find_bearer (request);
  gboolean is_user = g_str_equal (request->path, "/api/user/");

  if (refuse_bearer (request, &bearer, is_user ? read_user : read_all))
    return;
  if (is_user)
    answer_user (request, &bearer);
  else if (g_str_equal (request->path, "/"))
    lanyard_indico_answer_page (request, SOUP_STATUS_OK, "All events", "Welcome to Indico.");
  else if (g_str_equal (request->path, "/login/"))
    lanyard_indico_answer_page (request, SOUP_STATUS_OK, "Log in", "Please log in to continue.");
  else if (g_str_equal (request->path, "/user/tokens/") && bearer.token == NULL)
    answer_login_needed (request);
  else if (g_str_equal (request->path, "/user/tokens/"))
    lanyard_indico_answer_page (request, SOUP_STATUS_OK, "API tokens", "Personal tokens of this account.");
  else if (redirect_to_event (request, parts))
    return;
  else if (g_str_equal (parts[1], "event"))
    answer_event (request, &bearer, parts);
  else
    lanyard_indico_answer_not_found (request);
}
