/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The way by which a test in another process tells the server what to do:
 * POST /test/fault?name=cut&part=timetable&times=1 and so on; what there is
 * stands in `orders`. It answers with one line. On the server's thread.
 */

#include "config.h"

#include "lanyard-indico-control.h"

/* What it is told to do. Each order gives %NULL, or a line about what is wrong. */
typedef struct
{
  LanyardIndicoServer *server;
  GHashTable          *values;
} Order;

static const char *
get_value (const Order *order,
           const char  *name)
{
  return g_hash_table_lookup (order->values, name);
}

static gboolean
is_yes (const Order *order,
        const char  *name)
{
  return g_strcmp0 (get_value (order, name), "no") != 0;
}

static guint
get_number (const Order *order,
            const char  *name)
{
  const char *value = get_value (order, name);
  guint64 number = 0;

  if (value != NULL)
    g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &number, NULL);
  return (guint) number;
}

static char *
do_fault (const Order *order)
{
  const char *name = get_value (order, "name");
  LanyardFault fault;

  if (!lanyard_fault_from_name (name, &fault))
    return g_strdup_printf ("there is no fault “%s”", name);
  lanyard_indico_server_set_fault (order->server, fault, get_value (order, "part"), get_number (order, "times"),
                                   get_value (order, "elsewhere"));
  return NULL;
}

static char *
do_event (const Order *order)
{
  g_autoptr (GError) error = NULL;

  if (!lanyard_indico_server_set_event (order->server, get_value (order, "id"), get_value (order, "folder"), &error))
    return g_strdup (error->message);
  return NULL;
}

static char *
do_shortcut (const Order *order)
{
  lanyard_indico_server_set_shortcut (order->server, get_value (order, "name"), get_value (order, "id"));
  return NULL;
}

static char *
do_restricted (const Order *order)
{
  lanyard_indico_server_set_restricted (order->server, get_value (order, "id"), is_yes (order, "on"));
  return NULL;
}

static char *
do_token (const Order *order)
{
  lanyard_indico_server_set_token (order->server, get_value (order, "token"), get_value (order, "scopes"),
                                   get_value (order, "first"), get_value (order, "last"));
  return NULL;
}

static char *
do_key (const Order *order)
{
  lanyard_indico_server_set_api_key (order->server, get_value (order, "key"), get_value (order, "secret"));
  return NULL;
}

static char *
do_validators (const Order *order)
{
  lanyard_indico_server_set_validators (order->server, is_yes (order, "on"));
  return NULL;
}

static char *
do_time (const Order *order)
{
  lanyard_indico_server_pass_time (order->server, get_number (order, "seconds"));
  return NULL;
}

static char *
dup_requests (LanyardIndicoServer *server)
{
  g_auto (GStrv) requests = lanyard_indico_server_dup_requests (server);

  return g_strjoinv ("\n\n", requests);
}

static char *
do_clear (const Order *order)
{
  lanyard_indico_server_clear_requests (order->server);
  return NULL;
}

/* Each with the values that it cannot do without. */
static const struct
{
  const char *path;
  const char *needed[3];
  char *(*do_it) (const Order *order);
} orders[] = {
  { "/test/fault", { "name" }, do_fault },
  { "/test/event", { "id", "folder" }, do_event },
  { "/test/shortcut", { "name", "id" }, do_shortcut },
  { "/test/restricted", { "id" }, do_restricted },
  { "/test/token", { "token" }, do_token },
  { "/test/key", { "key", "secret" }, do_key },
  { "/test/validators", { NULL }, do_validators },
  { "/test/time", { "seconds" }, do_time },
  { "/test/clear", { NULL }, do_clear },
};

static char *
do_order (const Order *order,
          const char  *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (!g_str_equal (orders[i].path, path))
        continue;
      for (gsize j = 0; orders[i].needed[j] != NULL; j++)
        {
          if (get_value (order, orders[i].needed[j]) == NULL)
            return g_strdup_printf ("“%s” is missing", orders[i].needed[j]);
        }
      return orders[i].do_it (order);
    }
  return g_strdup_printf ("there is no “%s”", path);
}

void
lanyard_indico_control_answer (LanyardIndicoServer *server,
                               SoupServerMessage   *message,
                               const char          *path)
{
  const char *query = g_uri_get_query (soup_server_message_get_uri (message));
  g_autoptr (GHashTable) values = g_uri_parse_params (query != NULL ? query : "", -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
  gboolean asks_requests = g_str_equal (path, "/test/requests");
  gboolean is_question = g_str_equal (soup_server_message_get_method (message), SOUP_METHOD_GET);
  const Order order = { server, values };
  g_autofree char *text = NULL;
  g_autofree char *complaint = NULL;

  if (values == NULL)
    complaint = g_strdup ("the address cannot be read");
  else if (is_question != asks_requests)
    complaint = g_strdup ("GET is for /test/requests, and POST for the rest");
  else if (asks_requests)
    text = dup_requests (server);
  else
    complaint = do_order (&order, path);
  soup_server_message_set_status (message, complaint != NULL ? SOUP_STATUS_BAD_REQUEST : SOUP_STATUS_OK, NULL);
  if (text == NULL)
    text = g_strdup (complaint != NULL ? complaint : "ok");
  soup_server_message_set_response (message, "text/plain; charset=utf-8", SOUP_MEMORY_COPY, text, strlen (text));
}
