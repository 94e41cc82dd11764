// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.faults;

import iothubtools.localhub.internal.errors.HubError;

/** Something that goes wrong on purpose at a link of AMQP. */
public final class LinkFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** How. */
	public enum Way {
		/** The message is rejected. */
		REJECT,
		/** The link ends, and what became of the message is not said. */
		DETACH,
		/** The connection does. */
		CLOSE
	}

	private final Way way;
	private final transient HubError error;

	LinkFault(Way way, HubError error) {
		super("A fault on purpose.", null, false, false);
		this.way = way;
		this.error = error;
	}

	/** How it goes wrong. */
	public Way way() {
		return way;
	}

	/** The reason that is told. */
	public HubError error() {
		return error;
	}
}
