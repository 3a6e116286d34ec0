/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "lanyard-outgoing.h"

G_BEGIN_DECLS

GtkPrintOperation *lanyard_printing_new (LanyardOutgoing *outgoing);

G_END_DECLS
