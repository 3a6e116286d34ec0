/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/lanyard-link.h"

G_BEGIN_DECLS

GtkWidget *lanyard_link_button_new (LanyardLink *link);

G_END_DECLS
