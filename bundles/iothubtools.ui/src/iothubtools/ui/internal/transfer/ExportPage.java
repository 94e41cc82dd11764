// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.nio.file.Path;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.transfer.ExportFormat;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.FileChoice;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.text.Numbers;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubField;

/** Which devices are written, how and where; and whether an export that was interrupted is gone on with. */
final class ExportPage extends FormPage {

	private final ExportModel model;
	private @Nullable Button all;
	private @Nullable Button selected;
	private @Nullable Text file;
	private @Nullable PartFields part;

	ExportPage(ExportModel model) {
		super("export", Messages.Export_title, Messages.Export_description);
		this.model = model;
	}

	@Override
	protected Findings findings() {
		showSelection();
		if (part != null && part.show(model.part())) {
			makeRoom();
		}
		return model.findings();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		new HubField(grid, model.hub(), this::hubChosen);
		Fields.label(grid, Messages.Export_devices_label);
		Composite devices = row(grid);
		all = Fields.choice(devices, SWT.RADIO, Messages.Export_all, ExportFields.ALL, !model.selectedOnly(), this::allChosen);
		selected = Fields.choice(devices, SWT.RADIO, "", ExportFields.SELECTED, model.selectedOnly(), chosen -> allChosen(!chosen));
		Fields.label(grid, Messages.Export_format_label);
		Composite formats = row(grid);
		format(formats, ExportFormat.CSV, Messages.Export_csv, ExportFields.CSV);
		format(formats, ExportFormat.JSON_LINES, Messages.Export_jsonLines, ExportFields.JSON_LINES);
		Fields.label(grid, Messages.Export_file_label);
		Composite files = row(grid);
		Text path = line(files, ExportFields.FILE, model.file(), model::setFile);
		Fields.accessibleName(path, Messages.Export_file_accessible);
		file = path;
		Fields.button(files, Messages.Browse, ExportFields.BROWSE, this::browse);
		Fields.label(grid, "");
		check(grid, Messages.Export_keys, ExportFields.KEYS, model.keys(), model::setKeys);
		part = new PartFields(grid, changing(model::setGoesOn), model::goesOn);
	}

	private static Composite row(Composite grid) {
		Composite row = new Composite(grid, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(row);
		return row;
	}

	private void format(Composite row, ExportFormat format, String label, String id) {
		Fields.choice(row, SWT.RADIO, label, id, model.format() == format, chosen -> {
			if (chosen) {
				model.setFormat(format);
				showFile();
				changed();
			}
		});
	}

	private void allChosen(boolean chosen) {
		model.setSelectedOnly(!chosen);
		changed();
	}

	private void hubChosen(@Nullable HubConnection hub) {
		model.setHub(hub);
		showFile();
		changed();
	}

	/** What the model has made of the name. */
	private void showFile() {
		if (file != null && !file.getText().equals(model.file())) {
			file.setText(model.file());
		}
	}

	private void showSelection() {
		if (all == null || selected == null) {
			return;
		}
		int count = model.selected().size();
		selected.setText(count == 1 ? NLS.bind(Messages.Export_selected_one, model.selected().get(0))
				: NLS.bind(Messages.Export_selected_many, Numbers.of(count)));
		selected.setEnabled(count > 0);
		selected.setSelection(model.selectedOnly());
		all.setSelection(!model.selectedOnly());
		selected.requestLayout();
	}

	private void browse() {
		Path before = model.path();
		Path chosen = FileChoice.save(getShell(), Messages.Export_title, before == null ? Path.of("devices" + model.extension()) : before);
		if (chosen != null && file != null) {
			file.setText(chosen.toString());
		}
	}
}
