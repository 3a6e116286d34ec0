/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of how feeds are found, and of what becomes of them, ask. */

#pragma once

#include "site-helper.h"
#include "sync-helper.h"

static inline LanyardPreview *
preview_with (SyncFixture        *fixture,
              const char         *address,
              const LanyardWish  *wish,
              GError            **error)
{
  g_auto (Call) call = { 0 };

  lanyard_sync_preview_async (fixture->sync, address, wish, NULL, NULL, NULL, call_cb, &call);
  return lanyard_sync_preview_finish (fixture->sync, call_wait (&call), error);
}

/* What is at a path of the site, which has to be found. */
static inline LanyardPreview *
preview_path (SyncFixture *fixture,
              Site        *site,
              const char  *path)
{
  g_autofree char *url = site_dup_url (site, path);
  g_autoptr (GError) error = NULL;
  LanyardPreview *found = preview_with (fixture, url, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static inline void
assert_read_from (LanyardPreview *found,
                  Site           *site,
                  const char     *path)
{
  g_autofree char *url = site_dup_url (site, path);

  g_assert_cmpstr (found->feed->url, ==, url);
  g_assert_cmpuint (lanyard_programme_get_talks (found->programme)->len, ==, 1);
}

static inline char *
add_found (SyncFixture    *fixture,
           LanyardPreview *found)
{
  g_auto (Call) call = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LanyardSaved) saved = NULL;

  lanyard_sync_add_async (fixture->sync, found, NULL, call_cb, &call);
  saved = lanyard_sync_add_finish (fixture->sync, call_wait (&call), &error);
  g_assert_no_error (error);
  return g_strdup (saved->uuid);
}
