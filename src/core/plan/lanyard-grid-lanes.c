/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What runs at the same time in one column of a grid stands side by side, in
 * lanes. Part of the layout; any thread. */

#include "config.h"

#include "lanyard-grid-layout-private.h"

/* The places of one column that hang together, as each overlaps another. */
typedef struct
{
  GPtrArray *places; /* owned, of borrowed LanyardGridPlace */
  GArray *ends;      /* owned, of gint64: until when each lane is taken */
  gint64 end;        /* until when any is */
} Cluster;

static gint64
drawn_end (const LanyardGridPlace *place,
           gint64                  least)
{
  return MAX (place->end, place->start + least);
}

static void
widen (GPtrArray *places,
       gint64     least)
{
  for (guint i = 0; i < places->len; i++)
    {
      LanyardGridPlace *place = places->pdata[i];

      for (guint j = i + 1; j < places->len; j++)
        {
          LanyardGridPlace *other = places->pdata[j];
          LanyardGridPlace *left = place->lane < other->lane ? place : other;
          LanyardGridPlace *right = place->lane < other->lane ? other : place;

          if (other->start >= drawn_end (place, least))
            break;
          left->n_lanes_wide = MIN (left->n_lanes_wide, right->lane - left->lane);
        }
    }
}

static void
end_cluster (Cluster *cluster,
             gint64   least)
{
  guint n_lanes = cluster->ends->len;

  for (guint i = 0; i < cluster->places->len; i++)
    {
      LanyardGridPlace *place = cluster->places->pdata[i];

      place->n_lanes = n_lanes;
      place->n_lanes_wide = n_lanes - place->lane;
    }
  if (n_lanes > 1)
    widen (cluster->places, least);
  g_ptr_array_set_size (cluster->places, 0);
  g_array_set_size (cluster->ends, 0);
}

static void
add_to_cluster (Cluster          *cluster,
                LanyardGridPlace *place,
                gint64            least)
{
  gint64 end = drawn_end (place, least);
  guint lane = 0;

  if (cluster->places->len > 0 && place->start >= cluster->end)
    end_cluster (cluster, least);
  cluster->end = cluster->places->len > 0 ? MAX (cluster->end, end) : end;
  while (lane < cluster->ends->len && g_array_index (cluster->ends, gint64, lane) > place->start)
    lane++;
  if (lane == cluster->ends->len)
    g_array_append_val (cluster->ends, end);
  else
    g_array_index (cluster->ends, gint64, lane) = end;
  place->lane = lane;
  g_ptr_array_add (cluster->places, place);
}

/* Private: divides each column into as many lanes as are needed.
 * @places: (element-type LanyardGridPlace): in order of their starts
 * @least: how many seconds each is drawn high at least */
void
lanyard_grid_assign_lanes (GArray *places,
                           guint   n_columns,
                           gint64  least)
{
  g_autofree Cluster *clusters = g_new0 (Cluster, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      clusters[i].places = g_ptr_array_new ();
      clusters[i].ends = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  for (guint i = 0; i < places->len; i++)
    {
      LanyardGridPlace *place = &g_array_index (places, LanyardGridPlace, i);

      if (place->n_columns == 1)
        add_to_cluster (&clusters[place->column], place, least);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      end_cluster (&clusters[i], least);
      g_ptr_array_unref (clusters[i].places);
      g_array_unref (clusters[i].ends);
    }
}
