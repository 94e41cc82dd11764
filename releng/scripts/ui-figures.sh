# SPDX-License-Identifier: EPL-2.0
# Runs one test of the plug-in's windows for the figures that it prints. Sourced after common.sh.

. "$ROOT/releng/scripts/display.sh"

# ui_figures <name of the log> <test class> <what lines of figures begin with> [option of Maven...]: prints the figures, and what went wrong; its
# status is 1 where the test fails
ui_figures() {
  local log="$ROOT/target/$1.log" test=$2 figures=$3 status=0
  shift 3
  use_jdk_of oldest
  use_maven
  need_gtk
  if ! has_display; then
    need_virtual_display
    trap stop_display EXIT
    trap 'exit 130' INT TERM
    start_display
  fi
  locked build
  mkdir -p "$ROOT/target"
  say "Building and running $test; what Maven says is in ${log#"$ROOT/"}"
  "$MVN" -B verify -am -pl tests/iothubtools.ui.tests -Dtest="$test" -DfailIfNoTests=false -Dsurefire.failIfNoSpecifiedTests=false \
    "$@" >"$log" 2>&1 || status=1
  grep -E "^($figures)" "$log" || true
  [ "$status" -eq 0 ] || grep -E "$test\.|ERROR" "$log" | head -20
  return "$status"
}
