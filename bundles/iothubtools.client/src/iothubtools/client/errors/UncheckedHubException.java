// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.errors;

/** Carries a {@link HubException} out of where no checked one may be thrown, such as a stream. */
public final class UncheckedHubException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HubException failure;

	/** Wraps {@code failure}. */
	public UncheckedHubException(HubException failure) {
		super(failure.getMessage(), failure);
		this.failure = failure;
	}

	/** What happened. */
	public HubException failure() {
		return failure;
	}
}
