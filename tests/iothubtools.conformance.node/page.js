// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { it } = require('node:test');
const { page, unproved } = require('./support/rows');

const FILE = path.join(__dirname, '..', '..', 'docs', 'conformance.md');
/** Where the page of the SDKs for Java ends. */
const TITLE = '\n## Microsoft\'s SDKs for Node.js\n';
const { dependencies } = require('./package.json');

function version(name) {
	return `\`${name}\` ${dependencies[name]}`;
}

const HEAD = `${TITLE}
The same for Node.js, unmodified from npm: ${version('azure-iothub')}, ${version('azure-iot-device')},
${version('azure-iot-device-mqtt')}, ${version('azure-iot-device-amqp')} and ${version('azure-iot-device-http')}.
Each row is a test in \`tests/iothubtools.conformance.node\`; \`releng/scripts/test-node.sh --write\` writes this section.
`;

it('docs/conformance.md says what ran', () => {
	const unprovedRows = unproved().map(({ operation, call, circumstances }) => [operation, call, circumstances].join(' '));
	assert.deepStrictEqual(unprovedRows, [], 'rows whose tests did not pass');
	const text = fs.readFileSync(FILE, 'utf8');
	const start = text.includes(TITLE) ? text.indexOf(TITLE) : text.length;
	const now = HEAD + page();
	if (process.env.CONFORMANCE_WRITE === 'true') {
		fs.writeFileSync(FILE, text.slice(0, start) + now);
	} else {
		assert.strictEqual(text.slice(start), now, 'docs/conformance.md is not what ran; releng/scripts/test-node.sh --write writes it');
	}
});
