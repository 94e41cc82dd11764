#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Builds the update site of the commit that is checked out twice, in clones in two places, and compares every byte. Takes some minutes.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT"
. releng/scripts/common.sh

commit_time >/dev/null || die "There are changes that are not committed: a build of them has the time of now."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
for place in here/one there; do
  git clone -q "$ROOT" "$work/$place"
  (
    ROOT="$work/$place"
    cd "$ROOT"
    . releng/scripts/common.sh
    . releng/scripts/sites.sh
    use_maven
    build_site
  )
done
diff -r "$work/here/one/releng/iothubtools.repository/target/repository" "$work/there/releng/iothubtools.repository/target/repository"
say "Both have the same bytes: $(ls "$work"/there/releng/iothubtools.repository/target/repository/features | grep -v source)"
