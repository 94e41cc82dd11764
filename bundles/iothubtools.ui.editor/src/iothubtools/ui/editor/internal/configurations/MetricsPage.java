// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.wizards.message.PairNames;

/** What the hub counts for a configuration besides what it counts for each. */
final class MetricsPage extends PairsPage {

	private final QueriesAtHub test;

	MetricsPage(ConfigurationModel model, QueriesAtHub test) {
		super("configurationMetrics", Messages.Metrics_title, Messages.Metrics_description, Messages.Metrics_label,
				PairNames.of(ConfigurationFields.METRICS, Messages.Metrics_accessible, Messages.Metrics_name, Messages.Metrics_query, 25), model.metrics(),
				model::ofMetrics);
		this.test = test;
	}

	@Override
	protected void createFields(Composite parent) {
		super.createFields(parent);
		Button button = Fields.button(parent, Messages.Test_metrics, ConfigurationFields.TEST_METRICS, () -> test.run(this, this::changed));
		button.setToolTipText(Messages.Test_toolTip);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(8, 0).applyTo(button);
	}
}
