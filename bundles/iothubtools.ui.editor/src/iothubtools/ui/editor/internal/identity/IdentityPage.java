// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import java.util.List;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.editor.FormEditor;

import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.DeviceIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetDeviceOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.IdentityChange;
import iothubtools.core.operations.ReplaceDeviceOperation;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.internal.HubChanges;

/** The identity of a device. */
public final class IdentityPage extends EditedPage<@NonNull DeviceIdentity, @NonNull IdentityEdits> {

	public IdentityPage(FormEditor editor) {
		super(editor);
	}

	@Override
	IdentityForm<@NonNull DeviceIdentity, @NonNull IdentityEdits> createForm(Composite place, Runnable changed) {
		IdentityFields fields = new IdentityFields(place, changed);
		HubChanges.follow(place, event -> event instanceof HubEvent.DevicesChanged || event instanceof HubEvent.DevicesRead, event -> {
			if (event instanceof HubEvent.DevicesChanged told) {
				mine(told.connection(), told.devices()).forEach(device -> {
					fields.showState(device);
					changedElsewhere(device);
				});
			} else if (event instanceof HubEvent.DevicesRead told) {
				mine(told.connection(), told.devices()).forEach(device -> {
					fields.showState(device);
					readElsewhere(device);
				});
			}
		});
		return fields;
	}

	private List<DeviceIdentity> mine(HubConnection connection, List<DeviceIdentity> devices) {
		DeviceEditorInput input = (DeviceEditorInput) getEditorInput();
		return connection.id().equals(input.connectionId()) ? devices.stream().filter(device -> device.deviceId().equals(input.deviceId())).toList()
				: List.of();
	}

	@Override
	IdentityEdits editsOf(DeviceIdentity device) {
		return IdentityEdits.of(device);
	}

	@Override
	DeviceAuthentication authentication(DeviceIdentity device) {
		return device.authentication();
	}

	@Override
	String generationId(DeviceIdentity device) {
		return device.generationId();
	}

	@Override
	String etag(DeviceIdentity device) {
		return device.etag();
	}

	@Override
	protected HubOperation<@NonNull DeviceIdentity> operation(HubConnection connection, ClientId client) {
		return new GetDeviceOperation(connection, client.deviceId());
	}

	@Override
	HubOperation<@NonNull DeviceIdentity> saving(HubConnection connection, DeviceIdentity seen, IdentityEdits edits) {
		IdentityChange change = edits.changeOf(seen);
		// says what cannot be
		change.applyTo(seen);
		return new ReplaceDeviceOperation(connection, seen, change);
	}
}
