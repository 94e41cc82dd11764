// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.transfer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

/** Where things are to be copied or moved, and what would become of each: both hubs are asked as soon as it is known which they are. */
abstract class PlanPage extends FormPage {

	private static final int LINES = 10;
	/** The others are left out, for whatever reason. */
	private static final Set<Result> GOOD = EnumSet.of(Result.DONE, Result.EXISTS, Result.CHANGED);

	private final CopyModel<?> model;
	private final Runnable check;
	private @Nullable Label summary;
	private @Nullable Button again;
	private @Nullable ItemTable<AtHub> table;

	/** @param check asks both hubs, and {@link #checked tells} it here */
	PlanPage(CopyModel<?> model, Runnable check) {
		super("copyPlan", model.words().title(), model.words().description());
		this.model = model;
		this.check = check;
	}

	/** Makes what can be chosen besides the hub. */
	abstract void createOptions(Composite parent);

	@Override
	protected final void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		new HubField(grid, model.target(), hub -> {
			model.setTarget(hub);
			show(null);
			checkSoon();
		});
		createOptions(parent);
		summary = WidgetIds.mark(new Label(parent, SWT.WRAP), CopyFields.SUMMARY);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
		table = PageTable.create(parent, CopyFields.PLAN, model.words().plan(), model.words().planned(), AtHub::item, LINES).fitLast();
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
	final void checkSoon() {
		getShell().getDisplay().asyncExec(() -> {
			if (getControl() != null && !getControl().isDisposed()) {
				check.run();
			}
		});
	}

	/** Shows what would become of each; null for nobody knows. */
	final void show(@Nullable TaskOutcome plan) {
		HubConnection target = model.target();
		if (summary != null) {
			String text = plan == null || target == null ? model.words().count()
					: NLS.bind(model.words().summary(), new Object[] { count(plan, Result.DONE), target.name(), count(plan, Result.EXISTS),
							ImportTexts.number((int) plan.items().stream().filter(item -> !GOOD.contains(item.result())).count()),
							count(plan, Result.CHANGED) });
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
