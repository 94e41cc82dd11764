// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.CertificateAuthority;
import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceIdentityBuilder;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.SelfSigned;
import iothubtools.client.devices.SymmetricKeys;
import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.twins.TwinContent;
import iothubtools.client.twins.text.TwinPart;

/** What a line says of a device, by the names of {@link FileColumns}, and the device that makes. */
final class DeviceFields {

	private final Map<String, String> texts = new HashMap<>();
	private final JsonObject tags = new JsonObject();
	private final JsonObject desired = new JsonObject();

	/**
	 * A text as a cell has it.
	 *
	 * @param column as {@link FileColumns#known} gives it
	 * @throws InvalidInputException if it cannot be there
	 */
	void put(String column, String text) {
		if (text.isBlank()) {
			return;
		}
		switch (column) {
		case FileColumns.TAGS -> merge(column, tags, object(column, text));
		case FileColumns.DESIRED -> merge(column, desired, object(column, text));
		case FileColumns.STATUS_REASON -> texts.put(column, text);
		default -> {
			if (!isOfTwin(column)) {
				texts.put(column, text.strip());
			} else if (!text.equals("null")) {
				value(column, Cells.value(text));
			}
		}
		}
	}

	/** The same for a value of JSON. */
	void put(String column, JsonElement value) {
		if (value.isJsonNull()) {
			return;
		}
		if (value instanceof JsonObject object && column.equals(FileColumns.TAGS)) {
			merge(column, tags, object);
		} else if (value instanceof JsonObject object && column.equals(FileColumns.DESIRED)) {
			merge(column, desired, object);
		} else if (isOfTwin(column)) {
			value(column, value);
		} else if (value.isJsonPrimitive()) {
			put(column, value.getAsString());
		} else {
			throw new InvalidInputException(column, Messages.Field_notText);
		}
	}

	private static boolean isOfTwin(String column) {
		return column.startsWith(FileColumns.TAG_PREFIX) || column.startsWith(FileColumns.DESIRED_PREFIX);
	}

	/** A tag or a desired property, by its path. */
	private void value(String column, JsonElement value) {
		boolean isTag = column.startsWith(FileColumns.TAG_PREFIX);
		String[] path = column.substring(isTag ? FileColumns.TAG_PREFIX.length() : FileColumns.DESIRED_PREFIX.length()).split("\\.", -1);
		JsonObject at = isTag ? tags : desired;
		for (int i = 0; i < path.length - 1; i++) {
			if (!at.has(path[i])) {
				at.add(path[i], new JsonObject());
			}
			if (!(at.get(path[i]) instanceof JsonObject next)) {
				throw new InvalidInputException(column, Messages.Field_twice);
			}
			at = next;
		}
		add(column, at, path[path.length - 1], value);
	}

	private static JsonObject object(String column, String text) {
		if (StrictJson.parse(text) instanceof JsonObject object) {
			return object;
		}
		throw new InvalidInputException(column, Messages.Field_notObject);
	}

	private static void merge(String column, JsonObject into, JsonObject from) {
		from.entrySet().forEach(member -> add(column, into, member.getKey(), member.getValue()));
	}

	private static void add(String column, JsonObject into, String name, JsonElement value) {
		JsonElement there = into.get(name);
		if (there == null) {
			into.add(name, value);
		} else if (there instanceof JsonObject object && value instanceof JsonObject more) {
			merge(column, object, more);
		} else {
			throw new InvalidInputException(column, Messages.Field_twice);
		}
	}

	/** The id as it is written; null if there is none. */
	@Nullable String deviceId() {
		return texts.get(FileColumns.DEVICE_ID);
	}

	/**
	 * The device of a line.
	 *
	 * @throws InvalidInputException if it cannot be one
	 */
	FileEntry.DeviceLine device(long line) {
		String id = deviceId();
		DeviceIdentityBuilder builder = DeviceIdentity.builder(id == null ? "" : id).authentication(authentication())
				.statusReason(texts.get(FileColumns.STATUS_REASON)).iotEdge(flag(texts.get(FileColumns.IOT_EDGE)));
		String status = texts.get(FileColumns.STATUS);
		if (status != null) {
			builder.status(DeviceStatus.of(status));
		}
		return new FileEntry.DeviceLine(line, builder.build(), twin(), texts.get(FileColumns.PARENT));
	}

	private @Nullable TwinContent twin() {
		if (tags.size() == 0 && desired.size() == 0) {
			return null;
		}
		String ofTags = StrictJson.text(tags);
		String ofDesired = StrictJson.text(desired);
		TwinRules.check(FileColumns.TAGS, TwinPart.TAGS, ofTags);
		TwinRules.check(FileColumns.DESIRED, TwinPart.DESIRED, ofDesired);
		return new TwinContent(ofTags, ofDesired);
	}

	private static boolean flag(@Nullable String text) {
		if (text == null || text.equalsIgnoreCase("false")) {
			return false;
		}
		if (text.equalsIgnoreCase("true")) {
			return true;
		}
		throw new InvalidInputException(FileColumns.IOT_EDGE, Messages.Field_notFlag);
	}

	private DeviceAuthentication authentication() {
		String primary = texts.get(FileColumns.PRIMARY_THUMBPRINT);
		String secondary = texts.get(FileColumns.SECONDARY_THUMBPRINT);
		String type = type(texts.get(FileColumns.AUTHENTICATION), primary == null ? SymmetricKeys.TYPE : SelfSigned.TYPE);
		if (type.equals(SymmetricKeys.TYPE)) {
			none(type, FileColumns.PRIMARY_THUMBPRINT, FileColumns.SECONDARY_THUMBPRINT);
			return new SymmetricKeys(key(FileColumns.PRIMARY_KEY), key(FileColumns.SECONDARY_KEY));
		}
		none(type, FileColumns.PRIMARY_KEY, FileColumns.SECONDARY_KEY);
		if (type.equals(SelfSigned.TYPE)) {
			return primary == null ? new SelfSigned(null, secondary) : SelfSigned.parse(primary, secondary);
		}
		none(type, FileColumns.PRIMARY_THUMBPRINT, FileColumns.SECONDARY_THUMBPRINT);
		return new CertificateAuthority();
	}

	/** One of those that there are; where cells are shifted there may be a key, which is not repeated. */
	private static String type(@Nullable String text, String otherwise) {
		if (text == null) {
			return otherwise;
		}
		return Stream.of(SymmetricKeys.TYPE, SelfSigned.TYPE, CertificateAuthority.TYPE).filter(text::equalsIgnoreCase).findFirst()
				.orElseThrow(() -> new InvalidInputException(FileColumns.AUTHENTICATION, Messages.Field_authentication));
	}

	private void none(String type, String... columns) {
		for (String column : columns) {
			if (texts.containsKey(column)) {
				throw new InvalidInputException(column, NLS.bind(Messages.Field_otherAuthentication, type));
			}
		}
	}

	private @Nullable SharedAccessKey key(String column) {
		String text = texts.get(column);
		if (text == null) {
			return null;
		}
		try {
			return SharedAccessKey.parse(text);
		} catch (InvalidInputException e) {
			throw new InvalidInputException(column, e.reason());
		}
	}
}
