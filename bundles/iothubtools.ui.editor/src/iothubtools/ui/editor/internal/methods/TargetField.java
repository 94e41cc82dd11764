// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.internal.forms.Fields;

/** Who is to run it: the device or one of its modules, which can be typed where the hub does not tell them. */
final class TargetField {

	private final Combo combo;
	private final String itself;

	/**
	 * In a grid of {@link MethodForm#COLUMNS}.
	 *
	 * @param chosen hears the id of the module; empty for the device itself
	 */
	TargetField(Composite grid, String deviceId, String module, Consumer<String> chosen) {
		itself = NLS.bind(Messages.Target_device, deviceId);
		combo = Fields.combo(grid, Messages.Target_label, MethodIds.TARGET, module.isEmpty() ? itself : module,
				text -> chosen.accept(text.equals(itself) ? "" : text.strip()));
		combo.setToolTipText(Messages.Target_tooltip);
		combo.setItems(itself);
		combo.setText(module.isEmpty() ? itself : module);
		MethodForm.narrow(combo);
	}

	Combo control() {
		return combo;
	}

	/** Shows the device or one of its modules. */
	void choose(String module) {
		combo.setText(module.isEmpty() ? itself : module);
	}

	/** Offers these; what is chosen stays. */
	void offer(List<String> modules) {
		String text = combo.getText();
		List<String> items = new ArrayList<>(List.of(itself));
		items.addAll(modules);
		combo.setItems(items.toArray(String[]::new));
		combo.setText(text);
	}
}
