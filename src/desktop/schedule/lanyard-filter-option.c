/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the filter popover: something to keep, or something that is
 * hidden for good. Never changes. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-filter-option.h"
#include "lanyard-filter-phrases.h"

struct _LanyardFilterOption
{
  GObject parent_instance;
  guint group;              /* a LanyardFilterGroup */
  LanyardFilterField field; /* means something with a value only */
  char *value;              /* owned, NULL for picks, what is decided, and still to come */
  char *label;              /* owned */
  gboolean only_picks;      /* without a value: picks */
  LanyardFilterDecided decided; /* without a value: what is decided; else and without it still to come */
  guint n_items;            /* 0 where it is not known */
};

G_DEFINE_FINAL_TYPE (LanyardFilterOption, lanyard_filter_option, G_TYPE_OBJECT)

static void
lanyard_filter_option_finalize (GObject *object)
{
  LanyardFilterOption *self = LANYARD_FILTER_OPTION (object);

  g_free (self->value);
  g_free (self->label);

  G_OBJECT_CLASS (lanyard_filter_option_parent_class)->finalize (object);
}

static void
lanyard_filter_option_class_init (LanyardFilterOptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_filter_option_finalize;
}

static void
lanyard_filter_option_init (LanyardFilterOption *self)
{
}

static LanyardFilterOption *
add_option (GListStore *options,
            guint       group,
            const char *label)
{
  g_autoptr (LanyardFilterOption) self = g_object_new (LANYARD_TYPE_FILTER_OPTION, NULL);

  self->group = group;
  self->label = g_strdup (label);
  g_list_store_append (options, self);
  return self;
}

/* One value alone would keep everything. */
static void
add_values (GListStore            *options,
            LanyardOpenConference *open,
            LanyardFilterField     field)
{
  LanyardFilter *hidden = lanyard_open_conference_get_hidden (open);
  g_autoptr (GPtrArray) values =
      lanyard_programme_dup_filter_values (lanyard_open_conference_get_programme (open), field);

  for (guint i = 0; values->len >= 2 && i < values->len; i++)
    {
      const LanyardFilterValue *value = g_ptr_array_index (values, i);
      LanyardFilterOption *option;

      if (lanyard_filter_has_value (hidden, field, value->value))
        continue;
      option = add_option (options, LANYARD_FILTER_GROUP_SESSION + field, value->label);
      option->field = field;
      option->value = g_strdup (value->value);
      option->n_items = value->n_items;
    }
}

static void
add_hidden (GListStore            *options,
            LanyardOpenConference *open,
            LanyardFilterField     field)
{
  LanyardProgramme *programme = lanyard_open_conference_get_programme (open);
  const char * const *values = lanyard_filter_get_values (lanyard_open_conference_get_hidden (open), field);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *label = lanyard_phrase_filter_value (programme, field, values[i]);
      LanyardFilterOption *option = add_option (options, LANYARD_FILTER_GROUP_HIDDEN, label);

      option->field = field;
      option->value = g_strdup (values[i]);
    }
}

/**
 * lanyard_filter_option_list:
 * @open: a conference with a programme
 *
 * Lists by what its programme can be filtered, and what is hidden for good.
 *
 * Returns: (transfer full): a list of #LanyardFilterOption in the order of their groups
 */
GListModel *
lanyard_filter_option_list (LanyardOpenConference *open)
{
  GListStore *options = g_list_store_new (LANYARD_TYPE_FILTER_OPTION);

  g_return_val_if_fail (lanyard_open_conference_get_programme (open) != NULL, G_LIST_MODEL (options));

  add_option (options, LANYARD_FILTER_GROUP_GENERAL, _("In My Plan"))->only_picks = TRUE;
  for (guint flag = 0; flag < LANYARD_N_FILTER_DECIDED; flag++)
    add_option (options, LANYARD_FILTER_GROUP_GENERAL, lanyard_phrase_filter_decided (1 << flag))->decided = 1 << flag;
  add_option (options, LANYARD_FILTER_GROUP_GENERAL, _("Still to Come"));
  for (guint field = 0; field < LANYARD_N_FILTER_FIELDS; field++)
    add_values (options, open, field);
  for (guint field = 0; field < LANYARD_N_FILTER_FIELDS; field++)
    add_hidden (options, open, field);
  return G_LIST_MODEL (options);
}

/**
 * lanyard_filter_option_get_label:
 * @self: an option
 *
 * Gets what it is called.
 *
 * Returns: (transfer none): the label
 */
const char *
lanyard_filter_option_get_label (LanyardFilterOption *self)
{
  g_return_val_if_fail (LANYARD_IS_FILTER_OPTION (self), NULL);

  return self->label;
}

/**
 * lanyard_filter_option_get_group:
 * @self: an option
 *
 * Gets with which others it stands together.
 *
 * Returns: a #LanyardFilterGroup, or one between two of them
 */
guint
lanyard_filter_option_get_group (LanyardFilterOption *self)
{
  g_return_val_if_fail (LANYARD_IS_FILTER_OPTION (self), 0);

  return self->group;
}

/**
 * lanyard_filter_option_get_heading:
 * @self: an option
 *
 * Gets what its group is called.
 *
 * Returns: (transfer none): a heading
 */
const char *
lanyard_filter_option_get_heading (LanyardFilterOption *self)
{
  g_return_val_if_fail (LANYARD_IS_FILTER_OPTION (self), NULL);

  if (self->group == LANYARD_FILTER_GROUP_GENERAL)
    return _("Show Only");
  if (self->group == LANYARD_FILTER_GROUP_HIDDEN)
    return _("Hidden for Good");
  return lanyard_phrase_filter_field (self->field);
}

/**
 * lanyard_filter_option_get_field:
 * @self: an option with a value
 *
 * Gets whose value it is.
 *
 * Returns: the field
 */
LanyardFilterField
lanyard_filter_option_get_field (LanyardFilterOption *self)
{
  g_return_val_if_fail (LANYARD_IS_FILTER_OPTION (self), LANYARD_FILTER_SESSION);

  return self->field;
}

/**
 * lanyard_filter_option_get_value:
 * @self: an option
 *
 * Gets the value it stands for.
 *
 * Returns: (transfer none) (nullable): the value, %NULL for picks, what is decided, and still to come
 */
const char *
lanyard_filter_option_get_value (LanyardFilterOption *self)
{
  g_return_val_if_fail (LANYARD_IS_FILTER_OPTION (self), NULL);

  return self->value;
}

/**
 * lanyard_filter_option_get_n_items:
 * @self: an option
 *
 * Gets how many talks and breaks of the programme have its value.
 *
 * Returns: a number, 0 where it is not known
 */
guint
lanyard_filter_option_get_n_items (LanyardFilterOption *self)
{
  g_return_val_if_fail (LANYARD_IS_FILTER_OPTION (self), 0);

  return self->n_items;
}

/**
 * lanyard_filter_option_is_hidable:
 * @self: an option
 *
 * Gets whether what it stands for can be hidden for good: a session, a room or
 * a type that is not hidden yet.
 *
 * Returns: whether it can be
 */
gboolean
lanyard_filter_option_is_hidable (LanyardFilterOption *self)
{
  g_return_val_if_fail (LANYARD_IS_FILTER_OPTION (self), FALSE);

  return self->value != NULL && self->group != LANYARD_FILTER_GROUP_HIDDEN &&
         (self->field == LANYARD_FILTER_SESSION || self->field == LANYARD_FILTER_ROOM ||
          self->field == LANYARD_FILTER_TYPE);
}

/**
 * lanyard_filter_option_is_chosen:
 * @self: an option
 * @filter: a filter
 *
 * Gets whether a filter keeps what the option stands for; of something hidden,
 * never.
 *
 * Returns: whether it does
 */
gboolean
lanyard_filter_option_is_chosen (LanyardFilterOption *self,
                                 LanyardFilter       *filter)
{
  g_return_val_if_fail (LANYARD_IS_FILTER_OPTION (self), FALSE);

  if (self->group == LANYARD_FILTER_GROUP_HIDDEN)
    return FALSE;
  if (self->value != NULL)
    return lanyard_filter_has_value (filter, self->field, self->value);
  if (self->decided != LANYARD_FILTER_DECIDED_NOTHING)
    return (lanyard_filter_get_decided (filter) & self->decided) != 0;
  return self->only_picks ? lanyard_filter_get_picks (filter) : lanyard_filter_get_still_to_come (filter);
}

/**
 * lanyard_filter_option_toggle:
 * @self: an option that is not hidden
 * @filter: a filter
 *
 * Adds what the option stands for to a filter, or takes it away.
 *
 * Returns: (transfer full): another filter
 */
LanyardFilter *
lanyard_filter_option_toggle (LanyardFilterOption *self,
                              LanyardFilter       *filter)
{
  gboolean wanted;

  g_return_val_if_fail (LANYARD_IS_FILTER_OPTION (self), NULL);
  g_return_val_if_fail (self->group != LANYARD_FILTER_GROUP_HIDDEN, NULL);

  wanted = !lanyard_filter_option_is_chosen (self, filter);
  if (self->value != NULL)
    return lanyard_filter_with_value (filter, self->field, self->value, wanted);
  if (self->decided != LANYARD_FILTER_DECIDED_NOTHING)
    return lanyard_filter_with_decided (filter, lanyard_filter_get_decided (filter) ^ self->decided);
  if (self->only_picks)
    return lanyard_filter_with_picks (filter, wanted);
  return lanyard_filter_with_still_to_come (filter, wanted);
}
