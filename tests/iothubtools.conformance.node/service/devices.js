// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Registry } = require('azure-iothub');
const hub = require('../support/hub-under-test');
const { newId, registry } = require('../support/clients');
const { section, row } = require('../support/rows');

const KEY = Buffer.alloc(32, 1).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 2).toString('base64');
const THUMBPRINT = 'A'.repeat(40);

const CREATE = 'PUT /devices/{id}';
const GET = 'GET /devices/{id}';
const UPDATE = 'PUT /devices/{id} with If-Match';
const DELETE = 'DELETE /devices/{id}';
const BULK = 'POST /devices';

function keysOf(device) {
	return device.authentication.symmetricKey;
}

/** The errors of a bulk operation that did not succeed: the SDK has its result in the message. */
async function errorsOf(bulk) {
	const { message } = await bulk.then(assert.fail, error => error);
	const { isSuccessful, errors } = JSON.parse(message.replace(/^Error: /, ''));
	assert.strictEqual(isSuccessful, false);
	return errors.map(({ deviceId, errorCode }) => [deviceId, errorCode]);
}

section('Device identities (§3.1)', () => {
	row({ operation: GET, call: 'Registry.get' }, async () => {
		const deviceId = newId('get');
		const created = (await registry().create({ deviceId })).responseBody;
		const { responseBody: device } = await registry().get(deviceId);
		assert.strictEqual(device.deviceId, deviceId);
		assert.strictEqual(device.status, 'enabled');
		assert.strictEqual(device.connectionState, 'Disconnected');
		assert.strictEqual(device.etag, created.etag);
		assert.deepStrictEqual(keysOf(device), keysOf(created));
	});

	row({ operation: GET, call: 'Registry.get', circumstances: 'a shared access signature instead of a connection string' }, async () => {
		const deviceId = newId('signature');
		await registry().create({ deviceId });
		const { responseBody } = await Registry.fromSharedAccessSignature(hub.token()).get(deviceId);
		assert.strictEqual(responseBody.deviceId, deviceId);
	});

	row({ operation: GET, call: 'Registry.get', circumstances: 'all characters that an id may have' }, async () => {
		const deviceId = "a-:.+%_#*?!(),=@;$'Z";
		await registry().create({ deviceId });
		assert.strictEqual((await registry().get(deviceId)).responseBody.deviceId, deviceId);
	});

	row({ operation: GET, call: 'Registry.get', circumstances: 'there is none',
		error: 'DeviceNotFoundError: nobody' }, refused => refused(registry().get('nobody')));

	row({ operation: 'GET /devices', call: 'Registry.list' }, async () => {
		const deviceIds = [newId('list'), newId('list')];
		await registry().addDevices(deviceIds.map(deviceId => ({ deviceId })));
		const listed = (await registry().list()).responseBody.map(device => device.deviceId);
		assert.deepStrictEqual(listed.filter(id => id.startsWith('list-')), deviceIds);
	});

	row({ operation: CREATE, call: 'Registry.create', circumstances: 'without keys, which the SDK sends as empty ones: the hub makes them' }, async () => {
		const { responseBody: device } = await registry().create({ deviceId: newId('keys') });
		const { primaryKey, secondaryKey } = keysOf(device);
		assert.strictEqual(device.authentication.type, 'sas');
		assert.strictEqual(Buffer.from(primaryKey, 'base64').length, 32);
		assert.strictEqual(Buffer.from(secondaryKey, 'base64').length, 32);
		assert.notStrictEqual(primaryKey, secondaryKey);
	});

	row({ operation: CREATE, call: 'Registry.create', circumstances: 'keys given' }, async () => {
		const authentication = { symmetricKey: { primaryKey: KEY, secondaryKey: OTHER_KEY } };
		const { responseBody } = await registry().create({ deviceId: newId('keys'), status: 'disabled', statusReason: 'not yet', authentication });
		assert.deepStrictEqual(keysOf(responseBody), authentication.symmetricKey);
		assert.strictEqual(responseBody.status, 'disabled');
		assert.strictEqual(responseBody.statusReason, 'not yet');
	});

	row({ operation: CREATE, call: 'Registry.create', circumstances: 'X.509 self-signed' }, async () => {
		const authentication = { x509Thumbprint: { primaryThumbprint: THUMBPRINT } };
		const { responseBody } = await registry().create({ deviceId: newId('thumbprint'), authentication });
		assert.strictEqual(responseBody.authentication.type, 'selfSigned');
		assert.strictEqual(responseBody.authentication.x509Thumbprint.primaryThumbprint, THUMBPRINT);
	});

	row({ operation: CREATE, call: 'Registry.create', circumstances: 'X.509 certificate authority' }, async () => {
		const { responseBody } = await registry().create({ deviceId: newId('authority'), authentication: { type: 'certificateAuthority' } });
		assert.strictEqual(responseBody.authentication.type, 'certificateAuthority');
	});

	row({ operation: CREATE, call: 'Registry.create', circumstances: 'Edge device and its child' }, async () => {
		const edge = (await registry().create({ deviceId: newId('edge'), capabilities: { iotEdge: true } })).responseBody;
		assert.strictEqual(edge.capabilities.iotEdge, true);
		const child = (await registry().create({ deviceId: newId('child'), deviceScope: edge.deviceScope })).responseBody;
		assert.deepStrictEqual(child.parentScopes, [edge.deviceScope]);
	});

	row({ operation: CREATE, call: 'Registry.create', circumstances: 'there is one of that id',
		error: "DeviceAlreadyExistsError: A device with ID 'twice' is already registered." }, async refused => {
		await registry().create({ deviceId: 'twice' });
		await refused(registry().create({ deviceId: 'twice' }));
	});

	row({ operation: UPDATE, call: 'Registry.update', circumstances: 'of a device that was read before: it keeps its keys' }, async () => {
		const created = (await registry().create({ deviceId: newId('update') })).responseBody;
		created.status = 'disabled';
		await registry().update(created);
		const { responseBody: device } = await registry().get(created.deviceId);
		assert.strictEqual(device.status, 'disabled');
		assert.deepStrictEqual(keysOf(device), keysOf(created));
		assert.notStrictEqual(device.etag, created.etag);
	});

	row({ operation: UPDATE, call: 'Registry.update', circumstances: 'there is none',
		error: 'DeviceNotFoundError: nobody' }, refused => refused(registry().update({ deviceId: 'nobody' })));

	row({ operation: DELETE, call: 'Registry.delete' }, async () => {
		const deviceId = newId('delete');
		await registry().create({ deviceId });
		await registry().delete(deviceId);
		await assert.rejects(registry().get(deviceId), { name: 'DeviceNotFoundError' });
	});

	row({ operation: DELETE, call: 'Registry.delete', circumstances: 'there is none',
		error: 'DeviceNotFoundError: nobody' }, refused => refused(registry().delete('nobody')));

	row({ operation: BULK, call: 'Registry.addDevices' }, async () => {
		const devices = [{ deviceId: newId('bulk') }, { deviceId: newId('bulk'), status: 'disabled' }];
		const { responseBody } = await registry().addDevices(devices);
		assert.strictEqual(responseBody.isSuccessful, true);
		const [first, second] = await Promise.all(devices.map(({ deviceId }) => registry().get(deviceId)));
		assert.strictEqual(Buffer.from(keysOf(first.responseBody).primaryKey, 'base64').length, 32);
		assert.strictEqual(second.responseBody.status, 'disabled');
	});

	row({ operation: BULK, call: 'Registry.addDevices', circumstances: 'one is there already' }, async () => {
		const deviceId = newId('bulk');
		await registry().create({ deviceId });
		const other = newId('bulk');
		assert.deepStrictEqual(await errorsOf(registry().addDevices([{ deviceId }, { deviceId: other }])), [[deviceId, 'DeviceAlreadyExists']]);
		await registry().get(other);
	});

	row({ operation: BULK, call: 'Registry.updateDevices', circumstances: 'forced, and with the current etag' }, async () => {
		const created = (await registry().create({ deviceId: newId('bulk') })).responseBody;
		await registry().updateDevices([{ ...created, status: 'disabled' }], false);
		const disabled = (await registry().get(created.deviceId)).responseBody;
		assert.strictEqual(disabled.status, 'disabled');
		assert.deepStrictEqual(keysOf(disabled), keysOf(created));
		await registry().updateDevices([{ ...disabled, status: 'enabled', etag: created.etag }], true);
		assert.strictEqual((await registry().get(created.deviceId)).responseBody.status, 'enabled');
	});

	row({ operation: BULK, call: 'Registry.updateDevices', circumstances: 'with an old etag: nothing is changed, and the result says why' }, async () => {
		const created = (await registry().create({ deviceId: newId('bulk') })).responseBody;
		await registry().update({ ...created, statusReason: 'newer' });
		assert.deepStrictEqual(await errorsOf(registry().updateDevices([{ ...created, status: 'disabled' }], false)),
			[[created.deviceId, 'PreconditionFailed']]);
		assert.strictEqual((await registry().get(created.deviceId)).responseBody.status, 'enabled');
	});

	row({ operation: BULK, call: 'Registry.removeDevices', circumstances: 'forced, and with the current etag' }, async () => {
		const first = (await registry().create({ deviceId: newId('bulk') })).responseBody;
		const second = (await registry().create({ deviceId: newId('bulk') })).responseBody;
		await registry().removeDevices([{ deviceId: first.deviceId, etag: first.etag }], false);
		await registry().removeDevices([{ deviceId: second.deviceId }], true);
		for (const { deviceId } of [first, second]) {
			await assert.rejects(registry().get(deviceId), { name: 'DeviceNotFoundError' });
		}
	});
});
