#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# How long an empty local hub takes to start, beside an older commit's, in one run: both start by turns, and what counts is the ratio.
#   releng/scripts/compare-start.sh COMMIT [ROUNDS]
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[ $# -ge 1 ] || { echo "Usage: releng/scripts/compare-start.sh COMMIT [ROUNDS]" >&2; exit 1; }
rounds=${2:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q --no-checkout "$ROOT" "$work/before"
git -C "$work/before" checkout -q "$(git -C "$ROOT" rev-parse "$1")"

# started <checkout> <name>: milliseconds until ./localhub.sh serves
started() {
  local from output="$work/$2.output" hub
  : >"$output"
  from=$(date +%s%N)
  "$1/localhub.sh" --port 18443 --mqtt-port 18883 --data "$work/$2.data" >"$output" 2>&1 &
  hub=$!
  while ! grep -q 'Ctrl+C stops it' "$output"; do
    kill -0 "$hub" 2>/dev/null || { cat "$output" >&2; exit 1; }
    sleep 0.005
  done
  echo $((($(date +%s%N) - from) / 1000000))
  kill "$hub"
  wait "$hub" 2>/dev/null || true
}

median() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }

# builds both, and makes what they keep
started "$work/before" before >/dev/null
started "$ROOT" now >/dev/null
for ((round = 0; round < rounds; round++)); do
  started "$work/before" before >>"$work/before.times"
  started "$ROOT" now >>"$work/now.times"
done
before=$(median <"$work/before.times")
now=$(median <"$work/now.times")
echo "Start of an empty hub, median of $rounds: before $before ms, now $now ms, ratio $(awk "BEGIN { printf \"%.2f\", $now / $before }")"
