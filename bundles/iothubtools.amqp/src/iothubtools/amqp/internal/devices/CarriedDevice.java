// SPDX-License-Identifier: EPL-2.0
package iothubtools.amqp.internal.devices;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import org.apache.qpid.proton.engine.Session;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.amqp.devices.AmqpDevice;
import iothubtools.amqp.devices.CommandHandler;
import iothubtools.amqp.devices.DesiredHandler;
import iothubtools.amqp.devices.DeviceListener;
import iothubtools.amqp.devices.DeviceProof;
import iothubtools.amqp.devices.DeviceTelemetry;
import iothubtools.amqp.devices.DeviceTwin;
import iothubtools.amqp.devices.MethodHandler;
import iothubtools.amqp.internal.AmqpConnection;
import iothubtools.amqp.internal.Backoff;
import iothubtools.amqp.internal.EventLoop;
import iothubtools.client.errors.HubException;
import iothubtools.client.names.ClientId;

/** A device or module, over as many connections as it takes. On the loop's thread, but for what is {@link AmqpDevice}'s. */
final class CarriedDevice implements AmqpDevice {

	/** Links that lasted so long were good ones. */
	private static final Duration GOOD = Duration.ofSeconds(10);

	private final DeviceHub hub;
	private final ClientId id;
	private final DeviceProof proof;
	private final DeviceListener listener;
	private final DeviceTokens tokens;
	private final CompletableFuture<@Nullable Void> connected = new CompletableFuture<>();

	// from here on the loop's thread only
	private final TelemetryLink telemetry = new TelemetryLink(this);
	private final CommandLink commands = new CommandLink(this);
	private final MethodLinks methods = new MethodLinks(this);
	private final TwinLinks twins = new TwinLinks(this);
	private final List<DeviceLink> links = List.of(telemetry, commands, methods, twins);
	private final ShownToken shown;
	private final Backoff backoff;
	private @Nullable Carrier carrier;
	private @Nullable Session session;
	private long opened;
	/** The hub does not let it in, and it is being found out why. */
	private boolean refused;
	private boolean over;
	private @Nullable HubException failure;

	CarriedDevice(DeviceHub hub, ClientId id, DeviceProof proof, DeviceListener listener) {
		this.hub = hub;
		this.id = id;
		this.proof = proof;
		this.listener = listener;
		tokens = new DeviceTokens(hub.access(), id, proof);
		shown = new ShownToken(hub.access().clock());
		backoff = Backoff.towards(hub.access().host().name());
	}

	@Override
	public ClientId id() {
		return id;
	}

	@Override
	public CompletableFuture<@Nullable Void> connected() {
		CompletableFuture<@Nullable Void> copy = new CompletableFuture<>();
		connected.whenComplete((done, why) -> {
			if (why == null) {
				copy.complete(null);
			} else if (why instanceof CancellationException) {
				copy.cancel(false);
			} else {
				copy.completeExceptionally(why);
			}
		});
		return copy;
	}

	@Override
	public CompletableFuture<@Nullable Void> send(DeviceTelemetry message) {
		byte[] bytes = DeviceMessages.write(message);
		return asked(answer -> telemetry.add(bytes, answer, hub.due()));
	}

	@Override
	public CompletableFuture<@Nullable Void> onCommand(CommandHandler handler) {
		return asked(answer -> commands.listen(handler, answer));
	}

	@Override
	public CompletableFuture<@Nullable Void> onMethod(MethodHandler handler) {
		return asked(answer -> methods.listen(handler, answer));
	}

	@Override
	public CompletableFuture<@Nullable Void> onDesired(DesiredHandler handler) {
		return asked(answer -> twins.listen(handler, answer));
	}

	@Override
	public CompletableFuture<DeviceTwin> twin() {
		return asked(answer -> twins.read(answer, hub.due()));
	}

	@Override
	public CompletableFuture<Long> report(String patch) {
		byte[] bytes = TwinMessages.patch(patch);
		return asked(answer -> twins.report(bytes, answer, hub.due()));
	}

	/** Asks on the loop's thread, unless there is nobody to ask any more. */
	private <T> CompletableFuture<T> asked(Consumer<CompletableFuture<T>> what) {
		CompletableFuture<T> answer = new CompletableFuture<>();
		hub.later(() -> {
			HubException why = failure;
			if (why != null) {
				answer.completeExceptionally(why);
			} else if (over) {
				answer.cancel(false);
			} else {
				what.accept(answer);
				hub.watch();
			}
		});
		if (hub.isClosed()) {
			answer.cancel(false);
		}
		return answer;
	}

	@Override
	public void close() {
		// also where the loop has ended
		connected.cancel(false);
		hub.later(this::end);
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "AmqpDevice[" + id + "]";
	}

	DeviceTokens tokens() {
		return tokens;
	}

	DeviceProof proof() {
		return proof;
	}

	DeviceHub hub() {
		return hub;
	}

	void carriedBy(Carrier by) {
		carrier = by;
	}

	/** Whether it is not to be connected any more. */
	boolean isOver() {
		return over || refused;
	}

	/** Whether it has links, or has asked for them. */
	boolean isAttached() {
		return session != null;
	}

	/** The token that it showed last. */
	ShownToken shown() {
		return shown;
	}

	/** How long to wait before its next try. */
	Duration pause() {
		if (opened != 0 && System.nanoTime() - opened > GOOD.toNanos()) {
			backoff.reset();
		}
		opened = 0;
		return backoff.next();
	}

	/** Opens its links. */
	void attach(AmqpConnection by) {
		Session opening = by.session(this::detached);
		session = opening;
		links.forEach(link -> link.attach(opening));
	}

	/** One of its links is to be opened now, where there is a session. */
	void attach(DeviceLink link) {
		Session open = session;
		if (open != null) {
			link.attach(open);
		}
	}

	/** The hub takes what it sends. */
	void opened() {
		opened = System.nanoTime();
		Carrier by = carrier;
		if (by != null) {
			by.works();
		}
		connected.complete(null);
		tell(DeviceListener::connected);
	}

	/** The hub has ended a link, or all of them. Is called by the engine. */
	void detached(HubException why) {
		dropped();
		Carrier by = carrier;
		if (by != null && !over) {
			by.detached(this, why);
		}
	}

	/** It has no links any more. */
	void dropped() {
		shown.dropped();
		links.forEach(DeviceLink::dropped);
		Session open = session;
		session = null;
		if (open != null) {
			open.close();
		}
	}

	/** Whether nothing is under way. */
	boolean isQuiet() {
		return telemetry.isQuiet() && twins.isQuiet();
	}

	/** Whether what is to be sent waits. */
	void hold(boolean on) {
		telemetry.hold(on);
		twins.hold(on);
	}

	/** It is not connected until a time. */
	void waiting(HubException why, Duration after) {
		if (!isOver()) {
			tell(to -> to.waiting(why, after));
		}
	}

	/** It is not let in, and everything it was asked for fails, at once or when it is known whether the clock is the reason. */
	void fail(HubException why) {
		if (isOver()) {
			return;
		}
		if (DeviceClock.isSuspect(proof, why)) {
			refused = true;
			hub.clock().explain(tokens, why, this::failed);
		} else {
			failed(why);
		}
	}

	private void failed(HubException why) {
		if (!over) {
			failure = why;
			leave(why);
			connected.completeExceptionally(why);
			tell(to -> to.failed(why));
		}
	}

	/** It ends without a word to its listener. */
	void end() {
		if (!over) {
			leave(null);
			connected.cancel(false);
		}
	}

	private void leave(@Nullable HubException why) {
		over = true;
		dropped();
		links.forEach(link -> link.end(why));
		Carrier by = carrier;
		if (by != null) {
			by.remove(this);
		}
	}

	/** What waits too long waits no longer; whether something is left that waits. */
	boolean expire(long now, HubException why) {
		boolean more = false;
		for (DeviceLink link : links) {
			more |= link.expire(now, why);
		}
		return more;
	}

	/** What a listener throws does not end anything. */
	private void tell(Consumer<DeviceListener> what) {
		EventLoop.guarded(() -> what.accept(listener));
	}
}
