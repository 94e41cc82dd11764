#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# This build beside that of an older commit, each with its own client, core and local hub, by turns in one run; what counts are the ratios:
# devices told to a list of 100,000 and deleted, the heap of that list, and the rates of messages, of listing and of creating.
#   releng/scripts/compare-build.sh COMMIT [ROUNDS [CORE_EVENTS|CORE_DELETES|CORE_LIST|CLIENT_SENDS|CLIENT_LIST|CLIENT_CREATE...]]
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$ROOT/releng/scripts/common.sh"
help_wanted "${BASH_SOURCE[0]}" "$@"
. "$ROOT/releng/scripts/classpath.sh"
. "$ROOT/releng/scripts/localhub.sh"
[ $# -ge 1 ] || { sed -n '5s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 1; }
use_jdk

# build <checkout>: builds its hub and its bundles, and says where the former and all that the latter need is
build() {
  (ROOT=$1; . "$1/releng/scripts/common.sh"; . "$1/releng/scripts/localhub.sh"; up_to_date_localhub) >&2
  (ROOT=$1; classpath_of bundles/iothubtools.ui >&2; echo "$CLASSPATH")
}

commit=$(git -C "$ROOT" rev-parse --verify "$1^{commit}")
rounds=${2:-3}
shift $(($# > 1 ? 2 : 1))
before="$ROOT/target/before/$commit"
[ -d "$before" ] || { git clone -q "$ROOT" "$before" && git -C "$before" checkout -q "$commit"; }
older=$(build "$before")
now=$(build "$ROOT")
classpath_of tests/iothubtools.bench
exec "$JAVA_HOME/bin/java" -cp "$CLASSPATH" -Dbench.localhub="$LOCALHUB" -Dbench.localhub.core="$now" -Dbench.before="$before/target/localhub" \
  -Dbench.before.core="$older" iothubtools.bench.Beside "$rounds" "$@"
