/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domains of everything that speaks with servers and the keyring. By
 * themselves, so that a program which only tells errors apart links none of that. */

#include "config.h"

#include "lanyard-keyring.h"
#include "lanyard-net-error.h"
#include "lanyard-sign-in.h"

G_DEFINE_QUARK (lanyard-net-error-quark, lanyard_net_error)
G_DEFINE_QUARK (lanyard-keyring-error-quark, lanyard_keyring_error)
G_DEFINE_QUARK (lanyard-sign-in-error-quark, lanyard_sign_in_error)
