// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.internal.LastingHub;
import iothubtools.localhub.internal.RunningHub;
import iothubtools.localhub.internal.auth.Policy;
import iothubtools.localhub.internal.auth.PolicyKeys;
import iothubtools.localhub.internal.devices.Device;
import iothubtools.localhub.internal.entra.Issuer;
import iothubtools.localhub.internal.eventhub.EventHub;
import iothubtools.localhub.internal.faults.Faults;
import iothubtools.localhub.internal.messages.KeptMessage;
import iothubtools.localhub.internal.store.HubStore;
import iothubtools.localhub.messages.MessageListener;
import iothubtools.localhub.messages.MessageSubscription;
import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;
import iothubtools.localhub.settings.TestIssuer;

/**
 * An IoT Hub on this machine, spoken to over its real protocols. It serves from {@link #start} until {@link #close}, on
 * loopback unless its settings name another host, and keeps its state in a directory that outlives it. When that cannot be
 * written it starts again by itself from what is kept, and goes on.
 */
public final class LocalHub implements AutoCloseable {

	private static final int HTTPS_PORT = 443;

	private final LocalHubSettings settings;
	private final LastingHub hub;
	private final int port;
	private final AtomicBoolean closed = new AtomicBoolean();

	private LocalHub(LocalHubSettings settings, LastingHub hub) {
		this.settings = settings;
		this.hub = hub;
		this.port = hub.hub().httpPort();
	}

	/**
	 * Starts a hub and returns when it accepts connections.
	 *
	 * @throws LocalHubException when it cannot: port in use, unknown host, data directory unusable or in use by another hub
	 */
	public static LocalHub start(LocalHubSettings settings) throws LocalHubException {
		return new LocalHub(settings, LastingHub.start(settings));
	}

	/** The port it listens on. */
	public int port() {
		return port;
	}

	/** The port MQTT listens on, {@link LocalHubSettings#NO_MQTT} when it does not. */
	public int mqttPort() {
		return hub.hub().mqttPort();
	}

	/** The port AMQP listens on, {@link LocalHubSettings#NO_AMQP} when it does not. */
	public int amqpPort() {
		return hub.hub().amqpPort();
	}

	/** The HostName of its connection strings, with the port unless that is 443: {@code 127.0.0.1:8443}. */
	public String hostName() {
		String host = hub.hub().address().host();
		return port == HTTPS_PORT && !settings.plainHttp() ? host : host + ':' + port;
	}

	/** Where its REST API is: scheme, host and port. */
	public URI uri() {
		return URI.create((settings.plainHttp() ? "http://" : "https://") + hostName());
	}

	/** The PEM file of the CA certificate that signed its server certificate; there also when it speaks plain HTTP. */
	public Path caCertificate() {
		return hub.hub().authority();
	}

	/** The names of its shared access policies (contract §1.2). */
	public Set<String> policies() {
		return PolicyKeys.names();
	}

	/** The connection string of the policy that may do everything, iothubowner. It contains a key. */
	public String serviceConnectionString() {
		return connectionString(Policy.IOTHUBOWNER.wireName());
	}

	/**
	 * The connection string of a policy, with its primary key.
	 *
	 * @throws IllegalArgumentException when there is no policy of that name
	 */
	public String connectionString(String policy) {
		Policy found = PolicyKeys.find(policy);
		if (found == null) {
			throw new IllegalArgumentException("There is no policy " + policy);
		}
		return "HostName=" + hostName() + ";SharedAccessKeyName=" + policy + ";SharedAccessKey="
				+ hub.hub().store().policyKeys().of(found).primary();
	}

	/**
	 * The connection string of its built-in endpoint as an Event Hub, with the primary key of a policy that has ServiceConnect, for any client
	 * of Event Hubs (contract §7.2).
	 *
	 * @throws IllegalArgumentException when there is no policy of that name
	 */
	public String eventHubConnectionString(String policy) {
		String[] parts = connectionString(policy).split(";", 2);
		int amqpPort = amqpPort();
		return "Endpoint=sb://" + hub.hub().address().host() + (amqpPort == LocalHubSettings.DEFAULT_AMQP_PORT ? "" : ":" + amqpPort) + "/;"
				+ parts[1] + ";EntityPath=" + EventHub.NAME;
	}

	/** Where it gives tokens that stand for those of Entra ID; null when it takes none. */
	public @Nullable TestIssuer testIssuer() {
		Issuer issuer = hub.hub().issuer();
		return issuer == null ? null
				: new TestIssuer(uri().resolve(Issuer.PATH), issuer.audience(), Issuer.clients(), issuer.secret());
	}

	/**
	 * The connection string of a device, with its primary key; null when there is no such device or it has no symmetric
	 * keys.
	 *
	 * @throws IllegalStateException when this is closed
	 */
	public @Nullable String deviceConnectionString(String deviceId) {
		HubStore store = hub.hub().store();
		Device device = store.read(() -> store.devices().get(deviceId));
		String key = device == null ? null : device.credentials().primaryKey();
		return key == null ? null : "HostName=" + hostName() + ";DeviceId=" + deviceId + ";SharedAccessKey=" + key;
	}

	/**
	 * The messages kept of a device and its modules, oldest first; empty when it sent none.
	 *
	 * @throws IllegalStateException when this is closed
	 */
	public List<ReceivedMessage> receivedMessages(String deviceId) {
		RunningHub running = hub.hub();
		return running.store().read(() -> running.services().feed().store().of(deviceId)).stream().map(KeptMessage::received).toList();
	}

	/**
	 * Calls a listener for every device-to-cloud message from now on, in the order they come, on a thread of its own. How long
	 * it takes is no matter to senders; beyond a bounded number of messages that wait for it, it is told how many it missed.
	 * Close what this returns before the hub.
	 */
	public MessageSubscription subscribe(MessageListener listener) {
		return hub.subscribe(listener);
	}

	/** Goes by another fault plan from now on; counting begins anew. */
	public void inject(FaultPlan plan) {
		hub.hub().services().faults().replace(plan);
	}

	/** How often each rule of the fault plan has hit, in the order of its rules. */
	public List<Long> injected() {
		return hub.hub().services().faults().counts().stream().map(Faults.RuleCount::injected).toList();
	}

	/**
	 * Completes with one line that says why and what to do, when this hub had to stop by itself: its data could not be written, and
	 * cannot be opened again either. It is to be closed all the same.
	 */
	public CompletionStage<String> stopped() {
		return hub.stopped().minimalCompletionStage();
	}

	/** Stops serving, ends its connections and writes what is not written yet. A second call does nothing. */
	@Override
	public void close() {
		if (closed.compareAndSet(false, true)) {
			hub.close();
		}
	}
}
