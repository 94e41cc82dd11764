// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.util.function.BiPredicate;
import java.util.function.Function;

import iothubtools.client.internal.calls.Steps;
import iothubtools.client.internal.replies.HubReply;

/**
 * A kind of things with an etag that a hub keeps under a path each.
 *
 * @param read   the entry a reply holds
 * @param json   the JSON the hub is sent
 * @param etag   the version of an entry; empty if it has none
 * @param isLike whether the first, which exists, has everything the second, which was wanted, asked for (contract §9.14)
 */
public record EntryKind<T>(Steps.Reading<HubReply, T> read, Function<T, String> json, Function<T, String> etag,
		BiPredicate<T, T> isLike) {
}
