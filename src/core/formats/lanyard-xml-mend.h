/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XML as libxml2 can read it. Private to the formats. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nobody writes more attributes than this; libxml2 takes time that grows with
 * their square. */
#define LANYARD_XML_MAX_ATTRIBUTES 64

GBytes   *lanyard_xml_decode          (GBytes     *document,
                                       gboolean   *is_mended);
GBytes   *lanyard_xml_find_root       (GBytes     *text,
                                       const char *name);
GBytes   *lanyard_xml_mend            (GBytes     *text);
gboolean  lanyard_xml_has_endless_tag (GBytes     *text);
gboolean  lanyard_xml_has_long_piece  (GBytes     *text);

G_END_DECLS
