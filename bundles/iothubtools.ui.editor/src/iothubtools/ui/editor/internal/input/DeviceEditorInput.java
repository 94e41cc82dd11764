// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.input;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.images.HubImages;

/** A device of a hub, as its editor is opened on it and comes back after a restart: by its id and that of the connection, nothing else. */
public final class DeviceEditorInput extends PlatformObject implements IEditorInput, IPersistableElement {

	private final String connectionId;
	private final String deviceId;

	public DeviceEditorInput(String connectionId, String deviceId) {
		this.connectionId = connectionId;
		this.deviceId = deviceId;
	}

	/** The connection that leads to its hub; null if it was removed. */
	public @Nullable HubConnection connection() {
		return IotHubCore.get().connections().find(connectionId);
	}

	public String connectionId() {
		return connectionId;
	}

	public String deviceId() {
		return deviceId;
	}

	/** Whether the device is still there is for the hub to say, when the editor is shown. */
	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return HubImages.DEVICE.descriptor();
	}

	@Override
	public String getName() {
		return deviceId;
	}

	@Override
	public String getToolTipText() {
		HubConnection connection = connection();
		return connection == null ? deviceId : NLS.bind(Messages.Input_tooltip, deviceId, connection.name());
	}

	@Override
	public IPersistableElement getPersistable() {
		return this;
	}

	@Override
	public String getFactoryId() {
		return DeviceInputFactory.ID;
	}

	@Override
	public void saveState(@Nullable IMemento memento) {
		if (memento != null) {
			DeviceInputFactory.save(this, memento);
		}
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DeviceEditorInput input && connectionId.equals(input.connectionId) && deviceId.equals(input.deviceId);
	}

	@Override
	public int hashCode() {
		return 31 * connectionId.hashCode() + deviceId.hashCode();
	}
}
