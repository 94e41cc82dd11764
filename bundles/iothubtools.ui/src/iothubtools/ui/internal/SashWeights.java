// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import org.eclipse.swt.custom.SashForm;
import org.eclipse.ui.IMemento;

/** How two parts of a view share its room, as it is kept with the view. */
public final class SashWeights {

	private static final int WHOLE = 1000;

	private SashWeights() {
	}

	/** As it was kept, if it was. */
	public static void restore(IMemento memento, String key, SashForm sash) {
		Integer weight = memento.getInteger(key);
		if (weight != null && weight > 0 && weight < WHOLE) {
			sash.setWeights(weight, WHOLE - weight);
		}
	}

	/** Keeps it. */
	public static void save(IMemento memento, String key, SashForm sash) {
		int[] weights = sash.getWeights();
		memento.putInteger(key, Math.max(1, (int) ((long) WHOLE * weights[0] / (weights[0] + weights[1]))));
	}
}
