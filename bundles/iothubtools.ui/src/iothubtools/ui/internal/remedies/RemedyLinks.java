// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.LayoutConstants;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

import iothubtools.ui.internal.HubChanges;
import iothubtools.ui.internal.WidgetIds;

/**
 * Remedies as links in a row, which goes on in the next line where there is no room. The links stay the same widgets, so that whoever follows one
 * with the keyboard finds the focus where it was when the same is offered again.
 */
public final class RemedyLinks {

	private final Composite row;
	private final Map<Remedy, Link> links = new EnumMap<>(Remedy.class);
	private List<Offer> offers = List.of();

	/** Hidden at first; the parent has a grid layout. */
	public RemedyLinks(Composite parent) {
		row = new Composite(parent, SWT.NONE);
		RowLayoutFactory.fillDefaults().spacing(2 * LayoutConstants.getSpacing().x).wrap(true).applyTo(row);
		for (Remedy remedy : Remedy.values()) {
			Link link = WidgetIds.mark(new Link(row, SWT.NONE), remedy.widgetId());
			link.addListener(SWT.Selection, event -> follow(remedy));
			link.setLayoutData(new RowData());
			links.put(remedy, link);
		}
		row.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
		show(List.of());
		HubChanges.follow(row, Offer::mayChange, event -> stateChanged());
	}

	private void stateChanged() {
		if (offers.stream().anyMatch(offer -> offer.remedy() == Remedy.START_LOCAL_HUB)) {
			show(offers);
			row.requestLayout();
		}
	}

	private void follow(Remedy remedy) {
		offers.stream().filter(offer -> offer.remedy() == remedy && !offer.isUnderWay()).findFirst().ifPresent(offer -> offer.action().run());
	}

	/** The row, whose layout data is a {@link GridData}. */
	public Composite control() {
		return row;
	}

	/** Offers these, in this order, and hides the row when there is none. The parent is to be laid out after that. */
	public void show(List<Offer> shown) {
		offers = shown;
		// one that is shown again is not hidden in between, as it would lose the focus
		links.forEach((remedy, link) -> {
			if (shown.stream().noneMatch(offer -> offer.remedy() == remedy)) {
				visible(link, false);
			}
		});
		Link before = null;
		for (Offer offer : shown) {
			Link link = links.get(offer.remedy());
			if (link != null) {
				String words = offer.textNow().replace("&", "&&");
				String text = offer.isUnderWay() ? words : NLS.bind("<a>{0}</a>", words);
				if (!text.equals(link.getText())) {
					link.setText(text);
				}
				link.moveBelow(before);
				visible(link, true);
				before = link;
			}
		}
		row.setVisible(!shown.isEmpty());
		if (row.getLayoutData() instanceof GridData data) {
			data.exclude = shown.isEmpty();
		}
		row.layout();
	}

	private static void visible(Link link, boolean visible) {
		if (link.getLayoutData() instanceof RowData data) {
			data.exclude = !visible;
		}
		link.setVisible(visible);
	}

	/** Gives the focus to the first one. */
	public boolean setFocus() {
		Link first = offers.isEmpty() ? null : links.get(offers.get(0).remedy());
		return first != null && first.setFocus();
	}
}
