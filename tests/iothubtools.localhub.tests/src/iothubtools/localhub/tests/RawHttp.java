// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.tests;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A connection over which a test sends HTTP as slowly and as partly as it wants to, and whatever else. */
final class RawHttp implements AutoCloseable {

	private static final int LIMIT_MILLIS = 20_000;
	/** The pace of a slow client, which is what is tested. */
	private static final int PAUSE_MILLIS = 120;

	private final Socket socket;

	RawHttp(Socket socket) throws IOException {
		this.socket = socket;
		socket.setSoTimeout(LIMIT_MILLIS);
	}

	/** Connects to a hub's port of HTTP, as it speaks it. */
	static RawHttp open(TestHub to) throws IOException, GeneralSecurityException {
		int port = to.hub().port();
		return new RawHttp(to.settings().plainHttp() ? new Socket("127.0.0.1", port)
				: to.tls().getSocketFactory().createSocket("127.0.0.1", port));
	}

	/** The head of a request of the hub's owner that puts a device, but its end. */
	static String put(TestHub to, String deviceId) {
		return "PUT /devices/" + deviceId + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + to.token("iothubowner")
				+ "\r\n";
	}

	/** A request of the hub's owner. */
	static String get(TestHub to, String path) {
		return "GET " + path + TestHub.VERSION + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + to.token("iothubowner") + "\r\n\r\n";
	}

	void send(String text) throws IOException {
		send(text.getBytes(StandardCharsets.US_ASCII));
	}

	void send(byte[] bytes) throws IOException {
		socket.getOutputStream().write(bytes);
		socket.getOutputStream().flush();
	}

	/** Whether there is something to read. */
	boolean hasAnswer() throws IOException {
		return socket.getInputStream().available() > 0;
	}

	/** What is sent again and again. */
	interface Drop {

		void fall() throws IOException;
	}

	/** Sends a byte again and again, until the hub ends the connection. */
	void drips(int drop) {
		drips(() -> send(new byte[] { (byte) drop }));
	}

	/** Does it again and again, until the hub ends the connection. */
	static CompletableFuture<Void> drips(Drop drop) {
		return CompletableFuture.runAsync(() -> {
			try {
				while (true) {
					drop.fall();
					pause();
				}
			} catch (IOException e) {
				// the hub ended it
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
	}

	static void pause() throws InterruptedException {
		Thread.sleep(PAUSE_MILLIS);
	}

	/** What the hub sends until it hangs up; fails when it does not. */
	String readAll() {
		StringBuilder text = new StringBuilder();
		try {
			InputStream in = socket.getInputStream();
			for (int next = in.read(); next >= 0; next = in.read()) {
				text.append((char) next);
			}
		} catch (SocketTimeoutException e) {
			throw new AssertionError("the hub leaves the connection open, after " + text, e);
		} catch (IOException e) {
			// it was reset, which is an end too
		}
		return text.toString();
	}

	/** Whether the hub does not hang up for as long as this. */
	boolean staysOpen(Duration time) throws IOException {
		socket.setSoTimeout((int) Math.max(1, time.toMillis()));
		try {
			return socket.getInputStream().read() >= 0;
		} catch (SocketTimeoutException e) {
			return true;
		} finally {
			socket.setSoTimeout(LIMIT_MILLIS);
		}
	}

	/** The head of the next reply. */
	String readHead() throws IOException {
		StringBuilder text = new StringBuilder();
		InputStream in = socket.getInputStream();
		for (int next = in.read(); next >= 0; next = in.read()) {
			text.append((char) next);
			if (text.indexOf("\r\n\r\n") >= 0) {
				return text.toString();
			}
		}
		throw new AssertionError("the hub hung up after " + text);
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
