// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.support;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import iothubtools.client.messages.DeviceMessage;
import iothubtools.core.IotHubCore;
import iothubtools.core.operations.SendMessageOperation;
import iothubtools.ui.internal.UiIds;

/** Tests of a D2C Monitor that is open, for a hub of its own with three devices; no error may be logged meanwhile. */
public abstract class WithMonitor {

	/** The head of the column with what is in messages. */
	protected static final String BODY = "Body";

	@RegisterExtension
	final NoErrorsLogged log = new NoErrorsLogged();

	/** For what a test writes. */
	@TempDir
	protected Path folder;

	/** The hub that is read. */
	protected HubFixture hub;

	/** The view. */
	protected MonitorPart monitor;

	@BeforeEach
	void open() throws Exception {
		hub = HubFixture.start(folder.resolve("hub"), "Plant", 3);
		monitor = MonitorPart.open(hub.connection());
	}

	@AfterEach
	void close() throws Exception {
		MonitorPart.closeAll();
		HubView.awaitQuiet();
		hub.close();
	}

	/** Begins to read, and waits until that has begun. */
	protected void startReading() {
		monitor.command(UiIds.START_MONITOR).awaitReading();
	}

	/** Sends a message as one of the devices. */
	protected void send(String deviceId, DeviceMessage message) throws CoreException {
		IotHubCore.get().operations().run(new SendMessageOperation(hub.connection(), deviceId, message), new NullProgressMonitor());
	}

	/** Sends JSON as the device of this number. */
	protected void send(int number, String body) throws CoreException {
		send("sensor-000" + number, DeviceMessage.builder().body(body.getBytes(StandardCharsets.UTF_8)).contentType("application/json")
				.contentEncoding("utf-8").build());
	}
}
