// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.exchange;

import java.util.List;
import java.util.Map.Entry;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The headers of a request, in the order and spelling they came in.
 *
 * @param entries name and value of each
 */
public record RequestHeaders(List<Entry<String, String>> entries) {

	/** The value of the first header of that name, whatever its case, without surrounding blanks; null when there is none. */
	public @Nullable String get(String name) {
		for (Entry<String, String> entry : entries) {
			if (entry.getKey().equalsIgnoreCase(name)) {
				return entry.getValue().trim();
			}
		}
		return null;
	}

	/** Names alone: among the values are tokens. */
	@Override
	public String toString() {
		return entries.stream().map(Entry::getKey).toList().toString();
	}
}
