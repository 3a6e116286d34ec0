/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes out of the window: the plan, the programme, a microconference or
 * one talk, fetched whole from the store, with its title and the zone that is
 * shown. The dialogs for exporting and sharing and the printer are given one.
 * Main thread; it never changes. */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lanyard-outgoing.h"
#include "sync/lanyard-gather.h"

#define MOST_BYTES_OF_A_NAME 120

struct _LanyardOutgoing
{
  GObject parent_instance;
  GPtrArray *extracts;      /* owned, of LanyardExtract: one, or one of each conference */
  LanyardSession *session;  /* owned, nullable: what goes out, if that is one */
  LanyardZone *zone;        /* owned */
  char *title;              /* owned */
  gboolean is_mirrored;     /* whether it was shown to somebody who begins to read at the right */
  gboolean is_all;          /* whether it is the whole programme */
};

G_DEFINE_FINAL_TYPE (LanyardOutgoing, lanyard_outgoing, G_TYPE_OBJECT)

/* What is being fetched. */
typedef struct
{
  char *subject;     /* owned */
  LanyardZone *zone; /* owned */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->subject);
  lanyard_zone_unref (request->zone);
  g_free (request);
}

static const char *
skip_prefix (const char *subject,
             const char *prefix)
{
  return g_str_has_prefix (subject, prefix) ? subject + strlen (prefix) : NULL;
}

static GPtrArray *
find_session (LanyardOutgoing            *self,
              const LanyardExtractFields *fields,
              const char                 *key)
{
  g_set_object (&self->session, lanyard_programme_find_session (fields->programme, key));
  if (self->session == NULL)
    return NULL;
  self->title = g_strdup (lanyard_session_get_title (self->session));
  return lanyard_extract_dup_session_items (fields->programme, self->session);
}

/* One or several, a line each; what has gone is left out. */
static GPtrArray *
find_named (LanyardOutgoing            *self,
            const LanyardExtractFields *fields,
            const char                 *subject)
{
  g_auto (GStrv) names = g_strsplit (subject, "\n", -1);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      LanyardItem *item = NULL;
      const char *key;

      if ((key = skip_prefix (names[i], "talk:")) != NULL)
        item = (LanyardItem *) lanyard_programme_find_talk (fields->programme, key);
      else if ((key = skip_prefix (names[i], "break:")) != NULL)
        item = (LanyardItem *) lanyard_programme_find_break (fields->programme, key);
      else if ((key = skip_prefix (names[i], "own:")) != NULL)
        item = (LanyardItem *) lanyard_decisions_find_entry (lanyard_plan_get_decisions (fields->plan), key);
      if (item != NULL)
        g_ptr_array_add (items, g_object_ref (item));
    }
  if (items->len == 0)
    return NULL;
  self->title = g_strdup (items->len == 1 ? lanyard_item_get_title (g_ptr_array_index (items, 0)) : _("Selection"));
  return g_steal_pointer (&items);
}

/* The items, or %NULL if what is meant has gone. */
static GPtrArray *
find_items (LanyardOutgoing            *self,
            const LanyardExtractFields *fields,
            const char                 *subject)
{
  const char *key;

  if (g_str_equal (subject, LANYARD_OUTGOING_PLAN))
    {
      self->title = g_strdup (_("My Plan"));
      return g_ptr_array_ref (fields->items);
    }
  if (g_str_equal (subject, LANYARD_OUTGOING_ALL))
    {
      self->is_all = TRUE;
      self->title = g_strdup (lanyard_conference_get_title (lanyard_programme_get_conference (fields->programme)));
      return lanyard_extract_dup_all_items (fields->programme);
    }
  key = skip_prefix (subject, "session:");
  return key != NULL ? find_session (self, fields, key) : find_named (self, fields, subject);
}

/* All plans, as they are; or %NULL if there are none. */
static LanyardOutgoing *
make_plans (GPtrArray     *gathered,
            const Request *request)
{
  LanyardOutgoing *self;

  if (gathered->len == 0)
    return NULL;
  self = g_object_new (LANYARD_TYPE_OUTGOING, NULL);
  self->extracts = g_ptr_array_ref (gathered);
  self->title = g_strdup (_("My Plan"));
  self->zone = lanyard_zone_ref (request->zone);
  return self;
}

static LanyardOutgoing *
make_outgoing (GPtrArray     *gathered,
               const Request *request)
{
  g_autoptr (LanyardOutgoing) self = NULL;
  g_autoptr (GPtrArray) items = NULL;
  LanyardExtractFields fields;

  if (g_str_equal (request->subject, LANYARD_OUTGOING_PLANS))
    return make_plans (gathered, request);
  self = g_object_new (LANYARD_TYPE_OUTGOING, NULL);
  fields = *lanyard_extract_get_fields (g_ptr_array_index (gathered, 0));
  items = find_items (self, &fields, request->subject);
  if (items == NULL)
    return NULL;
  fields.items = items;
  self->extracts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_extract_unref);
  g_ptr_array_add (self->extracts, lanyard_extract_new (&fields));
  self->zone = lanyard_zone_ref (request->zone);
  return g_steal_pointer (&self);
}

static const char *
get_reason (const Request *request)
{
  return g_str_equal (request->subject, LANYARD_OUTGOING_PLANS) ? _("Nothing is starred yet.")
                                                                : _("This is no longer in the programme.");
}

static void
gathered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) extracts = lanyard_gather_finish (LANYARD_STORE (source), result, &error);
  LanyardOutgoing *outgoing;

  if (extracts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  outgoing = make_outgoing (extracts, g_task_get_task_data (task));
  if (outgoing != NULL)
    g_task_return_pointer (task, outgoing, g_object_unref);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, get_reason (g_task_get_task_data (task)));
}

static void
lanyard_outgoing_finalize (GObject *object)
{
  LanyardOutgoing *self = LANYARD_OUTGOING (object);

  g_clear_pointer (&self->extracts, g_ptr_array_unref);
  g_clear_pointer (&self->zone, lanyard_zone_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (lanyard_outgoing_parent_class)->finalize (object);
}

static void
lanyard_outgoing_class_init (LanyardOutgoingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_outgoing_finalize;
}

static void
lanyard_outgoing_init (LanyardOutgoing *self)
{
  self->is_mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

/**
 * lanyard_outgoing_dup_subject:
 * @kind: a talk, a session, a break or an own entry
 * @key: which of that kind
 *
 * Says in one word what is meant, for the target of an action.
 *
 * Returns: (transfer full): the subject
 */
char *
lanyard_outgoing_dup_subject (LanyardKind  kind,
                              const char  *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  if (kind == LANYARD_KIND_SESSION)
    return g_strconcat ("session:", key, NULL);
  if (kind == LANYARD_KIND_OWN)
    return g_strconcat ("own:", key, NULL);
  return g_strconcat (kind == LANYARD_KIND_BREAK ? "break:" : "talk:", key, NULL);
}

/**
 * lanyard_outgoing_activate:
 * @widget: a widget of the window
 * @name: "export", "print", "share", "copy" or "add-all-to-calendar", after any prefix and a point
 * @subject: what is meant
 *
 * Has the window do it.
 */
void
lanyard_outgoing_activate (GtkWidget  *widget,
                           const char *name,
                           const char *subject)
{
  const char *point;
  g_autofree char *action = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL && subject != NULL);

  point = strrchr (name, '.');
  action = g_strconcat ("win.", point != NULL ? point + 1 : name, NULL);
  gtk_widget_activate_action (widget, action, "s", subject);
}

/**
 * lanyard_outgoing_load_async:
 * @open: what the window shows
 * @subject: what is meant of it: %LANYARD_OUTGOING_PLAN, %LANYARD_OUTGOING_ALL,
 *   beyond it %LANYARD_OUTGOING_PLANS, or what lanyard_outgoing_dup_subject() gives; talks and breaks may be
 *   several, with line ends between
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Fetches what goes out.
 */
void
lanyard_outgoing_load_async (LanyardOpenConference *open,
                             const char            *subject,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (open));
  g_return_if_fail (lanyard_open_conference_get_uuid (open) != NULL);
  g_return_if_fail (subject != NULL);

  request = g_new0 (Request, 1);
  request->subject = g_strdup (subject);
  request->zone = lanyard_zone_ref (lanyard_open_conference_get_zone (open));
  task = g_task_new (open, NULL, callback, user_data);
  g_task_set_source_tag (task, lanyard_outgoing_load_async);
  g_task_set_task_data (task, request, request_free);
  lanyard_gather_async (lanyard_open_conference_get_store (open),
                        g_str_equal (subject, LANYARD_OUTGOING_PLANS) ? NULL : lanyard_open_conference_get_uuid (open),
                        g_str_has_prefix (subject, LANYARD_OUTGOING_PLAN) ? LANYARD_GATHER_PLANNED : LANYARD_GATHER_WHOLE,
                        NULL, gathered_cb, task);
}

/**
 * lanyard_outgoing_load_finish:
 * @result: what the callback was given
 * @error: why there is nothing
 *
 * Ends fetching.
 *
 * Returns: (transfer full) (nullable): what goes out
 */
LanyardOutgoing *
lanyard_outgoing_load_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, lanyard_outgoing_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lanyard_outgoing_get_extract:
 * @self: what goes out
 *
 * Gets the items with all about them, of the plans of several conferences those
 * of the first.
 *
 * Returns: (transfer none): the extract
 */
LanyardExtract *
lanyard_outgoing_get_extract (LanyardOutgoing *self)
{
  g_return_val_if_fail (LANYARD_IS_OUTGOING (self), NULL);

  return g_ptr_array_index (self->extracts, 0);
}

/**
 * lanyard_outgoing_get_extracts:
 * @self: what goes out
 *
 * Gets the items with all about them, of each conference.
 *
 * Returns: (transfer none) (element-type LanyardExtract): at least one
 */
GPtrArray *
lanyard_outgoing_get_extracts (LanyardOutgoing *self)
{
  g_return_val_if_fail (LANYARD_IS_OUTGOING (self), NULL);

  return self->extracts;
}

/**
 * lanyard_outgoing_get_session:
 * @self: what goes out
 *
 * Gets the session that it is.
 *
 * Returns: (transfer none) (nullable): the session, %NULL if it is something else
 */
LanyardSession *
lanyard_outgoing_get_session (LanyardOutgoing *self)
{
  g_return_val_if_fail (LANYARD_IS_OUTGOING (self), NULL);

  return self->session;
}

/**
 * lanyard_outgoing_get_zone:
 * @self: what goes out
 *
 * Gets the zone in which the window showed it.
 *
 * Returns: (transfer none): the zone
 */
LanyardZone *
lanyard_outgoing_get_zone (LanyardOutgoing *self)
{
  g_return_val_if_fail (LANYARD_IS_OUTGOING (self), NULL);

  return self->zone;
}

/**
 * lanyard_outgoing_get_title:
 * @self: what goes out
 *
 * Gets what it is called.
 *
 * Returns: (transfer none): the title
 */
const char *
lanyard_outgoing_get_title (LanyardOutgoing *self)
{
  g_return_val_if_fail (LANYARD_IS_OUTGOING (self), NULL);

  return self->title;
}

/**
 * lanyard_outgoing_is_day_grid:
 * @self: what goes out
 *
 * Says whether it is best seen as rooms and hours: the whole programme is.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_outgoing_is_day_grid (LanyardOutgoing *self)
{
  g_return_val_if_fail (LANYARD_IS_OUTGOING (self), FALSE);

  return self->is_all;
}

/**
 * lanyard_outgoing_is_mirrored:
 * @self: what goes out
 *
 * Says whether its pages are turned from left to right, as the window is. Any thread.
 *
 * Returns: %TRUE if they are
 */
gboolean
lanyard_outgoing_is_mirrored (LanyardOutgoing *self)
{
  g_return_val_if_fail (LANYARD_IS_OUTGOING (self), FALSE);

  return self->is_mirrored;
}

/**
 * lanyard_outgoing_dup_name:
 * @title: what it is called
 * @extension: with its dot
 *
 * Makes a file name that every file system takes, and a person knows again.
 *
 * Returns: (transfer full): the name
 */
char *
lanyard_outgoing_dup_name (const char *title,
                           const char *extension)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (extension != NULL, NULL);

  name = g_strdup (title);
  g_strdelimit (name, "/\\:*?\"<>|", '-');
  for (char *at = name; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  if (strlen (name) > MOST_BYTES_OF_A_NAME)
    *g_utf8_find_prev_char (name, name + MOST_BYTES_OF_A_NAME + 1) = '\0';
  g_strstrip (name);
  return g_strdup_printf ("%s%s%s", *name == '.' || *name == '\0' ? "Lanyard " : "", name, extension);
}
