/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links of talks, sessions and conferences, and the guess of what they lead
 * to, which no feed says. Any thread. */

#include "config.h"

#include <string.h>

#include "lanyard-link.h"

G_DEFINE_BOXED_TYPE (LanyardLink, lanyard_link, lanyard_link_ref, lanyard_link_unref)

/* Hosts that serve one kind of thing; where conferences really keep theirs. */
static const struct
{
  const char *part;
  LanyardLinkKind kind;
} places[] = {
  { "matrix.to/", LANYARD_LINK_CHAT },
  { "matrix:", LANYARD_LINK_CHAT },
  { "irc:", LANYARD_LINK_CHAT },
  { "://chat.", LANYARD_LINK_CHAT },
  { "youtu.be/", LANYARD_LINK_RECORDING },
  { "youtube.com/live", LANYARD_LINK_STREAM },
  { "youtube.com/", LANYARD_LINK_RECORDING },
  { "vimeo.com/", LANYARD_LINK_RECORDING },
  { "media.ccc.de/", LANYARD_LINK_RECORDING },
  { "://meet.", LANYARD_LINK_STREAM },
  { "://bbb.", LANYARD_LINK_STREAM },
  { "/bigbluebutton/", LANYARD_LINK_STREAM },
  { "zoom.us/", LANYARD_LINK_STREAM },
  { "://stream.", LANYARD_LINK_STREAM },
  { "://pad.", LANYARD_LINK_PAD },
  { "etherpad", LANYARD_LINK_PAD },
  { "hackmd.io/", LANYARD_LINK_PAD },
};

/* What people call such links. */
static const struct
{
  const char *word;
  LanyardLinkKind kind;
} words[] = {
  { "slide", LANYARD_LINK_SLIDES },
  { "presentation", LANYARD_LINK_SLIDES },
  { "recording", LANYARD_LINK_RECORDING },
  { "video", LANYARD_LINK_RECORDING },
  { "live stream", LANYARD_LINK_STREAM },
  { "livestream", LANYARD_LINK_STREAM },
  { "matrix", LANYARD_LINK_CHAT },
  { "chat", LANYARD_LINK_CHAT },
  { "etherpad", LANYARD_LINK_PAD },
};

/* How the files end that people attach to a talk. */
static const char * const file_endings[] = {
  "bz2", "csv",  "doc", "docx", "gif", "gz",  "jpeg", "jpg", "key", "md",  "mkv", "mp3", "mp4",  "odp",  "ods", "odt",
  "ogg", "opus", "pdf", "png",  "ppt", "pptx", "ps",  "svg", "tar", "tex", "tgz", "txt", "webm", "webp", "xls", "xlsx",
  "xz",  "zip",  "zst", NULL
};

static void
lanyard_link_clear (gpointer data)
{
  LanyardLink *self = data;

  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->content_type, g_free);
}

/**
 * lanyard_link_new:
 * @url: where it leads, absolute
 * @title: (nullable): its name
 * @kind: what is there
 * @content_type: (nullable): the file's media type
 * @size: the file's size in bytes, 0 if unknown
 *
 * Makes a link.
 *
 * Returns: (transfer full): a link
 */
LanyardLink *
lanyard_link_new (const char      *url,
                  const char      *title,
                  LanyardLinkKind  kind,
                  const char      *content_type,
                  guint64          size)
{
  LanyardLink *self;

  g_return_val_if_fail (url != NULL, NULL);

  self = g_atomic_rc_box_new0 (LanyardLink);
  self->url = g_strdup (url);
  self->title = g_strdup (title);
  self->kind = kind;
  self->content_type = g_strdup (content_type);
  self->size = size;
  return self;
}

/**
 * lanyard_link_ref:
 * @self: a link
 *
 * Keeps a link.
 *
 * Returns: (transfer full): @self
 */
LanyardLink *
lanyard_link_ref (LanyardLink *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * lanyard_link_unref:
 * @self: (transfer full): a link
 *
 * Lets a link go.
 */
void
lanyard_link_unref (LanyardLink *self)
{
  g_atomic_rc_box_release_full (self, lanyard_link_clear);
}

/**
 * lanyard_link_guess_kind:
 * @url: where it leads
 * @title: (nullable): its name
 * @content_type: (nullable): the file's media type, for a file
 *
 * Guesses what a link leads to: by the place first, then by what it is
 * called, then by the type of its file.
 *
 * Returns: the kind
 */
LanyardLinkKind
lanyard_link_guess_kind (const char *url,
                         const char *title,
                         const char *content_type)
{
  g_autofree char *low_url = NULL;
  g_autofree char *low_title = NULL;

  g_return_val_if_fail (url != NULL, LANYARD_LINK_WEB);

  low_url = g_ascii_strdown (url, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (strstr (low_url, places[i].part) != NULL)
      return places[i].kind;

  low_title = g_ascii_strdown (title != NULL ? title : "", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (low_title, words[i].word) != NULL)
      return words[i].kind;

  if (content_type == NULL)
    return LANYARD_LINK_WEB;
  if (g_str_has_prefix (content_type, "video/"))
    return LANYARD_LINK_RECORDING;
  if (strstr (content_type, "presentation") != NULL || strstr (content_type, "powerpoint") != NULL)
    return LANYARD_LINK_SLIDES;
  return LANYARD_LINK_FILE;
}

/**
 * lanyard_link_dup_ending:
 * @self: a link
 *
 * Gets how the name of the file ends that a link leads to, by its address or
 * else its title.
 *
 * Returns: (transfer full) (nullable): "pdf", in small letters; %NULL if it ends
 *   like no file that people attach to a talk
 */
char *
lanyard_link_dup_ending (LanyardLink *self)
{
  g_autofree char *path = NULL;
  const char *names[2];

  g_return_val_if_fail (self != NULL, NULL);

  path = g_strndup (self->url, strcspn (self->url, "?#"));
  names[0] = path;
  names[1] = self->title != NULL ? self->title : "";
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *dot = strrchr (names[i], '.');
      g_autofree char *ending = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);

      if (g_strv_contains (file_endings, ending))
        return g_steal_pointer (&ending);
    }
  return NULL;
}

/**
 * lanyard_link_is_file:
 * @self: a link
 *
 * Tells a file, which can be kept, from a page, which can only be visited: what
 * the feed gives a media type or a size, and what is called like a file.
 *
 * Returns: whether it leads to a file
 */
gboolean
lanyard_link_is_file (LanyardLink *self)
{
  g_autofree char *ending = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_str_has_prefix (self->url, "https://") && !g_str_has_prefix (self->url, "http://"))
    return FALSE;
  if (self->kind == LANYARD_LINK_CHAT || self->kind == LANYARD_LINK_STREAM || self->kind == LANYARD_LINK_PAD ||
      self->kind == LANYARD_LINK_FEEDBACK)
    return FALSE;
  if (self->content_type != NULL)
    return !g_str_equal (self->content_type, "text/html");
  ending = lanyard_link_dup_ending (self);
  return self->size > 0 || self->kind == LANYARD_LINK_FILE || ending != NULL;
}

/**
 * lanyard_link_kind_get_name:
 * @kind: a kind of link
 *
 * Names a kind for machines: in the database and in JSON.
 *
 * Returns: (transfer none): a stable, untranslated word
 */
const char *
lanyard_link_kind_get_name (LanyardLinkKind kind)
{
  switch (kind)
    {
    case LANYARD_LINK_WEB: return "web";
    case LANYARD_LINK_FILE: return "file";
    case LANYARD_LINK_SLIDES: return "slides";
    case LANYARD_LINK_RECORDING: return "recording";
    case LANYARD_LINK_STREAM: return "stream";
    case LANYARD_LINK_CHAT: return "chat";
    case LANYARD_LINK_PAD: return "pad";
    case LANYARD_LINK_FEEDBACK: return "feedback";
    default: g_return_val_if_reached ("web");
    }
}
