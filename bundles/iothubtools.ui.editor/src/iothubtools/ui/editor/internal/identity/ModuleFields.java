// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.devices.ModuleIdentity;
import iothubtools.ui.internal.forms.Fields;

/** The fields of the identity of a module; those that the hub alone writes can be read and copied. */
final class ModuleFields implements IdentityForm<@NonNull ModuleIdentity, @NonNull ModuleEdits> {

	private final FormArea area;
	private final Text moduleId;
	private final HubWrittenFields written;
	private final Text managedBy;
	private final KeyFields keys;

	/** @param changed hears of each edit by a person */
	ModuleFields(Composite place, Runnable changed) {
		area = new FormArea(place, changed);
		Composite form = area.form();
		moduleId = KeyFields.readOnly(form, Messages.Module_id, "identityModuleId");
		written = new HubWrittenFields(form);
		managedBy = KeyFields.wide(Fields.text(form, Messages.Managed_by, "identityManagedBy", "", text -> area.edited()));
		managedBy.setToolTipText(Messages.Managed_by_tooltip);
		keys = new KeyFields(area, () -> written.deviceId() + "/" + moduleId.getText());
		area.enable(false);
	}

	@Override
	public void setFocus() {
		area.setFocus(managedBy);
	}

	@Override
	public ModuleEdits edits() {
		return new ModuleEdits(managedBy.getText(), keys.edits());
	}

	@Override
	public void show(ModuleIdentity module, ModuleEdits edits) {
		area.fill(() -> {
			moduleId.setText(module.moduleId());
			written.show(module.deviceId(), module.generationId());
			written.showState(module.connectionState(), module.lastActivityTime(), module.cloudToDeviceMessageCount());
			KeyFields.set(managedBy, edits.managedBy());
			keys.show(module.authentication(), edits.keys());
		});
	}
}
