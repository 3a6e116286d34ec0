/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/lanyard-person.h"

G_BEGIN_DECLS

GtkWidget *lanyard_person_row_new (LanyardCredit *credit);

G_END_DECLS
