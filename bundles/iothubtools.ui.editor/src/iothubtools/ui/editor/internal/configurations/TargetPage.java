// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.query.ConditionProposals;
import iothubtools.ui.internal.wizards.FormPage;

/** What a configuration is called, what it is for and for which devices. */
final class TargetPage extends FormPage {

	private static final int CONDITION_LINES = 3;
	private static final int WIDTH = 300;
	/** In characters. */
	private static final int PRIORITY_WIDTH = 14;

	private final ConfigurationModel model;
	private final QueriesAtHub test;
	/** Hears that the content is another one. */
	private final Runnable kindChosen;
	private @Nullable Text id;
	private @Nullable Text priority;
	private @Nullable Text condition;

	/** @param tested has all pages tell what is wrong now */
	TargetPage(ConfigurationModel model, Runnable tested, Runnable kindChosen) {
		super("configurationTarget", model.changes() ? NLS.bind(Messages.Change_title, model.id()) : Messages.Target_title,
				model.changes() ? Messages.Change_description : Messages.Target_description);
		this.model = model;
		test = new QueriesAtHub(model, this, false, tested);
		this.kindChosen = kindChosen;
	}

	@Override
	protected Findings findings() {
		return model.ofTarget();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		if (!model.changes()) {
			hub(grid, model);
			id = line(grid, Messages.Id_label, ConfigurationFields.ID, model.id(), model::setId);
			createKinds(grid);
		}
		Text number = line(grid, Messages.Priority_label, ConfigurationFields.PRIORITY, model.priority(), model::setPriority);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(Fields.characters(number, PRIORITY_WIDTH), SWT.DEFAULT).applyTo(number);
		number.setToolTipText(Messages.Priority_toolTip);
		Fields.selectUntyped(number);
		priority = number;
		createCondition(grid);
	}

	private void createKinds(Composite grid) {
		Fields.label(grid, Messages.Kind_label);
		Composite row = new Composite(grid, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(ContentKind.values().length).applyTo(row);
		for (ContentKind kind : ContentKind.values()) {
			Fields.choice(row, SWT.RADIO, kind.label(), kind.fieldId(), model.kind() == kind, chosen -> {
				if (chosen) {
					model.setKind(kind);
					kindChosen.run();
					changed();
				}
			});
		}
	}

	private void createCondition(Composite grid) {
		Text text = lines(grid, Messages.Condition_label, ConfigurationFields.CONDITION, model.condition(), model::setCondition);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, text.getLineHeight() * CONDITION_LINES).applyTo(text);
		text.setToolTipText(Messages.Condition_toolTip);
		ConditionProposals.in(text, () -> model.kind() == ContentKind.MODULE);
		condition = text;
		new Label(grid, SWT.NONE);
		test.create(grid, Messages.Test_condition);
	}

	@Override
	protected void told() {
		test.show();
	}

	/** Tells what is to be said now. */
	void recheck() {
		changed();
	}

	/** Shows what the model holds. */
	void fill() {
		Text number = priority;
		Text text = condition;
		if (number != null && text != null) {
			// each tells the model what it holds then
			String typed = model.condition();
			number.setText(model.priority());
			text.setText(typed);
		}
		changed();
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		Text first = id == null ? priority : id;
		if (visible && first != null) {
			first.setFocus();
			first.selectAll();
		}
	}
}
