// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.methods;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
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
import iothubtools.ui.editor.internal.json.JsonView;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.table.RowOrder;
import iothubtools.ui.internal.wizards.PageTable;
import iothubtools.ui.internal.wizards.ResultPage;

/** What became of a method at each device; from here it is run once more on all or on those without an answer. */
final class MethodOutcomesPage extends ResultPage {

	/** What a person can do here. */
	interface Actions {

		/** Runs it once more. */
		void run(List<ClientId> targets);

		/** Leads to the form as it is. */
		void edit();
	}

	private static final int LINES = 8;
	private static final int DETAIL_LINES = 3;
	private static final int ANSWER_LINES = 5;

	private final OutcomeTexts texts;
	private final Actions actions;
	private final Map<ClientId, MethodOutcome> outcomes = new LinkedHashMap<>();
	private @Nullable ItemTable<MethodOutcome> table;
	private @Nullable Text details;
	private @Nullable JsonView answer;
	private @Nullable Button failed;

	MethodOutcomesPage(HubConnection hub, Actions actions) {
		super("methodOutcomes", Messages.Outcomes_title);
		texts = new OutcomeTexts(hub);
		this.actions = actions;
	}

	@Override
	protected void createResult(Composite page) {
		Fields.label(page, Messages.Outcomes_label);
		table = createTable(page);
		Fields.label(page, Messages.Outcomes_answer);
		Text text = Fields.readOnly(page, SWT.WRAP | SWT.V_SCROLL | SWT.BORDER, MethodIds.SUMMARY);
		Fields.accessibleName(text, Messages.Summary_accessible);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, text.getLineHeight() * DETAIL_LINES).applyTo(text);
		JsonView json = new JsonView(page, SWT.BORDER, MethodIds.ANSWER, Messages.Answer_accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(300, json.viewer().getTextWidget().getLineHeight() * ANSWER_LINES)
				.applyTo(json.viewer().getControl());
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

	private ItemTable<MethodOutcome> createTable(Composite page) {
		Columns<MethodOutcome> columns = Columns.of(Column.of("target", Messages.Column_target, 30, outcome -> outcome.target().toString()),
				Column.of("end", Messages.Column_end, 30, texts::end),
				new Column<>("took", Messages.Column_took, 16, OutcomeTexts::took, Comparator.comparing(MethodOutcome::took)));
		ItemTable<MethodOutcome> made = PageTable.create(page, MethodIds.OUTCOMES, Messages.Outcomes_accessible, columns, MethodOutcome::target, LINES)
				.withImages((item, outcome) -> item.setImage(1, image(outcome))).whenSelected(this::showDetails);
		made.order(RowOrder.asTheyCame());
		return made;
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
		ItemTable<MethodOutcome> shown = table;
		Button again = failed;
		if (shown != null && again != null) {
			List<MethodOutcome> rows = List.copyOf(outcomes.values());
			shown.show(rows);
			shown.reveal(rows.get(0).target());
			again.setEnabled(!withoutAnswer().isEmpty());
		}
		setDescription(texts.summary(outcomes.values()));
	}

	private void showDetails() {
		Text text = details;
		JsonView json = answer;
		if (table != null && text != null && json != null) {
			MethodOutcome outcome = table.selected().stream().findFirst().orElse(null);
			text.setText(outcome == null ? "" : texts.details(outcome));
			json.show(outcome == null ? "" : RunTexts.pretty(outcome.answer()));
		}
	}
}
