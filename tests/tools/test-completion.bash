# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completes some command lines and compares what is offered.
#
# Usage: bash test-completion.bash COMPLETION

source "$1" || exit 1
folder=$(mktemp -d) || exit 1
trap 'rm -r "$folder"' EXIT
cd "$folder" || exit 1
touch programme.json picture.png
mkdir files
failed=0
count=0

lanyard-cli ()
{
  case $1 in
    accounts) printf 'https://indico.cern.ch\tGuinea Pig\ttoken\nhttps://lpc.events\tGuinea Pig\ttoken\n' ;;
    sessions) printf '# Times in UTC\n2026-10-05\t09:00\t12:00\t1\tHall\t3\t\tRust MC\tsession:1\t\n' ;;
    talks) printf '2026-10-05\t09:00\t12:00\tHall 1\t\tx\n2026-10-05\t09:00\t12:00\tHall 1\t\tx\n\t\t\t\t\tx\n' ;;
    *) echo '{"lanyard":1,"conferences":[{"title":"Linux Plumbers Conference 2026"},{"title": "A (b) & c"}]}' ;;
  esac
}
compopt () { :; }

offers ()
{
  local wanted=$1
  shift
  COMP_WORDS=("$@")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _lanyard_cli
  local found="${COMPREPLY[*]}"
  count=$((count + 1))
  if [ "$found" = "$wanted" ]; then
    echo "ok $count - $*"
  else
    echo "not ok $count - $*"
    echo "# wanted: $wanted"
    echo "# found:  $found"
    failed=1
  fi
}

offers 'sessions show star search' lanyard-cli s
offers 'sessions show star search' lanyard-cli --json s
offers '--maybe' lanyard-cli star --m
offers '--tz=' lanyard-cli --t
offers '--day=' lanyard-cli --json talks --d
offers 'today 1 2 3 4 5' lanyard-cli talks --day =
offers '--still-to-come' lanyard-cli talks --sti
offers '--keyword=' lanyard-cli search --k
offers '9:00' lanyard-cli search --from = 9
offers 'Rust\ MC' lanyard-cli talks --session = r
offers 'Hall\ 1' lanyard-cli talks --room = ha
offers 'refresh remove' lanyard-cli re
offers '--all --accept-shrink' lanyard-cli refresh --a
offers 'Linux\ Plumbers\ Conference\ 2026' lanyard-cli refresh li
offers 'local' lanyard-cli talks --tz = loc
offers 'programme.json' lanyard-cli add pro
offers 'files' lanyard-cli add fi
offers '' lanyard-cli add pic
offers 'Linux\ Plumbers\ Conference\ 2026' lanyard-cli remove li
offers 'A\ \(b\)\ \&\ c' lanyard-cli talks --conference = A
offers 'login logout' lanyard-cli lo
offers '--api-key=' lanyard-cli login --a
offers 'lpc.events' lanyard-cli logout lp
echo "1..$count"
exit $failed
