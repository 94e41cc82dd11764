// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceDetails;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.exchange.Masking;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents.Phase;

/**
 * A list of devices as a file: a version, the host, when it was read, and the devices in pages, packed. Of tags none with a key or token
 * in it is written.
 */
final class ListFile {

	private static final int VERSION = 3;
	private static final int PAGE = 1_000;
	private static final long NEVER = Long.MIN_VALUE;

	private ListFile() {
	}

	static void write(Path file, HubContents contents) throws IOException {
		Instant loadedAt = contents.loadedAt();
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
			out.writeInt(VERSION);
			out.writeUTF(contents.connection().host().toString());
			out.writeLong((loadedAt == null ? Instant.now() : loadedAt).toEpochMilli());
			out.writeBoolean(contents.limited());
			out.writeInt(contents.count());
			for (List<DeviceSummary> page : contents.pages()) {
				for (DeviceSummary device : page) {
					write(out, device);
				}
			}
		}
	}

	private static void write(DataOutputStream out, DeviceSummary device) throws IOException {
		String reason = device.statusReason();
		Instant activity = device.lastActivityTime();
		out.writeUTF(device.deviceId());
		out.writeUTF(device.status().name());
		out.writeUTF(reason == null ? "" : reason);
		out.writeUTF(device.connectionState().name());
		out.writeUTF(device.authenticationType());
		out.writeLong(activity == null ? NEVER : activity.toEpochMilli());
		out.writeBoolean(device.iotEdge());
		out.writeInt(device.cloudToDeviceMessageCount());
		out.writeUTF(device.parentScope());
		DeviceDetails details = device.details();
		List<Map.Entry<String, String>> tags = details == null ? List.of()
				: details.tagTexts().entrySet().stream().filter(tag -> mayBeKept(tag.getKey(), tag.getValue())).toList();
		out.writeInt(tags.size());
		for (Map.Entry<String, String> tag : tags) {
			out.writeUTF(tag.getKey());
			out.writeUTF(tag.getValue());
		}
	}

	/** Also a text that says nothing of itself is a secret where its name says so. */
	private static boolean mayBeKept(String path, String text) {
		String name = path.substring(path.lastIndexOf('.') + 1).replaceAll("[^A-Za-z0-9_]", "");
		return Masking.mayBeKept(text) && Masking.mayBeKept(name + '=' + text);
	}

	/** The list; null if it is of another host, or was written by another version. */
	static @Nullable HubContents read(Path file, HubConnection connection) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
			if (in.readInt() != VERSION || !in.readUTF().equals(connection.host().toString())) {
				return null;
			}
			Instant loadedAt = Instant.ofEpochMilli(in.readLong());
			boolean limited = in.readBoolean();
			int count = in.readInt();
			List<List<DeviceSummary>> pages = new ArrayList<>();
			List<DeviceSummary> page = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				page.add(device(in));
				if (page.size() == PAGE) {
					pages.add(List.copyOf(page));
					page.clear();
				}
			}
			if (!page.isEmpty()) {
				pages.add(List.copyOf(page));
			}
			return new HubContents(connection, Phase.LOADED, pages, limited, loadedAt, null);
		}
	}

	private static DeviceSummary device(DataInputStream in) throws IOException {
		String id = in.readUTF();
		DeviceStatus status = of(DeviceStatus.class, in.readUTF(), DeviceStatus.UNKNOWN);
		String reason = in.readUTF();
		ConnectionState state = of(ConnectionState.class, in.readUTF(), ConnectionState.UNKNOWN);
		// there are few, of very many devices
		String authentication = in.readUTF().intern();
		long activity = in.readLong();
		boolean edge = in.readBoolean();
		int waiting = in.readInt();
		String parent = in.readUTF();
		Map<String, String> tags = new HashMap<>();
		for (int count = in.readInt(); count > 0; count--) {
			// the paths are the same for all devices
			tags.put(in.readUTF().intern(), in.readUTF());
		}
		return new DeviceSummary(id, status, reason.isEmpty() ? null : reason, state, authentication,
				activity == NEVER ? null : Instant.ofEpochMilli(activity), edge, waiting,
				parent.isEmpty() && tags.isEmpty() ? null
						: new DeviceDetails("", "", null, parent.isEmpty() ? List.of() : List.of(parent), tags));
	}

	private static <T extends Enum<T>> T of(Class<T> type, String name, T otherwise) {
		for (T each : type.getEnumConstants()) {
			if (each.name().equals(name)) {
				return each;
			}
		}
		return otherwise;
	}
}
