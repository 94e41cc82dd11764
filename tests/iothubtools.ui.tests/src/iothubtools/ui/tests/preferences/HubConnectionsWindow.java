// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.tests.preferences;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;

import iothubtools.tour.driver.Scope;
import iothubtools.tour.driver.Ui;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.preferences.ConnectionFields;
import iothubtools.ui.tests.support.Form;

/** The preference page of the hubs in its window, as a test drives it. */
final class HubConnectionsWindow {

	/** The key of the hubs that are added. */
	static final String KEY = "c2VjcmV0IG9mIHRoZSBwcmVmZXJlbmNlcyB0ZXN0IQ==";
	static final String CONNECT = "Connect to a Hub";
	private static final String STRING = "HostName=%s.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey="
			+ KEY;

	final Form page = new Form("Preferences");
	final Scope window = Scope.window("Preferences");
	private PreferenceDialog dialog;

	/** What makes a window. */
	interface Maker {
		PreferenceDialog make();
	}

	/** Opens the page as it is in the preferences. */
	void open() {
		open(() -> PreferencesUtil.createPreferenceDialogOn(shell(), UiIds.PREFERENCE_PAGE, null, null));
	}

	/** Opens a window with a page of its own. */
	void open(Maker maker) {
		dialog = Ui.get(maker::make);
		Ui.post(dialog::open);
		page.open();
	}

	/** Closes it without storing anything, if it is open. */
	void close() {
		Ui.run(() -> {
			if (dialog.getShell() != null) {
				dialog.close();
			}
		});
	}

	PreferenceDialog dialog() {
		return dialog;
	}

	static Shell shell() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}

	/** The connection string of a hub. */
	static String connectionString(String hub) {
		return STRING.formatted(hub);
	}

	/** Adds a connection to a hub. */
	void add(String hub) {
		page.press(ConnectionFields.ADD);
		new Form(CONNECT).open().enter(ConnectionFields.CONNECTION_STRING, connectionString(hub));
		Scope.window(CONNECT).press("OK");
		new Form(CONNECT).closed();
	}

	/** What the table says. */
	List<String> rows() {
		Table table = (Table) page.control(ConnectionFields.TABLE);
		return Ui.get(() -> Stream.of(table.getItems()).map(item -> item.getText(0)).toList());
	}

	/** Selects a row of it. */
	void select(int row) {
		Table table = (Table) page.control(ConnectionFields.TABLE);
		Ui.run(() -> {
			table.setSelection(row);
			table.notifyListeners(SWT.Selection, new Event());
		});
	}

	void applyAndClose() {
		window.press("Apply and Close");
		page.closed();
	}
}
