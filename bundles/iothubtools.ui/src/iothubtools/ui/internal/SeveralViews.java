// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** The views of one kind that a page has, as each may be open several times. */
public final class SeveralViews {

	private SeveralViews() {
	}

	/** Those that are open, also where they have not been seen yet. */
	public static <V extends IViewPart> List<V> open(IWorkbenchPage page, String viewId, Class<V> type) {
		return Arrays.stream(page.getViewReferences()).filter(view -> view.getId().equals(viewId)).map(view -> view.getView(true)).filter(type::isInstance)
				.map(type::cast).toList();
	}

	/** Opens one more, which comes to the front; one that was closed may come back. */
	public static IViewPart another(IWorkbenchPage page, String viewId) throws PartInitException {
		List<String> taken = Arrays.stream(page.getViewReferences()).filter(view -> view.getId().equals(viewId)).map(IViewReference::getSecondaryId)
				.filter(Objects::nonNull).toList();
		String free = IntStream.iterate(1, number -> number + 1).mapToObj(Integer::toString).filter(number -> !taken.contains(number)).findFirst()
				.orElseThrow();
		return page.showView(viewId, free, IWorkbenchPage.VIEW_ACTIVATE);
	}
}
