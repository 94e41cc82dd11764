// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.configurations;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;

import iothubtools.ui.internal.wizards.message.PairNames;

/** What the hub counts for a configuration besides what it counts for each. */
final class MetricsPage extends PairsPage {

	private final QueriesAtHub test;

	/** @param tested has all pages tell what is wrong now */
	MetricsPage(ConfigurationModel model, Runnable tested) {
		super("configurationMetrics", Messages.Metrics_title, Messages.Metrics_description, Messages.Metrics_label,
				PairNames.of(ConfigurationFields.METRICS, Messages.Metrics_accessible, Messages.Metrics_name, Messages.Metrics_query, 25), model.metrics(),
				model::ofMetrics);
		test = new QueriesAtHub(model, this, true, tested);
	}

	@Override
	protected void createFields(Composite parent) {
		super.createFields(parent);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(test.create(parent, Messages.Test_metrics));
	}

	@Override
	protected void told() {
		test.show();
	}

	/** Tells what is to be said now. */
	void recheck() {
		changed();
	}
}
