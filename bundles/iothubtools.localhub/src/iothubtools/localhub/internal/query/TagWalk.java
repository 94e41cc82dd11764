// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import java.util.Iterator;
import java.util.Map.Entry;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.query.language.Row;

/** Gives the tags of devices that are asked for in the order of their ids: goes along instead of looking each of them up. */
final class TagWalk {

	private final Iterator<Entry<String, TagRow>> entries;
	private @Nullable Entry<String, TagRow> next;

	/** @param entries in the order of ids */
	TagWalk(Iterator<Entry<String, TagRow>> entries) {
		this.entries = entries;
		this.next = advance();
	}

	/** The tags of a device, whose id is not before that of the call before. */
	Row row(String deviceId) {
		Entry<String, TagRow> entry = next;
		while (entry != null && entry.getKey().compareTo(deviceId) < 0) {
			entry = advance();
		}
		next = entry;
		return entry != null && entry.getKey().equals(deviceId) ? entry.getValue() : TagRow.NONE;
	}

	private @Nullable Entry<String, TagRow> advance() {
		return entries.hasNext() ? entries.next() : null;
	}
}
