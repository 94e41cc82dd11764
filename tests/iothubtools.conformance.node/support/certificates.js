// SPDX-License-Identifier: EPL-2.0
'use strict';

const { execFileSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const hub = require('./hub-under-test');

/** A certificate of a common name that has signed itself: its PEM files, and its thumbprint as the hub keeps it. */
function selfSigned(commonName) {
	const folder = path.join(hub.data, '..', 'certificates');
	fs.mkdirSync(folder, { recursive: true });
	const [certificate, key] = ['cert', 'key'].map(kind => path.join(folder, `${commonName}.${kind}.pem`));
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=' + commonName, '-keyout', key,
		'-out', certificate], { stdio: 'ignore' });
	const thumbprint = new crypto.X509Certificate(fs.readFileSync(certificate)).fingerprint.replaceAll(':', '');
	return { certificate, key, thumbprint };
}

module.exports = { selfSigned };
