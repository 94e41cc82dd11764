// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { newId, registry } = require('../support/clients');
const { section, row } = require('../support/rows');

section('Statistics (§3.2)', () => {
	row({ operation: 'GET /statistics/devices', call: 'Registry.getRegistryStatistics' }, async () => {
		const before = (await registry().getRegistryStatistics()).responseBody;
		await registry().addDevices([{ deviceId: newId('counted') }, { deviceId: newId('counted'), status: 'disabled' }]);
		const now = (await registry().getRegistryStatistics()).responseBody;
		assert.strictEqual(now.totalDeviceCount, before.totalDeviceCount + 2);
		assert.strictEqual(now.enabledDeviceCount, before.enabledDeviceCount + 1);
		assert.strictEqual(now.disabledDeviceCount, before.disabledDeviceCount + 1);
	});
});
