// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.twins;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The desired or the reported properties of a twin.
 *
 * @param json        a JSON object without {@code $version} and {@code $metadata}, numbers as the hub wrote them
 * @param version     counts the writes of these properties
 * @param lastUpdated when the last one was; null for never
 * @param metadata    when each of the properties was written: a JSON object of the same structure, may be empty
 */
public record TwinProperties(String json, long version, @Nullable Instant lastUpdated, String metadata) {
}
