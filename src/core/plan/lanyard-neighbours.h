/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/lanyard-programme.h"
#include "time/lanyard-zone.h"

G_BEGIN_DECLS

/**
 * LanyardNeighbours:
 * @previous: (nullable): the talk before it
 * @next: (nullable): the talk after it
 * @position: which of them it is, from 1; 0 for a break
 * @n_talks: how many talks there are
 *
 * What stands before and after a talk. Owned by the programme.
 */
typedef struct
{
  LanyardItem *previous;
  LanyardItem *next;
  guint        position;
  guint        n_talks;
} LanyardNeighbours;

void lanyard_neighbours_find (LanyardProgramme  *programme,
                              LanyardItem       *item,
                              LanyardZone       *zone,
                              LanyardNeighbours *neighbours);

G_END_DECLS
