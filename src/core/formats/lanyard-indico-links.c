/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Slides, recordings and other attachments, which Indico writes in three
 * shapes: folders, the "material" of old, and a timetable's "attachments". The
 * other parts of the Indico importer call it, in the thread that imports. */

#include "config.h"

#include "lanyard-indico-private.h"

/* What the link leads to, from its own words or else its folder's. The address
 * of what the server itself keeps says nothing: it begins with the server's
 * name, which may well be "meet.example.org". */
static LanyardLinkKind
guess_kind (const char *link,
            const char *title,
            const char *folder,
            const char *content_type,
            gboolean    is_file)
{
  const char *address = link != NULL ? link : "";
  LanyardLinkKind kind = lanyard_link_guess_kind (address, title, content_type);

  if ((kind == LANYARD_LINK_WEB || kind == LANYARD_LINK_FILE) && folder != NULL)
    kind = lanyard_link_guess_kind (address, folder, content_type);
  return kind == LANYARD_LINK_WEB && is_file ? LANYARD_LINK_FILE : kind;
}

static void
add_link (GPtrArray       **links,
          const char       *url,
          const char       *title,
          LanyardLinkKind   kind,
          const char       *content_type,
          double            size)
{
  if (*links == NULL)
    *links = g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_link_unref);
  g_ptr_array_add (*links, lanyard_link_new (url, title, kind, content_type, (guint64) size));
}

/* One attachment. Indico's own address of a link ends in "/go" and only leads
 * on to the link itself, which a timetable does not tell. */
static void
add_attachment (LanyardIndicoReader  *reader,
                JsonObject           *attachment,
                const char           *folder,
                GPtrArray           **links)
{
  const char *link = lanyard_indico_absolute_url (reader, lanyard_json_get_string (attachment, "link_url"));
  const char *url = link;
  const char *title = lanyard_indico_line (reader, attachment, "title");
  const char *content_type = lanyard_indico_line (reader, attachment, "content_type");
  gboolean is_file = FALSE;
  double size = 0;

  if (url == NULL)
    {
      url = lanyard_indico_absolute_url (reader, lanyard_json_get_string (attachment, "download_url"));
      is_file = url != NULL && !g_str_has_suffix (url, "/go");
    }
  if (url == NULL)
    return;
  if (title == NULL)
    title = lanyard_indico_line (reader, attachment, "filename");
  if (!lanyard_json_get_number (attachment, "size", &size) || size < 0 || size > G_MAXINT64 / 2)
    size = 0;
  add_link (links, url, title, guess_kind (link, title, folder, content_type, is_file), content_type, size);
}

static void
add_attachments (LanyardIndicoReader  *reader,
                 JsonArray            *attachments,
                 const char           *folder,
                 GPtrArray           **links)
{
  for (guint i = 0; i < lanyard_json_length (attachments); i++)
    {
      JsonObject *attachment = lanyard_json_nth_object (attachments, i);

      if (attachment != NULL)
        add_attachment (reader, attachment, folder, links);
    }
}

static void
add_folders (LanyardIndicoReader  *reader,
             JsonArray            *folders,
             GPtrArray           **links)
{
  for (guint i = 0; i < lanyard_json_length (folders); i++)
    {
      JsonObject *folder = lanyard_json_nth_object (folders, i);

      if (folder != NULL)
        add_attachments (reader, lanyard_json_get_array (folder, "attachments"),
                         lanyard_indico_line (reader, folder, "title"), links);
    }
}

static void
add_material (LanyardIndicoReader  *reader,
              JsonArray            *materials,
              GPtrArray           **links)
{
  for (guint i = 0; i < lanyard_json_length (materials); i++)
    {
      JsonObject *material = lanyard_json_nth_object (materials, i);
      JsonArray *resources = material != NULL ? lanyard_json_get_array (material, "resources") : NULL;
      const char *folder = material != NULL ? lanyard_indico_line (reader, material, "title") : NULL;

      for (guint j = 0; j < lanyard_json_length (resources); j++)
        {
          JsonObject *resource = lanyard_json_nth_object (resources, j);
          const char *url, *title;
          gboolean is_file;

          if (resource == NULL)
            continue;
          url = lanyard_indico_absolute_url (reader, lanyard_json_get_string (resource, "url"));
          if (url == NULL)
            continue;
          title = lanyard_indico_line (reader, resource, "name");
          is_file = g_strcmp0 (lanyard_json_get_string (resource, "_type"), "LocalFile") == 0;
          add_link (links, url, title, guess_kind (is_file ? NULL : url, title, folder, NULL, is_file), NULL, 0);
        }
    }
}

/* Fills the links of anything. "material" repeats the folders, but for the
 * default one, and is only read where there are none (1.x). */
void
lanyard_indico_fill_links (LanyardIndicoReader  *reader,
                           JsonObject           *object,
                           GPtrArray           **links)
{
  JsonObject *attachments;

  if (*links != NULL)
    return;
  if (json_object_has_member (object, "folders"))
    add_folders (reader, lanyard_json_get_array (object, "folders"), links);
  else
    add_material (reader, lanyard_json_get_array (object, "material"), links);

  attachments = lanyard_json_get_object (object, "attachments");
  if (attachments != NULL)
    {
      add_attachments (reader, lanyard_json_get_array (attachments, "files"), NULL, links);
      add_folders (reader, lanyard_json_get_array (attachments, "folders"), links);
    }
}
