// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.input;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

import iothubtools.client.names.ClientId;

/** Brings devices and modules back whose editors were open when the IDE was closed. */
public final class DeviceInputFactory implements IElementFactory {

	static final String ID = "iothubtools.ui.editor.deviceInput";

	private static final String CONNECTION = "connection";
	private static final String DEVICE = "device";
	private static final String MODULE = "module";

	static void save(DeviceEditorInput input, IMemento memento) {
		memento.putString(CONNECTION, input.connectionId());
		memento.putString(DEVICE, input.deviceId());
		String module = input.client().moduleId();
		if (module != null) {
			memento.putString(MODULE, module);
		}
	}

	@Override
	public @Nullable IAdaptable createElement(@Nullable IMemento memento) {
		String connection = memento == null ? null : memento.getString(CONNECTION);
		String device = memento == null ? null : memento.getString(DEVICE);
		String module = memento == null ? null : memento.getString(MODULE);
		// an empty one is none, as when the file was damaged
		return connection == null || device == null || device.isEmpty() || module != null && module.isEmpty() ? null
				: new DeviceEditorInput(connection, new ClientId(device, module));
	}
}
