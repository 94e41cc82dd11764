// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.query;

import java.util.Iterator;
import java.util.NoSuchElementException;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.calls.Cancellation;
import iothubtools.client.errors.HubException;
import iothubtools.client.errors.UncheckedHubException;
import iothubtools.client.internal.calls.Blocking;
import iothubtools.client.query.QueryPage;

/** The pages of a query one after the other, each asked for when it is wanted. */
public final class PageIterator<T> implements Iterator<QueryPage<T>> {

	private final Pages<T> pages;
	private final Cancellation cancellation;
	private boolean started;
	private @Nullable String continuation;

	public PageIterator(Pages<T> pages, Cancellation cancellation) {
		this.pages = pages;
		this.cancellation = cancellation;
	}

	@Override
	public boolean hasNext() {
		return !started || continuation != null;
	}

	@Override
	public QueryPage<T> next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		try {
			cancellation.check();
			QueryPage<T> page = pages.read(Blocking.await(pages.request(continuation), cancellation));
			started = true;
			continuation = page.continuation();
			return page;
		} catch (HubException e) {
			throw new UncheckedHubException(e);
		}
	}
}
