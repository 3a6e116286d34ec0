/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The conference that a window shows: its programme, what was decided, the
 * plan made of both, and the zone in which times are shown. Pages bind to its
 * properties and ask it to apply an edit; it keeps the store and every page in step, also when
 * another Lanyard changes the same conference. Loading, zones, decisions and choices
 * have files of their own. Main thread. */

#include "config.h"

#include "lanyard-open-conference-private.h"

typedef enum
{
  PROP_PROGRAMME = 1,
  PROP_PLAN,
  PROP_ZONE,
  PROP_NOW,
  PROP_FILTER,
  PROP_HIDDEN,
  PROP_DECISIONS,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_LISTING,
} LanyardOpenConferenceProperty;

enum
{
  SIGNAL_EDITED,
  SIGNAL_CHOICE_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_LISTING + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardOpenConference, lanyard_open_conference, G_TYPE_OBJECT)

static void
notify_now (LanyardOpenConference *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
}

/* Another Lanyard, or our own import, replaced a programme: show the new one. */
static void
conferences_changed_cb (LanyardStore          *store,
                        LanyardOpenConference *self)
{
  g_assert (LANYARD_IS_OPEN_CONFERENCE (self));

  if (self->uuid != NULL)
    lanyard_open_conference_start_load (self);
}

static void
decisions_changed_cb (LanyardStore          *store,
                  const char            *uuid,
                  LanyardOpenConference *self)
{
  g_assert (LANYARD_IS_OPEN_CONFERENCE (self));

  if (self->programme == NULL)
    return;
  if (g_strcmp0 (uuid, lanyard_open_conference_get_shown_uuid (self)) == 0)
    lanyard_open_conference_load_decisions (self);
}

static void
local_zone_changed_cb (LanyardOpenConference *self)
{
  lanyard_open_conference_notify_zone (self);
  notify_now (self);
}

static void
lanyard_open_conference_get_property (GObject    *object,
                                      guint       property_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  LanyardOpenConference *self = LANYARD_OPEN_CONFERENCE (object);

  switch ((LanyardOpenConferenceProperty) property_id)
    {
    case PROP_PROGRAMME:
      g_value_set_object (value, self->programme);
      break;
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_ZONE:
      g_value_set_boxed (value, lanyard_open_conference_get_zone (self));
      break;
    case PROP_NOW:
      g_value_set_int64 (value, lanyard_open_conference_get_now (self));
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_HIDDEN:
      g_value_set_boxed (value, self->hidden);
      break;
    case PROP_DECISIONS:
      g_value_set_boxed (value, self->decisions);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, lanyard_open_conference_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, lanyard_open_conference_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, lanyard_open_conference_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, lanyard_open_conference_get_redo_label (self));
      break;
    case PROP_LISTING:
      g_value_set_object (value, self->listing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lanyard_open_conference_dispose (GObject *object)
{
  LanyardOpenConference *self = LANYARD_OPEN_CONFERENCE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  lanyard_open_conference_end_looking (self);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->decisions, lanyard_decisions_unref);
  g_clear_pointer (&self->histories, g_hash_table_unref);
  g_clear_object (&self->programme);
  g_clear_pointer (&self->own_zone, lanyard_zone_unref);
  g_clear_pointer (&self->other_zone, lanyard_zone_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->filter, lanyard_filter_unref);
  g_clear_pointer (&self->hidden, lanyard_filter_unref);
  g_clear_object (&self->local_zone);
  g_clear_object (&self->ticker);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (lanyard_open_conference_parent_class)->dispose (object);
}

static void
install_signals (GObjectClass *klass)
{
  /**
   * LanyardOpenConference::edited:
   * @self: the conference
   * @label: (nullable): what was decided, a sentence for people
   * @direction: a LanyardEditDirection: whether it was done, undone or redone
   *
   * Somebody at this window decided something. A window offers to undo it.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  /**
   * LanyardOpenConference::choice-changed:
   * @self: the conference
   * @name: what was chosen about it
   *
   * Something else was chosen for the conference, here or elsewhere. When
   * another conference is loaded it is emitted for each choice that differs,
   * right before "programme" changes.
   */
  signals[SIGNAL_CHOICE_CHANGED] = g_signal_new ("choice-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * LanyardOpenConference::failed:
   * @self: the conference
   * @sentence: what went wrong, to be shown
   *
   * The store could not do something.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
lanyard_open_conference_class_init (LanyardOpenConferenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = lanyard_open_conference_get_property;
  object_class->dispose = lanyard_open_conference_dispose;

  properties[PROP_PROGRAMME] = g_param_spec_object ("programme", NULL, NULL, LANYARD_TYPE_PROGRAMME, flags);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, LANYARD_TYPE_PLAN, flags);
  properties[PROP_ZONE] = g_param_spec_boxed ("zone", NULL, NULL, LANYARD_TYPE_ZONE, flags);

  /**
   * LanyardOpenConference:now:
   *
   * What time it is, UTC seconds. Told at each full minute while a window is
   * seen, and at once when the machine wakes, its clock is set or its zone is
   * another.
   */
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, LANYARD_TYPE_FILTER, flags);
  properties[PROP_HIDDEN] = g_param_spec_boxed ("hidden", NULL, NULL, LANYARD_TYPE_FILTER, flags);
  properties[PROP_DECISIONS] = g_param_spec_boxed ("decisions", NULL, NULL, LANYARD_TYPE_DECISIONS, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_LISTING] = g_param_spec_object ("listing", NULL, NULL, LANYARD_TYPE_LISTING, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  install_signals (object_class);
}

static void
lanyard_open_conference_init (LanyardOpenConference *self)
{
  self->decisions = lanyard_decisions_new (NULL, NULL, NULL);
  lanyard_open_conference_init_histories (self);
  lanyard_open_conference_init_choices (self);
}

/**
 * lanyard_open_conference_new:
 * @store: where conferences are
 * @clock: what time it is
 * @local_zone: the zone of this computer
 *
 * Makes an object that shows no conference yet.
 *
 * Returns: (transfer full): an open conference
 */
LanyardOpenConference *
lanyard_open_conference_new (LanyardStore     *store,
                             LanyardClock     *clock,
                             LanyardLocalZone *local_zone)
{
  LanyardOpenConference *self;

  g_return_val_if_fail (LANYARD_IS_STORE (store), NULL);
  g_return_val_if_fail (LANYARD_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (LANYARD_IS_LOCAL_ZONE (local_zone), NULL);

  self = g_object_new (LANYARD_TYPE_OPEN_CONFERENCE, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->local_zone = g_object_ref (local_zone);
  g_signal_connect_object (store, "conferences-changed", G_CALLBACK (conferences_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (store, "decisions-changed", G_CALLBACK (decisions_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (local_zone, "notify::zone", G_CALLBACK (local_zone_changed_cb), self, G_CONNECT_SWAPPED);
  self->ticker = lanyard_ticker_new (clock);
  g_signal_connect_object (self->ticker, "minute", G_CALLBACK (notify_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "choices-changed", G_CALLBACK (lanyard_open_conference_choices_changed_cb), self,
                           G_CONNECT_DEFAULT);
  return self;
}

/**
 * lanyard_open_conference_load:
 * @self: an open conference
 * @uuid: a conference's id
 *
 * Shows another conference. The properties change when it is loaded, all at
 * once; if it cannot be, "failed" says why and what was shown stays.
 */
void
lanyard_open_conference_load (LanyardOpenConference *self,
                              const char            *uuid)
{
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));
  g_return_if_fail (uuid != NULL);

  g_set_str (&self->uuid, uuid);
  lanyard_open_conference_start_load (self);
}

/**
 * lanyard_open_conference_close:
 * @self: an open conference
 *
 * Shows nothing any more.
 */
void
lanyard_open_conference_close (LanyardOpenConference *self)
{
  g_autoptr (GHashTable) no_choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (LanyardDecisions) no_decisions = lanyard_decisions_new (NULL, NULL, NULL);

  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));

  g_cancellable_cancel (self->loading);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_object (&self->programme);
  g_clear_pointer (&self->own_zone, lanyard_zone_unref);
  lanyard_open_conference_take_choices (self, no_choices);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
  lanyard_open_conference_take_decisions (self, no_decisions);
}

/**
 * lanyard_open_conference_get_uuid:
 * @self: an open conference
 *
 * Gets which conference is shown, or will be once it is loaded.
 *
 * Returns: (transfer none) (nullable): the conference's id
 */
const char *
lanyard_open_conference_get_uuid (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  return self->uuid;
}

/**
 * lanyard_open_conference_get_store:
 * @self: an open conference
 *
 * Gets where it comes from.
 *
 * Returns: (transfer none): the store
 */
LanyardStore *
lanyard_open_conference_get_store (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  return self->store;
}

/**
 * lanyard_open_conference_get_programme:
 * @self: an open conference
 *
 * Gets the programme, in outline: without the talks' descriptions.
 *
 * Returns: (transfer none) (nullable): the programme, %NULL until one is loaded
 */
LanyardProgramme *
lanyard_open_conference_get_programme (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  return self->programme;
}

/**
 * lanyard_open_conference_get_plan:
 * @self: an open conference
 *
 * Gets the plan. There is one whenever there is a programme.
 *
 * Returns: (transfer none) (nullable): the plan
 */
LanyardPlan *
lanyard_open_conference_get_plan (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), NULL);

  return self->plan;
}

/**
 * lanyard_open_conference_get_now:
 * @self: an open conference
 *
 * Gets what time it is.
 *
 * Returns: UTC seconds
 */
gint64
lanyard_open_conference_get_now (LanyardOpenConference *self)
{
  g_return_val_if_fail (LANYARD_IS_OPEN_CONFERENCE (self), 0);

  return lanyard_clock_get_now (self->clock);
}

/**
 * lanyard_open_conference_set_ticking:
 * @self: an open conference
 * @ticking: whether somebody sees it
 *
 * Says whether to tell of each minute. A window says so from its first frame
 * on, while it is seen.
 */
void
lanyard_open_conference_set_ticking (LanyardOpenConference *self,
                                     gboolean               ticking)
{
  g_return_if_fail (LANYARD_IS_OPEN_CONFERENCE (self));

  lanyard_ticker_set_running (self->ticker, ticking);
}

/* Private: the conference whose programme is shown, while another may be on
 * its way; %NULL for none. */
const char *
lanyard_open_conference_get_shown_uuid (LanyardOpenConference *self)
{
  if (self->programme == NULL)
    return NULL;
  return lanyard_conference_get_uuid (lanyard_programme_get_conference (self->programme));
}

/* Private: tells that there is another programme. */
void
lanyard_open_conference_notify_programme (LanyardOpenConference *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

/* Private: tells that other things are decided, and so the plan is another one. */
void
lanyard_open_conference_notify_decisions (LanyardOpenConference *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECISIONS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Private: tells that times are shown in another zone. */
void
lanyard_open_conference_notify_zone (LanyardOpenConference *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

/* Private: tells that something could not be done, if it was not cancelled. */
void
lanyard_open_conference_report (LanyardOpenConference *self,
                                const GError          *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

/* Private: tells that somebody decided something here. */
void
lanyard_open_conference_tell_edit (LanyardOpenConference *self,
                                   const char            *label,
                                   LanyardEditDirection   direction)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, label, (guint) direction);
}
