// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/** How many rows. */
final class Count implements Accumulator {

	private long rows;

	@Override
	public void add(@Nullable JsonElement value) {
		rows++;
	}

	@Override
	public @NonNull JsonElement result() {
		return new JsonPrimitive(rows);
	}
}
