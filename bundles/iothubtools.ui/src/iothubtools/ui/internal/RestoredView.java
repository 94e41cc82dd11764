// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/** A view that comes back as it was when it was closed, or with the workbench. */
public abstract class RestoredView extends ViewPart {

	private @Nullable IMemento saved;

	@Override
	public final void init(@Nullable IViewSite site, @Nullable IMemento memento) throws PartInitException {
		super.init(site, memento);
		saved = memento;
	}

	/** What it kept in {@code saveState}; null where there was no such view before. */
	protected final @Nullable IMemento saved() {
		return saved;
	}
}
