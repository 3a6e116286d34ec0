/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sync/lanyard-sync.h"

G_BEGIN_DECLS

/**
 * LanyardAttachmentState:
 * @LANYARD_ATTACHMENT_UNKNOWN: it is being looked for
 * @LANYARD_ATTACHMENT_ABSENT: it is on its server only
 * @LANYARD_ATTACHMENT_FETCHING: it is on its way
 * @LANYARD_ATTACHMENT_PRESENT: it is here, whole
 *
 * Where the file of a link is.
 */
typedef enum
{
  LANYARD_ATTACHMENT_UNKNOWN,
  LANYARD_ATTACHMENT_ABSENT,
  LANYARD_ATTACHMENT_FETCHING,
  LANYARD_ATTACHMENT_PRESENT,
} LanyardAttachmentState;

/**
 * LanyardAttachment:
 *
 * The file that a link of a conference leads to, kept for use without a
 * network if somebody asks for it: in `$XDG_CACHE_HOME/lanyard/files`. One
 * object for all who show it; it lives at least as long as it is on its way.
 * Main thread.
 *
 * - `changed`: its state, or how much of it has arrived, changed.
 */
#define LANYARD_TYPE_ATTACHMENT (lanyard_attachment_get_type ())
G_DECLARE_FINAL_TYPE (LanyardAttachment, lanyard_attachment, LANYARD, ATTACHMENT, GObject)

LanyardAttachment      *lanyard_sync_ref_attachment     (LanyardSync       *self,
                                                         const char        *uuid,
                                                         LanyardLink       *link);

LanyardAttachmentState  lanyard_attachment_get_state    (LanyardAttachment *self);
guint64                 lanyard_attachment_get_n_bytes  (LanyardAttachment *self);
guint64                 lanyard_attachment_get_n_total  (LanyardAttachment *self);
const GError           *lanyard_attachment_get_failure  (LanyardAttachment *self);
GFile                  *lanyard_attachment_dup_file     (LanyardAttachment *self);
void                    lanyard_attachment_look         (LanyardAttachment *self);
void                    lanyard_attachment_fetch        (LanyardAttachment *self);
void                    lanyard_attachment_cancel       (LanyardAttachment *self);
void                    lanyard_attachment_remove       (LanyardAttachment *self);

G_END_DECLS
