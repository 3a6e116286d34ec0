/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hostile input for the tests of the importers: what networks, disks and
 * people do to a good document. Each format's test calls format_abuse() with
 * its fixtures, and with the real files where those are. */

#pragma once

#include "formats/lanyard-format.h"

G_BEGIN_DECLS

/* Stretches that a format's test wants to see in the middle of its documents. */
typedef struct
{
  const char *open;   /* nullable: begins one level of nesting, such as "<b>" or "[" */
  const char *close;  /* nullable: ends it */
} FormatNesting;

GBytes *format_abuse_load       (const char          *path);
void    format_abuse            (GBytes              *document,
                                 const FormatNesting *nesting);
void    format_abuse_truncate   (GBytes              *document,
                                 gsize                step);
void    format_abuse_flip       (GBytes              *document,
                                 guint                n_rounds);
void    format_abuse_encode     (GBytes              *document);
void    format_abuse_nest       (GBytes              *document,
                                 const FormatNesting *nesting);
void    format_abuse_read       (const void          *data,
                                 gsize                size);
/* Adds a test for each document in a folder of tests/data, with its path as the
 * data: what `./dev fuzz` of that folder begins with. */
void    format_abuse_add_tests  (const char          *prefix,
                                 const char          *folder,
                                 GTestDataFunc        test);

G_END_DECLS
