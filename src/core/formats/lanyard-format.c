/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one way from bytes to a programme: finds out by content what documents
 * are, never by their names, and hands them to the importer that reads that
 * format. Sync and the command line call it, in a worker thread; it does no
 * I/O, reads no clock and keeps nothing. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lanyard-calendar.h"
#include "lanyard-emf.h"
#include "lanyard-encoding.h"
#include "lanyard-format.h"
#include "lanyard-fosdem-matrix.h"
#include "lanyard-frab.h"
#include "lanyard-indico.h"
#include "lanyard-join.h"
#include "lanyard-json.h"
#include "lanyard-open-event.h"
#include "lanyard-pretalx.h"
#include "lanyard-refusal.h"
#include "lanyard-same-conference.h"
#include "lanyard-schedule-json.h"

G_DEFINE_QUARK (lanyard-format-error-quark, lanyard_format_error)

typedef struct
{
  gboolean          (*sniff) (GBytes                    *document);
  LanyardProgramme *(*read)  (GPtrArray                 *documents,
                              const LanyardReadOptions  *options,
                              GError                   **error);
} Format;

/* A new format is one line here. */
static const Format formats[] = {
  { lanyard_indico_sniff, lanyard_indico_read },
  { lanyard_frab_sniff, lanyard_frab_read },
  { lanyard_schedule_json_sniff, lanyard_schedule_json_read },
  { lanyard_fosdem_matrix_sniff, lanyard_fosdem_matrix_read },
  { lanyard_pretalx_widget_sniff, lanyard_pretalx_widget_read },
  { lanyard_pretalx_rest_sniff, lanyard_pretalx_rest_read },
  { lanyard_open_event_sniff, lanyard_open_event_read },
  { lanyard_emf_sniff, lanyard_emf_read },
  { lanyard_calendar_sniff, lanyard_calendar_read },
  { lanyard_xcal_sniff, lanyard_calendar_read },
};

static const Format *
find_format (GBytes *document)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].sniff (document))
      return &formats[i];
  return NULL;
}

static gboolean
lacks_zone (LanyardProgramme *programme)
{
  return lanyard_programme_get_remarks (programme)->counts[LANYARD_REMARK_NO_ZONE] > 0;
}

static gboolean
check_size (GBytes  *document,
            GError **error)
{
  if (g_bytes_get_size (document) <= LANYARD_JSON_MAX_SIZE)
    return TRUE;
  lanyard_refusal_set_too_large (error);
  return FALSE;
}

/* Sorts documents by their formats: an array for each, with documents or
 * without. From here on none begins with the mark of UTF-16 that is whole. */
static GPtrArray *
sort_documents (GPtrArray  *documents,
                GError    **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_ptr_array_add (sorted, g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref));
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (GBytes) document = NULL;
      const Format *format;

      if (!check_size (g_ptr_array_index (documents, i), error))
        return NULL;
      document = lanyard_encoding_unmark (g_ptr_array_index (documents, i));
      format = find_format (document);
      if (format == NULL)
        {
          lanyard_refusal_set (document, error);
          return NULL;
        }
      g_ptr_array_add (g_ptr_array_index (sorted, format - formats), g_steal_pointer (&document));
    }
  return g_steal_pointer (&sorted);
}

/* Reads each format by itself. */
static GPtrArray *
read_formats (GPtrArray                 *sorted,
              const LanyardReadOptions  *options,
              GError                   **error)
{
  g_autoptr (GPtrArray) programmes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sorted->len; i++)
    {
      GPtrArray *alike = g_ptr_array_index (sorted, i);
      LanyardProgramme *programme;

      if (alike->len == 0)
        continue;
      programme = formats[i].read (alike, options, error);
      if (programme == NULL)
        return NULL;
      g_ptr_array_add (programmes, programme);
    }
  return g_steal_pointer (&programmes);
}

/* Where only some name a zone, all are read again with that one. */
static GPtrArray *
read_sorted (GPtrArray                 *sorted,
             const LanyardReadOptions  *options,
             GError                   **error)
{
  g_autoptr (GPtrArray) programmes = read_formats (sorted, options, error);
  const char *zone = programmes != NULL ? lanyard_format_find_zone (programmes, options->zone) : NULL;
  LanyardReadOptions again = *options;

  if (zone == NULL)
    return g_steal_pointer (&programmes);
  again.named_zone = zone;
  return read_formats (sorted, &again, error);
}

/* One conference in several formats becomes one programme, the format that says
 * most first. */
static LanyardProgramme *
join (GPtrArray  *programmes,
      GError    **error)
{
  if (programmes->len == 1)
    return g_object_ref (g_ptr_array_index (programmes, 0));
  for (guint i = 1; i < programmes->len; i++)
    if (!lanyard_programme_is_of_same (g_ptr_array_index (programmes, 0), g_ptr_array_index (programmes, i)))
      {
        lanyard_refusal_set_mixed (error);
        return NULL;
      }
  return lanyard_programme_join (programmes);
}

/**
 * lanyard_format_find_zone:
 * @programmes: (element-type LanyardProgramme): what was read of one conference
 * @given: (nullable): the zone with which it was read where nothing names one
 *
 * Finds the zone that one of several programmes names, for another one that
 * does not. A distance from UTC, which is right for a part of the year, is only
 * taken where nothing better was given.
 *
 * Returns: (transfer none) (nullable): the zone, owned by a programme; %NULL if
 *   none names one, or all do
 */
const char *
lanyard_format_find_zone (GPtrArray  *programmes,
                          const char *given)
{
  const char *named = NULL;
  const char *distance = NULL;
  gboolean is_wanted = FALSE;

  g_return_val_if_fail (programmes != NULL, NULL);

  for (guint i = 0; i < programmes->len; i++)
    {
      LanyardProgramme *programme = g_ptr_array_index (programmes, i);
      const char *zone = lanyard_conference_get_zone (lanyard_programme_get_conference (programme));

      if (lacks_zone (programme))
        is_wanted = TRUE;
      else if (named == NULL && strchr (zone, '/') != NULL && !g_str_has_prefix (zone, "Etc/"))
        named = zone;
      else if (distance == NULL && given == NULL && strchr ("+-", *zone) != NULL)
        distance = zone;
    }
  if (!is_wanted)
    return NULL;
  return named != NULL ? named : distance;
}

/**
 * lanyard_format_read:
 * @documents: (element-type GBytes): one event's documents, in any order
 * @options: (nullable): what they do not say themselves
 * @error: return location for an error
 *
 * Reads a programme, whatever format it is in.
 *
 * Formats are told by content. Some servers export one event's programme in
 * several documents, which are read together; the same document twice does no
 * harm. Documents in several formats become one programme if they are of one
 * event, and are refused with %LANYARD_FORMAT_ERROR_MIXED if not; where one of
 * them names a zone, the times of the others are of that one.
 *
 * Returns: (transfer full): the programme, or %NULL with an error of
 *   %LANYARD_FORMAT_ERROR
 */
LanyardProgramme *
lanyard_format_read (GPtrArray                 *documents,
                     const LanyardReadOptions  *options,
                     GError                   **error)
{
  static const LanyardReadOptions no_options = { NULL };
  g_autoptr (GPtrArray) programmes = NULL;
  g_autoptr (GPtrArray) sorted = NULL;

  g_return_val_if_fail (documents != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (documents->len == 0)
    {
      g_set_error_literal (error, LANYARD_FORMAT_ERROR, LANYARD_FORMAT_ERROR_NOT_A_SCHEDULE,
                           _("There is no file to read; choose one that the conference’s server exported."));
      return NULL;
    }

  sorted = sort_documents (documents, error);
  if (sorted != NULL)
    programmes = read_sorted (sorted, options != NULL ? options : &no_options, error);
  return programmes != NULL ? join (programmes, error) : NULL;
}
