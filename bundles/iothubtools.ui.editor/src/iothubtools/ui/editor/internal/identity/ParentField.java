// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.identity;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.model.DeviceTexts;

/** The IoT Edge parent of a device: what is read and typed is its device ID, and what is kept its scope (contract §4), which the tool tip tells. */
final class ParentField {

	private final Text field;
	private String parent = "";
	/** What stands in the field for it. */
	private String name = "";

	/** @param edited hears of each edit, also by {@link #show} */
	ParentField(Composite form, Runnable edited) {
		field = KeyFields.wide(Fields.text(form, Messages.Parent, "identityParent", "", text -> edited.run()));
	}

	/** The scope of the parent, or the device ID or scope that was typed in its place; empty for none. */
	String parent() {
		String typed = field.getText();
		return typed.equals(name) ? parent : typed;
	}

	/** Shows a parent, by its scope or as it was typed. */
	void show(String shown) {
		parent = shown;
		name = DeviceTexts.ofScope(shown);
		KeyFields.set(field, name);
		field.setToolTipText(name.equals(shown) ? Messages.Parent_toolTip : shown);
	}
}
