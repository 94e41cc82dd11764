// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.calls;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;

import iothubtools.client.errors.HubException;
import iothubtools.client.internal.replies.HubReply;
import iothubtools.client.internal.transport.DaemonThreads;
import iothubtools.client.internal.transport.HttpTransport;
import iothubtools.client.internal.transport.HubRequest;
import iothubtools.client.internal.transport.TransportSettings;

/** Everything between a request and its reply: one transport and its threads, retries, deadlines and reporting. */
public final class HubConnector implements HubCaller, AutoCloseable {

	private final ScheduledThreadPoolExecutor timer;
	private final HttpTransport transport;
	private final CallTools tools;
	private final Set<CompletableFuture<HubReply>> calls = ConcurrentHashMap.newKeySet();

	public HubConnector(TransportSettings settings) {
		timer = new ScheduledThreadPoolExecutor(1, new DaemonThreads("iothubtools-client-timer"));
		timer.setRemoveOnCancelPolicy(true);
		transport = new HttpTransport(settings);
		tools = new CallTools(settings, transport, timer);
	}

	@Override
	public CompletableFuture<HubReply> call(HubRequest request, Consumer<HubException> onRepeat) {
		RepeatedCall call = new RepeatedCall(tools, request, onRepeat);
		CompletableFuture<HubReply> result = call.result();
		calls.add(result);
		result.whenComplete((reply, failure) -> calls.remove(result));
		if (tools.isClosed()) {
			result.completeExceptionally(RepeatedCall.closed());
		} else {
			call.start();
		}
		return result;
	}

	/** Ends the calls under way by cancelling them. */
	@Override
	public void close() {
		tools.close();
		calls.forEach(call -> call.cancel(true));
		transport.close();
		timer.shutdownNow();
	}
}
