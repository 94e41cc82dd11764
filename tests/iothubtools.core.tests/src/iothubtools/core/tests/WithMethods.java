// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.methods.DirectMethod;
import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.methods.MethodHistory;
import iothubtools.core.operations.InvokeMethodOperation;
import iothubtools.core.status.HubStatus;
import iothubtools.core.status.HubStatusCode;
import iothubtools.core.tasks.MethodOutcome;
import iothubtools.tests.support.hub.MqttDevice;

/** Tests with direct methods of devices that are connected over MQTT, at a real local hub. */
abstract class WithMethods {

	static final int DEVICES = 130;
	static final DirectMethod REBOOT = new DirectMethod("reboot", "{\"delay\":5.0}", Duration.ZERO, Duration.ofSeconds(5));
	/** A key in base64, as somebody may paste one. */
	static final String KEY = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

	@RegisterExtension
	final HubFixture fixture = new HubFixture(settings -> settings.withSampleDevices(DEVICES));
	final List<MqttDevice> devices = new ArrayList<>();

	@AfterEach
	void disconnect() throws Exception {
		for (MqttDevice device : devices) {
			device.close();
		}
	}

	static String id(int number) {
		return String.format("sensor-%04d", number);
	}

	static ClientId device(int number) {
		return ClientId.device(id(number));
	}

	MqttDevice connect(int number) throws Exception {
		MqttDevice device = new MqttDevice(fixture.hub(), fixture.tls(), id(number));
		devices.add(device);
		return device;
	}

	IotHubCore core() {
		return fixture.cores.core;
	}

	MethodHistory history() {
		return core().methods();
	}

	List<MethodOutcome> invoke(HubConnection connection, DirectMethod method, ClientId... targets) throws CoreException {
		return core().operations().run(new InvokeMethodOperation(connection, List.of(targets), method,
				outcome -> history().add(connection, method, outcome)), new NullProgressMonitor()).each();
	}

	MethodOutcome invoke(DirectMethod method, ClientId target) throws CoreException {
		return invoke(fixture.connection, method, target).get(0);
	}

	HubStatusCode code(MethodOutcome outcome) {
		HubStatus status = history().status(fixture.connection, outcome);
		assertNotNull(status, () -> "no failure: " + outcome);
		return status.hubCode();
	}
}
