#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Shows the plug-in at work: an Eclipse IDE with the feature installed from the built update site, a local hub running, connected and
# holding sample devices. Builds what is not up to date.
#   ./run.sh            opens the IDE; without a display it takes the tour
#   ./run.sh --tour     does the job by itself, prints each HTTP exchange and saves a picture of each step in target/tour
#   ./run.sh --newest   in the newest Eclipse instead of the oldest, which takes a JDK of 21 or newer; with --tour the pictures go to
#                       target/tour-newest
#   ./run.sh --dark     in the dark theme; with --tour the pictures go to a folder of their own beside the others, dark
#   ./run.sh --large    with fonts of 150 %, which takes Linux; with --tour the pictures go to a folder of their own, large
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$ROOT"
. releng/scripts/common.sh
help_wanted "$ROOT/run.sh" "$@"
. releng/scripts/display.sh
. releng/scripts/sites.sh

mode=run
end=oldest
look=light
while [ $# -gt 0 ]; do
  case "$1" in
    --tour) mode=tour ;;
    --newest) end=newest ;;
    --dark | --large) look=${1#--} ;;
    *) die "Usage: ./run.sh [--newest] [--tour] [--dark | --large]" ;;
  esac
  shift
done
[ "$look" != large ] || [ "$(uname)" = Linux ] || die "The fonts are enlarged on Linux only."
. releng/scripts/ide.sh "$end" "$look"
if [ "$mode" = run ] && ! has_display; then
  say "There is no display, so this is the tour; its pictures go to ${PICTURES#"$ROOT/"}"
  mode=tour
fi

if [ "$end" = newest ]; then
  use_jdk_of newest || die "The newest Eclipse needs a JDK of 21 or newer: install one or set JAVA_HOME."
else
  use_jdk
fi
need_gtk
if ! has_display; then
  need_virtual_display
  trap stop_display EXIT
  trap 'exit 130' INT TERM
fi
up_to_date_ide
has_display || start_display

if [ "$mode" = tour ]; then
  rm -rf "$RUN/tour" "$PICTURES"/*.png
  start_ide tour "$RUN/tour"
else
  mine="$RUN/mine"
  # a theme is a preference of the workspace
  [ "$look" != dark ] || mine+=-dark
  start_ide run "$mine"
fi
