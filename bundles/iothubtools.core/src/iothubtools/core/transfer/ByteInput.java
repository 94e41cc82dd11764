// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, one at a time, with a look at the next ones. */
final class ByteInput implements Closeable {

	static final int END = -1;

	private static final int BUFFER = 1 << 16;

	private final InputStream in;
	private final byte[] buffer = new byte[BUFFER];
	private int at;
	private int end;

	ByteInput(InputStream in) {
		this.in = in;
	}

	/** The next byte, or {@link #END}; it stays the next one. */
	int peek() throws IOException {
		return at < end || fill() ? buffer[at] & 0xFF : END;
	}

	int read() throws IOException {
		return at < end || fill() ? buffer[at++] & 0xFF : END;
	}

	/** Passes over these bytes if the file begins with them; to be asked before anything else is. */
	boolean skipped(int... bytes) throws IOException {
		peek();
		for (int i = 0; i < bytes.length; i++) {
			if (i >= end || (buffer[i] & 0xFF) != bytes[i]) {
				return false;
			}
		}
		at = bytes.length;
		return true;
	}

	/** The first byte that is no space, as far as it is near; nothing is passed over. */
	int firstVisible() throws IOException {
		peek();
		for (int i = at; i < end; i++) {
			if (buffer[i] > ' ') {
				return buffer[i];
			}
		}
		return END;
	}

	private boolean fill() throws IOException {
		end = in.readNBytes(buffer, 0, BUFFER);
		at = 0;
		return end > 0;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
