// SPDX-License-Identifier: EPL-2.0
package iothubtools.client.auth;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.errors.InvalidInputException;
import iothubtools.client.names.DeviceIds;

/**
 * Reads connection strings by the grammar of contract §1.1. A name it does not know is never repeated in an error: a key
 * pasted alone looks like a name, because base64 ends in {@code =}.
 */
final class ConnectionStringParser {

	private static final String WHOLE = "ConnectionString";

	private final Map<PartName, String> parts = new HashMap<>();

	private ConnectionStringParser() {
	}

	static ConnectionString parse(String text) {
		return read(text).build();
	}

	static @Nullable String warning(String text) {
		ConnectionStringParser parser = read(text);
		return parser.build() instanceof HubConnectionString ? parser.leftOut() : parser.ids();
	}

	private static ConnectionStringParser read(String text) {
		ConnectionStringParser parser = new ConnectionStringParser();
		parser.split(text.strip());
		return parser;
	}

	private void split(String text) {
		if (text.isEmpty()) {
			throw new InvalidInputException(WHOLE, "is empty");
		}
		String[] pairs = (text.endsWith(";") ? text.substring(0, text.length() - 1) : text).split(";", -1);
		for (int i = 0; i < pairs.length; i++) {
			add(i + 1, pairs[i]);
		}
	}

	private void add(int number, String pair) {
		int equals = pair.indexOf('=');
		if (equals < 0) {
			throw new InvalidInputException(WHOLE, "part " + number + " is not of the form Name=value");
		}
		String rawName = pair.substring(0, equals);
		PartName name = PartName.of(rawName);
		if (name == null) {
			throw new InvalidInputException(WHOLE, rawName.equalsIgnoreCase("Endpoint")
					? "this is a connection string of Event Hubs or Service Bus, not of an IoT hub"
					: "part " + number + " has a name that IoT Hub does not know");
		}
		String value = pair.substring(equals + 1);
		if (value.isEmpty()) {
			throw new InvalidInputException(name.text(), "is empty");
		}
		if (parts.putIfAbsent(name, value) != null) {
			throw new InvalidInputException(name.text(), "is given twice");
		}
	}

	private ConnectionString build() {
		HubHost host = HubHost.parse(required(PartName.HOST_NAME));
		String deviceId = parts.get(PartName.DEVICE_ID);
		String moduleId = parts.get(PartName.MODULE_ID);
		// some tools write a policy and a device into one text: its key is the policy's, so that it opens the hub
		if (deviceId == null || parts.containsKey(PartName.SHARED_ACCESS_KEY_NAME)) {
			if (deviceId == null) {
				forbid(PartName.MODULE_ID, "needs DeviceId");
			}
			forbid(PartName.GATEWAY_HOST_NAME, "only devices and modules connect through a gateway");
			return new HubConnectionString(host, required(PartName.SHARED_ACCESS_KEY_NAME), credential());
		}
		Credential credential = credential();
		HubHost gateway = gateway();
		return moduleId == null ? new DeviceConnectionString(host, deviceId, credential, gateway)
				: new ModuleConnectionString(host, deviceId, moduleId, credential, gateway);
	}

	/** What a hub's connection string has that says nothing about the hub. */
	private @Nullable String leftOut() {
		if (!parts.containsKey(PartName.DEVICE_ID)) {
			return null;
		}
		String names = PartName.DEVICE_ID.text()
				+ (parts.containsKey(PartName.MODULE_ID) ? " and " + PartName.MODULE_ID.text() : "");
		return names + " left out: the key is that of a shared access policy, and the connection is one to the hub";
	}

	private @Nullable String ids() {
		String device = warning(PartName.DEVICE_ID);
		return device == null ? warning(PartName.MODULE_ID) : device;
	}

	private @Nullable String warning(PartName part) {
		String id = parts.get(part);
		String warning = id == null ? null : DeviceIds.warning(id);
		return warning == null ? null : part.text() + ": " + warning;
	}

	private Credential credential() {
		String key = parts.get(PartName.SHARED_ACCESS_KEY);
		String signature = parts.get(PartName.SHARED_ACCESS_SIGNATURE);
		String x509 = parts.get(PartName.X509);
		if (key != null) {
			forbid(PartName.SHARED_ACCESS_SIGNATURE, "does not go with SharedAccessKey: give one of them");
			forbid(PartName.X509, "does not go with SharedAccessKey: give one of them");
			return SharedAccessKey.parse(key);
		}
		if (signature != null) {
			forbid(PartName.X509, "does not go with SharedAccessSignature: give one of them");
			return SharedAccessSignature.parse(signature);
		}
		if (x509 != null) {
			if (!x509.equals("true")) {
				throw new InvalidInputException(PartName.X509.text(), "must be true, or be left out");
			}
			return new X509Credential();
		}
		throw new InvalidInputException(PartName.SHARED_ACCESS_KEY.text(), "is missing");
	}

	private @Nullable HubHost gateway() {
		String gateway = parts.get(PartName.GATEWAY_HOST_NAME);
		if (gateway == null) {
			return null;
		}
		try {
			return HubHost.parse(gateway);
		} catch (InvalidInputException e) {
			throw new InvalidInputException(PartName.GATEWAY_HOST_NAME.text(), e.reason());
		}
	}

	private String required(PartName name) {
		String value = parts.get(name);
		if (value == null) {
			throw new InvalidInputException(name.text(), "is missing");
		}
		return value;
	}

	private void forbid(PartName name, String reason) {
		if (parts.containsKey(name)) {
			throw new InvalidInputException(name.text(), reason);
		}
	}
}
