/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "lanyard-enums.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PERSON (lanyard_person_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPerson, lanyard_person, LANYARD, PERSON, GObject)

LanyardPerson *lanyard_person_new             (const char        *key,
                                               const char        *name,
                                               const char        *affiliation,
                                               const char        *email);
LanyardPerson *lanyard_person_new_whole       (const char        *key,
                                               const char        *name,
                                               const char        *affiliation,
                                               const char        *email,
                                               const char        *biography,
                                               LanyardTextFormat  biography_format);
const char    *lanyard_person_get_key         (LanyardPerson     *self);
const char    *lanyard_person_get_name        (LanyardPerson     *self);
const char    *lanyard_person_get_affiliation (LanyardPerson     *self);
const char    *lanyard_person_get_email       (LanyardPerson     *self);
const char    *lanyard_person_get_biography   (LanyardPerson     *self,
                                               LanyardTextFormat *format);

#define LANYARD_TYPE_CREDIT (lanyard_credit_get_type ())

/**
 * LanyardCredit:
 * @person: (transfer none): who
 * @role: as what
 *
 * A person's part in a talk, a session or a conference; never changes.
 */
typedef struct
{
  LanyardPerson *person;
  LanyardRole    role;
} LanyardCredit;

GType          lanyard_credit_get_type (void);
LanyardCredit *lanyard_credit_new      (LanyardPerson *person,
                                        LanyardRole    role);
LanyardCredit *lanyard_credit_ref      (LanyardCredit *self);
void           lanyard_credit_unref    (LanyardCredit *self);
char          *lanyard_credits_dup_names (GPtrArray   *credits,
                                          LanyardRole  role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardCredit, lanyard_credit_unref)

G_END_DECLS
