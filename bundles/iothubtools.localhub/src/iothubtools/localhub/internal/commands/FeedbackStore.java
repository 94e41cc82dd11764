// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.commands;

import java.util.Iterator;

/**
 * Where feedback is kept until it is fetched. Used within a {@link iothubtools.localhub.internal.kernel.Writer} only.
 */
public interface FeedbackStore {

	/** The number of the next record. */
	long nextNumber();

	/** All records, oldest first; what is put or removed meanwhile may be seen or not. */
	Iterator<FeedbackRecord> all();

	/** Keeps a record, new or changed. */
	void put(FeedbackRecord feedback);

	/** Forgets a record. */
	void remove(FeedbackRecord feedback);
}
