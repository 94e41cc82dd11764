// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.util.List;

/**
 * What a list of devices is asked for beside what it always tells (contract §3.3). The more, the larger its pages, and what it takes to keep them.
 *
 * @param tags  see {@link DeviceSummary#tag}
 * @param etags whether the versions of the identities, see {@link DeviceSummary#etag}
 */
public record ListExtras(List<TagPath> tags, boolean etags) {

	/** Nothing. */
	public static final ListExtras NONE = new ListExtras(List.of(), false);

	/** Copies the list. */
	public ListExtras {
		tags = List.copyOf(tags);
	}

	/** These tags alone. */
	public static ListExtras ofTags(TagPath... tags) {
		return new ListExtras(List.of(tags), false);
	}

	/** Whether a list that was asked for this tells the others, too. */
	public boolean cover(ListExtras others) {
		return tags.containsAll(others.tags) && (etags || !others.etags);
	}
}
