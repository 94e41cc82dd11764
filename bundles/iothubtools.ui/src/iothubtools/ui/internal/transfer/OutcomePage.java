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

import iothubtools.core.tasks.ItemOutcome;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;

/** What became of each of many: first those that one wants to see, then those that are as they should. */
abstract class OutcomePage extends WizardPage {

	private static final int LINES = 10;

	private final String label;
	private final String restLabel;
	private final Runnable rest;
	private @Nullable ItemTable<ItemOutcome> table;
	private @Nullable Button restButton;

	/**
	 * @param name      its id
	 * @param label     above the list
	 * @param restLabel of the button that does what is left to do
	 * @param rest      does it
	 */
	OutcomePage(String name, String title, String label, String restLabel, Runnable rest) {
		super(name, title, null);
		this.label = label;
		this.restLabel = restLabel;
		this.rest = rest;
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(page);
		Fields.label(page, label);
		table = new ItemTable<>(page, ImportFields.OUTCOME, getTitle(), LINES);
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().applyTo(row);
		restButton = Fields.button(row, restLabel, ImportFields.REST, rest);
		Fields.button(row, Messages.Outcome_copy, ImportFields.COPY_OUTCOME, this::copy);
		setControl(page);
		HelpContext.set(page, getClass());
	}

	/**
	 * Shows it.
	 *
	 * @param outcome       in the order in which it is read, see {@link ImportTexts#inOrder}
	 * @param columns       what is said of each
	 * @param summary       how many ended how
	 * @param somethingLeft whether the rest can be done
	 */
	final void show(TaskOutcome outcome, List<ItemTable.Column<ItemOutcome>> columns, String summary, boolean somethingLeft) {
		boolean good = outcome.items().stream().allMatch(item -> item.result() == Result.DONE || item.result() == Result.EXISTS);
		setErrorMessage(null);
		setDescription(summary);
		setMessage(good ? null : summary, good ? NONE : WARNING);
		if (table != null) {
			table.show(columns, outcome.items());
		}
		if (restButton != null) {
			restButton.setEnabled(somethingLeft);
		}
	}

	/** Tells why it could not be done once more; what was done before stays to be read. */
	final void failed(IStatus status) {
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
