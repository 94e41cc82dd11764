// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.messages;

import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.operation.Call;

/** Numbers in requests. */
final class NumberParameters {

	private NumberParameters() {
	}

	/**
	 * A parameter of the query, or null when it is missing.
	 *
	 * @throws HubError 400 when it is no number
	 */
	static @Nullable Long parameter(Call call, String name) {
		return number(name, call.request().query().get(name.toLowerCase(Locale.ROOT)));
	}

	/** The same for any text. */
	static @Nullable Long number(String name, @Nullable String text) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			return Long.valueOf(text);
		} catch (NumberFormatException e) {
			throw HubError.argumentInvalid(name + " must be a number.");
		}
	}
}
