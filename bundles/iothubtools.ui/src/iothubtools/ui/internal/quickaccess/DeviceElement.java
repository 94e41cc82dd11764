// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.quickaccess;

import java.util.Map;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.quickaccess.QuickAccessElement;

import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.model.DeviceNode;

/** A device that Quick Access found: chosen, it is selected in the IoT Hub view. */
final class DeviceElement extends QuickAccessElement {

	private final DeviceNode device;

	DeviceElement(DeviceNode device) {
		this.device = device;
	}

	@Override
	public String getLabel() {
		return NLS.bind(Messages.Label, device.deviceId(), device.connection().name());
	}

	@Override
	public String getMatchLabel() {
		return device.deviceId();
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return (device.device().iotEdge() ? HubImages.DEVICE_EDGE : HubImages.DEVICE).descriptor();
	}

	@Override
	public String getId() {
		return device.connection().id() + '/' + device.deviceId();
	}

	@Override
	public void execute() {
		Commands.run(PlatformUI.getWorkbench(), UiIds.SHOW_DEVICE, Map.of(UiIds.HUB_ID, device.connection().id(), UiIds.DEVICE_ID, device.deviceId()));
	}
}
