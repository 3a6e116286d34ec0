/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks for documents that an importer does not survive: changes known ones at
 * random, keeps what leads the code where it has not been, and asserts that
 * each comes to a sound programme or a sentence. `./dev fuzz FORMAT` builds it
 * with the address and undefined behaviour sanitizers and with calls of
 * __sanitizer_cov_trace_pc() at every branch of the core, which needs no other
 * compiler than the one that is there.
 *
 *   fuzz-format FOLDER MINUTES KEPT [EXECUTIONS]
 *
 * FOLDER has the documents to begin with; what is found goes to the folder
 * KEPT, and the document that is being read to KEPT/current, which is there to
 * look at if it is the last one. It ends after so many minutes or executions. */

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "../core/format-abuse.h"

/* Larger ones take too long for what they find. */
#define LARGEST (64 * 1024)

/* Where the code has been: a bit of a hash of each branch and the one before. */
#define N_PLACES (1 << 16)

static guint8 places[N_PLACES] __attribute__ ((aligned (8)));
static guintptr last_place;

void __sanitizer_cov_trace_pc (void);

/* Each branch calls this; watched itself, it would call itself for ever. */
__attribute__ ((no_sanitize_coverage)) void
__sanitizer_cov_trace_pc (void)
{
  guintptr place = (guintptr) __builtin_return_address (0);
  guintptr hash = (place >> 1) * 0x9e3779b97f4a7c15u;

  places[(hash ^ last_place) >> 48 & (N_PLACES - 1)] = 1;
  last_place = hash >> 1;
}

typedef struct
{
  GPtrArray *corpus; /* owned, of GBytes */
  GRand *rand;       /* owned */
  guint8 *seen;      /* owned: places that some document led to */
  guint8 *current;   /* mapped: the document that is being read, and blanks */
  gsize n_current;   /* how much of that is no blanks */
  const char *kept;  /* borrowed: where new ones go */
  guint n_kept;
} Fuzzer;

static void
add_folder (Fuzzer     *self,
            const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *data;
      gsize size;

      if (g_str_equal (name, "current") || g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".py"))
        continue;
      if (g_file_get_contents (path, &data, &size, NULL))
        g_ptr_array_add (self->corpus, g_bytes_new_take (data, MIN (size, LARGEST)));
    }
}

static void
map_current (Fuzzer *self)
{
  g_autofree char *path = g_build_filename (self->kept, "current", NULL);
  int file;

  g_mkdir_with_parents (self->kept, 0700);
  file = g_open (path, O_RDWR | O_CREAT, 0600);
  if (file < 0 || ftruncate (file, 2 * LARGEST) != 0)
    g_error ("%s cannot be written", path);
  self->current = mmap (NULL, 2 * LARGEST, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  g_assert_true (self->current != MAP_FAILED);
  self->n_current = 2 * LARGEST;
  close (file);
}

static int
between (Fuzzer *self,
         gsize   least,
         gsize   most)
{
  return g_rand_int_range (self->rand, (gint32) least, (gint32) most + 1);
}

/* A piece of some document of the corpus. */
static void
append_piece (Fuzzer  *self,
              GString *to,
              gsize    at,
              guint    longest)
{
  GBytes *other = g_ptr_array_index (self->corpus, (guint) between (self, 0, self->corpus->len - 1));
  gsize size;
  const char *data = g_bytes_get_data (other, &size);
  gsize from = size > 0 ? between (self, 0, size - 1) : 0;
  gsize wanted = between (self, 1, longest);

  g_string_insert_len (to, (gssize) at, data + from, (gssize) MIN (size - from, wanted));
}

static void
change (Fuzzer  *self,
        GString *document)
{
  static const char *const numbers[] = { "0", "-1", "99999999999999999999", "1e400", "24:61", "2031-02-30", "+99:99", "" };
  gsize at = document->len > 0 ? between (self, 0, document->len - 1) : 0;
  gsize length = document->len > 0 ? MIN (document->len - at, 40) : 0;

  if (document->len == 0)
    append_piece (self, document, 0, 200);
  switch (between (self, 0, 6))
    {
    case 0: document->str[at] = (char) between (self, 0, 255); break;
    case 1: document->str[at] ^= (char) (1 << between (self, 0, 7)); break;
    case 2: g_string_erase (document, (gssize) at, between (self, 0, length)); break;
    case 3: append_piece (self, document, at, 40); break;
    case 4: append_piece (self, document, at, 2000); break;
    case 5: g_string_insert (document, (gssize) at, numbers[between (self, 0, G_N_ELEMENTS (numbers) - 1)]); break;
    default: g_string_truncate (document, at); break;
    }
}

/* Whether some place is among those of the last document and not among those
 * of any before. Nearly all are in neither, so that they are looked at by the
 * eight; and forgotten on the way. */
static gboolean
note_places (Fuzzer *self)
{
  guint64 *last = (guint64 *) places;
  guint64 *seen = (guint64 *) self->seen;
  gboolean is_new = FALSE;

  for (guint i = 0; i < N_PLACES / 8; i++)
    if (last[i] != 0)
      {
        is_new = is_new || (last[i] & ~seen[i]) != 0;
        seen[i] |= last[i];
        last[i] = 0;
      }
  return is_new;
}

/* Reads a document; whether it went somewhere new. */
static gboolean
try (Fuzzer     *self,
     const char *data,
     gsize       size)
{
  memcpy (self->current, data, size);
  if (size < self->n_current)
    memset (self->current + size, ' ', self->n_current - size);
  self->n_current = size;
  memset (places, 0, sizeof places);
  last_place = 0;
  format_abuse_read (data, size);
  return note_places (self);
}

/* One to begin with: of two the shorter, for it is read sooner. */
static GBytes *
choose (Fuzzer *self)
{
  GBytes *one = g_ptr_array_index (self->corpus, (guint) between (self, 0, self->corpus->len - 1));
  GBytes *other = g_ptr_array_index (self->corpus, (guint) between (self, 0, self->corpus->len - 1));

  return g_bytes_get_size (one) < g_bytes_get_size (other) ? one : other;
}

static void
keep (Fuzzer     *self,
      const char *data,
      gsize       size)
{
  g_autofree char *name = g_strdup_printf ("%06u", self->n_kept++);
  g_autofree char *path = g_build_filename (self->kept, name, NULL);

  g_file_set_contents (path, data, (gssize) size, NULL);
  g_ptr_array_add (self->corpus, g_bytes_new (data, size));
}

static void
report (Fuzzer  *self,
        guint64  n_runs)
{
  guint n_seen = 0;

  for (guint i = 0; i < N_PLACES; i++)
    n_seen += self->seen[i];
  g_print ("%" G_GUINT64_FORMAT " executions, %u documents, %u places\n", n_runs, self->corpus->len, n_seen);
}

int
main (int   argc,
      char *argv[])
{
  Fuzzer self = { 0 };
  guint64 n_runs = 0, most_runs;
  gint64 end, told;

  if (argc < 4 || argc > 5)
    g_error ("usage: fuzz-format FOLDER MINUTES KEPT [EXECUTIONS]");
  most_runs = argc == 5 ? g_ascii_strtoull (argv[4], NULL, 10) : G_MAXUINT64;
  setvbuf (stdout, NULL, _IOLBF, 0);
  self.corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self.rand = g_rand_new ();
  self.seen = g_new0 (guint8, N_PLACES);
  self.kept = argv[3];
  map_current (&self);
  add_folder (&self, argv[1]);
  add_folder (&self, self.kept);
  if (self.corpus->len == 0)
    g_error ("there is nothing in %s", argv[1]);
  self.n_kept = self.corpus->len;

  for (guint i = 0; i < self.corpus->len; i++)
    {
      gsize size;
      const char *data = g_bytes_get_data (g_ptr_array_index (self.corpus, i), &size);

      try (&self, data, size);
    }
  told = g_get_monotonic_time ();
  end = told + (gint64) (g_ascii_strtod (argv[2], NULL) * 60 * G_USEC_PER_SEC);
  while (g_get_monotonic_time () < end && n_runs < most_runs)
    {
      GBytes *base = choose (&self);
      gsize size;
      const char *data = g_bytes_get_data (base, &size);
      g_autoptr (GString) document = g_string_new_len (data, (gssize) size);

      for (int n = between (&self, 1, 8); n > 0; n--)
        change (&self, document);
      g_string_truncate (document, MIN (document->len, (gsize) LARGEST));
      if (try (&self, document->str, document->len))
        keep (&self, document->str, document->len);
      n_runs++;
      if (g_get_monotonic_time () - told > 30 * G_USEC_PER_SEC)
        {
          told = g_get_monotonic_time ();
          report (&self, n_runs);
        }
    }
  report (&self, n_runs);
  munmap (self.current, 2 * LARGEST);
  g_ptr_array_unref (self.corpus);
  g_rand_free (self.rand);
  g_free (self.seen);
  return 0;
}
