// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;

/** The connection of a client of AMQP with nothing of Azure in it: Proton's engine on a socket, one step after another. */
abstract class AmqpWire implements AutoCloseable {

	private static final int PATIENCE_SECONDS = 60;
	private static final int FRAME = 16 * 1024;

	final Transport transport = Proton.transport();
	final Connection connection = Proton.connection();
	final Session session = connection.session();
	private final Socket socket;
	private final byte[] buffer = new byte[64 * 1024];

	/** Who it says it is before the connection is open. */
	@FunctionalInterface
	interface Login {
		void of(Sasl sasl);
	}

	AmqpWire(SSLContext tls, int port, Login login, int window) throws IOException {
		SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port);
		secure.startHandshake();
		secure.setSoTimeout(50);
		socket = secure;
		if (window > 0) {
			transport.setMaxFrameSize(FRAME);
			session.setIncomingCapacity(window * FRAME);
		}
		if (login != null) {
			Sasl sasl = transport.sasl();
			sasl.client();
			login.of(sasl);
		}
		connection.setContainer("test");
		connection.setHostname("127.0.0.1");
		transport.bind(connection);
		connection.open();
		session.open();
	}

	/** Speaks with the hub until something is so. */
	void until(String what, BooleanSupplier condition) throws IOException {
		long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("not in time: " + what + "; the connection is " + connection.getRemoteState()
						+ ", " + connection.getRemoteCondition());
			}
			turn();
		}
	}

	/** One exchange of bytes; waits a moment for some. */
	void turn() throws IOException {
		write();
		InputStream in = socket.getInputStream();
		try {
			int count = transport.capacity() <= 0 ? -1 : in.read(buffer, 0, Math.min(buffer.length, transport.capacity()));
			if (count < 0) {
				transport.close_tail();
			} else {
				transport.tail().put(buffer, 0, count);
				transport.process();
			}
		} catch (SocketTimeoutException e) {
			// nothing came
		}
		write();
	}

	/** Sends what the engine has to say, and reads nothing. */
	void write() throws IOException {
		transport.tick(System.nanoTime() / 1_000_000);
		OutputStream out = socket.getOutputStream();
		for (int pending = transport.pending(); pending > 0; pending = transport.pending()) {
			ByteBuffer head = transport.head();
			byte[] bytes = new byte[pending];
			head.get(bytes);
			out.write(bytes);
			transport.pop(pending);
		}
		out.flush();
	}

	/** Sends these bytes past the engine. */
	void raw(byte[] bytes) throws IOException {
		socket.getOutputStream().write(bytes);
		socket.getOutputStream().flush();
	}

	/** Ends the connection in order. */
	@Override
	public void close() throws IOException {
		if (connection.getRemoteState() == EndpointState.ACTIVE && !socket.isClosed()) {
			connection.close();
			until("the hub says good-bye", () -> connection.getRemoteState() == EndpointState.CLOSED);
		}
		socket.close();
	}

	/** Says nothing more, not even that it is there, and returns when the hub has ended the connection. */
	void silence() throws IOException {
		long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
		while (System.nanoTime() < end) {
			try {
				if (socket.getInputStream().read(buffer) < 0) {
					socket.close();
					return;
				}
			} catch (SocketTimeoutException e) {
				// not yet
			}
		}
		throw new AssertionError("the hub did not end the connection");
	}

	/** Ends it without a word. */
	void vanish() throws IOException {
		socket.close();
	}
}
