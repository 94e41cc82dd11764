// SPDX-License-Identifier: EPL-2.0
package iothubtools.localhub.internal.store;

import org.eclipse.jdt.annotation.Nullable;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** What is in the file is not what was written there. */
public final class Damage {

	private Damage() {
	}

	/** Whether it is the reason of a failure. */
	public static boolean isReasonOf(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof MVStoreException broken && broken.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT) {
				return true;
			}
		}
		return false;
	}
}
