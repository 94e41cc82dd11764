// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import java.util.function.Consumer;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.UiIds;
import iothubtools.ui.internal.WidgetIds;
import iothubtools.ui.internal.images.HubImages;
import iothubtools.ui.internal.remedies.Offer;

/** What the view shows as long as there is no hub: the two ways to get one. */
final class EmptyPage {

	/** An IDE may come without. */
	private static final String CHEAT_SHEETS = "org.eclipse.ui.cheatsheets";

	private final Composite page;
	private final Consumer<String> command;

	/** @param command runs the command of that id */
	EmptyPage(Composite parent, Consumer<String> command) {
		this.command = command;
		page = WidgetIds.mark(new Composite(parent, SWT.NONE), WidgetIds.EMPTY_PAGE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(LayoutConstants.getMargins())
				.spacing(LayoutConstants.getSpacing()).applyTo(page);
		Label text = new Label(page, SWT.WRAP);
		text.setText(Messages.Empty_text);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(text);
		step(HubImages.CONNECT_HUB, Messages.Empty_connect, UiIds.CONNECT_HUB,
				WidgetIds.CONNECT_HUB);
		Link start = step(HubImages.START, local(), UiIds.START_LOCAL_HUB, WidgetIds.START_LOCAL_HUB);
		HubChanges.follow(page, Offer::mayChange, event -> {
			start.setText(local());
			start.requestLayout();
		});
		if (Platform.getBundle(CHEAT_SHEETS) != null) {
			step(HubImages.HUB, Messages.Empty_steps, UiIds.FIRST_STEPS, WidgetIds.FIRST_STEPS);
		}
	}

	Composite control() {
		return page;
	}

	private static String local() {
		return Offer.isLocalHubStarting() ? Messages.Empty_starting : Messages.Empty_local;
	}

	private Link step(HubImages image, String linkText, String commandId, String widgetId) {
		Label icon = new Label(page, SWT.NONE);
		icon.setImage(image.image());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		Link link = WidgetIds.mark(new Link(page, SWT.WRAP), widgetId);
		link.setText(linkText);
		link.addListener(SWT.Selection, event -> command.accept(commandId));
		GridDataFactory.fillDefaults().grab(true, false).hint(LayoutConstants.getMinButtonSize().x, SWT.DEFAULT)
				.applyTo(link);
		return link;
	}
}
