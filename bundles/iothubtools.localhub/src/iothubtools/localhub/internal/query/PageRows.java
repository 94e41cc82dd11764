// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonArrayText;

/** The rows of a page as a JSON array, row by row. */
public final class PageRows {

	/** Twins may be large, and whoever asks for a page need not read it: one that is so long ends with the row it is at. */
	private static final int LONG = 4 * 1024 * 1024;

	private final JsonArrayText rows = new JsonArrayText();
	private int count;

	/** One row more. */
	public void add(Json.Content row) {
		rows.add(row);
		count++;
	}

	/** How many there are. */
	public int count() {
		return count;
	}

	/** Whether the page is not long yet. */
	public boolean haveRoom() {
		return rows.length() < LONG;
	}

	/** All of them; to be called once. */
	public byte[] body() {
		return rows.end();
	}
}
