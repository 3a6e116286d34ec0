/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan that somebody else made, read from a file of ours or from a link, and
 * set beside one's own. Window and command line call it; any thread. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "formats/lanyard-format.h"
#include "formats/lanyard-json.h"
#include "lanyard-extract-text.h"
#include "lanyard-shared-plan-private.h"

/* The newest shape of the file that this version knows. */
#define SHAPE 1

/* Far more than 12,000 picks take. */
#define MOST_BYTES (8 * 1024 * 1024)

struct _LanyardSharedPlan
{
  GObject parent_instance;
  char *title;         /* owned, nullable: the conference's */
  char *feed;          /* owned, nullable: by what the conference is known */
  GPtrArray *mentions; /* owned, of LanyardMention */
};

G_DEFINE_FINAL_TYPE (LanyardSharedPlan, lanyard_shared_plan, G_TYPE_OBJECT)
G_DEFINE_QUARK (lanyard-shared-plan-error-quark, lanyard_shared_plan_error)

static void
theirs_free (gpointer data)
{
  LanyardTheirs *self = data;

  g_free (self->key);
  g_free (self->title);
  g_clear_object (&self->item);
  g_free (self);
}

static gboolean
refuse (LanyardSharedPlanError   code,
        const char              *sentence,
        GError                 **error)
{
  g_set_error_literal (error, LANYARD_SHARED_PLAN_ERROR, code, sentence);
  return FALSE;
}

static gboolean
kind_from_name (const char  *name,
                LanyardKind *kind)
{
  static const LanyardKind kinds[] = { LANYARD_KIND_TALK, LANYARD_KIND_SESSION, LANYARD_KIND_BREAK };

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (name, lanyard_shared_kind_get_name (kinds[i])))
      {
        *kind = kinds[i];
        return TRUE;
      }
  return FALSE;
}

/* What this version does not know is left out, as is what has no key. */
static void
read_mention (GPtrArray  *mentions,
              JsonObject *object)
{
  const char *key = object != NULL ? lanyard_json_get_string (object, "key") : NULL;
  const char *level = object != NULL ? lanyard_json_get_string (object, "level") : NULL;
  LanyardMention *mention;
  LanyardKind kind;

  if (key == NULL || level == NULL || !kind_from_name (lanyard_json_get_string (object, "kind"), &kind) ||
      (!g_str_equal (level, "going") && !g_str_equal (level, "maybe")))
    return;

  mention = g_new0 (LanyardMention, 1);
  mention->kind = kind;
  mention->key = g_strdup (key);
  mention->level = g_str_equal (level, "going") ? LANYARD_LEVEL_GOING : LANYARD_LEVEL_MAYBE;
  mention->title = g_strdup (lanyard_json_get_string (object, "title"));
  mention->url = g_strdup (lanyard_json_get_string (object, "url"));
  g_ptr_array_add (mentions, mention);
}

/* What is no plan at all is not asked for once more; where a plan begins, it says
 * what it is. */
static gboolean
may_be_plan (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length == 0 || g_strstr_len (data, MIN (length, 200), "\"shared\"") != NULL;
}

static JsonNode *
parse (GBytes  *bytes,
       GError **error)
{
  g_autoptr (GError) failure = NULL;
  JsonNode *root = NULL;

  if (g_bytes_get_size (bytes) <= MOST_BYTES)
    root = lanyard_json_parse (bytes, &failure);
  if (root != NULL)
    return root;
  if (failure == NULL || g_error_matches (failure, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_TOO_LARGE))
    refuse (LANYARD_SHARED_PLAN_ERROR_TOO_LARGE, _("This is too large to be somebody’s plan."), error);
  else if (may_be_plan (bytes))
    refuse (LANYARD_SHARED_PLAN_ERROR_DAMAGED, _("This plan is damaged or cut off; ask for it once more."), error);
  else
    refuse (LANYARD_SHARED_PLAN_ERROR_FOREIGN, _("This file is not a plan that Lanyard has written."), error);
  return NULL;
}

static gboolean
check_shape (JsonObject  *object,
             GError     **error)
{
  double shape;

  if (object == NULL || g_strcmp0 (lanyard_json_get_string (object, "shared"), "plan") != 0 ||
      !lanyard_json_get_number (object, "lanyard", &shape))
    return refuse (LANYARD_SHARED_PLAN_ERROR_FOREIGN, _("This file is not a plan that Lanyard has written."), error);
  if (shape > SHAPE)
    return refuse (LANYARD_SHARED_PLAN_ERROR_NEWER,
                   _("This plan was written by a newer Lanyard. Please update this one."), error);
  return TRUE;
}

static void
lanyard_shared_plan_finalize (GObject *object)
{
  LanyardSharedPlan *self = LANYARD_SHARED_PLAN (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->feed, g_free);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_shared_plan_parent_class)->finalize (object);
}

static void
lanyard_shared_plan_class_init (LanyardSharedPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_shared_plan_finalize;
}

static void
lanyard_shared_plan_init (LanyardSharedPlan *self)
{
}

/* Private: the title and the conference may be unknown; takes all. */
LanyardSharedPlan *
lanyard_shared_plan_new_take (char      *title,
                              char      *feed,
                              GPtrArray *mentions)
{
  LanyardSharedPlan *self = g_object_new (LANYARD_TYPE_SHARED_PLAN, NULL);

  self->title = title;
  self->feed = feed;
  self->mentions = mentions;
  return self;
}

/**
 * lanyard_shared_plan_new:
 * @bytes: a file as lanyard_shared_plan_write() makes it
 * @error: why it cannot be read, of #LanyardSharedPlanError
 *
 * Reads a file. What a later version may have added is passed over.
 *
 * Returns: (transfer full) (nullable): what they picked
 */
LanyardSharedPlan *
lanyard_shared_plan_new (GBytes  *bytes,
                         GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) mentions = NULL;
  JsonObject *object, *conference;
  JsonArray *picks;

  g_return_val_if_fail (bytes != NULL, NULL);

  root = parse (bytes, error);
  if (root == NULL)
    return NULL;
  object = lanyard_json_node_object (root);
  if (!check_shape (object, error))
    return NULL;

  conference = lanyard_json_get_object (object, "conference");
  picks = lanyard_json_get_array (object, "picks");
  mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_mention_free);
  for (guint i = 0; i < lanyard_json_length (picks); i++)
    read_mention (mentions, lanyard_json_nth_object (picks, i));
  return lanyard_shared_plan_new_take (
      conference != NULL ? g_strdup (lanyard_json_get_string (conference, "title")) : NULL,
      conference != NULL ? g_strdup (lanyard_json_get_string (conference, "feed_id")) : NULL,
      g_steal_pointer (&mentions));
}

/**
 * lanyard_shared_plan_get_title:
 * @self: somebody's plan
 *
 * Gets the title of the conference that it is of.
 *
 * Returns: (nullable) (transfer none): the title; a link does not say it
 */
const char *
lanyard_shared_plan_get_title (LanyardSharedPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_SHARED_PLAN (self), NULL);

  return self->title;
}

/**
 * lanyard_shared_plan_get_n_picks:
 * @self: somebody's plan
 *
 * Counts what they picked.
 *
 * Returns: a number
 */
guint
lanyard_shared_plan_get_n_picks (LanyardSharedPlan *self)
{
  g_return_val_if_fail (LANYARD_IS_SHARED_PLAN (self), 0);

  return self->mentions->len;
}

/**
 * lanyard_shared_plan_is_of:
 * @self: somebody's plan
 * @conference: a conference
 *
 * Says whether it is a plan of this conference, as far as the addresses say.
 *
 * Returns: %TRUE if it is
 */
gboolean
lanyard_shared_plan_is_of (LanyardSharedPlan *self,
                           LanyardConference *conference)
{
  const LanyardConferenceFields *fields;

  g_return_val_if_fail (LANYARD_IS_SHARED_PLAN (self), FALSE);
  g_return_val_if_fail (LANYARD_IS_CONFERENCE (conference), FALSE);

  fields = lanyard_conference_get_fields (conference);
  if (self->feed == NULL)
    return FALSE;
  return (fields->feed_id != NULL && g_str_has_prefix (self->feed, fields->feed_id)) ||
         (fields->url != NULL && g_str_has_prefix (self->feed, fields->url));
}

static const char *
get_title (LanyardProgramme *programme,
           LanyardKind       kind,
           const char       *key,
           LanyardItem     **item)
{
  *item = NULL;
  if (kind == LANYARD_KIND_SESSION)
    return lanyard_session_get_title (lanyard_programme_find_session (programme, key));
  if (kind == LANYARD_KIND_TALK)
    *item = LANYARD_ITEM (lanyard_programme_find_talk (programme, key));
  else
    *item = LANYARD_ITEM (lanyard_programme_find_break (programme, key));
  return lanyard_item_get_title (*item);
}

static gint64
find_start (LanyardProgramme *programme,
            LanyardItem      *item,
            const char       *key)
{
  g_autoptr (GPtrArray) items = NULL;

  if (item != NULL)
    return lanyard_item_get_start (item);
  items = lanyard_extract_dup_session_items (programme, lanyard_programme_find_session (programme, key));
  return items->len > 0 ? lanyard_item_get_start (g_ptr_array_index (items, 0)) : LANYARD_NO_TIME;
}

static LanyardLevel
find_yours (LanyardPlan *plan,
            LanyardKind  kind,
            const char  *key,
            LanyardItem *item)
{
  LanyardLevel level = lanyard_plan_get_level (plan, kind, key);
  LanyardSession *session = item != NULL ? lanyard_item_get_session (item) : NULL;

  if (level == LANYARD_LEVEL_NONE && session != NULL)
    level = lanyard_plan_get_level (plan, LANYARD_KIND_SESSION, lanyard_session_get_key (session));
  return level;
}

static LanyardTheirs *
make_theirs (LanyardProgramme *programme,
             LanyardPlan      *plan,
             LanyardKind       kind,
             const char       *key,
             LanyardLevel      level)
{
  LanyardTheirs *theirs = g_new0 (LanyardTheirs, 1);
  LanyardItem *item;

  theirs->kind = kind;
  theirs->key = g_strdup (key);
  theirs->title = g_strdup (get_title (programme, kind, key, &item));
  theirs->start = find_start (programme, item, key);
  theirs->item = item != NULL ? g_object_ref (item) : NULL;
  theirs->theirs = level;
  theirs->yours = find_yours (plan, kind, key, item);
  return theirs;
}

/* By start; what has none comes last. */
static int
compare_theirs (gconstpointer a,
                gconstpointer b)
{
  const LanyardTheirs *left = *(const LanyardTheirs **) a;
  const LanyardTheirs *right = *(const LanyardTheirs **) b;
  guint64 left_start = left->start == LANYARD_NO_TIME ? G_MAXUINT64 : (guint64) left->start;
  guint64 right_start = right->start == LANYARD_NO_TIME ? G_MAXUINT64 : (guint64) right->start;

  if (left_start != right_start)
    return left_start < right_start ? -1 : 1;
  return g_utf8_collate (left->title, right->title);
}

static char *
make_id (LanyardKind  kind,
         const char  *key)
{
  return g_strdup_printf ("%u/%s", (guint) kind, key);
}

static void
add_mentions (LanyardSharedPlan *self,
              GPtrArray         *both,
              GHashTable        *ids,
              LanyardProgramme  *programme,
              LanyardPlan       *plan,
              guint             *n_unknown)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const LanyardMention *mention = g_ptr_array_index (self->mentions, i);
      LanyardTheirs *theirs;
      LanyardSession *session;
      LanyardKind kind;
      const char *key;

      if (!lanyard_mention_resolve (mention, programme, &kind, &key))
        {
          (*n_unknown)++;
          continue;
        }
      if (!g_hash_table_add (ids, make_id (kind, key)))
        continue;
      theirs = make_theirs (programme, plan, kind, key, mention->level);
      session = theirs->item != NULL ? lanyard_item_get_session (theirs->item) : NULL;
      /* Who wants talks of a session is not against the session. */
      if (session != NULL)
        g_hash_table_add (ids, make_id (LANYARD_KIND_SESSION, lanyard_session_get_key (session)));
      g_ptr_array_add (both, theirs);
    }
}

/* Of a session that is picked as a whole, the session. */
static void
add_yours (GPtrArray        *both,
           GHashTable       *ids,
           LanyardProgramme *programme,
           LanyardPlan      *plan)
{
  GPtrArray *entries = lanyard_plan_get_entries (plan);

  for (guint i = 0; i < entries->len; i++)
    {
      LanyardItem *item = ((const LanyardPlanEntry *) g_ptr_array_index (entries, i))->item;
      LanyardSession *session = lanyard_item_get_session (item);
      LanyardKind kind = lanyard_item_get_kind (item);
      const char *key = lanyard_item_get_key (item);

      if (kind == LANYARD_KIND_OWN)
        continue;
      if (session != NULL && (kind == LANYARD_KIND_BLOCK || lanyard_plan_get_level (plan, kind, key) == LANYARD_LEVEL_NONE))
        {
          kind = LANYARD_KIND_SESSION;
          key = lanyard_session_get_key (session);
        }
      if (g_hash_table_add (ids, make_id (kind, key)))
        g_ptr_array_add (both, make_theirs (programme, plan, kind, key, LANYARD_LEVEL_NONE));
    }
}

/**
 * lanyard_shared_plan_compare:
 * @self: somebody's plan
 * @programme: the programme of the conference
 * @plan: your plan of it
 * @n_unknown: (out): how many of their picks are not in the programme
 *
 * Sets their plan beside yours. Neither changes.
 *
 * Returns: (transfer full) (element-type LanyardTheirs): what either picked,
 *   in order of time
 */
GPtrArray *
lanyard_shared_plan_compare (LanyardSharedPlan *self,
                             LanyardProgramme  *programme,
                             LanyardPlan       *plan,
                             guint             *n_unknown)
{
  g_autoptr (GHashTable) ids = NULL;
  GPtrArray *both;

  g_return_val_if_fail (LANYARD_IS_SHARED_PLAN (self), NULL);
  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (LANYARD_IS_PLAN (plan), NULL);
  g_return_val_if_fail (n_unknown != NULL, NULL);

  *n_unknown = 0;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  both = g_ptr_array_new_with_free_func (theirs_free);
  add_mentions (self, both, ids, programme, plan, n_unknown);
  add_yours (both, ids, programme, plan);
  g_ptr_array_sort (both, compare_theirs);
  return both;
}
