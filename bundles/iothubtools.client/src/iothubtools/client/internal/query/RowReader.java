// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.query;

import java.io.IOException;

import com.google.gson.stream.JsonReader;

/** Reads one row of a page. */
@FunctionalInterface
public interface RowReader<T> {

	/**
	 * The row the reader stands at.
	 *
	 * @throws IllegalStateException if it is not what a row should be
	 */
	T read(JsonReader reader) throws IOException;
}
