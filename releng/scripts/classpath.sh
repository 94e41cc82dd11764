# SPDX-License-Identifier: EPL-2.0
# Runs a plain Maven module of this build outside of it. Sourced after common.sh.

# classpath_of <module>: builds a module with what it depends on and sets CLASSPATH to all it needs
classpath_of() {
  local file="$ROOT/$1/target/classpath" log="$ROOT/target/classpath.log"
  use_maven
  locked build
  forget_old_classes
  say "Building $1"
  (cd "$ROOT" && "$MVN" -B -q package -am -DskipTests -pl "$1" "$DEPENDENCY_PLUGIN:build-classpath" -Dmdep.outputFile="$ROOT/target/classpath") \
    >"$log" 2>&1 || { tail -40 "$log"; die "$1 could not be built: see $log"; }
  mkdir -p "$(dirname "$file")"
  mv "$ROOT/target/classpath" "$file"
  CLASSPATH="$ROOT/$1/target/classes:$(cat "$file")"
  unlocked
}
