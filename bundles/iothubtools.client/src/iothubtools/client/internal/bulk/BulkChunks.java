// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import iothubtools.client.devices.BulkItem;
import iothubtools.client.names.ClientId;

/** Divides elements into calls of at most 100, none with the same device or module twice (contract §3.1). */
final class BulkChunks {

	private static final int MAX_ITEMS = 100;

	private BulkChunks() {
	}

	static List<List<BulkItem>> of(List<BulkItem> items) {
		List<List<BulkItem>> chunks = new ArrayList<>();
		List<BulkItem> chunk = new ArrayList<>();
		Set<ClientId> ids = new HashSet<>();
		for (BulkItem item : items) {
			if (chunk.size() == MAX_ITEMS || !ids.add(item.id())) {
				chunks.add(List.copyOf(chunk));
				chunk.clear();
				ids.clear();
				ids.add(item.id());
			}
			chunk.add(item);
		}
		if (!chunk.isEmpty()) {
			chunks.add(List.copyOf(chunk));
		}
		return chunks;
	}
}
