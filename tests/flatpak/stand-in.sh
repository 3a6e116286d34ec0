#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes an OSTree repository with org.gnome.Platform and org.gnome.Sdk of a
# branch, out of packages of Debian forky, which has the same GNOME. For machines
# that Flathub cannot be reached from; nobody should give away what was built
# with it. Called by flatpak.sh.
#
# Usage: stand-in.sh REPOSITORY BRANCH [MIRROR]

set -eu

here=$(cd "$(dirname "$0")" && pwd)
repository=$1
branch=$2
mirror=${3:-}
arch=$(flatpak --default-arch)
work=$repository.work

say () { printf '%s\n' "$*" >&2; }
die () { say "stand-in: $*"; exit 1; }

list () { cat "$@" | sed -e 's/#.*//' -e '/^[[:space:]]*$/d' | paste -s -d , -; }

# The suite moves daily and a mirror may lag behind: its signature is checked,
# its age is not.
unpack_debian ()
{
  mode=unshare
  [ "$(id -u)" = 0 ] && mode=root
  mmdebstrap --mode=$mode --variant=apt --format=tar --quiet --include="$(list "$@")" \
    --aptopt='APT::Install-Recommends "false"' \
    --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "5"' \
    --aptopt='Acquire::Check-Valid-Until "false"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='force-unsafe-io' \
    forky "$work/root.tar" $mirror || die 'Debian forky could not be had; see above'
  tar -x -C "$work" --no-same-owner -f "$work/root.tar" ./usr ./etc
  rm "$work/root.tar"
}

# flatpak-builder up to 1.2 calls what AppStream's own tool has replaced, and
# puts the metainfo where that one does not look: the catalogue stays empty.
add_compose ()
{
  [ -e "$work/files/bin/appstreamcli" ] || return 0
  cat >"$work/files/bin/appstream-compose" <<'COMPOSE'
#!/bin/sh
prefix=/app
for word; do
  case $word in
    --prefix=*) prefix=${word#--prefix=} ;;
  esac
done
exec appstreamcli compose --prefix=/ --origin=flatpak --result-root="$prefix" \
  --data-dir="$prefix/share/app-info/xmls" --icons-dir="$prefix/share/app-info/icons/flatpak" "$prefix"
COMPOSE
  chmod +x "$work/files/bin/appstream-compose"
}

# A runtime is a /usr with its /etc inside, and finds libraries of apps.
make_runtime ()
{
  name=$1
  shift
  say "Making a stand-in for org.gnome.$name//$branch out of Debian forky; this happens once …"
  rm -rf "$work"
  mkdir -p "$work"
  unpack_debian "$@"
  mv "$work/usr" "$work/files"
  mv "$work/etc" "$work/files/etc"
  for library in libmd4c libical libqrencode; do
    [ -z "$(find "$work/files" -name "$library.so*")" ] || die "$library is in the stand-in and not in the real one"
  done
  rm -f "$work/files/etc/ld.so.cache" "$work/files/etc/shadow"* "$work/files/etc/gshadow"*
  printf '%s\n' /app/lib 'include /etc/ld.so.conf.d/*.conf' >"$work/files/etc/ld.so.conf"
  find "$work/files" -type f -perm /6000 -exec chmod a-s '{}' +
  chmod -R u+rwX "$work/files"
  add_compose
  printf '%s\n' '[Runtime]' "name=org.gnome.$name" "runtime=org.gnome.Platform/$arch/$branch" "sdk=org.gnome.Sdk/$arch/$branch" >"$work/metadata"
  flatpak build-export --runtime --files=files --disable-sandbox --no-update-summary "$repository" "$work" "$branch" >&2
  rm -rf "$work"
}

trap 'rm -rf "$work"' EXIT INT TERM
[ -d "$repository" ] || ostree init --repo="$repository" --mode=bare-user-only
make_runtime Platform "$here/platform.packages"
make_runtime Sdk "$here/platform.packages" "$here/sdk.packages"
flatpak build-update-repo "$repository" >&2
