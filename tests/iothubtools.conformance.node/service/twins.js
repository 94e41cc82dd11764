// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const hub = require('../support/hub-under-test');
const { newId, registry } = require('../support/clients');
const { section, row } = require('../support/rows');

/** The twin of a new device. */
async function newTwin(deviceId = newId('twin')) {
	await registry().create({ deviceId });
	return (await registry().getTwin(deviceId)).responseBody;
}

section('Twins (§3.5)', () => {
	row({ operation: 'GET /twins/{id}', call: 'Registry.getTwin' }, async () => {
		const twin = await newTwin();
		assert.strictEqual(twin.version, 2);
		assert.strictEqual(twin.properties.desired.$version, 1);
		assert.strictEqual(twin.properties.reported.$version, 1);
	});

	row({ operation: 'GET /twins/{id}', call: 'Registry.getTwin', circumstances: 'there is none',
		error: 'DeviceNotFoundError: nobody' }, refused => refused(registry().getTwin('nobody')));

	row({ operation: 'PATCH /twins/{id}', call: 'Registry.updateTwin', circumstances: 'whatever its etag is' }, async () => {
		const { deviceId } = await newTwin();
		const patch = { tags: { site: 'A', floor: 2 }, properties: { desired: { interval: 5, alarm: { low: 1.5 } } } };
		await registry().updateTwin(deviceId, patch, '*');
		await registry().updateTwin(deviceId, { tags: { floor: null }, properties: { desired: { interval: 6 } } }, '*');
		const { responseBody: twin } = await registry().getTwin(deviceId);
		assert.deepStrictEqual(twin.tags, { site: 'A' });
		assert.strictEqual(twin.properties.desired.interval, 6);
		assert.deepStrictEqual(twin.properties.desired.alarm, { low: 1.5 });
		assert.strictEqual(twin.properties.desired.$version, 3);
	});

	row({ operation: 'PATCH /twins/{id}', call: 'Registry.updateTwin', circumstances: 'with the current etag' }, async () => {
		const twin = await newTwin();
		const { responseBody } = await registry().updateTwin(twin.deviceId, { tags: { site: 'A' } }, twin.etag);
		assert.deepStrictEqual(responseBody.tags, { site: 'A' });
		assert.notStrictEqual(responseBody.etag, twin.etag);
	});

	row({ operation: 'PATCH /twins/{id}', call: 'Registry.updateTwin', circumstances: 'with an old etag',
		error: "InvalidEtagError: ETag mismatch for device ID 'etags'" }, async refused => {
		const twin = await newTwin('etags');
		await registry().updateTwin(twin.deviceId, { tags: { site: 'A' } }, twin.etag);
		await refused(registry().updateTwin(twin.deviceId, { tags: { site: 'B' } }, twin.etag));
		assert.deepStrictEqual((await registry().getTwin(twin.deviceId)).responseBody.tags, { site: 'A' });
	});

	row({ operation: 'PATCH /twins/{id}', call: 'Twin.update', circumstances: 'twice' }, async () => {
		const twin = await newTwin();
		await twin.update({ tags: { site: 'A' } });
		await twin.update({ tags: { site: 'B' } });
		assert.deepStrictEqual((await registry().getTwin(twin.deviceId)).responseBody.tags, { site: 'B' });
	});

	row({ operation: 'PATCH /twins/{id}', call: 'Registry.updateTwin', circumstances: 'null in an array',
		error: 'ArgumentError: The tags must not have null where there is nothing to delete: in an array, or when all is replaced.' }, async refused => {
		const { deviceId } = await newTwin();
		await refused(registry().updateTwin(deviceId, { tags: { a: [{ b: null }] } }, '*'));
	});

	row({ operation: 'PUT /twins/{id}', circumstances: 'with an etag' }, async () => {
		const twin = await newTwin();
		await registry().updateTwin(twin.deviceId, { tags: { site: 'A' }, properties: { desired: { interval: 5 } } }, '*');
		const { responseBody: { etag } } = await registry().getTwin(twin.deviceId);
		const put = match => hub.call('PUT', '/twins/' + twin.deviceId, { body: JSON.stringify({ tags: { floor: 1 }, properties: { desired: {} } }),
			headers: { 'Content-Type': 'application/json', 'If-Match': `"${match}"` } });
		assert.strictEqual((await put(twin.etag)).status, 412);
		assert.strictEqual((await put(etag)).status, 200);
		const { responseBody: replaced } = await registry().getTwin(twin.deviceId);
		assert.deepStrictEqual(replaced.tags, { floor: 1 });
		assert.strictEqual(replaced.properties.desired.interval, undefined);
	});

	row({ operation: 'GET /twins/{id}/modules/{mid}', call: 'Registry.getModuleTwin' }, async () => {
		const { deviceId } = await newTwin();
		await registry().addModule({ deviceId, moduleId: 'm' });
		const { responseBody } = await registry().getModuleTwin(deviceId, 'm');
		assert.strictEqual(responseBody.moduleId, 'm');
		assert.strictEqual(responseBody.version, 2);
	});

	row({ operation: 'PATCH /twins/{id}/modules/{mid}', call: 'Registry.updateModuleTwin', circumstances: 'whatever its etag is' }, async () => {
		const { deviceId } = await newTwin();
		await registry().addModule({ deviceId, moduleId: 'm' });
		await registry().updateModuleTwin(deviceId, 'm', { properties: { desired: { interval: 5 } } }, '*');
		assert.strictEqual((await registry().getModuleTwin(deviceId, 'm')).responseBody.properties.desired.interval, 5);
	});
});
