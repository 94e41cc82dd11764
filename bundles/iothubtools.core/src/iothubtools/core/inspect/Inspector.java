// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inspect;

import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.auth.HubHost;
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
	 * Where the text leads to: with the CA certificate of a connection to the same hub and, for a token, which does not tell it, its port.
	 *
	 * @throws CoreException if that certificate cannot be read
	 */
	public CheckTarget target(InspectedText text) throws CoreException {
		List<HubConnection> same = same(text);
		if (same.isEmpty()) {
			return new CheckTarget(text.host(), List.of(), proxies, STEP);
		}
		HubConnection likely = same.stream().filter(connection -> hasKeyOf(connection, text)).findFirst().orElse(same.get(0));
		try {
			return new CheckTarget(text instanceof InspectedText.Token ? likely.host() : text.host(),
					CaCertificates.load(likely.caCertificate()), proxies, STEP);
		} catch (TrustException e) {
			throw new CoreException(HubStatus.of(e, likely));
		}
	}

	/** Whether it is known to. */
	private boolean hasKeyOf(HubConnection connection, InspectedText text) {
		try {
			return connection.policyName().equals(text.policy()) && text.matches(connections.key(connection));
		} catch (SecretStoreException | MissingKeyException e) {
			// it is told when the key is compared
			return false;
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
		return text.scope() == Scope.DEVICE ? best(same(text), connection -> deviceKey(text, connection, monitor, cancellation)) : KeyFinding.UNKNOWN;
	}

	private KeyFinding policyKey(InspectedText text, String policy) throws CoreException {
		return best(same(text).stream().filter(connection -> connection.policyName().equals(policy)).toList(), connection -> {
			try {
				return new KeyFinding(text.matches(connections.key(connection)) ? Result.MATCHES : Result.DIFFERS, policy, connection.name());
			} catch (SecretStoreException | MissingKeyException e) {
				throw new CoreException(HubStatus.of(e, connection));
			}
		});
	}

	/** What one of several connections says of the key. */
	private interface Comparison {

		KeyFinding with(HubConnection connection) throws CoreException;
	}

	/** The first that has the key: where a token may be of several hubs, what the others say is no news. */
	private static KeyFinding best(List<HubConnection> connections, Comparison comparison) throws CoreException {
		KeyFinding differs = null;
		CoreException failure = null;
		for (HubConnection connection : connections) {
			try {
				KeyFinding finding = comparison.with(connection);
				if (finding.result() != Result.DIFFERS) {
					return finding;
				}
				differs = differs == null ? finding : differs;
			} catch (CoreException e) {
				failure = failure == null ? e : failure;
			}
		}
		if (differs == null && failure != null) {
			throw failure;
		}
		return differs == null ? KeyFinding.UNKNOWN : differs;
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

	/** Connections to the hub of the text. A token does not tell its port, by which hubs of one machine differ, and for events there is another. */
	private List<HubConnection> same(InspectedText text) {
		HubHost host = text.host();
		boolean anyPort = !(text instanceof InspectedText.Connection);
		return connections.all().stream()
				.filter(connection -> connection.host().isSameHub(anyPort ? new HubHost(host.name(), connection.host().port()) : host)).toList();
	}
}
