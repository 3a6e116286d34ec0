/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of speakers and the page of one of them say in the same words. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-person-phrases.h"
#include "time/lanyard-time-format.h"

static const char *
name_role (LanyardRole role)
{
  switch (role)
    {
    case LANYARD_ROLE_SPEAKER: return _("Speaker");
    case LANYARD_ROLE_AUTHOR: return _("Author");
    case LANYARD_ROLE_COAUTHOR: return _("Co-author");
    case LANYARD_ROLE_LEAD: return _("Lead");
    case LANYARD_ROLE_CHAIR: return _("Chair of the conference");
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_phrase_roles:
 * @profile: somebody
 *
 * Says as what somebody takes part.
 *
 * Returns: (transfer full): "Speaker, Lead"
 */
char *
lanyard_phrase_roles (LanyardProfile *profile)
{
  const char *names[LANYARD_ROLE_CHAIR + 2] = { NULL };
  guint n_names = 0;

  for (LanyardRole role = LANYARD_ROLE_SPEAKER; role <= LANYARD_ROLE_CHAIR; role++)
    if (lanyard_profile_has_role (profile, role))
      names[n_names++] = name_role (role);
  /* Translators: what stands between the roles of a person in a list */
  return g_strjoinv (C_("list of roles", ", "), (char **) names);
}

/**
 * lanyard_phrase_who:
 * @profile: somebody
 *
 * Says as what and for whom somebody takes part.
 *
 * Returns: (transfer full): "Speaker, Lead · Red Hat"
 */
char *
lanyard_phrase_who (LanyardProfile *profile)
{
  const char *affiliation = lanyard_profile_get_affiliation (profile);
  g_autofree char *roles = lanyard_phrase_roles (profile);

  if (affiliation == NULL)
    return g_steal_pointer (&roles);
  /* Translators: a person's role in a talk, then whom they work for */
  return g_strdup_printf (C_("role and affiliation", "%s · %s"), roles, affiliation);
}

static guint
count_held (GPtrArray *talks)
{
  guint n_held = 0;

  for (guint i = 0; i < talks->len; i++)
    if (!lanyard_item_is_cancelled (g_ptr_array_index (talks, i)))
      n_held++;
  return n_held;
}

/**
 * lanyard_phrase_talks:
 * @profile: somebody
 *
 * Says how many talks somebody gives, cancelled ones left out.
 *
 * Returns: (transfer full): "3 talks", or "" if there are none
 */
char *
lanyard_phrase_talks (LanyardProfile *profile)
{
  guint n_talks = count_held (lanyard_profile_get_talks (profile));

  if (n_talks == 0)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u talk", "%u talks", n_talks), n_talks);
}

/**
 * lanyard_phrase_talk_overlap:
 * @overlap: two talks of one speaker
 * @zone: in which zone
 *
 * Says when somebody is asked to be in two places.
 *
 * Returns: (transfer full): "Speaks in two places on Monday 5 October, 10:00–10:20"
 */
char *
lanyard_phrase_talk_overlap (const LanyardTalkOverlap *overlap,
                             LanyardZone              *zone)
{
  g_autofree char *day = lanyard_format_day (lanyard_zone_get_day (zone, overlap->start), LANYARD_DAY_LONG);
  g_autofree char *times = lanyard_format_time_range (zone, overlap->start, overlap->end);

  /* Translators: a day, then a range of times: "Monday 5 October, 10:00–10:20" */
  return g_strdup_printf (_("Speaks in two places on %1$s, %2$s"), day, times);
}

/**
 * lanyard_profile_is_picked:
 * @profile: somebody
 * @open: the conference
 *
 * Says whether a talk that somebody gives is starred, for itself or with its
 * session.
 *
 * Returns: %TRUE if one is
 */
gboolean
lanyard_profile_is_picked (LanyardProfile        *profile,
                           LanyardOpenConference *open)
{
  LanyardPlan *plan = lanyard_open_conference_get_plan (open);
  GPtrArray *talks = lanyard_profile_get_talks (profile);

  for (guint i = 0; plan != NULL && i < talks->len; i++)
    {
      LanyardItem *talk = g_ptr_array_index (talks, i);

      if (lanyard_level_is_picked (lanyard_plan_get_level (plan, LANYARD_KIND_TALK, lanyard_item_get_key (talk))) ||
          lanyard_plan_covers (plan, talk))
        return TRUE;
    }
  return FALSE;
}

/**
 * lanyard_profile_dup_accessible_label:
 * @profile: somebody
 * @open: the conference
 *
 * Says in one line what a row of the list of speakers shows.
 *
 * Returns: (transfer full): name, roles, affiliation, talks and whether one is starred
 */
char *
lanyard_profile_dup_accessible_label (LanyardProfile        *profile,
                                      LanyardOpenConference *open)
{
  g_autofree char *roles = lanyard_phrase_roles (profile);
  g_autofree char *talks = lanyard_phrase_talks (profile);
  const char *facts[6] = { lanyard_profile_get_name (profile), roles, NULL };
  guint n_facts = 2;

  if (lanyard_profile_get_affiliation (profile) != NULL)
    facts[n_facts++] = lanyard_profile_get_affiliation (profile);
  if (*talks != '\0')
    facts[n_facts++] = talks;
  if (lanyard_profile_is_picked (profile, open))
    facts[n_facts++] = _("in My Plan");
  /* Translators: what stands between the facts about a talk that a screen reader says */
  return g_strjoinv (C_("list of facts", ", "), (char **) facts);
}
