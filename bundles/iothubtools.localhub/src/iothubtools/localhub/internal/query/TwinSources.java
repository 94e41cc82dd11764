// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.query;

import iothubtools.localhub.internal.devices.DeviceStore;
import iothubtools.localhub.internal.kernel.ClientId;
import iothubtools.localhub.internal.kernel.MessageCounts;
import iothubtools.localhub.internal.modules.ModuleStore;
import iothubtools.localhub.internal.twins.TwinExtras;
import iothubtools.localhub.internal.twins.Twins;

/**
 * What the rows of twins are made of.
 *
 * @param devices   the devices and what they did
 * @param modules   the modules and what they did
 * @param twins     their twins
 * @param messages  the messages that wait for them
 */
public record TwinSources(DeviceStore devices, ModuleStore modules, Twins twins, MessageCounts messages) {

	/** What the twin of a device or module shows beside itself. */
	TwinExtras extras(ClientId client) {
		return new TwinExtras(messages.of(client), twins.configurations(client));
	}
}
