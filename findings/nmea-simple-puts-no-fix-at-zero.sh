#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# nmea-simple 3.3.0 (npm, sentences of GPS receivers) beside gps 0.9.0 (npm): a receiver without a fix is in the Gulf of Guinea.
#
# Guess:  a receiver that has no fix leaves the fields of its position empty (NMEA 0183 has empty fields for what is not known), and a parser then
#         gives null, undefined or NaN, as gps does.
# Seen:   latitude and longitude are -0, which JSON writes as 0: a place, and a valid one, in the sea south of Ghana. Altitude, speed and course are 0
#         too. fixType "none" of GGA, status "warning" of RMC and valid "invalid" of GLL say it beside the place; a program that takes the
#         position alone sends the tracker there whenever it starts in a hall, and a geofence or a sum of distances goes wrong without an error.
#         An altitude alone that is missing, of a fix that is good, is 0 with nothing beside it that says so.
# Way out: look at fixType, status or valid first, and at the text of the sentence for an altitude.
#
# Needs Node.js 18 or newer and npm; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund nmea-simple@3.3.0 gps@0.9.0
cat >run.js <<'JS'
const assert = require('node:assert');
const { parseNmeaSentence } = require('nmea-simple');
const GPS = require('gps');

/** The sentence with its checksum. */
const sentence = text => `$${text}*${[...text].reduce((sum, c) => sum ^ c.charCodeAt(0), 0).toString(16).toUpperCase().padStart(2, '0')}`;

const none = {
  GGA: 'GPGGA,120000.00,,,,,0,00,99.99,,,,,,',
  RMC: 'GPRMC,120000.00,V,,,,,,,281125,,,N',
  GLL: 'GPGLL,,,,,120000.00,V,N'
};
for (const [id, text] of Object.entries(none)) {
  const { latitude, longitude, fixType, status, valid } = parseNmeaSentence(sentence(text));
  const other = GPS.Parse(sentence(text));
  console.log(id, JSON.stringify({ latitude, longitude }), fixType ?? status ?? valid, '- gps:', other.lat, other.lon);
  assert.strictEqual(JSON.stringify({ latitude, longitude }), '{"latitude":0,"longitude":0}', 'this has changed');
  assert.deepStrictEqual([other.lat, other.lon], [null, null], 'this has changed');
}
const { latitude, longitude, altitudeMeters, fixType } = parseNmeaSentence(sentence('GPGGA,120000.00,4807.038,N,01131.000,E,1,03,2.1,,M,,M,,'));
console.log('a fix without altitude:', { latitude, longitude, altitudeMeters, fixType });
assert.strictEqual(latitude, 48.1173);
assert.strictEqual(altitudeMeters, 0, 'this has changed');
assert.strictEqual(fixType, 'fix', 'this has changed');
JS
node run.js
echo "as described"
