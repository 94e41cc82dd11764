// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.client.names.ClientId;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.tasks.ItemOutcome.Result;
import iothubtools.core.tasks.MethodOutcome;
import iothubtools.ui.editor.internal.json.JsonText;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.wizards.ResultPage;
import iothubtools.ui.internal.wizards.ResultTable;

/** What became of a method at each device; from here it is run once more on all or on those without an answer. */
final class MethodOutcomesPage extends ResultPage {

	/** What a person can do here. */
	interface Actions {

		/** Runs it once more. */
		void run(List<ClientId> targets);

		/** Leads to the form as it is. */
		void edit();
	}

	private static final int DETAIL_LINES = 3;
	private static final int ANSWER_LINES = 5;

	private final OutcomeTexts texts;
	private final Actions actions;
	private final Map<ClientId, MethodOutcome> outcomes = new LinkedHashMap<>();
	private @Nullable TableViewer viewer;
	private @Nullable Text details;
	private @Nullable JsonText answer;
	private @Nullable Button failed;

	MethodOutcomesPage(HubConnection hub, Actions actions) {
		super("methodOutcomes", Messages.Outcomes_title);
		texts = new OutcomeTexts(hub);
		this.actions = actions;
	}

	@Override
	protected void createResult(Composite page) {
		Fields.label(page, Messages.Outcomes_label);
		TableViewer made = createTable(page);
		Fields.label(page, Messages.Outcomes_answer);
		Text text = Fields.readOnly(page, SWT.WRAP | SWT.V_SCROLL | SWT.BORDER, MethodIds.SUMMARY);
		Fields.accessibleName(text, Messages.Summary_accessible);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, text.getLineHeight() * DETAIL_LINES).applyTo(text);
		JsonText json = new JsonText(page, SWT.BORDER, MethodIds.ANSWER, Messages.Answer_accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(300, json.viewer().getTextWidget().getLineHeight() * ANSWER_LINES)
				.applyTo(json.viewer().getControl());
		made.addSelectionChangedListener(event -> showDetails());
		viewer = made;
		details = text;
		answer = json;
		Composite row = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
		Fields.button(row, Messages.Run_again, MethodIds.RUN_AGAIN, () -> actions.run(List.copyOf(outcomes.keySet())));
		failed = Fields.button(row, Messages.Outcomes_run_failed, MethodIds.RUN_FAILED, () -> actions.run(withoutAnswer()));
		Fields.button(row, Messages.Outcomes_edit, MethodIds.EDIT, actions::edit);
	}

	private List<ClientId> withoutAnswer() {
		return outcomes.values().stream().filter(outcome -> outcome.result() != Result.DONE).map(MethodOutcome::target).toList();
	}

	private TableViewer createTable(Composite page) {
		return new ResultTable<>(page, MethodOutcome.class, MethodIds.OUTCOMES, Messages.Outcomes_accessible)
				.column(Messages.Column_target, 40, outcome -> outcome.target().toString())
				.column(Messages.Column_end, 40, texts::end, MethodOutcomesPage::image)
				.column(Messages.Column_took, 20, OutcomeTexts::took).viewer();
	}

	private static @Nullable Image image(MethodOutcome outcome) {
		return outcome.result() == Result.DONE ? null : PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK);
	}

	/** Forgets what was before: another method is run. */
	void clear() {
		outcomes.clear();
	}

	/** Shows these, each in the place of what the same device had before. */
	void show(List<MethodOutcome> newest) {
		newest.forEach(outcome -> outcomes.put(outcome.target(), outcome));
		TableViewer table = viewer;
		Button again = failed;
		if (table != null && again != null) {
			List<MethodOutcome> rows = new ArrayList<>(outcomes.values());
			table.setInput(rows);
			table.setSelection(new StructuredSelection(rows.get(0)), true);
			again.setEnabled(!withoutAnswer().isEmpty());
		}
		setDescription(texts.summary(outcomes.values()));
		showDetails();
	}

	private void showDetails() {
		TableViewer table = viewer;
		Text text = details;
		JsonText json = answer;
		if (table != null && text != null && json != null) {
			MethodOutcome outcome = table.getStructuredSelection().getFirstElement() instanceof MethodOutcome selected ? selected : null;
			text.setText(outcome == null ? "" : texts.details(outcome));
			json.show(outcome == null ? "" : RunTexts.pretty(outcome.answer()));
		}
	}
}
