/* SPDX-License-Identifier: GPL-3.0-or-later */

/* QR codes: a picture of a link that a phone reads (ISO/IEC 18004), by
 * libqrencode. The window and the command line draw it; any thread. */

#include "config.h"

#include <qrencode.h>

#include "lanyard-qr.h"

struct _LanyardQr
{
  QRcode *code; /* owned */
};

/**
 * lanyard_qr_new:
 * @text: what it says, UTF-8
 *
 * Makes a code with as much correction as a screen needs.
 *
 * Returns: (transfer full) (nullable): a code, %NULL if @text is empty or too
 *   long for one (2953 bytes)
 */
LanyardQr *
lanyard_qr_new (const char *text)
{
  LanyardQr *self;
  QRcode *code;

  g_return_val_if_fail (text != NULL, NULL);

  code = *text != '\0' ? QRcode_encodeString8bit (text, 0, QR_ECLEVEL_L) : NULL;
  if (code == NULL)
    return NULL;
  self = g_new0 (LanyardQr, 1);
  self->code = code;
  return self;
}

/**
 * lanyard_qr_free:
 * @self: (transfer full): a code
 *
 * Frees it.
 */
void
lanyard_qr_free (LanyardQr *self)
{
  g_return_if_fail (self != NULL);

  QRcode_free (self->code);
  g_free (self);
}

/**
 * lanyard_qr_get_width:
 * @self: a code
 *
 * Gets how many modules it is wide and high, without the margin.
 *
 * Returns: a number
 */
guint
lanyard_qr_get_width (LanyardQr *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) self->code->width;
}

/**
 * lanyard_qr_is_dark:
 * @self: a code
 * @x: the column, from 0
 * @y: the row, from 0
 *
 * Says how a module looks.
 *
 * Returns: %TRUE if it is dark, %FALSE beyond the code
 */
gboolean
lanyard_qr_is_dark (LanyardQr *self,
                    guint      x,
                    guint      y)
{
  guint width;

  g_return_val_if_fail (self != NULL, FALSE);

  width = (guint) self->code->width;
  return x < width && y < width && (self->code->data[y * width + x] & 1) != 0;
}

/**
 * lanyard_qr_dup_lines:
 * @self: a code
 *
 * Draws it for a terminal that is dark with light letters, two modules a
 * letter, the margin included.
 *
 * Returns: (transfer full): lines
 */
char *
lanyard_qr_dup_lines (LanyardQr *self)
{
  static const char *const halves[] = { "\u2588", "\u2580", "\u2584", " " };
  GString *lines = g_string_new (NULL);
  guint whole;

  g_return_val_if_fail (self != NULL, NULL);

  whole = (guint) self->code->width + 2 * LANYARD_QR_MARGIN;
  for (guint y = 0; y < whole; y += 2)
    {
      for (guint x = 0; x < whole; x++)
        {
          /* Left and above of the code wraps to far beyond it. */
          gboolean upper = lanyard_qr_is_dark (self, x - LANYARD_QR_MARGIN, y - LANYARD_QR_MARGIN);
          gboolean lower = lanyard_qr_is_dark (self, x - LANYARD_QR_MARGIN, y + 1 - LANYARD_QR_MARGIN);

          g_string_append (lines, halves[(upper ? 2 : 0) ^ (lower ? 1 : 0)]);
        }
      g_string_append_c (lines, '\n');
    }
  return g_string_free_and_steal (lines);
}
