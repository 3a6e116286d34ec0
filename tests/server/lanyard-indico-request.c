/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A question to a test server taken apart, and the kinds of answers that Indico
 * has: JSON of three shapes, pages and redirects. On the server's thread.
 */

#include "config.h"

#include "lanyard-indico-request.h"

static GHashTable *
parse_parameters (const char *query)
{
  GHashTable *parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GUriParamsIter iter;
  char *name;
  char *value;

  g_uri_params_iter_init (&iter, query != NULL ? query : "", -1, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &name, &value, NULL))
    {
      g_hash_table_insert (parameters, g_ascii_strdown (name, -1), value);
      g_free (name);
    }
  return parameters;
}

void
lanyard_indico_request_init (LanyardIndicoRequest *self,
                             LanyardIndicoState   *state,
                             SoupServerMessage    *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *path = g_uri_get_path (uri);
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  self->state = state;
  self->message = message;
  self->path = g_strdup (g_str_has_prefix (path, state->prefix) ? path + strlen (state->prefix) : "");
  self->query = g_strdup (g_uri_get_query (uri));
  self->parameters = parse_parameters (self->query);
  self->is_script = g_strcmp0 (soup_message_headers_get_one (headers, "X-Requested-With"), "XMLHttpRequest") == 0 ||
    g_strcmp0 (type, "application/json") == 0;
}

void
lanyard_indico_request_clear (LanyardIndicoRequest *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->parameters, g_hash_table_unref);
}

const char *
lanyard_indico_request_get_parameter (LanyardIndicoRequest *self,
                                      const char           *name,
                                      const char           *short_name)
{
  const char *value = g_hash_table_lookup (self->parameters, name);

  if (value == NULL && short_name != NULL)
    value = g_hash_table_lookup (self->parameters, short_name);
  return value;
}

gboolean
lanyard_indico_request_is_set (LanyardIndicoRequest *self,
                               const char           *name,
                               const char           *short_name)
{
  return g_strcmp0 (lanyard_indico_request_get_parameter (self, name, short_name), "yes") == 0;
}

/* As a form is sent: a blank is a plus, all but letters, digits and _.-~ have
 * per cent signs. */
static void
append_escaped (GString    *text,
                const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, NULL, FALSE);
  g_auto (GStrv) words = g_strsplit (escaped, "%20", -1);
  g_autofree char *joined = g_strjoinv ("+", words);

  g_string_append (text, joined);
}

char *
lanyard_indico_request_normalise (LanyardIndicoRequest *self,
                                  const char *const    *left_out)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->parameters), (GCompareFunc) strcmp);
  GString *text = g_string_new (self->path);
  char between = '?';

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *value = g_hash_table_lookup (self->parameters, l->data);

      if (*value == '\0' || g_strv_contains (left_out, l->data))
        continue;
      g_string_append_c (text, between);
      append_escaped (text, l->data);
      g_string_append_c (text, '=');
      append_escaped (text, value);
      between = '&';
    }
  return g_string_free_and_steal (text);
}

/* --- answers -------------------------------------------------------------------------------- */

static void
answer (LanyardIndicoRequest *self,
        guint                 status,
        const char           *type,
        char                 *body)
{
  soup_server_message_set_status (self->message, status, NULL);
  soup_server_message_set_response (self->message, type, SOUP_MEMORY_TAKE, body, strlen (body));
}

void
lanyard_indico_answer_json (LanyardIndicoRequest *self,
                            guint                 status,
                            char                 *json)
{
  answer (self, status, "application/json", json);
}

/* A string of JSON with its quotes. Only quotes, backslashes and control
 * characters need care here; others are escaped with the whole. */
static char *
quote (const char *text)
{
  GString *quoted = g_string_new ("\"");
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (quoted, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (quoted, "\\u%04x", (guint) *p);
      else
        g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');
  return g_string_free_and_steal (quoted);
}

void
lanyard_indico_answer_complaint (LanyardIndicoRequest *self,
                                 guint                 status,
                                 const char           *message)
{
  g_autofree char *quoted = quote (message);
  g_autofree char *json = g_strdup_printf ("{\"message\":%s}", quoted);

  lanyard_indico_answer_json (self, status, lanyard_indico_escape_json (json));
}

const char *
lanyard_indico_describe_oauth (const char *error)
{
  return g_str_equal (error, "insufficient_scope")
           ? "The request requires higher privileges than provided by the access token."
           : "The access token provided is expired, revoked, malformed, or invalid for other reasons.";
}

void
lanyard_indico_answer_oauth (LanyardIndicoRequest *self,
                             guint                 status,
                             const char           *error)
{
  const char *description = lanyard_indico_describe_oauth (error);
  g_autofree char *challenge = g_strdup_printf ("Bearer error=\"%s\", error_description=\"%s\"", error, description);

  lanyard_indico_answer_json (self, status,
                              g_strdup_printf ("{\"error\": \"%s\", \"error_description\": \"%s\"}", error, description));
  if (status == SOUP_STATUS_UNAUTHORIZED)
    soup_message_headers_replace (soup_server_message_get_response_headers (self->message), "WWW-Authenticate", challenge);
}

void
lanyard_indico_answer_page (LanyardIndicoRequest *self,
                            guint                 status,
                            const char           *title,
                            const char           *text)
{
  answer (self, status, "text/html; charset=utf-8",
          g_markup_printf_escaped ("<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>%s - Indico</title></head>\n"
                                   "<body><h1>%s</h1><p>%s</p></body>\n</html>\n",
                                   title, title, text));
}

void
lanyard_indico_answer_error (LanyardIndicoRequest *self,
                             guint                 status,
                             const char           *title,
                             const char           *text)
{
  g_autofree char *quoted_title = NULL;
  g_autofree char *quoted_text = NULL;

  if (!self->is_script)
    {
      lanyard_indico_answer_page (self, status, title, text);
      return;
    }
  quoted_title = quote (title);
  quoted_text = quote (text);
  lanyard_indico_answer_json (self, status,
                              g_strdup_printf ("{\"error\": {\"title\": %s, \"message\": %s, \"error_uuid\": null}}",
                                               quoted_title, quoted_text));
}

void
lanyard_indico_answer_not_found (LanyardIndicoRequest *self)
{
  lanyard_indico_answer_error (self, SOUP_STATUS_NOT_FOUND, "Not Found", "The page you are looking for does not exist.");
}

void
lanyard_indico_answer_redirect (LanyardIndicoRequest *self,
                                guint                 status,
                                const char           *path)
{
  g_autofree char *location = g_strconcat (self->state->base, path, NULL);

  lanyard_indico_answer_page (self, status, "Redirecting…", location);
  soup_message_headers_replace (soup_server_message_get_response_headers (self->message), "Location", location);
}
