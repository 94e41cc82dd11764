// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.tabbed.ITabbedPropertySheetPageContributor;
import org.eclipse.ui.views.properties.tabbed.TabbedPropertySheetPage;

import iothubtools.core.events.HubEvent;
import iothubtools.core.operations.HubOperations;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.RemedyPlace;

/**
 * The Properties view's page for our views and the editor of a device: details of the hub or device they are about, and what several devices have
 * in common, on the tabs that plugin.xml names and those that other plug-ins add to the contributor {@code iothubtools.ui}.
 */
public final class HubPropertySheetPage extends TabbedPropertySheetPage {

	private final IWorkbenchPart view;
	private final ISelectionProvider selected;
	private final ISelectionChangedListener listener = event -> showSelected();
	private final ListenerList<Runnable> loads;
	private final Runnable reload = this::fetchAgain;
	private final RemedyButtons remedies = new RemedyButtons();
	private final FetchedDetails details;
	private PropertyTab shown = PropertyTab.IDENTITY;
	private final Set<String> closedGroups = new HashSet<>();

	/** Of a part that never lists devices anew by itself. */
	public <P extends IWorkbenchPart & ITabbedPropertySheetPageContributor> HubPropertySheetPage(P view, HubOperations operations) {
		this(view, operations, new ListenerList<>());
	}

	/**
	 * @param view  the part whose selection is shown
	 * @param loads tell when what is shown may be out of date
	 */
	public <P extends IWorkbenchPart & ITabbedPropertySheetPageContributor> HubPropertySheetPage(P view, HubOperations operations,
			ListenerList<Runnable> loads) {
		this(view, view.getSite().getSelectionProvider(), operations, loads);
	}

	/**
	 * @param view     the part in whose place this tells
	 * @param selected what it is about, which need not be what is selected in it
	 * @param loads    tell when what is shown may be out of date
	 */
	public <P extends IWorkbenchPart & ITabbedPropertySheetPageContributor> HubPropertySheetPage(P view, ISelectionProvider selected,
			HubOperations operations, ListenerList<Runnable> loads) {
		super(view);
		this.loads = loads;
		this.view = view;
		this.selected = selected;
		details = new FetchedDetails(operations, this::detailsChanged);
	}

	@Override
	public void setActionBars(@Nullable IActionBars bars) {
		super.setActionBars(bars);
		if (bars != null) {
			remedies.install(bars.getToolBarManager());
		}
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		super.createControl(parent);
		HelpContext.set(getControl(), HubPropertySheetPage.class);
		selected.addSelectionChangedListener(listener);
		loads.add(reload);
		HubChanges.follow(getControl(), Offer::mayChange, event -> offer());
		HubChanges.follow(getControl(), HubEvent.DevicesRead.class::isInstance, event -> details.take((HubEvent.DevicesRead) event));
		showSelected();
	}

	@Override
	public void selectionChanged(@Nullable IWorkbenchPart part, @Nullable ISelection selection) {
		showSelected();
	}

	/** Asks the view itself: the Properties view passes on no selection that was made while it was hidden behind it. */
	private void showSelected() {
		ISelection selection = selected.getSelection();
		List<HubElement> elements = HubSelection.elements(selection);
		List<DeviceNode> devices = HubSelection.devices(selection);
		if (devices.size() > 1) {
			show(new StructuredSelection(new SeveralDevices(devices)));
		} else if (devices.size() == 1) {
			show(new StructuredSelection(devices.get(0)));
		} else {
			show(elements.size() == 1 ? new StructuredSelection(elements.get(0)) : StructuredSelection.EMPTY);
		}
	}

	private void show(ISelection about) {
		super.selectionChanged(view, about);
		offer();
	}

	/** The hub has answered: what is shown of the element, or why it cannot be, may have changed. */
	private void fetchAgain() {
		details.fetchAgain(shown);
	}

	/** What a tab that can be seen shows of what is selected; nothing of what it does not know. */
	@Nullable
	IPropertySource lines(PropertyTab tab, Object about) {
		shown = tab;
		if (about instanceof SeveralDevices several) {
			return several.properties().of(tab.categories());
		}
		return about instanceof HubElement element ? details.lines(tab, element).of(tab.categories()) : null;
	}

	/** Names of the groups of lines that somebody closed: tabs are made anew for each kind of thing that is selected. */
	Set<String> closedGroups() {
		return closedGroups;
	}

	/** Another tab may show something else that has failed. */
	void tabShown() {
		offer();
	}

	private void detailsChanged() {
		Control control = getControl();
		if (control != null && !control.isDisposed()) {
			control.getDisplay().asyncExec(() -> {
				if (!control.isDisposed() && getCurrentTab() != null) {
					refresh();
					offer();
				}
			});
		}
	}

	private void offer() {
		Object about = getCurrentSelection() instanceof StructuredSelection one ? one.getFirstElement() : null;
		IStatus failure = about instanceof HubElement element ? details.failure(shown, element) : null;
		if (failure == null) {
			remedies.show(List.of());
			return;
		}
		RemedyPlace place = RemedyPlace.part(() -> getSite().getShell(), this::fetchAgain,
				problem -> StatusManager.getManager().handle(problem, StatusManager.SHOW));
		remedies.show(Remedies.orAgain(failure, place));
		getSite().getActionBars().updateActionBars();
	}

	@Override
	public void dispose() {
		details.cancel();
		selected.removeSelectionChangedListener(listener);
		loads.remove(reload);
		super.dispose();
	}
}
