// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import java.util.Iterator;

import org.h2.mvstore.MVMap;

import iothubtools.localhub.internal.commands.FeedbackRecord;
import iothubtools.localhub.internal.commands.FeedbackStore;

/** Feedback in a map of the store, by number. */
final class StoredFeedback implements FeedbackStore {

	private static final String NUMBER = "nextFeedback";

	private final MVMap<Long, FeedbackRecord> records;
	private final Counters counters;

	StoredFeedback(MVMap<Long, FeedbackRecord> records, Counters counters) {
		this.records = records;
		this.counters = counters;
	}

	@Override
	public long nextNumber() {
		counters.add(NUMBER, 1);
		return counters.get(NUMBER);
	}

	@Override
	public Iterator<FeedbackRecord> all() {
		return records.values().iterator();
	}

	@Override
	public void put(FeedbackRecord feedback) {
		records.put(feedback.number(), feedback);
	}

	@Override
	public void remove(FeedbackRecord feedback) {
		records.remove(feedback.number());
	}
}
