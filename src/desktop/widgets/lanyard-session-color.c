/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session's colour as a thin band can show it. */

#include "config.h"

#include "lanyard-session-color.h"

/* Feeds choose colours for a white page, often too pale to be seen as a thin
 * line on it. A pale one is deepened until it stands out. */
static GdkRGBA
deepen (GdkRGBA color)
{
  float luminance = 0.2126f * color.red + 0.7152f * color.green + 0.0722f * color.blue;
  float factor = luminance > 0.55f ? 0.55f / luminance : 1.0f;

  return (GdkRGBA) { color.red * factor, color.green * factor, color.blue * factor, color.alpha };
}

/**
 * lanyard_session_get_color:
 * @session: (nullable): a session
 *
 * Gets the colour of a session's band.
 *
 * Returns: the colour, transparent where the feed gives none that can be read
 */
GdkRGBA
lanyard_session_get_color (LanyardSession *session)
{
  const char *color = session != NULL ? lanyard_session_get_fields (session)->color : NULL;
  GdkRGBA rgba;

  if (color == NULL || !gdk_rgba_parse (&rgba, color))
    return (GdkRGBA) { 0, 0, 0, 0 };
  return deepen (rgba);
}
