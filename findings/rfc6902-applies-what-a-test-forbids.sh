#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# rfc6902 5.4.0 and fast-json-patch 3.1.1 (npm, JSON Patch, which updates of a digital twin in IoT Hub are): a test that fails does not keep the
# document as it was.
#
# Guess:  [{test version is 5}, {replace interval}] changes nothing where the version is 6: with one operation the whole patch fails (RFC 6902, 5),
#         and PATCH is all or nothing (RFC 5789, 2). The library throws, or leaves the document alone.
# Seen:   rfc6902 does not throw: it goes on after the failed test, replaces the interval, and returns [TestError, null], which a caller that
#         looks for an exception never sees. So a test at the front, as a guard against another's change, guards nothing.
#         fast-json-patch stops and throws; what comes before the test in the patch is done by then and stays, in the document that was given.
# Way out: apply the patch to a copy (structuredClone), and take that only if nothing was thrown and no item of the result is an error.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rfc6902@5.4.0 fast-json-patch@3.1.1
cat >run.js <<'JS'
const assert = require('node:assert');
const rfc6902 = require('rfc6902');
const fast = require('fast-json-patch');

const test = { op: 'test', path: '/version', value: 5 };
const replace = { op: 'replace', path: '/interval', value: 60 };

const first = { version: 6, interval: 5 };
const result = rfc6902.applyPatch(first, [test, replace]);
console.log('rfc6902, test and replace:', first, result.map(error => error && error.name));
assert.deepStrictEqual(first, { version: 6, interval: 60 }, 'this has changed');
assert.deepStrictEqual(result.map(error => error && error.name), ['TestError', null], 'this has changed');

for (const [patch, interval] of [[[test, replace], 5], [[replace, test], 60]]) {
  const document = { version: 6, interval: 5 };
  assert.throws(() => fast.applyPatch(document, patch), { name: 'TEST_OPERATION_FAILED' }, 'this has changed');
  console.log(`fast-json-patch, ${patch.map(({ op }) => op).join(' and ')}: throws, and the document is`, document);
  assert.deepStrictEqual(document, { version: 6, interval }, 'this has changed');
}
JS
node run.js
echo "as described"
