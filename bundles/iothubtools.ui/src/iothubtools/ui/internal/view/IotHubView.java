// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.commands.State;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.events.ShellListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.RadioState;
import org.eclipse.ui.progress.IWorkbenchSiteProgressService;
import org.eclipse.ui.swt.IFocusService;
import org.eclipse.ui.views.properties.IPropertySheetPage;

import iothubtools.core.IotHubCore;
import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubInventory;
import iothubtools.core.operations.HubJob;
import iothubtools.ui.internal.Commands;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.RefreshTool;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.clipboard.Clipboards;
import iothubtools.ui.internal.clipboard.ElementDrag;
import iothubtools.ui.internal.enablement.DisabledCommands;
import iothubtools.ui.internal.enablement.EnablementUpdates;
import iothubtools.ui.internal.model.ConfigurationNode;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.properties.HubPropertySheetPage;
import iothubtools.ui.internal.properties.ViewWithProperties;
import iothubtools.ui.internal.tasks.StatusLine;

/** The IoT Hub view: all hub connections and their devices. Its commands are declared in plugin.xml. */
public final class IotHubView extends ViewWithProperties {

	private @Nullable HubBrowser browser;
	private @Nullable EnablementUpdates updates;
	private @Nullable DisabledCommands disabled;

	@Override
	public void createPartControl(@Nullable Composite parent) {
		if (parent == null) {
			return;
		}
		HelpContext.set(parent, IotHubView.class);
		HubBrowser created = new HubBrowser(parent, IotHubCore.get(), saved(), this::isSeen, id -> Commands.run(getSite(), id));
		Table table = created.rows().table();
		RowSelectionProvider selection = new RowSelectionProvider(created.rows());
		getSite().setSelectionProvider(selection);
		MenuManager menu = new MenuManager();
		table.setMenu(menu.createContextMenu(table));
		getSite().registerContextMenu(menu, selection);
		getSite().getService(IContextService.class).activateContext(UiIds.VIEW_CONTEXT);
		IFocusService focus = getSite().getService(IFocusService.class);
		created.texts().forEach(text -> focus.addFocusTracker(text, UiIds.TEXT));
		RowDrop.install(created.rows(), new RowDrop.Receiver() {
			@Override
			public void file(Row row, String file) {
				dropped(created, row, file);
			}

			@Override
			public void text(Row row, String text) {
				droppedText(created, row, text);
			}

			@Override
			public void devices(Row row, boolean move) {
				droppedDevices(row, move);
			}

			@Override
			public void configurations(Row row, List<ConfigurationNode> configurations) {
				droppedConfigurations(row, configurations);
			}
		});
		ElementDrag.install(table, DND.DROP_COPY | DND.DROP_MOVE, selection::getSelection, () -> ids(created));
		RefreshTool.add(getViewSite(), () -> created.refresh(HubSelection.connections(selection.getSelection())));
		DeletionUndo.install(getViewSite(), table, created.texts());
		getSite().getService(IWorkbenchSiteProgressService.class).showBusyForFamily(HubJob.FAMILY);
		disabled = new DisabledCommands(getViewSite());
		updates = new EnablementUpdates(IotHubCore.get().events(), getSite().getWorkbenchWindow());
		browser = created;
		beginWhenSeen(table);
		showAutoRefresh(created.autoRefresh().pause());
	}

	/** Devices into a hub, or a message of a device; the row is selected, as a person does before a command. */
	private void dropped(HubBrowser shown, Row row, String file) {
		boolean device = row instanceof Row.Device;
		getSite().getPage().activate(this);
		shown.rows().reveal(device ? row.key() : new Row.Key(row.key().connectionId(), ""));
		if (!Commands.run(getSite(), device ? UiIds.SEND_MESSAGE : UiIds.IMPORT_DEVICES, Map.of(UiIds.FILE, file))) {
			StatusLine.say(Messages.Drop_notAllowed);
		}
	}

	/** As pasting into the hub of the row does. */
	private void droppedText(HubBrowser shown, Row row, String text) {
		getSite().getPage().activate(this);
		shown.rows().reveal(new Row.Key(row.key().connectionId(), ""));
		shown.rows().table().setFocus();
		Clipboards.drop(text);
		if (!Commands.run(getSite(), UiIds.PASTE, Map.of())) {
			StatusLine.say(Messages.Drop_notAllowed);
		}
		Clipboards.endDrop();
	}

	/** The devices are still selected, as when they were taken. */
	private void droppedDevices(Row row, boolean move) {
		getSite().getPage().activate(this);
		if (!Commands.run(getSite(), move ? UiIds.MOVE_DEVICES : UiIds.COPY_DEVICES, Map.of(UiIds.TARGET_HUB, row.key().connectionId()))) {
			StatusLine.say(Messages.Drop_devices_notAllowed);
		}
	}

	/** They are selected in another view. */
	private void droppedConfigurations(Row row, List<ConfigurationNode> configurations) {
		getSite().getPage().activate(this);
		if (!Commands.runOn(getSite(), UiIds.COPY_CONFIGURATIONS, new StructuredSelection(configurations),
				Map.of(UiIds.TARGET_HUB, row.key().connectionId()))) {
			StatusLine.say(Messages.Drop_configurations_notAllowed);
		}
	}

	/** Of the selected devices, a line each. */
	private static String ids(HubBrowser shown) {
		return shown.rows().selected().stream().filter(Row.Device.class::isInstance).map(row -> ((Row.Device) row).device().deviceId())
				.collect(Collectors.joining(System.lineSeparator()));
	}

	/** Lists the devices of these hubs anew; of all hubs when none is given. */
	public void refresh(List<HubConnection> connections) {
		withBrowser(shown -> shown.refresh(connections));
	}

	/** Lists the devices anew this often, as long as the view can be seen; zero for never. */
	public void refreshEvery(Duration pause) {
		withBrowser(shown -> shown.autoRefresh().every(pause));
		showAutoRefresh(pause);
	}

	/** The menu marks the entry whose number of seconds is the state of the command. */
	private void showAutoRefresh(Duration pause) {
		State state = getSite().getService(ICommandService.class).getCommand(UiIds.AUTO_REFRESH).getState(RadioState.STATE_ID);
		if (state != null) {
			state.setValue(Long.toString(pause.toSeconds()));
		}
		getSite().getService(ICommandService.class).refreshElements(UiIds.AUTO_REFRESH, null);
	}

	private ListenerList<Runnable> loads() {
		HubBrowser shown = browser;
		return shown == null ? new ListenerList<>() : shown.loads();
	}

	/** A view that was restored behind another one, or in a minimized window, begins when it is seen. */
	private void beginWhenSeen(Table table) {
		IPartListener2 listener = new IPartListener2() {
			@Override
			public void partVisible(@Nullable IWorkbenchPartReference part) {
				if (part != null && part.getPart(false) == IotHubView.this) {
					withBrowser(HubBrowser::seen);
				}
			}

			@Override
			public void partHidden(@Nullable IWorkbenchPartReference part) {
				if (part != null && part.getPart(false) == IotHubView.this) {
					withBrowser(HubBrowser::unseen);
				}
			}
		};
		IWorkbenchPage page = getSite().getPage();
		page.addPartListener(listener);
		Shell shell = table.getShell();
		ShellListener deiconified = ShellListener.shellDeiconifiedAdapter(event -> withBrowser(HubBrowser::seen));
		ShellListener iconified = ShellListener.shellIconifiedAdapter(event -> withBrowser(HubBrowser::unseen));
		shell.addShellListener(deiconified);
		shell.addShellListener(iconified);
		table.addDisposeListener(event -> {
			page.removePartListener(listener);
			if (!shell.isDisposed()) {
				shell.removeShellListener(deiconified);
				shell.removeShellListener(iconified);
			}
		});
	}

	private boolean isSeen() {
		Shell shell = getSite().getShell();
		return shell != null && !shell.isDisposed() && !shell.getMinimized() && getSite().getPage().isPartVisible(this);
	}

	/** Puts the cursor into the filter field. */
	public void focusFilter() {
		withBrowser(HubBrowser::focusFilter);
	}

	/** Shows only the devices below an IoT Edge device. */
	public void showChildren(String edgeId) {
		withBrowser(shown -> shown.showChildren(edgeId));
	}

	/** Asks which columns are to be seen. */
	public void chooseColumns() {
		withBrowser(shown -> shown.columns().choose());
	}

	/** Asks which tags of devices have columns. */
	public void chooseTags() {
		withBrowser(shown -> shown.columns().chooseTags());
	}

	/** Selects the row of a device that is loaded, whatever hides it: its hub is opened, and no filter is left. */
	public void reveal(String connectionId, String deviceId) {
		withBrowser(shown -> shown.reveal(new Row.Key(connectionId, deviceId)));
	}

	/** Selects all rows that are shown. */
	public void selectAll() {
		withBrowser(HubBrowser::selectAll);
	}

	/** Copies the selected devices as lines of tab-separated columns, below a line of titles. */
	public void copyRows() {
		withBrowser(HubBrowser::copyRows);
	}

	@Override
	protected IPropertySheetPage propertySheet() {
		return new HubPropertySheetPage(this, IotHubCore.get().operations(), loads());
	}

	@Override
	@NonNullByDefault({})
	public <T> T getAdapter(Class<T> adapter) {
		HubBrowser shown = browser;
		if (adapter == HubInventory.class) {
			return shown == null ? null : adapter.cast(shown.inventory());
		}
		return super.getAdapter(adapter);
	}

	@Override
	public void saveState(@Nullable IMemento state) {
		if (state != null) {
			withBrowser(shown -> shown.save(state));
		}
	}

	@Override
	public void setFocus() {
		withBrowser(HubBrowser::setFocus);
	}

	@Override
	public void dispose() {
		withBrowser(HubBrowser::close);
		EnablementUpdates listening = updates;
		if (listening != null) {
			listening.close();
		}
		DisabledCommands telling = disabled;
		if (telling != null) {
			telling.close();
		}
		super.dispose();
	}

	private void withBrowser(Consumer<HubBrowser> action) {
		HubBrowser shown = browser;
		if (shown != null) {
			action.accept(shown);
		}
	}
}
