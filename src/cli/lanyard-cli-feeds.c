/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where there may be feeds of a conference, for `lanyard-cli add --list-feeds`.
 * Called by `add`; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "lanyard-cli-feeds.h"
#include "lanyard-cli-json.h"
#include "lanyard-cli-sync.h"
#include "lanyard-cli-table.h"

enum
{
  COLUMN_FEED,
  COLUMN_WHY,
  COLUMN_ADDRESS,
};

static const LanyardCliColumn columns[] = {
  { N_("FEED"), 0, 0, 0 },
  { N_("WHY"), 0, 0, 1 },
  { N_("ADDRESS"), 0, 0, 0 },
};

static const char *
name_source (LanyardOfferSource source)
{
  switch (source)
    {
    case LANYARD_OFFER_ASKED: return _("the address itself");
    case LANYARD_OFFER_LINKED: return _("linked on the page");
    case LANYARD_OFFER_USUAL: return _("usual for such servers");
    case LANYARD_OFFER_GUESSED: return _("a guess");
    default: g_return_val_if_reached ("");
    }
}

static void
print_list (LanyardCliContext *context,
            GPtrArray         *offers)
{
  g_autoptr (LanyardCliTable) table = lanyard_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < offers->len; i++)
    {
      const LanyardOffer *offer = g_ptr_array_index (offers, i);

      lanyard_cli_table_set_cell (table, COLUMN_FEED, lanyard_offer_kind_get_word (offer->kind));
      lanyard_cli_table_set_cell (table, COLUMN_WHY, name_source (offer->source));
      lanyard_cli_table_set_cell (table, COLUMN_ADDRESS, offer->url);
      lanyard_cli_table_end_row (table);
    }
  lanyard_cli_table_print (table, lanyard_cli_context_get_output (context));
}

static void
print_json (LanyardCliContext *context,
            GPtrArray         *offers)
{
  g_autoptr (LanyardZone) zone = lanyard_cli_context_ref_zone (context, NULL);
  g_autoptr (LanyardCliJson) json = lanyard_cli_json_new (zone);

  lanyard_cli_json_begin_list (json, "feeds");
  for (guint i = 0; i < offers->len; i++)
    {
      const LanyardOffer *offer = g_ptr_array_index (offers, i);

      lanyard_cli_json_begin_object (json, NULL);
      lanyard_cli_json_add_string (json, "kind", lanyard_offer_kind_get_word (offer->kind));
      lanyard_cli_json_add_string (json, "source", lanyard_offer_source_get_word (offer->source));
      lanyard_cli_json_add_string (json, "url", offer->url);
      lanyard_cli_json_end_object (json);
    }
  lanyard_cli_json_end_list (json);
  lanyard_cli_json_print (json, lanyard_cli_context_get_output (context));
}

/**
 * lanyard_cli_feeds_list:
 * @context: the run
 * @address: a conference's address, as it was typed
 * @error: return location for an error
 *
 * Prints where there may be feeds of a conference, in the order in which they
 * would be tried. None of them is asked.
 *
 * Returns: whether it could be found out
 */
gboolean
lanyard_cli_feeds_list (LanyardCliContext  *context,
                        const char         *address,
                        GError            **error)
{
  g_autoptr (GPtrArray) offers = NULL;

  g_return_val_if_fail (context != NULL, FALSE);
  g_return_val_if_fail (address != NULL, FALSE);

  offers = lanyard_cli_sync_list_offers (context, address, error);
  if (offers == NULL)
    return FALSE;
  if (lanyard_cli_context_is_json (context))
    print_json (context, offers);
  else
    print_list (context, offers);
  return TRUE;
}
