// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.properties;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;

import iothubtools.ui.internal.remedies.Offer;
import iothubtools.ui.internal.remedies.OfferAction;

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
		ActionContributionItem item = new ActionContributionItem(new OfferAction(offer));
		item.setMode(ActionContributionItem.MODE_FORCE_TEXT);
		return item;
	}
}
