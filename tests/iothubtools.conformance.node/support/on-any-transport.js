// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const hub = require('./hub-under-test');
const { newDevice, newId, newModule, registry, reported, service, twinOf, withDevice, withModule } = require('./clients');
const { eventually } = require('./eventually');
const { assertArrived, telemetry } = require('./telemetry');

const PATIENT = { connectTimeoutInSeconds: 20, responseTimeoutInSeconds: 20 };

/** A device reads its twin. */
async function readsItsTwin(transport) {
	const deviceId = newId('twin');
	const connection = await newDevice(deviceId);
	await registry().updateTwin(deviceId, { tags: { site: 'A' }, properties: { desired: { interval: 5 } } }, '*');
	await withDevice(connection, transport, async client => {
		const { properties } = await twinOf(client);
		assert.strictEqual(properties.desired.interval, 5);
		assert.strictEqual(properties.desired.$version, 2);
		assert.strictEqual(properties.reported.$version, 1);
	});
}

/** A device reports, and takes away by null what it has reported. */
async function reportsItsTwin(transport) {
	const deviceId = newId('twin');
	await withDevice(await newDevice(deviceId), transport, async client => {
		const twin = await twinOf(client);
		await reported(twin, { firmware: '1.0', battery: { level: 0.5 } });
		await reported(twin, { firmware: null, battery: { level: 0.4 } });
	});
	const { reported: kept } = (await registry().getTwin(deviceId)).responseBody.properties;
	assert.strictEqual(kept.firmware, undefined);
	assert.deepStrictEqual(kept.battery, { level: 0.4 });
	assert.strictEqual(kept.$version, 3);
}

/** A device hears of changes of its desired properties. */
async function hearsOfItsTwin(transport) {
	const deviceId = newId('twin');
	await withDevice(await newDevice(deviceId), transport, async client => {
		const twin = await twinOf(client);
		const seen = [];
		twin.on('properties.desired', delta => seen.push(delta.interval));
		// the first is the twin itself; the subscription is made in the background
		await eventually('a patch', async () => {
			await registry().updateTwin(deviceId, { properties: { desired: { interval: 5 } } }, '*');
			return seen.includes(5);
		});
		await registry().updateTwin(deviceId, { properties: { desired: { interval: 6 } } }, '*');
		await eventually('the last patch', () => seen.at(-1) === 6);
		assert.strictEqual(twin.properties.desired.interval, 6);
	});
}

/** A device answers a direct method. */
async function answersMethods(transport) {
	const deviceId = newId('method');
	await withDevice(await newDevice(deviceId), transport, async client => {
		client.onDeviceMethod('double', (request, response) => { response.send(201, { twice: request.payload * 2 }, () => {}); });
		const { result } = await service().invokeDeviceMethod(deviceId, { methodName: 'double', payload: 21, ...PATIENT });
		assert.deepStrictEqual(result, { status: 201, payload: { twice: 42 } });
	});
}

/** A module sends a message with all properties. */
async function moduleSends(transport) {
	const deviceId = newId('module');
	await withModule(await newModule(deviceId, 'm'), transport, async client => {
		await client.sendEvent(telemetry('m-1', 'x'));
		assert.strictEqual((await registry().getModule(deviceId, 'm')).responseBody.connectionState, 'Connected');
	});
	const [message] = await hub.messages(deviceId, 1);
	assertArrived('m-1', 'x', message);
	assert.strictEqual(message.moduleId, 'm');
}

/** A module has a twin of its own. */
async function moduleHasATwin(transport) {
	const deviceId = newId('module');
	await withModule(await newModule(deviceId, 'm'), transport, async client => {
		const twin = await twinOf(client);
		const seen = [];
		twin.on('properties.desired', delta => seen.push(delta.interval));
		await reported(twin, { firmware: '1.0' });
		await eventually('a patch', async () => {
			await registry().updateModuleTwin(deviceId, 'm', { properties: { desired: { interval: 5 } } }, '*');
			return seen.includes(5);
		});
	});
	assert.strictEqual((await registry().getModuleTwin(deviceId, 'm')).responseBody.properties.reported.firmware, '1.0');
}

/** A module answers a direct method. */
async function moduleAnswersMethods(transport) {
	const deviceId = newId('module');
	await withModule(await newModule(deviceId, 'm'), transport, async client => {
		client.onMethod('double', (request, response) => { response.send(200, request.payload * 2, () => {}); });
		const { result } = await service().invokeDeviceMethod(deviceId, 'm', { methodName: 'double', payload: 21, ...PATIENT });
		assert.deepStrictEqual(result, { status: 200, payload: 42 });
	});
}

/** The same over each of several transports. */
function overEach(transports, what) {
	return async () => {
		for (const transport of transports) {
			await what(transport);
		}
	};
}

module.exports = { answersMethods, hearsOfItsTwin, moduleAnswersMethods, moduleHasATwin, moduleSends, overEach, readsItsTwin, reportsItsTwin };
