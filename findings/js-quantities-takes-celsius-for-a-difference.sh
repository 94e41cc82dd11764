#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# js-quantities 1.8.0 (npm, quantities and units) beside mathjs 15.2.0 (npm): 20 celsius are 36 fahrenheit.
#
# Guess:  Qty("20 celsius").to("fahrenheit") is 68: the unit is written out, and it is the one that a sensor's reading has (DTDL's
#         degreeCelsius, SenML's Cel). At worst the library does not know the name.
# Seen:   it is 36, without an error. celsius, fahrenheit, kelvin and degC, degF are units of differences of temperature, and of those
#         20 K are 36 °F; a temperature is tempC, or temp-C. Mixed, the zero is lost: 20 degC are -423.67 tempF, and 293.15 kelvin 293.15 celsius.
#         mathjs, with the same words, makes 68 and 20 of them.
# Way out: Qty(value, "tempC") for a reading; names of units from a model are to be mapped before they get here.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund js-quantities@1.8.0 mathjs@15.2.0
cat >run.js <<'JS'
const assert = require('node:assert');
const Qty = require('js-quantities');
const { unit } = require('mathjs');

const near = (seen, wanted) => assert(Math.abs(seen - wanted) < 1e-6, `this has changed: ${seen}`);
const wanted = [[20, 'celsius', 'fahrenheit', 36, 68], [293.15, 'kelvin', 'celsius', 293.15, 20], [20, 'degC', 'degF', 36, 68]];
for (const [value, from, to, quantities, mathjs] of wanted) {
  const one = Qty(value, from).to(to);
  const other = unit(value, from).to(to);
  console.log(`${value} ${from}: js-quantities ${one}, mathjs ${other.toString()}`);
  near(one.scalar, quantities);
  near(other.toNumber(to), mathjs);
}
console.log('20 degC as tempF:', String(Qty('20 degC').to('tempF')), '- 20 tempC as tempF:', String(Qty('20 tempC').to('tempF')));
near(Qty('20 degC').to('tempF').scalar, -423.67);
near(Qty('20 tempC').to('tempF').scalar, 68);
JS
node run.js
echo "as described"
