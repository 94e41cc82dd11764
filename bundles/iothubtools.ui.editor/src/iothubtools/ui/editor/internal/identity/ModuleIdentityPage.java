// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.editor.FormEditor;

import iothubtools.client.devices.DeviceAuthentication;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.GetModuleOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ReplaceModuleOperation;

/** The identity of a module. */
public final class ModuleIdentityPage extends EditedPage<@NonNull ModuleIdentity, @NonNull ModuleEdits> {

	private final String moduleId;

	public ModuleIdentityPage(FormEditor editor, String moduleId) {
		super(editor);
		this.moduleId = moduleId;
	}

	@Override
	IdentityForm<@NonNull ModuleIdentity, @NonNull ModuleEdits> createForm(Composite place, Runnable changed) {
		return new ModuleFields(place, changed);
	}

	@Override
	ModuleEdits editsOf(ModuleIdentity module) {
		return ModuleEdits.of(module);
	}

	@Override
	DeviceAuthentication authentication(ModuleIdentity module) {
		return module.authentication();
	}

	@Override
	String generationId(ModuleIdentity module) {
		return module.generationId();
	}

	@Override
	String etag(ModuleIdentity module) {
		return module.etag();
	}

	@Override
	protected HubOperation<@NonNull ModuleIdentity> operation(HubConnection connection, ClientId client) {
		return new GetModuleOperation(connection, client.deviceId(), moduleId);
	}

	@Override
	HubOperation<@NonNull ModuleIdentity> saving(HubConnection connection, ModuleIdentity seen, ModuleEdits edits) {
		return new ReplaceModuleOperation(connection, edits.applyTo(seen));
	}
}
