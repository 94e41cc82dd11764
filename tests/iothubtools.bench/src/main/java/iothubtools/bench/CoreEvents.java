// SPDX-License-Identifier: EPL-2.0
package iothubtools.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A core that is told of 10,000 new devices, as in an import, while a view shows its list of 100,000. */
final class CoreEvents implements Subject {

	private static final int EVENTS = 10_000;
	/** Of the first run, after which everything is compiled: a hundred a second is what an older build does. */
	private static final int WARM_UP = 500;
	/** How often a view that hears of changes takes the list anew. */
	private static final long VIEW = TimeUnit.MILLISECONDS.toNanos(100);

	private final CoreUnderTest core;
	private final Deque<List<Object>> batches = new ArrayDeque<>();

	CoreEvents(Setup setup) throws Exception {
		core = new CoreUnderTest(setup);
		core.load();
		batches.add(news(WARM_UP));
		batches.add(news(EVENTS));
	}

	private List<Object> news(int count) throws Exception {
		String prefix = UUID.randomUUID().toString();
		List<Object> news = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			news.add(core.created(prefix + '-' + i));
		}
		return news;
	}

	/** All of them once, however long that takes. */
	@Override
	public long run(long nanos) throws Exception {
		List<Object> news = batches.remove();
		int before = core.count();
		long seen = System.nanoTime();
		for (Object event : news) {
			core.tell(event);
			if (System.nanoTime() - seen > VIEW) {
				core.count();
				seen = System.nanoTime();
			}
		}
		if (core.count() != before + news.size()) {
			throw new IllegalStateException(core.count() + " devices are known");
		}
		return news.size();
	}

	@Override
	public void close() throws Exception {
		core.close();
	}
}
