// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;

/** What a query can be made of: the FROM clause, and the names of its rows' own attributes, which are found in any case. */
public enum Collection {
	/** Device twins. */
	DEVICES(List.of("devices"), Names.TWIN),
	/** Module twins. */
	MODULES(List.of("devices", "modules"), Names.TWIN),
	/** What each job did to each device. */
	JOBS(List.of("devices", "jobs"), Names.JOB);

	private final List<String> path;
	private final Map<String, String> spellings;

	Collection(List<String> path, String names) {
		this.path = path;
		this.spellings = Arrays.stream(names.split(" ")).collect(Collectors.toMap(Collection::lower, Function.identity()));
	}

	/** @throws NoQueryException when there is none at this path */
	public static Collection of(List<String> path) {
		for (Collection collection : values()) {
			if (path.size() == collection.path.size() && startsWith(path, collection.path)) {
				return collection;
			}
		}
		throw new NoQueryException("no collection " + path);
	}

	/** The attribute a path stands for: without the prefix of its collection, names of the service in its own spelling. */
	public Attribute attribute(List<String> names) {
		List<String> own = withoutPrefix(names);
		String[] spelled = own.toArray(String[]::new);
		String dotted = "";
		for (int i = 0; i < spelled.length; i++) {
			dotted += lower(spelled[i]);
			@Nullable
			String known = spellings.get(dotted);
			if (known == null) {
				break;
			}
			// the very text that is in the rows' code: of each row it is compared with that
			spelled[i] = known.substring(known.lastIndexOf('.') + 1).intern();
			dotted += '.';
		}
		return new Attribute(List.of(spelled));
	}

	/** The prefix is that of this collection or of devices, which modules are of too. */
	private List<String> withoutPrefix(List<String> names) {
		for (List<String> prefix : List.of(path, DEVICES.path)) {
			if (names.size() > prefix.size() && startsWith(names, prefix)) {
				return names.subList(prefix.size(), names.size());
			}
		}
		return names;
	}

	private static boolean startsWith(List<String> names, List<String> start) {
		for (int i = 0; i < start.size(); i++) {
			if (!names.get(i).equalsIgnoreCase(start.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/** An enum's constants cannot use its own static fields. */
	private static final class Names {
		static final String TWIN = "deviceId moduleId managedBy modelId etag deviceEtag status statusReason statusUpdateTime"
				+ " connectionState lastActivityTime cloudToDeviceMessageCount authenticationType"
				+ " x509Thumbprint x509Thumbprint.primaryThumbprint x509Thumbprint.secondaryThumbprint version"
				+ " tags properties properties.desired properties.reported capabilities capabilities.iotEdge"
				+ " configurations deviceScope parentScopes";
		static final String JOB = "deviceId moduleId jobId jobType status startTimeUtc endTimeUtc createdDateTimeUtc"
				+ " lastUpdatedDateTimeUtc outcome outcome.deviceMethodResponse outcome.deviceMethodResponse.status"
				+ " outcome.deviceMethodResponse.payload error";
	}
}
