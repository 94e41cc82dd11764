// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;

import iothubtools.client.auth.ConnectionString;
import iothubtools.client.auth.KeySlot;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.names.DeviceIds;
import iothubtools.core.credentials.OwnCredential;
import iothubtools.core.events.HubEvent;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.operations.CreateModuleOperation;
import iothubtools.core.operations.DeleteModuleOperation;
import iothubtools.core.operations.GetModuleOperation;
import iothubtools.core.operations.HubOperation;
import iothubtools.core.operations.ListModulesOperation;
import iothubtools.ui.editor.internal.input.DeviceEditorInput;
import iothubtools.ui.editor.internal.page.ButtonMenu;
import iothubtools.ui.editor.internal.page.DevicePage;
import iothubtools.ui.editor.internal.page.HubReading;
import iothubtools.ui.editor.internal.page.PageFrame;
import iothubtools.ui.editor.internal.page.ScrolledPart;
import iothubtools.ui.editor.internal.page.WrapLayout;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.clipboard.CopyRows;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.forms.LineDialog;
import iothubtools.ui.internal.table.Column;
import iothubtools.ui.internal.table.Columns;
import iothubtools.ui.internal.table.ItemTable;
import iothubtools.ui.internal.table.TableFrame;
import iothubtools.ui.internal.tasks.Destructive;

/** The modules of a device: they are opened in editors of their own, created and deleted, and their connection strings copied. */
public final class ModulesPage extends DevicePage<@NonNull List<String>> {

	/** Of this page in its editor. */
	public static final String ID = "modules";
	/** What tests find it by. */
	public static final String REFRESH = "modulesRefresh";
	public static final String TABLE = "modulesTable";
	public static final String OPEN = "openModule";
	public static final String NEW = "newModule";
	public static final String DELETE = "deleteModule";
	public static final String COPY = "copyModule";
	public static final String COPY_SECONDARY = "copyModuleSecondary";

	/** Of the list, at the least. */
	private static final int LEAST_LINES = 5;

	private static final Columns<String> COLUMNS = Columns.of(Column.of("module", Messages.Column_module, 20, id -> id));

	private @Nullable ItemTable<String> table;
	private @Nullable HubReading work;
	private List<Button> ofOne = List.of();
	private @Nullable Button create;
	/** While something is done at the hub: what is asked next would cancel it. */
	private boolean busy;
	/** Id of the module to select when it is there. */
	private String chosen = "";

	public ModulesPage(FormEditor editor) {
		super(editor, ID, Messages.Title, Messages.Head, REFRESH);
	}

	@Override
	protected void createContent(Composite place) {
		Composite area = new Composite(ScrolledPart.upright(place).content(), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		int margin = 6;
		GridLayoutFactory.fillDefaults().extendedMargins(margin, margin, 0, margin).spacing(0, 4).applyTo(area);
		ItemTable<String> rows = new ItemTable<>(TableFrame.in(area), SWT.BORDER | SWT.SINGLE, TABLE, Messages.Accessible, COLUMNS, id -> id)
				.whenSelected(this::update);
		TableFrame.grab(rows.widget(), 200, LEAST_LINES);
		rows.widget().addListener(SWT.DefaultSelection, event -> open());
		rows.widget().addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.DEL && !busy) {
				delete();
			}
		});
		table = rows;
		work = new HubReading(area);
		Composite bar = new Composite(area, SWT.NONE);
		bar.setLayout(WrapLayout.buttons());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		Button open = Fields.button(bar, Messages.Open, OPEN, this::open);
		Button made = Fields.button(bar, Messages.New, NEW, this::create);
		create = made;
		ofOne = List.of(open, Fields.button(bar, Messages.Delete, DELETE, this::delete), Fields.button(bar, Messages.Copy, COPY, () -> copy(KeySlot.PRIMARY)),
				Fields.button(bar, Messages.Copy_secondary, COPY_SECONDARY, () -> copy(KeySlot.SECONDARY)));
		List<Button> all = new ArrayList<>(ofOne);
		all.add(1, made);
		ButtonMenu.create(rows.widget(), all);
		CopyRows.install(rows);
		update();
		HubChanges.follow(area, this::concerns, event -> {
			// what was done here is read anew in any case
			if (!busy) {
				readQuietly();
			}
		});
	}

	/** Modules of this device that were created or deleted in an editor of theirs, or in another window. */
	private boolean concerns(HubEvent event) {
		DeviceEditorInput device = (DeviceEditorInput) getEditorInput();
		return event instanceof HubEvent.ModuleCreated created && isOf(device, created.connection(), created.module())
				|| event instanceof HubEvent.ModuleDeleted deleted && isOf(device, deleted.connection(), deleted.module());
	}

	private static boolean isOf(DeviceEditorInput device, HubConnection connection, ClientId module) {
		return connection.id().equals(device.connectionId()) && module.deviceId().equals(device.deviceId());
	}

	@Override
	protected HubOperation<@NonNull List<String>> operation(HubConnection connection, ClientId client) {
		return new ListModulesOperation(connection, client.deviceId());
	}

	@Override
	protected void show(List<String> modules) {
		ItemTable<String> rows = table;
		if (rows != null && !rows.widget().isDisposed()) {
			rows.show(modules);
			if (modules.contains(chosen)) {
				rows.reveal(chosen);
				rows.widget().setFocus();
			}
			chosen = "";
			PageFrame page = frame();
			if (page != null && modules.isEmpty()) {
				page.info(NLS.bind(Messages.None, page.device().deviceId()));
			}
		}
	}

	@Override
	public void setFocus() {
		ItemTable<String> rows = table;
		if (rows != null) {
			rows.widget().setFocus();
		}
	}

	/** The id of the selected module; empty for none. */
	private String selected() {
		ItemTable<String> rows = table;
		return rows == null ? "" : rows.selected().stream().findFirst().orElse("");
	}

	private void update() {
		boolean one = !busy && !selected().isEmpty();
		ofOne.forEach(button -> button.setEnabled(one));
		Button made = create;
		if (made != null) {
			made.setEnabled(!busy);
		}
	}

	private void busy(boolean now) {
		busy = now;
		update();
	}

	/** In an editor as the device's, or brings the one that is open to the front. */
	private void open() {
		PageFrame page = frame();
		String id = selected();
		if (page != null && !id.isEmpty()) {
			IEditorSite site = getEditor().getEditorSite();
			try {
				site.getPage().openEditor(new DeviceEditorInput(page.device().connectionId(), ClientId.module(page.device().deviceId(), id)), site.getId());
			} catch (PartInitException e) {
				page.problem(NLS.bind(Messages.Not_opened, id, e.getMessage()));
			}
		}
	}

	private void create() {
		PageFrame page = frame();
		if (page != null) {
			LineDialog dialog = new LineDialog(getSite().getShell(), Messages.New_title, NLS.bind(Messages.New_question, page.device().deviceId()), "",
					id -> id == null || id.isEmpty() ? "" : problem(id));
			if (HelpContext.open(dialog, ModulesPage.class) == Window.OK) {
				create(dialog.getValue());
			}
		}
	}

	private static @Nullable String problem(String id) {
		String problem = DeviceIds.problem(id);
		return problem == null ? null : NLS.bind(Messages.Id_problem, problem);
	}

	private void create(String id) {
		start((connection, device) -> new CreateModuleOperation(connection, ModuleIdentity.of(device, id)), NLS.bind(Messages.Creating, id),
				NLS.bind(Messages.Not_created, id), made -> {
					chosen = made.moduleId();
					readAgain();
				}, () -> create(id));
	}

	private void delete() {
		PageFrame page = frame();
		HubConnection connection = page == null ? null : page.connection();
		String id = selected();
		if (page != null && connection != null && !id.isEmpty() && Destructive.confirmed(getSite().getShell(), List.of(connection), Messages.Delete_title,
				NLS.bind(Messages.Delete_question, id, page.device().deviceId()), Messages.Delete_button)) {
			delete(id);
		}
	}

	private void delete(String id) {
		start((connection, device) -> new DeleteModuleOperation(connection, device, id), NLS.bind(Messages.Deleting, id),
				NLS.bind(Messages.Not_deleted, id), gone -> readAgain(), () -> delete(id));
	}

	private void readAgain() {
		PageFrame page = frame();
		if (page != null) {
			page.clear();
		}
		readQuietly();
	}

	private void copy(KeySlot slot) {
		String id = selected();
		start((connection, device) -> new GetModuleOperation(connection, device, id), NLS.bind(Messages.Reading_module, id),
				NLS.bind(Messages.Not_copied, id), module -> copy(module, slot), () -> copy(slot));
	}

	private void copy(ModuleIdentity module, KeySlot slot) {
		PageFrame page = frame();
		HubConnection connection = page == null ? null : page.connection();
		if (page != null && connection != null) {
			OwnCredential own = OwnCredential.of(connection, module, slot);
			ConnectionString string = own.connectionString();
			if (string == null) {
				page.problem(NLS.bind(Messages.No_connection_string, module.moduleId(), own.problem()));
			} else {
				Clipboards.copySecret(string.format());
				page.info(NLS.bind(Messages.Copied, module.moduleId()));
			}
		}
	}

	private <T> void start(BiFunction<HubConnection, String, HubOperation<T>> operation, String doing, String failed, Consumer<T> then, Runnable again) {
		PageFrame page = frame();
		HubReading runner = work;
		HubConnection connection = page == null ? null : page.connection();
		if (page != null && runner != null && connection != null && !busy) {
			page.info(doing);
			Control focus = page.control().getDisplay().getFocusControl();
			busy(true);
			runner.start(operation.apply(connection, page.device().deviceId()), result -> {
				over(focus);
				then.accept(result);
			}, why -> {
				over(focus);
				page.failed(reason -> failed + ' ' + reason, why, again);
			});
		}
	}

	/** @param focus had it before the buttons were off */
	private void over(@Nullable Control focus) {
		busy(false);
		if (focus instanceof Button && !focus.isDisposed() && create != null && focus.getParent() == create.getParent()) {
			focus.setFocus();
		}
	}
}
