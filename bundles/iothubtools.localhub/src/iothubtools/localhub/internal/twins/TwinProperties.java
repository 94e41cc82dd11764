// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.twins;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.localhub.internal.json.JsonText;
import iothubtools.localhub.internal.kernel.HubTime;

/**
 * The desired or the reported properties of a twin (contract §3.5).
 *
 * @param values    the properties
 * @param metadata  when each was last written, in the shape of the values: the content of $metadata
 * @param version   the $version, 1 at first
 */
public record TwinProperties(JsonText values, JsonText metadata, long version) {

	/** The name of the metadata beside the values. */
	public static final String METADATA = "$metadata";

	/** The name of the version beside the values. */
	public static final String VERSION = "$version";

	/** Properties that were never written; the service dates them by the creation of their device, null for a module. */
	static TwinProperties fresh(@Nullable Instant created) {
		return new TwinProperties(JsonText.EMPTY,
				new JsonText("{\"" + TwinMerge.LAST_UPDATED + "\":\"" + HubTime.format(created) + "\"}"), 1);
	}

	/** The JSON that the service side sees: values, $metadata, $version. */
	public String json() {
		return '{' + values.members() + '"' + METADATA + "\":" + metadata.text() + ",\"" + VERSION + "\":" + version + '}';
	}

	/** The JSON that the device sees: values, $version. */
	public String deviceJson() {
		return '{' + values.members() + '"' + VERSION + "\":" + version + '}';
	}
}
