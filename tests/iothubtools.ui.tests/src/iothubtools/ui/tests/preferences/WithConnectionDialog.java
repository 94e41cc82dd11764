// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.preferences;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

import iothubtools.client.auth.SharedAccessKey;
import iothubtools.core.hubs.HubConnection;
import iothubtools.tour.driver.Ui;
import iothubtools.ui.internal.preferences.ConnectionForm;
import iothubtools.ui.internal.preferences.ConnectionSink;
import iothubtools.ui.internal.preferences.HubConnectionDialog;
import iothubtools.ui.tests.support.Form;
import iothubtools.ui.tests.support.NoErrorsLogged;

/** Tests of the dialog for a hub connection, and of what it makes. */
@ExtendWith(NoErrorsLogged.class)
abstract class WithConnectionDialog {

	static final String TITLE = "Hub of the test";

	final Form form = new Form(TITLE);
	final AtomicReference<HubConnection> made = new AtomicReference<>();
	final AtomicReference<SharedAccessKey> madeKey = new AtomicReference<>();
	HubConnectionDialog dialog;

	@AfterEach
	final void closeTheDialog() {
		close();
	}

	void open(ConnectionForm model) {
		open(model, (connection, key) -> {
			made.set(connection);
			madeKey.set(key);
		});
	}

	void open(ConnectionForm model, ConnectionSink sink) {
		dialog = Ui.get(() -> new HubConnectionDialog(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), TITLE, model, sink));
		Ui.post(dialog::open);
		form.open();
	}

	void close() {
		Ui.run(() -> {
			if (dialog.getShell() != null) {
				dialog.close();
			}
		});
	}
}
