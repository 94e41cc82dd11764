// SPDX-License-Identifier: EPL-2.0
// Runs Microsoft's SDKs for Node.js, unmodified, against a local hub of its own.
//   node run.js FOLDER     FOLDER has the hub's jar and its libraries; Java is that of JAVA_HOME
// With CONFORMANCE_WRITE=true it writes its section of docs/conformance.md instead of comparing.
'use strict';

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { Certificates } = require('./support/certificates');
const { Hub } = require('./support/hub');

const target = path.join(__dirname, 'target');

/** Node.js reads the authorities it trusts when it starts, so the hub has to make its own before: this one starts, and ends at once. */
async function authority(libraries, data) {
	const hub = new Hub(libraries, data);
	await hub.start();
	await hub.stop();
	return hub.caFile;
}

async function main([libraries]) {
	if (libraries === undefined) {
		throw new Error('Usage: node run.js FOLDER, the folder with the jars of the hub; releng/scripts/test-node.sh knows it');
	}
	const data = path.join(target, 'hub', 'data');
	fs.rmSync(path.dirname(data), { recursive: true, force: true });
	fs.mkdirSync(data, { recursive: true });
	new Certificates(path.join(data, '..', 'certificates')).makeAuthority();
	const suite = spawn(process.execPath, ['--no-deprecation', '--test-reporter=' + path.join(__dirname, 'support', 'reporter.mjs'), '--test-reporter-destination=stdout',
		path.join(__dirname, 'suite.js')], {
		stdio: 'inherit',
		env: { ...process.env, NODE_EXTRA_CA_CERTS: await authority(libraries, data), HUB_LIBRARIES: libraries, HUB_DATA: data,
			TEST_REPORT: path.join(target, 'surefire-reports', 'TEST-node.xml') },
	});
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.once(signal, () => suite.kill(signal));
	}
	suite.on('exit', code => { process.exitCode = code ?? 1; });
}

main(process.argv.slice(2)).catch(error => {
	console.error(error.message);
	process.exitCode = 1;
});
