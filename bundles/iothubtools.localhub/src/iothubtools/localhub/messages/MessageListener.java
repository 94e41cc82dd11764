// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.messages;


/** Hears of device-to-cloud messages as they come; see {@link iothubtools.localhub.LocalHub#subscribe}. */
@FunctionalInterface
public interface MessageListener {

	/** A message came. */
	void received(ReceivedMessage message);

	/**
	 * Messages came faster than they were taken, and the oldest went before they could be.
	 *
	 * @param count how many
	 */
	default void missed(long count) {
	}
}
