// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.jobs;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.core.queries.SavedQuery;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.Findings;
import iothubtools.ui.internal.wizards.FormPage;
import iothubtools.ui.internal.wizards.HubField;

/** Which devices a job is for, what it does and when. */
final class ScheduleJobPage extends FormPage {

	private static final int CONDITION_LINES = 4;
	private static final int WIDTH = 300;
	/** In characters, with room beside them for those of wide letters. */
	private static final int MINUTES_WIDTH = 8;
	private static final int TIME_WIDTH = 22;

	private final JobModel model;
	private @Nullable Text condition;
	private @Nullable QueryField queries;
	private @Nullable Text start;
	/** While the condition of a query is put into its field. */
	private boolean filling;

	ScheduleJobPage(JobModel model) {
		super("scheduleJob", Messages.Schedule_title, Messages.Schedule_description);
		this.model = model;
	}

	@Override
	protected Findings findings() {
		return model.schedule();
	}

	@Override
	protected void createFields(Composite parent) {
		Composite grid = Fields.grid(parent, 2);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		new HubField(grid, model.hub(), connection -> {
			model.setHub(connection);
			QueryField choice = queries;
			if (choice != null) {
				choice.fill(connection, null);
			}
			changed();
		});
		line(grid, Messages.Id_label, JobFields.ID, model.jobId(), model::setJobId);
		QueryField saved = new QueryField(grid, this::choose);
		saved.fill(model.hub(), model.targets().query());
		decorations.add(saved.control());
		queries = saved;
		Text devices = Fields.lines(grid, Messages.Condition_label, JobFields.CONDITION, model.condition(), this::typed);
		decorations.add(devices);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, devices.getLineHeight() * CONDITION_LINES).applyTo(devices);
		devices.setToolTipText(Messages.Condition_toolTip);
		condition = devices;
		Fields.label(grid, Messages.Work_label);
		Composite work = row(grid, 2);
		Fields.choice(work, SWT.RADIO, Messages.Work_twin, JobFields.TWIN, !model.invokes(), on -> choose(!on));
		Fields.choice(work, SWT.RADIO, Messages.Work_method, JobFields.METHOD, model.invokes(), this::choose);
		Fields.label(grid, Messages.Start_label);
		Composite when = row(grid, 3);
		Fields.choice(when, SWT.RADIO, Messages.Start_now, JobFields.NOW, !model.later(), on -> chooseStart(!on));
		Button at = Fields.choice(when, SWT.RADIO, Messages.Start_at, JobFields.AT, model.later(), this::chooseStart);
		Text time = line(when, JobFields.START, model.start(), model::setStart);
		Fields.accessibleName(time, Messages.Start_accessible);
		time.setToolTipText(Messages.Start_toolTip);
		GridDataFactory.fillDefaults().hint(Fields.characters(time, TIME_WIDTH), SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).indent(8, 0).applyTo(time);
		time.setEnabled(at.getSelection());
		start = time;
		Text minutes = line(grid, Messages.Minutes_label, JobFields.MINUTES, model.minutes(), model::setMinutes);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(Fields.characters(minutes, MINUTES_WIDTH), SWT.DEFAULT).applyTo(minutes);
		minutes.setToolTipText(Messages.Minutes_toolTip);
		Fields.selectUntyped(minutes);
	}

	/** Puts the condition of a query into its field, where it can be seen and changed; for none, what is there stays. */
	private void choose(@Nullable SavedQuery query) {
		if (query == null) {
			model.setCondition(model.condition());
		} else {
			JobTargets targets = JobTargets.of(query);
			fill(targets.condition());
			model.setTargets(targets);
		}
		changed();
	}

	private void fill(String text) {
		Text devices = condition;
		if (devices != null) {
			filling = true;
			try {
				devices.setText(text);
			} finally {
				filling = false;
			}
		}
	}

	private void typed(String text) {
		QueryField choice = queries;
		if (!filling && choice != null) {
			model.setCondition(text);
			choice.show(null);
			changed();
		}
	}

	private static Composite row(Composite grid, int columns) {
		Composite row = new Composite(grid, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(columns).applyTo(row);
		return row;
	}

	private void choose(boolean invokes) {
		model.setInvokes(invokes);
		changed();
	}

	private void chooseStart(boolean later) {
		model.setLater(later);
		Text time = start;
		if (time != null) {
			time.setEnabled(later);
		}
		changed();
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		Text devices = condition;
		if (visible && devices != null && devices.getText().isBlank()) {
			devices.setFocus();
		}
	}
}
