// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

/** The names of columns in CSV, and of members in JSON. */
final class FileColumns {

	static final String DEVICE_ID = "deviceId";
	static final String STATUS = "status";
	static final String STATUS_REASON = "statusReason";
	static final String AUTHENTICATION = "authentication";
	static final String PRIMARY_KEY = "primaryKey";
	static final String SECONDARY_KEY = "secondaryKey";
	static final String PRIMARY_THUMBPRINT = "primaryThumbprint";
	static final String SECONDARY_THUMBPRINT = "secondaryThumbprint";
	static final String IOT_EDGE = "iotEdge";
	static final String PARENT = "parent";
	/** All tags as one JSON object, beside those that have columns of their own. */
	static final String TAGS = "tags";
	/** All desired properties as one JSON object, beside those that have columns of their own. */
	static final String DESIRED = "desired";
	/** One tag, by its dotted path. */
	static final String TAG_PREFIX = "tag:";
	/** One desired property, by its dotted path. */
	static final String DESIRED_PREFIX = "desired:";

	private static final List<String> KNOWN = List.of(DEVICE_ID, STATUS, STATUS_REASON, AUTHENTICATION, PRIMARY_KEY, SECONDARY_KEY,
			PRIMARY_THUMBPRINT, SECONDARY_THUMBPRINT, IOT_EDGE, PARENT, TAGS, DESIRED);

	/** What a hub says of a device and nobody can give it. */
	private static final Set<String> OF_THE_HUB = Set.of("etag", "deviceEtag", "generationId", "connectionState",
			"connectionStateUpdatedTime", "statusUpdatedTime", "statusUpdateTime", "lastActivityTime", "cloudToDeviceMessageCount",
			"version", "adrDeviceProperties", "deviceResourceId", "armSyncStatus");

	private FileColumns() {
	}

	/** The name as it is written here, for one in any case; null if nobody knows it. */
	static @Nullable String known(String name) {
		for (String known : KNOWN) {
			if (known.equalsIgnoreCase(name)) {
				return known;
			}
		}
		for (String prefix : List.of(TAG_PREFIX, DESIRED_PREFIX)) {
			if (name.regionMatches(true, 0, prefix, 0, prefix.length()) && name.length() > prefix.length()) {
				return prefix + name.substring(prefix.length());
			}
		}
		return null;
	}

	/** FileColumns as a person expects them: those of the identity, then tags, then desired properties. */
	static List<String> inOrder(Collection<String> names) {
		return Stream.of(KNOWN.stream().filter(names::contains), names.stream().filter(name -> name.startsWith(TAG_PREFIX)),
				names.stream().filter(name -> name.startsWith(DESIRED_PREFIX))).flatMap(some -> some).toList();
	}

	/** Whether it is left out without a word. */
	static boolean isOfTheHub(String name) {
		return OF_THE_HUB.contains(name);
	}
}
