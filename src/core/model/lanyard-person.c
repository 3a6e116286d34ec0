/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Speakers, authors, leads and chairs, and what they are credited with. One
 * person object stands for one human in all talks of a programme. Any thread. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "lanyard-person.h"

struct _LanyardPerson
{
  GObject parent_instance;
  char *key;         /* owned */
  char *name;        /* owned */
  char *affiliation; /* owned, nullable */
  char *email;       /* owned, nullable */
  char *biography;   /* owned, nullable; never there in an outline */
  LanyardTextFormat biography_format;
};

G_DEFINE_FINAL_TYPE (LanyardPerson, lanyard_person, G_TYPE_OBJECT)

G_DEFINE_BOXED_TYPE (LanyardCredit, lanyard_credit, lanyard_credit_ref, lanyard_credit_unref)

static void
lanyard_credit_clear (gpointer data)
{
  LanyardCredit *self = data;

  g_clear_object (&self->person);
}

static void
lanyard_person_finalize (GObject *object)
{
  LanyardPerson *self = LANYARD_PERSON (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->affiliation, g_free);
  g_clear_pointer (&self->email, g_free);
  g_clear_pointer (&self->biography, g_free);

  G_OBJECT_CLASS (lanyard_person_parent_class)->finalize (object);
}

static void
lanyard_person_class_init (LanyardPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_person_finalize;
}

static void
lanyard_person_init (LanyardPerson *self)
{
}

/**
 * lanyard_person_new:
 * @key: what tells this person from the others of the programme
 * @name: the name as it is shown, given name first
 * @affiliation: (nullable): whom they work for or stand for
 * @email: (nullable): an address to write to
 *
 * Makes a person without a biography, as an outline has them.
 *
 * Returns: (transfer full): a person
 */
LanyardPerson *
lanyard_person_new (const char *key,
                    const char *name,
                    const char *affiliation,
                    const char *email)
{
  return lanyard_person_new_whole (key, name, affiliation, email, NULL, LANYARD_TEXT_PLAIN);
}

/**
 * lanyard_person_new_whole:
 * @key: what tells this person from the others of the programme
 * @name: the name as it is shown, given name first
 * @affiliation: (nullable): whom they work for or stand for
 * @email: (nullable): an address to write to
 * @biography: (nullable): what they say of themselves
 * @biography_format: how @biography is written
 *
 * Makes a person.
 *
 * Returns: (transfer full): a person
 */
LanyardPerson *
lanyard_person_new_whole (const char        *key,
                          const char        *name,
                          const char        *affiliation,
                          const char        *email,
                          const char        *biography,
                          LanyardTextFormat  biography_format)
{
  LanyardPerson *self;

  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_PERSON, NULL);
  self->key = g_strdup (key);
  self->name = g_strdup (name);
  self->affiliation = g_strdup (affiliation);
  self->email = g_strdup (email);
  self->biography = g_strdup (biography);
  self->biography_format = biography_format;
  return self;
}

/**
 * lanyard_person_get_key:
 * @self: a person
 *
 * Gets what tells this person from the others of the programme.
 *
 * Returns: (transfer none): the key
 */
const char *
lanyard_person_get_key (LanyardPerson *self)
{
  g_return_val_if_fail (LANYARD_IS_PERSON (self), NULL);

  return self->key;
}

/**
 * lanyard_person_get_name:
 * @self: a person
 *
 * Gets the name as it is shown, given name first.
 *
 * Returns: (transfer none): the name
 */
const char *
lanyard_person_get_name (LanyardPerson *self)
{
  g_return_val_if_fail (LANYARD_IS_PERSON (self), NULL);

  return self->name;
}

/**
 * lanyard_person_get_affiliation:
 * @self: a person
 *
 * Gets whom they work for or stand for.
 *
 * Returns: (transfer none) (nullable): the affiliation
 */
const char *
lanyard_person_get_affiliation (LanyardPerson *self)
{
  g_return_val_if_fail (LANYARD_IS_PERSON (self), NULL);

  return self->affiliation;
}

/**
 * lanyard_person_get_email:
 * @self: a person
 *
 * Gets an address to write to. Indico shows it to managers only.
 *
 * Returns: (transfer none) (nullable): the address
 */
const char *
lanyard_person_get_email (LanyardPerson *self)
{
  g_return_val_if_fail (LANYARD_IS_PERSON (self), NULL);

  return self->email;
}

/**
 * lanyard_person_get_biography:
 * @self: a person
 * @format: (out) (optional): how it is written
 *
 * Gets what somebody says of themselves. The persons of an outline have none:
 * lanyard_store_load_person_async() gives it.
 *
 * Returns: (transfer none) (nullable): the biography
 */
const char *
lanyard_person_get_biography (LanyardPerson     *self,
                              LanyardTextFormat *format)
{
  g_return_val_if_fail (LANYARD_IS_PERSON (self), NULL);

  if (format != NULL)
    *format = self->biography_format;
  return self->biography;
}

/**
 * lanyard_credit_new:
 * @person: a person
 * @role: what they do
 *
 * Makes a credit.
 *
 * Returns: (transfer full): a credit
 */
LanyardCredit *
lanyard_credit_new (LanyardPerson *person,
                    LanyardRole    role)
{
  LanyardCredit *self;

  g_return_val_if_fail (LANYARD_IS_PERSON (person), NULL);

  self = g_atomic_rc_box_new0 (LanyardCredit);
  self->person = g_object_ref (person);
  self->role = role;
  return self;
}

/**
 * lanyard_credit_ref:
 * @self: a credit
 *
 * Keeps a credit.
 *
 * Returns: (transfer full): @self
 */
LanyardCredit *
lanyard_credit_ref (LanyardCredit *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_credit_unref:
 * @self: (transfer full): a credit
 *
 * Lets a credit go.
 */
void
lanyard_credit_unref (LanyardCredit *self)
{
  g_atomic_rc_box_release_full (self, lanyard_credit_clear);
}

/**
 * lanyard_credits_dup_names:
 * @credits: (element-type LanyardCredit): credits
 * @role: which of them
 *
 * Lists the names of all who have @role, in the order of the programme.
 *
 * Returns: (transfer full) (nullable): the names, or %NULL if there is nobody
 */
char *
lanyard_credits_dup_names (GPtrArray   *credits,
                           LanyardRole  role)
{
  g_autoptr (GString) names = NULL;

  g_return_val_if_fail (credits != NULL, NULL);

  for (guint i = 0; i < credits->len; i++)
    {
      const LanyardCredit *credit = g_ptr_array_index (credits, i);

      if (credit->role != role)
        continue;
      if (names == NULL)
        names = g_string_new (NULL);
      else
        /* Translators: what stands between the names of persons in a list */
        g_string_append (names, C_("list of names", ", "));
      g_string_append (names, lanyard_person_get_name (credit->person));
    }

  return names != NULL ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}
