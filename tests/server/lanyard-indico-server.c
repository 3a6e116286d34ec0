/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The test server itself: its thread, its port, and the way of a request
 * through it. Tests and lanyard-test-server make it and tell it what to serve,
 * on any thread; it answers on its own. What the answers are is said in
 * lanyard-indico-export.c and lanyard-indico-pages.c.
 */

#include "config.h"

#include "lanyard-indico-control.h"
#include "lanyard-indico-export.h"
#include "lanyard-indico-pages.h"
#include "lanyard-no-authorities.h"
#include "lanyard-tls-listener.h"

struct _LanyardIndicoServer
{
  GObject parent_instance;

  LanyardIndicoState  state;
  SoupServer         *server;       /* owned; used on the thread once that runs */
  LanyardTlsListener *tls_listener; /* owned; NULL without TLS */
  GMainContext       *context;      /* owned; the thread's */
  GMainLoop          *loop;         /* owned */
  GThread            *thread;       /* owned */
};

G_DEFINE_FINAL_TYPE (LanyardIndicoServer, lanyard_indico_server, G_TYPE_OBJECT)

/* --- a request ------------------------------------------------------------------------------ */

static void
append_header (const char *name,
               const char *value,
               gpointer    data)
{
  g_string_append_printf (data, "\n%s: %s", name, value);
}

static void
record_request (LanyardIndicoServer *self,
                SoupServerMessage   *message,
                const char          *address)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %s", soup_server_message_get_method (message), address);
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), append_header, text);
  g_ptr_array_add (self->state.requests, g_string_free_and_steal (text));
}

static void
answer_well (LanyardIndicoRequest *request,
             const char           *address)
{
  const char *method = soup_server_message_get_method (request->message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (request->message);

  /* Outside the mount is another server's ground, as that of a web server. */
  if (*request->path != '/')
    {
      lanyard_indico_answer_not_found (request);
      return;
    }
  if (!g_str_equal (method, SOUP_METHOD_GET) && !g_str_equal (method, SOUP_METHOD_HEAD))
    lanyard_indico_answer_error (request, SOUP_STATUS_METHOD_NOT_ALLOWED, "Method Not Allowed",
                                 "The method is not allowed for the requested URL.");
  else if (g_str_has_prefix (request->path, "/export/"))
    lanyard_indico_export_answer (request);
  else
    lanyard_indico_pages_answer (request);
  soup_message_headers_replace (headers, "X-Indico-URL", address);
}

/* Whether the trouble is in the way of a good answer and not with somebody
 * who stands before the Indico. */
static gboolean
is_on_the_way (LanyardFault fault)
{
  return fault == LANYARD_FAULT_SLOW || fault == LANYARD_FAULT_SILENCE || fault == LANYARD_FAULT_ENDLESS ||
    fault == LANYARD_FAULT_GZIP_BOMB || fault == LANYARD_FAULT_BROKEN || fault == LANYARD_FAULT_GONE;
}

/* The same question to this server by another name, which is another origin. */
static char *
dup_elsewhere (SoupServerMessage *message)
{
  g_autoptr (GUri) uri = soup_uri_copy (soup_server_message_get_uri (message), SOUP_URI_HOST, "localhost", SOUP_URI_NONE);

  return g_uri_to_string (uri);
}

/* Spoils an answer that is ready. */
static void
answer_badly (LanyardIndicoServer        *self,
              SoupServerMessage          *message,
              const LanyardIndicoTrouble *trouble,
              const char                 *address)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  SoupMessageBody *body = soup_server_message_get_response_body (message);
  g_autofree char *type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *elsewhere = g_strdup (trouble->elsewhere);

  if (trouble->fault == LANYARD_FAULT_REDIRECT_ELSEWHERE && elsewhere == NULL)
    elsewhere = dup_elsewhere (message);
  soup_message_headers_clear (headers);
  soup_message_body_truncate (body);
  if (is_on_the_way (trouble->fault))
    soup_message_headers_replace (headers, "X-Indico-URL", address);
  lanyard_fault_answer (trouble->fault, self->server, message, type != NULL ? type : "text/html", bytes, elsewhere);
}

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  LanyardIndicoServer *self = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  g_autofree char *address = g_strconcat (g_uri_get_path (uri), g_uri_get_query (uri) != NULL ? "?" : NULL,
                                          g_uri_get_query (uri), NULL);
  g_auto (LanyardIndicoRequest) request = { NULL };
  g_autoptr (LanyardIndicoTrouble) trouble = NULL;

  if (g_str_has_prefix (path, "/test/"))
    {
      lanyard_indico_control_answer (self, message, path);
      return;
    }
  g_mutex_lock (&self->state.lock);
  record_request (self, message, address);
  lanyard_indico_request_init (&request, &self->state, message);
  answer_well (&request, address);
  trouble = lanyard_indico_state_take_trouble (&self->state, address);
  g_mutex_unlock (&self->state.lock);
  if (trouble != NULL)
    answer_badly (self, message, trouble, address);
}

/* --- the thread ----------------------------------------------------------------------------- */

static gpointer
run (gpointer data)
{
  LanyardIndicoServer *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  if (self->tls_listener != NULL)
    lanyard_tls_listener_stop (self->tls_listener, self->context);
  /* Lets the connections that were closed go. */
  soup_server_disconnect (self->server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_clear_object (&self->server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static char *
find_certificate (const char *name)
{
  return g_build_filename (LANYARD_TEST_CERTIFICATES, name, NULL);
}

static gboolean
listen_with_tls (LanyardIndicoServer *self,
                 guint                port,
                 GError             **error)
{
  g_autofree char *path = find_certificate ("good.pem");
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, error);

  if (certificate != NULL)
    self->tls_listener = lanyard_tls_listener_new (self->server, certificate, port, error);
  return self->tls_listener != NULL;
}

static guint
find_port (LanyardIndicoServer *self)
{
  GSList *uris;
  guint port;

  if (self->tls_listener != NULL)
    return lanyard_tls_listener_get_port (self->tls_listener);
  uris = soup_server_get_uris (self->server);
  port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return port;
}

/* Listens with the thread's context, before there is the thread. */
static gboolean
listen_at (LanyardIndicoServer *self,
           gboolean             tls,
           guint                port,
           GError             **error)
{
  gboolean listens;

  self->server = soup_server_new ("server-header", "Indico", NULL);
  soup_server_add_handler (self->server, NULL, answer_cb, self, NULL);
  g_main_context_push_thread_default (self->context);
  listens = tls ? listen_with_tls (self, port, error)
                : soup_server_listen_local (self->server, port, SOUP_SERVER_LISTEN_IPV4_ONLY, error);
  g_main_context_pop_thread_default (self->context);
  if (listens)
    self->state.base = g_strdup_printf ("%s://127.0.0.1:%u%s", tls ? "https" : "http", find_port (self), self->state.prefix);
  return listens;
}

static void
lanyard_indico_server_finalize (GObject *object)
{
  LanyardIndicoServer *self = LANYARD_INDICO_SERVER (object);

  if (self->thread != NULL)
    {
      g_main_context_invoke (self->context, quit_cb, self->loop);
      g_thread_join (self->thread);
    }
  g_clear_pointer (&self->tls_listener, lanyard_tls_listener_free);
  g_clear_object (&self->server);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  lanyard_indico_state_clear (&self->state);
  G_OBJECT_CLASS (lanyard_indico_server_parent_class)->finalize (object);
}

static void
lanyard_indico_server_class_init (LanyardIndicoServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_indico_server_finalize;
}

static void
lanyard_indico_server_init (LanyardIndicoServer *self)
{
  lanyard_indico_state_init (&self->state);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
}

/* --- for tests ------------------------------------------------------------------------------ */

LanyardIndicoServer *
lanyard_indico_server_new (gboolean     tls,
                           const char  *prefix,
                           guint        port,
                           GError     **error)
{
  g_autoptr (LanyardIndicoServer) self = g_object_new (LANYARD_TYPE_INDICO_SERVER, NULL);

  g_return_val_if_fail (prefix != NULL && (*prefix == '\0' || *prefix == '/'), NULL);

  self->state.prefix = g_strdup (prefix);
  if (!listen_at (self, tls, port, error))
    return NULL;
  self->thread = g_thread_new ("indico", run, self);
  return g_steal_pointer (&self);
}

const char *
lanyard_indico_server_get_base (LanyardIndicoServer *self)
{
  return self->state.base;
}

GTlsDatabase *
lanyard_indico_server_dup_authority (void)
{
  g_autofree char *path = find_certificate ("authority.pem");
  g_autoptr (GError) error = NULL;
  GTlsDatabase *database = g_tls_file_database_new (path, &error);

  g_assert_no_error (error);
  lanyard_no_authorities_allow ();
  return database;
}

/* A document that is not there is none, and no error. */
static gboolean
read_document (const char  *folder,
               const char  *name,
               GBytes     **bytes,
               GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) reading_error = NULL;
  char *text;
  gsize size;

  if (g_file_get_contents (path, &text, &size, &reading_error))
    {
      *bytes = g_bytes_new_take (text, size);
      return TRUE;
    }
  if (g_error_matches (reading_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reading_error));
  return FALSE;
}

gboolean
lanyard_indico_server_set_event (LanyardIndicoServer *self,
                                 const char          *event,
                                 const char          *folder,
                                 GError             **error)
{
  g_autoptr (GBytes) sessions = NULL;
  g_autoptr (GBytes) contributions = NULL;
  g_autoptr (GBytes) timetable = NULL;

  if (!read_document (folder, "sessions.json", &sessions, error) ||
      !read_document (folder, "contributions.json", &contributions, error) ||
      !read_document (folder, "timetable.json", &timetable, error))
    return FALSE;
  if (sessions == NULL && contributions == NULL && timetable == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "There is no programme in “%s”", folder);
      return FALSE;
    }
  lanyard_indico_server_set_documents (self, event, sessions, contributions, timetable);
  return TRUE;
}

void
lanyard_indico_server_set_documents (LanyardIndicoServer *self,
                                     const char          *event,
                                     GBytes              *sessions,
                                     GBytes              *contributions,
                                     GBytes              *timetable)
{
  const LanyardIndicoPlace place = { self->state.base, self->state.prefix, event };
  LanyardIndicoDocuments *documents = lanyard_indico_documents_new (&place, sessions, contributions, timetable);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);
  LanyardIndicoEvent *known = lanyard_indico_state_need_event (&self->state, event);

  g_clear_pointer (&known->documents, lanyard_indico_documents_free);
  known->documents = documents;
}

void
lanyard_indico_server_set_shortcut (LanyardIndicoServer *self,
                                    const char          *shortcut,
                                    const char          *event)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);

  g_hash_table_insert (self->state.shortcuts, g_strdup (shortcut), g_strdup (event));
}

void
lanyard_indico_server_set_restricted (LanyardIndicoServer *self,
                                      const char          *event,
                                      gboolean             restricted)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);

  lanyard_indico_state_need_event (&self->state, event)->is_restricted = restricted;
}

void
lanyard_indico_server_set_token (LanyardIndicoServer *self,
                                 const char          *token,
                                 const char          *scopes,
                                 const char          *first_name,
                                 const char          *last_name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);

  lanyard_indico_state_set_token (&self->state, token, scopes, first_name, last_name);
}

void
lanyard_indico_server_set_api_key (LanyardIndicoServer *self,
                                   const char          *key,
                                   const char          *secret)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);

  g_hash_table_insert (self->state.keys, g_strdup (key), g_strdup (secret));
}

void
lanyard_indico_server_set_fault (LanyardIndicoServer *self,
                                 LanyardFault         fault,
                                 const char          *part,
                                 guint                times,
                                 const char          *elsewhere)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);

  lanyard_indico_state_set_trouble (&self->state, fault, part, times, elsewhere);
}

void
lanyard_indico_server_set_validators (LanyardIndicoServer *self,
                                      gboolean             validators)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);

  self->state.has_validators = validators;
}

void
lanyard_indico_server_pass_time (LanyardIndicoServer *self,
                                 guint                seconds)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);

  self->state.seconds_passed += seconds;
}

GStrv
lanyard_indico_server_dup_requests (LanyardIndicoServer *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->state.requests->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->state.requests, i));
  return g_strv_builder_end (builder);
}

void
lanyard_indico_server_clear_requests (LanyardIndicoServer *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->state.lock);

  g_ptr_array_set_size (self->state.requests, 0);
}
