// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.commands;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;

/** The bytes of a message, which do not change. */
public final class Payload {

	private final byte[] bytes;

	/** A payload of a copy of {@code bytes}. */
	public Payload(byte[] bytes) {
		this.bytes = bytes.clone();
	}

	/** A copy of the bytes. */
	public byte[] bytes() {
		return bytes.clone();
	}

	/** The number of bytes. */
	public int size() {
		return bytes.length;
	}

	/** The bytes as UTF-8. */
	public String text() {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Payload that && Arrays.equals(that.bytes, bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(bytes);
	}

	/** Size only. */
	@Override
	public String toString() {
		return bytes.length + " bytes";
	}
}
