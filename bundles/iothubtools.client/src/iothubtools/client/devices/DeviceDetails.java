// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What is known of a device beyond what a list of very many shows.
 *
 * @param etag         the version of the identity, unquoted, for a change under If-Match; empty if it was not told
 * @param generationId tells apart devices that had the same id one after the other; empty if it was not told, as in a query
 * @param tags         the tags of the twin as a JSON object on one line; null if they were not told, as with an identity
 * @param parentScopes the scopes of the IoT Edge parents, nearest first
 * @param tagTexts     what stands at the tags that a list was asked for, by {@link TagPath#toString()}; without those that the device has not
 */
public record DeviceDetails(String etag, String generationId, @Nullable String tags, List<String> parentScopes,
		Map<String, String> tagTexts) {

	/** Details without tags that were asked for one by one. */
	public DeviceDetails(String etag, String generationId, @Nullable String tags, List<String> parentScopes) {
		this(etag, generationId, tags, parentScopes, Map.of());
	}

	/** Copies what it is given. */
	public DeviceDetails {
		parentScopes = List.copyOf(parentScopes);
		tagTexts = Map.copyOf(tagTexts);
	}
}
