// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.service.debug.DebugOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.SharedAccessKey;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.core.internal.Tracing;
import iothubtools.core.operations.CreateDeviceOperation;
import iothubtools.core.operations.GetDeviceOperation;

/** What the trace of the platform has of calls and events, and that no secret is in it. */
class TracingTest {

	@RegisterExtension
	final HubFixture hub = new HubFixture();

	@TempDir
	Path folder;

	private DebugOptions options;
	private File before;
	private boolean enabledBefore;

	@BeforeEach
	void traceIntoAFile() {
		BundleContext context = FrameworkUtil.getBundle(TracingTest.class).getBundleContext();
		options = context.getService(context.getServiceReference(DebugOptions.class));
		before = options.getFile();
		enabledBefore = options.isDebugEnabled();
		options.setFile(folder.resolve("trace.log").toFile());
	}

	@AfterEach
	void traceAsBefore() {
		for (String option : new String[] { "debug", "calls", "events" }) {
			options.removeOption("iothubtools.core/" + option);
		}
		options.setDebugEnabled(enabledBefore);
		options.setFile(before);
	}

	private String traced(String... on) throws Exception {
		options.setDebugEnabled(true);
		for (String option : on) {
			options.setOption("iothubtools.core/" + option, "true");
		}
		Tracing tracing = new Tracing();
		tracing.optionsChanged(options);
		tracing.watch(hub.cores.core);
		hub.cores.core.operations().run(new CreateDeviceOperation(hub.connection, DeviceIdentity.builder("traced").build()), null);
		DeviceIdentity device = hub.cores.core.operations().run(new GetDeviceOperation(hub.connection, "traced"), null);
		String text = Files.exists(folder.resolve("trace.log")) ? Files.readString(folder.resolve("trace.log")) : "";
		assertFalse(text.contains(((SharedAccessKey) device.authentication().credential(KeySlot.PRIMARY)).reveal()), "the device's key is in it");
		assertFalse(text.contains("SharedAccessSignature"), "a token is in it");
		return text;
	}

	@Test
	void callsAreTracedWithTheirPathAndStatus() throws Exception {
		String text = traced("debug", "calls");
		assertTrue(text.contains("iothubowner PUT /devices/traced 200 "), text);
		assertTrue(text.contains("iothubowner GET /devices/traced 200 "), text);
		assertFalse(text.contains("DevicesCreated"), text);
	}

	@Test
	void eventsAreTraced() throws Exception {
		String text = traced("debug", "events");
		assertTrue(text.contains("DevicesCreated"), text);
		assertFalse(text.contains("/devices/traced"), text);
	}

	@Test
	void nothingIsTracedUntilSomebodyAsks() throws Exception {
		assertEquals("", traced("calls", "events"));
	}
}
