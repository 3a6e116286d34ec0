/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `lanyard-cli add` with addresses: reads a programme from a server and stores
 * it, or lists where it could be read from. Main thread. */

#include "config.h"

#include "lanyard-cli-addition.h"
#include "lanyard-cli-feeds.h"
#include "lanyard-cli-online.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-sync.h"

/* What was read from an address, told like what was read from files. */
static LanyardImport *
import_preview (LanyardCliContext   *context,
                LanyardPreview      *preview,
                LanyardCliAddition  *addition,
                GError             **error)
{
  g_autoptr (LanyardSaved) saved = lanyard_cli_sync_add (context, preview, error);
  g_autoptr (LanyardImport) done = NULL;

  if (saved == NULL)
    return NULL;

  done = g_new0 (LanyardImport, 1);
  done->uuid = g_steal_pointer (&saved->uuid);
  done->is_new = saved->is_new;
  done->programme = saved->is_new ? g_object_ref (preview->programme)
                                  : lanyard_cli_store_load_outline (context, done->uuid, error);
  if (done->programme == NULL)
    return NULL;
  if (!saved->is_new)
    addition->changes = g_steal_pointer (&saved->changes);
  addition->feed = lanyard_feed_ref (preview->feed);
  return g_steal_pointer (&done);
}

/* Several addresses are those of one conference's feeds. */
static LanyardImport *
import_addresses (LanyardCliContext   *context,
                  char               **words,
                  LanyardCliAddition  *addition,
                  GError             **error)
{
  const LanyardWish wish = {
    .feed = addition->feed_word,
    .others = (const char *const *) words + 1,
    .zone = addition->zone,
  };
  g_autoptr (LanyardPreview) preview = lanyard_cli_sync_preview (context, words[0], &wish, error);

  return preview != NULL ? import_preview (context, preview, addition, error) : NULL;
}

/**
 * lanyard_cli_add_addresses:
 * @context: the run
 * @argc: number of words, the command's name included
 * @argv: the words
 * @error: return location for an error
 *
 * Adds the conference at an address, or lists its feeds.
 *
 * Returns: %FALSE with @error set if it failed
 */
gboolean
lanyard_cli_add_addresses (LanyardCliContext  *context,
                           int                 argc,
                           char              **argv,
                           GError            **error)
{
  g_auto (LanyardCliAddition) addition = { 0 };

  if (!lanyard_cli_addition_parse (&addition, context, &argc, &argv, error))
    return FALSE;
  if (addition.is_list)
    return lanyard_cli_feeds_list (context, argv[1], error);

  addition.import = import_addresses (context, argv + 1, &addition, error);
  return addition.import != NULL && lanyard_cli_addition_finish (&addition, context, error);
}
