// SPDX-License-Identifier: EPL-2.0
package iothubtools.swtbot.tests.support;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.UnaryOperator;

import iothubtools.client.IotHubClient;
import iothubtools.client.auth.HubConnectionString;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.localhub.faults.FaultPlan;
import iothubtools.localhub.faults.FaultRule;
import iothubtools.localhub.messages.ReceivedMessage;
import iothubtools.tests.support.hub.CertificateFile;
import iothubtools.tests.support.hub.LocalHubExtension;

/**
 * The hub at the other end of a journey: a real one, fresh, on loopback and a free port. The IDE knows nothing of it until the person
 * connects to it. What has become of the person's work is asked over its REST API, past the IDE.
 */
public final class JourneyHub extends LocalHubExtension {

	/** The policy that may do everything. */
	public static final String OWNER = "iothubowner";

	private JourneyHub(int devices) {
		super(settings -> settings.withSampleDevices(devices));
	}

	/** One without devices, which JUnit starts and stops. */
	public static JourneyHub withoutDevices() {
		return withDevices(0);
	}

	/** One with this many sample devices, {@code sensor-0001} and so on, which JUnit starts and stops. */
	public static JourneyHub withDevices(int devices) {
		return new JourneyHub(devices);
	}

	/** Starts one without devices. */
	public static JourneyHub start(Path folder) throws Exception {
		return start(folder, 0);
	}

	/** Starts one with this many sample devices, {@code sensor-0001} and so on. */
	public static JourneyHub start(Path folder, int devices) throws Exception {
		JourneyHub hub = new JourneyHub(devices);
		hub.startIn(folder.resolve("hub"));
		return hub;
	}

	/** As people read it in its connection strings: host and port. */
	public String hostName() {
		return hub().hostName();
	}

	/** The connection string that the Azure portal would show for a policy, with its key. */
	public String connectionString(String policy) {
		return hub().connectionString(policy);
	}

	/** The key in the connection string of a policy. */
	public String key(String policy) {
		return keyOf(connectionString(policy));
	}

	/** The file of the CA that signed its certificate, which nobody trusts by himself. */
	public String caCertificate() {
		return hub().caCertificate().toString();
	}

	/** The connection string of a device, with its key; null when it has no keys. */
	public String deviceConnectionString(String deviceId) {
		return hub().deviceConnectionString(deviceId);
	}

	/** The key in the connection string of a device. */
	public String deviceKey(String deviceId) {
		return keyOf(deviceConnectionString(deviceId));
	}

	private static String keyOf(String connectionString) {
		return connectionString.substring(connectionString.indexOf("SharedAccessKey=") + "SharedAccessKey=".length());
	}

	/** A device as the hub has it. */
	public DeviceIdentity device(String deviceId) {
		try (IotHubClient client = client()) {
			return client.devices().get(deviceId).start().join();
		}
	}

	/** Creates a device as somebody else would, with keys the hub makes. */
	public DeviceIdentity create(String deviceId) {
		try (IotHubClient client = client()) {
			return client.devices().create(DeviceIdentity.builder(deviceId).build()).start().join();
		}
	}

	/** Changes a device as somebody else would. */
	public DeviceIdentity change(String deviceId, UnaryOperator<DeviceIdentity> change) {
		try (IotHubClient client = client()) {
			return client.devices().update(deviceId, change).start().join();
		}
	}

	/** Deletes a device as somebody else would. */
	public void delete(String deviceId) {
		try (IotHubClient client = client()) {
			client.devices().delete(deviceId, null).start().join();
		}
	}

	/** From now on it goes wrong in this way, and no other; without rules all goes well again. */
	public void goesWrong(FaultRule... rules) {
		hub().inject(FaultPlan.of(rules));
	}

	/** How often it went wrong in the way it was last told. */
	public long wentWrong() {
		return hub().injected().stream().mapToLong(Long::longValue).sum();
	}

	/** How many devices there are. */
	public long deviceCount() {
		try (IotHubClient client = client()) {
			return client.devices().statistics().start().join().total();
		}
	}

	/** The messages that arrived from a device, oldest first. */
	public List<ReceivedMessage> received(String deviceId) {
		return hub().receivedMessages(deviceId);
	}

	private IotHubClient client() {
		try {
			return IotHubClient.builder(HubConnectionString.parse(hub().serviceConnectionString()))
					.trust(List.of(new CertificateFile(hub().caCertificate()).read())).build();
		} catch (IOException | GeneralSecurityException e) {
			throw new IllegalStateException("the hub's own certificate cannot be read", e);
		}
	}
}
