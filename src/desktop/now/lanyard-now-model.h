/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/lanyard-item.h"

G_BEGIN_DECLS

/**
 * LanyardNowSection:
 * @LANYARD_NOW_RUNNING: what runs
 * @LANYARD_NOW_NEXT: what begins next
 * @LANYARD_NOW_NEXT_OF_PLAN: what begins next of the plan, if that is later
 * @LANYARD_NOW_YOUR_RECORDINGS: talks of yours that were recorded
 * @LANYARD_NOW_RECORDINGS: the other talks that were
 *
 * The sections of Now & Next, in order.
 */
typedef enum
{
  LANYARD_NOW_RUNNING,
  LANYARD_NOW_NEXT,
  LANYARD_NOW_NEXT_OF_PLAN,
  LANYARD_NOW_YOUR_RECORDINGS,
  LANYARD_NOW_RECORDINGS,
} LanyardNowSection;

#define LANYARD_N_NOW_SECTIONS (LANYARD_NOW_RECORDINGS + 1)

#define LANYARD_TYPE_NOW_MODEL (lanyard_now_model_get_type ())
G_DECLARE_FINAL_TYPE (LanyardNowModel, lanyard_now_model, LANYARD, NOW_MODEL, GObject)

LanyardNowModel  *lanyard_now_model_new         (void);
GListModel       *lanyard_now_model_get_items   (LanyardNowModel   *self);
void              lanyard_now_model_set_section (LanyardNowModel   *self,
                                                 LanyardNowSection  section,
                                                 GPtrArray         *items);
guint             lanyard_now_model_get_n_items (LanyardNowModel   *self,
                                                 LanyardNowSection  section);
LanyardNowSection lanyard_now_model_get_section (LanyardNowModel   *self,
                                                 guint              position);
gboolean          lanyard_now_model_find        (LanyardNowModel   *self,
                                                 LanyardItem       *item,
                                                 guint             *position);

G_END_DECLS
