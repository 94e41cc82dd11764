// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.forms;

import iothubtools.ui.internal.WidgetIds;

/**
 * What is to be said about one field of a form.
 *
 * @param severity how bad it is
 * @param field    id of the field, see {@link WidgetIds}
 * @param message  a sentence for the person; never contains a key
 */
public record Finding(Severity severity, String field, String message) {

	/** From mild to grave: the gravest finding is the one the form's title tells. */
	public enum Severity {
		/** Possible, but perhaps not meant. */
		WARNING,
		/** Not filled in yet: no fault of the person, but the form is not complete. */
		MISSING,
		/** Not possible. */
		ERROR
	}

	/** A value that is possible but perhaps not meant. */
	public static Finding warning(String field, String message) {
		return new Finding(Severity.WARNING, field, message);
	}

	/** A value that is still to be entered. */
	public static Finding missing(String field, String message) {
		return new Finding(Severity.MISSING, field, message);
	}

	/** A value that is not possible. */
	public static Finding error(String field, String message) {
		return new Finding(Severity.ERROR, field, message);
	}
}
