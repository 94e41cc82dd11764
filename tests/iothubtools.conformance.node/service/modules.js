// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { newId, registry } = require('../support/clients');
const { section, row } = require('../support/rows');

/** A device with a module, as the hub shows it. */
async function moduleOfDevice() {
	const deviceId = newId('modules');
	await registry().create({ deviceId });
	await registry().addModule({ deviceId, moduleId: 'm' });
	return (await registry().getModule(deviceId, 'm')).responseBody;
}

section('Modules (§3.4)', () => {
	row({ operation: 'GET /devices/{id}/modules', call: 'Registry.getModulesOnDevice' }, async () => {
		const { deviceId } = await moduleOfDevice();
		await registry().addModule({ deviceId, moduleId: 'n' });
		const modules = (await registry().getModulesOnDevice(deviceId)).responseBody;
		assert.deepStrictEqual(modules.map(module => module.moduleId).sort(), ['m', 'n']);
	});

	row({ operation: 'GET /devices/{id}/modules/{mid}', call: 'Registry.getModule' }, async () => {
		const module = await moduleOfDevice();
		assert.strictEqual(module.moduleId, 'm');
		assert.strictEqual(module.connectionState, 'Disconnected');
	});

	row({ operation: 'GET /devices/{id}/modules/{mid}', call: 'Registry.getModule', circumstances: 'there is none',
		error: 'Error: Not found' }, async refused => {
		const { deviceId } = await moduleOfDevice();
		await refused(registry().getModule(deviceId, 'none'));
	});

	row({ operation: 'PUT /devices/{id}/modules/{mid}', call: 'Registry.addModule', circumstances: 'without keys, which the SDK sends as empty ones: the hub makes them' }, async () => {
		const { primaryKey, secondaryKey } = (await moduleOfDevice()).authentication.symmetricKey;
		assert.strictEqual(Buffer.from(primaryKey, 'base64').length, 32);
		assert.notStrictEqual(primaryKey, secondaryKey);
	});

	row({ operation: 'PUT /devices/{id}/modules/{mid}', call: 'Registry.addModule', circumstances: 'there is one of that id',
		error: `DeviceAlreadyExistsError: Error: {"errorCode":409301,"trackingId":"…","message":"Module 'm' is already registered on device 'twice-m'.","info":null,"timestampUtc":"…"}` }, async refused => {
		const deviceId = 'twice-m';
		await registry().create({ deviceId });
		await registry().addModule({ deviceId, moduleId: 'm' });
		await refused(registry().addModule({ deviceId, moduleId: 'm' }));
	});

	row({ operation: 'PUT /devices/{id}/modules/{mid} with If-Match', call: 'Registry.updateModule', circumstances: 'with the current etag, and forced' }, async () => {
		const module = await moduleOfDevice();
		await registry().updateModule({ ...module, managedBy: 'somebody' });
		assert.strictEqual((await registry().getModule(module.deviceId, 'm')).responseBody.managedBy, 'somebody');
		await registry().updateModule({ ...module, managedBy: 'another' }, true);
		const { responseBody } = await registry().getModule(module.deviceId, 'm');
		assert.strictEqual(responseBody.managedBy, 'another');
		assert.deepStrictEqual(responseBody.authentication.symmetricKey, module.authentication.symmetricKey);
	});

	row({ operation: 'PUT /devices/{id}/modules/{mid} with If-Match', call: 'Registry.updateModule', circumstances: 'with an old etag',
		error: 'InvalidEtagError: Precondition failed: Device version did not match, existingVersion:… If-Match:…' }, async refused => {
		const module = await moduleOfDevice();
		await registry().updateModule({ ...module, managedBy: 'somebody' });
		await refused(registry().updateModule({ ...module, managedBy: 'another' }));
	});

	row({ operation: 'DELETE /devices/{id}/modules/{mid}', call: 'Registry.removeModule', circumstances: 'by id, and with its etag' }, async () => {
		const { deviceId } = await moduleOfDevice();
		await registry().removeModule(deviceId, 'm');
		await registry().addModule({ deviceId, moduleId: 'm' });
		const module = (await registry().getModule(deviceId, 'm')).responseBody;
		// without a callback the SDK refuses to remove a module that it is given as an object
		await new Promise((resolve, reject) => { registry().removeModule(module, error => (error ? reject(error) : resolve())); });
		assert.deepStrictEqual((await registry().getModulesOnDevice(deviceId)).responseBody, []);
	});
});
