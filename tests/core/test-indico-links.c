/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Indico's attachments, notes and descriptions lead to: section 1.7 of the
 * export's shapes. */

#include "config.h"

#include "indico-documents.h"

static void
assert_link (GPtrArray       *links,
             guint            index,
             LanyardLinkKind  kind,
             const char      *url,
             const char      *title)
{
  const LanyardLink *link;

  g_assert_cmpuint (index, <, links->len);
  link = links->pdata[index];
  g_assert_cmpstr (lanyard_link_kind_get_name (link->kind), ==, lanyard_link_kind_get_name (kind));
  g_assert_cmpstr (link->url, ==, url);
  g_assert_cmpstr (link->title, ==, title);
}

/* 1.7: attachments, then what the texts link to. */
static void
test_links (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (documents, NULL, NULL);
  GPtrArray *links = lanyard_talk_get_fields (lanyard_programme_find_talk (programme, "501"))->links;
  const LanyardLink *slides = links->pdata[0];

  g_assert_cmpuint (links->len, ==, 4);
  assert_link (links, 0, LANYARD_LINK_SLIDES,
               "https://meet.harbour.example/indico/event/42/contributions/501/attachments/61/611/splice%20(v2).pdf", "Slides");
  g_assert_cmpstr (slides->content_type, ==, "application/pdf");
  g_assert_cmpuint (slides->size, ==, 48211);
  /* The link itself, not the server's way to it; told by its folder's name. */
  assert_link (links, 1, LANYARD_LINK_RECORDING, "https://videos.harbour.example/splice", "Talk");
  assert_link (links, 2, LANYARD_LINK_CHAT, "https://matrix.to/#/#ropes:harbour.example", NULL);
  assert_link (links, 3, LANYARD_LINK_PAD, "https://pad.harbour.example/p/ropes", NULL);
}

static void
test_unsafe_links (void)
{
  g_autoptr (LanyardTalk) talk = read_talk (
    "'url':'javascript:alert(1)','folders':[{'attachments':["
    "{'title':'a','type':'link','link_url':'javascript:alert(1)','download_url':'https://harbour.example/a/go'},"
    "{'title':'b','type':'link','link_url':'file:///etc/passwd'},"
    "{'title':'c','type':'file','download_url':'/attachments/c.txt','content_type':'text/plain','size':-3},"
    "{'title':'d','type':'file','download_url':'','size':'big'}]}]");
  const LanyardTalkFields *fields = lanyard_talk_get_fields (talk);

  g_assert_null (fields->url);
  g_assert_cmpuint (fields->links->len, ==, 2);
  assert_link (fields->links, 0, LANYARD_LINK_WEB, "https://harbour.example/a/go", "a");
  assert_link (fields->links, 1, LANYARD_LINK_FILE, "https://harbour.example/attachments/c.txt", "c");
  g_assert_cmpuint (((LanyardLink *) fields->links->pdata[1])->size, ==, 0);
}

static void
test_links_in_texts (void)
{
  static const struct
  {
    const char *text;
    const char *url;
  } cases[] = {
    { "See <https://matrix.to/#/#a:b.example>.", "https://matrix.to/#/#a:b.example" },
    { "[room](https://meet.b.example/room(1)), come", "https://meet.b.example/room(1)" },
    { "(https://youtu.be/abc)", "https://youtu.be/abc" },
    { "**https://pad.b.example/p/x**", "https://pad.b.example/p/x" },
    { "HTTPS://MEET.b.example/x!", "HTTPS://MEET.b.example/x" },
    { "<a href=\\\"https://zoom.us/j/1?a=1&amp;b=2\\\">", "https://zoom.us/j/1?a=1&b=2" },
    { "https://meet.b.example/x and https://meet.b.example/x", "https://meet.b.example/x" },
    { "https://b.example/paper.html", NULL },
    { "xhttps://", NULL },
    { "://meet.b.example", NULL },
    { "javascript://meet.b.example", NULL },
    { "https://", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("'description':'%s'", cases[i].text);
      g_autoptr (LanyardTalk) talk = read_talk (members);
      GPtrArray *links = lanyard_talk_get_fields (talk)->links;

      g_assert_cmpuint (links->len, ==, cases[i].url != NULL ? 1 : 0);
      if (cases[i].url != NULL)
        g_assert_cmpstr (((LanyardLink *) links->pdata[0])->url, ==, cases[i].url);
    }
}

static void
test_links_of_conference (void)
{
  g_autoptr (GPtrArray) documents = own_documents ();
  g_autoptr (LanyardProgramme) programme = lanyard_format_read (documents, NULL, NULL);
  GPtrArray *links = lanyard_conference_get_fields (lanyard_programme_get_conference (programme))->links;

  g_assert_cmpuint (links->len, ==, 1);
  assert_link (links, 0, LANYARD_LINK_STREAM, "https://stream.harbour.example/live?a=1&b=2", NULL);
}

/* A server may be called like a video room; its files are none. */
static void
test_server_of_that_name (void)
{
  g_autoptr (LanyardTalk) talk = read_talk (
    "'folders':[{'title':'Papers','attachments':[{'title':'Paper','type':'file','content_type':'application/pdf',"
    "'download_url':'https://meet.harbour.example/event/42/attachments/1/2/paper.pdf'}]}]");

  assert_link (lanyard_talk_get_fields (talk)->links, 0, LANYARD_LINK_FILE,
               "https://meet.harbour.example/event/42/attachments/1/2/paper.pdf", "Paper");
}

/* "material" repeats the folders and is only read where there are none. */
static void
test_material (void)
{
#define MATERIAL "'material':[{'title':'Slides','id':'0','resources':[{'_type':'LocalFile','name':'talk.pdf'," \
                 "'fileName':'talk.pdf','url':'https://harbour.example/m/talk.pdf'},null]},5]"
  g_autoptr (LanyardTalk) old = read_talk (MATERIAL);
  g_autoptr (LanyardTalk) new = read_talk ("'folders':[]," MATERIAL);

  g_assert_cmpuint (lanyard_talk_get_fields (new)->links->len, ==, 0);
  g_assert_cmpuint (lanyard_talk_get_fields (old)->links->len, ==, 1);
  assert_link (lanyard_talk_get_fields (old)->links, 0, LANYARD_LINK_SLIDES, "https://harbour.example/m/talk.pdf", "talk.pdf");
#undef MATERIAL
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indico/shapes/1.7-links", test_links);
  g_test_add_func ("/indico/shapes/1.7-links-of-conference", test_links_of_conference);
  g_test_add_func ("/indico/shapes/1.7-server-of-that-name", test_server_of_that_name);
  g_test_add_func ("/indico/shapes/1.7-unsafe-links", test_unsafe_links);
  g_test_add_func ("/indico/shapes/1.7-links-in-texts", test_links_in_texts);
  g_test_add_func ("/indico/shapes/1.7-material", test_material);

  return g_test_run ();
}
