// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

import java.util.regex.Pattern;

/**
 * A value given by a person cannot be used. Field and reason can be shown as they are: neither ever repeats a key or a
 * token.
 */
public final class InvalidInputException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	/** A reason that goes on with the sentence whose subject is the field. */
	private static final Pattern VERB = Pattern.compile("(is|has|holds) ");

	private final String field;
	private final String reason;

	/**
	 * @param field  the part that is wrong, in Azure's spelling, e.g. {@code HostName}
	 * @param reason what is wrong with it, in plain English, without the value if that could be a secret
	 */
	public InvalidInputException(String field, String reason) {
		super(field + (VERB.matcher(reason).lookingAt() ? " " : ": ") + reason);
		this.field = field;
		this.reason = reason;
	}

	/** The part that is wrong, e.g. {@code HostName}. */
	public String field() {
		return field;
	}

	/** What is wrong with it, in plain English. */
	public String reason() {
		return reason;
	}
}
