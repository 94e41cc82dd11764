// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.JsonElement;

/** An aggregate while rows come in. */
public sealed interface Accumulator permits Count, Total, Extreme {

	/** One row more, with its value; null when that is undefined or there is no attribute. */
	void add(@Nullable JsonElement value);

	/** The value so far, null when it is undefined. */
	@Nullable JsonElement result();

	/** The characters of a text that it holds on to. */
	default int length() {
		return 0;
	}
}
