/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/lanyard-store.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RESULT (lanyard_result_get_type ())
G_DECLARE_FINAL_TYPE (LanyardResult, lanyard_result, LANYARD, RESULT, GObject)

LanyardResult    *lanyard_result_new         (LanyardMatchKind  kind,
                                              LanyardMatch     *match,
                                              guint             n_found,
                                              gboolean          is_capped);
LanyardMatchKind  lanyard_result_get_kind    (LanyardResult    *self);
LanyardMatch     *lanyard_result_get_match   (LanyardResult    *self);
guint             lanyard_result_get_n_found (LanyardResult    *self);
gboolean          lanyard_result_is_capped   (LanyardResult    *self);
gboolean          lanyard_result_equal       (LanyardResult    *self,
                                              LanyardResult    *other);

G_END_DECLS
