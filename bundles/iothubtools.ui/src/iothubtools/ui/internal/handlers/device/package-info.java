// SPDX-License-Identifier: EPL-2.0
/** What the commands do with devices: ask where something is at stake, change them in jobs, tell what was not done. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.ui.internal.handlers.device;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
