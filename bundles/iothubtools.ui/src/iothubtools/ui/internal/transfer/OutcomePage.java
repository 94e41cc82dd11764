// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.Set;

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
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.transfer.OutcomeColumns.AtHub;
import iothubtools.ui.internal.wizards.PageTable;

/** What became of each of many: first those that one wants to see, then those that are as they should. */
abstract class OutcomePage extends WizardPage {

	private static final int LINES = 10;
	private static final Set<Result> GOOD = Set.of(Result.DONE, Result.CHANGED, Result.EXISTS);

	private final String label;
	private final Columns<AtHub> columns;
	private final String restLabel;
	private final Runnable rest;
	private @Nullable ItemTable<AtHub> table;
	private @Nullable Button restButton;

	/**
	 * @param name      its id
	 * @param label     above the list
	 * @param columns   what is said of each
	 * @param restLabel of the button that does what is left to do
	 * @param rest      does it
	 */
	OutcomePage(String name, String title, String label, Columns<AtHub> columns, String restLabel, Runnable rest) {
		super(name, title, null);
		this.label = label;
		this.columns = columns;
		this.restLabel = restLabel;
		this.rest = rest;
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(10, 10).applyTo(page);
		Fields.label(page, label);
		table = PageTable.create(page, ImportFields.OUTCOME, getTitle(), columns, AtHub::item, LINES).fitLast();
		table.order(OutcomeColumns.BY_RESULT);
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
	 * @param hub           that was asked
	 * @param somethingLeft whether the rest can be done
	 */
	final void show(TaskOutcome outcome, HubConnection hub, boolean somethingLeft) {
		String summary = ImportTexts.summary(outcome, hub);
		boolean good = outcome.items().stream().allMatch(item -> GOOD.contains(item.result()));
		setErrorMessage(null);
		setDescription(summary);
		setMessage(good ? null : summary, good ? NONE : WARNING);
		if (table != null) {
			table.show(AtHub.of(outcome, hub));
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
			Clipboards.copy(table.asText());
		}
	}

	/** The devices exist: there is nothing to go back to. */
	@Override
	public @Nullable IWizardPage getPreviousPage() {
		return null;
	}
}
