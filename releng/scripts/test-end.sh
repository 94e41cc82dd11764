#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Tests one end of Eclipse and leaves its total; test.sh runs it, after the older site and for the newest end the site were built.
# A process of its own, so that whatever happens at one end the other is tested, too.
#   releng/scripts/test-end.sh oldest|newest [arguments for Maven]
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT"
. releng/scripts/common.sh
. releng/scripts/results.sh
. releng/scripts/sites.sh

# an end that hangs is given up
MINUTES=55

end=$1
shift
use_jdk_of "$end"
use_maven
java=$(java_major "$JAVA_HOME/bin/java")
case "$end" in
  oldest) name=Oldest ;;
  newest) name=Newest ;;
esac
name="$name, Eclipse $(eclipse_of "$end") on Java $java"
[ "$end" = newest ] || [ "$java" = 17 ] || say "There is no JDK 17: the oldest Eclipse is tested on Java $java"

options=(-Dolder.site="$(url_of "$OLDER_SITE")")
if [ "$end" = newest ]; then
  [ -f "$SITE/content.jar" ] || die "$name: there is no update site to test"
  # what needs a workbench or an installation, and the test bundles that those need
  modules=releng/iothubtools.ide
  for tests in tour tests.support client.tests amqp.tests core.tests ui.tests install.tests; do
    modules+=,tests/iothubtools.$tests
  done
  [[ " $*" != *" -Pswtbot"* ]] || modules+=,tests/iothubtools.swtbot.tests
  options+=(-Dtarget.platform=newest -Dtested.site="$(url_of "$SITE")" -pl "$modules")
fi

# limited <command>...: in the foreground, so that Ctrl+C still reaches it
limited() {
  if command -v timeout >/dev/null; then
    timeout --foreground --kill-after=60 "${MINUTES}m" "$@"
  else
    "$@"
  fi
}

status=0
limited "$MVN" -fae verify "${options[@]}" "$@" || status=$?
# what Maven says after Ctrl+C; what timeout says: ended, killed
if [ "$status" -eq 130 ]; then
  exit 130
elif [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then
  name+=", given up after $MINUTES minutes"
elif [ "$status" -ne 0 ]; then
  name+=", the build failed"
fi
# what is not Java has the hub that the build made for the SDKs of Java; for it both ends are the same
if [ "$end" = oldest ]; then
  for language in node python; do
    hub=$ROOT/tests/iothubtools.conformance/target/hub
    [ -d "$hub" ] && HUB_FOLDER=$hub limited bash "releng/scripts/test-$language.sh" || status=1
    [ -f "tests/iothubtools.conformance.$language/target/surefire-reports/TEST-$language.xml" ] || name+=", nothing of $language"
  done
fi
keep_total "$end" "$name" || status=1
exit "$status"
