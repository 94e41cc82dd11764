// SPDX-License-Identifier: EPL-2.0
package iothubtools.tour.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;

import iothubtools.client.configurations.Configuration;
import iothubtools.client.messages.DeviceMessage;
import iothubtools.client.names.ClientId;
import iothubtools.client.twins.TwinPatch;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetTwinToEditOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.PatchTwinOperation;
import iothubtools.core.operations.SendMessageOperation;

/** Who else is at the hub while the person works: devices that send, somebody who changes a twin, and somebody who rolls out configurations. */
final class Others {

	private static final int MEASUREMENTS = 40;

	private final HubConnection hub;

	Others(HubConnection hub) {
		this.hub = hub;
	}

	/** Each device measures what it is about in turn with the others; gives how many messages there are. */
	int measure(List<String> devices) throws CoreException {
		for (int i = 0; i < MEASUREMENTS; i++) {
			for (int device = 0; device < devices.size(); device++) {
				String body = String.format(Locale.ROOT, "{ \"temperature\": %.1f, \"humidity\": %d }", 20 + 3 * device + 2 * Math.sin(i / 6.0 + device),
						40 + i / 8);
				DeviceMessage message = DeviceMessage.builder().contentType("application/json").contentEncoding("utf-8")
						.body(body.getBytes(StandardCharsets.UTF_8)).build();
				run(new SendMessageOperation(hub, devices.get(device), message));
			}
		}
		return MEASUREMENTS * devices.size();
	}

	/** Changes the twin of a device. */
	void change(String device, TwinPatch patch) throws CoreException {
		run(new PatchTwinOperation(hub, run(new GetTwinToEditOperation(hub, ClientId.device(device))), patch));
	}

	/** Rolls out two configurations; the hub counts a while later what came of them. */
	void deploy() throws CoreException {
		run(new CreateConfigurationOperation(hub, Configuration.builder("report-every-minute").targetCondition("tags.site = 'Graz'").priority(10)
				.content("{\"deviceContent\":{\"properties.desired.interval\":60}}").labels(Map.of("release", "2"))
				.metricQueries(Map.of("slow", "SELECT deviceId FROM devices WHERE properties.reported.interval = 60")).build()));
		run(new CreateConfigurationOperation(hub, Configuration.builder("gateways").targetCondition("tags.location.building = 'B'").priority(5)
				.content("{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"schemaVersion\":\"1.1\"}}}}").build()));
	}

	private static <T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}
}
