/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose page an address is: people paste the address of a talk and mean its
 * conference, but want to see the talk. Pure. */

#include "config.h"

#include <string.h>

#include "lanyard-page-address.h"
#include "net/lanyard-address.h"

/* Host and path, which tell a page from all others. NULL if it is none. */
static char *
dup_page (const char *url)
{
  g_autofree char *page = NULL;
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL) : NULL;
  gsize length;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return NULL;
  page = g_strconcat (g_uri_get_host (uri), g_uri_get_path (uri), NULL);
  length = strlen (page);
  while (length > 0 && page[length - 1] == '/')
    page[--length] = '\0';
  return g_ascii_strdown (page, -1);
}

/* The same of what somebody gave, however it was written. */
static char *
dup_given_page (const char *text)
{
  g_autoptr (LanyardAddress) address = text != NULL ? lanyard_address_parse (text, NULL) : NULL;

  return address != NULL ? dup_page (address->page) : NULL;
}

static gboolean
is_page (const char *page,
         const char *url)
{
  g_autofree char *other = dup_page (url);

  return other != NULL && g_str_equal (page, other);
}

/**
 * lanyard_page_address_find_talk:
 * @programme: a programme
 * @address: an address as somebody gave it
 *
 * Finds the talk whose page an address is.
 *
 * Returns: (transfer none) (nullable): the talk
 */
LanyardTalk *
lanyard_page_address_find_talk (LanyardProgramme *programme,
                                const char       *address)
{
  g_autofree char *page = NULL;
  GPtrArray *talks;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);

  page = dup_given_page (address);
  talks = lanyard_programme_get_talks (programme);
  for (guint i = 0; page != NULL && i < talks->len; i++)
    {
      LanyardTalk *talk = g_ptr_array_index (talks, i);

      if (is_page (page, lanyard_talk_get_fields (talk)->url))
        return talk;
    }
  return NULL;
}

/**
 * lanyard_page_address_find_session:
 * @programme: a programme
 * @address: an address as somebody gave it
 *
 * Finds the session whose page an address is.
 *
 * Returns: (transfer none) (nullable): the session
 */
LanyardSession *
lanyard_page_address_find_session (LanyardProgramme *programme,
                                   const char       *address)
{
  g_autofree char *page = NULL;
  GPtrArray *sessions;

  g_return_val_if_fail (LANYARD_IS_PROGRAMME (programme), NULL);

  page = dup_given_page (address);
  sessions = lanyard_programme_get_sessions (programme);
  for (guint i = 0; page != NULL && i < sessions->len; i++)
    {
      LanyardSession *session = g_ptr_array_index (sessions, i);

      if (is_page (page, lanyard_session_get_fields (session)->url))
        return session;
    }
  return NULL;
}
