// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.TaskOutcome;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.transfer.OutcomeColumns.AtHub;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubField;
import iothubtools.ui.internal.wizards.PageTable;

/** Where devices are to be copied or moved, and what would become of each: both hubs are asked as soon as it is known which they are. */
final class CopyPlanPage extends FormPage {

	private static final int LINES = 10;

	private final CopyModel model;
	private final Runnable check;
	private @Nullable Label summary;
	private @Nullable Button again;
	private @Nullable ItemTable<AtHub> table;

	/** @param check asks both hubs, and {@link #checked tells} it here */
	CopyPlanPage(CopyModel model, boolean move, Runnable check) {
		super("copyPlan", move ? Messages.Copy_title_move : Messages.Copy_title_copy,
				NLS.bind(move ? Messages.Copy_description_move : Messages.Copy_description_copy, model.source().name()));
		this.model = model;
		this.check = check;
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		new HubField(grid, model.target(), hub -> {
			model.setTarget(hub);
			show(null);
			checkSoon();
		});
		summary = WidgetIds.mark(new Label(parent, SWT.WRAP), CopyFields.SUMMARY);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
		table = PageTable.create(parent, CopyFields.PLAN, Messages.Copy_plan, OutcomeColumns.OF_PLAN, AtHub::item, LINES).fitLast();
		table.order(OutcomeColumns.BY_PLAN);
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(row);
		again = Fields.button(row, Messages.Copy_check, CopyFields.CHECK, check);
		show(null);
	}

	@Override
	protected Findings findings() {
		return model.findings();
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible && model.plan() == null) {
			checkSoon();
		}
	}

	/** The page is seen, or the list of hubs closed, before the hubs are asked. */
	private void checkSoon() {
		getShell().getDisplay().asyncExec(() -> {
			if (getControl() != null && !getControl().isDisposed()) {
				check.run();
			}
		});
	}

	/** Shows what would become of each device; null for nobody knows. */
	void show(@Nullable TaskOutcome plan) {
		HubConnection target = model.target();
		if (summary != null) {
			String text = plan == null || target == null ? NLS.bind(Messages.Copy_devices, ImportTexts.number(model.deviceIds().size()))
					: NLS.bind(Messages.Copy_summary, new Object[] { count(plan, Result.DONE), target.name(), count(plan, Result.EXISTS),
							ImportTexts.number(plan.items().size() - plan.ids(Result.DONE).size() - plan.ids(Result.EXISTS).size()) });
			// in the name of a hub it is no mnemonic
			summary.setText(text.replace("&", "&&"));
		}
		if (table != null) {
			table.show(target == null || plan == null ? List.of() : AtHub.of(plan, target));
		}
		if (again != null) {
			again.setEnabled(target != null);
		}
		changed();
	}

	private static String count(TaskOutcome plan, Result result) {
		return ImportTexts.number(plan.ids(result).size());
	}
}
