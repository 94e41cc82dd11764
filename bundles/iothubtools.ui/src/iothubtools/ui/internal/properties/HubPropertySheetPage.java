// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

import iothubtools.core.operations.HubOperations;
import iothubtools.ui.internal.HelpContext;
import iothubtools.ui.internal.model.DeviceNode;
import iothubtools.ui.internal.model.HubElement;
import iothubtools.ui.internal.model.HubSelection;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.RemedyPlace;

/** The Properties view's page for our views and the editor of a device: details of the hub or device they are about, and what several devices have in common. */
public final class HubPropertySheetPage extends PropertySheetPage {

	private final IWorkbenchPart view;
	private final ISelectionProvider selected;
	private final HubOperations operations;
	private final ISelectionChangedListener listener = event -> showSelected();
	private final ListenerList<Runnable> loads;
	private final Runnable reload = this::fetchAgain;
	private final RemedyButtons remedies = new RemedyButtons();
	private @Nullable ElementDetails details;

	/** Of a part that never lists devices anew by itself. */
	public HubPropertySheetPage(IWorkbenchPart view, HubOperations operations) {
		this(view, operations, new ListenerList<>());
	}

	/**
	 * @param view  the part whose selection is shown
	 * @param loads tell when what is shown may be out of date
	 */
	public HubPropertySheetPage(IWorkbenchPart view, HubOperations operations, ListenerList<Runnable> loads) {
		this(view, view.getSite().getSelectionProvider(), operations, loads);
	}

	/**
	 * @param view     the part in whose place this tells
	 * @param selected what it is about, which need not be what is selected in it
	 * @param loads    tell when what is shown may be out of date
	 */
	public HubPropertySheetPage(IWorkbenchPart view, ISelectionProvider selected, HubOperations operations, ListenerList<Runnable> loads) {
		this.loads = loads;
		this.view = view;
		this.selected = selected;
		this.operations = operations;
		setPropertySourceProvider(this::source);
		setSorter(new PropertySheetSorter() {
			@Override
			public void sort(IPropertySheetEntry @Nullable [] entries) {
				// related lines stay beside each other
			}

			@Override
			public int compareCategories(@Nullable String one, @Nullable String other) {
				return 0;
			}
		});
	}

	@Override
	public void makeContributions(@Nullable IMenuManager menu, @Nullable IToolBarManager toolBar, @Nullable IStatusLineManager statusLine) {
		super.makeContributions(menu, toolBar, statusLine);
		if (toolBar != null) {
			remedies.install(toolBar);
		}
	}

	@Override
	public void createControl(@Nullable Composite parent) {
		super.createControl(parent);
		HelpContext.set(getControl(), HubPropertySheetPage.class);
		selected.addSelectionChangedListener(listener);
		loads.add(reload);
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
			super.selectionChanged(view, new StructuredSelection(new SeveralDevices(devices)));
		} else if (devices.size() == 1) {
			super.selectionChanged(view, new StructuredSelection(devices.get(0)));
		} else {
			super.selectionChanged(view, elements.size() == 1 ? selection : StructuredSelection.EMPTY);
		}
	}

	/** The hub has answered: what is shown of the element, or why it cannot be, may have changed. */
	private void fetchAgain() {
		ElementDetails known = details;
		if (known != null) {
			known.cancel();
			details = ElementDetails.fetch(operations, known.element(), known, this::detailsChanged);
		}
	}

	private @Nullable IPropertySource source(@Nullable Object object) {
		if (object instanceof SeveralDevices several) {
			return several.properties();
		}
		if (!(object instanceof HubElement element)) {
			return null;
		}
		ElementDetails known = details;
		if (known != null && known.element().equals(element)) {
			return known.source();
		}
		cancel();
		remedies.show(List.of());
		ElementDetails fetched = ElementDetails.fetch(operations, element, null, this::detailsChanged);
		details = fetched;
		return fetched.source();
	}

	private void detailsChanged() {
		Control control = getControl();
		if (control != null && !control.isDisposed()) {
			control.getDisplay().asyncExec(() -> {
				if (!control.isDisposed()) {
					refresh();
					offer();
				}
			});
		}
	}

	private void offer() {
		ElementDetails known = details;
		IStatus failure = known == null ? null : known.failure();
		if (failure == null) {
			remedies.show(List.of());
			return;
		}
		RemedyPlace place = RemedyPlace.part(() -> getSite().getShell(), this::fetchAgain,
				problem -> StatusManager.getManager().handle(problem, StatusManager.SHOW));
		remedies.show(Remedies.orAgain(failure, place));
		getSite().getActionBars().updateActionBars();
	}

	private void cancel() {
		ElementDetails running = details;
		if (running != null) {
			running.cancel();
		}
	}

	@Override
	public void dispose() {
		cancel();
		selected.removeSelectionChangedListener(listener);
		loads.remove(reload);
		super.dispose();
	}
}
