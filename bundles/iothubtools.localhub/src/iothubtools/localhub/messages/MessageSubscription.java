// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.messages;

/** What a {@link MessageListener} hears, until it is closed or the hub is. */
public interface MessageSubscription extends AutoCloseable {

	/** Ends it; the listener is not called any more once this has returned, unless it is the listener that calls this. */
	@Override
	void close();
}
