#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# iso8601-duration 2.1.4 (npm) beside tinyduration 3.4.1, duration-fns 3.0.2 (npm) and java.time: minus five minutes are five minutes.
#
# Guess:  -PT5M, as XML Schema's duration, ISO 8601-2 and java.time write it, is -300 seconds; or it is refused: the page of the package says that
#         a sign "is not yet supported", and PT-5M, which ISO 8601-2 has too, is an error.
# Seen:   parse gives 5 minutes and toSeconds 300, without an error; end("-P1D") is tomorrow, not yesterday. The pattern is looked for anywhere
#         in the text and begins at the P, so that "at PT5M or so" is five minutes too. An offset of a clock, a start before an event or a window
#         that looks back is turned round. The other three give -300.
# Way out: tinyduration, whose result has negative: true; or refuse what does not begin with P.
#
# Needs Node.js 20 or newer, npm and a JDK of 17 or newer; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund iso8601-duration@2.1.4 tinyduration@3.4.1 duration-fns@3.0.2
cat >run.js <<'JS'
const assert = require('node:assert');
const duration = require('iso8601-duration');
const seconds = text => duration.toSeconds(duration.parse(text));
const yesterday = duration.end(duration.parse('-P1D'), new Date(Date.UTC(2026, 0, 2))).toISOString();
console.log('iso8601-duration: -PT5M in seconds:', seconds('-PT5M'), '- 2 January 2026 and -P1D:', yesterday, '- words:', seconds('at PT5M or so'));
assert.strictEqual(seconds('-PT5M'), 300, 'this has changed');
assert.strictEqual(seconds('at PT5M or so'), 300, 'this has changed');
assert.strictEqual(yesterday, '2026-01-03T00:00:00.000Z', 'this has changed');
assert.throws(() => duration.parse('PT-5M'), /invalid duration/, 'this has changed');
const tiny = require('tinyduration').parse('-PT5M');
console.log('tinyduration:', tiny);
assert.deepStrictEqual({ ...tiny }, { minutes: 5, negative: true });
const other = require('duration-fns').toSeconds('-PT5M');
console.log('duration-fns:', other);
assert.strictEqual(other, -300);
JS
node run.js
cat >Run.java <<'JAVA'
import java.time.Duration;

public class Run {
	public static void main(String[] arguments) {
		long seconds = Duration.parse("-PT5M").toSeconds();
		System.out.println("java.time: " + seconds);
		if (seconds != -300) {
			throw new AssertionError("java.time has changed");
		}
	}
}
JAVA
java Run.java
echo "as described"
