// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.telemetry;

/** A text that is no filter; the message says what is wrong with it. */
public final class FilterException extends Exception {

	private static final long serialVersionUID = 1L;

	FilterException(String message) {
		super(message);
	}
}
