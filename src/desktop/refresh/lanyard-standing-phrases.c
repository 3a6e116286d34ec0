/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long ago something was, in whole sentences: languages bend "ago" in ways
 * that pieces could not follow. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-standing-phrases.h"

typedef enum
{
  NOW,
  MINUTES,
  HOURS,
  DAYS,
} Unit;

/* The largest unit of which there are some, and how many. */
static Unit
measure (gint64  age,
         guint  *n)
{
  gint64 minutes = age / 60;

  if (minutes < 1)
    {
      *n = 0;
      return NOW;
    }
  if (minutes < 60)
    {
      *n = (guint) minutes;
      return MINUTES;
    }
  if (minutes < 24 * 60)
    {
      *n = (guint) (minutes / 60);
      return HOURS;
    }
  *n = (guint) (minutes / (24 * 60));
  return DAYS;
}

static char *
phrase_checked (gint64 age)
{
  guint n;

  switch (measure (age, &n))
    {
    case NOW:
      return g_strdup (_("Checked just now"));
    case MINUTES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Checked %u minute ago", "Checked %u minutes ago", n), n);
    case HOURS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Checked %u hour ago", "Checked %u hours ago", n), n);
    case DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Checked %u day ago", "Checked %u days ago", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
phrase_offline_copy (gint64 age)
{
  guint n;

  switch (measure (age, &n))
    {
    case NOW:
      return g_strdup (_("Offline copy, fetched just now"));
    case MINUTES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Offline copy, fetched %u minute ago",
                                           "Offline copy, fetched %u minutes ago", n),
                              n);
    case HOURS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Offline copy, fetched %u hour ago",
                                           "Offline copy, fetched %u hours ago", n),
                              n);
    case DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Offline copy, fetched %u day ago",
                                           "Offline copy, fetched %u days ago", n),
                              n);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
phrase_from_files (gint64 age)
{
  guint n;

  switch (measure (age, &n))
    {
    case NOW:
      return g_strdup (_("Read from files just now"));
    case MINUTES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Read from files %u minute ago",
                                           "Read from files %u minutes ago", n),
                              n);
    case HOURS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Read from files %u hour ago",
                                           "Read from files %u hours ago", n),
                              n);
    case DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Read from files %u day ago",
                                           "Read from files %u days ago", n),
                              n);
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
phrase_working_offline (gint64 age)
{
  guint n;

  switch (measure (age, &n))
    {
    case NOW:
      return g_strdup (_("Working offline; the programme is from a moment ago"));
    case MINUTES:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Working offline; the programme is from %u minute ago",
                                           "Working offline; the programme is from %u minutes ago", n),
                              n);
    case HOURS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Working offline; the programme is from %u hour ago",
                                           "Working offline; the programme is from %u hours ago", n),
                              n);
    case DAYS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Working offline; the programme is from %u day ago",
                                           "Working offline; the programme is from %u days ago", n),
                              n);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_phrase_standing:
 * @standing: how a conference stands to its server
 *
 * Says how old its programme is.
 *
 * Returns: (transfer full) (nullable): "Checked 12 minutes ago", %NULL if that is not known
 */
char *
lanyard_phrase_standing (LanyardStanding *standing)
{
  gint64 age = lanyard_standing_get_age (standing);

  if (age < 0)
    return NULL;
  switch (lanyard_standing_get_state (standing))
    {
    case LANYARD_STANDING_FROM_FILES: return phrase_from_files (age);
    case LANYARD_STANDING_OFFLINE: return phrase_offline_copy (age);
    case LANYARD_STANDING_FINE:
    case LANYARD_STANDING_FAILED:
    case LANYARD_STANDING_HELD_BACK: return phrase_checked (age);
    default: g_return_val_if_reached (NULL);
    }
}

/**
 * lanyard_phrase_offline:
 * @standing: how a conference stands to its server
 *
 * Says that there is no network, and how old its programme is.
 *
 * Returns: (transfer full): "Working offline; the programme is from 12 minutes ago"
 */
char *
lanyard_phrase_offline (LanyardStanding *standing)
{
  gint64 age = lanyard_standing_get_age (standing);

  return age < 0 ? g_strdup (_("Working offline")) : phrase_working_offline (age);
}
