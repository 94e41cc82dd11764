// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import iothubtools.client.auth.HubHost;
import iothubtools.client.calls.HttpProxy;

/** Asks the proxy for a tunnel to the hub: CONNECT (RFC 9110 §9.3.6). */
final class ProxyStep {

	private static final int MAX_HEAD = 16 * 1024;

	private ProxyStep() {
	}

	static StepOutcome run(CheckSocket socket, HttpProxy proxy, HubHost host) {
		String name = proxy.host() + ":" + proxy.port();
		String status;
		try {
			socket.connect(new InetSocketAddress(proxy.host(), proxy.port()));
			socket.current().getOutputStream().write(request(proxy, host).getBytes(StandardCharsets.ISO_8859_1));
			status = status(socket.current().getInputStream());
		} catch (IOException | IllegalArgumentException e) {
			return StepOutcome.failed(CheckStep.PROXY,
					"The proxy " + name + " does not answer. Check Network Connections in the preferences.");
		}
		return switch (status) {
		case "200" -> StepOutcome.passed(CheckStep.PROXY, "The proxy " + name + " lets through to " + host + ".");
		case "407" -> StepOutcome.failed(CheckStep.PROXY, "The proxy " + name
				+ " wants a user and password, or others than those it was given. Check Network Connections in the preferences.");
		default -> StepOutcome.failed(CheckStep.PROXY, "The proxy " + name + " does not let through to " + host
				+ (status.isEmpty() ? "; it does not answer as a proxy does." : "; it answers " + status + "."));
		};
	}

	private static String request(HttpProxy proxy, HubHost host) {
		String target = host.name() + ":" + host.port();
		String user = proxy.user();
		String password = proxy.password();
		String authorization = user == null ? ""
				: "Proxy-Authorization: Basic " + Base64.getEncoder()
						.encodeToString((user + ":" + (password == null ? "" : password)).getBytes(StandardCharsets.UTF_8)) + "\r\n";
		return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + authorization + "\r\n";
	}

	/** The status of a head, which is read to its end and no further: what follows is the hub's. Empty if it is none. */
	private static String status(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0 && head.length() < MAX_HEAD) {
			int next = in.read();
			if (next < 0) {
				break;
			}
			head.append((char) next);
		}
		String[] line = head.toString().split("\r\n", 2)[0].split(" ");
		return line[0].startsWith("HTTP/1.") && line.length > 1 && line[1].matches("[0-9]{3}") ? line[1] : "";
	}
}
