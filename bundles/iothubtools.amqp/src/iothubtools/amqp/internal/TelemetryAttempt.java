// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Session;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.telemetry.TelemetryEndpoint;
import iothubtools.amqp.telemetry.TelemetryFailure;
import iothubtools.amqp.telemetry.TelemetryFailure.Reason;
import iothubtools.amqp.telemetry.TelemetryRequest;
import iothubtools.amqp.transport.AmqpTransport;
import iothubtools.client.auth.EventHubConnectionString;
import iothubtools.client.auth.SharedAccessPolicy;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.ProtocolException;
import iothubtools.client.errors.SignInException;

/**
 * One try to read telemetry, from finding the endpoint to the end of the connection to it: the hub says where the endpoint is, the endpoint
 * what its partitions are, and each of these is read by a link (contract §7.2). On the loop's thread only.
 */
final class TelemetryAttempt implements PartitionLink.Reader {

	/** For each of the steps. */
	private static final Duration STEP = Duration.ofSeconds(30);
	private static final String MANAGEMENT = "$management";
	/** What may have come and is not taken yet. */
	private static final int WINDOW = 16 * 1024 * 1024;

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
	private final HubAccess hub;
	private final TelemetryRequest request;
	private final Owner owner;
	private final List<PartitionLink> links = new ArrayList<>();
	private final Set<PartitionLink> opening = new LinkedHashSet<>();
	private @Nullable AmqpConnection connection;
	private @Nullable CbsLinks cbs;
	private @Nullable TelemetryEndpoint endpoint;
	private String host;
	private boolean atHub = true;
	private boolean done;
	private Runnable forgetStep = () -> {
	};

	TelemetryAttempt(EventLoop loop, HubAccess hub, TelemetryRequest request, Owner owner) {
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
			connect(hub.endpoint(), hub.tokens(), open -> open.receiver("messages/events/" + MANAGEMENT, new Redirection(policy)).flow(1));
		} else {
			over(new TelemetryFailure(Reason.NEEDS_KEY, host, new SignInException(SignInException.Kind.FAILED,
					"The built-in endpoint takes no sign-in at Microsoft Entra ID, only the key of a policy", null)));
		}
	}

	/** The hub's answer to whoever wants to read there. */
	private final class Redirection implements AmqpLink {

		private final SharedAccessPolicy policy;

		Redirection(SharedAccessPolicy policy) {
			this.policy = policy;
		}

		@Override
		public void delivery(Delivery delivery) {
			delivery.settle();
		}

		@Override
		public void ended(HubException why) {
			// of the connection, which is told of by itself
		}

		@Override
		public void ended(@Nullable ErrorCondition condition, HubException why) {
			if (condition == null || !EventHubAddress.isRedirect(condition)) {
				loop.submit(() -> over(TelemetryFailures.of(why, host, true)));
				return;
			}
			EventHubAddress address = EventHubAddress.redirected(condition);
			loop.submit(() -> {
				if (address == null) {
					over(unexpected("The hub leads to no place where its built-in endpoint could be"));
				} else if (!AzureClouds.mayLead(host, address.host()) && !request.allowedHosts().contains(address.host())) {
					over(new TelemetryFailure(Reason.REDIRECT_REFUSED, address.host(), new ProtocolException(ProtocolException.Kind.UNEXPECTED, 0,
							"The hub leads to " + address.host() + ", which is no Event Hub of its own cloud", null)));
				} else {
					goTo(address, policy);
				}
			});
		}
	}

	private void goTo(EventHubAddress address, SharedAccessPolicy policy) {
		if (done) {
			return;
		}
		drop();
		atHub = false;
		host = address.host();
		ShownTokens tokens = ShownTokens.forEventHub(address, policy, hub.reach().clock());
		connect(hub.endpoint(address), tokens, open -> manage(open, address, tokens));
	}

	private void connect(AmqpEndpoint to, ShownTokens tokens, Consumer<AmqpConnection> whenAuthorized) {
		step();
		AmqpConnection opened = new AmqpConnection(loop, to, this::lost);
		connection = opened;
		boolean[] first = { true };
		cbs = new CbsLinks(loop, opened, tokens, () -> {
			if (first[0]) {
				first[0] = false;
				// not here, where the engine is telling of something
				on(opened, () -> whenAuthorized.accept(opened));
			}
		}, why -> on(opened, () -> lost(why)));
		opened.flush();
	}

	/** Does something soon, if the connection is still the one. */
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
		EventHubFacts[] facts = new EventHubFacts[1];
		facts[0] = new EventHubFacts(open, MANAGEMENT, address.entity(), tokens, () -> on(open, () -> facts[0].partitions(
				partitions -> on(open, () -> findStarts(open, address, facts[0], partitions)), why -> on(open, () -> lost(why)))),
				why -> on(open, () -> lost(why)));
	}

	/** Those that begin at the end are told where that is now, so that nothing is lost from here on. */
	private void findStarts(AmqpConnection open, EventHubAddress address, EventHubFacts facts, List<String> partitions) {
		Map<PartitionProgress, Map<Symbol, Object>> starts = new LinkedHashMap<>();
		List<PartitionProgress> unknown = new ArrayList<>();
		for (String partition : partitions) {
			PartitionProgress progress = owner.progress(partition);
			Map<Symbol, Object> start = progress.isEnded() ? null : owner.start(progress);
			if (start != null) {
				starts.put(progress, start);
			} else if (!progress.isEnded()) {
				unknown.add(progress);
			}
		}
		TelemetryEndpoint found = new TelemetryEndpoint(address.host(), address.entity(), partitions);
		int[] left = { unknown.size() };
		for (PartitionProgress progress : unknown) {
			facts.lastOffset(progress.id(), offset -> {
				progress.beginsBehind(offset);
				starts.put(progress, StartSelector.behind(offset));
				if (--left[0] == 0) {
					on(open, () -> read(open, found, starts));
				}
			}, why -> on(open, () -> lost(why)));
		}
		if (unknown.isEmpty()) {
			read(open, found, starts);
		}
	}

	private void read(AmqpConnection open, TelemetryEndpoint found, Map<PartitionProgress, Map<Symbol, Object>> starts) {
		step();
		endpoint = found;
		Session session = open.session(WINDOW);
		starts.forEach((progress, start) -> {
			PartitionLink link = new PartitionLink(this, progress);
			links.add(link);
			opening.add(link);
			Receiver receiver = AmqpLinks.stream(session,
					found.entity() + "/ConsumerGroups/" + request.consumerGroup() + "/Partitions/" + progress.id(), start, link);
			link.begin(receiver);
		});
		if (starts.isEmpty()) {
			over(unexpected("The built-in endpoint has no partitions"));
		}
	}

	@Override
	public boolean hasRoom() {
		return owner.hasRoom();
	}

	@Override
	public void opened(PartitionLink link) {
		opening.remove(link);
		whenAllOpen();
	}

	private void whenAllOpen() {
		TelemetryEndpoint read = endpoint;
		if (opening.isEmpty() && read != null && !links.isEmpty()) {
			endpoint = null;
			forgetStep.run();
			owner.opened(read);
		}
	}

	@Override
	public void taken(PartitionProgress progress, byte[] message) {
		owner.taken(progress, message);
	}

	@Override
	public void ended(PartitionLink link, @Nullable ErrorCondition condition, HubException why) {
		loop.submit(() -> partitionEnded(link, TelemetryFailures.of(condition, why, host)));
	}

	/** What concerns one is told of it; the rest, such as a group that there is not, of all. */
	private void partitionEnded(PartitionLink link, TelemetryFailure why) {
		if (done || !links.remove(link)) {
			return;
		}
		boolean one = why.reason() == Reason.TAKEN_OVER || why.reason() == Reason.TOO_MANY_READERS || why.reason() == Reason.POSITION_NOT_FOUND;
		if (one) {
			link.progress().end();
			owner.partitionEnded(link.progress(), why);
		}
		opening.remove(link);
		if (!one || links.isEmpty()) {
			over(why);
		} else {
			whenAllOpen();
		}
	}

	/** There is room again. */
	void take() {
		AmqpConnection open = connection;
		if (!done && open != null) {
			links.forEach(PartitionLink::take);
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

	private TelemetryFailure unexpected(String text) {
		return new TelemetryFailure(Reason.OTHER, host, new ProtocolException(ProtocolException.Kind.UNEXPECTED, 0, text, null));
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
