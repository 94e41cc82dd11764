// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

/** Something that reads like a query but is none: it names what there is not, or its parts do not go together. */
public final class NoQueryException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NoQueryException(String message) {
		// made for each query that is refused: where it is thrown says nothing
		super(message, null, false, false);
	}
}
