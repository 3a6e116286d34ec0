/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process that has libxml2 make a tree of a file and does nothing else: what
 * another process that reads this file is measured against. */

#include <libxml/parser.h>

int
main (int   argc,
      char *argv[])
{
  xmlDocPtr tree = argc == 2 ? xmlReadFile (argv[1], NULL, XML_PARSE_NONET | XML_PARSE_NOERROR) : NULL;

  if (tree == NULL)
    return 1;
  xmlFreeDoc (tree);
  return 0;
}
