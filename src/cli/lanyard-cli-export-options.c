/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `lanyard-cli export` is asked for: the options, and what of the
 * programme they and the words mean. Called by lanyard-cli and by the program
 * that prints for it; main thread. */

#include "config.h"

#include <glib/gi18n.h>

#include "export/lanyard-ical.h"
#include "lanyard-cli-command.h"
#include "lanyard-cli-day.h"
#include "lanyard-cli-error.h"
#include "lanyard-cli-export.h"
#include "lanyard-cli-store.h"
#include "lanyard-cli-target.h"

/* The options as they are typed. */
typedef struct
{
  gboolean is_ics;
  gboolean is_text;
  gboolean is_giggity;
  gboolean is_pdf;
  gboolean is_backup;
  gboolean is_grid;
  gboolean has_code;
  gboolean has_zones;
  gboolean is_whole;
  gboolean is_everywhere;
  int      alarm;
  char    *day;
  char    *paper;
  char    *path;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->day);
  g_free (options->paper);
  g_free (options->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
refuse (const char  *sentence,
        GError     **error)
{
  g_set_error_literal (error, LANYARD_CLI_ERROR, LANYARD_CLI_ERROR_USAGE, sentence);
  return FALSE;
}

static gboolean
parse_options (Options             *options,
               LanyardCliContext   *context,
               int                 *argc,
               char              ***argv,
               GError             **error)
{
  const GOptionEntry entries[] = {
    { "ics", 0, 0, G_OPTION_ARG_NONE, &options->is_ics, N_("As a calendar (iCalendar)"), NULL },
    { "text", 0, 0, G_OPTION_ARG_NONE, &options->is_text, N_("As plain text"), NULL },
    { "giggity", 0, 0, G_OPTION_ARG_NONE, &options->is_giggity, N_("As a link for Giggity on a phone"), NULL },
    { "pdf", 0, 0, G_OPTION_ARG_NONE, &options->is_pdf, N_("As pages to print"), NULL },
    { "backup", 0, 0, G_OPTION_ARG_NONE, &options->is_backup,
      N_("All that is yours, of all conferences, for “import”"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->path, N_("Write into that file"), N_("FILE") },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &options->day,
      N_("Only that day: a date, a number (1 is the first day), or today"), N_("DAY") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options->is_whole, N_("The whole programme instead of your plan"), NULL },
    { "all-conferences", 0, 0, G_OPTION_ARG_NONE, &options->is_everywhere,
      N_("The plans of all conferences, as a calendar or pages"), NULL },
    { "alarm", 0, 0, G_OPTION_ARG_INT, &options->alarm, N_("Let the calendar remind you that long before"), N_("MINUTES") },
    { "zones", 0, 0, G_OPTION_ARG_NONE, &options->has_zones,
      N_("Write the calendar in the conference’s zone instead of UTC"), NULL },
    { "grid", 0, 0, G_OPTION_ARG_NONE, &options->is_grid, N_("Print rooms and hours instead of a list"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, N_("Print on a4, letter or pocket"), N_("PAPER") },
    { "qr", 0, 0, G_OPTION_ARG_NONE, &options->has_code, N_("Show the link as a QR code, too"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return lanyard_cli_command_parse (&lanyard_cli_export, context, entries, argc, argv, error);
}

static gboolean
find_format (const Options     *options,
             LanyardCliContext *context,
             LanyardCliFormat  *format,
             GError           **error)
{
  const gboolean is_wanted[] = {
    [LANYARD_CLI_FORMAT_ICS] = options->is_ics,
    [LANYARD_CLI_FORMAT_JSON] = lanyard_cli_context_is_json (context),
    [LANYARD_CLI_FORMAT_TEXT] = options->is_text,
    [LANYARD_CLI_FORMAT_GIGGITY] = options->is_giggity,
    [LANYARD_CLI_FORMAT_PDF] = options->is_pdf,
    [LANYARD_CLI_FORMAT_BACKUP] = options->is_backup,
  };
  guint n_wanted = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (is_wanted); i++)
    if (is_wanted[i])
      {
        *format = i;
        n_wanted++;
      }
  return n_wanted == 1 || refuse (_("Choose a format with one of --ics, --json, --text, --giggity, --pdf and --backup."), error);
}

static gboolean
check_options (const Options     *options,
               LanyardCliFormat   format,
               int                argc,
               GError           **error)
{
  if (format == LANYARD_CLI_FORMAT_BACKUP && (argc > 1 || options->is_everywhere || options->is_whole))
    return refuse (_("A backup has all that is yours; nothing can be named with --backup."), error);
  if (options->is_everywhere && format != LANYARD_CLI_FORMAT_ICS && format != LANYARD_CLI_FORMAT_PDF)
    return refuse (_("The plans of all conferences can only become a calendar or pages, with --ics or --pdf."), error);
  if (options->is_everywhere && (options->is_grid || options->day != NULL))
    return refuse (_("--grid and --day are of one conference."), error);
  if ((options->is_everywhere || options->is_whole) && argc > 1)
    return refuse (_("Name talks, or say --all or --all-conferences, not both."), error);
  if ((options->is_grid || options->paper != NULL) && format != LANYARD_CLI_FORMAT_PDF)
    return refuse (_("--grid and --paper need --pdf."), error);
  if (options->has_code && format != LANYARD_CLI_FORMAT_GIGGITY)
    return refuse (_("--qr needs --giggity."), error);
  if (options->paper != NULL && !g_str_equal (options->paper, "a4") && !g_str_equal (options->paper, "letter") &&
      !g_str_equal (options->paper, "pocket"))
    return refuse (_("--paper is a4, letter or pocket."), error);
  if (options->alarm != LANYARD_ICAL_NO_ALARM && (options->alarm < 0 || options->alarm > 7 * 24 * 60))
    return refuse (_("--alarm is a number of minutes, at most a week."), error);
  return TRUE;
}

static gboolean
add_target (GPtrArray       *items,
            LanyardCliExport *self,
            const char      *word,
            GError         **error)
{
  LanyardCliTarget target = { NULL, NULL };
  g_autoptr (GPtrArray) blocks = NULL;

  if (!lanyard_cli_target_find (&target, self->view, word, error))
    return FALSE;
  if (target.session == NULL)
    {
      g_ptr_array_add (items, g_object_ref (target.item));
      return TRUE;
    }
  self->session = target.session;
  blocks = lanyard_extract_dup_session_items (self->view->programme, target.session);
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (items, g_object_ref (g_ptr_array_index (blocks, i)));
  return TRUE;
}

static void
keep_day (GPtrArray   *items,
          LanyardZone *zone,
          guint        day)
{
  for (guint i = items->len; day != LANYARD_CLI_ANY_DAY && i > 0; i--)
    {
      LanyardItem *item = g_ptr_array_index (items, i - 1);

      if (!lanyard_item_is_scheduled (item) || lanyard_zone_get_day (zone, lanyard_item_get_start (item)) != day)
        g_ptr_array_remove_index (items, i - 1);
    }
}

static GPtrArray *
find_items (LanyardCliExport  *self,
            const Options     *options,
            int                argc,
            char             **argv,
            GError           **error)
{
  g_autoptr (GPtrArray) items = NULL;

  if (argc == 1)
    items = options->is_whole ? lanyard_extract_dup_all_items (self->view->programme)
                              : lanyard_extract_dup_plan_items (self->view->plan);
  else
    items = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 1; i < argc; i++)
    if (!add_target (items, self, argv[i], error))
      return NULL;
  /* One session on paper is more than its blocks. */
  if (argc != 2)
    self->session = NULL;
  keep_day (items, self->view->zone, self->day);
  return g_steal_pointer (&items);
}

/* As the window has it. */
static char *
dup_title (const LanyardCliExport *self,
           const Options          *options,
           GPtrArray              *items,
           int                     argc)
{
  if (argc == 1)
    return g_strdup (options->is_whole ? lanyard_conference_get_title (self->view->conference) : _("My Plan"));
  return g_strdup (items->len == 1 ? lanyard_item_get_title (g_ptr_array_index (items, 0)) : _("Selection"));
}

static gboolean
find_one (LanyardCliExport   *self,
          const Options      *options,
          LanyardCliContext  *context,
          int                 argc,
          char              **argv,
          GError            **error)
{
  gboolean is_whole = self->format == LANYARD_CLI_FORMAT_ICS || self->format == LANYARD_CLI_FORMAT_PDF;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  self->view = lanyard_cli_view_new (context, is_whole, error);
  if (self->view == NULL || !lanyard_cli_day_parse (context, self->view, options->day, &self->day, error))
    return FALSE;
  items = find_items (self, options, argc, argv, error);
  changes = items != NULL ? lanyard_cli_store_list_changes (context, lanyard_conference_get_uuid (self->view->conference),
                                                            LANYARD_NO_TIME, error)
                          : NULL;
  if (changes == NULL)
    return FALSE;
  self->title = dup_title (self, options, items, argc);
  g_ptr_array_add (self->extracts, lanyard_extract_new (&(LanyardExtractFields) {
    .programme = self->view->programme,
    .plan = self->view->plan,
    .picks = lanyard_decisions_get_picks (self->view->decisions),
    .changes = changes,
    .items = items,
  }));
  return TRUE;
}

/**
 * lanyard_cli_export_parse:
 * @context: the run
 * @argc: number of words, the command's name included
 * @argv: the words
 * @error: return location for an error
 *
 * Reads what is asked for, and loads it.
 *
 * Returns: (transfer full) (nullable): it, %NULL with @error set
 */
LanyardCliExport *
lanyard_cli_export_parse (LanyardCliContext  *context,
                          int                 argc,
                          char              **argv,
                          GError            **error)
{
  g_auto (Options) options = { .alarm = LANYARD_ICAL_NO_ALARM };
  g_autoptr (LanyardCliExport) self = g_new0 (LanyardCliExport, 1);

  g_return_val_if_fail (context != NULL, NULL);

  self->extracts = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_extract_unref);
  if (!parse_options (&options, context, &argc, &argv, error) ||
      !find_format (&options, context, &self->format, error) ||
      !check_options (&options, self->format, argc, error))
    return NULL;

  self->alarm = options.alarm;
  self->has_zones = options.has_zones;
  self->is_grid = options.is_grid;
  self->has_code = options.has_code;
  self->paper = g_steal_pointer (&options.paper);
  self->path = g_steal_pointer (&options.path);
  if (self->format == LANYARD_CLI_FORMAT_BACKUP)
    return g_steal_pointer (&self);
  if (!options.is_everywhere)
    return find_one (self, &options, context, argc, argv, error) ? g_steal_pointer (&self) : NULL;

  g_clear_pointer (&self->extracts, g_ptr_array_unref);
  self->zone = lanyard_cli_context_ref_zone (context, NULL);
  self->extracts = lanyard_cli_store_gather (context, error);
  return self->extracts != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * lanyard_cli_export_free:
 * @self: (transfer full): what was asked for
 *
 * Frees it.
 */
void
lanyard_cli_export_free (LanyardCliExport *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->view, lanyard_cli_view_free);
  g_clear_pointer (&self->zone, lanyard_zone_unref);
  g_clear_pointer (&self->extracts, g_ptr_array_unref);
  g_free (self->paper);
  g_free (self->title);
  g_free (self->path);
  g_free (self);
}
