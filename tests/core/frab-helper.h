/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the importer of schedules in XML read and ask. */

#pragma once

#include <string.h>

#include "format-abuse.h"

/* Reads a schedule by name from tests/data/frab. */
static inline GBytes *
load_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "frab", name, NULL);

  return format_abuse_load (path);
}

static inline LanyardProgramme *
read_bytes (GBytes      *document,
            const char  *zone,
            GError     **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (documents, g_bytes_ref (document));
  return lanyard_format_read (documents, &(LanyardReadOptions) { .zone = zone }, error);
}

static inline LanyardProgramme *
read_fixture (const char *name,
              const char *zone)
{
  g_autoptr (GBytes) document = load_fixture (name);
  g_autoptr (GError) error = NULL;
  LanyardProgramme *programme = read_bytes (document, zone, &error);

  g_assert_no_error (error);
  return programme;
}

static inline LanyardProgramme *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) document = g_bytes_new (text, strlen (text));

  return read_bytes (document, NULL, error);
}

static inline const LanyardTalkFields *
find_talk (LanyardProgramme *programme,
           const char       *key)
{
  LanyardTalk *talk = lanyard_programme_find_talk (programme, key);

  g_assert_nonnull (talk);
  return lanyard_talk_get_fields (talk);
}

static inline void
assert_remark (LanyardProgramme *programme,
               LanyardRemark     remark,
               guint             n)
{
  g_assert_cmpuint (lanyard_programme_get_remarks (programme)->counts[remark], ==, n);
}
