// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.bulk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.BulkItem;
import iothubtools.client.devices.BulkOutcome;
import iothubtools.client.devices.BulkOutcome.Failed;
import iothubtools.client.devices.BulkOutcome.NotSent;
import iothubtools.client.errors.HubException;
import iothubtools.client.internal.calls.Blocking;
import iothubtools.client.internal.calls.HubAccess;
import iothubtools.client.internal.calls.Steps;
import iothubtools.client.internal.calls.UnclearTries;
import iothubtools.client.internal.transport.HubRequest;

/** Sends any number of elements in calls of 100, one after the other, so that their order is kept (contract §3.1). */
public final class BulkCall {

	private final HubAccess hub;
	private final List<List<BulkItem>> chunks;
	private final Consumer<List<BulkOutcome>> listener;
	private final List<BulkOutcome> outcomes = new ArrayList<>();
	private final CompletableFuture<List<BulkOutcome>> result = new CompletableFuture<>();
	private volatile @Nullable CompletableFuture<List<BulkOutcome>> current;

	/** @param listener told each part of the result as it becomes known, before the next call is sent */
	public BulkCall(HubAccess hub, List<BulkItem> items, Consumer<List<BulkOutcome>> listener) {
		this.hub = hub;
		this.listener = listener;
		chunks = BulkChunks.of(items);
	}

	/** Begins; cancelling the result stops the call under way. */
	public CompletableFuture<List<BulkOutcome>> start() {
		result.whenComplete((all, failure) -> {
			CompletableFuture<List<BulkOutcome>> running = current;
			if (running != null) {
				running.cancel(true);
			}
		});
		send(0);
		return result;
	}

	private void send(int index) {
		if (index == chunks.size()) {
			result.complete(Collections.unmodifiableList(outcomes));
			return;
		}
		List<BulkItem> items = chunks.get(index);
		CompletableFuture<List<BulkOutcome>> chunk = send(items);
		current = chunk;
		if (result.isDone()) {
			chunk.cancel(true);
		}
		chunk.whenComplete((some, failure) -> {
			Throwable cause = failure == null ? null : Blocking.unwrap(failure);
			if (cause == null) {
				if (told(some)) {
					send(index + 1);
				}
			} else if (cause instanceof HubException hubFailure) {
				HubException told = UnclearTries.isUnclear(hubFailure) ? hubFailure.asUnclear() : hubFailure;
				List<BulkOutcome> rest = new ArrayList<>();
				items.forEach(item -> rest.add(new Failed(item, told)));
				chunks.subList(index + 1, chunks.size()).forEach(later -> later.forEach(item -> rest.add(new NotSent(item))));
				if (told(rest)) {
					result.complete(Collections.unmodifiableList(outcomes));
				}
			} else {
				result.completeExceptionally(cause);
			}
		});
	}

	/** Adds to the result; false if who listens failed, and the call with it. */
	private boolean told(List<BulkOutcome> some) {
		outcomes.addAll(some);
		try {
			listener.accept(Collections.unmodifiableList(some));
			return true;
		} catch (RuntimeException | Error e) {
			result.completeExceptionally(e);
			return false;
		}
	}

	private CompletableFuture<List<BulkOutcome>> send(List<BulkItem> items) {
		UnclearTries unclear = new UnclearTries();
		HubRequest.Builder request = hub.request("POST", "/devices").withJson(json(items))
				.answeredAlsoBy(BulkReply::isResult);
		CompletableFuture<List<BulkOutcome>> sent = Steps.read(hub.send(request, unclear),
				reply -> BulkReply.read(reply, items));
		return Steps.then(sent, some -> unclear.any() ? new BulkReview(hub, some).start()
				: CompletableFuture.completedFuture(some));
	}

	private static String json(List<BulkItem> items) {
		return items.stream().map(BulkItem::json).collect(Collectors.joining(",", "[", "]"));
	}
}
