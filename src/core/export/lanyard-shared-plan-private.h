/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan of somebody else says, before anybody knows what is meant in a
 * programme. Private to the exports. */

#pragma once

#include "lanyard-shared-plan.h"

G_BEGIN_DECLS

/**
 * LanyardMention:
 * @kind: what it is; of @is_id a talk or a session
 * @key: which of that kind, or the id in a link
 * @is_id: whether @key is an id as other programs write it
 * @level: how much they want it
 * @title: (nullable): its title
 * @url: (nullable): its page
 *
 * One thing that somebody else picked.
 */
typedef struct
{
  LanyardKind   kind;
  char         *key;
  gboolean      is_id;
  LanyardLevel  level;
  char         *title;
  char         *url;
} LanyardMention;

void               lanyard_mention_free         (LanyardMention     *self);
LanyardSharedPlan *lanyard_shared_plan_new_take (char               *title,
                                                 char               *feed,
                                                 GPtrArray          *mentions);
gboolean           lanyard_mention_resolve      (const LanyardMention  *self,
                                                 LanyardProgramme      *programme,
                                                 LanyardKind           *kind,
                                                 const char           **key);
const char        *lanyard_shared_kind_get_name (LanyardKind         kind);

G_END_DECLS
