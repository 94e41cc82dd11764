# SPDX-License-Identifier: EPL-2.0
# The update site and an older build of it, to update from. Both are built against the oldest Eclipse. Sourced after common.sh.

SITE="$ROOT/releng/iothubtools.repository/target/repository"
OLDER_SITE="$ROOT/target/older-site"

# url_of <folder>
url_of() { printf 'file:%s' "${1// /%20}"; }

# build_site [argument for Maven]...: without tests, in a subshell because of its own JDK
build_site() (
  say "Building the update site" "$@"
  use_jdk_of oldest
  "$MVN" -q verify -DskipTests -am -pl releng/iothubtools.repository "$@" || die "The update site could not be built: see above"
)

# build_older_site: the same sources in the year 2000. Kept outside of its module, whose own build empties the module's target folder.
build_older_site() {
  build_site -Dbuild.folder=target/older -DforceContextQualifier=200001010000
  rm -rf "$OLDER_SITE"
  mv "$ROOT/releng/iothubtools.repository/target/older/repository" "$OLDER_SITE"
}
