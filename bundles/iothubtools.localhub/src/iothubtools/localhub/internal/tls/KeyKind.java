// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** What keys a hub has for TLS; the first that a client knows is taken. */
enum KeyKind {
	/** Elliptic curves: keys are made in no time, and handshakes are cheaper. The curve is the one every TLS client knows. */
	EC("server") {
		@Override
		KeyPair make() throws GeneralSecurityException {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(name());
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
	},
	/** For devices whose TLS has cipher suites with RSA alone. */
	RSA("server-rsa") {
		@Override
		KeyPair make() throws GeneralSecurityException {
			KeyPairGenerator generator = KeyPairGenerator.getInstance(name());
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
	};

	private final String file;

	KeyKind(String file) {
		this.file = file;
	}

	/** New ones. */
	abstract KeyPair make() throws GeneralSecurityException;

	/** The name of the files with the server's certificate of this kind. */
	String file() {
		return file;
	}
}
