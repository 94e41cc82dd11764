// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inspect;

import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.calls.Cancellation;
import iothubtools.client.calls.ProxySource;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.inspect.CheckTarget;
import iothubtools.client.inspect.InspectedText;
import iothubtools.client.inspect.InspectedText.Scope;
import iothubtools.core.connections.CaCertificates;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.connections.MissingKeyException;
import iothubtools.core.connections.SecretStoreException;
import iothubtools.core.connections.TrustException;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inspect.KeyFinding.Result;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubOperations;
import iothubtools.core.status.HubStatus;

/** Helps to inspect a text by what the saved connections to the same hub know. Not for a UI thread. */
public final class Inspector {

	private static final Duration STEP = Duration.ofSeconds(15);

	private final HubConnections connections;
	private final HubOperations operations;
	private final ProxySource proxies;

	/** With these connections, and the proxies of the platform. */
	public Inspector(HubConnections connections, HubOperations operations, ProxySource proxies) {
		this.connections = connections;
		this.operations = operations;
		this.proxies = proxies;
	}

	/**
	 * Where the text leads to: with the CA certificate of a connection to the same host and, for a token, which does not tell it, its port.
	 *
	 * @throws CoreException if that certificate cannot be read
	 */
	public CheckTarget target(InspectedText text) throws CoreException {
		List<HubConnection> same = same(text);
		if (same.isEmpty()) {
			return new CheckTarget(text.host(), List.of(), proxies, STEP);
		}
		HubConnection first = same.get(0);
		try {
			return new CheckTarget(text instanceof InspectedText.Token ? first.host() : text.host(),
					CaCertificates.load(first.caCertificate()), proxies, STEP);
		} catch (TrustException e) {
			throw new CoreException(HubStatus.of(e, first));
		}
	}

	/**
	 * Compares with the key of a connection to the same hub by the same policy, or asks the hub for the keys of the device.
	 *
	 * @throws CoreException if the key cannot be read or the hub does not give it
	 */
	public KeyFinding key(InspectedText text, @Nullable IProgressMonitor monitor, Cancellation cancellation) throws CoreException {
		String policy = text.policy();
		if (policy != null) {
			return text.scope() == Scope.EVENTS && !(text instanceof InspectedText.Token) ? KeyFinding.UNKNOWN : policyKey(text, policy);
		}
		List<HubConnection> same = same(text);
		return text.scope() != Scope.DEVICE || same.isEmpty() ? KeyFinding.UNKNOWN : deviceKey(text, same.get(0), monitor, cancellation);
	}

	private KeyFinding policyKey(InspectedText text, String policy) throws CoreException {
		for (HubConnection connection : same(text)) {
			if (connection.policyName().equals(policy)) {
				try {
					return new KeyFinding(text.matches(connections.key(connection)) ? Result.MATCHES : Result.DIFFERS, policy,
							connection.name());
				} catch (SecretStoreException | MissingKeyException e) {
					throw new CoreException(HubStatus.of(e, connection));
				}
			}
		}
		return KeyFinding.UNKNOWN;
	}

	private KeyFinding deviceKey(InspectedText text, HubConnection connection, @Nullable IProgressMonitor monitor, Cancellation cancellation)
			throws CoreException {
		String id = text.deviceId();
		DeviceAuthentication authentication = operations.run(new GetDeviceOperation(connection, id), monitor, cancellation).authentication();
		Result result = matches(text, authentication, KeySlot.PRIMARY) ? Result.MATCHES
				: matches(text, authentication, KeySlot.SECONDARY) ? Result.MATCHES_SECONDARY : Result.DIFFERS;
		return new KeyFinding(result, id, connection.name());
	}

	private static boolean matches(InspectedText text, DeviceAuthentication authentication, KeySlot slot) {
		SharedAccessKey key = authentication.key(slot);
		return key != null && text.matches(key);
	}

	private List<HubConnection> same(InspectedText text) {
		return connections.all().stream()
				.filter(connection -> connection.host().forServices().name().equalsIgnoreCase(text.host().forServices().name())).toList();
	}
}
