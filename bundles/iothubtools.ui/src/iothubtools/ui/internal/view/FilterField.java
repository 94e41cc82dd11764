// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.FilterText;
import iothubtools.ui.internal.table.CellCondition;

/** The filter above the devices, which filters whether or not it has a fault. */
final class FilterField extends FilterText {

	private final Consumer<String> changed;

	FilterField(Composite parent, Consumer<String> changed, Runnable leave) {
		super(parent, WidgetIds.FILTER, Messages.Filter_hint, Messages.Filter_hint, Messages.Filter_toolTip, leave);
		this.changed = changed;
		GridDataFactory.fillDefaults().grab(true, false).indent(MARK, 0).applyTo(control());
	}

	@Override
	protected @Nullable String filter(String filter) {
		changed.accept(filter);
		String problem = CellCondition.problem(filter);
		return problem == null ? null : NLS.bind(Messages.Filter_problem, problem);
	}
}
