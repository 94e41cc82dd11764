// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;

import iothubtools.ui.internal.remedies.Offer;

/** What can be done when the details of an element cannot be fetched, as buttons with texts in the tool bar: its lines can have no links. */
final class RemedyButtons {

	private static final String GROUP = "remedies";

	private @Nullable IToolBarManager bar;
	private List<ActionContributionItem> shown = List.of();

	/** @param toolBar of the page */
	void install(IToolBarManager toolBar) {
		bar = toolBar;
		toolBar.add(new Separator(GROUP));
	}

	/** Offers these in place of those before. */
	void show(List<Offer> offers) {
		IToolBarManager tools = bar;
		if (tools == null || offers.isEmpty() && shown.isEmpty()) {
			return;
		}
		shown.forEach(tools::remove);
		shown = offers.stream().map(RemedyButtons::item).toList();
		shown.forEach(item -> tools.appendToGroup(GROUP, item));
		tools.update(true);
	}

	private static ActionContributionItem item(Offer offer) {
		Action action = new Action(offer.textNow().replace("&", "&&")) {
			@Override
			public void run() {
				offer.action().run();
			}
		};
		action.setEnabled(!offer.isUnderWay());
		action.setId(offer.remedy().widgetId());
		ActionContributionItem item = new ActionContributionItem(action);
		item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
		return item;
	}
}
