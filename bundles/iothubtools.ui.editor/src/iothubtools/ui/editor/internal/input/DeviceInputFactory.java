// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.input;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Brings devices back whose editors were open when the IDE was closed. */
public final class DeviceInputFactory implements IElementFactory {

	static final String ID = "iothubtools.ui.editor.deviceInput";

	private static final String CONNECTION = "connection";
	private static final String DEVICE = "device";

	static void save(DeviceEditorInput input, IMemento memento) {
		memento.putString(CONNECTION, input.connectionId());
		memento.putString(DEVICE, input.deviceId());
	}

	@Override
	public @Nullable IAdaptable createElement(@Nullable IMemento memento) {
		String connection = memento == null ? null : memento.getString(CONNECTION);
		String device = memento == null ? null : memento.getString(DEVICE);
		return connection == null || device == null ? null : new DeviceEditorInput(connection, device);
	}
}
