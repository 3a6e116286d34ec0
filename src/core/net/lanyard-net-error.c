/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domain of everything that speaks with servers. */

#include "config.h"

#include "lanyard-net-error.h"

G_DEFINE_QUARK (lanyard-net-error-quark, lanyard_net_error)
