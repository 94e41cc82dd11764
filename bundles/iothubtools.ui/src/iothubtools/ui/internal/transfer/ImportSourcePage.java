// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;

/** Which file, and to which hub: in the order in which the imports of the platform ask, as the hub is known where it was selected. */
final class ImportSourcePage extends FormPage {

	private static final String PATTERNS = "*.csv;*.json;*.jsonl;*.ndjson";
	private static final int WIDTH = 450;

	private final ImportModel model;
	private @Nullable Text file;

	ImportSourcePage(ImportModel model) {
		super("importSource", Messages.Import_title, Messages.Import_description);
		this.model = model;
	}

	@Override
	protected Findings findings() {
		return model.findings();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		Fields.label(grid, Messages.Import_file_label);
		Composite row = new Composite(grid, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		Text path = line(row, ImportFields.FILE, model.file(), model::setFile);
		Fields.accessibleName(path, Messages.Import_file_accessible);
		file = path;
		Fields.button(row, Messages.Browse, ImportFields.BROWSE, this::browse);
		hub(grid, model);
		Label format = new Label(parent, SWT.WRAP);
		format.setText(Messages.Import_format);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(format);
	}

	private void browse() {
		Path chosen = FileChoice.open(getShell(), Messages.Import_title, PATTERNS);
		if (chosen != null && file != null) {
			file.setText(chosen.toString());
		}
	}
}
