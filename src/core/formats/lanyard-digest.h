/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lanyard_documents_dup_digest (GPtrArray *documents);

G_END_DECLS
