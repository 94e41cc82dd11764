#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# cbor-x 1.6.9 (npm, CBOR for JavaScript) with SenML (RFC 8428), whose CBOR form has numbers as labels: what was read and is written again is SenML
# no more.
#
# Guess:  encode(decode(bytes)) of a pack of records, untouched, gives another spelling of the same at most: the reader's record[0] and
#         record[-2] are the name and the base name, as they should be.
# Seen:   they are, as a map becomes an object, whose keys are texts; written, the labels are the texts "0", "1", "2" and "-2", which a reader of
#         SenML knows nothing of: it sees a record without name, unit and value. No error on either side. Another library, cbor 10.0.12, reads such
#         labels as a Map's numbers, and shows it here.
# Way out: new Encoder({mapsAsObjects: false, useRecords: false}), for both ways: maps are Maps then, and labels stay numbers.
#
# Needs Node.js 20 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund cbor-x@1.6.9 cbor@10.0.12
cat >run.mjs <<'JS'
import assert from 'node:assert';
import { Encoder, decode, encode } from 'cbor-x';
import cbor from 'cbor';

// base name, name, unit, value: the labels of RFC 8428, section 6
const pack = cbor.encode([new Map([[-2, 'urn:dev:device-1:'], [0, 'temperature'], [1, 'Cel'], [2, 21.5]])]);
const labels = bytes => { const record = cbor.decodeFirstSync(bytes)[0]; return record instanceof Map ? [...record.keys()] : Object.keys(record); };

const read = decode(pack);
const written = encode(read);
const maps = new Encoder({ mapsAsObjects: false, useRecords: false });
const kept = maps.encode(maps.decode(pack));
console.log('name as read:', read[0][0], '- labels before:', labels(pack), 'after:', labels(written), 'after as maps:', labels(kept));
assert.strictEqual(read[0][0], 'temperature', 'this has changed');
assert.deepStrictEqual(labels(pack), [-2, 0, 1, 2], 'this has changed');
assert.deepStrictEqual(labels(written), ['0', '1', '2', '-2'], 'this has changed');
assert.deepStrictEqual(labels(kept), [-2, 0, 1, 2], 'this has changed');
JS
node run.mjs
echo "as described"
