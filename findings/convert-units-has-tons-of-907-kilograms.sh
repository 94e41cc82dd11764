#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# convert-units 2.3.4 (npm) beside mathjs 15.2.0 and @lhncbc/ucum-lhc 7.1.10 (npm): a weight of 1 t is 907 kg.
#
# Guess:  t is the tonne, 1000 kg, as it is in the brochure of the SI (table 8), in UCUM and in DTDL's tonne.
# Seen:   t is the short ton of 2000 pounds, 907.184 kg, without an error: the reading of a scale in tonnes loses nine per cent, which looks right.
#         describe('t') says { system: 'imperial', singular: 'Ton' }; the tonne is mt, which elsewhere is a millitonne. Digital sizes are of
#         another kind too: a Mb has 1024 Kb, where the SI says 1000. The others make 1000 kg of 1 t, and mathjs 1 kg of 1 mt.
# Way out: convert(value).from('mt'); or a table of your own from the unit of the device to the name here.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund convert-units@2.3.4 mathjs@15.2.0 @lhncbc/ucum-lhc@7.1.10
cat >run.js <<'JS'
const assert = require('node:assert');
const convert = require('convert-units');
console.log('convert-units: 1 t in kg:', convert(1).from('t').to('kg'), '- 1 mt:', convert(1).from('mt').to('kg'), convert().describe('t'));
assert.strictEqual(convert(1).from('t').to('kg'), 907.184, 'this has changed');
assert.ok(Math.abs(convert(1).from('mt').to('kg') - 1000) < 1e-9, 'this has changed');
assert.strictEqual(convert().describe('t').system, 'imperial', 'this has changed');
assert.strictEqual(convert(1).from('Mb').to('Kb'), 1024, 'this has changed');
const { unit } = require('mathjs');
const kilograms = require('@lhncbc/ucum-lhc').UcumLhcUtils.getInstance().convertUnitTo('t', 1, 'kg').toVal;
console.log('ucum-lhc: 1 t in kg:', kilograms, '- mathjs: 1 t:', unit(1, 't').toNumber('kg'), '- 1 mt:', unit(1, 'mt').toNumber('kg'));
assert.ok(Math.abs(kilograms - 1000) < 1e-9);
assert.strictEqual(unit(1, 't').toNumber('kg'), 1000);
assert.strictEqual(unit(1, 'mt').toNumber('kg'), 1);
JS
node run.js
echo "as described"
