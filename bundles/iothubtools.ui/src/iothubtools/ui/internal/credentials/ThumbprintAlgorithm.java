// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.credentials;

import iothubtools.client.devices.DeviceCertificate;

/** Which of the two thumbprints the hub takes is made of a certificate (contract §4). */
public enum ThumbprintAlgorithm {
	SHA_256("SHA-256"), SHA_1("SHA-1");

	private final String label;

	ThumbprintAlgorithm(String label) {
		this.label = label;
	}

	/** What it is called. */
	public String label() {
		return label;
	}

	String of(DeviceCertificate certificate) {
		return this == SHA_256 ? certificate.sha256() : certificate.sha1();
	}
}
