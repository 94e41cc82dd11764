// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.util.Arrays;

import io.netty.buffer.ByteBuf;

/** The bytes of a body as they come; grows with them, since a length that is announced costs the client nothing. */
final class BodyBytes {

	private static final int FIRST = 4096;

	private final int most;
	private byte[] bytes = {};
	private int length;

	/** Of so many bytes at most. */
	BodyBytes(int most) {
		this.most = most;
	}

	/** Adds what came; false when that is more than may come. */
	boolean add(ByteBuf more) {
		int count = more.readableBytes();
		if (count > most - length) {
			return false;
		}
		if (count > bytes.length - length) {
			int grown = length == 0 ? Math.max(count, Math.min(FIRST, most)) : (int) Math.min(most, Math.max(bytes.length * 2L, length + count));
			bytes = Arrays.copyOf(bytes, grown);
		}
		more.getBytes(more.readerIndex(), bytes, length, count);
		length += count;
		return true;
	}

	/** All that came. */
	byte[] all() {
		return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
	}
}
