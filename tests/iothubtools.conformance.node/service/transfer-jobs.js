// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { registry } = require('../support/clients');
const { section, row } = require('../support/rows');

const CONTAINER = 'https://account.blob.core.windows.net/container?sig=x';

section('Import and export jobs (§3.8)', () => {
	row({ operation: 'POST /jobs/create', call: 'Registry.importDevicesFromBlob', unsupported: true,
		error: 'ArgumentError: The container cannot be reached: the local hub has no storage.' }, refused => refused(registry().importDevicesFromBlob(CONTAINER, CONTAINER)));

	row({ operation: 'POST /jobs/create', call: 'Registry.exportDevicesToBlob', unsupported: true,
		error: 'ArgumentError: The container cannot be reached: the local hub has no storage.' }, refused => refused(registry().exportDevicesToBlob(CONTAINER, true)));

	row({ operation: 'GET /jobs', call: 'Registry.listJobs' }, async () => {
		assert.deepStrictEqual((await registry().listJobs()).responseBody, []);
	});

	row({ operation: 'GET /jobs/{id}', call: 'Registry.getJob', circumstances: 'there is none',
		error: 'Error: Not found' }, refused => refused(registry().getJob('none')));
});
