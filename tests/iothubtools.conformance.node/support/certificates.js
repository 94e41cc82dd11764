// SPDX-License-Identifier: EPL-2.0
'use strict';

const { execFileSync } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/** Certificates in a folder, made by openssl: PEM files, each of a common name. */
class Certificates {

	constructor(folder) {
		this.folder = folder;
		this.authority = this.#files('authority');
	}

	/** The authority that issued() needs; the hub trusts it when its certificate is given as --device-ca. */
	makeAuthority() {
		fs.mkdirSync(this.folder, { recursive: true });
		this.#signItself('authority', this.authority);
	}

	/** A certificate that has signed itself, with its thumbprint as the hub keeps it. */
	selfSigned(commonName) {
		const files = this.#files(commonName);
		this.#signItself(commonName, files);
		const thumbprint = new crypto.X509Certificate(fs.readFileSync(files.certificate)).fingerprint.replaceAll(':', '');
		return { ...files, thumbprint };
	}

	/** A certificate that the authority has signed. */
	issued(commonName) {
		const files = this.#files(commonName);
		const request = path.join(this.folder, commonName + '.request.pem');
		const extensions = path.join(this.folder, 'device.extensions');
		fs.writeFileSync(extensions, 'basicConstraints=CA:FALSE\n');
		openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=' + commonName, '-keyout', files.key, '-out', request);
		openssl('x509', '-req', '-in', request, '-CA', this.authority.certificate, '-CAkey', this.authority.key, '-set_serial', '2', '-days', '1',
			'-extfile', extensions, '-out', files.certificate);
		return files;
	}

	#files(name) {
		return { certificate: path.join(this.folder, name + '.cert.pem'), key: path.join(this.folder, name + '.key.pem') };
	}

	#signItself(commonName, { certificate, key }) {
		openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=' + commonName, '-keyout', key, '-out', certificate);
	}
}

function openssl(...args) {
	execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

module.exports = { Certificates };
