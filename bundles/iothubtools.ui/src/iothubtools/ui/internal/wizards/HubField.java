// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.wizards;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.IotHubCore;
import iothubtools.core.events.HubEvent;
import iothubtools.core.events.HubEvents;
import iothubtools.core.hubs.HubConnection;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.preferences.ConnectHub;

/** The choice of a hub connection; while there is none, a link to make the first. */
public final class HubField {

	/** Id of the combo. */
	public static final String ID = "hub";
	/** Id of the link. */
	public static final String CONNECT_ID = "connectHub";

	private final Composite stack;
	private final StackLayout layout = new StackLayout();
	private final Combo combo;
	private final Link link;
	private final Consumer<@Nullable HubConnection> change;
	private List<HubConnection> hubs = List.of();

	/** Makes label and field; {@code change} is told each choice. */
	public HubField(Composite parent, @Nullable HubConnection chosen, Consumer<@Nullable HubConnection> change) {
		this.change = change;
		Fields.label(parent, Messages.Hub_label);
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layout);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(stack);
		combo = WidgetIds.mark(new Combo(stack, SWT.DROP_DOWN | SWT.READ_ONLY), ID);
		Fields.accessibleName(combo, Messages.Hub_accessible);
		combo.addSelectionListener(SelectionListener
				.widgetSelectedAdapter(event -> change.accept(hubs.get(combo.getSelectionIndex()))));
		link = WidgetIds.mark(new Link(stack, SWT.NONE), CONNECT_ID);
		link.setText(Messages.Hub_none);
		link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> connect()));
		fill(chosen);
		Consumer<HubEvent> follow = event -> {
			if (event instanceof HubEvent.ConnectionChanged changed) {
				later(() -> edited(changed.connection()));
			} else if (event instanceof HubEvent.ConnectionAdded) {
				later(() -> fill(chosen()));
			} else if (event instanceof HubEvent.ConnectionRemoved removed) {
				later(() -> removed(removed.connection()));
			}
		};
		HubEvents events = IotHubCore.get().events();
		events.addListener(follow);
		stack.addDisposeListener(event -> events.removeListener(follow));
	}

	private void later(Runnable work) {
		Display display = PlatformUI.getWorkbench().getDisplay();
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!stack.isDisposed()) {
					work.run();
				}
			});
		}
	}

	/** Somebody edits a connection from here when a hub could not be reached with it: what is entered is meant for it as it is now. */
	private void edited(HubConnection now) {
		HubConnection before = chosen();
		boolean isChosen = before != null && before.id().equals(now.id());
		fill(isChosen ? now : before);
		if (isChosen) {
			change.accept(now);
		}
	}

	/** There is nothing to be done with it any more: another one is to be chosen. */
	private void removed(HubConnection gone) {
		HubConnection before = chosen();
		boolean wasChosen = before != null && before.id().equals(gone.id());
		fill(wasChosen ? null : before);
		if (wasChosen) {
			change.accept(null);
		}
	}

	private @Nullable HubConnection chosen() {
		int index = combo.getSelectionIndex();
		return index < 0 ? null : hubs.get(index);
	}

	/** The control of the field, to lay it out. */
	public Composite control() {
		return stack;
	}

	private void fill(@Nullable HubConnection chosen) {
		hubs = IotHubCore.get().connections().all();
		combo.setItems(hubs.stream().map(HubField::text).toArray(String[]::new));
		combo.select(chosen == null ? -1 : hubs.indexOf(chosen));
		layout.topControl = hubs.isEmpty() ? link : combo;
		stack.layout();
	}

	private static String text(HubConnection hub) {
		return NLS.bind(Messages.Hub_item, hub.name(), hub.host());
	}

	private void connect() {
		HubConnection made = ConnectHub.open(stack.getShell());
		if (made != null) {
			fill(made);
			change.accept(made);
			combo.setFocus();
		}
	}
}
