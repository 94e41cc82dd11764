// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

import iothubtools.localhub.internal.kernel.HubNames;

/**
 * Whose web page asks for a connection. Browsers let any page open a WebSocket to any host and leave it to the server to look
 * at the header Origin. Programs leave it out, or write the hub's own name and the port they connect to into it, as Paho does.
 */
final class WebOrigin {

	private static final int HTTP = 80;
	private static final int HTTPS = 443;

	private final HubNames names;
	private final int defaultPort;

	/**
	 * With the names of the hub: one that is none of them is somebody else's, even if it leads here.
	 *
	 * @param secure whether its port speaks TLS
	 */
	WebOrigin(HubNames names, boolean secure) {
		this.names = names;
		this.defaultPort = secure ? HTTPS : HTTP;
	}

	/** Whether no page asks, or one of the hub itself. */
	boolean mayConnect(HttpHeaders headers) {
		List<String> origins = headers.getAll(HttpHeaderNames.ORIGIN);
		String asked = headers.get(HttpHeaderNames.HOST);
		return origins.isEmpty() || origins.size() == 1 && isOwn(parse(origins.get(0).trim()), asked == null ? "" : asked.trim());
	}

	/** The port is that of the request, which a proxy may have led here from another. */
	private boolean isOwn(@Nullable URI origin, String asked) {
		if (origin == null || origin.getHost() == null || !names.contain(origin.getHost())) {
			return false;
		}
		URI host = parse("//" + asked);
		return host != null && port(origin, "http".equals(origin.getScheme()) ? HTTP : HTTPS) == port(host, defaultPort);
	}

	private static int port(URI uri, int otherwise) {
		return uri.getPort() < 0 ? otherwise : uri.getPort();
	}

	private static @Nullable URI parse(String text) {
		try {
			URI uri = new URI(text);
			return uri.getScheme() == null || Set.of("http", "https").contains(uri.getScheme()) ? uri : null;
		} catch (URISyntaxException e) {
			return null;
		}
	}
}
