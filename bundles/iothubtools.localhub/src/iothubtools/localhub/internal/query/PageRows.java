// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.io.ByteArrayOutputStream;

import iothubtools.localhub.internal.json.Json;

/** The rows of a page as a JSON array, row by row. */
public final class PageRows {

	/** Twins may be large, and whoever asks for a page need not read it: one that is so long ends with the row it is at. */
	private static final int LONG = 4 * 1024 * 1024;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private int count;

	/** One row more. */
	public void add(Json.Content row) {
		bytes.write(count == 0 ? '[' : ',');
		bytes.writeBytes(Json.write(row));
		count++;
	}

	/** How many there are. */
	public int count() {
		return count;
	}

	/** Whether the page is not long yet. */
	public boolean haveRoom() {
		return bytes.size() < LONG;
	}

	/** All of them; to be called once. */
	public byte[] body() {
		if (count == 0) {
			bytes.write('[');
		}
		bytes.write(']');
		return bytes.toByteArray();
	}
}
