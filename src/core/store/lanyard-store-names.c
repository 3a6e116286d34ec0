/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the enums are called in the database: names, so that neither a new
 * value nor another order changes the meaning of what is stored.
 * Called by the rest of the store. Any thread. */

#include "config.h"

#include "lanyard-store-names.h"
#include "model/lanyard-link.h"

static const char *const kinds[] = {
  [LANYARD_KIND_TALK] = "talk",
  [LANYARD_KIND_SESSION] = "session",
  [LANYARD_KIND_BLOCK] = "block",
  [LANYARD_KIND_BREAK] = "break",
  [LANYARD_KIND_OWN] = "own",
};

static const char *const match_kinds[] = {
  [LANYARD_MATCH_TALK] = "talk",
  [LANYARD_MATCH_SESSION] = "session",
  [LANYARD_MATCH_BREAK] = "break",
  [LANYARD_MATCH_PERSON] = "person",
  [LANYARD_MATCH_ROOM] = "room",
};

static const char *const levels[] = {
  [LANYARD_LEVEL_NONE] = "none",
  [LANYARD_LEVEL_MAYBE] = "maybe",
  [LANYARD_LEVEL_GOING] = "going",
  [LANYARD_LEVEL_LEFT_OUT] = "left-out",
};

static const char *const roles[] = {
  [LANYARD_ROLE_SPEAKER] = "speaker",
  [LANYARD_ROLE_AUTHOR] = "author",
  [LANYARD_ROLE_COAUTHOR] = "coauthor",
  [LANYARD_ROLE_LEAD] = "lead",
  [LANYARD_ROLE_CHAIR] = "chair",
};

static const char *const text_formats[] = {
  [LANYARD_TEXT_PLAIN] = "plain",
  [LANYARD_TEXT_MARKDOWN] = "markdown",
  [LANYARD_TEXT_HTML] = "html",
};

/* A name that nobody knows counts as the first one, the harmless one. */
static guint
find_name (const char *const *names,
           guint              n_names,
           const char        *name)
{
  for (guint i = 0; name != NULL && i < n_names; i++)
    if (g_str_equal (names[i], name))
      return i;

  return 0;
}

const char *
lanyard_store_name_of_kind (LanyardKind kind)
{
  return kinds[kind];
}

LanyardKind
lanyard_store_kind_of_name (const char *name)
{
  return find_name (kinds, G_N_ELEMENTS (kinds), name);
}

const char *
lanyard_store_name_of_match_kind (LanyardMatchKind kind)
{
  return match_kinds[kind];
}

LanyardMatchKind
lanyard_store_match_kind_of_name (const char *name)
{
  return find_name (match_kinds, G_N_ELEMENTS (match_kinds), name);
}

const char *
lanyard_store_name_of_level (LanyardLevel level)
{
  return levels[level];
}

LanyardLevel
lanyard_store_level_of_name (const char *name)
{
  return find_name (levels, G_N_ELEMENTS (levels), name);
}

const char *
lanyard_store_name_of_role (LanyardRole role)
{
  return roles[role];
}

LanyardRole
lanyard_store_role_of_name (const char *name)
{
  return find_name (roles, G_N_ELEMENTS (roles), name);
}

const char *
lanyard_store_name_of_text_format (LanyardTextFormat format)
{
  return text_formats[format];
}

LanyardTextFormat
lanyard_store_text_format_of_name (const char *name)
{
  return find_name (text_formats, G_N_ELEMENTS (text_formats), name);
}

/* The model names these, for JSON has them too. */
LanyardLinkKind
lanyard_store_link_kind_of_name (const char *name)
{
  for (guint kind = LANYARD_LINK_WEB; kind <= LANYARD_LINK_FEEDBACK; kind++)
    if (g_strcmp0 (lanyard_link_kind_get_name (kind), name) == 0)
      return kind;

  return LANYARD_LINK_WEB;
}
