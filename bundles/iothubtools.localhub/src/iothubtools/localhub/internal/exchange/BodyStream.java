// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.exchange;

/**
 * A body that comes bit by bit. Its parts are taken when the client has room for them, one after another and never by two
 * threads at once; what a slow client means for it is the stream's own affair.
 */
public interface BodyStream extends AutoCloseable {

	/**
	 * Begins.
	 *
	 * @param more called, on any thread and without blocking it, whenever there may be something new to take
	 */
	void open(Runnable more);

	/** What is to be sent now; empty when there is nothing yet. */
	byte[] take();

	/** The client is gone. */
	@Override
	void close();
}
