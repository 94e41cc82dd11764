// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.methods;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import iothubtools.localhub.internal.connections.ClientConnection;
import iothubtools.localhub.internal.connections.Connections;
import iothubtools.localhub.internal.connections.MethodAnswer;
import iothubtools.localhub.internal.connections.MethodCall;
import iothubtools.localhub.internal.errors.ErrorCode;
import iothubtools.localhub.internal.errors.ErrorShape;
import iothubtools.localhub.internal.errors.HubError;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.modules.Clients;
import iothubtools.localhub.internal.time.HubTimer;

/**
 * Hands direct methods to devices and modules and waits for their answers, without holding a thread (contract §3.6). A method
 * is handed out once: it is never repeated, whatever happens to it.
 */
public final class DirectMethods {

	/** Methods that may wait for one device's answer at a time. */
	static final int MOST_IN_FLIGHT = 10;

	private final Clients clients;
	private final Connections connections;
	private final HubTimer timer;
	private final Map<ClientId, Integer> inFlight = new ConcurrentHashMap<>();

	/** With who exists, who is connected, and the time of the time-outs. */
	public DirectMethods(Clients clients, Connections connections, HubTimer timer) {
		this.clients = clients;
		this.connections = connections;
		this.timer = timer;
	}

	/**
	 * Invokes a method.
	 *
	 * @return what the device answers; fails with a {@link HubError}: 404001 or 404010 without such a device or module, 403012 when it is disabled,
	 *         403800 when too many wait, 404103 when it is not connected in time, 404104 when it leaves, 504101 when it does not
	 *         answer in time
	 */
	public CompletionStage<MethodAnswer> invoke(ClientId client, MethodRequest request) {
		try {
			clients.requireEnabled(client);
		} catch (HubError e) {
			return CompletableFuture.failedStage(e.in(ErrorShape.NESTED));
		}
		if (inFlight.merge(client, 1, Integer::sum) > MOST_IN_FLIGHT) {
			leave(client);
			return CompletableFuture.failedStage(error(ErrorCode.DEVICE_MAXIMUM_INFLIGHT_METHOD_EXCEEDED,
					"The device '" + client + "' has " + MOST_IN_FLIGHT + " direct methods to answer already."));
		}
		return connection(client, request.connectTimeout())
				.thenCompose(connection -> answer(connection, request.call(), request.responseTimeout()))
				.whenComplete((answer, failure) -> leave(client));
	}

	private void leave(ClientId client) {
		inFlight.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
	}

	private CompletableFuture<ClientConnection> connection(ClientId client, Duration limit) {
		CompletableFuture<ClientConnection> awaited = connections.awaitMethods(client);
		if (limit.isZero()) {
			awaited.completeExceptionally(notOnline(client, limit));
		} else {
			limit(awaited, limit, () -> notOnline(client, limit));
		}
		return awaited;
	}

	private HubError notOnline(ClientId client, Duration limit) {
		boolean connected = connections.find(client) != null;
		return timeOut(ErrorCode.DEVICE_NOT_ONLINE,
				"Timed out waiting for device to " + (connected ? "subscribe." : "connect."), limit);
	}

	private CompletableFuture<MethodAnswer> answer(ClientConnection connection, MethodCall call, Duration limit) {
		CompletableFuture<MethodAnswer> answered = new CompletableFuture<>();
		CompletableFuture<MethodAnswer> given = connection.invoke(call).toCompletableFuture();
		given.whenComplete((answer, failure) -> {
			if (failure == null) {
				answered.complete(answer);
			} else {
				answered.completeExceptionally(
						error(ErrorCode.DEVICE_CONNECTION_CLOSED_REMOTELY, "The device disconnected before it answered."));
			}
		});
		limit(answered, limit, () -> timeOut(ErrorCode.GATEWAY_TIMEOUT,
				"Timed out waiting for the response from device.", limit));
		// an answer that comes later is nobody's
		answered.whenComplete((answer, failure) -> given.cancel(false));
		return answered;
	}

	private <T> void limit(CompletableFuture<T> waiting, Duration limit, Supplier<HubError> error) {
		Runnable forget = timer.in(limit, () -> waiting.completeExceptionally(error.get()));
		waiting.whenComplete((result, failure) -> forget.run());
	}

	private static HubError timeOut(ErrorCode code, String text, Duration limit) {
		return new HubError(code, text, ErrorShape.NESTED, Map.of("timeout",
				String.format("%02d:%02d:%02d", limit.toHours(), limit.toMinutesPart(), limit.toSecondsPart())));
	}

	private static HubError error(ErrorCode code, String text) {
		return new HubError(code, text, ErrorShape.NESTED, Map.of());
	}
}
