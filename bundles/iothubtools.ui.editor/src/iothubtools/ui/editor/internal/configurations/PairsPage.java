// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.message.MessageProperty;
import iothubtools.ui.internal.wizards.message.PairNames;
import iothubtools.ui.internal.wizards.message.PropertyTable;

/** A page with a table of names and something for each. */
abstract class PairsPage extends FormPage {

	private final PairNames names;
	private final String label;
	private final List<MessageProperty> rows;
	private final Supplier<Findings> rules;
	private @Nullable PropertyTable table;

	PairsPage(String name, String title, String description, String label, PairNames names, List<MessageProperty> rows, Supplier<Findings> rules) {
		super(name, title, description);
		this.label = label;
		this.names = names;
		this.rows = rows;
		this.rules = rules;
	}

	@Override
	protected final Findings findings() {
		return rules.get();
	}

	@Override
	protected void createFields(Composite parent) {
		Label before = Fields.label(parent, label);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(before);
		PropertyTable pairs = new PropertyTable(parent, names, rows, this::changed);
		decorations.add(pairs.table());
		table = pairs;
	}

	/** Shows what the model holds. */
	final void fill() {
		PropertyTable pairs = table;
		if (pairs != null) {
			pairs.refresh();
		}
		changed();
	}
}
