// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;

/** What became of each line: first those that are no new devices, then those that are. */
final class ImportOutcomePage extends WizardPage {

	private static final int LINES = 10;

	private final Runnable rest;
	private @Nullable ItemTable<ItemOutcome> table;
	private @Nullable Button restButton;

	/** @param rest imports the file once more */
	ImportOutcomePage(Runnable rest) {
		super("importOutcome", Messages.Outcome_title, null);
		this.rest = rest;
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(page);
		Fields.label(page, Messages.Outcome_label);
		table = new ItemTable<>(page, ImportFields.OUTCOME, Messages.Outcome_title, LINES);
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().applyTo(row);
		restButton = Fields.button(row, Messages.Outcome_rest, ImportFields.REST, rest);
		Fields.button(row, Messages.Outcome_copy, ImportFields.COPY_OUTCOME, this::copy);
		setControl(page);
		HelpContext.set(page, ImportOutcomePage.class);
	}

	/** @param outcome in the order in which it is read, see {@link ImportTexts#inOrder} */
	void show(HubConnection hub, TaskOutcome outcome) {
		String summary = ImportTexts.summary(outcome, hub);
		boolean good = outcome.items().stream().allMatch(item -> item.result() == Result.DONE || item.result() == Result.EXISTS);
		setErrorMessage(null);
		setDescription(summary);
		setMessage(good ? null : summary, good ? NONE : WARNING);
		if (table != null) {
			table.show(List.of(ImportTexts.LINE, ImportTexts.DEVICE, ImportTexts.RESULT,
					new ItemTable.Column<>(Messages.Column_reason, item -> ImportTexts.why(item, hub))),
					outcome.items());
		}
		if (restButton != null) {
			restButton.setEnabled(outcome.items().stream().anyMatch(ImportOutcomePage::isLeftToDo));
		}
	}

	/** Whether the same file once more may make it. */
	private static boolean isLeftToDo(ItemOutcome item) {
		return switch (item.result()) {
		case FAILED, UNKNOWN, NOT_TRIED -> true;
		default -> false;
		};
	}

	/** Tells why it could not be done once more; what was done before stays to be read. */
	void failed(IStatus status) {
		if (!status.matches(IStatus.CANCEL)) {
			setErrorMessage(status.getMessage());
		}
	}

	private void copy() {
		if (table != null) {
			Clipboards.copy(table.text());
		}
	}

	/** The devices exist: there is nothing to go back to. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
