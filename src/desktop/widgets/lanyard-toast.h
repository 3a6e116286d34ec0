/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *lanyard_toast_new       (const char *sentence);
AdwToast *lanyard_toast_new_offer (const char *sentence,
                                   const char *button,
                                   const char *action,
                                   GVariant   *target);

G_END_DECLS
