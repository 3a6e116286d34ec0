/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *lanyard_cli_feed_load        (char              **words,
                                         GError            **error);
GPtrArray *lanyard_cli_feed_load_sample (GError            **error);

G_END_DECLS
