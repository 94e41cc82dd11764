// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.editor.internal.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.forms.editor.FormEditor;

import iothubtools.client.auth.KeySlot;
import iothubtools.client.auth.ModuleConnectionString;
import iothubtools.client.devices.ModuleIdentity;
import iothubtools.client.names.ClientId;
import iothubtools.client.names.DeviceIds;
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
import iothubtools.ui.editor.internal.page.WrapLayout;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.forms.Fields;
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

	private @Nullable Table table;
	private @Nullable HubReading work;
	private List<Button> ofOne = List.of();
	/** Id of the module to select when it is there. */
	private String chosen = "";

	public ModulesPage(FormEditor editor) {
		super(editor, ID, Messages.Title, Messages.Head, REFRESH);
	}

	@Override
	protected void createContent(Composite place) {
		Composite area = new Composite(place, SWT.NONE);
		int margin = 6;
		GridLayoutFactory.fillDefaults().extendedMargins(margin, margin, 0, margin).spacing(0, 4).applyTo(area);
		Table rows = WidgetIds.mark(new Table(area, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL | SWT.FULL_SELECTION), TABLE);
		Fields.accessibleName(rows, Messages.Accessible);
		GridDataFactory.fillDefaults().grab(true, true).hint(200, 60).applyTo(rows);
		rows.addListener(SWT.Selection, event -> update());
		rows.addListener(SWT.DefaultSelection, event -> open());
		rows.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.DEL) {
				delete();
			}
		});
		table = rows;
		work = new HubReading(area);
		Composite bar = new Composite(area, SWT.NONE);
		bar.setLayout(WrapLayout.buttons());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		Button open = Fields.button(bar, Messages.Open, OPEN, this::open);
		Button create = Fields.button(bar, Messages.New, NEW, this::create);
		ofOne = List.of(open, Fields.button(bar, Messages.Delete, DELETE, this::delete), Fields.button(bar, Messages.Copy, COPY, () -> copy(KeySlot.PRIMARY)),
				Fields.button(bar, Messages.Copy_secondary, COPY_SECONDARY, () -> copy(KeySlot.SECONDARY)));
		List<Button> all = new ArrayList<>(ofOne);
		all.add(1, create);
		ButtonMenu.create(rows, all);
		update();
	}

	@Override
	protected HubOperation<@NonNull List<String>> operation(HubConnection connection, ClientId client) {
		return new ListModulesOperation(connection, client.deviceId());
	}

	@Override
	protected void show(List<String> modules) {
		Table rows = table;
		if (rows != null && !rows.isDisposed()) {
			String selected = chosen.isEmpty() ? selected() : chosen;
			chosen = "";
			rows.removeAll();
			modules.forEach(id -> new TableItem(rows, SWT.NONE).setText(id));
			if (modules.contains(selected)) {
				rows.setSelection(modules.indexOf(selected));
			}
			update();
			PageFrame page = frame();
			if (page != null && modules.isEmpty()) {
				page.info(NLS.bind(Messages.None, page.device().deviceId()));
			}
		}
	}

	/** The id of the selected module; empty for none. */
	private String selected() {
		Table rows = table;
		return rows == null || rows.getSelectionCount() == 0 ? "" : rows.getSelection()[0].getText();
	}

	private void update() {
		boolean one = !selected().isEmpty();
		ofOne.forEach(button -> button.setEnabled(one));
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
			InputDialog dialog = new InputDialog(getSite().getShell(), Messages.New_title, NLS.bind(Messages.New_question, page.device().deviceId()), "",
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
			ModuleConnectionString string = module.connectionString(connection.host(), slot);
			if (string == null) {
				page.problem(NLS.bind(Messages.No_key, module.moduleId()));
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
		if (page != null && runner != null && connection != null) {
			page.info(doing);
			runner.start(operation.apply(connection, page.device().deviceId()), then, why -> page.failed(failed + ' ' + why.getMessage(), why, again));
		}
	}
}
