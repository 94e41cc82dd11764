// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.errors;

/** The three forms an error's body has at the service, depending on which of its parts answers (contract §5.1). */
public enum ErrorShape {
	/** A: {@code Message} with the error's name and a text, {@code ExceptionMessage} with the tracking id. */
	GATEWAY,
	/** B: {@code Message} holds a JSON object as a string; direct methods answer so. */
	NESTED,
	/** C: that JSON object itself; newer paths answer so. */
	PLAIN
}
