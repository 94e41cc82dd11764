// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.query;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One page of what a query gives. A page may be short or empty while more follow: only the continuation says.
 *
 * @param rows         the rows in the hub's order, not to be modified
 * @param itemType     what the hub calls them, e.g. {@code Twin}, {@code Raw} or {@code DeviceJob}; may be empty
 * @param continuation what the next page is asked for with; null on the last page
 */
public record QueryPage<T>(List<T> rows, String itemType, @Nullable String continuation) {

	/** Whether more pages follow. */
	public boolean hasNext() {
		return continuation != null;
	}
}
