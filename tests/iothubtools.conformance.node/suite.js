// SPDX-License-Identifier: EPL-2.0
'use strict';

const { after, before, describe } = require('node:test');
const hub = require('./support/hub-under-test');

// a run that is broken off leaves no hub behind
process.on('exit', () => hub.kill());
for (const signal of ['SIGINT', 'SIGTERM']) {
	process.once(signal, () => process.exit(1));
}

describe("Microsoft's SDKs for Node.js", () => {
	before(() => hub.start());
	after(() => hub.stop());

	require('./service/devices');
	require('./service/statistics');
	require('./service/queries');
	require('./service/modules');
	require('./service/twins');
	require('./service/methods');
	require('./service/messages');
	require('./service/transfer-jobs');
	require('./service/jobs');
	require('./service/configurations');
	require('./device/https');
	require('./device/mqtt');
	require('./device/module');
	require('./device/amqp');
	// last: it compares docs/conformance.md with what ran
	require('./page');
});
