// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.operation;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.Gate;
import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.auth.Right;
import iothubtools.localhub.internal.exchange.CallerPresence;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.exchange.RequestHeaders;
import iothubtools.localhub.internal.kernel.ClientId;

/** Who may connect by a protocol that is not HTTP: it needs the same as a request for the same things. */
public final class ClientAdmission {

	private ClientAdmission() {
	}

	/**
	 * A device or module that proves who it is.
	 *
	 * @param authorization its token, as the header Authorization has it; empty when it has none
	 * @param certificates  what it showed in TLS, its own certificate first; may be empty
	 * @throws iothubtools.localhub.internal.errors.HubError 401 when nothing proves it
	 */
	public static Caller admit(Gate gate, ClientId client, String authorization, List<X509Certificate> certificates) {
		return gate.admit(request(path(client), authorization, certificates), variables(client), Need.of(Right.DEVICE_CONNECT));
	}

	/**
	 * Somebody of the service side.
	 *
	 * @param path          what it is about
	 * @param authorization its token, as the header Authorization has it
	 * @throws iothubtools.localhub.internal.errors.HubError 401 when the token does not allow it
	 */
	public static Caller admit(Gate gate, List<String> path, String authorization, Need need) {
		return gate.admit(request(path, authorization, List.of()), Map.of(), need);
	}

	/**
	 * Whose token that is, whatever it is good for.
	 *
	 * @throws iothubtools.localhub.internal.errors.HubError 401 when it is nobody's
	 */
	public static Caller identify(Gate gate, List<String> path, String authorization) {
		return gate.identify(request(path, authorization, List.of()), Map.of());
	}

	/** The path of everything that is a client's own. */
	public static List<String> path(ClientId client) {
		List<String> path = new ArrayList<>(List.of("devices", client.deviceId()));
		String module = client.moduleId();
		if (module != null) {
			path.addAll(List.of("modules", module));
		}
		return path;
	}

	private static HubRequest request(List<String> path, String authorization, List<X509Certificate> certificates) {
		RequestHeaders headers = new RequestHeaders(
				authorization.isEmpty() ? List.of() : List.of(Map.entry("Authorization", authorization)));
		return new HubRequest(UUID.randomUUID().toString(), "CONNECT", path, Map.of(), headers, new byte[0], certificates,
				new CallerPresence());
	}

	private static Map<String, String> variables(ClientId client) {
		Map<String, String> variables = new HashMap<>();
		variables.put(Route.DEVICE_ID, client.deviceId());
		String module = client.moduleId();
		if (module != null) {
			variables.put(Route.MODULE_ID, module);
		}
		return variables;
	}
}
