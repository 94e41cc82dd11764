// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.core.transfer.FilePreview;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Finding;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.PageTable;

/** What an import would make of the file, and what of it is at the hub already, if the person asks for that. */
final class ImportPreviewPage extends FormPage {

	/** Before the file is read. */
	private static final FilePreview NOTHING = new FilePreview(List.of(Messages.Column_device), List.of(), List.of(), 0);
	private static final int DEVICE_LINES = 5;
	private static final int PROBLEM_LINES = 3;

	private final ImportModel model;
	private final Runnable check;
	private @Nullable PreviewJob job;
	private @Nullable FilePreview preview;
	private @Nullable Label summary;
	private @Nullable Label problemsLabel;
	private @Nullable Label checked;
	private @Nullable Button checkButton;
	private @Nullable ItemTable<List<String>> devices;
	private @Nullable ItemTable<ItemOutcome> problems;

	/** @param check asks the hub which devices it has, and {@link #checked tells} it here */
	ImportPreviewPage(ImportModel model, Runnable check) {
		super("importPreview", Messages.Preview_title, Messages.Preview_description);
		this.model = model;
		this.check = check;
	}

	@Override
	protected void createFields(Composite parent) {
		summary = label(parent, ImportFields.SUMMARY);
		devices = PageTable.create(parent, ImportFields.PREVIEW, Messages.Preview_devices, OutcomeColumns.of(NOTHING), row -> row, DEVICE_LINES);
		problemsLabel = label(parent, ImportFields.PROBLEMS_LABEL);
		problems = PageTable.create(parent, ImportFields.PROBLEMS, Messages.Preview_problems, OutcomeColumns.OF_PROBLEMS, line -> line, PROBLEM_LINES).fitLast();
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		checkButton = Fields.button(row, Messages.Preview_check, ImportFields.CHECK, () -> {
			text(checked, "");
			check.run();
		});
		checked = label(row, ImportFields.CHECKED);
	}

	private static Label label(Composite parent, String id) {
		Label label = WidgetIds.mark(new Label(parent, SWT.NONE), id);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(label);
		return label;
	}

	@Override
	protected Findings findings() {
		FilePreview read = preview;
		if (read == null) {
			return new Findings(List.of(Finding.missing(ImportFields.PREVIEW, NLS.bind(Messages.Preview_reading, model.file()))));
		}
		if (read.devices() == 0) {
			return new Findings(List.of(Finding.error(ImportFields.PREVIEW, Messages.Preview_noDevice)));
		}
		return read.problems().isEmpty() ? new Findings(List.of())
				: new Findings(List.of(Finding.warning(ImportFields.PROBLEMS, Messages.Preview_someLeft)));
	}

	/** Whether the file is read and holds a device. */
	boolean isReady() {
		return preview != null && isPageComplete();
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			read();
			ItemTable<List<String>> table = devices;
			if (table != null) {
				// else it is at the button Back by now, and Enter goes there
				table.widget().setFocus();
			}
		}
	}

	/** Each time anew: it may have been mended meanwhile, which is what the page is for. */
	private void read() {
		stop();
		preview = null;
		show(NOTHING);
		text(checked, "");
		changed();
		Path path = model.path();
		if (path == null) {
			return;
		}
		PreviewJob reading = new PreviewJob(path);
		job = reading;
		Display display = getShell().getDisplay();
		reading.onDone(() -> {
			if (!display.isDisposed()) {
				display.asyncExec(() -> take(reading));
			}
		});
		reading.schedule();
	}

	private void take(PreviewJob reading) {
		if (reading != job || getControl() == null || getControl().isDisposed()) {
			return;
		}
		FilePreview read = reading.preview();
		if (read == null) {
			failed(reading.failure());
			return;
		}
		preview = read;
		show(read);
		changed();
		getContainer().updateButtons();
	}

	/** Ends the reading, if it goes on. */
	void stop() {
		PreviewJob reading = job;
		if (reading != null) {
			reading.cancel();
			job = null;
		}
	}

	private void show(FilePreview read) {
		int count = read.devices();
		text(summary, count > read.rows().size() ? NLS.bind(Messages.Preview_first, read.rows().size(), ImportTexts.number(count))
				: NLS.bind(Messages.Preview_all, ImportTexts.number(count)));
		if (devices != null) {
			devices.show(OutcomeColumns.of(read), read.rows());
		}
		showProblems(read.problems());
		if (checkButton != null) {
			checkButton.setEnabled(count > 0);
		}
	}

	private void showProblems(List<ItemOutcome> left) {
		text(problemsLabel, left.isEmpty() ? Messages.Preview_noProblem : NLS.bind(Messages.Preview_left, ImportTexts.number(left.size())));
		if (problems != null) {
			problems.show(left);
		}
	}

	private static void text(@Nullable Label label, String text) {
		if (label != null) {
			label.setText(text);
		}
	}

	/** Shows what an import would do now. */
	void checked(HubConnection hub, TaskOutcome outcome) {
		changed();
		int exist = outcome.ids(Result.EXISTS).size();
		text(checked, NLS.bind(Messages.Preview_checked,
				new Object[] { ImportTexts.number(outcome.ids(Result.DONE).size()), hub.name(), ImportTexts.number(exist) }));
		showProblems(outcome.items().stream().filter(item -> item.result() != Result.DONE).toList());
	}

	@Override
	public void failed(IStatus status, Runnable again) {
		super.failed(status, again);
		setPageComplete(preview != null && isPageComplete());
	}
}
