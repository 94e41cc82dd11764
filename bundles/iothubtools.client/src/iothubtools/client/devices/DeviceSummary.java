// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.devices;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A device as a row of a list. Comes from a query and may be seconds to minutes old (contract §3.3).
 *
 * @param deviceId                  the id
 * @param status                    whether it may connect
 * @param statusReason              why, as its owner wrote it
 * @param connectionState           whether it is connected
 * @param authenticationType        the wire name, e.g. {@code sas}; may be one this version does not know
 * @param lastActivityTime          null if it never connected
 * @param iotEdge                   whether it is an IoT Edge device
 * @param cloudToDeviceMessageCount messages waiting for it
 * @param details                   what else is known; in lists of all devices nothing but a parent and the {@link ListExtras} that were
 *                                  asked for, and null for a device that has none
 */
public record DeviceSummary(String deviceId, DeviceStatus status, @Nullable String statusReason,
		ConnectionState connectionState, String authenticationType, @Nullable Instant lastActivityTime, boolean iotEdge,
		int cloudToDeviceMessageCount, @Nullable DeviceDetails details) {

	/** A row of which nothing else is known. */
	public DeviceSummary(String deviceId, DeviceStatus status, @Nullable String statusReason, ConnectionState connectionState,
			String authenticationType, @Nullable Instant lastActivityTime, boolean iotEdge, int cloudToDeviceMessageCount) {
		this(deviceId, status, statusReason, connectionState, authenticationType, lastActivityTime, iotEdge,
				cloudToDeviceMessageCount, null);
	}

	/** The row of a device whose identity is known, with all details but the tags. */
	public static DeviceSummary of(DeviceIdentity device) {
		return new DeviceSummary(device.deviceId(), device.status(), device.statusReason(), device.connectionState(),
				device.authentication().type(), device.lastActivityTime(), device.iotEdge(),
				device.cloudToDeviceMessageCount(),
				new DeviceDetails(device.etag(), device.generationId(), null, parents(device)));
	}

	/** One that is no IoT Edge device may name its parent by the scope it is in. */
	private static List<String> parents(DeviceIdentity device) {
		String scope = device.deviceScope();
		return device.parentScopes().isEmpty() && !device.iotEdge() && scope != null ? List.of(scope) : device.parentScopes();
	}

	/** The scope of its IoT Edge parent; empty if it has none, or that is not known. */
	public String parentScope() {
		DeviceDetails known = details;
		return known == null || known.parentScopes().isEmpty() ? "" : known.parentScopes().get(0);
	}

	/** The version of the identity; empty if it is not known. */
	public String etag() {
		DeviceDetails known = details;
		return known == null ? "" : known.etag();
	}

	/** What stands at a tag that the list was asked for: text, number or compact JSON, cut; empty if the device has none, or that is not known. */
	public String tag(TagPath path) {
		DeviceDetails known = details;
		return known == null || known.tagTexts().isEmpty() ? "" : known.tagTexts().getOrDefault(path.toString(), "");
	}

	/** The same with the tags that a list told of another state of the device. */
	public DeviceSummary withTagsOf(DeviceSummary listed) {
		DeviceDetails known = listed.details;
		Map<String, String> tags = known == null ? Map.of() : known.tagTexts();
		DeviceDetails own = details;
		if (own == null ? tags.isEmpty() : tags.equals(own.tagTexts())) {
			return this;
		}
		return with(own == null ? new DeviceDetails("", "", null, List.of(), tags)
				: new DeviceDetails(own.etag(), own.generationId(), own.tags(), own.parentScopes(), tags));
	}

	private DeviceSummary with(@Nullable DeviceDetails others) {
		return new DeviceSummary(deviceId, status, statusReason, connectionState, authenticationType, lastActivityTime, iotEdge,
				cloudToDeviceMessageCount, others);
	}

	/** The row as a list of all devices has it: no details but a parent. */
	public DeviceSummary withoutDetails() {
		return asListed(false);
	}

	/** The row as a list of all devices has it that tells no tags: no details but a parent, and perhaps the etag. */
	public DeviceSummary asListed(boolean withEtag) {
		if (details == null) {
			return this;
		}
		String parent = parentScope();
		String etag = withEtag ? etag() : "";
		return with(parent.isEmpty() && etag.isEmpty() ? null : new DeviceDetails(etag, "", null, parent.isEmpty() ? List.of() : List.of(parent)));
	}
}
