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
  forget_old_classes
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

# localhub_command [JVM option...]: sets HUB_COMMAND to what starts the hub, its own arguments aside
localhub_command() {
  local jars=("$LOCALHUB"/*.jar) IFS=:
  # 100,000 devices, the cache of the store and all else in less than 512 MB
  HUB_COMMAND=("$JAVA_HOME/bin/java" -Xmx320m -XX:MaxDirectMemorySize=128m -XX:+UseSerialGC "$@" -cp "${jars[*]}" iothubtools.localhub.internal.cli.Main)
}

# shared_classes: sets SHARED_CLASSES to the options by which the hub finds its classes ready to use, which halves its start; none where
# that cannot be done. They are kept for each Java beside the hub and made by a hub that starts and ends at once.
shared_classes() {
  local java archive data output hub
  java=$(cksum <"$JAVA_HOME/release" | cut -d' ' -f1)
  archive="$LOCALHUB/classes-$java.jsa"
  if [ ! -f "$archive" ]; then
    data=$(mktemp -d)
    output="$data/output"
    localhub_command -XX:ArchiveClassesAtExit="$archive.$$"
    "${HUB_COMMAND[@]}" --port 0 --mqtt-port 0 --amqp-port 0 --data "$data/hub" >"$output" 2>&1 &
    hub=$!
    while kill -0 "$hub" 2>/dev/null && ! grep -q '^Data directory' "$output"; do sleep 0.1; done
    kill "$hub" 2>/dev/null || true
    wait "$hub" 2>/dev/null || true
    rm -rf "$data"
    [ ! -f "$archive.$$" ] || mv "$archive.$$" "$archive"
  fi
  SHARED_CLASSES=()
  # -Xlog: an archive that does not fit is left aside without a word
  [ ! -f "$archive" ] || SHARED_CLASSES=(-XX:SharedArchiveFile="$archive" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off)
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
