// SPDX-License-Identifier: EPL-2.0
package iothubtools.core.transfer;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;

/** One format of a file of devices. */
@FunctionalInterface
interface Entries {

	/** The next one; null at the end. */
	@Nullable FileEntry next() throws IOException;
}
