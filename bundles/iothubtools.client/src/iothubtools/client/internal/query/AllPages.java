// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.HubException;
import iothubtools.client.internal.calls.Blocking;
import iothubtools.client.internal.replies.HubReply;

/** Collects the rows of all pages, asking for a page while the one before it is read. */
public final class AllPages<T> {

	private final Pages<T> pages;
	private final List<T> rows = new ArrayList<>();
	private final CompletableFuture<List<T>> result = new CompletableFuture<>();
	private volatile @Nullable CompletableFuture<HubReply> current;

	public AllPages(Pages<T> pages) {
		this.pages = pages;
	}

	/** Begins; cancelling the result stops the request under way. */
	public CompletableFuture<List<T>> start() {
		result.whenComplete((all, failure) -> {
			CompletableFuture<HubReply> running = current;
			if (failure != null && running != null) {
				running.cancel(true);
			}
		});
		go(request(null));
		return result;
	}

	private CompletableFuture<HubReply> request(@Nullable String continuation) {
		CompletableFuture<HubReply> page = pages.request(continuation);
		current = page;
		if (result.isDone()) {
			page.cancel(true);
		}
		return page;
	}

	/** A loop, not a chain of callbacks: pages that are there already would make the stack as deep as there are pages. */
	private void go(CompletableFuture<HubReply> first) {
		CompletableFuture<HubReply> page = first;
		while (page != null && page.isDone()) {
			page = accept(page);
		}
		if (page != null) {
			CompletableFuture<HubReply> waiting = page;
			waiting.whenComplete((reply, failure) -> go(waiting));
		}
	}

	/**
	 * @return the next page, null after the last
	 */
	private @Nullable CompletableFuture<HubReply> accept(CompletableFuture<HubReply> page) {
		try {
			HubReply reply = page.join();
			String continuation = Pages.continuation(reply);
			CompletableFuture<HubReply> next = continuation == null ? null : request(continuation);
			rows.addAll(pages.read(reply).rows());
			if (next == null) {
				result.complete(Collections.unmodifiableList(rows));
			}
			return next;
		} catch (HubException | RuntimeException | Error e) {
			result.completeExceptionally(Blocking.unwrap(e));
			return null;
		}
	}
}
