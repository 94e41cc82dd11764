// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.exchange;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * A request as the operations see it, whatever carried it.
 *
 * @param id       the x-ms-request-id of its reply
 * @param method   HTTP method in upper case, X-HTTP-Method-Override applied
 * @param path     segments of the path, percent-decoded, without a trailing slash's empty one
 * @param query    parameters of the query, names in lower case
 * @param headers  its headers
 * @param body     its body, empty when there is none
 * @param certificates  what its sender proved to own by TLS: its certificate and those it was issued by; empty when nothing
 * @param presence  whether its sender still waits for the reply
 */
public record HubRequest(String id, String method, List<String> path, Map<String, String> query, RequestHeaders headers,
		byte[] body, List<X509Certificate> certificates, CallerPresence presence) {

	/** The same request with its body. */
	public HubRequest withBody(byte[] newBody) {
		return new HubRequest(id, method, path, query, headers, newBody, certificates, presence);
	}

	/** Id and method alone: headers hold tokens, bodies hold keys. */
	@Override
	public String toString() {
		return id + ' ' + method;
	}
}
