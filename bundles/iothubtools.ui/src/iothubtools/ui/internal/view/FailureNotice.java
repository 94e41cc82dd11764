// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.inventory.HubContents.Phase;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.forms.Fields;
import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.Remedies;
import iothubtools.ui.internal.remedies.Remedy;
import iothubtools.ui.internal.remedies.RemedyLinks;
import iothubtools.ui.internal.remedies.RemedyPlace;

/** Why the devices of a hub cannot be listed and what can be done: a page of its own, or a bar above what is there. */
final class FailureNotice {

	private final Composite notice;
	private final Label icon;
	private final Label title;
	private final Text reason;
	private final RemedyLinks remedies;
	private final Consumer<HubConnection> retry;
	private final Consumer<String> command;

	private FailureNotice(Composite parent, String widgetId, boolean narrow, Consumer<HubConnection> retry,
			Consumer<String> command) {
		this.retry = retry;
		this.command = command;
		notice = WidgetIds.mark(new Composite(parent, SWT.NONE), widgetId);
		GridLayoutFactory.fillDefaults().numColumns(narrow ? 3 : 2).margins(LayoutConstants.getMargins())
				.spacing(LayoutConstants.getSpacing()).applyTo(notice);
		icon = new Label(notice, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		title = new Label(notice, SWT.WRAP);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(title);
		remedies = new RemedyLinks(notice);
		if (!narrow) {
			GridDataFactory.createFrom((GridData) remedies.control().getLayoutData()).span(2, 1).applyTo(remedies.control());
		}
		reason = Fields.readOnly(notice, SWT.WRAP, WidgetIds.REASON);
		Fields.accessibleName(reason, Messages.Reason_accessible);
		GridDataFactory.fillDefaults().span(narrow ? 3 : 2, 1).grab(true, false).hint(1, SWT.DEFAULT).applyTo(reason);
		if (!narrow) {
			reason.moveAbove(remedies.control());
		}
	}

	/**
	 * A page of its own.
	 *
	 * @param retry   loads the hub anew
	 * @param command runs the command of that id
	 */
	static FailureNotice page(Composite parent, Consumer<HubConnection> retry, Consumer<String> command) {
		return new FailureNotice(parent, WidgetIds.ERROR_PAGE, false, retry, command);
	}

	/** A bar that takes no more height than it must. */
	static FailureNotice bar(Composite parent, Consumer<HubConnection> retry, Consumer<String> command) {
		return new FailureNotice(parent, WidgetIds.ERROR_BAR, true, retry, command);
	}

	Composite control() {
		return notice;
	}

	void setFocus() {
		// a hub that starts offers nothing
		if (!remedies.setFocus()) {
			notice.setFocus();
		}
	}

	Text reason() {
		return reason;
	}

	/**
	 * Says what is the matter.
	 *
	 * @param hubs those that failed, or the local hub that does not run; at least one
	 */
	void show(List<HubContents> hubs) {
		icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(image(hubs)));
		title.setText(title(hubs));
		reason.setText(hubs.size() == 1 ? text(hubs.get(0)) : hubs.stream()
				.map(hub -> NLS.bind(Messages.Error_of, hub.connection().name(), text(hub))).collect(Collectors.joining("\n")));
		shown(reason, !reason.getText().isEmpty());
		remedies.show(offers(hubs));
		notice.requestLayout();
	}

	private List<Offer> offers(List<HubContents> hubs) {
		if (hubs.size() == 1) {
			return offers(hubs.get(0));
		}
		return Remedies.together(hubs.stream().flatMap(hub -> offers(hub).stream()), notice.getShell(),
				() -> hubs.forEach(hub -> retry.accept(hub.connection())));
	}

	private List<Offer> offers(HubContents hub) {
		if (hub.phase() == Phase.STARTING) {
			return List.of();
		}
		HubConnection connection = hub.connection();
		Offer start = new Offer(Remedy.START_LOCAL_HUB, Messages.Error_start_local, () -> command.accept(UiIds.START_LOCAL_HUB));
		IStatus failure = hub.failure();
		if (failure == null || hub.phase() == Phase.STOPPED) {
			return List.of(start);
		}
		Runnable again = () -> retry.accept(connection);
		RemedyPlace place = RemedyPlace.part(notice, again, problem -> StatusManager.getManager().handle(problem, StatusManager.SHOW));
		// the view hears of a hub that was started
		return Remedies.orAgain(failure, place).stream().map(offer -> offer.remedy() == Remedy.START_LOCAL_HUB ? start : offer).toList();
	}

	private static String title(List<HubContents> hubs) {
		HubContents first = hubs.get(0);
		if (first.phase() == Phase.STOPPED) {
			return NLS.bind(Messages.Hub_stopped, first.connection().name());
		}
		if (first.phase() == Phase.STARTING) {
			return NLS.bind(Messages.Hub_starting, first.connection().name());
		}
		return hubs.size() > 1 ? NLS.bind(Messages.Error_title_many, hubs.size())
				: NLS.bind(first.stale() ? Messages.Stale_title : Messages.Error_title, first.connection().name());
	}

	private static String text(HubContents hub) {
		IStatus failure = hub.failure();
		return failure == null ? "" : failure.getMessage();
	}

	/** That of the worst failure. */
	private static String image(List<HubContents> hubs) {
		return hubs.stream().map(HubContents::failure).filter(Objects::nonNull).max(Comparator.comparingInt(IStatus::getSeverity))
				.map(FailureImage::of).orElse(ISharedImages.IMG_OBJS_INFO_TSK);
	}

	private static void shown(Control control, boolean shown) {
		control.setVisible(shown);
		if (control.getLayoutData() instanceof GridData data) {
			data.exclude = !shown;
		}
	}
}
