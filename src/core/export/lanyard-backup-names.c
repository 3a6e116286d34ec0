/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a backup file calls kinds, levels and marks: names, so that neither a new value
 * nor another order changes what a file says. Any thread. */

#include "config.h"

#include "lanyard-backup-names.h"

static const struct
{
  const char *name;
  LanyardKind kind;
} kinds[] = {
  { "talk", LANYARD_KIND_TALK },
  { "session", LANYARD_KIND_SESSION },
  { "break", LANYARD_KIND_BREAK },
};

static const struct
{
  const char *name;
  LanyardLevel level;
} levels[] = {
  { "going", LANYARD_LEVEL_GOING },
  { "maybe", LANYARD_LEVEL_MAYBE },
  { "left-out", LANYARD_LEVEL_LEFT_OUT },
};

static const struct
{
  const char *name;
  LanyardMarks mark;
} marks[] = {
  { "seen", LANYARD_MARK_SEEN },
  { "watch-later", LANYARD_MARK_WATCH_LATER },
};

/* Private: of what can be picked. */
const char *
lanyard_backup_kind_get_name (LanyardKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].name;
  return NULL;
}

/* Private: @name may be NULL. */
gboolean
lanyard_backup_kind_from_name (const char  *name,
                               LanyardKind *kind)
{
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* Private: of what a pick can have. */
const char *
lanyard_backup_level_get_name (LanyardLevel level)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (levels[i].level == level)
      return levels[i].name;
  return NULL;
}

/* Private: @name may be NULL. */
gboolean
lanyard_backup_level_from_name (const char   *name,
                                LanyardLevel *level)
{
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (levels[i].name, name))
      {
        *level = levels[i].level;
        return TRUE;
      }
  return FALSE;
}

/* Private: of one mark. */
const char *
lanyard_backup_mark_get_name (LanyardMarks mark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].mark == mark)
      return marks[i].name;
  return NULL;
}

/* Private: @name may be NULL. */
gboolean
lanyard_backup_mark_from_name (const char   *name,
                               LanyardMarks *mark)
{
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (marks[i].name, name))
      {
        *mark = marks[i].mark;
        return TRUE;
      }
  return FALSE;
}
