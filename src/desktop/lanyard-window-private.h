/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/lanyard-outgoing.h"
#include "lanyard-window.h"
#include "refresh/lanyard-standing.h"
#include "sync/lanyard-living-calendar.h"

G_BEGIN_DECLS

struct _LanyardWindow
{
  AdwApplicationWindow parent_instance;
  LanyardOpenConference *open;  /* owned */
  LanyardLazySync *sync;        /* owned */
  LanyardStanding *standing;  /* owned */
  GSettings *settings;          /* owned */
  LanyardLivingCalendar *calendar; /* owned, nullable: keeps the calendar file */
  GPtrArray *conferences;       /* owned, of LanyardConference */
  GCancellable *import;         /* owned, nullable: ends the import under way */
  AdwDialog *import_question;   /* weak: asks in which zone the times of files are */
  AdwToast *import_toast;       /* owned, nullable */
  guint import_toast_source;    /* id of the source that shows the toast */
  GPtrArray *offers;            /* owned: toasts that offer what may be gone before they are */
  AdwToast *undo_toast;         /* owned, nullable: offers the way back from the last edit, or forth again */
  char *edited_uuid;              /* owned, nullable: the conference about which something was decided last */
  char *edited_title;             /* owned, nullable: likewise */
  char *undo_toast_label;       /* owned, nullable: what that edit is called */
  gboolean undo_toast_redoes;   /* which way it offers */
  char *wanted_page;            /* owned, nullable: address of the talk or session to show when it is loaded */
  GVariant *wanted_match;       /* owned, nullable: target of win.show-match, until its conference is loaded */
  gboolean wants_to_be_seen;    /* whether to present the window once it has a page */
  gboolean painted;             /* whether a programme was ever shown */
  gboolean started;             /* whether the first frame is out, and what waits for it may begin */

  AdwToastOverlay *toasts;
  GtkRevealer *drop_hint;
  GtkStack *stack;
  AdwBin *welcome;
  LanyardBrowser *browser;
};

void lanyard_window_say_removed             (LanyardWindow  *self);
void lanyard_window_init_toasts             (LanyardWindow  *self);
void lanyard_window_say                     (LanyardWindow  *self,
                                             const char     *sentence);
void lanyard_window_show_offer              (LanyardWindow  *self,
                                             AdwToast       *toast);
void lanyard_window_offer                   (LanyardWindow  *self,
                                             const char     *sentence,
                                             const char     *button,
                                             const char     *action,
                                             GVariant       *target);
void lanyard_window_show_way_back           (LanyardWindow  *self,
                                             AdwToast       *toast,
                                             const char     *uuid);
void lanyard_window_end_way_back            (LanyardWindow  *self,
                                             const char     *uuid);
void lanyard_window_review_offers           (LanyardWindow  *self);
LanyardConference *lanyard_window_find_conference (LanyardWindow *self,
                                             const char     *uuid);
void lanyard_window_install_actions         (GtkWidgetClass *widget_class);
void lanyard_window_install_show_actions    (GtkWidgetClass *widget_class);
void lanyard_window_install_level_actions   (GtkWidgetClass *widget_class);
void lanyard_window_install_refresh_actions (GtkWidgetClass *widget_class);
void lanyard_window_install_feed_actions    (GtkWidgetClass *widget_class);
void lanyard_window_install_schedule_actions (GtkWidgetClass *widget_class);
void lanyard_window_install_backup_actions  (GtkWidgetClass *widget_class);
void lanyard_window_tell_rescue             (LanyardWindow  *self);
void lanyard_window_install_export_actions  (GtkWidgetClass *widget_class);
void lanyard_window_add_to_calendar         (LanyardWindow   *self,
                                             LanyardOutgoing *outgoing);
void lanyard_window_keep_calendar           (LanyardWindow  *self);
void lanyard_window_install_zone_actions    (GtkWidgetClass *widget_class);
void lanyard_window_follow_zone             (LanyardWindow  *self);
void lanyard_window_follow_standing         (LanyardWindow  *self);
void lanyard_window_accept_drops            (LanyardWindow  *self);
void lanyard_window_show_wanted_page        (LanyardWindow  *self);
void lanyard_window_show_wanted_match       (LanyardWindow  *self);
void lanyard_window_end_import              (LanyardWindow  *self);
LanyardItem *lanyard_window_find_item       (LanyardWindow  *self,
                                             GVariant       *target);
void lanyard_window_update_actions          (LanyardWindow  *self);
void lanyard_window_update_steps            (LanyardWindow  *self);
void lanyard_window_follow_edits             (LanyardWindow  *self);

G_END_DECLS
