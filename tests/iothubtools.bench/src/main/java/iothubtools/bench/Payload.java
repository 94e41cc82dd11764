// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.nio.charset.StandardCharsets;

/** What every subject sends: a small reading, as sensors do. */
final class Payload {

	static final byte[] BYTES = "{\"temperature\":21.5,\"humidity\":48,\"battery\":3.71}".getBytes(StandardCharsets.UTF_8);

	private Payload() {
	}
}
