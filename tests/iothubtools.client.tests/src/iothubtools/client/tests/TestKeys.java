// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.tests;

import java.util.Base64;

import iothubtools.client.auth.SharedAccessKey;

/** The fake keys of the contract and one like it. */
final class TestKeys {

	/** Bytes 00 to 1f, contract §1.1. */
	static final String TEXT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
	static final SharedAccessKey KEY = SharedAccessKey.parse(TEXT);

	/** Another key, with + and / in it. */
	static final String OTHER_TEXT = "+/+/AwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd+/8=";
	static final SharedAccessKey OTHER = SharedAccessKey.parse(OTHER_TEXT);

	private TestKeys() {
	}

	/** A key of that many bytes. */
	static String ofLength(int bytes) {
		return Base64.getEncoder().encodeToString(new byte[bytes]);
	}
}
