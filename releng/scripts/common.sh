# SPDX-License-Identifier: EPL-2.0
# What run.sh, test.sh and localhub.sh share: messages, the JDK, Maven, and what has to be installed. Sourced, never run.
# Expects bash and ROOT, the checkout's folder.

MAVEN_VERSION=3.9.11
DEPENDENCY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.8.1
CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/iothubtools"

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

# help_wanted <script> [argument...]: with --help or -h first among the arguments prints what the script says of itself at its top, and ends
help_wanted() {
  case "${2:-}" in
    --help | -h)
      sed -n -e '/^#!/d' -e '/^# SPDX/d' -e '/^#/!q' -e 's/^# \{0,1\}//p' "$1"
      exit 0
      ;;
  esac
}

# java_major <java>: the feature release of a Java command, 0 when there is none
java_major() {
  local version
  version=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p') || true
  case "$version" in
    '' | 1.*) echo 0 ;;
    *) echo "$version" ;;
  esac
}

# find_jdk <oldest> [newest]: prints the first JDK whose release lies between these: the caller's own, the one on the path, one that
# a GitHub runner names JAVA_HOME_21_X64, or one that lies where distributions put them; 1 when there is none
find_jdk() {
  local candidate on_path named release
  on_path=$(command -v javac || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  named=$(env | sed -n 's/^JAVA_HOME_[0-9]*_[A-Za-z0-9]*=//p')
  for candidate in "${JAVA_HOME:-}" "$on_path" $named /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
    release=$(java_major "$candidate/bin/java")
    if [ "$release" -ge "$1" ] && [ "$release" -le "${2:-9999}" ]; then
      printf '%s' "$candidate"
      return
    fi
  done
  return 1
}

# use_jdk: sets JAVA_HOME to a JDK of 17 or newer
use_jdk() {
  JAVA_HOME=$(find_jdk 17) || die "A JDK of 17 or newer is needed: install one (Debian/Ubuntu: openjdk-17-jdk) or set JAVA_HOME."
  export JAVA_HOME
}

# use_jdk_of <oldest|newest>: sets JAVA_HOME to a JDK that this end of Eclipse runs on, for the oldest end the oldest it runs on; 1
# when there is none for the newest
use_jdk_of() {
  case "$1" in
    oldest) JAVA_HOME=$(find_jdk 17 17) || use_jdk ;;
    newest) JAVA_HOME=$(find_jdk 21) || return 1 ;;
  esac
  export JAVA_HOME
}

# eclipse_of <oldest|newest>: the release of that Eclipse
eclipse_of() {
  sed -n 's/.*<artifactId>org\.eclipse\.sdk<\/artifactId><version>\([0-9]*\.[0-9]*\).*/\1/p' "$ROOT/releng/iothubtools.target/$1.target"
}

# commit_time: prints the time of the commit that is checked out, in UTC; 1 when files differ from it, or there is no git
commit_time() {
  git -C "$ROOT" diff --quiet HEAD 2>/dev/null || return 1
  TZ=UTC0 git -C "$ROOT" log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd
}

# use_maven: sets MVN to a Maven of 3.9, which Tycho needs; fetches one by its coordinates when the installed one is older. What it
# builds has the version and the times of the commit, so that two builds of one give the same bytes; changed files have those of now.
use_maven() {
  local installed time
  time=$(commit_time) && export MAVEN_ARGS="${MAVEN_ARGS:-} -Dcommit.time=$time"
  installed=$(command -v mvn || true)
  if [ -n "$installed" ] && [[ "$("$installed" -v 2>/dev/null)" == *"Apache Maven 3.9."* ]]; then
    MVN=$installed
    return
  fi
  MVN="$CACHE/apache-maven-$MAVEN_VERSION/bin/mvn"
  [ -x "$MVN" ] && return
  if [ -z "$installed" ]; then
    install_packages maven || die "Maven is needed, any version: install it (Debian/Ubuntu: maven)."
    installed=$(command -v mvn)
  fi
  say "Fetching Maven $MAVEN_VERSION"
  fetch_maven "$installed"
}

# fetch_maven <mvn>: unpacks Maven into the cache with an older Maven. Unpacked beside its place and moved there, so that two who
# do this at once get a whole one each; run in a folder of its own because dependency:unpack leaves a marker in the current folder
# and does nothing the next time it sees it.
fetch_maven() {
  local work
  mkdir -p "$CACHE"
  work=$(mktemp -d "$CACHE/maven.XXXXXX")
  (cd "$work" && "$1" -B -q "$DEPENDENCY_PLUGIN:unpack" -DoutputDirectory="$work" \
    -Dartifact="org.apache.maven:apache-maven:$MAVEN_VERSION:zip:bin") || { rm -rf "$work"; die "Maven $MAVEN_VERSION could not be fetched."; }
  chmod +x "$work/apache-maven-$MAVEN_VERSION/bin/mvn"
  mv "$work/apache-maven-$MAVEN_VERSION" "$CACHE/" 2>/dev/null || [ -x "$MVN" ] || die "Maven could not be put into $CACHE."
  rm -rf "$work"
}

# fetch_jar <group:artifact:version:packaging:classifier> <file>: one jar from Maven's repositories into the cache, once
fetch_jar() {
  [ -f "$2" ] && return
  local work
  mkdir -p "$CACHE"
  work=$(mktemp -d "$CACHE/jar.XXXXXX")
  (cd "$work" && "$MVN" -B -q "$DEPENDENCY_PLUGIN:copy" -Dartifact="$1" -DoutputDirectory="$work") || { rm -rf "$work"; return 1; }
  mv "$work"/*.jar "$2"
  rm -rf "$work"
}

# install_packages <package>...: by apt, where that is possible without asking anybody; 1 where it is not
install_packages() {
  local sudo=()
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    sudo=(sudo -n)
  fi
  say "Installing $*"
  local apt=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$@"; } >/dev/null 2>&1
}

# fingerprint <path>...: changes when something changes that is built from these, whatever the files' dates say
fingerprint() {
  (cd "$ROOT" && find "$@" \( -name target -o -name bin \) -prune -o \
    -type f ! -name '.polyglot.*' ! -name '.tycho-consumer-pom.xml' -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum)
}

# forget_old_classes: Tycho compiles the files that changed and no others, so that a class whose neighbour is another one since would keep
# its calls of what is gone; when sources changed since the last time, all are compiled anew. To be called with the build's lock.
forget_old_classes() {
  local now
  now=$(fingerprint pom.xml bundles tests)
  [ -f "$ROOT/target/compiled" ] && [ "$(cat "$ROOT/target/compiled")" = "$now" ] && return
  rm -rf "$ROOT"/{bundles,tests}/*/target/{,older/,newest/}{classes,test-classes}
  printf '%s' "$now" >"$ROOT/target/compiled"
}

# locked <name>: one at a time from here on, so that two builds of one checkout do not tread on each other
locked() {
  mkdir -p "$ROOT/target"
  if command -v flock >/dev/null; then
    exec 9>"$ROOT/target/.$1.lock"
    flock -n 9 || { say "Waiting for another $1 in this checkout"; flock 9; }
  fi
}

# unlocked: lets the next one in; what is started from here on does not hold the lock either
unlocked() { exec 9>&-; }
