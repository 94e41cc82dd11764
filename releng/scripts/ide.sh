# SPDX-License-Identifier: EPL-2.0
# The IDE of releng/iothubtools.ide with the feature installed from the built update site. Sourced after common.sh.

SITE="$ROOT/releng/iothubtools.repository/target/repository"
BARE_IDE="$ROOT/releng/iothubtools.ide/target/products/bare.ide/linux/gtk/x86_64"
RUN="$ROOT/target/run"
IDE="$RUN/ide"

# up_to_date_ide: builds the site and the IDE and installs the one into the other, unless that was done for these sources
up_to_date_ide() {
  local now
  now=$(fingerprint pom.xml .mvn bundles features releng tests/iothubtools.tour)
  [ -f "$RUN/fingerprint" ] && [ "$(cat "$RUN/fingerprint")" = "$now" ] && return
  use_maven
  locked build
  say "Building"
  mkdir -p "$RUN"
  "$MVN" -q verify -DskipTests -am -pl releng/iothubtools.repository,releng/iothubtools.ide,tests/iothubtools.tour \
    >"$RUN/build.log" 2>&1 || { tail -40 "$RUN/build.log"; die "The build failed: see $RUN/build.log"; }
  rm -rf "$IDE" "$RUN/fingerprint"
  cp -R "$BARE_IDE" "$IDE"
  install_feature
  add_tour
  printf '%s' "$now" >"$RUN/fingerprint"
  unlocked
}

# install_feature: as Help > Install New Software does, from the built site and no other
install_feature() {
  say "Installing from the update site"
  "$JAVA_HOME/bin/java" -jar "$IDE"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash \
    -application org.eclipse.equinox.p2.director -repository "file:$SITE" -installIU iothubtools.feature.feature.group \
    -destination "$IDE" -profile DefaultProfile >"$RUN/install.log" 2>&1 || { cat "$RUN/install.log"; die "The installation failed."; }
}

# add_tour: a second configuration of the installed IDE, with one bundle more than was installed: the tour, which is in no site
add_tour() {
  local target="$ROOT/tests/iothubtools.tour/target" version
  version=$(sed -n 's/^Bundle-Version: \([^[:space:]]*\).*/\1/p' "$target/MANIFEST.MF")
  cp -R "$IDE/configuration" "$IDE/configuration.tour"
  cp "$target"/iothubtools.tour-*-SNAPSHOT.jar "$IDE/iothubtools.tour.jar"
  printf 'iothubtools.tour,%s,iothubtools.tour.jar,4,false\n' "$version" \
    >>"$IDE/configuration.tour/org.eclipse.equinox.simpleconfigurator/bundles.info"
}

# start_ide <run|tour> <folder>: the installed IDE, with workspace and secure storage in that folder and not in the user's own
start_ide() {
  mkdir -p "$2"
  [ -f "$2/password" ] || (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$2/password")
  "$JAVA_HOME/bin/java" -Diothubtools.demo="$1" -Diothubtools.demo.pictures="$ROOT/target/tour" \
    -Dorg.eclipse.swt.browser.DefaultType=none -Dslf4j.internal.verbosity=ERROR -jar "$IDE"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash \
    -configuration "$IDE/configuration.tour" -application iothubtools.tour.demo -data "$2/workspace" \
    -pluginCustomization "$ROOT/tests/iothubtools.tour/plugin_customization.ini" \
    -eclipse.keyring "$2/keyring" -eclipse.password "$2/password"
}
