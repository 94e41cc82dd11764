// SPDX-License-Identifier: EPL-2.0
package iothubtools.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that sends what it is given, be it right or wrong, which no library does. */
final class RawConnection implements AutoCloseable {

	/** A hub that takes longer than this hangs. */
	private static final int HANGS_MILLIS = 20_000;

	private final Socket socket;
	private final InputStream in;

	/** With a socket that is connected. */
	RawConnection(Socket socket) throws IOException {
		this.socket = socket;
		socket.setSoTimeout(HANGS_MILLIS);
		socket.setTcpNoDelay(true);
		in = new BufferedInputStream(socket.getInputStream());
	}

	/** Sends a request and gives the status of the reply, whose body is read and dropped. */
	int send(String method, String target, String authorization, byte[] body) throws IOException {
		ByteArrayOutputStream request = new ByteArrayOutputStream();
		request.writeBytes((method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + authorization
				+ "\r\nIf-Match: *\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
		request.writeBytes(body);
		write(request.toByteArray());
		return readReply();
	}

	/** Sends bytes as they are. */
	void write(byte[] bytes) throws IOException {
		socket.getOutputStream().write(bytes);
	}

	/** Says that nothing more comes, then reads until the other side has nothing more to say either. */
	void drain() throws IOException {
		socket.shutdownOutput();
		byte[] buffer = new byte[8192];
		while (in.read(buffer) >= 0) {
			continue;
		}
	}

	private int readReply() throws IOException {
		int status = Integer.parseInt(line().split(" ")[1]);
		int length = 0;
		for (String header = line(); !header.isEmpty(); header = line()) {
			if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
				length = Integer.parseInt(header.substring(header.indexOf(':') + 1).trim());
			}
		}
		in.skipNBytes(length);
		return status;
	}

	private String line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new EOFException("the connection ended");
			}
			if (next != '\r') {
				line.write(next);
			}
		}
		return line.toString(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
