// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.views.properties.IPropertySheetPage;

import iothubtools.client.devices.ConnectionState;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.devices.DeviceStatus;
import iothubtools.client.devices.DeviceSummary;
import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.properties.HubPropertySheetPage;

/**
 * The device of an editor, for the Properties view: whatever is selected on a page, Properties is about it. Nothing is selected while its hub
 * connection is removed.
 */
final class EditedDevice implements ISelectionProvider {

	private final DeviceEditorInput input;
	private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
	/** Hear when it was changed, deleted or created again. */
	private final ListenerList<Runnable> changes = new ListenerList<>();

	/** @param control the changes of the device are followed as long as it lives */
	EditedDevice(DeviceEditorInput input, Control control) {
		this.input = input;
		HubChanges.follow(control, event -> HubChanges.isOfConnections(event) || isOfDevice(event), event -> {
			if (HubChanges.isOfConnections(event)) {
				listeners.forEach(listener -> listener.selectionChanged(new SelectionChangedEvent(this, getSelection())));
			}
			changes.forEach(Runnable::run);
		});
	}

	private boolean isOfDevice(HubEvent event) {
		return event instanceof HubEvent.DevicesChanged changed && isAmong(changed.connection(), changed.devices())
				|| event instanceof HubEvent.DevicesCreated created && isAmong(created.connection(), created.devices())
				|| event instanceof HubEvent.DevicesDeleted deleted && isHub(deleted.connection()) && deleted.deviceIds().contains(input.deviceId());
	}

	private boolean isAmong(HubConnection connection, Iterable<DeviceIdentity> devices) {
		if (isHub(connection)) {
			for (DeviceIdentity device : devices) {
				if (device.deviceId().equals(input.deviceId())) {
					return true;
				}
			}
		}
		return false;
	}

	private boolean isHub(HubConnection connection) {
		return connection.id().equals(input.connectionId());
	}

	/** A page of the Properties view about it; it asks the hub when it is shown, not before. */
	IPropertySheetPage properties(DeviceEditor editor) {
		return new HubPropertySheetPage(editor, this, IotHubCore.get().operations(), changes);
	}

	@Override
	public ISelection getSelection() {
		HubConnection connection = input.connection();
		return connection == null ? StructuredSelection.EMPTY
				: new StructuredSelection(new DeviceNode(connection, new DeviceSummary(input.deviceId(), DeviceStatus.of(""), null,
						ConnectionState.of(""), "", null, false, 0)));
	}

	@Override
	public void addSelectionChangedListener(@Nullable ISelectionChangedListener listener) {
		if (listener != null) {
			listeners.add(listener);
		}
	}

	@Override
	public void removeSelectionChangedListener(@Nullable ISelectionChangedListener listener) {
		if (listener != null) {
			listeners.remove(listener);
		}
	}

	@Override
	public void setSelection(@Nullable ISelection selection) {
		// it is that of the editor
	}
}
