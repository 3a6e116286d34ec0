#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the archives that a manifest names where flatpak-builder looks for what
it has downloaded: from their own addresses, or else from those of Debian, whose
copies are the same to the last bit. What differs from its checksum is thrown away.

Usage: fetch-sources.py DOWNLOADS [MIRROR] <MANIFEST.json

MIRROR is a Debian mirror; without one only their own addresses are asked."""

import hashlib
import json
import sys
import urllib.request
from pathlib import Path, PurePosixPath

PATIENCE = 20  # seconds

# Where Debian has the archive of a module.
POOL = {
    "md4c": "pool/main/m/md4c/md4c_0.5.2.orig.tar.gz",
    "libical": "pool/main/libi/libical3/libical3_3.0.20.orig.tar.gz",
    "qrencode": "pool/main/q/qrencode/qrencode_4.1.1.orig.tar.bz2",
}


def archives(modules):
    """Each archive, with the name of the module that it is of."""
    for module in modules:
        yield from ((module["name"], source) for source in module["sources"] if source["type"] == "archive")
        yield from archives(module.get("modules", []))


def addresses(module, source, mirror):
    yield source["url"]
    if mirror and module in POOL:
        yield mirror + POOL[module]


def fetch(address, checksum):
    """The archive, or a sentence that says why not."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            content = answer.read()
    except OSError as error:
        return None, f"{address}: {error}"
    if hashlib.sha256(content).hexdigest() != checksum:
        return None, f"{address}: not what the manifest has the checksum of"
    return content, None


def provide(module, source, downloads, mirror):
    checksum = source["sha256"]
    path = downloads / checksum / PurePosixPath(source["url"]).name
    if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == checksum:
        return
    problems = []
    for address in addresses(module, source, mirror):
        content, problem = fetch(address, checksum)
        if content is None:
            problems.append(problem)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{path.name} from {address}", file=sys.stderr)
        return
    sys.exit("\n".join(problems))


def main():
    downloads = Path(sys.argv[1])
    mirror = sys.argv[2].rstrip("/") + "/" if len(sys.argv) > 2 and sys.argv[2] else None
    for module, source in archives(json.load(sys.stdin)["modules"]):
        provide(module, source, downloads, mirror)


main()
