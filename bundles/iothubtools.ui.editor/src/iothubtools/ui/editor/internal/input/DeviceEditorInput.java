// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.input;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

import iothubtools.client.names.ClientId;
import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.images.HubImages;

/**
 * A device of a hub, or one of its modules, as its editor is opened on it and comes back after a restart: by its id and that of the connection,
 * nothing else.
 */
public final class DeviceEditorInput extends PlatformObject implements IEditorInput, IPersistableElement {

	private final String connectionId;
	private final ClientId client;

	/** A device or a module, at the hub of a connection. */
	public DeviceEditorInput(String connectionId, ClientId client) {
		this.connectionId = connectionId;
		this.client = client;
	}

	/** The connection that leads to its hub; null if it was removed. */
	public @Nullable HubConnection connection() {
		return IotHubCore.get().connections().find(connectionId);
	}

	public String connectionId() {
		return connectionId;
	}

	/** The device, or that of which it is a module. */
	public String deviceId() {
		return client.deviceId();
	}

	/** Whom the editor is about. */
	public ClientId client() {
		return client;
	}

	/** Whether it is about a module. */
	public boolean isModule() {
		return client.moduleId() != null;
	}

	/** Whether the device or module is still there is for the hub to say, when the editor is shown. */
	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return (isModule() ? HubImages.MODULE : HubImages.DEVICE).descriptor();
	}

	/** The id of the device, or both ids with a slash between them. */
	@Override
	public String getName() {
		return client.toString();
	}

	@Override
	public String getToolTipText() {
		HubConnection connection = connection();
		return connection == null ? getName()
				: NLS.bind(isModule() ? Messages.Input_tooltip_module : Messages.Input_tooltip, getName(), connection.name());
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
		return other instanceof DeviceEditorInput input && connectionId.equals(input.connectionId) && client.equals(input.client);
	}

	@Override
	public int hashCode() {
		return 31 * connectionId.hashCode() + client.hashCode();
	}
}
