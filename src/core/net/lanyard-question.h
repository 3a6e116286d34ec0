/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "net/lanyard-fetcher.h"

G_BEGIN_DECLS

SoupMessage *lanyard_question_new      (const LanyardRequest  *request,
                                        GUri                  *uri);
gboolean     lanyard_question_may_sign (const LanyardRequest  *request,
                                        GUri                  *uri,
                                        const char            *host,
                                        GError               **error);
void         lanyard_question_sign     (SoupMessage           *message,
                                        LanyardCredential     *credential);

G_END_DECLS
