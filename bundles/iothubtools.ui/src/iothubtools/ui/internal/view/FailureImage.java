// SPDX-License-Identifier: EPL-2.0
package iothubtools.ui.internal.view;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.ui.ISharedImages;

/** How a failure looks beside its text: as grave as its status. */
final class FailureImage {

	private FailureImage() {
	}

	/** The name in {@link ISharedImages}. */
	static String of(IStatus failure) {
		return failure.getSeverity() == IStatus.WARNING ? ISharedImages.IMG_OBJS_WARN_TSK : ISharedImages.IMG_OBJS_ERROR_TSK;
	}
}
