// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.model;

import java.util.List;

import org.eclipse.jface.viewers.ISelection;

/**
 * Very many hubs and devices that are selected. It is no structured selection, because whoever is told of one asks for each of its elements:
 * the Problems view of Eclipse alone holds the UI thread for half a second with 100,000 of them.
 */
public final class ManyElements implements ISelection {

	private final List<HubElement> elements;

	/** @param elements does not change; an element may be made anew each time that it is asked for */
	ManyElements(List<HubElement> elements) {
		this.elements = elements;
	}

	/** All of them. */
	List<HubElement> elements() {
		return elements;
	}

	@Override
	public boolean isEmpty() {
		return elements.isEmpty();
	}
}
