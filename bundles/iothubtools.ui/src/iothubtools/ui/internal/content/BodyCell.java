// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.content;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.commands.Payload;
import iothubtools.core.telemetry.BodyText;

/** The body of a message in a table. */
public final class BodyCell {

	private BodyCell() {
	}

	/**
	 * Its beginning on one line; of a body without a byte, that it is empty.
	 *
	 * @param type     its content type; null where it says none
	 * @param encoding its content encoding; null where it says none
	 */
	public static String of(Payload payload, @Nullable String type, @Nullable String encoding) {
		return payload.size() == 0 ? Messages.Body_empty : BodyText.preview(payload, type, encoding);
	}
}
