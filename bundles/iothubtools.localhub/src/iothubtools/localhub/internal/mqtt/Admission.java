// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.mqtt;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.SharedAccessSignature;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.ClientAdmission;

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
			Caller caller = ClientAdmission.admit(hub.gate(), client, password, certificates);
			String generationId = hub.clients().requireEnabled(client).generationId();
			return new Admission(client, caller, generationId,
					UserName.namesVersion(client, packet.payload().userName()), expiry(password, hub.timer().now()));
		} catch (HubError e) {
			// the service does not say why either
			throw new Refused(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
		}
	}

	private static @Nullable Instant expiry(String password, Instant now) {
		SharedAccessSignature token = SharedAccessSignature.parse(password);
		return token == null ? null : token.endOfConnection(now);
	}
}
