// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.qpid.proton.amqp.Symbol;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.internal.AmqpAccess;
import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.AmqpEndpoint;
import iothubtools.amqp.internal.AmqpFailures;
import iothubtools.amqp.internal.CbsLinks;
import iothubtools.amqp.internal.EventHubAddress;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.amqp.internal.ShownTokens;
import iothubtools.amqp.telemetry.TelemetryEndpoint;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.SignInException;

/**
 * One try to read telemetry, from finding the endpoint to the end of the connection to it: the hub says where the endpoint is, the endpoint
 * what its partitions are, and each of these is read by a link (contract §7.2). On the loop's thread only.
 */
final class TelemetryAttempt {

	/** For each of the steps. */
	private static final Duration STEP = Duration.ofSeconds(30);
	private static final String MANAGEMENT = "$management";

	/** Whom it is for. */
	interface Owner {

		/** Whether there is room for another message. */
		boolean hasRoom();

		/** A message came. */
		void taken(PartitionProgress progress, byte[] message);

		/** How far the partition was read. */
		PartitionProgress progress(String partition);

		/** Where to begin with it; null for its end, which then has to be told to the progress. */
		@Nullable Map<Symbol, Object> start(PartitionProgress progress);

		/** All partitions are open. */
		void opened(TelemetryEndpoint endpoint);

		/** A partition is read no more, while others are. */
		void partitionEnded(PartitionProgress progress, TelemetryFailure why);

		/** It is over. */
		void ended(TelemetryAttempt attempt, TelemetryFailure why);
	}

	private final EventLoop loop;
	private final AmqpAccess hub;
	private final TelemetryRequest request;
	private final Owner owner;
	private @Nullable AmqpConnection connection;
	private @Nullable CbsLinks cbs;
	private @Nullable PartitionLinks reading;
	private String host;
	private boolean atHub = true;
	private boolean done;
	private Runnable forgetStep = () -> {
	};

	TelemetryAttempt(EventLoop loop, AmqpAccess hub, TelemetryRequest request, Owner owner) {
		this.loop = loop;
		this.hub = hub;
		this.request = request;
		this.owner = owner;
		host = hub.host().name();
	}

	void begin() {
		EventHubConnectionString given = request.endpoint();
		if (given != null) {
			goTo(EventHubAddress.of(given, hub, AmqpTransport.AMQPS_PORT), new SharedAccessPolicy(given.policyName(), given.key()));
		} else if (hub.credential() instanceof SharedAccessPolicy policy) {
			connect(hub.endpoint(), hub.tokens(), open -> ask(open, policy));
		} else {
			over(new TelemetryFailure(Reason.NEEDS_KEY, host, new SignInException(SignInException.Kind.FAILED,
					"The built-in endpoint takes no sign-in at Microsoft Entra ID, only the key of a policy", null)));
		}
	}

	private void ask(AmqpConnection open, SharedAccessPolicy policy) {
		open.receiver("messages/events/" + MANAGEMENT, new Redirection(host, request.allowedHosts(), new Redirection.Asker() {

			@Override
			public void leadTo(EventHubAddress address) {
				on(open, () -> goTo(address, policy));
			}

			@Override
			public void notLed(TelemetryFailure why) {
				on(open, () -> over(why));
			}
		})).flow(1);
	}

	private void goTo(EventHubAddress address, SharedAccessPolicy policy) {
		drop();
		atHub = false;
		host = address.host();
		ShownTokens tokens = hub.tokens(address, policy);
		connect(hub.endpoint(address), tokens, open -> manage(open, address, tokens));
	}

	private void connect(AmqpEndpoint to, ShownTokens tokens, Consumer<AmqpConnection> whenAuthorized) {
		step();
		AmqpConnection[] opened = new AmqpConnection[1];
		// in its turn: the other end may have said something of more use just before it closed
		AmqpConnection open = new AmqpConnection(loop, to, why -> on(opened[0], () -> lost(why)));
		opened[0] = open;
		connection = open;
		boolean[] first = { true };
		cbs = new CbsLinks(loop, open, tokens, () -> {
			if (first[0]) {
				first[0] = false;
				on(open, () -> whenAuthorized.accept(open));
			}
		}, why -> on(open, () -> lost(why)));
		open.flush();
	}

	/** Does something soon, if the connection is still the one; not at once, as the engine may be telling of something. */
	private void on(AmqpConnection with, Runnable action) {
		loop.submit(() -> {
			if (!done && connection == with) {
				action.run();
				with.flush();
			}
		});
	}

	private void manage(AmqpConnection open, EventHubAddress address, ShownTokens tokens) {
		step();
		Consumer<HubException> lost = why -> on(open, () -> lost(why));
		EventHubFacts[] facts = new EventHubFacts[1];
		facts[0] = new EventHubFacts(open, MANAGEMENT, address.entity(), tokens,
				() -> on(open, () -> facts[0].partitions(partitions -> on(open, () -> {
					TelemetryEndpoint found = new TelemetryEndpoint(address.host(), address.entity(), partitions);
					List<PartitionProgress> all = partitions.stream().map(owner::progress).toList();
					new PartitionStarts(all, owner::start).find(facts[0], starts -> on(open, () -> read(open, found, starts)), lost);
				}), lost)), lost);
	}

	private void read(AmqpConnection open, TelemetryEndpoint endpoint, Map<PartitionProgress, Map<Symbol, Object>> starts) {
		step();
		if (starts.isEmpty()) {
			over(TelemetryFailures.unexpected(host, "The built-in endpoint has no partitions"));
			return;
		}
		PartitionLinks links = new PartitionLinks(host, new PartitionLinks.Owner() {

			@Override
			public boolean hasRoom() {
				return owner.hasRoom();
			}

			@Override
			public void taken(PartitionProgress progress, byte[] message) {
				owner.taken(progress, message);
			}

			@Override
			public void soon(Runnable action) {
				on(open, action);
			}

			@Override
			public void opened() {
				forgetStep.run();
				owner.opened(endpoint);
			}

			@Override
			public void partitionEnded(PartitionProgress progress, TelemetryFailure why) {
				owner.partitionEnded(progress, why);
			}

			@Override
			public void over(TelemetryFailure why) {
				TelemetryAttempt.this.over(why);
			}
		});
		reading = links;
		links.open(open, endpoint.entity() + "/ConsumerGroups/" + request.consumerGroup() + "/Partitions/", starts);
	}

	/** There is room again. */
	void take() {
		AmqpConnection open = connection;
		PartitionLinks links = reading;
		if (!done && open != null && links != null) {
			links.take();
			open.flush();
		}
	}

	/** Ends it without a word. */
	void end() {
		done = true;
		drop();
	}

	private void lost(HubException why) {
		over(TelemetryFailures.of(why, host, atHub));
	}

	private void over(TelemetryFailure why) {
		if (!done) {
			end();
			owner.ended(this, why);
		}
	}

	private void drop() {
		forgetStep.run();
		CbsLinks tokens = cbs;
		if (tokens != null) {
			tokens.forget();
		}
		AmqpConnection open = connection;
		connection = null;
		if (open != null) {
			open.close();
		}
	}

	/** A step that is not done in time is not waited for. */
	private void step() {
		forgetStep.run();
		forgetStep = loop.in(STEP, () -> lost(AmqpFailures.timeout(host)));
	}
}
