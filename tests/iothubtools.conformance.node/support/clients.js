// SPDX-License-Identifier: EPL-2.0
'use strict';

const fs = require('node:fs');
const { Registry, Client, JobClient } = require('azure-iothub');
const device = require('azure-iot-device');
const hub = require('./hub-under-test');
const { eventually, inTime } = require('./eventually');

let number = 0;

/** An id that no other test uses. */
function newId(name) {
	number += 1;
	return `${name}-${number}`;
}

/** The clients of azure-iothub, as iothubowner. */
function registry() {
	return Registry.fromConnectionString(hub.connectionString);
}

function service() {
	return Client.fromConnectionString(hub.connectionString);
}

function jobs() {
	return JobClient.fromConnectionString(hub.connectionString);
}

/** Creates a device and returns its connection string. */
async function newDevice(deviceId) {
	const { responseBody } = await registry().create({ deviceId });
	return connectionString(deviceId, responseBody.authentication.symmetricKey.primaryKey);
}

/** Creates a module of a device and returns its connection string. */
async function newModule(deviceId, moduleId) {
	await registry().create({ deviceId });
	await registry().addModule({ deviceId, moduleId });
	const { responseBody } = await registry().getModule(deviceId, moduleId);
	return connectionString(`${deviceId};ModuleId=${moduleId}`, responseBody.authentication.symmetricKey.primaryKey);
}

function connectionString(deviceId, key) {
	return `HostName=${hub.host};DeviceId=${deviceId};SharedAccessKey=${key}`;
}

/** Whether a device is connected, as the hub shows it. */
async function connectionState(deviceId) {
	return (await registry().get(deviceId)).responseBody.connectionState;
}

/** Waits until the hub knows that a device has gone. */
function gone(deviceId) {
	return eventually(deviceId + ' has gone', async () => await connectionState(deviceId) === 'Disconnected');
}

/** Opens a client of azure-iot-device for as long as something is done with it. options: of the client, a certificate for instance. */
async function connected(client, action, options) {
	const all = { ...options, ...(hub.agent && { mqtt: { webSocketAgent: hub.agent }, amqp: { webSocketAgent: hub.agent } }) };
	if (Object.keys(all).length > 0) {
		// without a receive policy the HTTP transport never says that it took the others
		await client.setOptions({ ...all, http: { receivePolicy: { interval: 1 } } });
	}
	try {
		await client.open();
		return await action(client);
	} finally {
		await client.close();
	}
}

/** The same with a connection string of a device. */
function withDevice(text, transport, action, options) {
	return connected(device.Client.fromConnectionString(text, transport), action, options);
}

/** The same with a connection string of a module. */
function withModule(text, transport, action) {
	return connected(device.ModuleClient.fromConnectionString(text, transport), action);
}

/** The twin of a device that is connected; the answer to a first question about it is awaited. */
function twinOf(client) {
	return inTime('the twin', client.getTwin());
}

/** Reports properties. */
function reported(twin, patch) {
	return inTime('the answer to reported properties', new Promise((resolve, reject) => {
		twin.properties.reported.update(patch, error => (error ? reject(error) : resolve()));
	}));
}

/** The next event of an emitter. */
function next(emitter, event) {
	return inTime(event, new Promise(resolve => { emitter.once(event, resolve); }));
}

/** Certificate and key as the SDK takes them. */
function pem({ certificate, key }) {
	return { cert: fs.readFileSync(certificate, 'utf8'), key: fs.readFileSync(key, 'utf8') };
}

module.exports = { newId, registry, service, jobs, newDevice, newModule, connectionString, connectionState, gone, connected, withDevice, withModule, twinOf, reported, next, pem };
