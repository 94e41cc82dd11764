// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.auth.Right;
import iothubtools.localhub.internal.auth.SharedAccessSignature;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.exchange.CallerPresence;
import iothubtools.localhub.internal.exchange.HubRequest;
import iothubtools.localhub.internal.exchange.RequestHeaders;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.Route;

/**
 * A client that may connect.
 *
 * @param client       who it is
 * @param caller       how it proved that
 * @param generationId the generation of its device
 * @param versioned    whether it says which version of the service it speaks
 * @param until        when its connection has to end because of its token; null when it has a certificate
 */
record Admission(ClientId client, Caller caller, String generationId, boolean versioned, @Nullable Instant until) {

	/** Why a client may not connect, as CONNACK says it. */
	static final class Refused extends Exception {

		private static final long serialVersionUID = 1L;

		private final MqttConnectReturnCode code;

		Refused(MqttConnectReturnCode code) {
			super(code.name());
			this.code = code;
		}

		MqttConnectReturnCode code() {
			return code;
		}
	}

	/**
	 * Who connects: the names in the packet, proved by its password, a SAS token, or by the certificate shown in TLS.
	 *
	 * @throws Refused when it may not
	 */
	static Admission of(MqttConnectMessage packet, List<X509Certificate> certificates, MqttServices hub) throws Refused {
		ClientId client = UserName.client(packet.payload().clientIdentifier());
		if (client == null) {
			throw new Refused(MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
		}
		if (!UserName.isOf(client, packet.payload().userName(), hub.names())) {
			throw new Refused(MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
		}
		byte @Nullable [] bytes = packet.payload().passwordInBytes();
		String password = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
		try {
			Caller caller = hub.gate().admit(request(client, password, certificates), variables(client),
					Need.of(Right.DEVICE_CONNECT));
			String generationId = hub.clients().requireEnabled(client).generationId();
			return new Admission(client, caller, generationId,
					UserName.namesVersion(client, packet.payload().userName()), expiry(password, hub.timer().now()));
		} catch (HubError e) {
			// the service does not say why either
			throw new Refused(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
		}
	}

	/** To connect needs the same as a request for anything of the device. */
	private static HubRequest request(ClientId client, String password, List<X509Certificate> certificates) {
		List<String> path = new ArrayList<>(List.of("devices", client.deviceId()));
		String module = client.moduleId();
		if (module != null) {
			path.addAll(List.of("modules", module));
		}
		RequestHeaders headers = new RequestHeaders(
				password.isEmpty() ? List.of() : List.of(Map.entry("Authorization", password)));
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

	private static @Nullable Instant expiry(String password, Instant now) {
		SharedAccessSignature token = SharedAccessSignature.parse(password);
		return token == null ? null : token.endOfConnection(now);
	}
}
