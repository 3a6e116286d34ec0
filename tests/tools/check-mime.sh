#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the media types and the desktop file into a folder of its own, and
# asks GIO what schedule files are and what opens them: Lanyard is offered, but
# what somebody has chosen for calendars stays.
#
# Usage: check-mime.sh MIME-FILE DESKTOP-FILE

set -eu

for program in update-mime-database update-desktop-database gio; do
  command -v "$program" >/dev/null || { echo "$program is missing"; exit 77; }
done

folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
export XDG_DATA_HOME="$folder/home" XDG_CONFIG_HOME="$folder/config" XDG_CURRENT_DESKTOP=GNOME LC_ALL=C.UTF-8
export XDG_DATA_DIRS="$folder/share:/usr/share"
ours=$(basename "$2")

mkdir -p "$folder/share/mime/packages" "$folder/share/applications" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME"
cp "$1" "$folder/share/mime/packages"
update-mime-database "$folder/share/mime"
sed "s,^Exec=[^ ]*/,Exec=$folder/," "$2" >"$folder/share/applications/$ours"
cat >"$folder/share/applications/org.example.Calendar.desktop" <<DESKTOP
[Desktop Entry]
Type=Application
Name=Calendar
Exec=true %U
MimeType=text/calendar;
DESKTOP
printf '#!/bin/sh\n' >"$folder/lanyard"
chmod +x "$folder/lanyard"
update-desktop-database "$folder/share/applications"

failed=0

is_type ()
{
  printf '%s' "$3" >"$folder/$1"
  type=$(gio info -a standard::content-type "$folder/$1" | sed -n 's/.*content-type: //p')
  [ "$type" = "$2" ] && return
  echo "$1 is $type, and not $2"
  failed=1
}

is_type schedule.xml application/vnd.c3voc.schedule+xml '<?xml version="1.0"?><schedule/>'
is_type everything.schedule.xml application/vnd.c3voc.schedule+xml '<schedule/>'
is_type 2026.frab application/vnd.c3voc.schedule+xml '<schedule/>'
is_type schedule.json application/vnd.c3voc.schedule+json '{"schedule":{}}'
is_type schedule.xcal application/calendar+xml '<iCalendar/>'
is_type other.xml application/xml '<?xml version="1.0"?><other/>'
is_type other.json application/json '{}'

# The application that opens a type, and whether we are offered for it.
opens ()
{
  said=$(gio mime "$1")
  default=$(printf '%s\n' "$said" | sed -n 's/^Default application for .*: //p')
  [ "$default" = "$2" ] || { echo "$1 is opened by ${default:-nothing}, and not by $2"; failed=1; }
  printf '%s\n' "$said" | grep -qF "$ours" || { echo "Lanyard is not offered for $1"; failed=1; }
}

opens application/vnd.c3voc.schedule+xml "$ours"
opens application/vnd.c3voc.schedule+json "$ours"
opens application/calendar+xml "$ours"
printf '[Default Applications]\ntext/calendar=org.example.Calendar.desktop\n' >"$folder/share/applications/gnome-mimeapps.list"
opens text/calendar org.example.Calendar.desktop
[ ! -e "$XDG_CONFIG_HOME/mimeapps.list" ] || { echo "somebody's choices were written"; failed=1; }
exit $failed
