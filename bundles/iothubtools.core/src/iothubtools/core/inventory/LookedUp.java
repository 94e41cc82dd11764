// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.inventory;

import java.util.Map;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;

import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.hubs.HubConnection;

/**
 * What hubs said when they were asked for a device, at one moment.
 *
 * @param deviceId the id that was asked for; empty if nobody asked
 * @param answers  by the connections' ids
 */
public record LookedUp(String deviceId, Map<String, Answer> answers) {

	/** Nobody asked. */
	public static final LookedUp NOTHING = new LookedUp("", Map.of());

	/** What one hub said. */
	public sealed interface Answer {
	}

	/** It was not asked yet, or has not answered. */
	public record Asked() implements Answer {
	}

	/** It has the device. */
	public record Found(DeviceSummary device) implements Answer {
	}

	/** It has no such device. */
	public record Absent() implements Answer {
	}

	/** It could not be asked, or did not say. */
	public record Failed(IStatus reason) implements Answer {
	}

	public LookedUp {
		answers = Map.copyOf(answers);
	}

	/** The device as this hub has it; null as long as that is not known. */
	public @Nullable DeviceSummary in(HubConnection connection) {
		return answers.get(connection.id()) instanceof Found found ? found.device() : null;
	}
}
