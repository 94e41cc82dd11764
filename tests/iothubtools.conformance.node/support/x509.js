// SPDX-License-Identifier: EPL-2.0
'use strict';

const assert = require('node:assert');
const { Client, Message } = require('azure-iot-device');
const hub = require('./hub-under-test');
const { connected, connectionState, newId, pem, registry } = require('./clients');

/** A device of the type selfSigned that connects with its certificate. */
async function opensWithItsOwn(transport) {
	const deviceId = newId('certified');
	const own = hub.certificates.selfSigned(deviceId);
	await opensWith(own, transport, { deviceId, authentication: { x509Thumbprint: { primaryThumbprint: own.thumbprint } } });
}

/** A device of the type certificateAuthority that connects with a certificate which the hub's --device-ca has issued. */
async function opensWithOneOfTheAuthority(transport) {
	const deviceId = newId('certified');
	await opensWith(hub.certificates.issued(deviceId), transport, { deviceId, authentication: { type: 'certificateAuthority' } });
}

async function opensWith(certificate, transport, device) {
	await registry().create(device);
	const client = Client.fromConnectionString(`HostName=${hub.host};DeviceId=${device.deviceId};x509=true`, transport);
	await connected(client, async () => {
		// over AMQP a device is connected when it has opened its first link
		await client.sendEvent(new Message('x'));
		assert.strictEqual(await connectionState(device.deviceId), 'Connected');
	}, pem(certificate));
}

module.exports = { opensWithItsOwn, opensWithOneOfTheAuthority };
