// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.devices.ConnectionState;
import iothubtools.ui.internal.model.DeviceTexts;

/** What the hub alone writes of the identity of a device or module, to be read and copied: whose it is, and how things stand with it. */
final class HubWrittenFields {

	private final Text deviceId;
	private final Text generation;
	private final Text connection;
	private final Text waiting;

	/** Makes them in a grid of {@link KeyFields#COLUMNS}. */
	HubWrittenFields(Composite form) {
		deviceId = KeyFields.readOnly(form, Messages.Device_id, "identityId");
		generation = KeyFields.readOnly(form, Messages.Generation, "identityGeneration");
		connection = KeyFields.readOnly(form, Messages.Connection, "identityConnection");
		waiting = KeyFields.readOnly(form, Messages.Messages_waiting, "identityWaiting");
	}

	/** The id that is shown. */
	String deviceId() {
		return deviceId.getText();
	}

	/** Shows whose identity it is. */
	void show(String id, String generationId) {
		deviceId.setText(id);
		generation.setText(generationId);
	}

	/**
	 * Shows how things stand with it.
	 *
	 * @param active   when it was heard of last; null for never
	 * @param messages how many wait for it
	 */
	void showState(ConnectionState state, @Nullable Instant active, int messages) {
		connection.setText(active == null ? NLS.bind(Messages.Connection_never, DeviceTexts.connection(state))
				: NLS.bind(Messages.Connection_text, DeviceTexts.connection(state), DeviceTexts.time(active)));
		waiting.setText(Integer.toString(messages));
	}
}
