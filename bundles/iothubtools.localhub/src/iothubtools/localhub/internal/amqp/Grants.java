// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.amqp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.auth.Caller;
import iothubtools.localhub.internal.auth.Need;
import iothubtools.localhub.internal.auth.Principal;
import iothubtools.localhub.internal.auth.SharedAccessSignature;
import iothubtools.localhub.internal.auth.TokenScope;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.operation.ClientAdmission;

/**
 * What the client of a connection has shown: tokens, each for what it said, and the certificate of TLS. A connection may carry several
 * devices, each with a token of its own (contract §8.2).
 */
final class Grants {

	private static final String AT_POLICY = "@sas.root.";
	private static final String AT_CLIENT = "@sas.";
	private static final String SIGNATURE = "SharedAccessSignature ";
	private static final String BEARER = "Bearer ";
	/** Tokens of one connection at most, so that nobody fills the memory with them. */
	private static final int MOST = 10_000;
	/** Of the service side there are a few, each for many links. */
	private static final int MOST_OF_OTHERS = 100;
	/** A host, and ids of a device and a module whose every character takes three. */
	private static final int LONGEST_AUDIENCE = 2048;

	private final AmqpServices hub;
	private final Supplier<List<X509Certificate>> certificates;
	private final Runnable atExpiry;
	/** The tokens of devices and modules by whose they are, and those of others by their path. */
	private final Map<ClientId, Grant> ofClients = new HashMap<>();
	private final Map<List<String>, Grant> ofOthers = new HashMap<>();

	/** A token that was found to be right, and what forgets when it ends. */
	private record Grant(String authorization, Runnable forgetExpiry) {
	}

	/**
	 * With what the client showed in TLS.
	 *
	 * @param atExpiry runs, on any thread, when a token has come to its end
	 */
	Grants(AmqpServices hub, Supplier<List<X509Certificate>> certificates, Runnable atExpiry) {
		this.hub = hub;
		this.certificates = certificates;
		this.atExpiry = atExpiry;
	}

	/** Whether the client showed a certificate; whose it is has to be found out for each device. */
	boolean hasCertificate() {
		return !certificates.get().isEmpty();
	}

	/**
	 * Takes the token of somebody who says so before the connection is open: {@code {policy}@sas.root.{hub}},
	 * {@code {deviceId}@sas.{hub}} or {@code {deviceId}/{moduleId}@sas.{hub}}.
	 *
	 * @throws HubError 401 when it is not right
	 */
	void login(String user, String token) {
		int policy = user.lastIndexOf(AT_POLICY);
		int client = user.lastIndexOf(AT_CLIENT);
		if (policy > 0) {
			addOther(List.of(), token);
		} else if (client > 0) {
			addClient(ClientId.parse(user.substring(0, client)), token);
		} else {
			throw HubError.unauthorized();
		}
	}

	/**
	 * Takes a token for an audience, such as {@code myhub.azure-devices.net/devices/d1}, in place of the one there was for it.
	 *
	 * @throws HubError 401 when it is not right
	 */
	void put(String audience, String token) {
		if (audience.length() > LONGEST_AUDIENCE) {
			throw HubError.argumentInvalid("The audience of the token is too long.");
		}
		// Node's device SDK has the resource of its token here, encoded as it stands in that
		List<String> path = TokenScope.of(audience.indexOf('/') < 0 ? TokenScope.decoded(audience) : audience).segments();
		ClientId named = client(path);
		if (named == null) {
			addOther(path, token);
			return;
		}
		ClientId signed = signer(token);
		// of a module's token Java's device SDK names the device alone
		addClient(signed != null && signed.isModule() && signed.deviceId().equals(named.deviceId()) ? signed : named, token);
	}

	/** Whose key signed a token, going by what it says; null when that was a policy's. */
	private static @Nullable ClientId signer(String token) {
		SharedAccessSignature signature = SharedAccessSignature.parse(token);
		TokenScope scope = signature == null || !signature.isOfClient() ? null : signature.scope();
		return scope == null ? null : client(scope.segments());
	}

	/** {@code devices/{id}} or {@code devices/{id}/modules/{id}}, whatever follows. */
	private static @Nullable ClientId client(List<String> path) {
		if (path.size() < 2 || !path.get(0).equalsIgnoreCase("devices")) {
			return null;
		}
		String device = TokenScope.decoded(path.get(1));
		return path.size() >= 4 && path.get(2).equalsIgnoreCase("modules") ? new ClientId(device, TokenScope.decoded(path.get(3)))
				: ClientId.of(device);
	}

	private void addClient(ClientId client, String token) {
		String authorization = authorization(token);
		keep(ofClients, client, authorization, ClientAdmission.admit(hub.gate(), client, authorization, List.of()));
	}

	/** Of a token of the service side only that it is right is looked at here; what it is good for, where it is needed. */
	private void addOther(List<String> path, String token) {
		String authorization = authorization(token);
		SharedAccessSignature signature = SharedAccessSignature.parse(authorization);
		TokenScope scope = signature == null ? null : signature.scope();
		List<String> covered = scope == null ? path : scope.segments();
		keep(ofOthers, path, authorization, ClientAdmission.identify(hub.gate(), covered, authorization));
	}

	/** As the header Authorization would have it. */
	private static String authorization(String token) {
		return token.startsWith(SIGNATURE) || token.startsWith(BEARER) ? token : BEARER + token;
	}

	private <K> void keep(Map<K, Grant> grants, K key, String authorization, Caller caller) {
		if (grants.size() >= (grants == ofOthers ? MOST_OF_OTHERS : MOST) && !grants.containsKey(key)) {
			throw new HubError(ErrorCode.SERVER_BUSY, "The connection has too many tokens.");
		}
		Instant now = hub.timer().now();
		SharedAccessSignature signature = SharedAccessSignature.parse(authorization);
		Principal principal = caller.principal();
		Instant end = signature != null ? signature.endOfConnection(now) : principal != null ? principal.until() : null;
		Runnable forget = end == null ? () -> { } : hub.timer().at(end, atExpiry);
		Grant older = grants.put(key, new Grant(authorization, forget));
		if (older != null) {
			older.forgetExpiry().run();
		}
	}

	/**
	 * A device or module as which this connection may act.
	 *
	 * @throws HubError 401 when nothing it showed proves that, 404 and 403 when there is no such device or it is disabled
	 */
	Caller of(ClientId client) {
		Grant own = ofClients.get(client);
		List<String> tries = new ArrayList<>();
		if (own != null) {
			tries.add(own.authorization());
		}
		ofOthers.values().forEach(other -> tries.add(other.authorization()));
		tries.add("");
		Caller caller = null;
		for (int i = 0; i < tries.size() && caller == null; i++) {
			caller = tryTo(client, tries.get(i));
		}
		if (caller == null) {
			throw HubError.unauthorized();
		}
		hub.clients().requireEnabled(client);
		return caller;
	}

	private @Nullable Caller tryTo(ClientId client, String authorization) {
		try {
			return ClientAdmission.admit(hub.gate(), client, authorization, certificates.get());
		} catch (HubError e) {
			return null;
		}
	}

	/**
	 * Somebody of the service side who may do this.
	 *
	 * @param paths what it is called; a token for one of them is enough
	 * @throws HubError 401 when nothing it showed allows it
	 */
	Caller of(List<List<String>> paths, Need need) {
		HubError refusal = HubError.unauthorized();
		for (Grant grant : ofOthers.values()) {
			try {
				return check(grant.authorization(), paths, need);
			} catch (HubError e) {
				refusal = e;
			}
		}
		throw refusal;
	}

	/**
	 * The same by a token that is shown for this alone.
	 *
	 * @throws HubError 401 when it does not allow it
	 */
	Caller check(String token, List<List<String>> paths, Need need) {
		HubError refusal = HubError.unauthorized();
		for (List<String> path : paths) {
			try {
				return ClientAdmission.admit(hub.gate(), path, authorization(token), need);
			} catch (HubError e) {
				refusal = e;
			}
		}
		throw refusal;
	}

	/** The connection is gone. */
	void end() {
		ofClients.values().forEach(grant -> grant.forgetExpiry().run());
		ofOthers.values().forEach(grant -> grant.forgetExpiry().run());
	}
}
