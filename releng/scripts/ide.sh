# SPDX-License-Identifier: EPL-2.0
# The IDE of releng/iothubtools.ide with the feature installed from the built update site. Sourced after common.sh and sites.sh, with
# the end of Eclipse, oldest or newest, and how it is to look, light, dark or large, as arguments.

END=$1
LOOK=$2
case "$END" in
  oldest) FOLDER=target PICTURES="$ROOT/target/tour" ;;
  newest) FOLDER=target/newest PICTURES="$ROOT/target/tour-newest" ;;
esac
[ "$LOOK" = light ] || PICTURES+="/$LOOK"
RUN="$ROOT/target/run/$END"
IDE="$RUN/ide"

# bare_ide: the built IDE for this machine
bare_ide() {
  local platform arch
  arch=$(uname -m)
  [ "$arch" != arm64 ] || arch=aarch64
  case "$(uname)" in
    Linux) platform="linux/gtk/$arch" ;;
    Darwin) platform="macosx/cocoa/$arch/Eclipse.app/Contents/Eclipse" ;;
    *) platform="win32/win32/x86_64" ;;
  esac
  printf '%s' "$ROOT/releng/iothubtools.ide/$FOLDER/products/bare.ide/$platform"
}

# up_to_date_ide: builds the site and the IDE and installs the one into the other, unless that was done for these sources
up_to_date_ide() {
  local now
  now=$(fingerprint pom.xml .mvn bundles features releng tests/iothubtools.tour)
  [ -f "$RUN/fingerprint" ] && [ "$(cat "$RUN/fingerprint")" = "$now" ] && return
  use_maven
  locked build
  say "Building"
  mkdir -p "$RUN"
  build_all >"$RUN/build.log" 2>&1 || { tail -40 "$RUN/build.log"; die "The build failed: see $RUN/build.log"; }
  rm -rf "$IDE" "$RUN/fingerprint"
  cp -R "$(bare_ide)" "$IDE"
  install_feature
  add_tour
  printf '%s' "$now" >"$RUN/fingerprint"
  unlocked
}

# build_all: site and tour are the same for each end, the IDE is not
build_all() {
  local modules=releng/iothubtools.repository,tests/iothubtools.tour
  [ "$END" = newest ] || modules+=,releng/iothubtools.ide
  forget_old_classes
  "$MVN" -q verify -DskipTests -am -pl "$modules" || return
  [ "$END" = oldest ] || "$MVN" -q verify -DskipTests -Dtarget.platform=newest -pl releng/iothubtools.ide
}

# install_feature: as Help > Install New Software does, from the built site and no other
install_feature() {
  say "Installing from the update site"
  "$JAVA_HOME/bin/java" -jar "$IDE"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash \
    -application org.eclipse.equinox.p2.director -repository "$(url_of "$SITE")" -installIU iothubtools.feature.feature.group \
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

# dress <workspace>: what the look takes, in that workspace and in the environment of the IDE, and nowhere else on this machine
dress() {
  local settings="$1/.metadata/.plugins/org.eclipse.core.runtime/.settings"
  case "$LOOK" in
    dark)
      mkdir -p "$settings"
      printf 'eclipse.preferences.version=1\nthemeid=org.eclipse.e4.ui.css.theme.e4_dark\n' >"$settings/org.eclipse.e4.ui.css.swt.theme.prefs"
      # the bare IDE lacks what asks GTK for that, as other Eclipses do
      export GTK_THEME=Adwaita:dark
      ;;
    large) export GDK_DPI_SCALE=1.5 ;;
  esac
}

# start_ide <run|tour> <folder>: the installed IDE, with workspace and secure storage in that folder and not in the user's own
start_ide() {
  local options=(-Diothubtools.demo="$1" -Diothubtools.demo.look="$LOOK" -Diothubtools.demo.pictures="$PICTURES" -Dorg.eclipse.swt.browser.DefaultType=none
    -Dslf4j.internal.verbosity=ERROR)
  [ "$(uname)" != Darwin ] || options+=(-XstartOnFirstThread)
  # scripts find things by their English names, whatever the language of the machine
  [ "$1" != tour ] || options+=(-Duser.language=en -Duser.country=US)
  # where nobody else uses the pointer, it may be moved out of the pictures
  [ ${#DISPLAY_PIDS[@]} -eq 0 ] || options+=(-Diothubtools.demo.display=own)
  mkdir -p "$2"
  dress "$2/workspace"
  [ -f "$2/password" ] || (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$2/password")
  "$JAVA_HOME/bin/java" "${options[@]}" -jar "$IDE"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash \
    -configuration "$IDE/configuration.tour" -application iothubtools.tour.demo -data "$2/workspace" \
    -pluginCustomization "$ROOT/tests/iothubtools.tour/plugin_customization.ini" \
    -eclipse.keyring "$2/keyring" -eclipse.password "$2/password"
}
