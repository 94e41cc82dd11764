// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.faults;

import java.time.Duration;

/** What a {@link FaultRule} does to an operation. */
public sealed interface FaultEffect {

	/**
	 * An error in place of the operation, which is not carried out.
	 *
	 * @param status     HTTP status, 400 to 599
	 * @param errorCode  the name in the body and in the header iothub-errorcode (contract §5.2)
	 */
	record Status(int status, String errorCode) implements FaultEffect {

		/** @throws IllegalArgumentException for a status that is no error, and for what cannot be a name in a header */
		public Status {
			if (status < 400 || status > 599) {
				throw new IllegalArgumentException("the status must be between 400 and 599, not " + status);
			}
			if (!errorCode.matches("[A-Za-z0-9]+")) {
				throw new IllegalArgumentException("the errorCode must be ASCII letters and digits");
			}
		}
	}

	/**
	 * The operation is carried out later.
	 *
	 * @param duration how much, by the hub's clock
	 */
	record Delay(Duration duration) implements FaultEffect {

		/** @throws IllegalArgumentException for a negative delay */
		public Delay {
			if (duration.isNegative()) {
				throw new IllegalArgumentException("a delay must not be negative");
			}
		}
	}

	/**
	 * 401, as to a client whose clock is wrong: the Date of the reply is off by this.
	 *
	 * @param ahead how far the hub is ahead of the client
	 */
	record ClockSkew(Duration ahead) implements FaultEffect {
	}

	/** What needs no more than its name. */
	enum Break implements FaultEffect {
		/** The connection ends, and the operation is not carried out. */
		DROP_BEFORE,
		/** The operation is carried out, then the connection ends without a reply. */
		DROP_AFTER,
		/** The operation is carried out, half the body of its reply is sent, then the connection ends. */
		TRUNCATE,
		/** The operation is carried out, then answered with 500 ServerError. */
		FAIL_AFTER_COMMIT
	}
}
