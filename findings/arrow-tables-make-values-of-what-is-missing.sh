#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# apache-arrow 21.2.0 (npm, Apache Arrow for JavaScript): a member that a row does not have becomes a value.
#
# Guess:  tableFromJSON of rows that have not all the same members, as messages of several devices do, gives null where one is missing: Arrow has a
#         bit for each value that says whether there is one, and the columns are nullable.
# Seen:   a missing member is false in a column of Bool, NaN in one of numbers and the empty text in one of texts, and nullCount is 0. So a
#         valve that did not report is closed, a sum or a mean is NaN, and a file of the table says so to readers in every language. Only where the
#         member is there, as null, it is null. In a column of bigints alone there is an error ("Cannot convert undefined to a BigInt").
#         The order of the rows makes no difference.
# Way out: fill the rows first: rows.map(row => Object.fromEntries(names.map(name => [name, row[name] ?? null]))).
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund apache-arrow@21.2.0
cat >run.js <<'JS'
const assert = require('node:assert');
const { tableFromIPC, tableFromJSON, tableToIPC } = require('apache-arrow');

const rows = [
  { id: 'device-1', open: true, temperature: 21.5, note: 'ok' },
  { id: 'device-2' },
  { id: 'device-3', open: null, temperature: null, note: null }
];
const names = ['id', 'open', 'temperature', 'note'];
/** What a reader of the table's file sees, and how many nulls each column has. */
function read(table) {
  const again = tableFromIPC(tableToIPC(table, 'file'));
  return [again.toArray().map(row => row.toJSON()), names.map(name => again.getChild(name).nullCount)];
}

const [plain, nulls] = read(tableFromJSON(rows));
const [turned] = read(tableFromJSON([...rows].reverse()));
const [filled, filledNulls] = read(tableFromJSON(rows.map(row => Object.fromEntries(names.map(name => [name, row[name] ?? null])))));
console.log('as they are:', plain, 'nulls', nulls);
console.log('filled:', filled, 'nulls', filledNulls);
assert.deepStrictEqual(plain[1], { id: 'device-2', open: false, temperature: NaN, note: '' }, 'this has changed');
assert.deepStrictEqual(turned[1], plain[1], 'this has changed');
assert.deepStrictEqual(plain[2], { id: 'device-3', open: null, temperature: null, note: null }, 'this has changed');
assert.deepStrictEqual(nulls, [0, 1, 1, 1], 'this has changed');
assert.deepStrictEqual(filled[1], { id: 'device-2', open: null, temperature: null, note: null }, 'this has changed');
assert.deepStrictEqual(filledNulls, [0, 2, 2, 2], 'this has changed');
assert.throws(() => tableFromJSON([{ count: 5n }, {}]), /undefined to a BigInt/, 'this has changed');
JS
node run.js
echo "as described"
