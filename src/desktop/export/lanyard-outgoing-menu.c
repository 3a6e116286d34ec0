/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one thing goes out of Lanyard, as a part of the menus of rows, cells and
 * entries: into the calendar, to the clipboard, into a file. Main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-outgoing-menu.h"
#include "lanyard-outgoing.h"

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/**
 * lanyard_outgoing_menu_new_section:
 * @kind: a talk, a session, a break or an own entry
 * @key: which of that kind
 *
 * Makes a section for a menu in a window.
 *
 * Returns: (transfer full): a section
 */
GMenuModel *
lanyard_outgoing_menu_new_section (LanyardKind  kind,
                                   const char  *key)
{
  GMenu *section = g_menu_new ();
  g_autofree char *subject = lanyard_outgoing_dup_subject (kind, key);

  /* What is one's own is nobody else's: it goes into one's calendar alone. */
  if (kind == LANYARD_KIND_OWN)
    {
      append (section, _("Add to _Calendar"), "win.add-all-to-calendar", g_variant_new_string (subject));
      return G_MENU_MODEL (section);
    }
  append (section, _("Add to _Calendar"), "win.add-to-calendar", g_variant_new ("(us)", (guint) kind, key));
  append (section, _("_Copy"), "win.copy", g_variant_new_string (subject));
  append (section, _("_Export…"), "win.export", g_variant_new_string (subject));
  return G_MENU_MODEL (section);
}

/**
 * lanyard_outgoing_menu_new:
 * @kind: a talk, a session, a break or an own entry
 * @key: which of that kind
 *
 * Makes a menu of nothing but that section.
 *
 * Returns: (transfer full): a menu
 */
GMenuModel *
lanyard_outgoing_menu_new (LanyardKind  kind,
                           const char  *key)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) section = lanyard_outgoing_menu_new_section (kind, key);

  g_menu_append_section (menu, NULL, section);
  return G_MENU_MODEL (menu);
}
