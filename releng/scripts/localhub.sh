# SPDX-License-Identifier: EPL-2.0
# The local hub outside of OSGi: its bundle and the libraries the target platform has for it, in one folder. Sourced after common.sh.

LOCALHUB="$ROOT/target/localhub"

# up_to_date_localhub: builds the hub into $LOCALHUB, unless that was done for these sources. Made beside its place and moved
# there, so that a hub that runs keeps its jars and an interrupted build leaves nothing half.
up_to_date_localhub() {
  local now fresh="$LOCALHUB.new" log="$ROOT/target/localhub.log"
  now=$(fingerprint pom.xml .mvn bundles/iothubtools.localhub releng/iothubtools.target releng/scripts/localhub.sh)
  [ -f "$LOCALHUB/fingerprint" ] && [ "$(cat "$LOCALHUB/fingerprint")" = "$now" ] && return
  use_maven
  locked build
  say "Building the local hub"
  rm -rf "$fresh"
  mkdir -p "$fresh"
  { (cd "$ROOT" && "$MVN" -B -q package -am -pl bundles/iothubtools.localhub) && copy_libraries "$fresh"; } >"$log" 2>&1 ||
    { tail -40 "$log"; die "The local hub could not be built: see $log"; }
  cp "$ROOT"/bundles/iothubtools.localhub/target/iothubtools.localhub-*-SNAPSHOT.jar "$fresh/"
  printf '%s' "$now" >"$fresh/fingerprint"
  rm -rf "$LOCALHUB"
  mv "$fresh" "$LOCALHUB"
  unlocked
}

# copy_libraries <folder>: what the target definition names for the hub, so that there is one list of versions
copy_libraries() {
  local work
  mkdir -p "$CACHE"
  work=$(mktemp -d "$CACHE/localhub.XXXXXX")
  {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>iothubtools</groupId><artifactId>localhub.run</artifactId>'
    echo '<version>1</version><packaging>pom</packaging><dependencies>'
    sed -n -e '/label="local hub"/,/<\/dependencies>/p' -e '/label="certificates"/,/<\/dependencies>/p' -e '/<artifactId>gson</p' \
      "$ROOT/releng/iothubtools.target/oldest.target" | grep '^ *<dependency>'
    echo '</dependencies></project>'
  } >"$work/pom.xml"
  local status=0
  "$MVN" -B -q -f "$work/pom.xml" "${DEPENDENCY_PLUGIN}:copy-dependencies" -DexcludeTransitive -DoutputDirectory="$1" || status=$?
  rm -rf "$work"
  return "$status"
}
