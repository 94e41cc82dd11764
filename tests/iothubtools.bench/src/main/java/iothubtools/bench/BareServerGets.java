// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.SSLSocket;

/** The same requests as {@link IdentityGets}, to the bare server, which answers the bytes that the hub answers. */
final class BareServerGets implements Subject {

	private final Process server;
	private final IdentityGets gets;

	BareServerGets(Setup setup) throws Exception {
		server = Java.server(System.getProperty("java.class.path"), BareServer.class.getName(),
				List.of(Path.of(setup.authority()).getParent().toString()))
				.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		PrintStream in = new PrintStream(server.getOutputStream(), true, StandardCharsets.US_ASCII);
		in.println(Base64.getEncoder().encodeToString(answerOfHub(setup)));
		String port = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
		gets = new IdentityGets(new Setup(setup.authority(), setup.service(), Integer.parseInt(port), 0, 0, "", List.of()));
	}

	/** Header and body, byte for byte. */
	private static byte[] answerOfHub(Setup setup) throws Exception {
		try (SSLSocket socket = (SSLSocket) Trust.context(setup.authority()).getSocketFactory().createSocket(setup.host(),
				setup.port())) {
			String request = "GET " + IdentityGets.PATH + " HTTP/1.1\r\nHost: " + setup.host() + "\r\nAuthorization: "
					+ IdentityGets.token(setup) + "\r\n\r\n";
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			InputStream in = socket.getInputStream();
			ByteArrayOutputStream answer = new ByteArrayOutputStream();
			while (!answer.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
				read(in, answer);
			}
			for (int left = contentLength(answer.toString(StandardCharsets.UTF_8)); left > 0; left--) {
				read(in, answer);
			}
			return answer.toByteArray();
		}
	}

	private static void read(InputStream in, ByteArrayOutputStream answer) throws IOException {
		int next = in.read();
		if (next < 0) {
			throw new IOException("the hub's answer ends too early");
		}
		answer.write(next);
	}

	private static int contentLength(String head) throws IOException {
		for (String line : head.split("\r\n")) {
			if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
				return Integer.parseInt(line.substring(15).trim());
			}
		}
		throw new IOException("the hub's answer has no length");
	}

	@Override
	public long run(long nanos) throws Exception {
		return gets.run(nanos);
	}

	@Override
	public void close() throws Exception {
		gets.close();
		server.destroy();
		server.waitFor();
	}
}
