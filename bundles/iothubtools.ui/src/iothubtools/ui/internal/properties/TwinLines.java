// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import iothubtools.client.json.JsonDocument;
import iothubtools.client.json.JsonMember;
import iothubtools.client.json.JsonObjectNode;
import iothubtools.client.json.JsonWriter;
import iothubtools.client.twins.Twin;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.DeviceTexts;

/** What the twin of a device says, as far as it fits into lines: versions, and the members of tags and properties, whose values are JSON. */
final class TwinLines {

	/** A device may report thousands, which nobody reads here and which the view would be slow to show. */
	private static final int MOST = 100;
	/** Characters of a value. */
	private static final int LONGEST = 200;

	private TwinLines() {
	}

	/** As long as the twin is on its way, or when it cannot be fetched. */
	static PropertyLines of(DeviceNode device, @Nullable IStatus failure) {
		return new PropertyLines(device).addNotice(Messages.Details, failure == null ? Messages.Loading : failure.getMessage());
	}

	static PropertyLines of(DeviceNode device, Twin twin) {
		PropertyLines lines = new PropertyLines(device).add(Messages.Category_twin, Messages.Twin_version, twin.version())
				.add(Messages.Category_twin, Messages.Desired_version, twin.desired().version())
				.add(Messages.Category_twin, Messages.Desired_updated, DeviceTexts.time(twin.desired().lastUpdated()))
				.add(Messages.Category_twin, Messages.Reported_version, twin.reported().version())
				.add(Messages.Category_twin, Messages.Reported_updated, DeviceTexts.time(twin.reported().lastUpdated()));
		addMembers(lines, Messages.Category_tags, twin.tags());
		addMembers(lines, Messages.Category_desired, twin.desired().json());
		addMembers(lines, Messages.Category_reported, twin.reported().json());
		return lines;
	}

	private static void addMembers(PropertyLines lines, String category, String json) {
		if (JsonDocument.read(json).root() instanceof JsonObjectNode object) {
			List<JsonMember> members = object.members();
			members.stream().limit(MOST).forEach(member -> lines.add(category, member.name(), shortened(JsonWriter.compact(member.value()))));
			if (members.size() > MOST) {
				lines.add(category, "\u2026", NLS.bind(Messages.Twin_more, members.size() - MOST));
			}
		}
	}

	private static String shortened(String value) {
		return value.length() > LONGEST ? value.substring(0, LONGEST) + '\u2026' : value;
	}
}
