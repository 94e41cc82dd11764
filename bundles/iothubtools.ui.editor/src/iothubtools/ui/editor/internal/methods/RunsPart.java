// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.core.methods.MethodRun;
import iothubtools.ui.editor.internal.json.JsonView;
import iothubtools.ui.editor.internal.page.ButtonMenu;
import iothubtools.ui.editor.internal.page.ScrolledPart;
import iothubtools.ui.editor.internal.page.TitledPart;
import iothubtools.ui.editor.internal.page.WrapLayout;
import iothubtools.ui.internal.clipboard.CopyRows;
import iothubtools.ui.internal.forms.Fields;

/** What was run, and the answer to the one that is selected, with what can be done about them. */
final class RunsPart {

	/** What a person can do. */
	interface Actions {

		/** Runs the same once more. */
		void runAgain(MethodRun run);

		/** Puts it into the form. */
		void edit(MethodRun run);

		/** Forgets them. */
		void remove(List<MethodRun> runs);

		/** Shows those of all devices of the hub, or of this one alone. */
		void showAll(boolean all);
	}

	private static final int MARGIN = 6;
	/** Of the rows and the answer to one of them, at the least. */
	private static final int LEAST_LINES = 14;

	private final RunTable table;
	private final Button again;
	private final Button edit;
	private final Button compare;
	private final Button remove;
	private final Text summary;
	private final JsonView answer;
	private boolean running;

	RunsPart(Composite parent, Actions actions) {
		TitledPart part = new TitledPart(parent, Messages.Runs_title);
		Button all = Fields.choice(part.beside(), SWT.CHECK, Messages.Runs_all, MethodIds.ALL_DEVICES, false, actions::showAll);
		GridDataFactory.swtDefaults().applyTo(all);
		SashForm sash = new SashForm(ScrolledPart.upright(part.content()).content(), SWT.VERTICAL);
		GridDataFactory.fillDefaults().grab(true, true).hint(1, new PixelConverter(sash).convertHeightInCharsToPixels(LEAST_LINES)).applyTo(sash);
		Composite above = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().extendedMargins(MARGIN, MARGIN, 0, 3).spacing(0, 4).applyTo(above);
		table = new RunTable(above, this::selected);
		Composite row = new Composite(above, SWT.NONE);
		row.setLayout(WrapLayout.buttons());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		again = Fields.button(row, Messages.Run_again, MethodIds.RUN_AGAIN, () -> one(actions::runAgain));
		edit = Fields.button(row, Messages.Edit, MethodIds.EDIT, () -> one(actions::edit));
		compare = Fields.button(row, Messages.Compare, MethodIds.COMPARE, this::compare);
		remove = Fields.button(row, Messages.Remove, MethodIds.REMOVE, () -> actions.remove(table.selected()));
		Composite below = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().extendedMargins(MARGIN, MARGIN, 3, MARGIN).spacing(0, 4).applyTo(below);
		Label label = Fields.label(below, Messages.Answer_label);
		GridDataFactory.swtDefaults().applyTo(label);
		summary = Fields.readOnly(below, SWT.WRAP, MethodIds.SUMMARY);
		Fields.accessibleName(summary, Messages.Summary_accessible);
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(summary);
		answer = new JsonView(below, SWT.BORDER, MethodIds.ANSWER, Messages.Answer_accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 60).applyTo(answer.viewer().getControl());
		sash.setWeights(3, 2);
		table.table().addListener(SWT.DefaultSelection, event -> one(actions::edit));
		table.table().addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.DEL) {
				actions.remove(table.selected());
			}
		}));
		ButtonMenu.create(table.table(), List.of(again, edit, compare, remove));
		CopyRows.install(table.rows());
		selected();
	}

	/**
	 * Shows what was run.
	 *
	 * @param chosen id of the one to select; empty for those that are selected now
	 */
	void show(List<MethodRun> runs, String chosen) {
		table.show(runs, chosen);
		selected();
	}

	/** Whether one is run: one at a time. */
	void running(boolean now) {
		boolean focus = again.isFocusControl();
		running = now;
		selected();
		if (focus && now) {
			table.table().setFocus();
		}
	}

	private void one(Consumer<MethodRun> action) {
		List<MethodRun> runs = table.selected();
		if (runs.size() == 1) {
			action.accept(runs.get(0));
		}
	}

	private void compare() {
		List<MethodRun> runs = table.selected();
		if (runs.size() == 2) {
			// the older one on the left
			boolean first = runs.get(0).begun().isBefore(runs.get(1).begun());
			RunsCompare.show(runs.get(first ? 0 : 1), runs.get(first ? 1 : 0));
		}
	}

	private void selected() {
		List<MethodRun> runs = table.selected();
		MethodRun run = runs.size() == 1 ? runs.get(0) : null;
		again.setEnabled(run != null && run.whole() && !running);
		edit.setEnabled(run != null);
		compare.setEnabled(runs.size() == 2);
		remove.setEnabled(!runs.isEmpty());
		String text = run != null ? RunTexts.summary(run) : runs.isEmpty() ? Messages.Runs_none : Messages.Runs_several;
		if (!text.equals(summary.getText())) {
			summary.setText(text);
			summary.requestLayout();
		}
		answer.show(run == null ? "" : RunTexts.pretty(run.answer()));
	}
}
