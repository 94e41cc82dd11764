// SPDX-License-Identifier: EPL-2.0
package iothubtools.client;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import iothubtools.client.auth.ClientCertificate;
import iothubtools.client.auth.Credential;
import iothubtools.client.auth.EntraSignIn;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.auth.HubCredential;
import iothubtools.client.auth.HubHost;
import iothubtools.client.auth.PolicyRights;
import iothubtools.client.auth.SasToken;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.auth.SharedAccessSignature;
import iothubtools.client.calls.ProxySource;
import iothubtools.client.calls.RetryPolicy;
import iothubtools.client.calls.Timeouts;
import iothubtools.client.exchange.ExchangeListener;
import iothubtools.client.internal.auth.AccessTokens;
import iothubtools.client.internal.auth.TokenCache;
import iothubtools.client.internal.auth.TokenSource;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.HubConnector;
import iothubtools.client.internal.registry.RightsCheck;
import iothubtools.client.internal.transport.TransportSettings;
import iothubtools.client.names.ClientId;

/**
 * One hub, spoken to over its REST API with the rights of one shared access policy, or of one who signed in at Microsoft Entra
 * ID. Keeps a pool of connections and few threads until it is closed. Safe for use by several threads.
 */
public final class IotHubClient implements AutoCloseable {

	private final HubHost host;
	private final Clock clock;
	private final HubConnector connector;
	private final HubAccess hub;
	/** The same as the other one, unless devices have a name of the hub for themselves. */
	private final HubConnector deviceConnector;
	private final HubAccess deviceHub;

	private IotHubClient(Builder builder) {
		host = builder.host;
		clock = builder.settings.clock();
		HubHost service = host.forServices();
		HubHost device = host.forDevices();
		connector = new HubConnector(builder.settings.withHost(service));
		hub = new HubAccess(connector, builder.tokens.apply(service, clock));
		deviceConnector = device.equals(service) ? connector : new HubConnector(builder.settings.withHost(device));
		deviceHub = device.equals(service) ? hub : new HubAccess(deviceConnector, builder.tokens.apply(device, clock));
	}

	/** A client that signs its tokens with the key of a policy. */
	public static Builder builder(HubHost host, String policyName, SharedAccessKey key) {
		return builder(new HubConnectionString(host, policyName, key));
	}

	/** A client for what a connection string says. */
	public static Builder builder(HubConnectionString connection) {
		return new Builder(connection);
	}

	/** A client with the key of a policy, or with a sign-in at Microsoft Entra ID, which opens the service's side only. */
	public static Builder builder(HubHost host, HubCredential credential) {
		if (credential instanceof SharedAccessPolicy policy) {
			return builder(host, policy.name(), policy.key());
		}
		if (credential instanceof EntraSignIn signIn) {
			return new Builder(host, signIn);
		}
		throw new IllegalArgumentException("No such credential");
	}

	/**
	 * A client for one device that proves who it is by a certificate: only {@link #device(String)} and
	 * {@link #module(String, String)} work, with its own id. Keeps connections and threads of its own.
	 */
	public static Builder builder(HubHost host, ClientCertificate certificate) {
		return new Builder(host, certificate);
	}

	/** Where the hub answers, as given: calls go to {@link HubHost#forServices} and {@link HubHost#forDevices}. */
	public HubHost host() {
		return host;
	}

	/** The hub's device identities. */
	public DeviceIdentities devices() {
		return new DeviceIdentities(hub);
	}

	/** The identities of the devices' modules. */
	public Modules modules() {
		return new Modules(hub);
	}

	/** Many changes of devices and modules in few calls. */
	public BulkRegistry bulk() {
		return new BulkRegistry(hub);
	}

	/** The twins of devices and modules. */
	public Twins twins() {
		return new Twins(hub);
	}

	/** Direct methods of devices and modules. */
	public DirectMethods methods() {
		return new DirectMethods(hub);
	}

	/** Jobs on many devices. */
	public Jobs jobs() {
		return new Jobs(hub);
	}

	/** Automatic configurations. */
	public Configurations configurations() {
		return new Configurations(hub);
	}

	/** The service's side of cloud-to-device messages. */
	public CloudToDevice cloudToDevice() {
		return new CloudToDevice(hub);
	}

	/** Queries over devices, modules and jobs. */
	public Queries queries() {
		return new Queries(hub);
	}

	/** A module of a device, speaking with {@code moduleKey}, its primary or secondary key; to be kept as a device. */
	public DeviceClient module(String deviceId, String moduleId, SharedAccessKey moduleKey) {
		ClientId id = ClientId.module(deviceId, moduleId);
		TokenSource own = new TokenCache(SasToken.moduleResource(host.forDevices(), deviceId, moduleId), moduleKey, null, clock);
		return new DeviceClient(id, new HubAccess(deviceConnector, own));
	}

	/**
	 * A device of the hub, speaking with {@code deviceKey}, its primary or secondary key. To be kept for more than one
	 * message, as it keeps the token it has signed.
	 */
	public DeviceClient device(String deviceId, SharedAccessKey deviceKey) {
		TokenSource own = new TokenCache(SasToken.deviceResource(host.forDevices(), deviceId), deviceKey, null, clock);
		return new DeviceClient(ClientId.device(deviceId), new HubAccess(deviceConnector, own));
	}

	/**
	 * A device of the hub, spoken for with the hub's own policy, which needs the right DeviceConnect (contract §1.2), or
	 * with the client's certificate, which must be the device's.
	 */
	public DeviceClient device(String deviceId) {
		return new DeviceClient(ClientId.device(deviceId), deviceHub);
	}

	/** A module of a device, spoken for as {@link #device(String)}. */
	public DeviceClient module(String deviceId, String moduleId) {
		return new DeviceClient(ClientId.module(deviceId, moduleId), deviceHub);
	}

	/**
	 * Finds out by harmless calls what the policy, or who signed in, may do; nothing on the hub is changed. Fails with status 401
	 * if it may do none of it: the hub does not tell a wrong key, a wrong policy name and a missing right apart.
	 */
	public HubCall<PolicyRights> checkRights() {
		return HubCall.of(() -> new RightsCheck(hub).run());
	}

	/** Closes all connections at once; calls under way end with {@link CancellationException}. */
	@Override
	public void close() {
		connector.close();
		deviceConnector.close();
	}

	/** Host and port only. */
	@Override
	public String toString() {
		return "IotHubClient[" + host + "]";
	}

	/** Settings of a client; each has a default. */
	public static final class Builder {

		private final HubHost host;
		private final BiFunction<HubHost, Clock, TokenSource> tokens;
		private TransportSettings settings;

		private Builder(HubConnectionString connection) {
			host = connection.host();
			tokens = (called, time) -> tokens(connection, called, time);
			settings = TransportSettings.defaults(host);
		}

		private Builder(HubHost host, EntraSignIn signIn) {
			this.host = host;
			tokens = (called, time) -> new AccessTokens(signIn.tokens(), host.audience(), time);
			settings = TransportSettings.defaults(host);
		}

		private Builder(HubHost host, ClientCertificate certificate) {
			this.host = host;
			tokens = (called, time) -> () -> CompletableFuture.completedFuture("");
			settings = TransportSettings.defaults(host).withCertificate(certificate);
		}

		/** CA certificates to trust in addition to those Java trusts. */
		public Builder trust(List<X509Certificate> certificates) {
			settings = settings.withTrusted(certificates);
			return this;
		}

		/** Where to learn of the proxy; without it the connection is direct. */
		public Builder proxy(ProxySource source) {
			settings = settings.withProxy(source);
			return this;
		}

		/** How long one try may take; {@link Timeouts#DEFAULT} unless given. */
		public Builder timeouts(Timeouts timeouts) {
			settings = settings.withTimeouts(timeouts);
			return this;
		}

		/** How often to try; {@link RetryPolicy#DEFAULT} unless given. */
		public Builder retry(RetryPolicy policy) {
			settings = settings.withRetry(policy);
			return this;
		}

		/** The clock tokens are made by, and that the hub's is compared with. */
		public Builder clock(Clock time) {
			settings = settings.withClock(time);
			return this;
		}

		/** Who hears of every exchange. */
		public Builder exchanges(ExchangeListener listener) {
			settings = settings.withExchanges(listener);
			return this;
		}

		/** Speaks HTTP without TLS, for a local hub started so. */
		public Builder plainHttp(boolean plain) {
			settings = settings.withPlainHttp(plain);
			return this;
		}

		/** The client; opens no connection before it is needed. */
		public IotHubClient build() {
			return new IotHubClient(this);
		}

		private static TokenSource tokens(HubConnectionString connection, HubHost called, Clock time) {
			Credential credential = connection.credential();
			if (credential instanceof SharedAccessSignature signature) {
				return () -> CompletableFuture.completedFuture(signature.reveal());
			}
			if (credential instanceof SharedAccessKey key) {
				return new TokenCache(SasToken.hubResource(called), key, connection.policyName(), time);
			}
			throw new IllegalStateException("A hub's connection string has no certificate");
		}
	}
}
