// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Fields;

/** The field for the id of a device of a hub: its list has the first devices of that hub, and while somebody types others are proposed. */
public final class DeviceField {

	private final Combo combo;
	private final DeviceProposals proposals;
	private final Supplier<List<String>> before;

	/**
	 * Makes label and field.
	 *
	 * @param value  what it begins with
	 * @param before the ids that stand at the top of the list, asked whenever that is another one
	 * @param change is told each edit
	 */
	public DeviceField(Composite parent, String label, String id, String value, Supplier<List<String>> before, Consumer<String> change) {
		this.before = before;
		combo = Fields.combo(parent, label, id, value, change);
		proposals = DeviceProposals.in(combo, this::suggest);
	}

	/** Proposes devices of this hub from now on, or none. */
	public void of(@Nullable HubConnection hub) {
		proposals.of(hub);
	}

	private void suggest() {
		Fields.suggest(combo, Stream.concat(before.get().stream(), proposals.first().stream()).distinct().limit(DeviceProposals.MOST).toList());
	}

	/** The control of the field. */
	public Combo control() {
		return combo;
	}
}
