// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.exchange;

/** How a reply reaches its client. */
public sealed interface Delivery {

	/** Ways that need nothing but the reply itself. */
	enum Way implements Delivery {
		/** As it is. */
		WHOLE,
		/** Half of its body, then the connection ends; without a body it ends at once. A fault on purpose. */
		TRUNCATED,
		/** Not at all: the connection ends. A fault on purpose. */
		DROPPED
	}

	/**
	 * Its head, and then a body that goes on until the client or the hub ends it.
	 *
	 * @param body where the body comes from
	 */
	record Streamed(BodyStream body) implements Delivery {
	}
}
