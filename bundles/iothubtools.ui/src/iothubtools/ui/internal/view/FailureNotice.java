// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

import iothubtools.core.hubs.HubConnection;
import iothubtools.core.inventory.HubContents;
import iothubtools.core.localhub.LocalHubService;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;

/** Why the devices of a hub cannot be listed and what can be done: a page of its own, or a bar above what is there. */
final class FailureNotice {

	private final Composite notice;
	private final Label icon;
	private final Label title;
	private final Text reason;
	private final Link retryLink;
	private final Link startLocalHub;
	private @Nullable HubConnection connection;

	private FailureNotice(Composite parent, String widgetId, boolean narrow, Consumer<HubConnection> retry,
			Consumer<String> command) {
		notice = WidgetIds.mark(new Composite(parent, SWT.NONE), widgetId);
		GridLayoutFactory.fillDefaults().numColumns(narrow ? 3 : 2).margins(LayoutConstants.getMargins())
				.spacing(LayoutConstants.getSpacing()).applyTo(notice);
		icon = new Label(notice, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		title = new Label(notice, SWT.WRAP);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().grab(true, false).hint(1, SWT.DEFAULT).applyTo(title);
		Composite links = new Composite(notice, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(2 * LayoutConstants.getSpacing().x, 0).applyTo(links);
		GridDataFactory.fillDefaults().span(narrow ? 1 : 2, 1).applyTo(links);
		retryLink = link(links, Messages.Error_retry, WidgetIds.RETRY, () -> {
			HubConnection failed = connection;
			if (failed != null) {
				retry.accept(failed);
			}
		});
		link(links, Messages.Error_preferences, WidgetIds.PREFERENCES, () -> command.accept(UiIds.OPEN_PREFERENCES));
		startLocalHub = link(links, Messages.Error_start_local, WidgetIds.START_LOCAL_HUB,
				() -> command.accept(UiIds.START_LOCAL_HUB));
		reason = WidgetIds.mark(new Text(notice, SWT.WRAP | SWT.READ_ONLY | SWT.MULTI), WidgetIds.REASON);
		reason.setBackground(notice.getBackground());
		GridDataFactory.fillDefaults().span(narrow ? 3 : 2, 1).grab(true, false).hint(1, SWT.DEFAULT).applyTo(reason);
		if (!narrow) {
			reason.moveAbove(links);
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

	private static Link link(Composite parent, String text, String widgetId, Runnable action) {
		Link link = WidgetIds.mark(new Link(parent, SWT.NONE), widgetId);
		link.setText(text);
		link.addListener(SWT.Selection, event -> action.run());
		GridDataFactory.fillDefaults().applyTo(link);
		return link;
	}

	Composite control() {
		return notice;
	}

	void setFocus() {
		retryLink.setFocus();
	}

	Text reason() {
		return reason;
	}

	/**
	 * Says what is the matter with a hub.
	 *
	 * @param others how many more hubs have failed
	 */
	void show(HubContents hub, int others) {
		connection = hub.connection();
		IStatus failure = hub.failure();
		icon.setImage(PlatformUI.getWorkbench().getSharedImages()
				.getImage(failure == null ? ISharedImages.IMG_OBJS_ERROR_TSK : FailureImage.of(failure)));
		title.setText(NLS.bind(hub.stale() ? Messages.Stale_title : Messages.Error_title, hub.connection().name()));
		String text = failure == null ? "" : failure.getMessage();
		reason.setText(others == 0 ? text : NLS.bind(Messages.Error_more, text, others));
		boolean local = LocalHubService.isLocal(hub.connection());
		startLocalHub.setVisible(local);
		if (startLocalHub.getLayoutData() instanceof GridData data) {
			data.exclude = !local;
		}
		notice.requestLayout();
	}
}
