/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LanyardDatabase LanyardDatabase;
typedef struct _LanyardStatement LanyardStatement;

typedef gboolean (*LanyardDatabaseFunc) (LanyardDatabase  *self,
                                         gpointer          user_data,
                                         GError          **error);

/* Called between the steps of a statement; who answers other than 0 ends it. */
typedef int (*LanyardDatabaseInterruptFunc) (gpointer user_data);

LanyardDatabase  *lanyard_database_open            (const char           *path,
                                                    GCancellable         *cancellable,
                                                    GError              **error);
LanyardDatabase  *lanyard_database_open_existing   (const char           *path,
                                                    GError              **error);
void              lanyard_database_close           (LanyardDatabase      *self);
void              lanyard_database_close_early     (LanyardDatabase      *self);
void              lanyard_database_abandon         (LanyardDatabase      *self);
gboolean          lanyard_database_was_replaced    (LanyardDatabase      *self);
void              lanyard_database_set_interrupt   (LanyardDatabase              *self,
                                                    LanyardDatabaseInterruptFunc  func,
                                                    gpointer                      user_data);
void              lanyard_database_set_cancellable (LanyardDatabase      *self,
                                                    GCancellable         *cancellable);
const char       *lanyard_database_get_path        (LanyardDatabase      *self);
gboolean          lanyard_database_use_log         (LanyardDatabase      *self,
                                                    GError              **error);
gboolean          lanyard_database_execute         (LanyardDatabase      *self,
                                                    const char           *sql,
                                                    GError              **error);
gboolean          lanyard_database_get_number      (LanyardDatabase      *self,
                                                    const char           *sql,
                                                    gint64               *number,
                                                    GError              **error);
gboolean          lanyard_database_get_text        (LanyardDatabase      *self,
                                                    const char           *sql,
                                                    char                **text,
                                                    GError              **error);
gboolean          lanyard_database_read            (LanyardDatabase      *self,
                                                    LanyardDatabaseFunc   func,
                                                    gpointer              user_data,
                                                    GError              **error);
gboolean          lanyard_database_write           (LanyardDatabase      *self,
                                                    LanyardDatabaseFunc   func,
                                                    gpointer              user_data,
                                                    GError              **error);
gboolean          lanyard_database_write_aside     (LanyardDatabase      *self,
                                                    LanyardDatabaseFunc   func,
                                                    gpointer              user_data,
                                                    GError              **error);
gint64            lanyard_database_get_last_id     (LanyardDatabase      *self);
gint64            lanyard_database_get_n_changes   (LanyardDatabase      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardDatabase, lanyard_database_close)

LanyardStatement *lanyard_statement_new            (LanyardDatabase      *database,
                                                    const char           *sql,
                                                    GError              **error);
void              lanyard_statement_free           (LanyardStatement     *self);
void              lanyard_statement_bind_text      (LanyardStatement     *self,
                                                    const char           *text);
void              lanyard_statement_bind_number    (LanyardStatement     *self,
                                                    gint64                number);
void              lanyard_statement_bind_time      (LanyardStatement     *self,
                                                    gint64                instant);
void              lanyard_statement_bind_null      (LanyardStatement     *self);
void              lanyard_statement_bind_column    (LanyardStatement     *self,
                                                    LanyardStatement     *row,
                                                    int                   column);
gboolean          lanyard_statement_run            (LanyardStatement     *self,
                                                    GError              **error);
gboolean          lanyard_statement_next           (LanyardStatement     *self,
                                                    GError              **error);
gboolean          lanyard_statement_is_null        (LanyardStatement     *self,
                                                    int                   column);
gboolean          lanyard_statement_is_text        (LanyardStatement     *self,
                                                    int                   column);
const char       *lanyard_statement_get_text       (LanyardStatement     *self,
                                                    int                   column);
const char       *lanyard_statement_need_text      (LanyardStatement     *self,
                                                    int                   column);
gint64            lanyard_statement_get_number     (LanyardStatement     *self,
                                                    int                   column);
gint64            lanyard_statement_get_time       (LanyardStatement     *self,
                                                    int                   column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardStatement, lanyard_statement_free)

G_END_DECLS
