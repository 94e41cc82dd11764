// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.io.IOException;
import java.nio.channels.SocketChannel;

import iothubtools.client.errors.HubException;

/** The way of the engine's bytes to and from a socket. On the loop's thread only. */
public interface Wire {

	/** Whom it is for. */
	interface Owner {

		/** The engine was fed, or emptied: it may have something to tell. */
		void dispatch();

		/** Whether there is nothing more to do. */
		boolean isEnded();

		/** The other end is gone. */
		void end(HubException why);
	}

	/** Feeds the engine with what has come. */
	void read(SocketChannel socket) throws IOException;

	/**
	 * Sends what the engine has to say.
	 *
	 * @return false when the socket takes no more for now
	 */
	boolean write(SocketChannel socket) throws IOException;

	/** What a failure of the socket or of what is read means. */
	HubException explain(Throwable failure);

	/** Lets go of what it holds. */
	void close();
}
