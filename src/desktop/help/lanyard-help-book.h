/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_HELP_BOOK (lanyard_help_book_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHelpBook, lanyard_help_book, LANYARD, HELP_BOOK, GObject)

LanyardHelpBook *lanyard_help_book_new_read       (void);
GPtrArray       *lanyard_help_book_list_pages     (LanyardHelpBook *self);
const char      *lanyard_help_book_get_title      (LanyardHelpBook *self,
                                                   const char      *target);
const char      *lanyard_help_book_get_summary    (LanyardHelpBook *self,
                                                   const char      *page);
const char      *lanyard_help_book_get_source     (LanyardHelpBook *self,
                                                   const char      *page);
GPtrArray       *lanyard_help_book_list_topics    (LanyardHelpBook *self,
                                                   const char      *guide);
GPtrArray       *lanyard_help_book_list_related   (LanyardHelpBook *self,
                                                   const char      *page);
char            *lanyard_help_book_dup_html       (LanyardHelpBook *self,
                                                   const char      *page);

char            *lanyard_help_address_new         (const char      *target);
const char      *lanyard_help_address_get_target  (const char      *address);

G_END_DECLS
