# SPDX-License-Identifier: EPL-2.0
# Reads what a build's tests left behind: the line coverage of each bundle and each end's total. Sourced after common.sh.

JACOCO_VERSION=0.8.15

# forget_results: with all that was built, so that nothing old is tested and a test that no longer runs is not counted
forget_results() {
  rm -rf "$ROOT"/{bundles,features,releng,tests}/*/target "$ROOT/target/coverage" "$ROOT"/target/total.*
}

# total_file <oldest|newest>: where an end's total is kept
total_file() { printf '%s' "$ROOT/target/total.$1"; }

# print_coverage: the lines of each bundle that some test ran, and a report to browse in target/coverage
print_coverage() {
  local cli="$CACHE/jacoco-cli-$JACOCO_VERSION.jar" bundle name runs=("$ROOT"/tests/*/target/jacoco.exec)
  [ -e "${runs[0]}" ] || { say "No coverage was recorded"; return; }
  fetch_jar "org.jacoco:org.jacoco.cli:$JACOCO_VERSION:jar:nodeps" "$cli" || { say "The coverage tool could not be fetched"; return; }
  mkdir -p "$ROOT/target/coverage"
  say "Line coverage"
  for bundle in "$ROOT"/bundles/*; do
    name=$(basename "$bundle")
    [ -d "$bundle/target/classes" ] || continue
    "$JAVA_HOME/bin/java" -jar "$cli" report "${runs[@]}" --classfiles "$bundle/target/classes" --sourcefiles "$bundle/src" \
      --name "$name" --csv "$ROOT/target/coverage/$name.csv" --html "$ROOT/target/coverage/$name" --quiet
    awk -F, -v name="$name" 'NR > 1 { missed += $8; covered += $9 }
      END { all = missed + covered; printf "  %-22s %5.1f %%  (%d of %d)\n", name, all ? 100 * covered / all : 0, covered, all }' \
      "$ROOT/target/coverage/$name.csv"
  done
}

# keep_total <oldest|newest> <name>: keeps which tests failed and "<name>: N passed, N failed, N skipped" over the end's reports; 1 when one failed
# or none ran
keep_total() {
  local folder=target
  [ "$1" = oldest ] || folder=target/$1
  find "$ROOT"/tests/*/"$folder/surefire-reports" -name 'TEST-*.xml' -exec cat {} + 2>/dev/null | awk -v name="$2" '
    function value(name) { return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "" }
    function plain(text) {
      gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text); gsub(/&#10;.*/, "", text); gsub(/&amp;/, "\\&", text)
      return substr(text, 1, 200)
    }
    /<testsuite[ >]/ { inside = 1 }
    inside { tests += value("tests"); failed += value("failures") + value("errors"); skipped += value("skipped"); if (/>/) inside = 0 }
    /<testcase / { test = value("classname") "." plain(value("name")) }
    /<(failure|error)[ >]/ { printf "  failed: %s: %s\n", test, plain(value("message")) }
    END { printf "%s: %d passed, %d failed, %d skipped\n", name, tests - failed - skipped, failed, skipped; exit failed > 0 || tests == 0 }' \
    >"$(total_file "$1")"
}
