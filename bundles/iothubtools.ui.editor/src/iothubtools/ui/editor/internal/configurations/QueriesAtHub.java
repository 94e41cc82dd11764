// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import java.util.Objects;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import iothubtools.client.configurations.ConfigurationQueryCheck;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.CheckQueriesOperation;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.HubWork;
import iothubtools.ui.internal.wizards.FormPage;

/**
 * A button that asks the hub whether it understands target condition and metrics, and what it said beside it, whatever else the page has to tell;
 * what is wrong is told at the fields, too.
 */
final class QueriesAtHub {

	private static final int WIDTH = 300;
	private static final int LINES = 2;

	private final ConfigurationModel model;
	private final FormPage page;
	/** Has the pages tell what is wrong now. */
	private final Runnable changed;
	/** Whether it stands at the metrics. */
	private final boolean ofMetrics;
	private @Nullable Text said;

	QueriesAtHub(ConfigurationModel model, FormPage page, boolean ofMetrics, Runnable changed) {
		this.model = model;
		this.page = page;
		this.ofMetrics = ofMetrics;
		this.changed = changed;
	}

	/** @param label of the button */
	Composite create(Composite parent, String label) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		Button button = Fields.button(row, label, ofMetrics ? ConfigurationFields.TEST_METRICS : ConfigurationFields.TEST, this::run);
		button.setToolTipText(Messages.Test_toolTip);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.TOP).applyTo(button);
		Text text = Fields.readOnly(row, SWT.WRAP, ofMetrics ? ConfigurationFields.SAID_OF_METRICS : ConfigurationFields.SAID);
		Fields.accessibleName(text, Messages.Test_accessible);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, text.getLineHeight() * LINES).indent(0, 5).applyTo(text);
		said = text;
		return row;
	}

	/** Shows what the hub said of what is typed now. */
	void show() {
		Text text = said;
		String now = said();
		if (text != null && !text.getText().equals(now)) {
			text.setText(now);
			text.setToolTipText(now.isEmpty() ? null : now);
		}
	}

	private String said() {
		HubConnection hub = model.hub();
		ConfigurationQueryCheck check = model.tested();
		if (hub == null || check == null) {
			return "";
		}
		return check.isValid() ? NLS.bind(Messages.Test_fine, hub.name()) : Objects.requireNonNullElse(refused(check), Messages.Test_elsewhere);
	}

	/** What it has against the first that is shown here; null for nothing. */
	private @Nullable String refused(ConfigurationQueryCheck check) {
		String condition = check.targetConditionError();
		if (ofMetrics) {
			return check.metricQueryErrors().entrySet().stream().findFirst()
					.map(metric -> NLS.bind(Messages.Metric_refused, metric.getKey(), metric.getValue())).orElse(null);
		}
		return condition == null ? null : NLS.bind(Messages.Condition_refused, condition);
	}

	private void run() {
		HubConnection hub = model.hub();
		if (hub == null) {
			return;
		}
		// what is typed is read here: the work is done on another thread
		CheckQueriesOperation operation = new CheckQueriesOperation(hub, model.conditionToTest(), model.metricQueries());
		try {
			ConfigurationQueryCheck check = HubWork.run(page.getWizard().getContainer(), monitor -> IotHubCore.get().operations().run(operation, monitor));
			model.setTested(hub, check);
			changed.run();
		} catch (CoreException e) {
			page.failed(e.getStatus(), this::run);
		}
	}
}
