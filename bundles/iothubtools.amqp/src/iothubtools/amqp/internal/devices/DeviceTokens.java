// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.DeviceProof;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.names.ClientId;

/** Makes the tokens of a device or module (contract §2). */
final class DeviceTokens {

	/** The least time before the next one. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	/**
	 * A token.
	 *
	 * @param value a secret
	 * @param use   how long to use it before the next is shown; null where there is no next one
	 */
	record Token(String value, @Nullable Duration use, Instant expiry) {

		/** Without the secret. */
		@Override
		public String toString() {
			return "Token until " + expiry;
		}
	}

	private final DeviceAccess access;
	private final ClientId id;
	private final DeviceProof proof;
	private final String resource;

	DeviceTokens(DeviceAccess access, ClientId id, DeviceProof proof) {
		this.access = access;
		this.id = id;
		this.proof = proof;
		HubHost host = access.host();
		String module = id.moduleId();
		resource = module == null ? SasToken.deviceResource(host, id.deviceId()) : SasToken.moduleResource(host, id.deviceId(), module);
	}

	/** Whose they are. */
	ClientId id() {
		return id;
	}

	/** What they are for, as {@code $cbs} wants to hear it. */
	String resource() {
		return resource;
	}

	/** The next one; null for who has a certificate. */
	@Nullable Token next() {
		if (proof instanceof DeviceProof.Key own) {
			return signed(own.key(), null);
		} else if (proof instanceof DeviceProof.Policy of) {
			return signed(of.policy().key(), of.policy().name());
		}
		return proof instanceof DeviceProof.Token ready ? new Token(ready.token().reveal(), null, Instant.MAX) : null;
	}

	private Token signed(SharedAccessKey key, @Nullable String policy) {
		Clock clock = access.clock();
		SasToken token = SasToken.create(resource, key, policy, clock.instant().plus(access.tokenLife()));
		Duration use = access.tokenLife().multipliedBy(85).dividedBy(100);
		return new Token(token.value(), use.compareTo(PAUSE) < 0 ? PAUSE : use, token.expiry());
	}
}
