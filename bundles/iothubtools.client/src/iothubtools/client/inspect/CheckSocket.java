// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.inspect;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

import iothubtools.client.calls.Cancellation;

/** The connection of a check, one after another; a cancel ends whatever it does. */
final class CheckSocket implements AutoCloseable {

	private final int timeoutMillis;
	private final Cancellation.Registration end;
	private Socket current = new Socket();
	private boolean ended;

	CheckSocket(Duration timeout, Cancellation cancellation) {
		timeoutMillis = (int) timeout.toMillis();
		end = cancellation.onCancel(this::end);
	}

	/** Connects anew; each read then takes at most the time of a step. */
	void connect(InetSocketAddress address) throws IOException {
		renew().connect(address, timeoutMillis);
		current().setSoTimeout(timeoutMillis);
	}

	private synchronized Socket renew() throws IOException {
		current.close();
		if (ended) {
			throw new IOException("Cancelled");
		}
		current = new Socket();
		return current;
	}

	synchronized Socket current() {
		return current;
	}

	private synchronized void end() {
		ended = true;
		try {
			current.close();
		} catch (IOException e) {
			// it is gone
		}
	}

	@Override
	public void close() {
		end.close();
		end();
	}
}
