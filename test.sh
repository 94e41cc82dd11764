#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Builds everything and runs every test on the oldest Eclipse with JDK 17, without a display; then, where there is a JDK of 21 or
# newer, installs the same update site into the newest Eclipse and runs there what needs a workbench or an installation.
#   ./test.sh [--oldest | --newest] [arguments for Maven]
# Prints the line coverage and each end's total; exits non-zero when a build or a test failed.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$ROOT"
. releng/scripts/common.sh
help_wanted "$ROOT/test.sh" "$@"
. releng/scripts/display.sh
. releng/scripts/node.sh
. releng/scripts/python.sh
. releng/scripts/results.sh
. releng/scripts/sites.sh

ends=(oldest newest)
case "${1:-}" in
  --oldest | --newest)
    ends=("${1#--}")
    shift
    ;;
esac
if ! find_jdk 21 >/dev/null; then
  [ "${ends[*]}" != newest ] || die "The newest Eclipse needs a JDK of 21 or newer: install one or set JAVA_HOME."
  without_newest=1
fi

use_jdk
use_maven
need_gtk
if [ "${ends[*]}" != newest ]; then
  need_node
  need_python
fi
need_virtual_display
locked build
forget_old_classes
forget_results
trap stop_display EXIT
trap 'exit 130' INT TERM
start_display

[ "${ends[*]}" != newest ] || build_site
build_older_site
status=0
for end in "${ends[@]}"; do
  if [ "$end" = newest ] && [ -n "${without_newest:-}" ]; then
    say "Newest, Eclipse $(eclipse_of newest): not tested, there is no JDK of 21 or newer" >"$(total_file newest)"
  else
    bash releng/scripts/test-end.sh "$end" "$@" || status=$?
    # Ctrl+C, for which bash runs no trap while it waits for something that ends by itself
    [ "$status" -ne 130 ] || exit 130
  fi
done
[ "${ends[*]}" = newest ] || print_coverage
for end in "${ends[@]}"; do
  if [ -f "$(total_file "$end")" ]; then
    cat "$(total_file "$end")"
  else
    say "The $end Eclipse: broken off, there is no total"
    status=1
  fi
done
exit "$status"
