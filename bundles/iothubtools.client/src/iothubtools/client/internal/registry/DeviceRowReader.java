// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.internal.registry;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceDetails;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.client.devices.ListExtras;
import iothubtools.client.devices.NoAuthentication;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.devices.TagPath;
import iothubtools.client.internal.json.HubDates;
import iothubtools.client.internal.json.JsonText;
import iothubtools.client.internal.query.RowReader;

/** One row of a page: a twin, which names its authentication {@code authenticationType}, or an identity. */
public final class DeviceRowReader {

	private final JsonReader reader;

	private String deviceId = "";
	private DeviceStatus status = DeviceStatus.UNKNOWN;
	private @Nullable String statusReason;
	private ConnectionState connectionState = ConnectionState.UNKNOWN;
	private String authenticationType = SymmetricKeys.TYPE;
	private @Nullable Instant lastActivityTime;
	private boolean iotEdge;
	private int cloudToDeviceMessageCount;
	/** Of an IoT Edge device its own, of others that of their parent. */
	private String deviceScope = "";
	private String parentScope = "";
	/** What else is read; null to skip it. */
	private final @Nullable DetailsReader details;
	/** What a row of a list keeps beside. */
	private final ListedDetails listed;
	private Map<String, String> tagTexts = Map.of();
	private String etag = "";

	private DeviceRowReader(JsonReader reader, @Nullable DetailsReader details, ListedDetails listed) {
		this.reader = reader;
		this.details = details;
		this.listed = listed;
	}

	/**
	 * Reads rows of a list, with no details but a parent: of a list of all devices each byte of a row counts, so those below the same parent
	 * share what says so. It throws IllegalStateException for what is no device.
	 */
	public static RowReader<DeviceSummary> ofList() {
		return ofList(ListExtras.NONE);
	}

	/** The same with more, be it in members of a projection or in whole twins. */
	static RowReader<DeviceSummary> ofList(ListExtras extras) {
		return ofList(new ListedDetails(extras, ListedDetails.TWIN_ETAG));
	}

	/** The same of identities, which have no tags. */
	static RowReader<DeviceSummary> ofIdentities(ListExtras extras) {
		return ofList(new ListedDetails(extras, ListedDetails.IDENTITY_ETAG));
	}

	private static RowReader<DeviceSummary> ofList(ListedDetails listed) {
		return reader -> new DeviceRowReader(reader, null, listed).read();
	}

	/**
	 * The device {@code reader} stands at, with details.
	 *
	 * @throws IllegalStateException if it stands at something else
	 */
	public static DeviceSummary readDetailed(JsonReader reader) throws IOException {
		return new DeviceRowReader(reader, new DetailsReader(reader), new ListedDetails(ListExtras.NONE, "")).read();
	}

	private DeviceSummary read() throws IOException {
		members(this::member);
		if (deviceId.isEmpty()) {
			throw new IllegalStateException("A row without deviceId");
		}
		return new DeviceSummary(deviceId, status, statusReason, connectionState, authenticationType, lastActivityTime,
				iotEdge, cloudToDeviceMessageCount, details == null ? parent() : details.details());
	}

	private @Nullable DeviceDetails parent() {
		String parent = parentScope.isEmpty() && !iotEdge ? deviceScope : parentScope;
		return listed.of(parent, etag, tagTexts);
	}

	private void member(String name) throws IOException {
		switch (name) {
		case "deviceId" -> deviceId = text("");
		case "status" -> status = DeviceStatus.of(text(""));
		case "statusReason" -> statusReason = emptyToNull(text(""));
		case "connectionState" -> connectionState = ConnectionState.of(text(""));
		case "authenticationType" -> authenticationType = shared(text(authenticationType));
		case "authentication" -> members(this::authenticationMember);
		case "lastActivityTime" -> lastActivityTime = HubDates.parse(text(""));
		case "capabilities" -> members(this::capabilitiesMember);
		case "iotEdge" -> capabilitiesMember(name);
		case "cloudToDeviceMessageCount" -> cloudToDeviceMessageCount = number();
		case "deviceScope" -> deviceScope = text("");
		default -> otherMember(name);
		}
	}

	private void otherMember(String name) throws IOException {
		DetailsReader other = details;
		if (other == null && name.equals("parentScopes") && reader.peek() == JsonToken.BEGIN_ARRAY) {
			nearestParent();
		} else if (other == null && listed.isEtag(name)) {
			etag = text("");
		} else if (other == null && listed.hasTags() && isTag(name)) {
			return;
		} else if (other == null || !other.member(name)) {
			reader.skipValue();
		}
	}

	private boolean isTag(String name) throws IOException {
		TagPath path = listed.tag(name);
		if (path != null) {
			String text = ListedDetails.text(JsonText.read(reader));
			if (!text.isEmpty()) {
				tagTexts = new HashMap<>(tagTexts);
				tagTexts.put(path.toString(), text);
			}
		} else if (name.equals("tags")) {
			tagTexts = listed.texts(JsonText.read(reader));
		}
		return path != null || name.equals("tags");
	}

	private void nearestParent() throws IOException {
		reader.beginArray();
		while (reader.hasNext()) {
			String scope = text("");
			parentScope = parentScope.isEmpty() ? scope : parentScope;
		}
		reader.endArray();
	}

	/** The same text for all devices, so that it is in memory once. */
	private static String shared(String type) {
		return switch (type) {
		case SymmetricKeys.TYPE -> SymmetricKeys.TYPE;
		case SelfSigned.TYPE -> SelfSigned.TYPE;
		case CertificateAuthority.TYPE -> CertificateAuthority.TYPE;
		case NoAuthentication.TYPE -> NoAuthentication.TYPE;
		default -> type;
		};
	}

	private void authenticationMember(String name) throws IOException {
		if (name.equals("type")) {
			authenticationType = shared(text(authenticationType));
		} else {
			reader.skipValue();
		}
	}

	private void capabilitiesMember(String name) throws IOException {
		if (name.equals("iotEdge") && reader.peek() == JsonToken.BOOLEAN) {
			iotEdge = reader.nextBoolean();
		} else {
			reader.skipValue();
		}
	}

	/** The members of the object the reader stands at; a value that is no object is skipped. */
	private void members(MemberReader members) throws IOException {
		if (reader.peek() != JsonToken.BEGIN_OBJECT) {
			reader.skipValue();
			return;
		}
		reader.beginObject();
		while (reader.hasNext()) {
			members.read(reader.nextName());
		}
		reader.endObject();
	}

	private String text(String otherwise) throws IOException {
		if (reader.peek() == JsonToken.STRING) {
			return reader.nextString();
		}
		reader.skipValue();
		return otherwise;
	}

	private int number() throws IOException {
		if (reader.peek() == JsonToken.NUMBER) {
			try {
				return reader.nextInt();
			} catch (NumberFormatException e) {
				// a number no count can be; falls through to be skipped
			}
		}
		reader.skipValue();
		return 0;
	}

	private static @Nullable String emptyToNull(String text) {
		return text.isEmpty() ? null : text;
	}

	@FunctionalInterface
	private interface MemberReader {
		void read(String name) throws IOException;
	}
}
