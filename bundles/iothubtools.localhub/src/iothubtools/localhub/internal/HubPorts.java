// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslContext;

import iothubtools.localhub.internal.amqp.AmqpPipeline;
import iothubtools.localhub.internal.amqp.AmqpServices;
import iothubtools.localhub.internal.auth.Authenticator;
import iothubtools.localhub.internal.auth.Gate;
import iothubtools.localhub.internal.auth.PolicyTokens;
import iothubtools.localhub.internal.auth.SwitchedOffPolicies;
import iothubtools.localhub.internal.auth.VerifiedTokens;
import iothubtools.localhub.internal.devices.DeviceTokens;
import iothubtools.localhub.internal.entra.BearerTokens;
import iothubtools.localhub.internal.entra.ClientSecrets;
import iothubtools.localhub.internal.entra.Issuer;
import iothubtools.localhub.internal.entra.TokenRoutes;
import iothubtools.localhub.internal.faults.FaultFilter;
import iothubtools.localhub.internal.faults.FaultyMessages;
import iothubtools.localhub.internal.faults.FaultyTransfers;
import iothubtools.localhub.internal.http.HttpConnections;
import iothubtools.localhub.internal.http.Replies;
import iothubtools.localhub.internal.messages.MessageSink;
import iothubtools.localhub.internal.modules.ClientCertificates;
import iothubtools.localhub.internal.modules.Clients;
import iothubtools.localhub.internal.modules.ModuleTokens;
import iothubtools.localhub.internal.mqtt.MqttPipeline;
import iothubtools.localhub.internal.mqtt.MqttServices;
import iothubtools.localhub.internal.mqtt.WillRoom;
import iothubtools.localhub.internal.net.Answers;
import iothubtools.localhub.internal.net.ListeningPort;
import iothubtools.localhub.internal.net.Room;
import iothubtools.localhub.internal.net.ServerThreads;
import iothubtools.localhub.internal.operation.Dispatcher;
import iothubtools.localhub.internal.operation.ErrorReplies;
import iothubtools.localhub.internal.operation.OperationFilter;
import iothubtools.localhub.internal.operation.Route;
import iothubtools.localhub.internal.store.HubStore;
import iothubtools.localhub.internal.throttling.Pace;
import iothubtools.localhub.internal.throttling.ThrottleFilter;
import iothubtools.localhub.internal.tls.DeviceAuthorities;
import iothubtools.localhub.settings.ConnectionLimits;
import iothubtools.localhub.settings.LocalHubException;
import iothubtools.localhub.settings.LocalHubSettings;

/**
 * The ports of a hub: one for HTTP or HTTPS, where MQTT and AMQP are spoken over WebSocket too, one for MQTT and one for AMQP.
 *
 * @param threads what serves them
 * @param http    the port of HTTP or HTTPS
 * @param mqtt    the port of MQTT, null when there is none
 * @param amqp    the port of AMQP, null when there is none
 */
record HubPorts(ServerThreads threads, ListeningPort http, @Nullable ListeningPort mqtt, @Nullable ListeningPort amqp)
		implements AutoCloseable {

	private static final int ANSWER_MILLIS = 1000;

	/**
	 * Starts listening.
	 *
	 * @param issuer what stands for Entra ID; null when no tokens of it are taken
	 * @throws LocalHubException when a port is in use or cannot be listened on; no port is open then
	 */
	static HubPorts open(LocalHubSettings settings, HubAddress address, SslContext tls, DeviceAuthorities authorities,
			HubStore store, HubServices services, @Nullable Issuer issuer) throws LocalHubException {
		Clients clients = new Clients(store.devices(), store.modules());
		ErrorReplies errors = new ErrorReplies(settings.clock());
		Gate gate = gate(settings, address, authorities, store, clients, issuer);
		Replies replies = new Replies(new Dispatcher(routes(store, services, settings, errors, issuer), gate, errors), errors,
				settings.clock());
		ConnectionLimits limits = settings.limits().connections();
		Room room = new Room(limits.heldBytes());
		Pace pace = new Pace(services.throttles(), services.timer());
		MessageSink messages = new FaultyMessages(services.faults(), services.timer(), services.intake());
		Answers answers = new Answers();
		store.onCommit(answers::begin);
		store.onAnswered(answers::end);
		MqttPipeline mqtt = new MqttPipeline(new MqttServices(address.names(), gate, clients, messages, services.queues(),
				services.twins(), services.connections(), services.timer(), pace, room, new WillRoom(limits.heldBytes() / 4), answers), limits);
		AtomicInteger amqpPort = new AtomicInteger(LocalHubSettings.NO_AMQP);
		AmqpPipeline amqp = new AmqpPipeline(new AmqpServices(address.names(), gate, clients,
				new FaultyTransfers(services.faults(), services.timer()), services.intake(), services.queues(),
				services.feedback(), services.events(), services.twins(), services.connections(), services.timer(), pace, room, amqpPort::get), limits);
		ServerThreads threads = new ServerThreads();
		try {
			ListeningPort http = listen(threads, address, settings.host(), settings.port(),
					new HttpConnections(settings.plainHttp() ? null : tls, replies, address.names(), mqtt::addTo, amqp::addTo,
							limits, room, answers));
			HubPorts ports = new HubPorts(threads, http,
					settings.mqttPort() == LocalHubSettings.NO_MQTT ? null
							: listen(threads, address, settings.host(), settings.mqttPort(), mqtt.over(tls)),
					settings.amqpPort() == LocalHubSettings.NO_AMQP ? null
							: listen(threads, address, settings.host(), settings.amqpPort(), amqp.over(tls)));
			// from the first client on, also one that has tried all the time, each is told of all of them
			amqpPort.set(ports.amqpPort());
			ports.accept();
			return ports;
		} catch (LocalHubException | RuntimeException e) {
			threads.close();
			throw e;
		}
	}

	private static Gate gate(LocalHubSettings settings, HubAddress address, DeviceAuthorities authorities, HubStore store,
			Clients clients, @Nullable Issuer issuer) {
		List<Authenticator> ways = new ArrayList<>();
		VerifiedTokens tokens = new VerifiedTokens();
		if (settings.sharedKeys()) {
			ways.add(new PolicyTokens(store.policyKeys(), tokens, address.names(), settings.clock()));
		}
		if (issuer != null) {
			ways.add(new BearerTokens(issuer));
			ways.add(new ClientSecrets(issuer));
		}
		ways.add(new DeviceTokens(store.devices(), tokens, address.names(), settings.clock()));
		ways.add(new ModuleTokens(store.devices(), store.modules(), tokens, address.names(), settings.clock()));
		ways.add(new ClientCertificates(clients, authorities));
		if (!settings.sharedKeys()) {
			ways.add(new SwitchedOffPolicies());
		}
		return new Gate(ways);
	}

	/** Faults come before rates: what a fault refuses costs nothing. */
	private static List<Route> routes(HubStore store, HubServices services, LocalHubSettings settings, ErrorReplies errors,
			@Nullable Issuer issuer) {
		OperationFilter throttles = new ThrottleFilter(services.throttles(), services.timer());
		OperationFilter faults = new FaultFilter(services.faults(), errors, services.timer(), settings.clock());
		List<Route> routes = new ArrayList<>(Routes.of(store, services, settings));
		if (issuer != null) {
			routes.addAll(TokenRoutes.of(issuer));
		}
		return routes.stream().map(throttles::apply).map(faults::apply).toList();
	}

	private static ListeningPort listen(ServerThreads threads, HubAddress address, String host, int port,
			ChannelHandler connection) throws LocalHubException {
		try {
			return threads.listen(new InetSocketAddress(address.address(), port), connection);
		} catch (IOException e) {
			String where = host + " port " + port;
			throw new LocalHubException(e.getCause() instanceof BindException && isAnswered(address.address(), port)
					? "Cannot listen on " + where + ": the port is in use, choose another."
					: "Cannot listen on " + where + ": " + e.getMessage(), e);
		}
	}

	/** Whether somebody listens there already. Asked, because what a refused bind says is in the language of the system. */
	private static boolean isAnswered(InetAddress address, int port) {
		InetAddress near = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(near, port), ANSWER_MILLIS);
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	/** The number of the port of MQTT, or {@link LocalHubSettings#NO_MQTT}. */
	int mqttPort() {
		ListeningPort port = mqtt;
		return port == null ? LocalHubSettings.NO_MQTT : port.number();
	}

	/** The number of the port of AMQP, or {@link LocalHubSettings#NO_AMQP}. */
	int amqpPort() {
		ListeningPort port = amqp;
		return port == null ? LocalHubSettings.NO_AMQP : port.number();
	}

	private List<ListeningPort> all() {
		return Stream.of(http, mqtt, amqp).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
	}

	private void accept() {
		all().forEach(ListeningPort::accept);
	}

	/** Stops listening, then ends all connections. */
	@Override
	public void close() {
		all().forEach(ListeningPort::close);
		threads.close();
	}
}
