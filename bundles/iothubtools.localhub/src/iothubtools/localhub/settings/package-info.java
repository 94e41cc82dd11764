// SPDX-License-Identifier: EPL-2.0
/** How a local hub is started: where its data are, whom it serves and how much of everything; and why it could not. */
@NonNullByDefault({DefaultLocation.PARAMETER, DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
package iothubtools.localhub.settings;

import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
