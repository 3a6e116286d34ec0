#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the authority that only tests trust and the certificates of their
# servers. The authority's key is thrown away: to add a certificate, make all
# anew. Needs the openssl program.
#
# Usage: make-certificates.sh
#
#   authority.pem  what tests trust
#   good.pem       certificate and key of a server at 127.0.0.1, ::1 and localhost
#   expired.pem    the same, but it ended in 2021
#   early.pem      the same, but it begins in 2110
#   elsewhere.pem  for another host's name

set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

: >index
echo 01 >serial
cat >settings <<'SETTINGS'
[ca]
default_ca = folder
[folder]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = policy
unique_subject = no
[policy]
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[here]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = IP:127.0.0.1, IP:::1, DNS:localhost
[elsewhere]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:elsewhere.example.org
SETTINGS

# request NAME SUBJECT: a key and what is to be signed
request ()
{
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
    -subj "/CN=$2" -keyout "$1.key" -out "$1.request" 2>log || { cat log >&2; exit 1; }
}

# sign NAME EXTENSIONS FIRST LAST [OPTION…]
sign ()
{
  name=$1 extensions=$2 first=$3 last=$4
  shift 4
  openssl ca -batch -notext -config settings -extensions "$extensions" -startdate "$first" -enddate "$last" \
    -in "$name.request" -out "$name.crt" "$@" 2>log || { cat log >&2; exit 1; }
}

# keep NAME FILE…: with the line that every file has
keep ()
{
  name=$1
  shift
  { echo '# SPDX-License-Identifier: CC0-1.0'; cat "$@"; } >"$here/$name.pem"
}

request authority 'Authority of tests'
sign authority authority 20200101000000Z 21200101000000Z -selfsign -keyfile authority.key
keep authority authority.crt
set -- -cert authority.crt -keyfile authority.key
for name in good expired early elsewhere; do
  request $name "$name.example.org"
done
sign good here 20200101000000Z 21200101000000Z "$@"
sign expired here 20200101000000Z 20210101000000Z "$@"
sign early here 21100101000000Z 21200101000000Z "$@"
sign elsewhere elsewhere 20200101000000Z 21200101000000Z "$@"
for name in good expired early elsewhere; do
  keep $name $name.crt $name.key
done
