// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.json;

import java.util.List;

/** An array. */
public record JsonArrayNode(int offset, int length, List<JsonNode> items) implements JsonNode {
}
