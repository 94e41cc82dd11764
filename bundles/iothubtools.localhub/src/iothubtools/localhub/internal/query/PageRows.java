// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import iothubtools.localhub.internal.json.Json;
import iothubtools.localhub.internal.json.JsonArrayText;

/** The rows of a page as a JSON array, row by row. */
public final class PageRows implements PageBody {

	private final JsonArrayText rows = new JsonArrayText();
	private int count;

	/** One row more. */
	public void add(Json.Content row) {
		rows.add(row);
		count++;
	}

	@Override
	public void add(QueryRow row) {
		add(row::writeTo);
	}

	@Override
	public int count() {
		return count;
	}

	@Override
	public int length() {
		return rows.length();
	}

	@Override
	public byte[] body() {
		return rows.end();
	}
}
