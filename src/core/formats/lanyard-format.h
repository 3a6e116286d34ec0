/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"

G_BEGIN_DECLS

#define LANYARD_FORMAT_ERROR (lanyard_format_error_quark ())

/**
 * LanyardFormatError:
 * @LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE: a file of another kind
 * @LANYARD_FORMAT_ERROR_WEB_PAGE: a web page, perhaps one to log in at
 * @LANYARD_FORMAT_ERROR_MALFORMED: cut off or damaged
 * @LANYARD_FORMAT_ERROR_TOO_LARGE: too large or nested too deeply to be a programme
 * @LANYARD_FORMAT_ERROR_NOT_PUBLISHED: a draft, or a programme without any entry
 * @LANYARD_FORMAT_ERROR_NOT_FOUND: the server knows no such event, or hides it
 * @LANYARD_FORMAT_ERROR_NOT_AUTHORISED: the server wants another account or scope
 * @LANYARD_FORMAT_ERROR_REFUSED: the server answered with an error of another kind
 * @LANYARD_FORMAT_ERROR_MIXED: documents of several events
 *
 * Why bytes are not a programme.
 */
typedef enum
{
  LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE,
  LANYARD_FORMAT_ERROR_WEB_PAGE,
  LANYARD_FORMAT_ERROR_MALFORMED,
  LANYARD_FORMAT_ERROR_TOO_LARGE,
  LANYARD_FORMAT_ERROR_NOT_PUBLISHED,
  LANYARD_FORMAT_ERROR_NOT_FOUND,
  LANYARD_FORMAT_ERROR_NOT_AUTHORISED,
  LANYARD_FORMAT_ERROR_REFUSED,
  LANYARD_FORMAT_ERROR_MIXED,
} LanyardFormatError;

/**
 * LanyardReadOptions:
 * @languages: (nullable) (array zero-terminated=1): the user's languages, best
 *   first, as "de" or "pt_BR"; for texts that a feed has in several
 * @zone: (nullable): the zone of the times where the feed has none, from a
 *   directory or the user
 * @named_zone: (nullable): the zone that other documents of the conference name, which
 *   is as good as if this feed did
 * @address: (nullable): where the documents came from, to make relative
 *   addresses absolute
 *
 * What a feed does not say of itself. Borrowed for the time of the reading.
 */
typedef struct
{
  const char *const *languages;
  const char        *zone;
  const char        *named_zone;
  const char        *address;
} LanyardReadOptions;

GQuark            lanyard_format_error_quark (void);
const char       *lanyard_format_find_zone   (GPtrArray                 *programmes,
                                              const char                *given);
LanyardProgramme *lanyard_format_read        (GPtrArray                 *documents,
                                              const LanyardReadOptions  *options,
                                              GError                   **error);

G_END_DECLS
