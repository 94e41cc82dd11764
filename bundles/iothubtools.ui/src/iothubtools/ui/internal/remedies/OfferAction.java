// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.remedies;

import org.eclipse.jface.action.Action;

/** A remedy as a button that JFace makes. Its text is all text: JFace takes an @, as in the ID of a device, for the end of it, with a key behind. */
public final class OfferAction extends Action {

	private final Offer offer;

	/** The offer as it is now. */
	public OfferAction(Offer offer) {
		this.offer = offer;
		setEnabled(!offer.isUnderWay());
		setId(offer.remedy().widgetId());
	}

	@Override
	public String getText() {
		return offer.textNow().replace("&", "&&");
	}

	@Override
	public void run() {
		offer.action().run();
	}
}
