// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.io.IOException;

import com.google.gson.stream.JsonWriter;

import iothubtools.localhub.internal.query.language.Row;

/** A row that a query may give as it is. */
public interface QueryRow extends Row {

	/** What its collection is ordered by, and what continuations name. */
	String key();

	/** Writes it whole, for {@code SELECT *}. */
	void writeTo(JsonWriter json) throws IOException;
}
