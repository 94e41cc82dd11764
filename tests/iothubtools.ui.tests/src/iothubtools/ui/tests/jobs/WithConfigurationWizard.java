// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.jobs;

import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import iothubtools.client.configurations.Configuration;
import iothubtools.core.IotHubCore;
import iothubtools.core.configurations.CreateConfigurationOperation;
import iothubtools.core.configurations.GetConfigurationOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.tour.driver.Until;
import iothubtools.ui.editor.internal.configurations.ConfigurationFields;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.HubFixture;
import iothubtools.ui.tests.support.HubView;
import iothubtools.ui.tests.support.WithHubView;

/** Tests of the wizard for configurations, at a real hub. */
abstract class WithConfigurationWizard extends WithHubView {

	static final String NEW = "New Configuration";
	static final String CHANGE = "Change Configuration";
	static final String CONTENT = "{\"deviceContent\":{\"properties.desired.t\":5.0}}";

	@RegisterExtension
	final HubFixture hub = new HubFixture("Plant");
	final Form form = new Form(NEW);
	final Scope window = Scope.window(NEW);
	final Form change = new Form(CHANGE);
	final Scope changeWindow = Scope.window(CHANGE);

	@AfterEach
	void closeAll() {
		for (String title : List.of(NEW, CHANGE)) {
			if (HubView.dialogs().contains(title)) {
				Scope.window(title).press("Cancel");
				new Form(title).closed();
			}
		}
	}

	<T> T run(HubOperation<T> operation) throws CoreException {
		return IotHubCore.get().operations().run(operation, new NullProgressMonitor());
	}

	Configuration make(String id) throws CoreException {
		return run(new CreateConfigurationOperation(hub.connection(), Configuration.builder(id).content(CONTENT).targetCondition("tags.site = 'A'")
				.priority(7).labels(Map.of("env", "dev")).metricQueries(Map.of("cold", "SELECT deviceId FROM devices")).build()));
	}

	Configuration read(String id) throws CoreException {
		return run(new GetConfigurationOperation(hub.connection(), id));
	}

	/** Opens the wizard from the hub. */
	void begin() {
		view.select("Plant (0)");
		view.command(UiIds.NEW_CONFIGURATION);
		form.open();
	}

	static void json(Form where, String text) {
		StyledText field = (StyledText) where.control(ConfigurationFields.CONTENT);
		Ui.run(() -> field.setText(text));
	}

	/** Puts a row into a table, as Paste does. */
	void paste(String table, String line) {
		Ui.run(() -> Clipboards.copy(line));
		form.press(table + "Paste");
		Until.holds(line, () -> ((Table) form.control(table)).getItemCount() > 0);
	}
}
