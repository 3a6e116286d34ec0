/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the importers of schedules in JSON share: schedule.json, pretalx, Open
 * Event, EMF, FOSDEM's matrix. Nothing here trusts a member's type. Private to
 * the formats. */

#pragma once

#include "lanyard-draft.h"
#include "lanyard-feed-time.h"
#include "lanyard-format.h"
#include "lanyard-json-text.h"

G_BEGIN_DECLS

typedef struct
{
  LanyardDraft             *draft;   /* owned: where all goes */
  GHashTable               *tracks;  /* owned: the draft's sessions by the ids or names of tracks */
  const LanyardReadOptions *options; /* what the feed does not say */
  const char               *base;    /* nullable: what relative addresses are relative to */
  LanyardZone              *zone;    /* nullable, the draft's: where wall times are read */
} LanyardFeedReader;

/* Of what a key may be made, best first; NULL where there is none. */
typedef struct
{
  const char *guid;
  const char *code;
  const char *id;
  const char *url;
} LanyardFeedIds;

/* lanyard-feed-json.c */
const char *lanyard_feed_json_text     (LanyardFeedReader *reader,
                                        JsonNode          *node);
const char *lanyard_feed_json_id       (LanyardFeedReader *reader,
                                        JsonObject        *object,
                                        const char        *name);
const char *lanyard_feed_json_line     (LanyardFeedReader *reader,
                                        JsonObject        *object,
                                        const char        *name);
const char *lanyard_feed_json_block    (LanyardFeedReader *reader,
                                        JsonObject        *object,
                                        const char        *name);
const char *lanyard_feed_json_name     (LanyardFeedReader *reader,
                                        JsonObject        *object,
                                        const char        *name);
const char *lanyard_feed_json_url      (LanyardFeedReader *reader,
                                        const char        *url);
const char *lanyard_feed_json_url_of   (LanyardFeedReader *reader,
                                        const char        *line);
const char *lanyard_feed_json_color    (LanyardFeedReader *reader,
                                        JsonObject        *object,
                                        const char        *name);
gboolean    lanyard_feed_json_stamp    (JsonObject        *object,
                                        const char        *name,
                                        LanyardFeedStamp  *stamp);
gint64      lanyard_feed_json_instant  (LanyardFeedReader *reader,
                                        JsonObject        *object,
                                        const char        *name);
gboolean    lanyard_feed_json_duration (JsonObject        *object,
                                        const char        *name,
                                        guint             *seconds);

/* lanyard-feed-json-talk.c */
LanyardDraftTalk *lanyard_feed_json_add_talk         (LanyardFeedReader     *reader,
                                                      const LanyardFeedIds  *ids,
                                                      const char            *title,
                                                      const char            *start);
void              lanyard_feed_json_settle_talk      (LanyardFeedReader     *reader,
                                                      LanyardDraftTalk      *talk);
void              lanyard_feed_json_fill_description (LanyardFeedReader     *reader,
                                                      const char            *abstract,
                                                      const char            *description,
                                                      const char           **field,
                                                      LanyardTextFormat     *format);
void              lanyard_feed_json_add_link         (LanyardFeedReader     *reader,
                                                      const char            *url,
                                                      const char            *title,
                                                      const char            *type,
                                                      gboolean               is_file,
                                                      GPtrArray            **links);
void              lanyard_feed_json_add_links        (LanyardFeedReader     *reader,
                                                      JsonArray             *array,
                                                      gboolean               are_files,
                                                      GPtrArray            **links);

/* lanyard-feed-json-frame.c */
void                 lanyard_feed_reader_clear     (LanyardFeedReader         *reader);
void                 lanyard_feed_json_open        (LanyardFeedReader         *reader,
                                                    const LanyardReadOptions  *options);
LanyardJsonDocument *lanyard_feed_json_next        (LanyardFeedReader         *reader,
                                                    GPtrArray                 *documents,
                                                    guint                     *index,
                                                    GError                   **error);
gboolean             lanyard_feed_json_find_stamp  (LanyardJsonText            array,
                                                    const char                *name,
                                                    LanyardFeedStamp          *stamp);
void                 lanyard_feed_json_set_base    (LanyardFeedReader         *reader,
                                                    const char                *url);
void                 lanyard_feed_json_settle_zone (LanyardFeedReader         *reader,
                                                    const char                *name,
                                                    const LanyardFeedStamp    *sample);
LanyardDraftSession *lanyard_feed_json_name_track  (LanyardFeedReader         *reader,
                                                    const char                *known_as,
                                                    const char                *slug,
                                                    const char                *name);
LanyardDraftSession *lanyard_feed_json_find_track  (LanyardFeedReader         *reader,
                                                    const char                *known_as);
void                 lanyard_feed_json_skip        (LanyardFeedReader         *reader,
                                                    LanyardKind                kind,
                                                    const char                *title,
                                                    guint                      index);
LanyardProgramme    *lanyard_feed_json_close       (LanyardFeedReader         *reader,
                                                    const char                *base_url,
                                                    const char                *acronym,
                                                    GError                   **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LanyardFeedReader, lanyard_feed_reader_clear)

G_END_DECLS
