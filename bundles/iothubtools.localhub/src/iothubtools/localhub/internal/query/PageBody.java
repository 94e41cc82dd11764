// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

/** The body of a page while it is made, row by row: a JSON array. */
interface PageBody {

	/** Twins may be large, and whoever asks for a page need not read it: one that is so long ends with the row it is at. */
	int LONG = 4 * 1024 * 1024;

	/** One row more. */
	void add(QueryRow row);

	/** How many there are. */
	int count();

	/** How many bytes they have about. */
	int length();

	/** Whether the page is not long yet. */
	default boolean haveRoom() {
		return length() < LONG;
	}

	/** All of them; to be called once. */
	byte[] body();
}
