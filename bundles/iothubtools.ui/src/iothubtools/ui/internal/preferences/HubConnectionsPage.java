// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.preferences;

import java.util.Objects;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.dialogs.PreferenceLinkArea;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;

import iothubtools.core.IotHubCore;
import iothubtools.core.connections.HubConnections;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.core.status.HubStatus;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.preferences.ConnectionsDraft.Row;
import iothubtools.ui.internal.text.LabelText;

/** Preferences &gt; Azure IoT Hub: the hub connections, and what is set for the local hub. Nothing is stored before Apply. */
public final class HubConnectionsPage extends PreferencePage implements IWorkbenchPreferencePage {

	private static final String NETWORK_CONNECTIONS = "org.eclipse.ui.net.NetPreferences";
	private static final String SECURE_STORAGE = "org.eclipse.equinox.security.ui.storage";

	private final ConnectionsDraft draft;
	private final LocalHubService localHub = IotHubCore.get().localHub();
	private final ClipboardFields clipboard = new ClipboardFields();
	private final NoticeFields notices = new NoticeFields();
	private boolean waits;
	private @Nullable ConnectionsTable table;
	private @Nullable Button edit;
	private @Nullable Button remove;
	private @Nullable Button makeDefault;

	public HubConnectionsPage() {
		this(IotHubCore.get().connections());
	}

	/** For tests: the page of other connections than those of the IDE. */
	public HubConnectionsPage(HubConnections connections) {
		draft = new ConnectionsDraft(connections);
		noDefaultButton();
	}

	@Override
	public void init(@Nullable IWorkbench workbench) {
		setDescription(Messages.Page_description);
	}

	@Override
	protected Control createContents(@Nullable Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		HelpContext.set(page, HubConnectionsPage.class);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(page);
		ConnectionsTable made = new ConnectionsTable(page, draft, this::edit, this::remove);
		table = made;
		createButtons(page);
		made.onSelection(this::selectionChanged);
		made.select(draft.rows().stream().filter(draft::isDefault).findFirst().orElse(null));
		waits = localHub.waitsForDisk();
		Button sync = Fields.choice(page, SWT.CHECK, Messages.Local_hub_sync_label, ConnectionFields.LOCAL_HUB_SYNC, waits,
				selected -> waits = selected);
		sync.setToolTipText(Messages.Local_hub_sync_hint);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(sync);
		clipboard.create(page);
		notices.create(page);
		link(page, NETWORK_CONNECTIONS, Messages.Network_connections_link);
		link(page, SECURE_STORAGE, Messages.Secure_storage_link);
		selectionChanged();
		return page;
	}

	/**
	 * Opens a connection to be changed, as soon as the page is shown.
	 *
	 * @param data the id of the connection; anything else has no effect
	 */
	@Override
	public void applyData(@Nullable Object data) {
		Row row = draft.rows().stream().filter(one -> one.connection().id().equals(data)).findFirst().orElse(null);
		if (row != null) {
			show(row);
			getShell().getDisplay().asyncExec(() -> {
				if (!getControl().isDisposed() && Objects.equals(row, selected())) {
					edit();
				}
			});
		}
	}

	private void createButtons(Composite page) {
		Composite buttons = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(buttons);
		GridDataFactory.fillDefaults().applyTo(buttons);
		Fields.button(buttons, Messages.Add_label, ConnectionFields.ADD, this::add);
		edit = Fields.button(buttons, Messages.Edit_label, ConnectionFields.EDIT, this::edit);
		remove = Fields.button(buttons, Messages.Remove_label, ConnectionFields.REMOVE, this::remove);
		makeDefault = Fields.button(buttons, Messages.Make_default_label, ConnectionFields.MAKE_DEFAULT,
				this::makeDefault);
	}

	private void link(Composite page, String pageId, String text) {
		if (getContainer() instanceof IWorkbenchPreferenceContainer container) {
			PreferenceLinkArea link = new PreferenceLinkArea(page, SWT.WRAP, pageId, text, container, null);
			GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT)
					.applyTo(link.getControl());
		}
	}

	private @Nullable Row selected() {
		return table == null ? null : table.selected();
	}

	private void selectionChanged() {
		Row row = selected();
		enable(edit, row != null);
		enable(remove, row != null);
		enable(makeDefault, row != null && !draft.isDefault(row));
	}

	private static void enable(@Nullable Button button, boolean enabled) {
		if (button != null) {
			button.setEnabled(enabled);
		}
	}

	private void add() {
		HubConnectionDialog dialog = new HubConnectionDialog(getShell(), Messages.Connect_title,
				ConnectionForm.create(draft.names(null)), (connection, key) -> show(draft.add(connection, key)));
		open(dialog);
	}

	private void edit() {
		Row row = selected();
		if (row != null) {
			HubConnectionDialog dialog = new HubConnectionDialog(getShell(), Messages.Edit_title,
					ConnectionForm.edit(row.connection(), row.key(), draft.names(row)),
					(connection, key) -> show(draft.replace(row, connection, key)));
			open(dialog);
		}
	}

	private void open(HubConnectionDialog dialog) {
		if (dialog.open() == Window.OK) {
			setErrorMessage(null);
		}
	}

	private void remove() {
		Row row = selected();
		if (row != null) {
			int index = draft.rows().indexOf(row);
			draft.remove(row);
			int last = draft.rows().size() - 1;
			show(last < 0 ? null : draft.rows().get(Math.min(index, last)));
		}
	}

	private void makeDefault() {
		Row row = selected();
		if (row != null) {
			draft.makeDefault(row);
			show(row);
		}
	}

	private void show(@Nullable Row row) {
		if (table != null) {
			table.refresh();
			table.select(row);
		}
		selectionChanged();
	}

	@Override
	public boolean performOk() {
		int index = table == null ? -1 : draft.rows().indexOf(selected());
		try {
			draft.apply();
			if (waits != localHub.waitsForDisk()) {
				localHub.waitForDisk(waits);
			}
			clipboard.apply();
			notices.apply();
			setErrorMessage(null);
			return true;
		} catch (ApplyException e) {
			IStatus status = HubStatus.of(e.failure(), e.connection());
			setErrorMessage(Messages.Not_stored);
			MessageDialog.openError(getShell(), Messages.Not_stored_title, LabelText.of(status.getMessage()));
			return false;
		} finally {
			show(index < 0 ? null : draft.rows().get(index));
		}
	}
}
